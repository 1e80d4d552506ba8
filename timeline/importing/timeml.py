"""TimeML read back: a text, when it was published, and the time expressions that somebody marked in it.

Source: TimeML 1.2.1; as in TempEval-3 the TIMEX3 in DCT gives the publication date and those in TEXT are what was
marked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple
from xml.parsers import expat

from timeline.errors import ArticleError


class MarkedTime(NamedTuple):
    """A TIMEX3: where it stands, half-open, and what it says."""

    start: int
    end: int
    type: str
    value: str
    """Type and value are empty where they are not said."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The text of a TimeML file, white space and all, and what is marked in it."""

    name: str
    published: str
    """The value of the document creation time; empty where there is none."""
    text: str
    times: tuple[MarkedTime, ...]
    """In the order of the text."""


def read_timeml(data: bytes, name: str = "") -> MarkedText:
    """The text of a TimeML file; a TIMEX3 without words is left out.

    >>> found = read_timeml(b'<TimeML><TEXT>It was <TIMEX3 type="DATE" value="2015">2015</TIMEX3>.</TEXT></TimeML>')
    >>> found.text, found.times
    ('It was 2015.', (MarkedTime(start=7, end=11, type='DATE', value='2015'),))

    Raises:
        ArticleError: it is no XML, has no TEXT, or declares entities, which could grow without end.
    """
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ArticleError(
            f"no XML: {expat.ErrorString(error.code)}", line=error.lineno, remedy="write it as TimeML"
        ) from None
    except (LookupError, ValueError) as error:  # an encoding that nobody knows, or one of several bytes
        raise ArticleError(f"no XML: {error}", remedy="write it in UTF-8") from None
    if not reader.has_text:
        raise ArticleError("has no TEXT", remedy="write it as TimeML")
    return MarkedText(name, reader.published, "".join(reader.pieces), tuple(sorted(reader.times)))


class _Reader:
    """Reads a file from its first character to its last, without recursion, however deep it nests."""

    def __init__(self) -> None:
        self.has_text = False
        self.published = ""
        self.pieces: list[str] = []
        self.times: list[MarkedTime] = []
        self._dated = False
        self._length = 0
        self._open: list[tuple[str, int, dict[str, str]]] = []
        self._depth_of_text = 0
        self._creation_times = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._refuse
        self.parser.SkippedEntityHandler = self._refuse

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        # TimeML has no namespace of its own; some writers give it one.
        name = name.rpartition(":")[2]
        if name == "TEXT" and not self.has_text and self._open:
            self.has_text = True
            self._depth_of_text = len(self._open) + 1
        elif name == "DCT":
            self._creation_times += 1
        elif name == "TIMEX3" and self._creation_times and not self._dated:
            self._dated = True
            self.published = attributes.get("value", "")
        self._open.append((name, self._length, attributes))

    def _end(self, _: str) -> None:
        name, start, attributes = self._open.pop()
        if len(self._open) + 1 == self._depth_of_text:
            self._depth_of_text = 0
        elif name == "DCT":
            self._creation_times -= 1
        elif name == "TIMEX3" and self._depth_of_text and start < self._length:
            self.times.append(MarkedTime(start, self._length, attributes.get("type", ""), attributes.get("value", "")))

    def _characters(self, text: str) -> None:
        if self._depth_of_text:
            self.pieces.append(text)
            self._length += len(text)

    def _refuse(self, *_: object) -> None:
        raise ArticleError(
            "declares or uses entities of its own",
            line=self.parser.CurrentLineNumber,
            remedy="write the characters themselves",
        )
