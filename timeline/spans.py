"""Where something stands in a text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of characters of a text.

    >>> span = Span(12, 21)
    >>> "Kerry spoke last week."[span.start : span.end]
    'last week'
    """

    start: int
    end: int
