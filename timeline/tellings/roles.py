"""What is done in a clause, by whom and to whom, as terms that another clause can be asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.clauses import ClauseWords, Deed
from timeline.spans import Span
from timeline.tellings.counting import is_number
from timeline.tellings.kin import is_verb
from timeline.tellings.names import Named
from timeline.tellings.rarity import stem
from timeline.tellings.terms import happenings, is_small, name_keys, term_of, terms_of


@dataclass(frozen=True, slots=True)
class Roles:
    """Terms of a clause by the part they play."""

    did: tuple[str, ...] = ()
    """What is done: the verb, or the noun that stands for one ("a [blast] tore through"); verbs that say little
    do not count."""
    mutual: bool = False
    """Whether two do it to each other, so that either may be named first."""
    agents: tuple[str, ...] = ()
    """Who does it."""
    patients: tuple[str, ...] = ()
    """To whom or to what it is done."""
    owners: tuple[tuple[str, str], ...] = ()
    """Who is named only for what belongs to them, with what that is: ("okoye", "brother")."""
    said: tuple[str, ...] = ()
    """What is said, denied or promised, without the names in it."""

    @property
    def spoken(self) -> tuple[str, ...]:
        """All of them."""
        return self.did + self.agents + self.patients


NO_ROLES = Roles()


def read_roles(text: str, deed: Deed, named: Sequence[Named], words: ClauseWords) -> Roles:
    """The roles of a clause's deed; names are known by their keys.

    >>> from timeline.clauses import load_clause_words, main_clause
    >>> english, line = load_clause_words("en"), "The bank was robbed by a gang."
    >>> read_roles(line, main_clause(line, (0, len(line)), english).deed, [], english)
    Roles(did=('rob',), mutual=False, agents=('gang',), patients=('bank',), owners=(), said=())
    """
    agents, patients = (_terms(text, part, named, words) for part in (deed.agents, deed.patients))
    spoken = [text[slice(*span)].lower() for span in deed.verb]
    light = terms_of(words.light, words)
    did = {
        term_of(word, words)
        for word in spoken
        if not (is_small(word, words) or word in words.attributing) and term_of(word, words) not in light
    }
    mutual = bool(did & terms_of(words.mutual, words))
    if spoken and (compound := _compound(text, deed, words)) is not None:
        did = {compound}
    did |= happenings(words).intersection(agents)
    if not did and any(term_of(word, words) in light for word in spoken):
        did, patients = set(patients), ()  # "made [landfall]"
    owners = {pair for part in (deed.agents, deed.patients) for pair in _owners(text, part, named, words)}
    said = _plain_terms(text, deed.said, named, words) - light
    return Roles(tuple(sorted(did)), mutual, agents, patients, tuple(sorted(owners)), tuple(sorted(said)))


def _compound(text: str, deed: Deed, words: ClauseWords) -> str | None:
    """The verb with where it goes, or with a word that makes another verb of it: "turned it [down]", "called [off] talks"."""
    start, end = deed.verb[0]
    last, behind = text[slice(*deed.verb[-1])].lower(), text[end : end + _DIRECTION].split()[:1]
    direction = [last] if last in words.directions else behind
    known = "_".join([stem(text[start:end]), *direction])
    if is_verb(known, words.code) and words.directions.issuperset(direction):
        return known
    return f"{term_of(text[start:end].lower(), words)}_{last}" if last in words.directions else None


_DIRECTION = 8
"""Within how many letters behind a verb such a word begins and ends."""


def _owners(text: str, spans: Iterable[Span], named: Sequence[Named], words: ClauseWords) -> Iterator[tuple[str, str]]:
    """Whoever's name stands before what belongs to them, unless that acts for them."""
    for owner, head in pairwise(spans):
        name = _name_at(owner, named)
        thing = text[slice(*head)].lower()
        owns = not words.possessives.isdisjoint(text[owner.end : head.start].split())
        if name is not None and owns and thing not in words.deputising:
            yield name_keys(name, words)[0], term_of(thing, words)


def _terms(text: str, spans: Iterable[Span], named: Sequence[Named], words: ClauseWords) -> tuple[str, ...]:
    """The terms of heads of noun phrases, without those that can stand for any other."""
    spans = list(spans)
    names = {name_keys(name, words)[0] for span in spans if (name := _name_at(span, named)) is not None}
    return tuple(sorted((names - terms_of(words.general, words)) | _plain_terms(text, spans, named, words)))


def _plain_terms(text: str, spans: Iterable[Span], named: Sequence[Named], words: ClauseWords) -> set[str]:
    """The terms of words that are no names and no numbers, without those that can stand for any other."""
    spoken = (text[slice(*span)].lower() for span in spans if _name_at(span, named) is None)
    found = {term_of(word, words) for word in spoken if not is_small(word, words) and not is_number(word, words)}
    return found - terms_of(words.general, words)


def _name_at(span: Span, named: Sequence[Named]) -> str | None:
    return next((each.name for each in named if each.start <= span.start < each.end), None)
