"""Which part of a sentence a date belongs to, and the headline that is left of it.

In the order of work:

- `words`: what tells clauses apart in a language, from `en.toml`, `de.toml`; without a file, signs alone do
- `tokens`, `parts_of_speech`: a sentence as words and signs with the part they can play in it
- `segments`: the clauses of a sentence as a tree; `cutting_by_verbs` and `cutting_at_commas` make it, by the
  language, with the stack of `open_clauses`, the questions of `reading_descriptions`, `reading_ahead` and
  `reading_frames`, and what each may open: `reported_speech` for what is said and told, `signs` for commas and dashes, `words_that_open`,
  `coordination`
- `parse`: a sentence so cut, and what can be asked of it
- `dated_clauses`: the clause that each date belongs to, or, in `dated_nouns`, the noun; `dates_in_passing` has those at
  which the clause around them did not happen, and `other_times` leaves out what happened at another time; `several_dates` shares a
  clause out among its dates
- `showing`: what a clause is shown with
- `sentence_subjects`: who or what a sentence is about
- `deeds`: who does what to whom in a clause; `objects`: what a pronoun means there
- `headlines`: a line from a clause, by leaving words out: without its dates by `undating`, with whom it tells of by
  `subjects`, `antecedents`, `gapping` and `pronouns`; `verb_second` puts the rest in order where a language
  asks for it, `shortening` makes it short enough
"""

from timeline.clauses.dated_clauses import Clause, find_clauses, main_clause
from timeline.clauses.deeds import NO_DEED, Deed
from timeline.clauses.objects import object_of
from timeline.clauses.parts_of_speech import tells_of_the_past
from timeline.clauses.sentence_subjects import SentenceSubject, subject_of
from timeline.clauses.shortening import LONGEST
from timeline.clauses.words import ClauseWords, load_clause_words

__all__ = [
    "LONGEST",
    "NO_DEED",
    "Clause",
    "ClauseWords",
    "Deed",
    "SentenceSubject",
    "find_clauses",
    "load_clause_words",
    "main_clause",
    "object_of",
    "subject_of",
    "tells_of_the_past",
]
