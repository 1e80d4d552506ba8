"""The lines that `timeline tag` writes: the time expressions of one text, as JSON.

Other programs are written against these fields: add some, rename none.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from timeline.json_lines import write_json_line
from timeline.resolutions import Resolution


class ExpressionLine(msgspec.Struct, frozen=True):
    """One time expression of a text, with what it comes to and why."""

    start: int
    end: int
    text: str
    type: str
    value: str | None
    mod: str | None
    interval: tuple[str, str] | None
    granularity: str | None
    certainty: str | None
    rule: str
    explanation: tuple[str, ...]
    alternatives: tuple[str, ...]


class AnswerLine(msgspec.Struct, frozen=True):
    """One line of output."""

    id: object
    expressions: list[ExpressionLine]


def expression_line(resolution: Resolution) -> ExpressionLine:
    """What is told about one resolution."""
    expression, value = resolution.expression, resolution.value
    return ExpressionLine(
        start=expression.span.start,
        end=expression.span.end,
        text=expression.text,
        type="DATE" if value is None else value.type.value,
        value=None if value is None else value.value,
        mod=None if value is None or value.modifier is None else value.modifier.value,
        interval=None if value is None or value.interval is None else value.interval.iso(),
        granularity=None if value is None or value.granularity is None else value.granularity.label,
        certainty=None if resolution.certainty is None else resolution.certainty.value,
        rule=expression.rule,
        explanation=resolution.explanation,
        alternatives=tuple(each.value for each in resolution.alternatives),
    )


def write_line(identifier: object, resolutions: Sequence[Resolution]) -> bytes:
    """One line of JSON, its line end included."""
    return write_json_line(AnswerLine(identifier, [expression_line(resolution) for resolution in resolutions]))
