"""The order of words in a language whose verb comes second, once the first place is empty.

"Am Montag [eröffnete die Ministerin] die Brücke" is, without its date, "Die Ministerin eröffnete die Brücke".
"""

from __future__ import annotations

from itertools import takewhile

from timeline.clauses.parse import Parse
from timeline.clauses.segments import Kind
from timeline.clauses.shortening import LONGEST
from timeline.clauses.tokens import NOUNLIKE, Tag


def without_first_date(parse: Parse, kept: list[int]) -> list[int] | None:
    """The tokens without the date in the first place, the subject in its stead; None where that cannot be told."""
    date = _first_date(parse, kept, parse.words.dating | (parse.words.temporal - parse.words.lasting))
    if date is None:
        return None
    rest = kept[date + 1 :]
    subject = _subject(parse, rest)
    return None if subject is None else [*subject, *(place for place in rest if place not in subject)]


def with_verb_second(parse: Parse, kept: list[int]) -> list[int]:
    """A subordinate clause as a sentence: "nachdem ein Gericht ihn verurteilt [hatte]" is "ein Gericht hatte ihn verurteilt".

    And a sentence whose first place was another clause: "[wurde] der Damm repariert" is "der Damm wurde repariert". A
    subordinate clause whose verb cannot go to the second place as it is ("Konkurs anmeldete") stays in its sentence.
    """
    places = [place for place in kept if parse.tokens[place].tag not in (*_BEFORE, *_OPENING, Tag.BREAK)]
    places = [place for place in places if parse.tokens[place].text != "."]
    if len(places) < 2:
        return kept
    first, last = places[0], places[-1]
    opened = parse.home[first].kind in (Kind.SUBORDINATE, Kind.CONTENT)
    if opened and parse.tokens[first - 1].tag in _OPENING:
        date = _leading_date(parse, places, parse.words.dating | (parse.words.temporal - parse.words.lasting))
        told = places if date is None else places[date + 1 :]
        subject = _subject(parse, [last, *told[:-1]]) if _finite(parse, last) else None
        if subject is not None and subject[0] == told[0]:
            if subject == told[:-1]:
                # Right before its verb a preposition goes with that: "in Kraft trat", and "in Lota brach" can.
                subject = list(takewhile(lambda place: parse.tokens[place].tag is not Tag.PREPOSITION, subject))
            return [*subject, last, *(place for place in told[:-1] if place not in subject)]
        return _sentence_around(parse, first) or kept
    if parse.home[first].opener != first and parse.comma_before(first) and _verb(parse, first):
        subject = _subject(parse, places)
        if subject is not None:
            return [*subject, *(place for place in places if place not in subject)]
    return kept


def described_as_sentence(parse: Parse, noun: list[int], clause: list[int]) -> list[int] | None:
    """What a relative clause tells as a sentence of its noun: "die Brücke, die 1912 gebaut [wurde]" is "die Brücke wurde
    1912 gebaut"; None where the noun could be in another case than the first.
    """
    while noun and parse.tokens[noun[-1]].tag is Tag.WORD:
        noun = noun[:-1]  # "nahm [zwei Männer] fest, die"
    rest = [
        place for place in clause[1:] if parse.tokens[place].tag is not Tag.COMMA and parse.tokens[place].text != "."
    ]
    if not noun or not rest or not _finite(parse, rest[-1]):
        return None
    relative, determiner = parse.tokens[clause[0]].lower, parse.tokens[noun[0]].lower
    governed = noun[0] > 0 and parse.tokens[noun[0] - 1].tag is Tag.PREPOSITION
    agrees = determiner == relative or determiner not in parse.words.relatives
    named = parse.tokens[noun[0]].tag is not Tag.DETERMINER or determiner in parse.words.nominative
    if governed or not agrees or not named or relative not in parse.words.nominative:
        return None
    if parse.tokens[rest[0]].lower in parse.words.nominative or parse.tokens[rest[0]].tag is Tag.PRONOUN:
        return None  # "das Werk, das [die Firma] schließt"
    return [*noun, rest[-1], *rest[:-1]]


def _sentence_around(parse: Parse, place: int) -> list[int] | None:
    """The clause with all that it is told with; None where that is too long for a line."""
    root = parse.home[place].root
    around = [other for other in range(len(parse.tokens)) if parse.home[other].root is root]
    length = parse.tokens[around[-1]].end - parse.tokens[around[0]].start
    return around if length <= LONGEST and len(around) > len(parse.home[place].tokens) + 1 else None


def _finite(parse: Parse, place: int) -> bool:
    """Whether the word is a verb that can go to the second place as it is, without a part that would stay behind."""
    token = parse.tokens[place]
    return token.lower in parse.words.auxiliaries or token.lower in parse.words.past


_OPENING = (Tag.SUBORDINATOR, Tag.COMPLEMENTISER)


def fills_first_place(parse: Parse, kept: list[int], date: int) -> bool:
    """Whether nothing would come before the verb without the date."""
    first = _first_date(parse, kept, parse.words.dating | parse.words.temporal)
    return first is not None and kept[first] == date


def shared_subject(parse: Parse, core: list[int]) -> list[int]:
    """The subject of a further predicate: "[Die Sonde] startete und [erreichte den Kometen]"; empty if there is none."""
    segment = parse.home[core[0]]
    if parse.comma_before(core[0]) and segment.tokens[0] < core[0] - 1 and _verb(parse, core[0]):
        first = [place for place in segment.tokens if place < core[0] and parse.tokens[place].tag is not Tag.COMMA]
        return first if _subject(parse, [core[0], *first]) == first else []  # "Die Brücke, die…, [stürzte] ein"
    if parse.tokens[core[0]].tag is not Tag.COORDINATOR or len(core) < 2 or not _verb(parse, core[1]):
        return []
    if segment.verb is None or segment.verb >= core[0]:
        return []
    first = [place for place in segment.tokens if place < segment.verb]
    return first if first and _subject(parse, [segment.verb, *first]) == first else []


def _first_date(parse: Parse, kept: list[int], binding: frozenset[str]) -> int | None:
    """Which of the tokens is a date that, with the words that bind it, is all there is before the verb."""
    number = _leading_date(parse, kept, binding)
    return number if number is not None and _verb(parse, kept[number + 1]) else None


def _leading_date(parse: Parse, kept: list[int], binding: frozenset[str]) -> int | None:
    """Which of the tokens is a date that, with the words that bind it, the line begins with."""
    number = 0
    while number < len(kept) and parse.tokens[kept[number]].tag in _BEFORE:
        number += 1
    while number < len(kept) and parse.tokens[kept[number]].lower in binding:
        number += 1
    return number if number + 1 < len(kept) and parse.tokens[kept[number]].tag is Tag.TIME else None


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
    owned = token.lower in parse.words.owning and before.tag is Tag.NAME
    binds = owned or token.tag is Tag.PREPOSITION or (token.tag is Tag.COORDINATOR and before.tag is Tag.NAME)
    return described and binds and after is not None and after.tag is Tag.NAME
