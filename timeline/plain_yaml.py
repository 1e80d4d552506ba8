"""YAML of which nothing but the plain part is read: mappings, lists and text.

Nothing is converted (a date stays the words it is), and what could stand for more than it shows is refused.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import yaml

from timeline.errors import ArticleError, TimelineError
from timeline.wording import Phrase, phrase

DEEPEST: Final = 20
"""How many lists and mappings may nest."""

Value = str | list["Value"] | dict[str, "Value"]
Place = tuple[str | int, ...]
"""The keys and numbers that lead to a value: ("authors", 0, "name")."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class PlainYaml:
    """What a text of YAML says, and where."""

    value: Value | None
    """None where there is nothing but comments; a null is an empty text."""
    lines: Mapping[Place, int] = field(default_factory=dict)
    """The line of each key and of each item of a list; under () that of the whole."""


_FRONT_MATTER: Final = phrase("the front matter")


@dataclass(frozen=True, slots=True)
class YamlReader:
    """Reads one kind of text, and names in its messages what it is."""

    called: Phrase = _FRONT_MATTER
    longest: int = 64 * 1024
    """Characters of the longest text that is read."""
    first_line: int = 2
    """The number of the text's first line; of front matter the line after the opening fence."""
    failure: type[TimelineError] = ArticleError

    def read(self, text: str) -> PlainYaml:
        """What the text says.

        >>> YamlReader().read("date: 2015-08-14\\ntags: [talks, syria]")
        PlainYaml(value={'date': '2015-08-14', 'tags': ['talks', 'syria']}, lines={(): 2, ('date',): 2, ('tags',): 3, ('tags', 0): 3, ('tags', 1): 3})

        Raises:
            TimelineError: it is not plain YAML; of the kind that `failure` says, with the line.
        """
        if len(text) > self.longest:
            raise self.failure(
                phrase("%(text)s is longer than %(number)s characters", text=self.called, number=self.longest),
                line=1,
                remedy=phrase("shorten it"),
            )
        try:
            return self._built(yaml.parse(text, Loader=yaml.SafeLoader))
        except TimelineError:
            raise
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise self.failure(
                phrase("%(text)s is no YAML (%(error)s)", text=self.called, error=error.problem or error.context or ""),
                line=self.first_line + (mark.line if mark else 0),
                remedy=phrase("put a value that holds a colon or a quotation mark in quotes"),
            ) from None
        except yaml.reader.ReaderError as error:
            raise self.failure(
                phrase(
                    "%(text)s holds the control character %(char)s",
                    text=self.called,
                    char=f"U+{ord(text[error.position]):04X}",
                ),
                line=self.first_line + text.count("\n", 0, error.position),
                remedy=phrase("remove it"),
            ) from None
        except (
            Exception
        ) as error:  # PyYAML also fails with what is no YAMLError: ValueError, RecursionError, IndexError
            raise self.failure(
                phrase("%(text)s cannot be read (%(error)s)", text=self.called, error=type(error).__name__),
                line=1,
                remedy=phrase("write plain YAML"),
            ) from None

    def _built(self, events: Iterable[yaml.Event]) -> PlainYaml:
        """The value that the events tell, without recursion."""
        building = _Building(self)
        documents = 0
        for event in events:
            line = self.first_line + (event.start_mark.line if event.start_mark else 0)
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self.failure(
                        phrase("%(text)s is more than one document", text=self.called),
                        line=line,
                        remedy=phrase("keep one"),
                    )
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise self.failure(
                    phrase("%(text)s uses an anchor or alias", text=self.called),
                    line=line,
                    remedy=phrase("write the value out"),
                )
            if isinstance(event, yaml.NodeEvent) and getattr(event, "tag", None):
                raise self.failure(
                    phrase("%(text)s uses a tag", text=self.called),
                    line=line,
                    remedy=phrase("write the plain value, in quotes if need be"),
                )
            if isinstance(event, yaml.ScalarEvent):
                null = event.style is None and event.value in _NULLS
                building.place("" if null else event.value, line)
            elif isinstance(event, yaml.CollectionStartEvent):
                building.open({} if isinstance(event, yaml.MappingStartEvent) else [], line)
            elif isinstance(event, yaml.CollectionEndEvent):
                building.close()
        return PlainYaml(building.top, building.lines)


class _Building:
    """The value as far as it has been read."""

    def __init__(self, reader: YamlReader) -> None:
        self.reader = reader
        self.top: Value | None = None
        self.lines: dict[Place, int] = {}
        self.path: list[dict[str, Value] | list[Value]] = []
        """The lists and mappings that are open."""
        self.places: list[Place] = []
        """Where each of them stands."""
        self.key: list[str | None] = []
        """Of each mapping that is open, the key whose value comes next."""

    def place(self, value: Value, line: int) -> Place:
        """Put a value, or a key, where it goes."""
        place: Place
        if not self.path:
            self.top, place = value, ()
        elif isinstance(holder := self.path[-1], list):
            place = (*self.places[-1], len(holder))
            holder.append(value)
        elif (key := self.key[-1]) is not None:
            place = (*self.places[-1], key)
            holder[key], self.key[-1] = value, None
        else:
            place = self._place_key(holder, value, line)
        self.lines.setdefault(place, line)
        return place

    def _place_key(self, holder: dict[str, Value], key: Value, line: int) -> Place:
        if not isinstance(key, str):
            raise self.reader.failure(
                phrase("%(text)s has a list or mapping for a key", text=self.reader.called),
                line=line,
                remedy=phrase("use words as keys"),
            )
        place = (*self.places[-1], key)
        if key in holder:
            raise self.reader.failure(
                phrase('the key "%(key)s" stands twice (line %(line)s)', key=one_text(key), line=self.lines[place]),
                line=line,
                remedy=phrase("remove one"),
            )
        holder[key], self.key[-1] = "", key
        return place

    def open(self, holder: dict[str, Value] | list[Value], line: int) -> None:
        """Begin a list or mapping."""
        place = self.place(holder, line)
        if len(self.path) == DEEPEST:
            raise self.reader.failure(
                phrase("%(text)s nests deeper than %(number)s", text=self.reader.called, number=DEEPEST),
                line=line,
                remedy=phrase("flatten it"),
            )
        self.path.append(holder)
        self.places.append(place)
        self.key.append(None)

    def close(self) -> None:
        """End the list or mapping that was opened last."""
        self.path.pop()
        self.places.pop()
        self.key.pop()


def one_text(value: Value) -> str:
    """A value as one line of text: a list with commas, of a mapping its name, or when it was created.

    >>> one_text(["A. Writer", {"name": "B.\\nWriter", "mail": "b@example.org"}])
    'A. Writer, B. Writer'
    """
    if isinstance(value, list):
        return ", ".join(text for part in value if (text := one_text(part)))
    if isinstance(value, dict):
        return next((one_text(part) for key, part in value.items() if key.lower() in ("name", "title", "created")), "")
    return " ".join("".join(_printable(char) for char in value).split())


def _printable(char: str) -> str:
    """A character as it may stand in a line: no controls, and no halves of one, which cannot be written to a file."""
    match unicodedata.category(char):
        case "Cc":
            return " "
        case "Cs":
            return "\ufffd"
        case _:
            return char
