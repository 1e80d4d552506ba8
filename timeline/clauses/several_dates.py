"""Which part of a clause belongs to which of several dates in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.clauses.parse import Parse
from timeline.clauses.segments import Segment
from timeline.clauses.tokens import NOUNLIKE, PUNCTUATION, VERBS, Tag

_BEFORE_DATE = (Tag.PREPOSITION, Tag.DETERMINER, Tag.ADVERB, Tag.TIME, Tag.COMMA)


def share_clause(parse: Parse, segment: Segment, index: int, core: list[int]) -> list[int]:
    """The part of a clause that is this date's when the clause holds several."""
    dates = parse.times(core)
    if not parse.words.known:
        return _between_others(parse, core, dates, index)
    compared = _comparison(parse, core, index)
    of_verb = len(dates) == 1 and parse.tokens[index].lower in parse.words.days  # "raised it to 5% from 4% on Monday"
    if (
        compared is not None
        and not of_verb
        and (
            len(dates) > 1
            or parse.tokens[compared].lower in parse.words.contrasts
            or parse.tokens[compared + 1].tag is Tag.NUMBER
        )
    ):
        return [place for place in core if place >= compared]
    for other in dates:
        cut = _comparison(parse, core, other)
        if cut is not None and index < cut < other:
            return [place for place in core if place < cut]
    if segment.verb is None:
        return core
    verb = parse.end_of_group(segment.verb)
    adverbial = [date for date in dates if not parse.attributive(date)]
    for earlier, later in pairwise(adverbial):
        if (instance := _instance(parse, max(earlier, verb), later)) is not None:
            if index <= earlier:
                return [place for place in core if place < instance]
            core = [place for place in core if place > instance + 1]
            continue
        if _adjoined(parse, earlier, later) or _ends_what_lasts(parse, earlier, later):
            continue
        if earlier < verb:
            # "On Monday he sold a boat, on Tuesday [another]": the verb is left out.
            gap = _start_of_phrase(parse, later) - 1
            if index in (earlier, later) and _of_object(parse, earlier, verb, later):
                return [place for place in core if (place > verb if index == later else place <= gap)]
            if gap <= verb or parse.tokens[gap].tag not in (Tag.COMMA, Tag.COORDINATOR):
                continue
            cut = gap + 1
        else:
            joints = [place for place in range(earlier + 1, later) if parse.tokens[place].tag is Tag.COORDINATOR]
            # Where every clause has its comma, the last "and" behind one begins the later date's.
            parted = [place for place in joints if parse.words.commas == "grammatical" and parse.comma_before(place)]
            cut = parted[-1] if parted else joints[0] if joints else earlier + 1
        if index <= earlier:
            return [place for place in core if place < cut]
        core = [place for place in core if place >= cut]
    return core


def _instance(parse: Parse, first: int, later: int) -> int | None:
    """The comma behind which one of several things is named: "charged with three thefts[,] including one in 1996"."""
    for place in range(first, later - 1):
        if parse.tokens[place].tag is Tag.COMMA and parse.tokens[place + 1].lower in parse.words.naming:
            return place
    return None


def _start_of_phrase(parse: Parse, date: int) -> int:
    """Where the prepositions before a date begin."""
    while date > 0 and (
        parse.tokens[date - 1].tag in (Tag.PREPOSITION, Tag.DETERMINER, Tag.ADVERB)
        or parse.tokens[date - 1].lower in parse.words.lasting
    ):
        date -= 1
    return date


def _of_object(parse: Parse, earlier: int, verb: int, later: int) -> bool:
    """Whether the later date is that of the object: "He [on Saturday] condemned the attack in Lome [on Friday]"."""
    opening = all(token.tag in _BEFORE_DATE for token in parse.tokens[:earlier])
    tags = NOUNLIKE | {Tag.DETERMINER, Tag.PREPOSITION}
    return not opening and verb + 1 < later and all(each.tag in tags for each in parse.tokens[verb + 1 : later])


def _adjoined(parse: Parse, earlier: int, later: int) -> bool:
    """Whether two dates are one told twice or a pair: "on Monday, 3 August", "in 1990 and 1991"."""
    tags = (Tag.COMMA, Tag.PREPOSITION, Tag.DETERMINER, Tag.OPEN, Tag.COORDINATOR, Tag.ADVERB)
    joining = parse.words.comparisons | parse.words.bounding
    return all(token.tag in tags or token.lower in joining for token in parse.tokens[earlier + 1 : later])


def _ends_what_lasts(parse: Parse, earlier: int, date: int) -> bool:
    """Whether a date behind another only says how long: "The bank on Monday extended its offer until [Friday]"."""
    start = date - (parse.tokens[date - 1].tag is Tag.DETERMINER)
    parted = any(token.tag in (Tag.COORDINATOR, Tag.COMMA) for token in parse.tokens[earlier:date])
    return not parted and parse.lasts(start - 1)


def _comparison(parse: Parse, core: Sequence[int], index: int) -> int | None:
    """The token that opens the comparison a date lies in: "up [from] 3% a year earlier"."""
    words = parse.words
    for place in reversed(core):
        if place >= index:
            continue
        token = parse.tokens[place]
        if token.lower in words.contrasts:
            return place
        before, after = parse.before(place), parse.after(place)
        if (
            token.lower in words.comparisons
            and after is not None
            and (before is None or before.lower not in words.degrees)
        ):
            counted = after.tag is Tag.NUMBER or after.lower in words.approximations
            measured = any(each.tag in (Tag.NUMBER, Tag.TIME) for each in parse.tokens[place + 2 : place + 5])
            return place if counted or (after.tag is Tag.DETERMINER and measured) else None
        if token.tag in VERBS or token.tag is Tag.GROUP:
            return None
    return None


def in_comparison(parse: Parse, tokens: Sequence[int], index: int) -> bool:
    """Whether a date only says what is compared with: "up 19% from [a year ago]"."""
    return _comparison(parse, tokens, index) is not None


def _between_others(parse: Parse, core: Sequence[int], dates: Sequence[int], index: int) -> list[int]:
    """Without knowing the words: up to the sign that parts this date from the one before and the one after."""
    first, last = core[0], core[-1]
    for date in dates:
        if date < index:
            first = (
                next((place for place in range(index, date, -1) if parse.tokens[place].tag in PUNCTUATION), date) + 1
            )
        elif date > index:
            sign = (place for place in range(date, index, -1) if parse.tokens[place].tag in PUNCTUATION)
            last = next(sign, date) - 1
            break
    return [place for place in core if first <= place <= last]
