"""Parts that something is joined from, each kept with a mark of what it was made of; and facts, by the ids of things."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from typing import Final, Generic, TypeVar

import msgspec

from timeline.store.database import Store

T = TypeVar("T")

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
        return self.part(name, mark) or self.put(name, mark, make())

    def part(self, name: str, mark: bytes) -> bytes:
        """The part of that name as it is known; empty where it was not made of the same."""
        self.asked.add(name)
        known = self.known.get(name, b"")
        return known[_MARK:] if known[:_MARK] == mark else b""

    def put(self, name: str, mark: bytes, part: bytes) -> bytes:
        """Keep a part in place of what is known by that name."""
        self.asked.add(name)
        self.store.keep(self.kind, [(name, mark + part)])
        return part

    def close(self, also: Collection[str] = ()) -> None:
        """Let go of the parts that nobody asked for, but for some."""
        self.store.forget(self.kind, self.known.keys() - self.asked - set(also))


class Register(Generic[T]):
    """What is known of many things by their ids, kept in parts of those whose ids begin alike."""

    def __init__(self, store: Store, kind: str, form: type[T]) -> None:
        self.store, self.kind = store, kind
        self.known: dict[str, T] = {}
        decoder = msgspec.msgpack.Decoder(dict[str, form])  # type: ignore[valid-type]
        for _, data in store.pieces(kind):
            with suppress(msgspec.MsgspecError, UnicodeDecodeError):
                self.known |= decoder.decode(data)

    def keep(self, now: Mapping[str, T]) -> None:
        """Keep this instead; only parts are written in which something is another thing than what is known."""
        known = self.known
        changed = {_part(identity) for identity in known.keys() - now.keys()}
        changed |= {_part(identity) for identity, each in now.items() if known.get(identity) is not each}
        parts: dict[str, dict[str, T]] = {part: {} for part in changed}
        for identity, each in now.items():
            if (part := parts.get(_part(identity))) is not None:
                part[identity] = each
        with suppress(OverflowError, UnicodeEncodeError):
            self.store.keep(self.kind, [(name, msgspec.msgpack.encode(part)) for name, part in parts.items()])


_BEGINS: Final = 2
"""By so many signs at the beginning of an id its part is known."""


def _part(identity: str) -> str:
    return identity[:_BEGINS]
