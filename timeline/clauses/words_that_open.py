"""Clauses that a relative, "that" or a subordinator opens, and the words that go along with it."""

from __future__ import annotations

from timeline.clauses.segments import Kind
from timeline.clauses.signs import Punctuated
from timeline.clauses.tokens import Tag


class OpenedByWords(Punctuated):
    """The clauses that are open, and what the words do that open one."""

    def open_with(self, kind: Kind, index: int, goes_along: int) -> None:
        """A clause opened by a word and some before it: "[under which] they sail", "[so that] it floats"."""
        outer, along = self.top, list(range(index - goes_along, index))
        if outer.tokens[len(outer.tokens) - goes_along :] != along:
            along = []
        self.open(kind, index - len(along), outer)
        if along:
            del outer.tokens[-len(along) :]
        self.top.tokens += along
        self.take(index)

    def before_relative(self, index: int) -> int:
        """How many words before a relative go with it: "[in] which", "[many of] whom"."""
        before = self.ahead.before(index)
        if before is None or before.tag is not Tag.PREPOSITION:
            return 0
        partial = index > 2 and before.lower in self.words.genitive and self.ahead.comma_before(index - 2)
        return 2 if partial else 1

    def that(self, index: int) -> None:
        """A clause with "that": what is said, what describes a noun, or what follows ("so that")."""
        before = self.ahead.before(index)
        if before is not None and before.lower in self.words.consecutive:
            return self.open_with(Kind.SUBORDINATE, index, 1)
        reported = self.ahead.reported_before(index) or self.speech_goes_on(index)
        self.open(Kind.CONTENT if reported else Kind.RELATIVE, index, self.top)
        return self.take(index)

    def subordinate(self, index: int) -> None:
        """A subordinator opens a clause, with what goes along with it before and its participle behind."""
        before, outer = self.ahead.before(index), self.top
        if self.tokens[index].lower in self.words.interrogative and self.asked(index):
            self.open(Kind.CONTENT, index, outer)
            return self.take(index)
        self.open(Kind.SUBORDINATE, index, outer.with_subject)
        if before is not None and before.lower in self.words.focusing and outer.tokens[-1:] == [index - 1]:
            # "even though", "just when", "soon after".
            self.top.tokens.append(outer.tokens.pop())
        elif measured := self.measured(index):
            # ", two days after".
            taken = list(range(index - measured, index))
            if outer.tokens[-measured:] == taken:
                self.top.tokens += taken
                del outer.tokens[-measured:]
        self.take(index)
        following = self.ahead.after(index)
        pronominal = self.tokens[index].lower in self.words.pronominal
        if following is not None and following.tag in (Tag.GERUND, Tag.PAST) and not pronominal:
            # "after rejecting the offer", "when asked": a clause without a subject.
            self.top.verb = index + 1
            following.tag = Tag.GROUP
        return None

    def measured(self, index: int) -> int:
        """How many words before the subordinator tell how much later or earlier: ", [a day] after it sank"."""
        if not index or self.tokens[index - 1].lower not in self.words.stretches:
            return 0
        start = index - 1
        while start > 0 and self.tokens[start - 1].tag is not Tag.COMMA and self.counts(start - 1):
            start -= 1
        return index - start if start == 0 or self.ahead.comma_before(start) else 0

    def counts(self, index: int) -> bool:
        """Whether the word can be one of those that count days: "[just over two] years", "[more than a] week"."""
        token = self.tokens[index]
        return (
            token.tag in (Tag.NUMBER, Tag.DETERMINER, Tag.WORD, Tag.ADVERB)
            or token.lower in self.words.approximations | self.words.comparisons | self.words.prepositions
        )
