"""Whom or what a headline tells of, where its clause has left the subject to the clause around it."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.clauses.antecedents import find_antecedent
from timeline.clauses.gapping import left_out
from timeline.clauses.parse import Parse
from timeline.clauses.pronouns import with_who_is_meant
from timeline.clauses.segments import Kind, Segment
from timeline.clauses.tokens import NOUNLIKE, Tag
from timeline.clauses.verb_second import described_as_sentence, shared_subject

_SPOKEN = (Tag.FINITE, Tag.PAST)
_PARTING = (Tag.COMMA, Tag.DASH)
"""What stands before a clause that only describes."""


def subject_before(parse: Parse, core: Sequence[int], shown: Sequence[int]) -> list[int]:
    """The tokens before the part shown that are its subject: "[Mensah], who will come on Monday"."""
    return [place for place in with_subject(parse, core, list(shown)) if place < min(shown)]


def with_subject(parse: Parse, core: Sequence[int], kept: list[int]) -> list[int]:
    """The clause with the subject that it has left to the clause around it, or to its own first part."""
    first, begun = core[0], parse.home[kept[0]]
    if kept[0] < first and begun.kind is Kind.PREDICATE and begun.opener == kept[0]:
        first = kept[0]  # "It came in May [and is expected] to return in June"
    segment = parse.home[first]
    if kept[0] == first:
        subject = (shared_subject(parse, list(core)) if parse.words.verb_second else []) or left_out(parse, core)
        if segment.kind is Kind.PREDICATE and segment.opener == first:
            # "He was shot in March [and died]".
            subject = [*_of_first_predicate(parse, segment), *_shared_auxiliaries(parse, segment)]
        elif segment.verb is not None and first <= segment.verb <= first + 2 and first != segment.opener:
            # "The bridge, which fell in May, [was reopened]".
            subject = _without_dated_aside(parse, [place for place in segment.tokens if place < first])
        subject = [place for place in subject if parse.tokens[place].tag is not Tag.TIME]
        subject = _with_its_comma(parse, _without_opening(parse, subject))
        if subject:
            joined = parse.tokens[first].tag in (Tag.COORDINATOR, Tag.COMMA)
            return [*subject, *(kept[1:] if joined else kept)]
    return with_who_is_meant(parse, _with_antecedent(parse, core, kept))


def _without_dated_aside(parse: Parse, subject: list[int]) -> list[int]:
    """A subject up to the comma behind which a date tells of another time: "The vote, [after May, then July,] is on"."""
    commas = [number for number, place in enumerate(subject) if parse.tokens[place].tag is Tag.COMMA]
    opened = commas and parse.tokens[subject[0]].tag in NOUNLIKE | {Tag.DETERMINER}
    return subject[: commas[0]] if opened and parse.times(subject[commas[0] :]) else subject


def _of_first_predicate(parse: Parse, segment: Segment) -> list[int]:
    """The subject of the predicate that others go on from; of "who took power", or "built in May", whom it describes."""
    base = segment.with_first_predicate
    if base.kind not in (Kind.RELATIVE, Kind.REDUCED):
        return [] if base.verb is None else [place for place in base.tokens if place < base.verb]
    relative = base.kind is Kind.RELATIVE and parse.tokens[base.opener].tag is Tag.RELATIVE
    if base.kind is Kind.RELATIVE and not (relative and base.verb == base.opener + 1):
        return []  # "the mill that [she sold]"
    end = base.opener - base.after_comma
    if base.kind is Kind.REDUCED and parse.tokens[base.opener].tag is Tag.GERUND and base.parent is not None:
        # "[The ferry sank], killing nine and closing the port until May".
        return [place for place in base.parent.tokens if place < base.opener]
    return list(range(parse.start_of_antecedent(end), end))


def _shared_auxiliaries(parse: Parse, segment: Segment) -> list[int]:
    """The auxiliaries that a predicate shares with the first: "The ferry [was] sunk in May and rebuilt in July"."""
    base, words = segment.with_first_predicate, parse.words
    if base.verb is None or segment.verb is None:
        return []
    group = range(base.verb, parse.end_of_group(base.verb) + 1)
    helping = [place for place in group[:-1] if parse.tokens[place].lower in words.auxiliaries]
    passive = any(parse.tokens[place].lower in words.passive for place in helping)
    last = parse.tokens[group[-1]].lower
    if not passive or last in words.unshared or not words.is_participle(last):
        return []
    form = parse.tokens[segment.verb].lower
    after = next((each for each in parse.tokens[segment.verb + 1 :] if each.tag is not Tag.ADVERB), None)
    governs = after is not None and after.tag in NOUNLIKE | {Tag.DETERMINER} and after.text[0].isalnum()
    alone = form in words.intransitive and not (after is not None and f"{form} {after.lower}" in words.transitive)
    active = form not in words.participles and (governs or alone or not words.is_participle(form))
    return [] if active else helping


def _with_its_comma(parse: Parse, subject: list[int]) -> list[int]:
    """A subject with the comma behind what describes it: "the mayor, Ann Okoye[,]"."""
    commas = [place for place in subject if parse.tokens[place].tag is Tag.COMMA]
    listed = any(parse.tokens[place].tag is Tag.COORDINATOR for place in subject)
    closing = subject[-1] + 1 if subject else 0
    if len(commas) % 2 and not listed and parse.tokens[closing].tag is Tag.COMMA:
        return [*subject, closing]
    return subject


def _with_antecedent(parse: Parse, core: Sequence[int], kept: list[int]) -> list[int]:
    """A relative clause told as a sentence: "the ship [that] sank" is "the ship sank"."""
    for place in kept:
        token, segment = parse.tokens[place], parse.home[place]
        if token.tag in (Tag.FINITE, Tag.PAST):
            break
        if segment.kind is not Kind.RELATIVE or segment.opener != place or not parse.contains(segment, core[-1]):
            continue
        following = parse.after(place)
        before = parse.before(place)
        parted = before is not None and before.tag in _PARTING
        start = parse.start_of_antecedent(place - 1 if parted else place)
        noun = [other for other in range(start, place) if parse.tokens[other].tag not in _PARTING]
        if parse.words.verb_second and place == kept[0]:
            # "die Brücke, die 1912 gebaut wurde": in order, or with its comma.
            return described_as_sentence(parse, noun, kept) or [*noun, *range(place - parted, place), *kept]
        if token.tag is Tag.PRONOUN:
            return sorted({*noun, *kept})  # "the mill [she sold]"
        owned = token.lower in parse.words.owning_relatives
        if following is not None and following.tag in (*_SPOKEN, Tag.ADVERB) and not owned:
            certain = True
            if parted and noun:
                noun, certain = find_antecedent(parse, noun[-1] + 1, place)
            said = [other for other in kept if other > place]
            return [*noun, *said] if certain else [*noun, *range(place - 1, place + 1), *said]
        if place == kept[0]:
            return [*noun, *kept]  # "the mill [that Okoye sold]" stays a noun
        break
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
