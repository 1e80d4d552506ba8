"""What a clause tells, apart from when: so that it can be said whether two articles tell one event.

- `names`, `folding`, `descriptions`: the people, places and organisations that an article names; the forms of one name;
  what else it says that somebody is
- `capitals`, `nouns`: stretches of capitals that may be names, and which words have a capital for being nouns
- `rarity`: how much it means that two texts share a word
- `kin`: which verbs, and nouns of them, can tell of one deed
- `cognates`: words that other languages spell as English does
- `terms`: by what a word or a name is recognised in another text
- `counting`, `roles`: what a clause counts; what is done in it, by whom and to whom
- `telling`: a clause as its rarer words, its names and places, what it counts, denies and takes sides on
- `likeness`: how alike two clauses are by that
- `contradictions`: what they contradict each other in
- `common`: what several clauses all say, in words
"""

from timeline.tellings.common import Common, Told, common, spelt
from timeline.tellings.contradictions import FACTS, Contradiction, Odds, contradiction, contradictions
from timeline.tellings.counting import counts_agree
from timeline.tellings.likeness import ENOUGH, likeness, may_translate, tell_one_deed
from timeline.tellings.names import Named, Names, find_names
from timeline.tellings.rarity import rarity, stem
from timeline.tellings.telling import Telling, count_terms, read_telling
from timeline.tellings.terms import fold_names, pairs

__all__ = [
    "ENOUGH",
    "FACTS",
    "Common",
    "Contradiction",
    "Named",
    "Names",
    "Odds",
    "Telling",
    "Told",
    "common",
    "contradiction",
    "contradictions",
    "count_terms",
    "counts_agree",
    "find_names",
    "fold_names",
    "likeness",
    "may_translate",
    "pairs",
    "rarity",
    "read_telling",
    "spelt",
    "stem",
    "tell_one_deed",
]
