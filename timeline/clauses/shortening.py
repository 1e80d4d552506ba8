"""A line of words made short enough, by leaving out what can be missed the most."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.clauses.parse import Parse
from timeline.clauses.segments import Kind, Segment
from timeline.clauses.tokens import PUNCTUATION, Tag

LONGEST = 120
"""Characters a headline has at most."""

_BETWEEN = (Kind.ASIDE, Kind.REDUCED, Kind.RELATIVE)
"""Clauses that can be left out where they stand between commas."""
_AT_THE_END = (
    *(Kind.ASIDE, Kind.REDUCED, Kind.PREDICATE, Kind.RELATIVE, Kind.SUBORDINATE, Kind.CONTENT, Kind.INFINITIVE),
)
"""In this order, clauses at the end are cut off."""
_AFTERTHOUGHT = frozenset(
    {Tag.DETERMINER, Tag.RELATIVE, Tag.PREPOSITION, Tag.GERUND, Tag.PAST, Tag.SUBORDINATOR, Tag.TIME}
)
"""What can begin an addition behind a comma that the sentence does without."""
_ENOUGH = 6
"""How many words a headline keeps when it is cut."""
_ENOUGH_SAID = 40
"""How many characters it keeps when it is cut at a comma."""


def shorten(
    parse: Parse, kept: list[int], written: Callable[[Sequence[int]], str], longest: int = LONGEST
) -> list[int]:
    """The tokens without what makes the line that `written` makes of them longer than `longest`, as far as can be."""
    for kind in _BETWEEN:
        if len(written(kept)) > longest:
            kept = _without_between(parse, kept, kind)
    while len(written(kept)) > longest and (cut := _without_afterthought(parse, kept, written)) is not None:
        kept = cut
    for kind in _AT_THE_END:
        if len(written(kept)) > longest:
            kept = _without_tail(parse, kept, kind)
    while len(written(kept)) > longest and (cut := _without_last_phrase(parse, kept)) is not None:
        kept = cut
    if len(written(kept)) > longest:
        kept = _without_tail(parse, kept, Kind.CONTENT, said=True)
    return kept


def cut_off(line: str, longest: int = LONGEST) -> str:
    """The line, cut at a comma or a word and marked so where it is still too long."""
    if len(line) <= longest:
        return line
    comma = line.rfind(", ", _ENOUGH_SAID, longest)
    if comma > 0:
        return line[:comma]
    return line[: line.rfind(" ", 0, longest - 1)].rstrip(" ,;:-–—") + "…"


def _inside(parse: Parse, place: int, segment: Segment) -> bool:
    home = parse.home[place]
    return any(each is segment for each in (home, *parse.around(home)))


def _without_between(parse: Parse, kept: list[int], kind: Kind) -> list[int]:
    """Without the clauses of a kind that stand between commas, before more of the sentence."""
    for segment in parse.segments:
        inside = [place for place in kept if _inside(parse, place, segment)]
        if segment.kind is not kind or not segment.after_comma or len(inside) < 2 or inside[0] == kept[0]:
            continue
        first, last = kept.index(inside[0]), kept.index(inside[-1])
        goes_on = kept[last + 1 : last + 2]
        if goes_on and last - first == len(inside) - 1 and parse.tokens[inside[-1]].tag is Tag.COMMA:
            before = kept[:first]
            while before and parse.tokens[before[-1]].tag is Tag.COMMA:
                before.pop()
            kept = before + kept[last + 1 :]
    return kept


def _without_afterthought(parse: Parse, kept: list[int], written: Callable[[Sequence[int]], str]) -> list[int] | None:
    """Without what the last comma adds, such as what the thing is called; None if the sentence needs it."""
    for number in range(len(kept) - 2, 0, -1):
        if parse.tokens[kept[number]].tag is not Tag.COMMA:
            continue
        before, after = kept[:number], kept[number + 1 :]
        told = any(parse.home[place].verb in before for place in before)
        adds = parse.tokens[after[0]].tag in _AFTERTHOUGHT
        listed = any(parse.tokens[place].tag is Tag.COORDINATOR for place in after[:4])
        if told and adds and not listed and len(written(before)) >= _ENOUGH_SAID:
            return before
    return None


def _without_tail(parse: Parse, kept: list[int], kind: Kind, *, said: bool = False) -> list[int]:
    """Without the clause of that kind at the end, if enough is left to tell something; `said`: even if that is said."""
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
        if not any(parse.home[place].verb in shorter for place in shorter) or (_said(parse, last) and not said):
            return kept
        kept = shorter
    return kept


def _said(parse: Parse, segment: Segment) -> bool:
    """Whether the clause is what a verb of saying says, which is little without it."""
    verb = None if segment.parent is None else segment.parent.verb
    return segment.kind is Kind.CONTENT and verb is not None and parse.tokens[verb].lower in parse.words.reporting


def _without_last_phrase(parse: Parse, kept: list[int]) -> list[int] | None:
    """Without the last phrase that a preposition opens; None if too little would be left."""
    while kept and parse.tokens[kept[-1]].tag in PUNCTUATION:
        kept = kept[:-1]
    for number in range(len(kept) - 1, _ENOUGH, -1):
        token = parse.tokens[kept[number]]
        if token.tag in (Tag.PREPOSITION, Tag.SUBORDINATOR) and any(
            parse.home[place].verb == place for place in kept[:number]
        ):
            while parse.tokens[kept[number - 1]].tag in (Tag.PREPOSITION, Tag.GERUND):
                number -= 1  # "by [about three degrees]", "information leading [to his arrest]"
            return kept[:number]
    return None
