"""What is counted of each event and of what has no date, found out once as long as its articles stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from timeline.store.database import Store
from timeline.store.shelf import Register


class Fact(NamedTuple):
    """What is counted of one thing."""

    mark: bytes
    """Of what it was made of."""
    size: int
    """About how many bytes a reader loads for it, compressed."""
    wordless: bool = False
    """Whether no words date it."""


class Facts:
    """Those of all things by their ids."""

    def __init__(self, store: Store) -> None:
        self.register = Register(store, "facts", Fact)
        self.now: dict[str, Fact] = {}

    def of(self, identity: str, mark: bytes, make: Callable[[], tuple[int, bool]]) -> tuple[int, bool]:
        """As they are known, if the thing was made of the same, or found out now."""
        known = self.register.known.get(identity)
        if known is None or known.mark != mark:
            known = Fact(mark, *make())
        self.now[identity] = known
        return known.size, known.wordless

    def close(self) -> None:
        """Keep those that were asked for."""
        self.register.keep(self.now)
