"""Where sentences begin and end, in prose of any language, by one set of rules.

A sentence ends at a full stop, question or exclamation mark, at a blank line, and at a line break that
the writer made on purpose, and where it is longer than anybody reads. A full stop ends none behind an abbreviation or an initial, in a German
ordinal ("3. August") or where the text goes on in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil
from typing import Final

from timeline.abbreviations import (
    BEFORE_NAMES,
    BEFORE_NUMBERS,
    BEFORE_ORDINALS,
    CLOCKS,
    DATES,
    ENDING_WORDS,
    MONTHS_AND_DAYS,
    REPORTING,
    STARTERS,
    ZONES,
)
from timeline.spans import Span

_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*")
_LINE_BREAK = re.compile(r"(?:\r\n?|\n)(?P<indent>[^\S\r\n]*)")
_ITEM = re.compile(r"(?:[-*•‣·–—]|\(?\d{1,3}[.)]|\(?[a-z]\))\s")
# An end mark, what closes behind it (quotation marks, brackets, references like "[3]"), the gap that follows.
_END = re.compile(r"(?P<mark>[.!?…]+|[。！？｡]+)(?P<closers>(?:[\"'”’»›“)\]]|\[\d{1,3}\])*)(?P<gap>\s*)")
_WORD_BEFORE = re.compile(r"[^\s\"'“”„‘’«»‹›()\[\]—–/]+\Z")
_WORD = re.compile(r"[^\W_]+")
_OPENERS = "\"'“„‘«‹([¿¡*`"
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}\Z")
_GLUED = re.compile(r"[^\W\d_][^\W\d_]+(?=[\s,;:’'.!?]|\Z)")
_NUMERIC_DATE = re.compile(r"\d{1,2}\.(?:\s?\d{2,4})?(?!\d)")
_WIDEST = 200
"""Characters of the longest line that somebody would wrap."""
LONGEST: Final = 4_000
"""Characters of the longest sentence; its pieces are too long still to have clauses."""
_ROOM = 400
"""In so many of its last characters a longer one is cut, behind a sign if there is one, else between two words."""
_GAPS = (re.compile(r"[,;:](?P<gap>\s+)"), re.compile(r"(?P<gap>\s+)"))
_LOOK_BACK = 32
"""How many characters before a full stop are looked at: an abbreviation is short."""


def split_sentences(text: str) -> list[Span]:
    """The sentences of a text, in order, without the white space between them.

    >>> text = 'Mr. Khoja spoke at 5 p.m. on Aug. 13. "We agree," he said.He left.'
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['Mr. Khoja spoke at 5 p.m. on Aug. 13.', '"We agree," he said.', 'He left.']
    """
    blocks = list(_split(text, 0, len(text), (found.span() for found in _BLANK_LINE.finditer(text))))
    width = max((end - start for block in blocks for start, end in _lines(text, block)[:-1]), default=0)
    return [
        piece
        for block in blocks
        for part in _split(text, *block, _chosen_breaks(text, block, width))
        for sentence in _split(text, *part, _sentence_ends(text, part))
        for piece in _split(text, *sentence, _cuts(text, sentence))
    ]


def _cuts(text: str, sentence: Span) -> Iterator[tuple[int, int]]:
    """The gaps at which a sentence is cut that is longer than anybody reads: it would be quoted for each date in it."""
    start = sentence.start
    while sentence.end - start > LONGEST:
        left = sentence.end - start
        last = start + ceil(left / ceil(left / LONGEST))  # pieces alike: the last is no short sentence by itself
        for gap in _GAPS:
            found = [each.span("gap") for each in gap.finditer(text, last - _ROOM, last)]
            if found:
                break
        cut, start = found[-1] if found else (last, last)
        yield cut, start


def _split(text: str, start: int, end: int, gaps: Iterator[tuple[int, int]]) -> Iterator[Span]:
    """The parts between the gaps, white space trimmed, empty ones left out."""
    for gap_start, gap_end in (*gaps, (end, end)):
        part = text[start:gap_start]
        kept = part.strip()
        if kept:
            lead = len(part) - len(part.lstrip())
            yield Span(start + lead, start + lead + len(kept))
        start = gap_end


def _lines(text: str, block: Span) -> list[Span]:
    return list(_split(text, *block, (found.span() for found in _LINE_BREAK.finditer(text, *block))))


def _chosen_breaks(text: str, block: Span, usual: int) -> Iterator[tuple[int, int]]:
    """Line breaks that were made on purpose, such as those around a headline, a caption, an item of a list.

    A line that was only wrapped has no room for the first word of the next one.
    """
    breaks = list(_LINE_BREAK.finditer(text, *block))
    lines = _lines(text, block)
    lengths = [end - start for start, end in lines]
    width = max(45, max(lengths) if len(lengths) > 2 else usual)
    indent = 0
    for found, line, length in zip(breaks, lines, lengths, strict=False):
        before, after = text[line.end - 1], text[found.end() : found.end() + 1]
        deeper, indent = len(found["indent"].expandtabs()) >= indent + 2, len(found["indent"].expandtabs())
        if _ITEM.match(text, found.end()):
            yield found.span()
        elif after.islower() or before in ",;:-–—&(":
            continue
        elif deeper or width > _WIDEST or length + _word_length(text, found.end()) < 0.65 * width:
            yield found.span()


def _word_length(text: str, start: int) -> int:
    end = start
    while end < len(text) and end - start < _LOOK_BACK and not text[end].isspace():
        end += 1
    return end - start


def _sentence_ends(text: str, part: Span) -> Iterator[tuple[int, int]]:
    """The gaps behind each sentence of a part of one paragraph."""
    counted, quotes = part.start, 0
    for found in _END.finditer(text, *part):
        if found.end() >= part.end:
            return
        quotes += text.count('"', counted, found.start())
        counted = found.start()
        if found["closers"][:1] == '"' and not found["gap"] and quotes % 2 == 0:
            # 'Stoner said."He can't': the mark opens the next sentence.
            if text[found.end()].isalnum() and _ends_words(text, part.start, found):
                yield found.end("mark"), found.end("mark")
        elif _ends(text, part, found):
            yield found.end("closers"), found.end()


def _ends(text: str, part: Span, found: re.Match[str]) -> bool:
    """Whether a sentence ends at this end mark."""
    if found["mark"][0] in "。！？｡":
        return True
    start = found.end()
    while start < part.end and text[start] in _OPENERS:
        start += 1
    following = text[start : start + 1]
    if not found["gap"]:
        if not (following.isupper() and _GLUED.match(text, start)):
            return False
        return bool(found["closers"]) or start > found.end() or _ends_words(text, part.start, found)
    if following.islower():
        # "Al-Qaeda" is written small by some, "al-Assad" by all.
        return re.match(r"[ae]l-[A-Z]", text[start : start + 4]) is not None
    if following in {",", ";", ":", ")", "%"}:
        return False
    if found["mark"] != ".":
        # "Why?" Lavrov asked.
        return not (found["closers"] and REPORTING.match(text, start) and not _is_starter(text, start))
    return _stop_ends(text, part, found.start(), start)


def _ends_words(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether whole words stand before the end mark, not an address, a version or an abbreviation."""
    word = _word_before(text[max(start, found.start() - _LOOK_BACK) : found.start()])
    return (word.isalpha() and len(word) > 1 and word[-1].islower()) or (word.isdigit() and len(word) == 4)


