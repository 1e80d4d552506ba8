"""A line without its dates: which it can do without, and what goes with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.clauses.parse import Parse
from timeline.clauses.segments import Kind
from timeline.clauses.tokens import PUNCTUATION, VERBS, Tag
from timeline.clauses.verb_second import fills_first_place

_COMPOUND = re.compile(r"-[^\W\d_]")
_SPOKEN = (Tag.FINITE, Tag.PAST)


def without_dates(parse: Parse, kept: list[int], core: Sequence[int], *, attributed: bool) -> list[int]:
    """The words of a line without the dates of its clause, `core`, and of what stands before it.

    The dates of what is said stay; `attributed`: what is said stands before the clause, which tells who said it.
    """
    for date in parse.times(kept):
        ours = date in core if attributed else date <= core[-1]
        if ours and not stays(parse, kept, date):
            kept = without_date(parse, without_when(parse, kept, date), date)
    return kept


def compares(parse: Parse, core: Sequence[int]) -> bool:
    """Whether a clause only tells what is compared with, and says nothing without the dates of both."""
    first, after = parse.tokens[core[0]], parse.after(core[0])
    dated = after is not None and after.tag is Tag.TIME
    return first.lower in parse.words.contrasts or (first.lower in parse.words.comparisons and not dated)


def stays(parse: Parse, kept: list[int], date: int) -> bool:
    """Whether a line needs its date: as a subject, as an owner, in a word, or as the end of what lasts."""
    return (
        _begins(parse, kept, date)
        or _in_noun(parse, kept, date)
        or _completes(parse, date)
        or _bounds(parse, kept, date)
    )


def _begins(parse: Parse, kept: list[int], date: int) -> bool:
    """Whether nothing would come before the verb without it: "In May followed another", "Last year saw a drought"."""
    if fills_first_place(parse, kept, date) and (parse.words.verb_second or parse.tokens[date + 1].tag in _SPOKEN):
        return True
    rest = (parse.tokens[place] for place in kept if place > date and parse.tokens[place].tag is not Tag.ADVERB)
    verb = next(rest, None)
    return date == kept[0] and verb is not None and verb.tag in _SPOKEN


def _in_noun(parse: Parse, kept: list[int], date: int) -> bool:
    """Whether it is part of what a noun is: "Friday's vote", "a May 1968-style revolt", "a letter dated 3 May"."""
    before, after = parse.before(date), parse.after(date)
    if after is not None:
        joined = after.start == parse.tokens[date].end and _COMPOUND.match(parse.text, after.start)
        if joined or parse.possessive(date + 1):
            return True
    if date + 1 in kept and parse.home[date + 1].kind is Kind.RELATIVE and parse.home[date + 1].opener == date + 1:
        return True  # "the quarter that ended in May"
    if before is not None and before.lower in parse.words.dated | parse.words.indefinite:
        return True  # "an early morning call"
    return "-" in parse.tokens[date].text.strip("-")  # "a June-long strike"


def _bounds(parse: Parse, kept: list[int], date: int) -> bool:
    """Whether it is what something lasts to, is done by or is compared with: "until May", "lower than a year ago"."""
    before = parse.before(date)
    if any(parse.bounds_period(parse.home[place]) for place in (date, date + 1) if place in kept):
        return True  # "the quarter ended 30 September"
    if before is not None and before.lower in parse.words.comparisons - parse.words.temporal:
        return True
    binding = (place for place in (date - 1, date - 2) if place in kept)
    return any(parse.lasts(place) or parse.bounds_when(place) for place in binding)


def _completes(parse: Parse, date: int) -> bool:
    """Whether the words before a date say nothing without it: a preposition that binds no time, or "was"."""
    place = date - 1
    binding = parse.words.temporal | parse.words.dating | parse.words.genitive
    governed = place >= 0 and parse.tokens[place].tag is Tag.PREPOSITION and not parse.attributive(date)
    if governed and parse.tokens[place].lower not in binding and not _particle(parse, place):
        return True
    while place >= 0 and (
        parse.tokens[place].tag in (Tag.PREPOSITION, Tag.ADVERB) or parse.tokens[place].lower in parse.words.dating
    ):
        place -= 1
    after = parse.after(date)
    ended = (
        after is None
        or after.tag in PUNCTUATION - {Tag.QUOTE} | {Tag.COORDINATOR, Tag.SUBORDINATOR}
        or after.text == "."
    )
    return place > 0 and ended and parse.tokens[place].lower in parse.words.copulas


def without_date(parse: Parse, kept: list[int], date: int) -> list[int]:
    """The words without a date and the prepositions that bind it."""
    if parse.attributive(date) and not parse.of_noun(date):
        graded = date - 1 in kept and parse.tokens[date - 1].lower in parse.words.degrees | parse.words.superlatives
        return [
            place for place in kept if place != date and not (graded and place == date - 1)
        ]  # "by [overnight] losses"
    first = _start_of_when(parse, kept, date)
    cut = set(range(first, date + 1))
    after = parse.after(date)
    if after is not None and after.lower in parse.words.clinging:
        cut.add(date + 1)  # "In May [alone], four ships sank"
    commas = (place in kept and parse.tokens[place].tag is Tag.COMMA for place in (first - 1, date + 1))
    if all(commas):
        cut.add(first - 1)  # ", on Sunday," leaves one comma
    remaining = [place for place in kept if place not in cut]
    if date + 1 in remaining and _joins_nothing(parse, remaining, date + 1):
        remaining.remove(date + 1)
    return remaining


def _start_of_when(parse: Parse, kept: list[int], date: int) -> int:
    """Where the words begin that bind a date: "[late on] Sunday", "at [the end of] May"."""
    first = date
    while first - 1 in kept and parse.tokens[first - 1].lower in parse.words.dating:
        first -= 1
    partial = first < date and parse.tokens[first].lower in parse.words.genitive
    if partial and first - 1 in kept and parse.tokens[first - 1].lower in parse.words.stretches:
        first -= 1  # "for [most of] the year"
        if first - 1 in kept and parse.tokens[first - 1].tag is Tag.DETERMINER:
            first -= 1
    bound = first - 1 in kept and parse.tokens[first - 1].lower in parse.words.temporal
    if not bound or _particle(parse, first - 1):
        return first
    first -= 1
    before, earlier = parse.before(first), parse.before(first - 1)
    if before is None or first - 1 not in kept:
        return first
    again = before.tag is Tag.ADVERB and earlier is not None and earlier.tag is Tag.COORDINATOR
    return first - 1 if again or before.lower in parse.words.parting else first  # "in May and [again] in June"


def _joins_nothing(parse: Parse, remaining: list[int], place: int) -> bool:
    """Whether a word that joins dates has none to join: "from June 3 [to] June 5", "in 1990 [and] 1991"."""
    joint = parse.tokens[place]
    if joint.tag not in (Tag.COORDINATOR, Tag.COMMA):
        return False
    following = place + 1
    binding = parse.words.temporal | parse.words.dating
    while following < len(parse.tokens) and (
        parse.tokens[following].lower in binding or parse.tokens[following].tag is Tag.ADVERB
    ):
        following += 1
    dated = following < len(parse.tokens) and parse.tokens[following].tag is Tag.TIME
    return dated or (joint.tag is Tag.COMMA and remaining[0] == place)


def without_when(parse: Parse, kept: list[int], date: int) -> list[int]:
    """Without what tells the date again: "They met on Friday[, when the lake froze]"."""
    for segment in parse.segments:
        again = segment.kind is Kind.SUBORDINATE and parse.tokens[segment.opener].lower in parse.words.simultaneous
        if again and segment.opener == date + 2 and parse.comma_before(date + 2) and date != kept[0]:
            shorter = [place for place in kept if place != date + 1 and not parse.contains(segment, place)]
            told = any(parse.home[place].verb == place for place in shorter if place < date)
            return shorter if told else kept
    return kept


def _particle(parse: Parse, place: int) -> bool:
    """Whether a preposition before a date rather belongs to the verb: "took [over] last week"."""
    verb, date = parse.before(place), parse.after(place)
    governed = verb is not None and (verb.tag in VERBS or verb.tag is Tag.GROUP)
    articled = date is not None and date.lower.split()[0] in parse.words.articles
    return parse.tokens[place].lower in parse.words.particles and governed and not articled
