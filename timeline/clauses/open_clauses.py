"""The clauses of a sentence that are open while it is read from left to right."""

from __future__ import annotations

from timeline.clauses.reading_frames import AheadOfFrames
from timeline.clauses.segments import SUBJECTLESS, Kind, Segment
from timeline.clauses.tokens import Tag, Token
from timeline.clauses.words import ClauseWords


class OpenClauses:
    """A stack of clauses, the outermost a sentence of its own."""

    def __init__(self, tokens: list[Token], words: ClauseWords) -> None:
        self.tokens = tokens
        self.words = words
        self.ahead = AheadOfFrames(tokens, words)
        self.segments: list[Segment] = []
        self.top = self.open(Kind.MAIN, 0, None)
        """The innermost clause that is open."""

    def cut(self) -> list[Segment]:
        """Read all tokens; the clauses in the order they begin."""
        for index in range(len(self.tokens)):
            self.step(index)
        return self.segments

    def step(self, index: int) -> None:
        """Read one token: what a language makes of it is for its way of cutting to say."""
        raise NotImplementedError

    def open(self, kind: Kind, index: int, parent: Segment | None) -> Segment:
        """Begin a clause at a token inside another, or a sentence of its own without one."""
        segment = Segment(kind, parent, index, self.ahead.comma_before(index))
        if parent is not None:
            parent.children.append(segment)
        self.segments.append(segment)
        self.top = segment
        return segment

    def end_dateline(self, index: int) -> None:
        """Begin the sentence behind the dash of a dateline."""
        for segment in self.segments:
            segment.kind = Kind.DATELINE
        self.open(Kind.MAIN, index + 1, None)

    def take(self, index: int) -> None:
        """Let the token belong to the innermost clause."""
        self.top.tokens.append(index)

    def lacking(self) -> int:
        """How many of the clauses that a verb here could belong to still lack one."""
        count = 0
        holder: Segment | None = self.top
        while holder is not None:
            if holder.kind not in SUBJECTLESS:
                count += holder.verb is None
                if holder.kind is Kind.ASIDE or (holder.kind is Kind.MAIN and holder.verb is not None):
                    break
            holder = holder.parent
        return count

    def enclosing(self, kind: Kind) -> Segment | None:
        """The innermost open clause of a kind."""
        holder: Segment | None = self.top
        while holder is not None and holder.kind is not kind:
            holder = holder.parent
        return holder

    def leave(self, kind: Kind) -> None:
        """Come back to the clause around the innermost one of a kind."""
        segment = self.enclosing(kind)
        if segment is not None and segment.parent is not None:
            self.top = segment.parent

    def passive(self, segment: Segment) -> bool:
        """Whether the clause's verb has the auxiliary of a passive, and a participle after it."""
        if segment.verb is None or self.tokens[segment.verb].lower not in self.words.auxiliaries:
            return False
        group = [self.tokens[place] for place in segment.tokens if place > segment.verb]
        grouped = [token.lower for token in group if token.tag is Tag.GROUP]
        bound = self.words.passive & {self.tokens[segment.verb].lower, *grouped}
        return bool(bound) and any(self.words.is_past_form(word) for word in grouped)