def _word_before(text: str) -> str:
    """The last word of a text, full stops inside it included."""
    found = _WORD_BEFORE.search(text)
    return found[0] if found else ""


def _stop_ends(text: str, part: Span, stop: int, start: int) -> bool:
    """Whether the full stop at `stop` ends a sentence, if `start` is where the text goes on."""
    word = _word_before(text[max(part.start, stop - _LOOK_BACK) : stop])
    lower = word.lower()
    found = _WORD.match(text, start)
    following = found[0] if found else ""
    begins = _is_starter(text, start)
    if word.isdigit():
        return _number_ends(text, part.start, stop - len(word), start, word, following)
    if lower in BEFORE_NAMES:
        return False
    if lower in BEFORE_NUMBERS:
        return not following[:1].isdigit()
    if lower in DATES and word[:1].isupper():
        return not (following[:1].isdigit() or following.lower() in MONTHS_AND_DAYS)
    if lower in CLOCKS:
        return following.lower() not in MONTHS_AND_DAYS and following not in ZONES
    if lower in ENDING_WORDS and (word[:1].isupper() or not ENDING_WORDS[lower]):
        return begins
    if len(word) == 1 and word.isalpha():
        # An initial, or the last letter of "z. B.".
        before = _word_before(text[max(part.start, stop - _LOOK_BACK) : stop - 1].rstrip())
        return begins and word.isupper() and not (len(before) == 2 and before[-1] == ".")
    if _DOTTED.match(word):
        return begins
    return True


def _is_starter(text: str, start: int) -> bool:
    found = _WORD.match(text, start)
    return found is not None and found[0].lower() in STARTERS


def _number_ends(text: str, first: int, number: int, start: int, word: str, following: str) -> bool:
    """Whether a number's full stop ends a sentence, and makes no ordinal of it."""
    if len(word) > 3:
        return True
    if following.lower() in MONTHS_AND_DAYS or _NUMERIC_DATE.match(text, start):
        return False
    if number == first:
        return False  # "1. Talks": a list
    before = _word_before(text[max(first, number - _LOOK_BACK) : number].rstrip())
    if before[:-1].isdigit() and before[-1] == "." and following.isdigit():
        return False  # 24. 3. 1976
    return before.lower() not in BEFORE_ORDINALS
