"""What a coordinator joins: clauses where a verb follows it, else nouns or times."""

from __future__ import annotations

from timeline.clauses.segments import Kind, Segment
from timeline.clauses.tokens import NOUNLIKE, Tag
from timeline.clauses.words_that_open import OpenedByWords


class Coordinated(OpenedByWords):
    """The clauses that are open, and what a coordinator opens among them."""

    def coordinate(self, index: int) -> None:
        """A coordinator parts clauses when a verb follows it, else nouns."""
        follow = self.ahead.past_adverbs(index + 1)
        if follow == len(self.tokens) or self.joins_subjects(index) or self.joins_times(index):
            return
        tag = self.tokens[follow].tag
        if tag is Tag.PRESENT and self.ahead.tag_after(follow) is Tag.DETERMINER:
            # "and puts the number at nine": before a determiner it is no plural.
            tag = self.tokens[follow].tag = Tag.FINITE
        first = self.conjoined(index, tag)
        if tag is Tag.GERUND:
            while first is not None and not self.participial(first):
                first = first.parent
        if first is None:
            return
        if tag in (Tag.FINITE, Tag.PAST, Tag.GERUND):
            self.open(Kind.PREDICATE, index, first)
        elif self.passive(first) and (participle := self.ahead.bare_participle(index + 1)) is not None:
            self.tokens[participle].tag = Tag.GROUP
        elif self.ahead.clause_follows(index + 1):
            first = first.with_first_predicate
            self.open(Kind.MAIN if first.kind is Kind.ASIDE else first.kind, index, first.parent)

    def joins_times(self, index: int) -> bool:
        """Whether both are times of a clause that has no verb yet: "Warnings in 2017 [and] 2018 were ignored"."""
        around = self.tokens[index - 1 : index + 2 : 2]
        return self.top.verb is None and [token.tag for token in around] == [Tag.TIME, Tag.TIME]

    def joins_subjects(self, index: int) -> bool:
        """Whether the clause at hand has its subject and no verb yet: "that Togo [and] Benin had agreed"."""
        top = self.top
        return (
            top.kind in (Kind.CONTENT, Kind.RELATIVE, Kind.SUBORDINATE)
            and top.verb is None
            and top.tokens[-1:] == [index - 1]
            and self.tokens[index - 1].tag in NOUNLIKE | {Tag.PRONOUN}
        )

    def conjoined(self, index: int, follower: Tag) -> Segment | None:
        """The open clause, with its verb, that what follows the coordinator goes on from."""
        holder: Segment | None = self.top
        while holder is not None and holder.verb is None:
            if holder.kind is Kind.REDUCED and follower in (Tag.PAST, Tag.GERUND):
                break
            holder = holder.parent
        if holder is not None and self.ahead.comma_before(index):
            # A comma before "and" comes back to the sentence, out of what was inside it.
            outer = holder
            while outer.kind in (Kind.RELATIVE, Kind.SUBORDINATE, Kind.REDUCED) and outer.parent is not None:
                outer = outer.parent
            return outer if outer.verb is not None else holder
        return holder

    def participial(self, segment: Segment) -> bool:
        """Whether the clause's verb is itself an -ing form or a participle."""
        first = segment.opener if segment.kind is Kind.REDUCED else segment.verb
        return first is not None and self.tokens[first].tag in (Tag.GERUND, Tag.GROUP)
