"""Libraries that only some formats need: whether they are there, and the one command that brings them."""

from __future__ import annotations

from importlib.util import find_spec

from timeline.errors import UsageError


def missing(*libraries: str) -> str:
    """The first of the libraries that is not installed; empty where all are."""
    return next((library for library in libraries if find_spec(library) is None), "")


def installing(extra: str) -> str:
    """The command that installs what an extra brings.

    >>> installing("report")
    "pip install 'event-timeline[report]'"
    """
    return f"pip install 'event-timeline[{extra}]'"


def require(extra: str, what: str, *libraries: str) -> None:
    """See that libraries are installed; the message names the extra that brings them.

    Raises:
        UsageError: one is not.
    """
    if library := missing(*libraries):
        raise UsageError(f"{what} without {library}", remedy=installing(extra))
