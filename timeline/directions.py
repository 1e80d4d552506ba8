"""Where the clause around a time looks: ahead, back, or nowhere."""

from __future__ import annotations

import re

from timeline.grammar.locale import Cues
from timeline.spans import Span
from timeline.tagging import TimeExpression
from timeline.temporal.granularity import Granularity
from timeline.temporal.operators import Bare, Operator

BOUND, AHEAD, LEANING, OPEN, BACK, TOLD = 3, 2, 1, 0, -1, -2
"""Where a clause looks, seen from the publication date: bound when the word before the time says that it is to come
("until Friday"), leaning when the verb may well look ahead ("could", "is meeting"), open when nothing says, told when there is no doubt that
it is over: "since March", "In March, the board resigned"."""

_CLAUSE = 140
"""How many characters of a clause are read on each side of a bare time."""
_TIGHT = 40
"""How many of them are read for a word that stands right before the time."""
_GENITIVES = ("'s", "’s")
"""A time that belongs to a noun is not the verb's: "they will discuss Monday's accident"."""
_BRACKETS = re.compile(r"\s*\([^()]{1,60}\)")
_QUOTED = re.compile(r"""["“]([^\s"“”.,:;!?]+(?:\s[^\s"“”.,:;!?]+){0,3})["”]""")
"""A word or a few in quotation marks: they call something by a name, and cut no clause: 'the "static kill" of Friday'."""
_CLAUSE_END = re.compile(
    r"""[;!?:()"“”.\n`'](?: (?<=[;!?:()"“”]) | (?<=\n)\s*\n | (?<=`)` | (?<=')'
    | (?:(?<=[^\W\d_]{2}\.) | (?<=\d\d\.) | (?<=\W\)\.)) (?=\s|$) )""",
    re.VERBOSE,
)
"""Where a clause surely ends; a full stop after a single letter is an initial. The sign itself comes first, since it is
looked for without entering the rest."""
_LAST_CLAUSE_END = re.compile(rf"(?s:.*){_CLAUSE_END.pattern}", re.VERBOSE)
"""All up to the last of them: it is looked for from the end."""

_AHEAD = {"ahead", "leaning", "open"}
"""The groups of verbs that do not look back."""


def direction_of(text: str, span: Span, cues: Cues) -> int:
    """Where the clause around an expression looks.

    The last verb before the expression decides, if there is none the first one behind it. A word right
    before it ("until Friday") or a verb such as "will" looks ahead, but not when a verb in the past
    tense follows in the clause.
    """
    if cues.unplanned.match(text, span.end):
        return TOLD
    left = _clause_before(text, span.start).lower()
    opening = cues.opening.search(left, max(0, len(left) - _TIGHT))
    if opening:
        # Unless it is only set off by commas: "in Selma, Ala., on Tuesday".
        clause = _direction(left[opening.start() :], text, span, cues)
        if clause is not OPEN:
            return clause
    return _direction(left, text, span, cues)


def told_together(text: str, one: TimeExpression | None, other: TimeExpression | None, cues: Cues) -> bool:
    """Whether two are weekdays of one list: "on [Monday] and on [Thursday]"."""
    if one is None or other is None or not (_is_weekday(one.meaning) and _is_weekday(other.meaning)):
        return False
    return cues.listed.fullmatch(text, one.span.end, other.span.start) is not None


def _is_weekday(meaning: Operator) -> bool:
    return isinstance(meaning, Bare) and meaning.recurrence.outer is Granularity.WEEK


def _direction(left: str, text: str, span: Span, cues: Cues) -> int:
    """Where a clause looks that has `left` before the expression, in lower case."""
    over = cues.over.search(left)
    if over and not _AHEAD & {verb.lastgroup for verb in cues.verbs.finditer(over.group())}:
        return TOLD
    owns = text.startswith(_GENITIVES, span.end)
    # Not in "was hit by Friday's storm".
    tight = None if owns and cues.agent.search(left[-_TIGHT:]) else cues.ahead.search(left[-_TIGHT:])
    before = last = None
    end = 0
    for verb in cues.verbs.finditer(f" {left}"):
        before, last, end = last, verb.lastgroup, verb.end() - 1
    if last in ("back", "participle", "past") and before != "open" and left[end:].strip() in cues.when:
        return TOLD
    if (
        last == "past"
        or (last in ("back", "participle", "perfect") and not tight)
        or cues.behind.search(left[-_TIGHT:])
    ):
        return BACK
    right = _clause_behind(text, span.end).lower()
    # "As early as" and the like are no clause that another one could follow.
    opens = len(left.split()) <= 2 or (tight is not None and not left[: -len(tight.group())].strip())
    if not opens:
        # Unless the time opens its clause, another one may go on behind a comma or a conjunction.
        joint = cues.joints.search(right)
        right = right[: joint.start()] if joint else right
    behind = cues.verbs.search(right)
    told = behind.lastgroup if behind else None
    if told == "participle" and behind is not None and not tight and len(right[: behind.start() + 1].split()) > 1:
        later = (verb.lastgroup for verb in cues.verbs.finditer(right))
        told = None if not opens or any(verb in ("ahead", "leaning") for verb in later) else "back"
    if told in ("back", "participle", "past"):
        return TOLD if opens and last is None else BACK
    if tight:
        return BOUND
    if owns and cues.planned.match(right):
        return AHEAD
    if (last or told) == "ahead" and not (owns and last):
        return AHEAD
    return LEANING if (last or told) in ("ahead", "leaning") else OPEN


def _clause_before(text: str, stop: int) -> str:
    """The words of the clause before a time, without what stands in brackets among them, or the marks of a quoted name."""
    before = text[max(0, stop - _CLAUSE) : stop]
    if "(" in before:
        before = _BRACKETS.sub("", before)
    if '"' in before or "”" in before:
        before = _QUOTED.sub(r"\1", before)
    end = _LAST_CLAUSE_END.match(before)
    return before[end.end() :] if end else before


def _clause_behind(text: str, start: int) -> str:
    close = _CLAUSE_END.search(text, start, start + _CLAUSE)
    return text[start : close.start() if close else start + _CLAUSE]
