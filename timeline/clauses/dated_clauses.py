"""Which part of a sentence a time expression dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.clauses.dated_nouns import clause_of_noun, dated_noun
from timeline.clauses.dates_in_passing import noun_ahead, only_compared, told_of_date
from timeline.clauses.deeds import NO_DEED, Deed, find_deed
from timeline.clauses.headlines import write_headline
from timeline.clauses.objects import object_before, object_pronoun
from timeline.clauses.other_times import without_other_times
from timeline.clauses.parse import Parse
from timeline.clauses.segments import Kind, Segment
from timeline.clauses.several_dates import share_clause
from timeline.clauses.shortening import LONGEST
from timeline.clauses.showing import label_before, line_of, shown_around
from timeline.clauses.subjects import subject_before
from timeline.clauses.tokens import NOUNLIKE, Tag
from timeline.clauses.words import ClauseWords
from timeline.spans import Span

_LONGEST = 1_500
"""Characters of a sentence that is read as one; past it only the signs around a date are looked at."""
_SIGNS = ",;:.!?()\n"
_WINDOW = 150
"""How many characters around a date are looked at then."""
_OBJECT = NOUNLIKE | {Tag.DETERMINER}
"""What the object of a verb begins with."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What happened at the time that an expression names, as it stands in the text."""

    core: Span
    """The smallest span that holds what happened then."""
    shown: Span
    """The span to read it in: with the reported speech or the subject that belongs to it."""
    headline: str
    attributive: bool = False
    """Whether the date qualifies a noun ("the September 2013 decision") and not the clause."""
    subject: Span | None = None
    """Its subject where that stands before the part shown: "[Mensah], who will come on Monday"."""
    pronoun: Span | None = None
    """Its subject where that is a pronoun."""
    object: Span | None = None
    """Its object where that is a pronoun for a thing."""
    meant: Span | None = None
    """What this means, where its sentence says so."""
    deed: Deed = NO_DEED
    """Who does what to whom in it."""
    told: bool = True
    """False for a date at which nothing is told to have happened: in a dateline, "the first since 2013"."""


def find_clauses(
    text: str, sentence: tuple[int, int], expressions: Sequence[tuple[int, int]], words: ClauseWords
) -> list[Clause]:
    """The clause of each time expression of a sentence; the expressions are sorted and disjoint.

    >>> from timeline.clauses.words import load_clause_words
    >>> line = "Ann Okoye left for Accra on Monday after talks had failed in Lagos last week."
    >>> for clause in find_clauses(line, (0, len(line)), [(28, 34), (67, 76)], load_clause_words("en")):
    ...     line[slice(*clause.core)], clause.headline
    ('Ann Okoye left for Accra on Monday', 'Ann Okoye left for Accra')
    ('talks had failed in Lagos last week', 'Talks had failed in Lagos')
    """
    start, end = sentence
    if end - start > _LONGEST:
        # Up to the date before and the date after, so that no word is read for more than two of them.
        starts = [start, *(each[1] for each in expressions[:-1])]
        ends = [*(each[0] for each in expressions[1:]), end]
        limits = zip(starts, ends, strict=True)
        return [_between_signs(text, limit, each) for limit, each in zip(limits, expressions, strict=True)]
    parse = Parse(text, start, end, expressions, words)
    found = {
        token.expression: _place(parse, index)
        for index, token in enumerate(parse.tokens)
        if token.expression is not None
    }
    whole = Clause(Span(start, end), Span(start, end), " ".join(text[start:end].split()))
    return [found.get(number, whole) for number in range(len(expressions))]


def main_clause(
    text: str, sentence: tuple[int, int], words: ClauseWords, expressions: Sequence[tuple[int, int]] = ()
) -> Clause:
    """The whole of a sentence as a clause; its headline goes without the expressions where it can."""
    start, end = sentence
    if end - start > _LONGEST:
        return _between_signs(text, sentence, (start, start))
    parse = Parse(text, start, end, expressions, words)
    everything = [place for place in range(len(parse.tokens)) if parse.home[place].kind is not Kind.DATELINE]
    return _clause(parse, everything, everything) if everything else _whole(parse)


