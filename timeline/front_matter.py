"""Front matter: the YAML between two lines of `---` at the head of an article.

It comes from strangers, so only plain YAML is read, and no more of it than a head needs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from timeline.errors import ArticleError
from timeline.plain_yaml import Value, YamlReader, one_text
from timeline.wording import phrase

LONGEST: Final = 64 * 1024
"""Characters of the longest front matter that is read."""
_READER = YamlReader(longest=LONGEST)
_LINE = re.compile(r"(?P<words>[^\r\n]*)(?:\r\n?|\n|\Z)")
_NEWLINE = re.compile(r"\r\n?|\n")


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
    raise ArticleError(
        phrase("the front matter is opened and never closed"), line=1, remedy=phrase('close it with a line "---"')
    )


def read_front_matter(text: str) -> FrontMatter:
    """What front matter says; `text` is what stands between the fences.

    >>> read_front_matter("date: 2015-08-14\\ntags: [talks, syria]").values
    {'date': '2015-08-14', 'tags': ['talks', 'syria']}

    Raises:
        ArticleError: it is not plain YAML; the line counts from the opening fence as 1.
    """
    read = _READER.read(text)
    if read.value is None:
        return FrontMatter()
    if not isinstance(read.value, dict):
        raise ArticleError(
            phrase("the front matter has no keys"),
            line=read.lines[()],
            remedy=phrase('write lines such as "date: 2015-08-14"'),
        )
    lines = {str(place[0]): line for place, line in read.lines.items() if len(place) == 1}
    return FrontMatter(_first_in_any_case(read.value), lines)


def _first_in_any_case(values: dict[str, Value]) -> dict[str, Value]:
    kept: dict[str, Value] = {}
    seen: set[str] = set()
    for key, value in values.items():
        if key.lower() not in seen:
            kept[key] = value
            seen.add(key.lower())
    return kept
