"""A headline from a clause, by cutting alone."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.clauses.parse import Parse
from timeline.clauses.segments import Kind, Segment
from timeline.clauses.shortening import LONGEST, cut_off, shorten
from timeline.clauses.subjects import with_subject
from timeline.clauses.tokens import NOUNLIKE, Tag
from timeline.clauses.undating import compares, without_dates
from timeline.clauses.verb_second import with_verb_second, without_first_date


def write_headline(parse: Parse, core: Sequence[int], shown: Sequence[int], *, noun: bool = False) -> str:
    """A line that stands alone: the clause without its date and what opens it.

    Words are only ever left out; the first letter becomes a capital. `noun`: the clause is a dated
    noun phrase.
    """
    report = None if noun else next((home for place in core if (home := parse.home[place]).kind is Kind.REPORT), None)
    if noun:
        kept = list(core)
    elif report is not None:
        opens = report.opener == report.root.opener and not parse.has_date(report.root)
        verb = report.root.verb
        interrupts = verb is not None and verb > report.opener > report.root.opener
        # "According to a report, [the lake is safe]", "The lake, the report said, [is safe]"
        reported = report.root.tokens if opens or interrupts else []
        kept = list(range(report.root.opener, max([*shown, *reported]) + 1))
    else:
        kept = with_subject(parse, core, list(shown))
    if not _bracketed(parse, core[0]):
        kept = [place for place in kept if not _bracketed(parse, place)]
    if parse.words.verb_second:
        kept = with_verb_second(parse, without_first_date(parse, kept) or kept)
    if not compares(parse, core) and not (noun and _little(parse, kept)):
        kept = without_dates(parse, kept, core, attributed=report is not None)
        kept = _without_bare_participles(parse, kept, core)
    kept = _without_while(parse, kept, core)
    attribution = [] if report is None else _attribution(parse, kept, report)
    kept, attribution = kept[: len(kept) - len(attribution)], _without_edges(parse, attribution)

    def written(places: Sequence[int]) -> str:
        line = _joined(parse, _without_edges(parse, list(places)))
        return _attributed(line, _joined(parse, attribution, capital=False)) if attribution and line else line

    kept = shorten(parse, kept, written)
    line = written(kept)
    if attribution and len(line) > LONGEST:
        said, by = _joined(parse, _without_edges(parse, kept)), _joined(parse, attribution, capital=False)
        line = _attributed(cut_off(said, max(LONGEST - len(by) - 2, LONGEST // 3)), by)
    return cut_off(line) or _joined(parse, _without_edges(parse, list(core)))


def _attributed(said: str, by: str) -> str:
    """What is said with who says it, a comma between them."""
    return f"{said} {by}" if len(said) > 1 and said[-2] == "," else f"{said}, {by}"


def _little(parse: Parse, kept: Sequence[int]) -> bool:
    """Whether a noun is hardly told from others but by its date: "the 2011 robbery"."""
    return sum(parse.tokens[place].tag not in (Tag.DETERMINER, Tag.TIME) for place in kept) <= _FEW


_FEW = 2
"""How many words of a noun tell too little of it."""


def _attribution(parse: Parse, kept: Sequence[int], report: Segment) -> list[int]:
    """Who said then what stands before it: ", [the ministry said] on Friday"."""
    spoken = [place for place in kept if parse.home[place] is report]
    if spoken and parse.tokens[spoken[0]].tag is Tag.QUOTE:
        spoken = spoken[1:]  # the end of what is said
    return spoken if spoken and spoken[-1] == kept[-1] and spoken[0] != kept[0] else []


def _without_while(parse: Parse, kept: list[int], core: Sequence[int]) -> list[int]:
    """Without what happened at the same time and is told first: "[While it froze,] the mayor met Okoye"."""
    first = next((place for place in kept if parse.tokens[place].tag not in (*_SIGNS, Tag.COORDINATOR)), None)
    if first is None or parse.home[first].kind is not Kind.SUBORDINATE or parse.home[first].opener != first:
        return kept
    beside = parse.tokens[first].lower in parse.words.simultaneous | parse.words.accompanying
    if all(parse.contains(parse.home[first], place) for place in core):
        return kept
    rest = [place for place in kept if place > first and not parse.contains(parse.home[first], place)]
    told = any(parse.home[place].verb == place for place in rest)
    return rest if beside and told and parse.comma_before(rest[0]) else kept


def _without_bare_participles(parse: Parse, kept: list[int], core: Sequence[int]) -> list[int]:
    """Without the participles between commas that say nothing without their date: "The vote[, expected,] was put off"."""
    for segment in parse.segments:
        inside = [place for place in kept if parse.contains(segment, place)]
        bare = len(inside) == 2 and parse.tokens[inside[1]].tag is Tag.COMMA and inside[0] == segment.opener
        dated = bare and segment.kind is Kind.REDUCED and parse.has_date(segment)
        if dated and any(not parse.contains(segment, place) for place in core):
            before = inside[0] - 1
            kept = [place for place in kept if place not in (*inside, before if segment.after_comma else -1)]
    return kept


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
    if len(kept) > 2 and tokens[kept[0]].tag is Tag.OPEN and tokens[kept[-1]].tag is Tag.CLOSE:
        kept = kept[1:-1]
    while len(kept) > 2 and tokens[kept[-1]].tag is Tag.PREPOSITION and _hangs(parse, kept):
        kept = kept[: -2 if tokens[kept[-2]].tag is Tag.COMMA else -1]
    while kept:
        first = tokens[kept[0]]
        opener = first.lower in parse.words.openers and len(kept) > 3
        if (
            first.tag in (*_SIGNS, Tag.COORDINATOR)
            or (first.tag is Tag.COMPLEMENTISER and parse.home[kept[0]].opener == kept[0])
            or (first.tag is Tag.SUBORDINATOR and _idle(parse, kept) and not parse.lasts(kept[0]))
            or opener
            or _only_governs(parse, kept)
        ):
            kept = kept[1:]
        else:
            break
    return kept


def _only_governs(parse: Parse, kept: Sequence[int]) -> bool:
    """Whether a line begins with the preposition of a verb that is not there: "[with] killing his neighbour"."""
    governs = parse.tokens[kept[0]].tag is Tag.PREPOSITION and kept[1:2] == [kept[0] + 1]
    gerund = governs and parse.tokens[kept[1]].tag in (Tag.GERUND, Tag.GROUP)
    return gerund and not any(parse.home[place].verb == place for place in kept[2:])


def _hangs(parse: Parse, kept: Sequence[int]) -> bool:
    """Whether the preposition at the end of a line goes with what was left out: "in [what has become a rally]".

    Behind a comma it is the head of that: "fell to 5 percent in May, down [from 6 in April]".
    """
    after = parse.after(kept[-1])
    if parse.tokens[kept[-2]].tag is Tag.COMMA:
        return after is not None
    governed = NOUNLIKE | {Tag.DETERMINER, Tag.SUBORDINATOR, Tag.COMPLEMENTISER}
    return after is not None and after.tag in governed and after.text[0].isalnum()


def _idle(parse: Parse, kept: Sequence[int]) -> bool:
    """Whether the subordinator that a line begins with has nothing behind its clause, or its noun, to go with."""
    if parse.tokens[kept[0]].lower in parse.words.pronominal:
        return False  # "what happened"
    opened = parse.home[kept[0]]
    alone = opened if opened.kind is Kind.SUBORDINATE else None
    outside = [place for place in kept if alone is None or not parse.contains(alone, place)]
    # Where every clause has its comma, what stands behind it is one, also with a verb that no list has.
    parted = alone is not None and parse.words.commas == "grammatical" and len(outside) > 1
    return not parted and not any(parse.home[place].verb == place for place in outside)


_SIGNS = (Tag.COMMA, Tag.BREAK, Tag.DASH, Tag.OPEN)


def _closes(parse: Parse, place: int) -> bool:
    """Whether the token is written right behind what stands before it."""
    return parse.possessive(place) or parse.tokens[place].text in ("”", "''")


def _joined(parse: Parse, kept: Sequence[int], *, capital: bool = True) -> str:
    """The tokens as text, with the spacing they had."""
    pieces: list[str] = []
    for number, place in enumerate(kept):
        token = parse.tokens[place]
        if number:
            before = kept[number - 1]
            between = parse.text[parse.tokens[before].end : token.start]
            if before == place - 1:
                pieces.append(between)
            elif token.tag is Tag.COMMA and parse.tokens[before].tag is Tag.BREAK:
                continue  # "Born:[ 4 March 1931,] Lota"
            elif token.tag not in (Tag.COMMA, Tag.BREAK, Tag.CLOSE) and not _closes(parse, place):
                pieces.append(" ")
        moved = number and not place and token.tag is Tag.PAST
        pieces.append(token.text.lower() if moved else token.text)
    line = " ".join("".join(pieces).split())
    for mark, other in (("“", "”"), ("``", "''"), ("«", "»"), ("„", "“")):
        if mark in line and line.count(mark) != line.count(other) and mark != "“":
            line = line.replace(mark, "").replace(other, "")
    if line.count('"') % 2:
        line = line.replace('"', "")
    if line.count("“") != line.count("”"):
        line = line.replace("“", "").replace("”", "")
    line = line.strip(" ,;:-–—_")
    return line[:1].upper() + line[1:] if capital else line
