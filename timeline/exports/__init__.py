"""One module a format.

A module with a function `to_<format>` is found by that name: there is nothing to register. The function takes a
`Timeline` and the `Site` where it is published, and gives text or bytes. What only this format needs is named in the
module: `LIBRARIES` that come with the extra `report`; `FILES` where it is several files, in a ZIP.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Final

from timeline.errors import UsageError, quoted
from timeline.extras import installing, missing, require
from timeline.merging import Timeline
from timeline.published import NOWHERE, Site

EXTRA: Final = "report"
"""What brings the libraries that only some formats need."""

Writer = Callable[..., str | bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a timeline down."""

    name: str
    about: str
    """One line, the first of the function's docstring: what it is, and for what."""
    writer: Writer
    libraries: tuple[str, ...] = ()
    """What it needs that may not be installed."""
    files: bool = False
    """Whether it is several files, in a ZIP."""
    text: bool = True
    """Whether it is text, and not bytes."""

    @property
    def remedy(self) -> str:
        """The command that installs what is missing; empty where nothing is."""
        return installing(EXTRA) if missing(*self.libraries) else ""

    def write(self, timeline: Timeline, site: Site = NOWHERE) -> bytes:
        """The timeline in this format.

        Raises:
            UsageError: what it needs is not installed; the message says how to install it.
        """
        require(EXTRA, f"{self.name} cannot be written", *self.libraries)
        written = self.writer(timeline, site)
        return written.encode() if isinstance(written, str) else written


def find_formats() -> dict[str, Format]:
    """Every format by its name, in the order of the names.

    >>> find_formats()["json"].name
    'json'
    """
    found = (each for module in pkgutil.iter_modules(__path__) for each in _formats(module.name))
    return {each.name: each for each in sorted(found, key=lambda each: each.name)}


def find_format(name: str) -> Format:
    """The format of that name; "jsonfeed" is "json-feed" as well.

    Raises:
        UsageError: there is none.
    """
    formats = find_formats()
    for each in formats.values():
        if _plain(each.name) == _plain(name):
            return each
    raise UsageError(f"no format {quoted(name)}", remedy=f"use one of {', '.join(formats)}")


def _plain(name: str) -> str:
    return name.replace("-", "").replace("_", "").lower()


def _formats(module_name: str) -> list[Format]:
    module: ModuleType = import_module(f"{__name__}.{module_name}")
    functions: dict[str, Writer] = {
        name.removeprefix("to_"): value
        for name, value in vars(module).items()
        if name.startswith("to_") and getattr(value, "__module__", None) == module.__name__
    }
    return [
        Format(
            name.replace("_", "-"),
            (function.__doc__ or "").partition("\n")[0],
            function,
            getattr(module, "LIBRARIES", ()),
            getattr(module, "FILES", False),
            "bytes" not in str(function.__annotations__["return"]),
        )
        for name, function in functions.items()
    ]
