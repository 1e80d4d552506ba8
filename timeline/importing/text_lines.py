"""The lines that `timeline tag`, `events` and `summarize` read: one text, as JSON.

Other programs write these fields: read more of them, rename none.
"""

from __future__ import annotations

import msgspec

from timeline.errors import UsageError


class TextLine(msgspec.Struct, frozen=True):
    """One line of input."""

    text: str
    id: object = None
    published: str | None = None
    """An ISO date or date-time; absent or empty, only what the text itself fixes is resolved."""
    language: str = ""
    style: str = ""
    """Language and style are empty where the line does not say them; what they are then is not for it to say."""
    title: str | None = None
    """The headline of an article; only a summary reads it."""


def read_line(line: bytes) -> TextLine:
    """The text of one line of JSON.

    >>> read_line(b'{"id": "a1", "published": "2015-08-14", "text": "Kerry met Lavrov last week."}').published
    '2015-08-14'

    Raises:
        UsageError: the line is no JSON object, or lacks its text.
    """
    try:
        return _READER.decode(line)
    except msgspec.ValidationError as error:
        raise UsageError(_lower(error), remedy='write {"id": …, "published": "2015-08-14", "text": "…"}') from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"no JSON: {_lower(error)}", remedy="write one JSON object a line") from None


_READER = msgspec.json.Decoder(TextLine)


def _lower(error: Exception) -> str:
    text = str(error).removeprefix("JSON is malformed: ")
    return text[:1].lower() + text[1:]
