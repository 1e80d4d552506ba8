"""Which words tell of the same: the forms and nouns of a verb, and verbs of which one may stand for the other.

Both come from a table that is shipped, one a language, as the rarity of words does; a list of the language adds what
the news tells in other words.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from timeline.clauses.words import load_clause_words
from timeline.tellings.rarity import stem


def head_of(form: str, language: str) -> str:
    """The stem of the verb that a form or a noun belongs to; what belongs to none stands for itself.

    >>> head_of("resignation", "en"), head_of("heard", "en"), head_of("harbour", "en")
    ('resign', 'hear', 'harbour')
    """
    return _table(language)[0].get(form, form)


def same_deed(verb: str, other: str, language: str) -> bool:
    """Whether two verbs, by their stems, can tell one deed; verbs that go one way can ("walk_out", "pull_out").

    >>> same_deed("inaugurat", "open", "en"), same_deed("turn_down", "reject", "en"), same_deed("demand", "win", "en")
    (True, True, False)
    """
    related = _table(language)[1]
    own = _own(language)
    known = verb == other or other in related.get(verb, ()) or verb in related.get(other, ())
    known = known or other in own.get(verb, ()) or verb in own.get(other, ())
    return known or ("_" in verb and "_" in other and verb.partition("_")[2] == other.partition("_")[2])


def is_verb(verb: str, language: str) -> bool:
    """Whether the table has it as a verb: "call_off", not "sink_off"."""
    return verb in _table(language)[1]


@cache
def _own(language: str) -> Mapping[str, frozenset[str]]:
    """By the stem of a verb those that can tell the same of what is in the news, by a list of the language."""
    entries = (entry.partition(":") for entry in load_clause_words(language).deeds)
    return {stem(verb): frozenset(map(stem, others.split(","))) for verb, _, others in entries}


@cache
def _table(language: str) -> tuple[Mapping[str, str], Mapping[str, frozenset[str]]]:
    """Heads by their forms, and by each verb those behind it in the table that are related."""
    name = language.lower().split("-")[0].split("_")[0]
    table = resources.files("timeline.tellings") / f"kin.{name}.txt"
    heads: dict[str, str] = {}
    related: dict[str, frozenset[str]] = {}
    if name.isalpha() and table.is_file():
        for line in table.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                forms, _, others = line.partition(" ~ ")
                head, *rest = forms.split()
                heads.update(dict.fromkeys(rest, head))
                related[head] = frozenset(others.split())
    return heads, related
