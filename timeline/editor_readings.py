"""What an editor wrote into an article about the words before: `last week<!-- when: 2015-W32 -->`.

Any other renderer hides such a comment. It goes before every rule; `none` says that the words name no time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from timeline.articles import Article
from timeline.errors import CorrectionError, quoted
from timeline.markup import Comment
from timeline.tagging import TimeExpression
from timeline.temporal.operators import Fixed
from timeline.temporal.written import written_value
from timeline.wording import phrase

EDITORS_RULE: Final = phrase("what an editor wrote beside it").text
"""The rule that is named where an editor says what words mean."""

_WHEN = re.compile(r"when\s*:\s*(?P<value>.*)", re.IGNORECASE | re.DOTALL)
_NEWLINE = re.compile(r"\r\n?|\n")
_RIGHT_BEHIND = re.compile(r"(?:['’]s?)?\W{0,3}")
"""What may stand between the words and what is said about them: the end of a genitive, signs, white space."""
_LONGEST_GAP = 6
_MOST = 20
"""So many wrong comments of one article are named each by itself."""


@dataclass(frozen=True, slots=True)
class EditorReadings:
    """The time expressions of an article as its editor has them read."""

    expressions: tuple[TimeExpression, ...]
    problems: tuple[CorrectionError, ...]
    """The comments that say nothing about any of them, with path and line."""


def read_as_edited(article: Article, expressions: Sequence[TimeExpression]) -> EditorReadings:
    """The expressions, with the values that the editor gave some of them, without those that the editor says are none."""
    edited: dict[int, TimeExpression | None] = {}
    wrong: list[tuple[Comment, str, str]] = []
    for comment in article.prose.comments:
        said = _WHEN.fullmatch(comment.words)
        if said is None:
            continue
        text = said["value"].strip()
        value = written_value(text)
        place = _before(article.text, expressions, comment.at)
        if value is None and text.lower() != "none":
            wrong.append((comment, f"the reading {quoted(text)} is no date", _FORMS))
        elif place is None and value is None:
            continue  # that it names no time is known without
        elif place is None:
            wrong.append((comment, f"no time expression stands before the reading {quoted(text)}", _WHERE))
        elif place in edited:
            wrong.append((comment, f"{quoted(expressions[place].text)} has another reading already", "remove one"))
        elif value is None:
            edited[place] = None
        else:
            opens = expressions[place].opens_range and value.period is not None
            edited[place] = replace(expressions[place], rule=EDITORS_RULE, meaning=Fixed(value), opens_range=opens)
    return EditorReadings(tuple(_edited(expressions, edited)), tuple(_named(article, wrong)))


_FORMS = "write it as 2015-08-14, 2015-W32, 2015-08, 2015-08-03/2015-08-05, or none"
_WHERE = "put it right behind the words that name the time"


def _before(text: str, expressions: Sequence[TimeExpression], at: int) -> int | None:
    """Which expression ends right before that place of the text, or goes on over it."""
    place = bisect_right(expressions, at - 1, key=lambda each: each.span.start) - 1
    if place < 0:
        return None
    end = expressions[place].span.end
    return place if at - end <= _LONGEST_GAP and _RIGHT_BEHIND.fullmatch(text[end:at]) else None


def _edited(
    expressions: Sequence[TimeExpression], edited: dict[int, TimeExpression | None]
) -> Iterable[TimeExpression]:
    for place, expression in enumerate(expressions):
        kept = edited.get(place, expression)
        if kept is None:
            continue
        end_is_gone = kept.opens_range and edited.get(place + 1, kept) is None
        yield replace(kept, opens_range=False) if end_is_gone else kept


def _named(article: Article, wrong: Sequence[tuple[Comment, str, str]]) -> Iterable[CorrectionError]:
    position, line = 0, article.body_line
    for comment, reason, remedy in sorted(wrong, key=lambda each: each[0].source)[:_MOST]:
        line += len(_NEWLINE.findall(article.markdown, position, comment.source))
        position = comment.source
        yield CorrectionError(reason, path=article.path, line=line, remedy=remedy)
    if len(wrong) > _MOST:
        more = f"{len(wrong) - _MOST} more readings behind this one are no better"
        yield CorrectionError(more, path=article.path, line=line, remedy="mend or remove them too")
