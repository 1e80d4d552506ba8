"""The words of one language that tell where its clauses begin: one TOML file a language, found by its name."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources

from timeline.errors import LocaleError


@dataclass(frozen=True, slots=True, eq=False)
class ClauseWords:
    """Word lists of a language; all empty for a language without a file, which then splits at punctuation alone.

    What each list is for is said beside it in `en.toml`.
    """

    code: str = ""
    past_ending: str = ""
    gerund_ending: str = ""
    adverb_ending: str = ""
    plural_ending: str = ""
    superlative_ending: str = ""
    commas: str = "free"
    """`free`: verbs decide where a clause begins. `grammatical`: every subordinate clause stands between commas."""
    auxiliaries: frozenset[str] = frozenset()
    contracted_auxiliaries: frozenset[str] = frozenset()
    past_auxiliaries: frozenset[str] = frozenset()
    perfect: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    auxiliary_infinitives: frozenset[str] = frozenset()
    noun_auxiliaries: frozenset[str] = frozenset()
    infinitive_markers: frozenset[str] = frozenset()
    plural_subjects: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    past_or_participle: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    bare_reporting: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    attributing: frozenset[str] = frozenset()
    attributing_openers: frozenset[str] = frozenset()
    prospective: frozenset[str] = frozenset()
    past_dates: frozenset[str] = frozenset()
    change: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    prepositional: frozenset[str] = frozenset()
    focusing: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    complementisers: frozenset[str] = frozenset()
    consecutive: frozenset[str] = frozenset()
    coordinators: frozenset[str] = frozenset()
    participial: frozenset[str] = frozenset()
    agentive: frozenset[str] = frozenset()
    simultaneous: frozenset[str] = frozenset()
    likening: frozenset[str] = frozenset()
    accompanying: frozenset[str] = frozenset()
    genitive: frozenset[str] = frozenset()
    content_nouns: frozenset[str] = frozenset()
    stretches: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    sequels: frozenset[str] = frozenset()
    preceding: frozenset[str] = frozenset()
    sequel_nouns: frozenset[str] = frozenset()
    grounds: frozenset[str] = frozenset()
    charges: frozenset[str] = frozenset()
    relative_tenses: frozenset[str] = frozenset()
    lower_bounds: frozenset[str] = frozenset()
    upper_bounds: frozenset[str] = frozenset()
    degrees: frozenset[str] = frozenset()
    bounding: frozenset[str] = frozenset()
    contrasts: frozenset[str] = frozenset()
    approximations: frozenset[str] = frozenset()
    measuring: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    pronominal: frozenset[str] = frozenset()
    interrogative: frozenset[str] = frozenset()
    attributing_prepositions: frozenset[str] = frozenset()
    comparisons: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    capital_articles: frozenset[str] = frozenset()
    owning: frozenset[str] = frozenset()
    nominative: frozenset[str] = frozenset()
    reflexive: frozenset[str] = frozenset()
    subject_pronouns: frozenset[str] = frozenset()
    personal: frozenset[str] = frozenset()
    contact: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    plurals: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    pairing: frozenset[str] = frozenset()
    impersonal: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    locative: frozenset[str] = frozenset()
    not_verbs: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    personal_relatives: frozenset[str] = frozenset()
    accompanied: frozenset[str] = frozenset()
    perfect_participles: frozenset[str] = frozenset()
    owning_relatives: frozenset[str] = frozenset()
    singular_verbs: frozenset[str] = frozenset()
    plural_verbs: frozenset[str] = frozenset()
    agent_endings: frozenset[str] = frozenset()
    trades: frozenset[str] = frozenset()
    of_titles: frozenset[str] = frozenset()
    title_parts: frozenset[str] = frozenset()
    range_openers: frozenset[str] = frozenset()
    range_links: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    issuing: frozenset[str] = frozenset()
    dating: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    deadlines: frozenset[str] = frozenset()
    parting: frozenset[str] = frozenset()
    clinging: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    sinces: frozenset[str] = frozenset()
    superlatives: frozenset[str] = frozenset()
    temporal: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    name_joiners: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()
    contracted: frozenset[str] = frozenset()
    adjective_endings: frozenset[str] = frozenset()
    placing: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    intransitive: frozenset[str] = frozenset()
    transitive: frozenset[str] = frozenset()
    unshared: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    directions: frozenset[str] = frozenset()
    mutual: frozenset[str] = frozenset()
    general: frozenset[str] = frozenset()
    deputising: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    alike: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    opposites: frozenset[str] = frozenset()
    ordinals: frozenset[str] = frozenset()
    numerals: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    verb_second: bool = False
    """Whether the verb of a sentence comes second, whatever is in the first place."""
    capital_nouns: bool = False
    """Whether every noun has a capital, so that a capital alone makes no name."""
    possessives: frozenset[str] = frozenset()

    @property
    def known(self) -> bool:
        """Whether the language has a file."""
        return bool(self.code)

    @property
    def bounds(self) -> frozenset[str]:
        """What bounds a number, from below or from above."""
        return self.lower_bounds | self.upper_bounds

    def small(self, word: str) -> bool:
        """Whether the word is one of those that hold a sentence together, and so no name."""
        return any(
            word in listed
            for listed in (
                self.auxiliaries, self.subordinators, self.relatives, self.complementisers, self.coordinators,
                self.prepositions, self.determiners, self.subject_pronouns, self.adverbs,
            )
        )  # fmt: skip

    def is_adverb(self, word: str) -> bool:
        """Whether the word is an adverb, by the list or by its ending."""
        derived = bool(self.adverb_ending) and word.endswith(self.adverb_ending) and len(word) > 4
        return word in self.adverbs or (derived and word not in self.adjectives)

    def is_past_form(self, word: str) -> bool:
        """Whether the word can be a past form or a participle, which look alike."""
        regular = bool(self.past_ending) and word.endswith(self.past_ending) and len(word) > len(self.past_ending) + 1
        return regular or word in self.past_or_participle

    def is_participle(self, word: str) -> bool:
        """Whether the word can be a participle of the past."""
        return self.is_past_form(word) or word in self.participles

    def is_gerund(self, word: str) -> bool:
        """Whether the word is a verb in -ing, of some length."""
        return self.has_gerund_ending(word) and len(word) > len(self.gerund_ending) + 1

    def has_gerund_ending(self, word: str) -> bool:
        """Whether the word ends as a gerund does, though it may be a noun."""
        return bool(self.gerund_ending) and word.endswith(self.gerund_ending)

    def is_plural(self, word: str) -> bool:
        """Whether the word has the ending of a plural."""
        return bool(self.plural_ending) and word.endswith(self.plural_ending) and word not in self.possessives

    def third_person(self, word: str) -> bool:
        """Whether the word is a verb of `verbs` in the third person.

        >>> load_clause_words("en").third_person("carries"), load_clause_words("en").third_person("Kerry")
        (True, False)
        """
        if not self.plural_ending or not word.endswith("s"):
            return False
        stem = word[:-1]
        return any(form in self.verbs for form in (stem, stem.removesuffix("e"), stem.removesuffix("ie") + "y"))


@cache
def load_clause_words(code: str) -> ClauseWords:
    """The words of a language by its code ("en", "de-AT"); empty ones where there is no file.

    >>> load_clause_words("en-GB").code, load_clause_words("tlh").known
    ('en', False)

    Raises:
        LocaleError: the file has a key that means nothing.
    """
    name = code.replace("_", "-").lower().split("-")[0]
    found = resources.files("timeline.clauses") / f"{name}.toml"
    if not name.isalpha() or not found.is_file():
        return ClauseWords()
    table = tomllib.loads(found.read_text("utf-8"))
    names = {field.name for field in fields(ClauseWords)}
    if unknown := sorted(table.keys() - names):
        raise LocaleError(
            f'unknown key "{unknown[0]}"', path=f"clauses/{name}.toml", remedy=f"use one of {sorted(names)}"
        )
    plain = {field.name for field in fields(ClauseWords) if field.type != "frozenset[str]"}
    lists = {
        key: frozenset(word.replace("_", " ") for word in value.split())
        for key, value in table.items()
        if key not in plain
    }
    return ClauseWords(**{key: table[key] for key in plain & table.keys()}, **lists)  # type: ignore[arg-type]
