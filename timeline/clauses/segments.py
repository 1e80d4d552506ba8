"""The clauses of a sentence, as a tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto


class Kind(Enum):
    """How a clause hangs on the one around it."""

    MAIN = auto()
    REPORT = auto()
    """The attribution after what is reported: ", the ministry said on Friday"."""
    CONTENT = auto()
    """What is reported: "said [that talks were held]"."""
    SUBORDINATE = auto()
    RELATIVE = auto()
    REDUCED = auto()
    """A participle without its auxiliary: "a decision [announced on Wednesday]", ", [citing costs]"."""
    INFINITIVE = auto()
    PREDICATE = auto()
    """A further predicate of the same subject: "came [and saw]"."""
    DATELINE = auto()
    """Place, day and agency before the first sentence: "MOSCOW, Aug. 5 (AP) —"."""
    ASIDE = auto()
    """Between brackets or dashes."""


SUBJECTLESS = frozenset({Kind.INFINITIVE, Kind.REDUCED})
"""Clauses without a finite verb of their own."""


@dataclass(slots=True)
class Segment:
    """One clause: the tokens that are its own, without those of the clauses inside it."""

    kind: Kind
    parent: Segment | None
    opener: int
    """Index of the token that begins it."""
    after_comma: bool = False
    verb: int | None = None
    """Index of its finite verb."""
    tokens: list[int] = field(default_factory=list)
    children: list[Segment] = field(default_factory=list)

    @property
    def root(self) -> Segment:
        """The outermost clause it lies in."""
        segment = self
        while segment.parent is not None:
            segment = segment.parent
        return segment

    @property
    def with_subject(self) -> Segment:
        """The nearest clause, itself included, that can have a finite verb."""
        segment = self
        while segment.kind in SUBJECTLESS and segment.parent is not None:
            segment = segment.parent
        return segment

    @property
    def with_first_predicate(self) -> Segment:
        """The clause that a further predicate goes on from; of any other, itself."""
        segment = self
        while segment.kind is Kind.PREDICATE and segment.parent is not None:
            segment = segment.parent
        return segment
