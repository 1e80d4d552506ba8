"""Words that are to stand in Markdown as they are: nothing in them is a heading, a link, or a comment."""

from __future__ import annotations

import re

_INLINE = re.compile(r"[\\`*\[\]<~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,32};)|!(?=\[)|\|")
_OPENING = re.compile(r"(?:[#>=+:-]|\d{1,9}(?=[.)]))")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_LONG = 90
"""Characters of a line, on average, that is a paragraph of its own."""


def escape(text: str) -> str:
    """One paragraph, on one line, as Markdown that says just this.

    >>> escape("# not <b>bold</b>")
    '\\\\# not \\\\<b>bold\\\\</b>'
    >>> escape("1. August: 3 * 4")
    '1\\\\. August: 3 \\\\* 4'
    """
    line = " ".join(_CONTROL.sub(" ", text).split())
    line = _INLINE.sub(lambda sign: "\\" + sign[0], line)
    opening = _OPENING.match(line)
    if opening is None:
        return line
    place = 0 if not opening[0].isdecimal() else opening.end()
    return f"{line[:place]}\\{line[place:]}"


def text_to_markdown(text: str) -> str:
    """Plain text as Markdown: paragraphs between blank lines, or each line, where lines are as long as that.

    >>> text_to_markdown("The dam failed\\non Friday.\\n\\n*** It rained.")
    'The dam failed on Friday.\\n\\n\\\\*\\\\*\\\\* It rained.'
    """
    text = re.sub(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]", "\n", text).strip()
    paragraphs = _BLANK.split(text)
    if len(paragraphs) == 1 and len(text) > _LONG * (text.count("\n") + 1):
        paragraphs = text.split("\n")
    return "\n\n".join(line for part in paragraphs if (line := escape(part)))
