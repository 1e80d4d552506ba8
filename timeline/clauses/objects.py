"""What the pronoun means that is the object of a clause: "Klein offered [his resignation], and Brandt rejected it"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.clauses.deeds import object_places
from timeline.clauses.parse import Parse
from timeline.clauses.tokens import NOUNLIKE, Tag
from timeline.clauses.words import ClauseWords
from timeline.spans import Span

_SPOKEN = (Tag.FINITE, Tag.PAST, Tag.GROUP, Tag.WORD)


def object_pronoun(parse: Parse, core: Sequence[int]) -> int | None:
    """The pronoun for a thing that stands right behind the clause's verb, and is no subject of another."""
    verb = next((place for place in core if parse.home[place].verb == place), None)
    if verb is None or parse.words.verb_second:
        return None
    place = parse.end_of_group(verb) + 1
    if place not in core or parse.tokens[place].lower not in parse.words.things:
        return None
    after = parse.after(place)
    spoken = after is not None and after.text[0].isalnum()
    return None if spoken and after is not None and after.tag in _SPOKEN else place


def object_before(parse: Parse, place: int) -> Span | None:
    """The object of the last clause before a token of a sentence that has one; None where it is somebody by name."""
    for segment in reversed(parse.segments):
        verb = segment.verb
        if verb is None or verb >= place:
            continue
        end = parse.end_of_group(verb)
        governed = list(object_places(parse, [each for each in segment.tokens if end < each < place]))
        named = [each for each in governed if parse.tokens[each].tag in NOUNLIKE]
        if named:
            person = parse.tokens[named[-1]].tag is Tag.NAME or parse.tokens[named[-1]].lower in parse.words.people
            return None if person else Span(parse.tokens[governed[0]].start, parse.tokens[governed[-1]].end)
    return None


def object_of(
    text: str, sentence: tuple[int, int], expressions: Sequence[tuple[int, int]], words: ClauseWords
) -> Span | None:
    """The last object in a sentence that is a thing.

    >>> from timeline.clauses.words import load_clause_words
    >>> line = "Klein had offered his resignation on Monday."
    >>> found = object_of(line, (0, len(line)), [(37, 43)], load_clause_words("en"))
    >>> found and line[slice(*found)]
    'his resignation'
    """
    parse = Parse(text, *sentence, expressions, words)
    return object_before(parse, len(parse.tokens))
