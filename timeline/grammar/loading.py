"""Reading a language from its file.

`load_locale("en")` reads `locales/en.toml`: word classes, phrases, rules with their examples, cues.
Whatever is wrong in the file is a `LocaleError` that names the file and the rule.
"""

from __future__ import annotations

import inspect
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from re import Pattern
from types import MappingProxyType

from timeline.errors import LocaleError
from timeline.grammar import numbers
from timeline.grammar.automaton import Automaton, Labels
from timeline.grammar.binding import UNBOUND, Value
from timeline.grammar.locale import Cues, Example, Locale, Rule
from timeline.grammar.meanings import HOLIDAYS, MEANINGS, UNITS, Meaning
from timeline.grammar.pattern import (
    Node,
    PatternError,
    Sequence,
    Slot,
    first_labels,
    literals_of,
    may_be_empty,
    parse_pattern,
    slots_of,
    surely_bound,
    tokens_of,
)
from timeline.grammar.symbols import SPACE, Symbols
from timeline.grammar.triggers import Atom, Atoms, atoms_of, trigger_pattern

LOCALES = Path(__file__).parent / "locales"


@lru_cache(maxsize=64)
def load_locale(code: str, folder: Path = LOCALES) -> Locale:
    """Read the language `code` from `<code>.toml` in the folder.

    A tag such as "en-GB" falls back to its language. Raises LocaleError when there is no such file
    or it is not well formed.
    """
    base = code.replace("_", "-").lower()
    known = known_locales(folder)
    for name in (base, base.split("-")[0]):
        # Looked up, not opened: the name may come from a stranger.
        if name in known:
            return _Loader(folder / f"{name}.toml").locale()
    raise LocaleError(f'no language "{code}"', remedy=f"known are: {', '.join(known)}")


def known_locales(folder: Path = LOCALES) -> list[str]:
    """Codes of the languages in the folder."""
    return sorted(path.stem for path in folder.glob("*.toml"))