def _between_signs(text: str, limits: tuple[int, int], expression: tuple[int, int]) -> Clause:
    """What stands between the nearest signs around an expression, for a sentence too long to be one."""
    first, last = max(limits[0], expression[0] - _WINDOW), min(limits[1], expression[1] + _WINDOW)
    left = max(text.rfind(sign, first, expression[0]) for sign in _SIGNS)
    right = min((place for sign in _SIGNS if (place := text.find(sign, expression[1], last)) >= 0), default=last)
    span = Span(left + 1 if left >= 0 else first, right)
    return Clause(span, span, " ".join(text[slice(*span)].split())[:LONGEST])


def _place(parse: Parse, index: int) -> Clause:
    home = parse.home[index]
    if home.kind is Kind.DATELINE or parse.labels(home):
        return _dateline(parse, index)
    if parse.attributive(index):
        phrase = dated_noun(parse, index)
        clause = clause_of_noun(parse, phrase, index)
        if clause is None:
            return _clause(parse, phrase, phrase, attributive=True)
        return _clause(parse, clause, shown_around(parse, home, clause))
    if only_compared(parse, index):
        return _whole(parse)
    if ahead := noun_ahead(parse, index):
        return _clause(parse, ahead, ahead, attributive=True)
    segment = _governing(parse, home, index)
    if described := told_of_date(parse, segment, index):
        return _clause(parse, described, described)
    core = share_clause(parse, segment, index, parse.hull(segment, index))
    if segment.verb is not None and segment.verb < core[0] < index and parse.tokens[core[0]].tag in _OBJECT:
        return _clause(parse, core, core, attributive=True)  # "condemned [the attack of two men on Friday]"
    core = _with_antecedent(parse, segment, core)
    if labelled := label_before(parse, segment, core):
        return _clause(parse, [*labelled, *core], [*labelled, *core])
    smallest = without_other_times(parse, core, index)
    shown = shown_around(parse, segment, core)
    return _clause(parse, core, shown, smallest=smallest, line=line_of(parse, segment, core, shown))


def _clause(
    parse: Parse,
    core: list[int],
    shown: list[int],
    *,
    smallest: list[int] | None = None,
    line: list[int] | None = None,
    attributive: bool = False,
    told: bool = True,
) -> Clause:
    """The clause of tokens.

    `smallest` are those of them that happened at its date, where that is not all; `line` those that its headline is
    cut from, where that is not what is shown.
    """
    subject = [] if attributive else subject_before(parse, core, shown)
    pronoun = object_pronoun(parse, core)
    return Clause(
        core=Span(*parse.span(smallest or core)),
        shown=Span(*parse.span(shown)),
        headline=write_headline(parse, core, line or shown, noun=attributive),
        attributive=attributive,
        subject=Span(*parse.span(subject)) if subject else None,
        pronoun=_pronoun(parse, core),
        object=None if pronoun is None else Span(parse.tokens[pronoun].start, parse.tokens[pronoun].end),
        meant=None if pronoun is None else object_before(parse, pronoun),
        deed=find_deed(parse, core),
        told=told,
    )


def _pronoun(parse: Parse, core: Sequence[int]) -> Span | None:
    """The pronoun that is the subject of the clause's verb."""
    verb = next((place for place in core if parse.home[place].verb == place), None)
    for place in range(verb - 1 if verb is not None else -1, core[0] - 1, -1):
        token = parse.tokens[place]
        if token.lower in parse.words.personal:
            return Span(token.start, token.end)
        if token.tag not in (Tag.ADVERB, Tag.TIME):
            return None
    return None


