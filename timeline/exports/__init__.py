"""One module a format.

A module with a function `to_<format>` that takes a `Timeline` is found by that name: there is nothing to register.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

Writer = Callable[..., str | bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a timeline down."""

    name: str
    about: str
    """One line, the first of the function's docstring."""
    write: Writer


def find_formats() -> dict[str, Format]:
    """Every format by its name, in the order of the names.

    >>> find_formats()["json"].name
    'json'
    """
    found = (writer for module in pkgutil.iter_modules(__path__) for writer in _writers(module.name))
    return {each.name: each for each in sorted(found, key=lambda each: each.name)}


def _writers(module_name: str) -> list[Format]:
    module = import_module(f"{__name__}.{module_name}")
    functions: dict[str, Writer] = {
        name.removeprefix("to_"): value
        for name, value in vars(module).items()
        if name.startswith("to_") and getattr(value, "__module__", None) == module.__name__
    }
    return [
        Format(name.replace("_", "-"), (function.__doc__ or "").partition("\n")[0], function)
        for name, function in functions.items()
    ]
