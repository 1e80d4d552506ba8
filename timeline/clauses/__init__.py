"""What a sentence says of a date: the clause it belongs to, a headline for it, the names in it."""

from timeline.clauses.names import Named, Names, find_names
from timeline.clauses.placing import Clause, find_clauses, main_clause
from timeline.clauses.rarity import rarity, stem
from timeline.clauses.telling import Telling, count_terms, read_telling
from timeline.clauses.words import ClauseWords, load_clause_words

__all__ = [
    "Clause",
    "ClauseWords",
    "Named",
    "Names",
    "Telling",
    "count_terms",
    "find_clauses",
    "find_names",
    "load_clause_words",
    "main_clause",
    "rarity",
    "read_telling",
    "stem",
]
