"""Parts that something is joined from, each kept with a mark of what it was made of."""

from __future__ import annotations

from collections.abc import Callable

from timeline.store.database import Store

_MARK = 16
"""Bytes of a mark."""


class Shelf:
    """The parts of one kind."""

    def __init__(self, store: Store, kind: str) -> None:
        self.store, self.kind = store, kind
        self.known = dict(store.pieces(kind))
        self.asked: set[str] = set()

    def take(self, name: str, mark: bytes, make: Callable[[], bytes]) -> bytes:
        """The part of that name: as it is known, if it was made of the same, or made now."""
        self.asked.add(name)
        known = self.known.get(name, b"")
        if known[:_MARK] == mark:
            return known[_MARK:]
        part = make()
        self.store.keep(self.kind, [(name, mark + part)])
        return part

    def close(self) -> None:
        """Let go of the parts that nobody asked for."""
        self.store.forget(self.kind, self.known.keys() - self.asked)
