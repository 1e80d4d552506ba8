"""Libraries that only some sources need: what to install where one is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from timeline.errors import UsageError


@contextmanager
def needing(extra: str, source: str) -> Iterator[None]:
    """Import inside: where a library is missing, the message names the extra that brings it.

    Raises:
        UsageError: it is not installed.
    """
    try:
        yield
    except ImportError as error:
        raise UsageError(
            f"{source} cannot be read without {error.name or error}", remedy=f"pip install 'event-timeline[{extra}]'"
        ) from None
