"""Why events have their dates: the words of articles and what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from timeline.date_words import DateWords
from timeline.events import Mention
from timeline.site.sources import Source

QUOTED = 600
"""How many characters of a sentence are quoted before its words for a time, and after them."""


class Reason:
    """Why an event has its date: one mention's words and what follows from them."""

    def __init__(self, mention: Mention, source: Source, words: DateWords) -> None:
        self.mention, self.source, self._words = mention, source, words
        self.id = mention.id
        """The mention's: who links to it arrives at the event."""

    @property
    def certainty(self) -> str:
        """How surely they come to the date."""
        return self.mention.certainty.value

    @cached_property
    def before(self) -> str:
        """What the sentence says before the words that name the time."""
        sentence, (start, _) = self.mention.sentence, self.mention.resolution.expression.span
        return _end_of(self.source.text[sentence.start : start])

    @cached_property
    def phrase(self) -> str:
        """The words that name the time; empty where none do and it was taken by default."""
        return self.source.text[slice(*self.mention.resolution.expression.span)]

    @cached_property
    def after(self) -> str:
        """What the sentence says after them."""
        sentence, (_, end) = self.mention.sentence, self.mention.resolution.expression.span
        return start_of(self.source.text[end : sentence.end])

    @property
    def anchor(self) -> str:
        """Where the phrase stands in the article's page."""
        return expression_anchor(self.mention.resolution.expression.span.start)

    @property
    def when(self) -> str:
        """What the words come to."""
        return self._words.plain(self.mention.when)

    @cached_property
    def explanation(self) -> tuple[str, ...]:
        """How they come to it, a step a line."""
        return self.mention.resolution.explained(self._words.say)

    @property
    def notation(self) -> str:
        """The rule and the value as researchers write them."""
        return self.mention.resolution.notation

    @property
    def size(self) -> int:
        """About how many bytes its words are."""
        return size_of(self.mention, self.source)


@dataclass(frozen=True, slots=True)
class Ground:
    """Reasons that come to the same date by the same words and the same steps."""

    reasons: tuple[Reason, ...]

    @property
    def first(self) -> Reason:
        """One that says what all of them share."""
        return self.reasons[0]

    @property
    def quotes(self) -> list[tuple[Reason, ...]]:
        """Those that quote the same sentence together."""
        return _together(self.reasons, lambda reason: (reason.before, reason.phrase, reason.after))


def grounds_of(reasons: Iterable[Reason]) -> list[Ground]:
    """The reasons in their order, those alike together, so that what they share is said once."""
    shared = _together(reasons, lambda each: (each.phrase, each.when, each.certainty, each.explanation))
    return [Ground(alike) for alike in shared]


def _together(reasons: Iterable[Reason], key: Callable[[Reason], object]) -> list[tuple[Reason, ...]]:
    found: dict[object, list[Reason]] = {}
    for reason in reasons:
        found.setdefault(key(reason), []).append(reason)
    return [tuple(alike) for alike in found.values()]


def reason_of(mention: Mention, sources: Mapping[str, Source], words: DateWords) -> Reason:
    """The words behind a mention's date, and how they came to it."""
    return Reason(mention, sources[mention.article], words)


def size_of(mention: Mention, source: Source) -> int:
    """About how many bytes the words of a reason are, the marks between them counted low since they repeat."""
    (first, last), (start, end) = mention.sentence, mention.resolution.expression.span
    quoted = min(start - first, QUOTED) + (end - start) + min(last - end, QUOTED)
    return 300 + round((quoted + len(source.title)) * source.weight)


def expression_anchor(start: int) -> str:
    """The name, in its article's page, of the time expression that begins at a character."""
    return f"t{start}"


def _end_of(words: str) -> str:
    return words if len(words) <= QUOTED else f"… {words[-QUOTED:].partition(' ')[2] or words[-QUOTED:]}"


def start_of(words: str, most: int = QUOTED) -> str:
    """As many of the words as fit, with a sign that there are more.

    >>> start_of("They met in Doha", 12)
    'They met in …'
    """
    return words if len(words) <= most else f"{words[:most].rpartition(' ')[0] or words[:most]} …"
