"""What was wrong with an article, as it is kept."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from timeline.errors import TimelineError
from timeline.wording import Said

T = TypeVar("T", bound=TimelineError)


class Problem(msgspec.Struct, frozen=True, array_like=True):
    """What was wrong, as it is kept."""

    reason: Said
    path: str | None
    line: int | None
    remedy: Said

    def error(self, kind: type[T]) -> T:
        """The error again."""
        return kind(self.reason, path=self.path, line=self.line, remedy=self.remedy)


def problem_of(error: TimelineError) -> Problem:
    return Problem(error.reason, error.path, error.line, error.remedy)
