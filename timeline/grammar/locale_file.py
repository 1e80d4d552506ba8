"""What a locale file says, entry by entry.

Each entry is well formed by itself; that they fit together is for `checking` to see.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from fractions import Fraction
from functools import partial
from pathlib import Path
from re import Pattern
from typing import Final, TypeGuard

from timeline.errors import LocaleError
from timeline.grammar import numbers
from timeline.grammar.binding import Value
from timeline.grammar.locale import Cues, Example, Rule
from timeline.grammar.meanings import HOLIDAYS, MEANINGS, UNITS, Meaning
from timeline.grammar.pattern import Node, PatternError, parse_pattern, tokens_of

_REFERENCE: Final = date(2013, 2, 12)
"""The publication date of the examples where a file names none: a Tuesday."""
_CAPITALS: Final[Mapping[object, str]] = {False: "", True: "first", "first": "first", "last": "last", "never": "never"}
_KEYS_OF_CLASS: Final[Mapping[str, AbstractSet[str]]] = {"unit": UNITS.keys(), "holiday": HOLIDAYS.keys()}
"""What the words of a class stand for, where that is for the meanings to say."""

_KEYS: Final = frozenset({"code", "reference", "common", "glued", "words", "phrase", "rule", "cues"})
_KEYS_OF_PHRASE: Final = frozenset({"name", "meaning", "with", "patterns"})
_KEYS_OF_RULE: Final = _KEYS_OF_PHRASE | {
    *("as", "examples", "negatives", "capital", "not_after", "not_before", "style")
}

Entry = Mapping[str, object]


class LocaleFile:
    """The words, phrases, rules, examples and cues of one file, in its order."""

    def __init__(self, path: Path) -> None:
        """Read the file; raises LocaleError with its path and, of a rule, its line."""
        self.path = path
        try:
            self._text = path.read_text("utf-8")
            data = tomllib.loads(self._text)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise LocaleError(str(error), path=path, remedy="write it as TOML in UTF-8") from error
        self.code: str = data.get("code", path.stem)
        self.reference: date = data.get("reference", _REFERENCE)
        self.common = frozenset(self._texts("common", data))
        """Words that are too common to be worth a look."""
        self.words = {name: dict(self._class(name, rows)) for name, rows in data.get("words", {}).items()}
        """By class, each word and what it stands for."""
        self.glued = frozenset(self._guard("glued", data))
        """Words that are written on to figures."""
        self.phrases: dict[str, list[tuple[Node, Meaning | None]]] = {}
        """By name, each pattern and its meaning, if it has one of its own."""
        self.rules: list[Rule] = []
        self.examples: list[tuple[str, Example]] = []
        """Each with the name of its rule."""
        for entry in data.get("phrase", ()):
            self._read_phrase(entry)
        for entry in data.get("rule", ()):
            self._read_rule(entry)
        self.cues = self._cues(data.get("cues", {}))
        self._refuse_unknown_keys(data, _KEYS)

    def name_of(self, rule: Rule) -> str:
        """The name of a rule as the file has it."""
        return rule.name.removeprefix(f"{self.code}: ")

    def error(self, reason: str, remedy: str = "", rule: str = "") -> LocaleError:
        """What is wrong with the file, or with the rule or phrase of that name."""
        if not rule:
            return LocaleError(reason, path=self.path, remedy=remedy)
        return LocaleError(f'rule "{rule}": {reason}', path=self.path, line=self._line(rule), remedy=remedy)

    def _line(self, rule: str) -> int | None:
        for number, line in enumerate(self._text.splitlines(), start=1):
            if line.startswith("name") and line.rstrip().endswith((f'"{rule}"', f"'{rule}'")):
                return number
        return None

    # Words.

    def _class(self, name: str, rows: Mapping[str, list[str]]) -> Iterator[tuple[str, Value]]:
        if name in numbers.KINDS:
            raise self.error(f"words.{name} is the name of a kind of number", "choose another")
        if not isinstance(rows, dict) or not all(map(_are_texts, rows.values())):
            raise self.error(f"words.{name} is no word class", 'write a row a value: 1 = ["word"]')
        known = _KEYS_OF_CLASS.get(name, rows.keys())
        for key, words in rows.items():
            if key not in known:
                raise self.error(f'words.{name} has no "{key}"', f"use one of: {', '.join(sorted(known))}")
            value: Value = int(key) if key.lstrip("-").isdigit() else key
            for word in words:
                yield "".join(literal.token for literal in tokens_of(word)), value

    def _texts(self, key: str, entry: Entry, rule: str = "") -> list[str]:
        texts = entry.get(key, [])
        if not _are_texts(texts):
            raise self.error(f"{key} is no list of words", f'write it as {key} = ["word", "{{class}}"]', rule)
        return texts

    def _guard(self, key: str, entry: Entry, rule: str = "") -> Iterator[str]:
        """The words listed under a key; `{class}` stands for every word of a class."""
        for word in self._texts(key, entry, rule):
            if not word.startswith("{"):
                yield word
            elif word.strip("{}") in self.words:
                yield from self.words[word.strip("{}")]
            else:
                raise self.error(f'{key}: unknown class "{word}"', "declare it under [words]", rule)

    # Phrases and rules.

    def _read_phrase(self, entry: Entry) -> None:
        name = self._name(entry)
        meaning = self._meaning(entry, name) if "meaning" in entry else None
        self._add_phrase(name, name, [(node, meaning) for node in self._patterns(entry, name)])
        self._refuse_unknown_keys(entry, _KEYS_OF_PHRASE, name)

    def _add_phrase(self, name: str, rule: str, patterns: list[tuple[Node, Meaning | None]]) -> None:
        if name in numbers.KINDS or name in self.words:
            raise self.error(f'"{name}" is the name of a class already', "choose another", rule)
        self.phrases.setdefault(name, []).extend(patterns)

    def _read_rule(self, entry: Entry) -> None:
        name = self._name(entry)
        meaning = self._meaning(entry, name)
        nodes = self._patterns(entry, name)
        if "as" in entry:
            self._add_phrase(str(entry["as"]), name, [(node, meaning) for node in nodes])
        self.examples += [(name, example) for example in self._examples(entry, name)]
        self.rules += [
            Rule(
                name=f"{self.code}: {name}",
                meaning=meaning,
                node=node,
                capital=self._capital(entry, name),
                not_after=frozenset(self._guard("not_after", entry, name)),
                not_before=frozenset(self._guard("not_before", entry, name)),
                style=str(entry.get("style", "")),
            )
            for node in nodes
        ]
        self._refuse_unknown_keys(entry, _KEYS_OF_RULE, name)

    def _name(self, entry: Entry) -> str:
        name = entry.get("name")
        if not isinstance(name, str) or not name:
            raise self.error(f"a rule or phrase has no name: {dict(entry)}"[:200], "name it")
        return name

    def _meaning(self, entry: Entry, rule: str) -> Meaning:
        meaning = MEANINGS.get(str(entry.get("meaning")))
        if meaning is None:
            known = ", ".join(sorted(MEANINGS))
            raise self.error(f'unknown meaning "{entry.get("meaning")}"', f"use one of: {known}", rule)
        given = entry.get("with", {})
        if not isinstance(given, dict):
            raise self.error("with is no table", "write it as with = { direction = -1 }", rule)
        return partial(meaning, **{key: _value(value) for key, value in given.items()}) if given else meaning

    def _patterns(self, entry: Entry, rule: str) -> list[Node]:
        patterns = entry.get("patterns")
        if not _are_texts(patterns) or not patterns:
            raise self.error("no patterns", 'give at least one: patterns = ["{number} {unit} ago"]', rule)
        try:
            return [parse_pattern(pattern) for pattern in patterns]
        except PatternError as error:
            raise self.error(str(error), rule=rule) from error

    def _examples(self, entry: Entry, rule: str) -> Iterator[Example]:
        shown, negatives = entry.get("examples", []), entry.get("negatives", [])
        if not isinstance(shown, list) or not isinstance(negatives, list) or not shown + negatives:
            raise self.error("no examples", 'give at least one: examples = [["last week", "2013-W06"]]', rule)
        if not all(_are_texts(example) and len(example) > 1 for example in shown) or not _are_texts(negatives):
            raise self.error("an example is no phrase with its value", 'write it as ["last week", "2013-W06"]', rule)
        yield from (Example(text, tuple(values)) for text, *values in shown)
        yield from (Example(text, ()) for text in negatives)

    def _capital(self, entry: Entry, rule: str) -> str:
        said = entry.get("capital", False)
        if not isinstance(said, bool | str) or said not in _CAPITALS:
            raise self.error(f'capital "{said}" is not known', 'write true, "first", "last" or "never"', rule)
        return _CAPITALS[said]

    def _refuse_unknown_keys(self, entry: Entry, known: AbstractSet[str], rule: str = "") -> None:
        """A key that nobody reads is one that was misspelt."""
        for key in sorted(entry.keys() - known):
            raise self.error(f'unknown key "{key}"', f"use one of: {', '.join(sorted(known))}", rule)

    # Cues.

    def _cues(self, cues: Mapping[str, str]) -> Cues:
        return Cues(
            ahead=self._cue("ahead", cues),
            behind=self._cue("behind", cues),
            over=self._cue("over", cues),
            verbs=self._cue("verbs", cues),
            agent=self._cue("agent", cues),
            unplanned=self._cue("unplanned", cues),
            planned=self._cue("planned", cues),
            opening=self._cue("opening", cues),
            joints=self._cue("joints", cues),
            when=frozenset(cues.get("when", ())),
            held_against=self._cue("held_against", cues),
            range_open=frozenset(cues.get("range_open", ())),
            range_link=frozenset(cues.get("range_link", ())),
            listed=self._cue("listed", cues),
        )

    def _cue(self, name: str, cues: Mapping[str, str]) -> Pattern[str]:
        try:
            return re.compile(cues.get(name, r"(?!)"))
        except re.error as error:
            raise self.error(f"cues.{name} is no regular expression: {error}") from error


def _value(written: object) -> object:
    """A value that a rule gives its meaning: TOML has no word for a fraction, so that one is a text."""
    return Fraction(written) if isinstance(written, str) and "/" in written else written


def _are_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
