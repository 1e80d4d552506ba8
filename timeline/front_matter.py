"""Front matter: the YAML between two lines of `---` at the head of an article.

It comes from strangers, so only plain YAML is read: mappings, lists and text. Nothing is converted (a
date stays the words it is), and what could stand for more than it shows is refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import yaml

from timeline.errors import ArticleError

LONGEST: Final = 64 * 1024
"""Characters of the longest front matter that is read."""
DEEPEST: Final = 20
"""How many lists and mappings may nest."""

Value = str | list["Value"] | dict[str, "Value"]

_LINE = re.compile(r"(?P<words>[^\r\n]*)(?:\r\n?|\n|\Z)")
_NEWLINE = re.compile(r"\r\n?|\n")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head of an article says, and where."""

    values: Mapping[str, Value] = field(default_factory=dict)
    """By key, as written; of keys that differ in case only, the first."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each key, from 1."""

    def find(self, keys: Sequence[str]) -> tuple[str, str] | None:
        """The first of the keys that has a value, in any case: how it is written, and its value as one text.

        >>> FrontMatter({"Published_At": "2015-08-14", "date": ""}).find(["date", "published_at"])
        ('Published_At', '2015-08-14')
        """
        for wanted in keys:
            for key, value in self.values.items():
                if key.lower() == wanted.lower() and (text := one_text(value)):
                    return key, text
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """The values of a list, or of a text with commas."""
        for each, value in self.values.items():
            if each.lower() == key:
                parts = value if isinstance(value, list) else one_text(value).split(",")
                return tuple(text for part in parts if (text := one_text(part)))
        return ()


def split_front_matter(text: str) -> tuple[str | None, str, int]:
    """The front matter without its fences, the body, and the line the body starts on.

    >>> split_front_matter("---\\ntitle: Talks\\n---\\nThey met.")
    ('title: Talks\\n', 'They met.', 4)
    >>> split_front_matter("They met.")
    (None, 'They met.', 1)

    Raises:
        ArticleError: the front matter is opened and not closed.
    """
    opening = _LINE.match(text)
    if opening is None or opening["words"].rstrip() != "---":
        return None, text, 1
    number, position = 1, opening.end()
    while position < len(text):
        line = _LINE.match(text, position)
        assert line is not None  # the pattern matches anywhere
        number += 1
        if line["words"].rstrip() in ("---", "..."):
            return _NEWLINE.sub("\n", text[opening.end() : position]), text[line.end() :], number + 1
        position = line.end()
    raise ArticleError("the front matter is opened and never closed", line=1, remedy='close it with a line "---"')


def read_front_matter(text: str) -> FrontMatter:
    """What front matter says; `text` is what stands between the fences.

    >>> read_front_matter("date: 2015-08-14\\ntags: [talks, syria]").values
    {'date': '2015-08-14', 'tags': ['talks', 'syria']}

    Raises:
        ArticleError: it is not plain YAML; the line counts from the opening fence as 1.
    """
    if len(text) > LONGEST:
        raise ArticleError(f"the front matter is longer than {LONGEST} characters", line=1, remedy="shorten it")
    try:
        return _build(yaml.parse(text, Loader=yaml.SafeLoader))
    except ArticleError:
        raise
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ArticleError(
            f"the front matter is no YAML ({error.problem or error.context})",
            line=2 + (mark.line if mark else 0),
            remedy="put a value that holds a colon or a quotation mark in quotes",
        ) from None
    except yaml.reader.ReaderError as error:
        raise ArticleError(
            f"the front matter holds the control character U+{ord(text[error.position]):04X}",
            line=2 + text.count("\n", 0, error.position),
            remedy="remove it",
        ) from None
    except Exception as error:  # PyYAML also fails with what is no YAMLError: ValueError, RecursionError, IndexError
        raise ArticleError(
            f"the front matter cannot be read ({type(error).__name__})", line=1, remedy="write plain YAML"
        ) from None


def one_text(value: Value) -> str:
    """A value as one line of text: a list with commas, of a mapping its name.

    >>> one_text(["A. Writer", {"name": "B.\\nWriter", "mail": "b@example.org"}])
    'A. Writer, B. Writer'
    """
    if isinstance(value, list):
        return ", ".join(text for part in value if (text := one_text(part)))
    if isinstance(value, dict):
        return next((one_text(part) for key, part in value.items() if key.lower() in ("name", "title")), "")
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


def _build(events: Iterator[yaml.Event]) -> FrontMatter:
    """The mapping that the events tell, without recursion."""
    top: dict[str, Value] = {}
    lines: dict[str, int] = {}
    open_values: list[dict[str, Value] | list[Value]] = []
    keys: list[str | None] = []  # of each open mapping, the key whose value comes next

    def place(value: Value, line: int) -> None:
        if not open_values:
            raise ArticleError(
                "the front matter has no keys", line=line, remedy='write lines such as "date: 2015-08-14"'
            )
        holder = open_values[-1]
        if isinstance(holder, list):
            holder.append(value)
            return
        key = keys[-1]
        if key is not None:
            holder[key] = value
            keys[-1] = None
            return
        if not isinstance(value, str):
            raise ArticleError(
                "the front matter has a list or mapping for a key", line=line, remedy="use words as keys"
            )
        if value in holder:
            first = f" (line {lines[value]})" if holder is top else ""
            raise ArticleError(f'the key "{one_text(value)}" stands twice{first}', line=line, remedy="remove one")
        if holder is top:
            lines[value] = line
        holder[value] = ""
        keys[-1] = value

    documents = 0
    for event in events:
        line = 2 + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise ArticleError("the front matter is more than one document", line=line, remedy="keep one")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise ArticleError("the front matter uses an anchor or alias", line=line, remedy="write the value out")
        if isinstance(event, yaml.NodeEvent) and getattr(event, "tag", None):
            raise ArticleError(
                "the front matter uses a tag", line=line, remedy="write the plain value, in quotes if need be"
            )
        if isinstance(event, yaml.ScalarEvent):
            null = event.style is None and event.value in _NULLS
            place("" if null else event.value, line)
        elif isinstance(event, yaml.CollectionStartEvent):
            value: dict[str, Value] | list[Value]
            value = (top if not open_values else {}) if isinstance(event, yaml.MappingStartEvent) else []
            if open_values or isinstance(value, list):
                place(value, line)
            if len(open_values) == DEEPEST:
                raise ArticleError(f"the front matter nests deeper than {DEEPEST}", line=line, remedy="flatten it")
            open_values.append(value)
            keys.append(None)
        elif isinstance(event, yaml.CollectionEndEvent):
            open_values.pop()
            keys.pop()
    return FrontMatter(_first_in_any_case(top), lines)


def _first_in_any_case(values: dict[str, Value]) -> dict[str, Value]:
    kept: dict[str, Value] = {}
    seen: set[str] = set()
    for key, value in values.items():
        if key.lower() not in seen:
            kept[key] = value
            seen.add(key.lower())
    return kept
