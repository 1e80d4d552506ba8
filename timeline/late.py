"""Frozen data of which a part is fetched when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar

T = TypeVar("T", bound="Late")


class Late:
    """A frozen dataclass with slots, some of which may be filled later; nobody who reads it sees the difference.

    >>> from dataclasses import dataclass
    >>> @dataclass(frozen=True, slots=True)
    ... class Talk(Late):
    ...     id: str
    ...     words: str
    >>> talk = late(Talk, {"id": "a"}, lambda: print("fetched") or Talk("a", "They met."))
    >>> talk.id
    'a'
    >>> talk.words == talk.words
    fetched
    True
    """

    __slots__ = ("_fetch",)

    if not TYPE_CHECKING:  # else no name of an attribute would be wrong

        def __getattr__(self, name: str) -> object:
            """A field that is not there yet."""
            try:
                fetch = object.__getattribute__(self, "_fetch")
            except AttributeError:
                raise AttributeError(f"{type(self).__name__} has no {name}") from None
            whole = fetch()
            for each in fields(self):
                try:
                    object.__getattribute__(self, each.name)
                except AttributeError:
                    object.__setattr__(self, each.name, getattr(whole, each.name))
            object.__delattr__(self, "_fetch")
            return object.__getattribute__(self, name)


def late(kind: type[T], known: Mapping[str, object], fetch: Callable[[], T]) -> T:
    """One of which some fields are known; `fetch` gives the whole."""
    made = object.__new__(kind)
    fill = object.__setattr__
    for name, value in known.items():
        fill(made, name, value)
    fill(made, "_fetch", fetch)
    return made
