"""Which part of a sentence a date belongs to, and the headline that is left of it."""

from timeline.clauses.parts_of_speech import tells_of_the_past
from timeline.clauses.placing import Clause, find_clauses, main_clause
from timeline.clauses.words import ClauseWords, load_clause_words

__all__ = [
    "Clause",
    "ClauseWords",
    "find_clauses",
    "load_clause_words",
    "main_clause",
    "tells_of_the_past",
]
