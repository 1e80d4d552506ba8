"""Where each word is told, in scripts of words that begin alike: only those change in which a stretch tells otherwise.

What every stretch tells and every script holds is kept; a stretch that changed is taken out of the scripts of its words
and put in again, and a script is split or joined as its size asks for, so that they are as if all were made at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Final, NamedTuple, TypeVar

import msgspec

from timeline.site.sheets import mark_of
from timeline.store.database import Store

T = TypeVar("T")

WORDS = 40_000
"""How many bytes one script of words holds, about."""

_TOLD: Final = "search told"
_HELD: Final = "search words"
_STATE: Final = "search"

Where = list[str]
"""In which stretches a word is told, in their order."""


class Telling(NamedTuple):
    """What a stretch tells."""

    key: str
    mark: bytes
    told: Callable[[], dict[str, str]]
    """By word, where in the stretch it is told."""


class _Held(NamedTuple):
    """A script, without its words."""

    size: int
    words: int
    mark: bytes


class _State(msgspec.Struct):
    stretches: dict[str, bytes] = {}
    scripts: dict[str, _Held] = {}
    plain: bool = True
    """Whether no word holds the sign that stands behind a word alone."""


class _Lost(Exception):
    """Something that was kept is not there."""


class WordIndex:
    """The scripts of words by their prefixes; "x$" is the word "x" alone."""

    def __init__(self, store: Store, tellings: Sequence[Telling]) -> None:
        self.store = store
        self.tellings = tellings
        self.order = {each.key: at for at, each in enumerate(tellings)}
        self.fresh: dict[str, dict[str, Where]] = {}
        """The scripts that are otherwise now."""
        data = store.piece(_STATE, "")
        state = _State()
        with suppress(msgspec.MsgspecError, UnicodeDecodeError):
            state = msgspec.msgpack.decode(data, type=_State) if data is not None else state
        try:
            self._bring_forward(state if state.plain else _State())
        except _Lost:
            self._begin()

    @property
    def marks(self) -> dict[str, bytes]:
        """Of each script, by its prefix, one for what it holds."""
        return {prefix: self.scripts[prefix].mark for prefix in sorted(self.scripts)}

    def words(self, prefix: str) -> dict[str, Where]:
        """What a script holds."""
        try:
            return self._words(prefix)
        except _Lost:
            self._begin()
            return self._words(prefix)

    def _begin(self) -> None:
        self.fresh = {}
        self._bring_forward(_State())

    def _bring_forward(self, state: _State) -> None:
        """Take out what is no longer told, and put in what is told now."""
        self.scripts = dict(state.scripts) or {"": _Held(0, 0, b"")}
        changed = [each for each in self.tellings if state.stretches.get(each.key) != each.mark]
        told = {each.key: each.told() for each in changed}
        before = {key: self._told(key) for key in state.stretches if key in told or key not in self.order}
        if not changed and not before:
            return
        again = before.keys() | told.keys()
        inside = {name[:length] for name in map(_base, self.scripts) for length in range(len(name))}
        inside |= {_base(name) for name in self.scripts if name.endswith("$")}
        words = {
            word
            for key in again
            for word in {**before.get(key, {}), **told.get(key, {})}
            if before.get(key, {}).get(word) != told.get(key, {}).get(word)
        }
        for word in sorted(words):
            held = self._open(self._script_of(word, inside))
            kept = [where for where in held.pop(word, ()) if where.partition(":")[0] not in again]
            where = [*kept, *(each[word] for each in told.values() if word in each)]
            if where:
                held[word] = sorted(where, key=lambda each: self.order[each.partition(":")[0]])
        self._settle()
        self.store.forget(_TOLD, self.store.names(_TOLD) - self.order.keys())
        self.store.keep(_TOLD, ((key, msgspec.msgpack.encode(each)) for key, each in told.items()))
        self.store.forget(_HELD, self.store.names(_HELD) - self.scripts.keys())
        self.store.keep(_HELD, ((prefix, msgspec.msgpack.encode(held)) for prefix, held in self.fresh.items()))
        stretches = {each.key: each.mark for each in self.tellings}
        plain = state.plain and not any("$" in word for word in words)
        self.store.keep(_STATE, [("", msgspec.msgpack.encode(_State(stretches, self.scripts, plain)))])

    def _told(self, key: str) -> dict[str, str]:
        return self._kept(_TOLD, key, dict[str, str])

    def _words(self, prefix: str) -> dict[str, Where]:
        return self.fresh[prefix] if prefix in self.fresh else self._kept(_HELD, prefix, dict[str, Where])

    def _kept(self, kind: str, name: str, form: type[T]) -> T:
        data = self.store.piece(kind, name)
        if data is None:
            raise _Lost
        try:
            return msgspec.msgpack.decode(data, type=form)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            raise _Lost from None

    def _open(self, prefix: str) -> dict[str, Where]:
        """A script that is changed."""
        if prefix not in self.fresh:
            there = self.scripts.get(prefix)
            self.fresh[prefix] = self._words(prefix) if there is not None and there.words else {}
        return self.fresh[prefix]

    def _script_of(self, word: str, inside: set[str]) -> str:
        """The script in which a word stands, or would; `inside` are the prefixes that are split."""
        length = 0
        while length <= len(word) and word[:length] in inside:
            length += 1
        return f"{word}$" if length > len(word) else word[:length]

    def _settle(self) -> None:
        """Join what is small enough to be one script, and split what is too large."""
        for prefix, held in self.fresh.items():
            self.scripts[prefix] = _held(held)
        size, words = dict[str, int](), dict[str, int]()
        for name, each in self.scripts.items():
            for length in range(len(_base(name)) + 1):
                above = name[:length]
                size[above] = size.get(above, 0) + each.size
                words[above] = words.get(above, 0) + each.words
        small = {name for name in size if size[name] <= WORDS or words[name] == 1}
        for prefix in sorted(self.fresh, key=len):
            base = _base(prefix)
            root = next((base[:length] for length in range(len(base) + 1) if base[:length] in small), None)
            if root is not None and root != prefix and prefix in self.scripts:
                self._join(root)
        for prefix in list(self.fresh):
            held = self.fresh[prefix]
            if not held and prefix:
                del self.fresh[prefix], self.scripts[prefix]
            elif self.scripts[prefix].words > 1 and self.scripts[prefix].size > WORDS:
                del self.fresh[prefix], self.scripts[prefix]
                self.fresh |= _split(prefix, held)
        for prefix, held in self.fresh.items():
            self.fresh[prefix] = dict(sorted(held.items()))
            self.scripts[prefix] = _held(self.fresh[prefix])
        if len(self.scripts) > 1 and "" in self.scripts:
            del self.scripts[""], self.fresh[""]
        if not self.scripts:
            self.scripts[""], self.fresh[""] = _held({}), {}

    def _join(self, root: str) -> None:
        joined: dict[str, Where] = {}
        for prefix in [each for each in self.scripts if _base(each).startswith(root)]:
            joined |= self._words(prefix) if self.scripts[prefix].words else {}
            self.fresh.pop(prefix, None)
            del self.scripts[prefix]
        self.fresh[root] = joined
        self.scripts[root] = _held(joined)


def _base(prefix: str) -> str:
    return prefix.removesuffix("$")


def _held(words: Mapping[str, Where]) -> _Held:
    return _Held(_size(words, words), len(words), mark_of(sorted(words.items())))


def _size(words: Iterable[str], told: Mapping[str, Where]) -> int:
    return sum(len(word.encode()) + 6 + sum(3 + len(where) for where in told[word]) for word in words)


def _split(start: str, told: Mapping[str, Where]) -> Iterator[tuple[str, dict[str, Where]]]:
    """The words with where they are told, those that begin alike together."""
    todo = [(start, sorted(told))]
    while todo:
        prefix, words = todo.pop()
        if _size(words, told) <= WORDS or len(words) == 1:
            yield prefix, {word: told[word] for word in words}
            continue
        if prefix in told:
            yield f"{prefix}$", {prefix: told[prefix]}
        longer: dict[str, list[str]] = {}
        for word in words:
            if word != prefix:
                longer.setdefault(word[: len(prefix) + 1], []).append(word)
        todo.extend(longer.items())
