"""The order of words in a language whose verb comes second, once the first place is empty.

"Am Montag [eröffnete die Ministerin] die Brücke" is, without its date, "Die Ministerin eröffnete die Brücke".
"""

from __future__ import annotations

from timeline.clauses.parse import Parse
from timeline.clauses.tokens import NOUNLIKE, Tag


def without_first_date(parse: Parse, kept: list[int]) -> list[int] | None:
    """The tokens without the date in the first place, the subject in its stead; None where that cannot be told."""
    date = _first_date(parse, kept, parse.words.dating | (parse.words.temporal - parse.words.lasting))
    if date is None:
        return None
    rest = kept[date + 1 :]
    subject = _subject(parse, rest)
    return None if subject is None else [*subject, *(place for place in rest if place not in subject)]


def fills_first_place(parse: Parse, kept: list[int], date: int) -> bool:
    """Whether nothing would come before the verb without the date."""
    first = _first_date(parse, kept, parse.words.dating | parse.words.temporal)
    return first is not None and kept[first] == date


def shared_subject(parse: Parse, core: list[int]) -> list[int]:
    """The subject of a further predicate: "[Die Sonde] startete und [erreichte den Kometen]"; empty if there is none."""
    segment = parse.home[core[0]]
    if parse.tokens[core[0]].tag is not Tag.COORDINATOR or len(core) < 2 or not _verb(parse, core[1]):
        return []
    if segment.verb is None or segment.verb >= core[0]:
        return []
    first = [place for place in segment.tokens if place < segment.verb]
    return first if first and _subject(parse, [segment.verb, *first]) == first else []


def _first_date(parse: Parse, kept: list[int], binding: frozenset[str]) -> int | None:
    """Which of the tokens is a date that, with the words that bind it, is all there is before the verb."""
    number = 0
    while number < len(kept) and parse.tokens[kept[number]].tag in _BEFORE:
        number += 1
    while number < len(kept) and parse.tokens[kept[number]].lower in binding:
        number += 1
    dated = number + 1 < len(kept) and parse.tokens[kept[number]].tag is Tag.TIME
    return number if dated and _verb(parse, kept[number + 1]) else None


_BEFORE = (Tag.COORDINATOR, Tag.COMMA, Tag.QUOTE, Tag.DASH)


def _verb(parse: Parse, place: int) -> bool:
    """Whether the word behind the first place is the verb, as the grammar has it, and not more of that place."""
    token = parse.tokens[place]
    return token.tag in (Tag.FINITE, Tag.PAST, Tag.WORD) and token.text[0].islower()


def _subject(parse: Parse, rest: list[int]) -> list[int] | None:
    """The subject behind the verb at the head of `rest`, in one piece; None where it does not begin there."""
    tokens, words = parse.tokens, parse.words
    start = 1
    while start < len(rest) and (tokens[rest[start]].tag is Tag.ADVERB or tokens[rest[start]].lower in words.reflexive):
        start += 1
    if start == len(rest):
        return None
    first = tokens[rest[start]]
    if first.tag is Tag.PRONOUN:
        return rest[start : start + 1]
    determined = first.lower in words.nominative
    if not determined and first.tag not in (Tag.NAME, Tag.NUMBER):
        return None
    end = start + 1
    while end < len(rest) and _goes_on(parse, rest, end, described=determined):
        end += 1
    return rest[start:end] if any(tokens[place].tag is Tag.NAME for place in rest[start:end]) else None


def _goes_on(parse: Parse, rest: list[int], number: int, *, described: bool) -> bool:
    """Whether a noun phrase goes on: with its noun, a name, or a preposition and the name it binds."""
    token, before = parse.tokens[rest[number]], parse.tokens[rest[number - 1]]
    after = parse.tokens[rest[number + 1]] if number + 1 < len(rest) else None
    if token.tag is Tag.NAME:
        return True
    if token.tag in NOUNLIKE:
        return before.tag is Tag.DETERMINER or before.lower in parse.words.nominative
    binds = token.tag is Tag.PREPOSITION or (token.tag is Tag.COORDINATOR and before.tag is Tag.NAME)
    return described and binds and after is not None and after.tag is Tag.NAME