def _dateline(parse: Parse, index: int) -> Clause:
    """A date before the first sentence dates that sentence where nothing in it does, or where it stands alone."""
    label = parse.labels(parse.home[index])
    for segment in parse.segments:
        if segment.kind is Kind.MAIN and segment.opener > index:
            core = sorted(parse.gathered(segment, index))
            others = (other for other in parse.segments if other.kind is not Kind.DATELINE)
            dated = not label and any(parse.has_date(other) for other in others)
            return _clause(parse, core, core, told=not dated) if core else _whole(parse)
    return _whole(parse)


def _whole(parse: Parse) -> Clause:
    everything = list(range(len(parse.tokens)))
    return _clause(parse, everything, everything, told=False)


# A date as an adverb.


def _governing(parse: Parse, segment: Segment, index: int) -> Segment:
    """The clause whose time the date at `index` in `segment` tells."""
    parent = segment.parent
    while parent is not None and not parent.tokens and parent.parent is not None:
        parent = parent.parent
    if parent is None:
        return segment
    if parse.bounds_period(segment):
        return _governing(parse, parent, index)
    if parse.times(parent.tokens):
        return segment
    # An infinitive shares its time with the verb over it unless that looks ahead ("plans to").
    if segment.kind is Kind.INFINITIVE and not _looks_ahead(parse, segment, index):
        return _governing(parse, parent, index)
    # ", saying on Friday": what goes along with the clause dates it where nothing else does.
    if segment.kind is Kind.REDUCED and parse.tokens[segment.opener].lower in parse.words.dated:
        return _governing(parse, parent, index)  # "he wrote in the letter, dated [Monday]"
    if segment.kind is Kind.REDUCED and parent.kind is Kind.REPORT and _made_known(parse, segment, parent):
        return parent
    if segment.kind is Kind.REDUCED and parent.kind is Kind.MAIN and _told_with(parse, segment, parent):
        return parent
    if parse.same_time(segment, -1) and parent.verb is not None:
        return _governing(parse, parent, index)  # "They died when the boat sank [in May]"
    accompanies = segment.kind is Kind.REDUCED and segment.after_comma
    if accompanies and parse.tokens[segment.opener].tag is Tag.GERUND:
        return _governing(parse, parent, index)
    return segment


def _made_known(parse: Parse, segment: Segment, report: Segment) -> bool:
    """Whether what is said was said by being made known: "said a note, [read] on Monday"."""
    word = parse.tokens[report.verb].lower if report.verb is not None else ""
    said = word in parse.words.reporting - parse.words.attributing_prepositions
    return said and parse.tokens[segment.opener].lower in parse.words.issuing


def _told_with(parse: Parse, segment: Segment, around: Segment) -> bool:
    """Whether what is told was told then: "In a letter [sent on Monday] she said", "[Asked on Monday,] she smiled"."""
    if around.verb is None or around.verb < segment.opener:
        return False
    if parse.tokens[segment.opener].lower in parse.words.asking:
        return segment.opener == around.opener
    verb, opening = parse.tokens[around.verb].lower, parse.tokens[around.opener].lower
    return opening in parse.words.locative and verb in parse.words.attributing and not parse.has_date(around)


def _looks_ahead(parse: Parse, segment: Segment, index: int) -> bool:
    """Whether an infinitive is of what was ahead: "plans [to meet on Friday]", not "asked him to leave two days ago"."""
    if parse.words.past_dates & set(parse.tokens[index].lower.split()):
        return False
    for token in reversed(parse.tokens[max(0, segment.opener - 3) : segment.opener]):
        if token.lower in parse.words.prospective or token.lower in parse.words.copulas:
            return token.lower in parse.words.prospective
    return False


def _with_antecedent(parse: Parse, segment: Segment, core: list[int]) -> list[int]:
    """A relative clause with the noun it describes: "[the shootings] that injured two in November"."""
    first = core[0]
    if segment.kind not in (Kind.RELATIVE, Kind.REDUCED) or segment.after_comma or first != segment.opener:
        return core
    return [*range(parse.start_of_antecedent(first), first), *core]
