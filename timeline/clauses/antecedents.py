"""Whom or what a relative clause behind a comma describes: "The search for the missing, which began on Monday"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.clauses.parse import Parse
from timeline.clauses.tokens import NOUNLIKE, Tag

_FARTHEST = 3
"""How many noun phrases, each governed by the one before, are asked."""


def find_antecedent(parse: Parse, end: int, relative: int) -> tuple[list[int], bool]:
    """The tokens of the noun phrase before `end` that the relative describes, and whether it is certain that it does.

    Where two could be meant it is the wider one, with the other in it: "the wreck of the ferry, which sank".
    """
    nearest = parse.start_of_antecedent(end)
    phrases = list(_phrases(parse, nearest, end))
    fitting = [phrase for phrase in phrases if _fits(parse, phrase, relative)]
    known = [phrase for phrase in fitting if _is_person(parse, phrase) is not None]
    meant = known or fitting or phrases[:1]
    return list(range(meant[-1][0], end)), len(meant) == 1


def widest_antecedent(parse: Parse, end: int) -> list[int]:
    """The tokens of the noun phrase before `end` with those that govern it: "[the trial of Okoye], put off in May"."""
    *_, widest = _phrases(parse, parse.start_of_antecedent(end), end)
    return list(range(widest[0], end))


def _phrases(parse: Parse, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The noun phrase that ends there, the one that governs it by a preposition, and so on, as start and end."""
    for _ in range(_FARTHEST):
        yield start, end
        while start > 1 and parse.tokens[start - 1].tag is Tag.COORDINATOR and parse.tokens[start - 2].tag in NOUNLIKE:
            start = parse.start_of_noun_phrase(start - 1)  # "between [Togo and] Benin"
        governed = start > 1 and parse.tokens[start - 1].tag is Tag.PREPOSITION
        if not governed or parse.tokens[start - 2].tag not in NOUNLIKE:
            return
        end = start - 1
        start = parse.start_of_noun_phrase(end)


def _fits(parse: Parse, phrase: tuple[int, int], relative: int) -> bool:
    """Whether the relative, and the number of its verb, may be those of the phrase."""
    words, verb = parse.words, parse.after(relative)
    person = _is_person(parse, phrase)
    of_person = parse.tokens[relative].lower in words.personal_relatives
    if person is not None and person is not of_person:
        return False
    head = parse.tokens[phrase[1] - 1].lower
    singular = verb is not None and verb.lower in words.singular_verbs
    plural = verb is not None and verb.lower in words.plural_verbs
    if parse.tokens[phrase[1] - 1].tag is not Tag.WORD or (head in words.people and not words.is_plural(head)):
        return True  # "the police", "the dead": of several, though nothing says so
    return not (singular if words.is_plural(head) else plural)


def _is_person(parse: Parse, phrase: tuple[int, int]) -> bool | None:
    """Whether a phrase is of persons; None where its noun does not tell."""
    words, head = parse.words, parse.tokens[phrase[1] - 1]
    spoken = [token for token in parse.tokens[slice(*phrase)] if token.tag in NOUNLIKE]
    named = [token for token in spoken if token.tag is Tag.NAME and token.lower not in words.bodies]
    told = {head.lower, *(token.lower for token in spoken[:-1] if head.tag is Tag.NAME)}
    if head.tag in (Tag.GERUND, Tag.PAST) or told & (words.people | words.titles | words.trades):
        return True  # "the missing", "the injured", "the novelist Kofi Ayew"
    articled = parse.tokens[phrase[0]].lower in words.articles
    if len(spoken) > 1 and spoken == named and not articled:
        return True  # "Kofi Mensah"
    if head.tag is not Tag.WORD:
        return None
    return None if head.lower.endswith(tuple(words.agent_endings)) else False
