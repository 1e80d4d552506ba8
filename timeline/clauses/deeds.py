"""Who does what to whom in a clause, as far as the order of its words shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.clauses.parse import Parse
from timeline.clauses.segments import Kind, Segment
from timeline.clauses.tokens import NOUNLIKE, Tag
from timeline.spans import Span


@dataclass(frozen=True, slots=True)
class Deed:
    """The verb of a clause and the nouns before and behind it, each word where it stands in the text."""

    verb: tuple[Span, ...] = ()
    """What is done, with what completes it ("was [found dead]") and where it goes, last ("[turned] it [down]");
    empty for a form of "be" alone."""
    agents: tuple[Span, ...] = ()
    """The heads of who does it: the subject, or with a passive what "by" governs."""
    patients: tuple[Span, ...] = ()
    """The heads of whom it is done to: the object, or the subject of a passive."""
    said: tuple[Span, ...] = ()
    """Word by word what is said, denied or promised, where that is the deed."""


_NEAR = 4
"""How many words behind a verb its direction is looked for: "pulled her party [out]"."""
_NOUNS = NOUNLIKE | {Tag.GERUND}

NO_DEED = Deed()
"""Of a clause without a verb, or in a language whose order of words is another."""


def find_deed(parse: Parse, core: Sequence[int]) -> Deed:
    """The deed of the first verb among the tokens of a clause.

    >>> from timeline.clauses.words import load_clause_words
    >>> line = "On Monday the banker was sued by Okoye's party."
    >>> deed = find_deed(Parse(line, 0, len(line), [(3, 9)], load_clause_words("en")), range(11))
    >>> [[line[slice(*span)] for span in part] for part in (deed.verb, deed.agents, deed.patients)]
    [['sued'], ['Okoye', 'party'], ['banker']]
    """
    if parse.words.verb_second:
        return NO_DEED
    verb = next((place for place in core if parse.home[place].verb == place), None)
    if verb is None:
        return NO_DEED
    segment = parse.home[verb]
    first = segment.with_first_predicate
    subject = [place for place in first.tokens if place < (verb if first.verb is None else first.verb)]
    behind = [place for place in segment.tokens if place > verb]
    group = [verb, *(place for place in behind if parse.tokens[place].tag is Tag.GROUP)]
    main = group[-1]
    rest = [place for place in behind if place > main]
    before, after = list(_heads(parse, subject)), list(_heads(parse, object_places(parse, rest)))
    passive = parse.words.is_participle(parse.tokens[main].lower) and any(
        parse.tokens[place].lower in parse.words.passive for place in group[:-1]
    )
    doer = list(_heads(parse, _behind_agentive(parse, rest if passive else subject)))
    spoken = [main] if parse.tokens[main].lower not in parse.words.auxiliaries else []
    direction = [place for place in rest[:_NEAR] if _direction(parse, place)][:1]
    if passive:
        spoken, before, after = [*spoken, *after], doer, before
    elif doer:
        before = doer  # "a strike by [doctors]"
    return Deed(
        *(
            tuple(Span(parse.tokens[each].start, parse.tokens[each].end) for each in part)
            for part in ([*spoken, *direction], before, after, _said(parse, segment, main))
        )
    )


def _said(parse: Parse, segment: Segment, verb: int) -> list[int]:
    """What a verb of saying or wanting brings along: "promised [to rebuild the bridge]", "[It is safe], she said"."""
    words = parse.words
    if parse.tokens[verb].lower not in words.reporting | words.prospective:
        return []
    if segment.kind is Kind.REPORT:
        inside = [segment.root]
    else:
        inside = [each for each in segment.children if each.kind in (Kind.CONTENT, Kind.INFINITIVE)]
    return [
        place
        for place, token in enumerate(parse.tokens)
        if any(parse.contains(each, place) for each in inside)
        and token.text[0].isalnum()
        and parse.home[place] is not segment
    ]


def _direction(parse: Parse, place: int) -> bool:
    """Whether the word tells where a verb goes, and governs nothing: "walked [out]", not "sank off Lome"."""
    after = parse.after(place)
    governs = after is not None and after.tag in _NOUNS | {Tag.DETERMINER} and after.text[0].isalnum()
    return parse.tokens[place].lower in parse.words.directions and not governs


def object_places(parse: Parse, places: Iterable[int]) -> Iterator[int]:
    """What stands right behind a verb, up to the first preposition that binds no date, or the first sign."""
    for place in places:
        token, after = parse.tokens[place], parse.after(place)
        binds_date = after is not None and after.tag is Tag.TIME
        if (token.tag is Tag.PREPOSITION and not binds_date) or not any(map(str.isalnum, token.text)):
            return
        if token.tag in _NOUNS | {Tag.DETERMINER} or parse.possessive(place):
            yield place
        elif token.tag not in (Tag.PREPOSITION, Tag.TIME, Tag.ADVERB):
            return


def _behind_agentive(parse: Parse, places: Sequence[int]) -> Iterator[int]:
    """The noun phrase behind a "by"."""
    start = next((place for place in places if parse.tokens[place].lower in parse.words.agentive), None)
    return iter(()) if start is None else object_places(parse, [place for place in places if place > start])


def _heads(parse: Parse, places: Iterable[int]) -> Iterator[int]:
    """The last word of each noun phrase that no preposition governs, owners too: "the [miners]' [union] in Ho"."""
    head: int | None = None
    governed = phrase = False
    for place in places:
        token = parse.tokens[place]
        if token.tag in _NOUNS and token.text[-1].isalnum() and not parse.possessive(place):
            phrase = True
            if not governed and token.tag is not Tag.NUMBER:
                head = place
            continue
        if head is not None and token.tag is not Tag.ADVERB:
            yield head
            head = None
        if token.tag is Tag.PREPOSITION:
            governed, phrase = True, False
        elif token.tag in (Tag.TIME, Tag.COMMA) or (token.tag is Tag.DETERMINER and phrase):
            governed = phrase = False
    if head is not None:
        yield head