class _Loader:
    """Reads and checks one locale file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.data = tomllib.loads(path.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise LocaleError(str(error), path=path, remedy="write it as TOML in UTF-8") from error
        self.words: dict[str, dict[str, Value]] = {}
        self.phrases: dict[str, list[tuple[Node, Meaning | None]]] = {}
        self.alternatives: dict[str, tuple[Node, ...] | None] = {}
        self.common = frozenset(self.data.get("common", ()))

    def locale(self) -> Locale:
        """The language, or a LocaleError."""
        for name, entries in self.data.get("words", {}).items():
            if name in numbers.KINDS:
                raise LocaleError(
                    f"words.{name} is the name of a kind of number", path=self.path, remedy="choose another"
                )
            self.words[name] = dict(self._class(name, entries))
        for entry in self.data.get("phrase", ()):
            self._phrase(entry)
        rules: list[Rule] = []
        examples: list[tuple[str, Example]] = []
        entries = self.data.get("rule", ())
        for entry in entries:
            # Before any pattern is read in full, so that a rule may stand before what it is made of.
            if "as" in entry:
                self._check_new(self._name(entry), entry["as"])
                self.phrases.setdefault(entry["as"], [])
        for entry in entries:
            read, shown = self._rule(entry)
            rules.extend(read)
            examples.extend((entry["name"], example) for example in shown)
        for name, read_as in self.phrases.items():
            self._check_circle(name, (name,))
            for node, _ in read_as:
                self._check(name, node)
        for rule in rules:
            self._check(rule.name.split(": ", 1)[1], rule.node)
        symbols = self._symbols(rules)
        return Locale(
            code=self.data.get("code", self.path.stem),
            reference=self.data.get("reference", date(2013, 2, 12)),
            rules=tuple(rules),
            examples=tuple(examples),
            symbols=symbols,
            automaton=Automaton([rule.node for rule in rules], self._alternatives),
            triggers=self._triggers(rules),
            cues=self._cues(),
            _words=MappingProxyType(self.words),
            _phrases=MappingProxyType(
                {
                    name: tuple((node, meaning, first_labels(node, self._alternatives)) for node, meaning in entries)
                    for name, entries in self.phrases.items()
                }
            ),
        )

    def _error(self, rule: str, reason: str, remedy: str = "") -> LocaleError:
        return LocaleError(f'rule "{rule}": {reason}', path=self.path, line=self._line(rule), remedy=remedy)

    def _line(self, rule: str) -> int | None:
        for number, line in enumerate(self.path.read_text("utf-8").splitlines(), start=1):
            if line.startswith("name") and line.rstrip().endswith((f'"{rule}"', f"'{rule}'")):
                return number
        return None

    def _class(self, name: str, entries: Mapping[str, list[str]]) -> Iterator[tuple[str, Value]]:
        if not isinstance(entries, dict) or not all(map(_are_texts, entries.values())):
            raise LocaleError(
                f"words.{name} is no word class", path=self.path, remedy='write a row a value: 1 = ["word"]'
            )
        known = {"unit": frozenset(UNITS), "holiday": frozenset(HOLIDAYS)}.get(name)
        for key, words in entries.items():
            if known is not None and key not in known:
                raise LocaleError(
                    f'words.{name} has no "{key}"', path=self.path, remedy=f"use one of: {', '.join(sorted(known))}"
                )
            value: Value = int(key) if key.lstrip("-").isdigit() else key
            for word in words:
                yield "".join(literal.token for literal in tokens_of(word)), value

    def _meaning(self, entry: Mapping[str, object], name: str) -> Meaning:
        meaning = MEANINGS.get(str(entry.get("meaning")))
        if meaning is None:
            raise self._error(
                name, f'unknown meaning "{entry.get("meaning")}"', f"use one of: {', '.join(sorted(MEANINGS))}"
            )
        with_ = entry.get("with")
        if not isinstance(with_, dict):
            return meaning
        fixed = {
            key: Fraction(value) if isinstance(value, str) and "/" in value else value for key, value in with_.items()
        }

        def completed(**bound: object) -> object:
            return meaning(**fixed, **bound)

        completed.__wrapped__ = meaning  # type: ignore[attr-defined]
        completed.__fixed__ = fixed  # type: ignore[attr-defined]
        return completed

    def _patterns(self, entry: Mapping[str, object], name: str) -> list[Node]:
        patterns = entry.get("patterns")
        if not isinstance(patterns, list) or not patterns:
            raise self._error(name, "no patterns")
        try:
            return [parse_pattern(pattern) for pattern in patterns]
        except PatternError as error:
            raise self._error(name, str(error)) from error

    def _name(self, entry: Mapping[str, object]) -> str:
        name = entry.get("name")
        if not isinstance(name, str) or not name:
            raise LocaleError(f"a rule or phrase has no name: {dict(entry)}"[:200], path=self.path, remedy="name it")
        return name

    def _check_new(self, rule: str, name: str) -> None:
        """Refuse the name of a phrase that is already that of a class or a kind of number."""
        if name in numbers.KINDS or name in self.words:
            raise self._error(rule, f'"{name}" is the name of a class already', "choose another")

    def _phrase(self, entry: Mapping[str, object]) -> None:
        name = self._name(entry)
        self._check_new(name, name)
        meaning = self._meaning(entry, name) if "meaning" in entry else None
        for node in self._patterns(entry, name):
            self._check_slots(name, node, meaning)
            self.phrases.setdefault(name, []).append((node, meaning))

    def _rule(self, entry: Mapping[str, object]) -> tuple[list[Rule], list[Example]]:
        name = self._name(entry)
        meaning = self._meaning(entry, name)
        nodes = self._patterns(entry, name)
        for node in nodes:
            self._check_slots(name, node, meaning)
            if "as" in entry:
                self.phrases[str(entry["as"])].append((node, meaning))
        shown = entry.get("examples", [])
        negatives = entry.get("negatives", [])
        if not isinstance(shown, list) or not isinstance(negatives, list) or not shown + negatives:
            raise self._error(name, "no examples", 'give at least one: examples = [["last week", "2013-W06"]]')
        if not all(_are_texts(example) and len(example) > 1 for example in shown) or not _are_texts(negatives):
            raise self._error(name, "an example is no phrase with its value", 'write it as ["last week", "2013-W06"]')
        rules = [
            Rule(
                name=f"{self.data.get('code', self.path.stem)}: {name}",
                meaning=meaning,
                node=node,
                capital=_capital(entry.get("capital", False)),
                not_after=self._guard("not_after", entry, name),
                not_before=self._guard("not_before", entry, name),
                style=str(entry.get("style", "")),
            )
            for node in nodes
        ]
        examples = [Example(text, tuple(values)) for text, *values in shown]
        return rules, examples + [Example(text, ()) for text in negatives]

    def _guard(self, key: str, entry: Mapping[str, object], name: str) -> frozenset[str]:
        """The words of a guard; `{class}` stands for every word of a class."""
        words: set[str] = set()
        listed = entry.get(key, [])
        if not isinstance(listed, list) or not _are_texts(listed):
            raise self._error(name, f"{key} is no list of words", f'write it as {key} = ["word", "{{class}}"]')
        for word in listed:
            if not word.startswith("{"):
                words.add(word)
            elif word.strip("{}") in self.words:
                words.update(self.words[word.strip("{}")])
            else:
                raise self._error(name, f'{key}: unknown class "{word}"', "declare it under [words]")
        return frozenset(words)

    def _check(self, name: str, node: Node) -> None:
        """Refuse unknown slots and patterns that fit the empty text."""
        for slot in slots_of(node):
            if slot.kind not in numbers.KINDS and slot.kind not in self.words and slot.kind not in self.phrases:
                raise self._error(name, f'unknown slot "{{{slot.kind}}}"', "declare it under [words] or [[phrase]]")
        if may_be_empty(node):
            raise self._error(name, "a pattern fits the empty text", "leave one part of it outside of [ ]")

    def _check_circle(self, kind: str, path: tuple[str, ...]) -> None:
        """Refuse a phrase that holds itself: an automaton has no memory for it."""
        for node, _ in self.phrases.get(kind, ()):
            for slot in slots_of(node):
                if slot.kind in path:
                    raise self._error(
                        path[0],
                        f"it holds itself: {' > '.join((*path, slot.kind))}",
                        'give one of them another name in "as"',
                    )
                self._check_circle(slot.kind, (*path, slot.kind))

    def _check_slots(self, name: str, node: Node, meaning: Meaning | None) -> None:
        if meaning is None:
            return
        fixed = getattr(meaning, "__fixed__", {})
        parameters = inspect.signature(meaning).parameters
        for slot in [Slot("", key) for key in fixed] + list(slots_of(node)):
            if slot.name != UNBOUND and slot.name not in parameters:
                raise self._error(
                    name,
                    f'its meaning takes no "{slot.name}"',
                    f"it takes: {', '.join(parameters)}; rename with {{{slot.kind}:name}}",
                )
        bound = {*fixed, *surely_bound(node)}
        for needed, parameter in parameters.items():
            if parameter.default is parameter.empty and needed not in bound:
                raise self._error(
                    name, f'a pattern gives its meaning no "{needed}"', f"write {{slot:{needed}}} outside of [ ]"
                )

    def _alternatives(self, kind: str) -> tuple[Node, ...] | None:
        """The patterns behind a slot; None where it is a label of one token."""
        if kind not in self.alternatives:
            if kind in self.words:
                words = [tokens_of(word) for word in self.words[kind]]
                several: tuple[Node, ...] = tuple(Sequence(tokens) for tokens in words if len(tokens) > 1)
                single: tuple[Node, ...] = (Slot(f"{kind}:word", ""),) if len(several) < len(words) else ()
                self.alternatives[kind] = single + several
            else:
                self.alternatives[kind] = (
                    tuple(node for node, _ in self.phrases[kind]) if kind in self.phrases else None
                )
        return self.alternatives[kind]

    def _symbols(self, rules: list[Rule]) -> Symbols:
        labels: dict[str, set[str]] = {}
        for name, words in self.words.items():
            for word in words:
                tokens = tokens_of(word)
                if len(tokens) == 1:
                    labels.setdefault(word, set()).add(f"{name}:word")
                for literal in tokens:
                    labels.setdefault(literal.token, set()).add(f"={literal.token}")
        for node in [rule.node for rule in rules] + [node for entries in self.phrases.values() for node, _ in entries]:
            for literal in literals_of(node):
                labels.setdefault(literal.token, set()).add(f"={literal.token}")
        labels.pop(" ", None)
        interned: dict[Labels, Labels] = {}
        symbols = Symbols()
        for token, found in labels.items():
            kinds = frozenset(found) | (numbers.kinds_of(token) if token.isdecimal() else frozenset())
            symbols[token] = interned.setdefault(kinds, kinds)
        symbols[" "] = SPACE
        return symbols

    def _triggers(self, rules: list[Rule]) -> Pattern[str]:
        atoms: set[Atom] = set()
        for rule in rules:
            found = atoms_of(rule.node, self._alternatives, self._atoms)
            if found is None:
                raise self._error(
                    rule.name.split(": ", 1)[1],
                    "a pattern has no word that is rare enough to look for",
                    'take its key word out of "common"',
                )
            atoms |= found
        for entry in self.data.get("glued", ()):
            if entry.strip("{}") not in self.words:
                raise LocaleError(f'glued: unknown class "{entry}"', path=self.path, remedy="declare it under [words]")
            for word in self.words[entry.strip("{}")]:
                if word.isalpha():
                    atoms.add(Atom("before", word))
        return trigger_pattern(atoms)

    def _atoms(self, label: str) -> Atoms | None:
        if label.startswith("="):
            token = label[1:]
            return frozenset({Atom("word", token)}) if token.isalpha() and token not in self.common else None
        name, _, kind = label.partition(":")
        if kind != "word":
            return None
        words = [word for word in self.words[name] if len(tokens_of(word)) == 1]
        return (
            frozenset(Atom("word", word) for word in words)
            if words and not self.common.intersection((*words, f"{{{name}}}"))
            else None
        )

    def _cues(self) -> Cues:
        cues = self.data.get("cues", {})
        return Cues(
            ahead=self._cue("ahead", cues),
            verbs=self._cue("verbs", cues),
            joints=self._cue("joints", cues),
            range_open=frozenset(cues.get("range_open", ())),
            range_link=frozenset(cues.get("range_link", ())),
        )

    def _cue(self, name: str, cues: Mapping[str, str]) -> Pattern[str]:
        try:
            return re.compile(cues.get(name, r"(?!)"))
        except re.error as error:
            raise LocaleError(f"cues.{name} is no regular expression: {error}", path=self.path) from error


def _capital(value: object) -> str:
    return {True: "first", "first": "first", "last": "last"}.get(value, "") if isinstance(value, bool | str) else ""


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
