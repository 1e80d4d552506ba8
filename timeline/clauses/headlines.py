"""A headline from a clause, by cutting alone."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.clauses.parse import Parse
from timeline.clauses.segments import Kind
from timeline.clauses.tokens import VERBS, Tag

LONGEST = 110
"""Characters a headline has at most."""

_CUT_FIRST = (Kind.ASIDE, Kind.REDUCED, Kind.RELATIVE, Kind.SUBORDINATE, Kind.CONTENT, Kind.INFINITIVE, Kind.PREDICATE)
"""In this order, clauses at the end are cut off a headline that is too long."""


def write_headline(parse: Parse, core: Sequence[int], shown: Sequence[int], *, noun: bool = False) -> str:
    """A line that stands alone: the clause without its date, its attribution and what opens it.

    Words are only ever left out; the first letter becomes a capital. `noun`: the clause is a dated
    noun phrase.
    """
    kept = list(core) if noun else _with_subject(parse, core, _without_attribution(parse, core, shown))
    for date in parse.times(kept):
        after = parse.after(date)
        possessive = after is not None and parse.possessive(date + 1)
        # "Last year saw a drought": the date itself is the subject.
        verb = next(
            (parse.tokens[place] for place in kept if place > date and parse.tokens[place].tag is not Tag.ADVERB), None
        )
        subject = date == kept[0] and verb is not None and verb.tag in (Tag.FINITE, Tag.PAST)
        if not possessive and not subject and "-" not in parse.tokens[date].text.strip("-"):
            kept = _without_date(parse, kept, date)
    kept = _without_edges(parse, [place for place in kept if not _bracketed(parse, place)])
    line = _joined(parse, kept)
    for kind in _CUT_FIRST:
        if len(line) <= LONGEST:
            break
        kept = _without_edges(parse, _without_tail(parse, kept, kind))
        line = _joined(parse, kept)
    while len(line) > LONGEST and (shorter := _without_last_phrase(parse, kept)) is not None:
        kept = _without_edges(parse, shorter)
        line = _joined(parse, kept)
    return _shortened(line) or _joined(parse, _without_edges(parse, list(core)))


def _without_attribution(parse: Parse, core: Sequence[int], shown: Sequence[int]) -> list[int]:
    """What was said, without ", the ministry said on Friday" behind it."""
    wide = range(min(shown), max(shown) + 1)
    report = next((parse.home[place] for place in core if parse.home[place].kind is Kind.REPORT), None)
    if report is not None:
        wide = range(report.root.opener, max(shown) + 1)
    said = [place for place in wide if not _inside(parse, place, Kind.REPORT)]
    tells = any(parse.home[place].verb is not None for place in said)
    return said if report is not None and len(said) > 3 and tells else list(shown)


def _inside(parse: Parse, place: int, kind: Kind) -> bool:
    """Whether the token is in a clause of a kind, or in a clause inside one."""
    segment = parse.home[place]
    return any(each.kind is kind for each in (segment, *parse.around(segment)))


def _with_subject(parse: Parse, core: Sequence[int], kept: list[int]) -> list[int]:
    """The clause with the subject that it has left to the clause around it, or to its own first part."""
    first = core[0]
    segment = parse.home[first]
    if kept[0] == first:
        subject: list[int] = []
        opens = segment.kind is Kind.PREDICATE and segment.opener == first
        if opens and segment.parent is not None and segment.parent.verb is not None:
            # "He was shot in March [and died]".
            subject = [place for place in segment.parent.tokens if place < segment.parent.verb]
        elif segment.verb is not None and first <= segment.verb <= first + 2 and first != segment.opener:
            # "The bridge, which fell in May, [was reopened]".
            subject = [place for place in segment.tokens if place < first]
        subject = _without_opening(parse, [place for place in subject if parse.tokens[place].tag is not Tag.TIME])
        if subject:
            joined = parse.tokens[first].tag in (Tag.COORDINATOR, Tag.COMMA)
            return [*subject, *(kept[1:] if joined else kept)]
    return _with_antecedent(parse, core, kept)


def _with_antecedent(parse: Parse, core: Sequence[int], kept: list[int]) -> list[int]:
    """A relative clause told as a sentence: "the ship [that] sank" is "the ship sank"."""
    for place in kept:
        token, segment = parse.tokens[place], parse.home[place]
        if token.tag in (Tag.FINITE, Tag.PAST):
            break
        if segment.kind is not Kind.RELATIVE or segment.opener != place or not parse.contains(segment, core[-1]):
            continue
        following = parse.after(place)
        if following is None or following.tag not in (Tag.FINITE, Tag.PAST, Tag.ADVERB):
            break
        start = parse.start_of_noun_phrase(place - 1 if parse.comma_before(place) else place)
        noun = [other for other in range(start, place) if parse.tokens[other].tag is not Tag.COMMA]
        return [*noun, *(other for other in kept if other > place)]
    return kept


def _without_opening(parse: Parse, subject: list[int]) -> list[int]:
    """A subject without the phrase that opens the sentence ("On Monday in Accra, [the court]"), nor a last comma."""
    commas = [number for number, place in enumerate(subject) if parse.tokens[place].tag is Tag.COMMA]
    opens = subject and parse.tokens[subject[0]].tag in (Tag.PREPOSITION, Tag.ADVERB, Tag.SUBORDINATOR)
    if opens and commas:
        subject = subject[commas[0] + 1 :]
    while subject and parse.tokens[subject[-1]].tag is Tag.COMMA:
        subject = subject[:-1]
    return subject


def _without_date(parse: Parse, kept: list[int], date: int) -> list[int]:
    """The words without a date and the prepositions that bind it."""
    cut = {date}
    place = date - 1
    while place in kept and parse.tokens[place].lower in parse.words.dating:
        cut.add(place)
        place -= 1
    if place in kept and parse.tokens[place].lower in parse.words.temporal and not _particle(parse, place):
        cut.add(place)
        place -= 1
    if (
        place in kept
        and parse.tokens[place].tag is Tag.COMMA
        and date + 1 in kept
        and parse.tokens[date + 1].tag is Tag.COMMA
    ):
        cut.add(place)  # ", on Sunday," leaves one comma
    remaining = [place for place in kept if place not in cut]
    # "from June 3 to June 5", "in 1990 and 1991": nothing is left for the joining word to join.
    after = parse.after(date)
    if after is not None and after.tag in (Tag.COORDINATOR, Tag.COMMA) and date + 1 in remaining:
        following = date + 2
        while (
            following < len(parse.tokens) and parse.tokens[following].lower in parse.words.temporal | parse.words.dating
        ):
            following += 1
        next_date = following < len(parse.tokens) and parse.tokens[following].tag is Tag.TIME
        if next_date or (after.tag is Tag.COMMA and (not remaining or remaining[0] == date + 1)):
            remaining.remove(date + 1)
    return remaining


def _particle(parse: Parse, place: int) -> bool:
    """Whether a preposition before a date rather belongs to the verb: "took [over] last week"."""
    verb, date = parse.before(place), parse.after(place)
    governed = verb is not None and (verb.tag in VERBS or verb.tag is Tag.GROUP)
    articled = date is not None and date.lower.split()[0] in parse.words.articles
    return parse.tokens[place].lower in parse.words.particles and governed and not articled


def _bracketed(parse: Parse, place: int) -> bool:
    """Whether the token stands in round brackets."""
    for segment in (parse.home[place], *parse.around(parse.home[place])):
        if segment.kind is Kind.ASIDE and parse.tokens[segment.opener].tag is Tag.OPEN:
            return True
    return False


def _without_edges(parse: Parse, kept: list[int]) -> list[int]:
    """Without the signs, joining words and opening adverbs at both ends."""
    tokens = parse.tokens
    while (kept and tokens[kept[-1]].tag in (*_SIGNS, Tag.COORDINATOR)) or (kept and tokens[kept[-1]].text == "."):
        kept = kept[:-1]
    while kept:
        first = tokens[kept[0]]
        opener = first.lower in parse.words.openers and len(kept) > 3
        if (
            first.tag in (*_SIGNS, Tag.COORDINATOR, Tag.COMPLEMENTISER)
            or (first.tag is Tag.SUBORDINATOR and parse.home[kept[0]].kind is Kind.SUBORDINATE)
            or opener
        ):
            kept = kept[1:]
        else:
            break
    return kept


_SIGNS = (Tag.COMMA, Tag.BREAK, Tag.DASH, Tag.OPEN)


def _without_tail(parse: Parse, kept: list[int], kind: Kind) -> list[int]:
    """Without the clause of that kind at the end, if enough is left to tell something."""
    while kept:
        last = next(
            (
                segment
                for segment in (parse.home[kept[-1]], *parse.around(parse.home[kept[-1]]))
                if segment.kind is kind
            ),
            None,
        )
        if last is None or last.opener not in kept[4:]:
            return kept
        shorter = kept[: kept.index(last.opener)]
        if not any(parse.home[place].verb in shorter for place in shorter):
            return kept
        kept = shorter
    return kept


def _without_last_phrase(parse: Parse, kept: list[int]) -> list[int] | None:
    """Without the last phrase that a preposition opens; None if too little would be left."""
    for number in range(len(kept) - 1, _ENOUGH, -1):
        token = parse.tokens[kept[number]]
        if token.tag in (Tag.PREPOSITION, Tag.SUBORDINATOR) and any(
            parse.home[place].verb == place for place in kept[:number]
        ):
            return kept[:number]
    return None


_ENOUGH = 6
"""How many words a headline keeps when it is cut."""


def _joined(parse: Parse, kept: Sequence[int]) -> str:
    """The tokens as text, with the spacing they had."""
    pieces: list[str] = []
    for number, place in enumerate(kept):
        token = parse.tokens[place]
        if number:
            before = kept[number - 1]
            between = parse.text[parse.tokens[before].end : token.start]
            if before == place - 1:
                pieces.append(between)
            elif token.tag not in (Tag.COMMA, Tag.BREAK, Tag.CLOSE) and not parse.possessive(place):
                pieces.append(" ")
        pieces.append(token.text)
    line = " ".join("".join(pieces).split())
    for mark, other in (("“", "”"), ("``", "''"), ("«", "»"), ("„", "“")):
        if line.count(mark) != line.count(other) and mark != "“":
            line = line.replace(mark, "").replace(other, "")
    if line.count('"') % 2:
        line = line.replace('"', "")
    if line.count("“") != line.count("”"):
        line = line.replace("“", "").replace("”", "")
    line = line.strip(" ,;:-–—_")
    return line[:1].upper() + line[1:]


def _shortened(line: str) -> str:
    """The line, cut at a comma or a word and marked so where it is still too long."""
    if len(line) <= LONGEST:
        return line
    comma = line.rfind(", ", 40, LONGEST)
    if comma > 0:
        return line[:comma]
    return line[: line.rfind(" ", 0, LONGEST - 1)].rstrip(" ,;:-–—") + "…"
