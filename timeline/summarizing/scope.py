"""Which days and which topic a summary is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Scope:
    """The days, both ends included, and the topic's words; without them, all days and all topics.

    >>> oil = Scope(keywords=("oil",))
    >>> [oil.is_topical(text) for text in ("Oilfields burn.", "Turmoil grows.")]
    [True, False]
    """

    first: int | None = None
    """The first day, by its number."""
    last: int | None = None
    keywords: tuple[str, ...] = ()
    """They may begin longer words; upper and lower case are one."""
    _pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # A script without upper case often has no gaps between its words, or glues articles to them.
        ways = (
            ("" if word[0].lower() == word[0].upper() else r"(?<![^\W_])") + re.escape(word)
            for word in map(str.strip, self.keywords)
            if word
        )
        object.__setattr__(self, "_pattern", re.compile("|".join(ways), re.IGNORECASE))

    def holds(self, day: int) -> bool:
        """Whether the day, by its number, is asked for."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def is_topical(self, text: str) -> bool:
        """Whether one of the topic's words is there."""
        return self._pattern.search(text) is not None
