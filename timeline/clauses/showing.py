"""What a clause is shown with: the reported speech or the subject that belongs to it, and what its headline is cut from."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.clauses.antecedents import widest_antecedent
from timeline.clauses.parse import Parse
from timeline.clauses.segments import Kind, Segment
from timeline.clauses.tokens import Tag

_DESCRIBING = (Tag.PAST, Tag.ADVERB)
"""What a participle that describes begins with: "[sold] in May", "[first sold] in May"."""


def _with_infinitives(segment: Segment) -> Iterator[Segment]:
    """The clauses inside a clause, and those inside its infinitives ("came to say [that it was over]")."""
    for child in segment.children:
        yield child
        if child.kind is Kind.INFINITIVE:
            yield from _with_infinitives(child)


def _readable(parse: Parse, segment: Segment, core: list[int]) -> tuple[int, int]:
    """The first and the last token of the clause with what makes it readable."""
    first, last = core[0], core[-1]
    if segment.kind is Kind.REPORT:
        return segment.root.opener, last
    if segment.kind in (Kind.INFINITIVE, Kind.PREDICATE, Kind.REDUCED) and segment.parent is not None:
        around = next((other for other in parse.around(segment) if other.verb is not None), segment.parent)
        first = min([*around.tokens, first])
    reported = (child for child in _with_infinitives(segment) if child.kind is Kind.CONTENT)
    last = max([last, *(place for child in reported for place in parse.gathered(child, core[0]))])
    return first, last


def shown_around(parse: Parse, segment: Segment, core: list[int]) -> list[int]:
    """The clause with what makes it readable, as long as that brings no other date in."""
    first, last = _readable(parse, segment, core)
    dates = set(parse.times(core))
    for wider in (range(first, last + 1), range(core[0], last + 1), range(first, core[-1] + 1)):
        if set(parse.times(wider)) == dates:
            return list(wider)
    return core


def label_before(parse: Parse, segment: Segment, core: list[int]) -> list[int]:
    """What a date is written beside, where its clause is the date alone: "[First boat:] 1931", "[First ferry] (1952)"."""
    tokens = parse.tokens
    first = next((place for place in core if tokens[place].tag not in _BEFORE_DATE), core[0])
    before = core[0] - 1
    alone = all(tokens[place].tag in _SAYING_NOTHING for place in core)
    listed = tokens[first].tag is Tag.TIME and segment.verb is None and before >= 0 and tokens[before].text == ":"
    if not (alone or listed):
        return []
    while before >= 0 and tokens[before].tag in _SIGNS:
        before -= 1
    start = before
    while start >= 0 and tokens[start].tag not in (Tag.TIME, Tag.BREAK):
        start -= 1
    while start < before and tokens[start + 1].tag in (*_SIGNS, Tag.COORDINATOR):
        start += 1
    return list(range(start + 1, core[0])) if start < before else []


_BEFORE_DATE = (Tag.PREPOSITION, Tag.DETERMINER, Tag.ADVERB, Tag.SUBORDINATOR)
_SIGNS = (Tag.COMMA, Tag.BREAK, Tag.DASH, Tag.OPEN, Tag.CLOSE, Tag.QUOTE)
_SAYING_NOTHING = (*_BEFORE_DATE, *_SIGNS, Tag.TIME, Tag.COORDINATOR)


def line_of(parse: Parse, segment: Segment, core: list[int], shown: list[int]) -> list[int]:
    """What the headline is cut from: what is shown, with what "said" and "agreed" are nothing without.

    What a participle describes stands for itself: "Divers found [a ship built] in 1912".
    """
    done_before = parse.tokens[segment.opener].lower in parse.words.perfect_participles
    if done_before and segment.opener == core[0] and (subject := _subject_to_come(parse, segment)):
        return [*subject, *core[1:]]  # "Having sold the mill, [Okoye] left": "Okoye sold the mill"
    if segment.kind is Kind.REDUCED and parse.tokens[segment.opener].tag in _DESCRIBING and segment.opener in core:
        end = segment.opener - segment.after_comma
        if not end:
            return [*_subject_to_come(parse, segment), *core]
        noun = widest_antecedent(parse, end) if segment.after_comma else range(parse.start_of_antecedent(end), end)
        if noun:
            return [*noun, *range(segment.opener, core[-1] + 1)]
    grounds = parse.tokens[segment.opener].lower in parse.words.grounds  # at another time than the charge
    if segment.kind is Kind.SUBORDINATE and segment.parent is not None and parse.lacks_subject(segment) and not grounds:
        around = parse.gathered(segment.parent, segment.opener)
        return list(range(min(around), max(around) + 1))
    first, last = shown[0], shown[-1]
    if segment.kind is Kind.INFINITIVE:
        first = _readable(parse, segment, core)[0]
    if segment.kind is not Kind.REPORT:
        told = parse.ends_with_verb(segment, core)
        kinds = (Kind.CONTENT, Kind.INFINITIVE) if told else (Kind.CONTENT,)
        said = (child for child in segment.children if child.kind in kinds and child.opener > core[-1])
        last = max([last, *(place for child in said for place in parse.gathered(child, child.opener))])
    return list(range(first, last + 1))


def _subject_to_come(parse: Parse, segment: Segment) -> list[int]:
    """Whom a participle describes that opens the sentence: "Built in 1912, [the mill] burned"; no pronoun."""
    around = segment.parent
    if around is None or around.verb is None:
        return []
    subject = [place for place in around.tokens if place < around.verb]
    return [] if any(parse.tokens[place].tag is Tag.PRONOUN for place in subject) else subject
