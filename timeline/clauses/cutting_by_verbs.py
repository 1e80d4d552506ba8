"""Cutting a sentence into clauses in a language whose commas say little, so that its verbs decide.

Coordination, subordination, relatives, reported speech: a shallow parse by rules: no model, no part-of-speech tagger. It reads the tokens once from left to
right and keeps the clauses that are open on a stack; a finite verb, a subordinator, a comma tells
what opens and what ends.
"""

from __future__ import annotations

from timeline.clauses.reported_speech import ReportedSpeech
from timeline.clauses.segments import SUBJECTLESS, Kind, Segment
from timeline.clauses.tokens import NOUNLIKE, PUNCTUATION, VERBS, Tag, Token
from timeline.clauses.words import ClauseWords


def cut_by_verbs(tokens: list[Token], words: ClauseWords) -> list[Segment]:
    """The clauses of a sentence in the order they begin; each token is in exactly one."""
    return _Cutter(tokens, words).cut()


_OPENING = (Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.TIME)
"""What begins a phrase before the subject of a sentence."""


class _Cutter(ReportedSpeech):
    def step(self, index: int) -> None:
        """Read one token."""
        token = self.tokens[index]
        if token.lower in self.words.attributing_prepositions and token.tag is not Tag.FINITE:
            self.open(Kind.REPORT, index, self.top.root).verb = index
            self.take(index)
            return
        match token.tag:
            case Tag.BREAK:
                self.take(index)
                self.open(Kind.MAIN, index + 1, None)
            case Tag.DASH:
                self.dash(index)
            case Tag.OPEN:
                self.open(Kind.ASIDE, index, self.top)
                self.take(index)
            case Tag.CLOSE:
                self.take(index)
                self.leave(Kind.ASIDE)
            case Tag.QUOTE:
                self.quote(index)
            case Tag.COMMA:
                self.take(index)
                self.comma(index)
            case Tag.SUBORDINATOR if self.ahead.begins_clause(index):
                self.subordinate(index)
            case Tag.RELATIVE:
                before = self.ahead.before(index)
                self.open_with(Kind.RELATIVE, index, before is not None and before.tag is Tag.PREPOSITION)
            case Tag.COMPLEMENTISER if self.ahead.opens_that(index):
                self.that(index)
            case Tag.COORDINATOR:
                self.coordinate(index)
                self.take(index)
            case Tag.INFINITIVE:
                self.open(Kind.INFINITIVE, index, self.top)
                self.take(index)
            case Tag.FINITE:
                self.finite(index)
            case Tag.PRONOUN if token.contracted:
                self.finite(index)
            case Tag.PAST:
                self.past(index)
            case Tag.PRESENT:
                self.present(index)
            case Tag.TIME if self.tells_when(index):
                # "on [the day he died]": a clause with "when" left out.
                self.open(Kind.SUBORDINATE, index, self.top.with_subject)
                self.take(index)
            case _:
                self.take(index)

    def tells_when(self, index: int) -> bool:
        """Whether a clause tells which day is meant: "the day [he died]"."""
        following = self.ahead.after(index)
        stretch = self.tokens[index].lower.split()
        if following is None or stretch[0] not in self.words.articles or stretch[-1] not in self.words.stretches:
            return False
        verbs = (token.tag in VERBS for token in self.tokens[index + 2 : index + 5])
        return following.tag is Tag.PRONOUN and any(verbs)

    # Verbs.

    def finite(self, index: int) -> None:
        """A finite verb belongs to the innermost open clause that still lacks one."""
        holder: Segment | None = self.top
        while holder is not None and (holder.verb is not None or holder.kind in SUBJECTLESS):
            holder = holder.parent
        if holder is self.top or (holder is not None and holder.kind is not Kind.ASIDE):
            self.top = holder
        else:
            self.content_without_that(index)
        if self.top.verb is None:
            self.top.verb = index
        self.take(index)

    def past(self, index: int) -> None:
        """A past form is the clause's verb where it still lacks one, else a participle."""
        before = self.ahead.before(index)
        if self.top.verb == index:
            return self.take(index)
        if before is not None and before.tag in (Tag.PRONOUN, Tag.RELATIVE, Tag.COMPLEMENTISER):
            return self.finite(index)
        if self.ahead.comma_before(index):
            ahead = int(self.ahead.resumed(index))
        else:
            following = self.ahead.after(index)
            passive = following is not None and following.lower in self.words.agentive
            ahead = self.ahead.finite(index + 1, over_commas=before is None or passive)
            ahead += self.ahead.passive_without_auxiliary(index)
        if self.lacking() > ahead and not self.bounds_opening(index):
            return self.finite(index)
        if before is not None and before.tag in NOUNLIKE | {Tag.COMMA, Tag.TIME, Tag.ADVERB, Tag.CLOSE}:
            if not ahead and self.told_bare(index):
                return self.finite(index)
            self.open(Kind.REDUCED, index, self.top)
        return self.take(index)

    def bounds_opening(self, index: int) -> bool:
        """Whether a participle ends the period that a sentence opens with: "For the year [ended] 30 June, it lost"."""
        following, tokens = self.ahead.after(index), self.tokens
        dated = following is not None and following.tag is Tag.TIME
        opening = tokens[self.top.opener].tag is Tag.PREPOSITION
        return dated and opening and tokens[index].lower in self.words.bounding

    def present(self, index: int) -> None:
        """A word that may be a present verb is one where the clause has no other."""
        before, after = self.ahead.before(index), self.ahead.after(index)
        inside = (
            before is not None and before.tag not in PUNCTUATION and after is not None and after.tag not in PUNCTUATION
        )
        needed = self.top.with_subject.verb is None and self.lacking() > self.ahead.finite(index + 1, certain=False)
        if inside and needed:
            return self.finite(index)
        self.tokens[index].tag = Tag.WORD
        return self.take(index)

    # Clauses that a word opens.

    def open_with(self, kind: Kind, index: int, goes_along: bool) -> None:
        """A clause opened by a word and maybe the one before it: "[under which] they sail", "[so that] it floats"."""
        outer = self.top
        goes_along = goes_along and outer.tokens[-1:] == [index - 1]
        self.open(kind, index - goes_along, outer)
        if goes_along:
            self.top.tokens.append(outer.tokens.pop())
        self.take(index)

    def that(self, index: int) -> None:
        """A clause with "that": what is said, what describes a noun, or what follows ("so that")."""
        before = self.ahead.before(index)
        if before is not None and before.lower in self.words.consecutive:
            return self.open_with(Kind.SUBORDINATE, index, True)
        reported = self.ahead.reported_before(index)
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
        self.take(index)
        following = self.ahead.after(index)
        pronominal = self.tokens[index].lower in self.words.pronominal
        if following is not None and following.tag in (Tag.GERUND, Tag.PAST) and not pronominal:
            # "after rejecting the offer", "when asked": a clause without a subject.
            self.top.verb = index + 1
            following.tag = Tag.GROUP
        return None

    def coordinate(self, index: int) -> None:
        """A coordinator parts clauses when a verb follows it, else nouns."""
        follow = self.ahead.past_adverbs(index + 1)
        if follow == len(self.tokens) or self.joins_subjects(index):
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

    def joins_subjects(self, index: int) -> bool:
        """Whether the clause at hand has its subject and no verb yet: "that Togo [and] Benin had agreed"."""
        top = self.top
        return (
            top.kind in (Kind.CONTENT, Kind.RELATIVE, Kind.SUBORDINATE)
            and top.verb is None
            and top.tokens[-1:] == [index - 1]
            and self.tokens[index - 1].tag in NOUNLIKE
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

    # Signs.

    def comma(self, index: int) -> None:
        """What a comma ends, and what it opens."""
        following = self.ahead.after(index)
        if following is None or self.ahead.within_place(index):
            return
        listed = following.tag is Tag.PAST and not self.lacking() and self.ahead.list_goes_on(index + 2)
        root = self.top.root
        told = root.verb is not None or any(child.verb is not None for child in root.children)
        if root.verb is None and self.top.kind is Kind.RELATIVE and self.top.after_comma:
            told = told and following.tag not in VERBS  # "Okoye, who had come late, [said] so"
        if told and not listed and self.ahead.attribution(index + 1):
            self.open(Kind.REPORT, index + 1, root)
            return
        if following.tag in (Tag.COORDINATOR, Tag.RELATIVE):
            return
        report = self.enclosing(Kind.REPORT)
        if report is not None and report.parent is not None and self.dated_or_never(report, index):
            self.top = report.parent
        self.end_what_is_complete(index)
        if following.tag is Tag.GERUND or (following.tag is Tag.PAST and not self.lacking()):
            holder = self.top.with_subject
            if listed and holder.verb is not None:
                self.open(Kind.PREDICATE, index + 1, holder.with_first_predicate).verb = index + 1
            else:
                self.open(Kind.REDUCED, index + 1, holder)

    def dated_or_never(self, report: Segment, index: int) -> bool:
        """Whether an attribution has its date, or none is to come (", said Okoye, its keeper, on Friday")."""
        dated = any(self.tokens[place].tag is Tag.TIME for place in report.tokens)
        return dated or all(token.tag is not Tag.TIME for token in self.tokens[index:])

    def end_what_is_complete(self, index: int) -> None:
        """A comma ends what a comma opened, once that has its verb."""
        holder = self.top
        while holder.parent is not None:
            parent = holder.parent
            initial = holder.kind is Kind.SUBORDINATE and parent.verb is None
            complete = holder.verb is not None or holder.kind in SUBJECTLESS
            complete = complete or (initial and self.ahead.clause_follows(index + 1))
            # ", whose fields border the lake, met": the verb behind the comma is the outer clause's.
            resumed = holder.after_comma and parent.verb is None and self.ahead.tag_after(index) in VERBS
            complete = complete or (holder.kind is Kind.RELATIVE and resumed)
            if not complete or holder.kind is Kind.ASIDE:
                break
            # "After the talks that failed in May, Togo and Benin signed": the comma comes back to the sentence.
            opening = parent.verb is None and self.tokens[parent.opener].tag in _OPENING
            opened = opening or (holder.after_comma and (parent.verb is None or holder.kind is Kind.RELATIVE))
            if initial or opened or holder.kind is Kind.REDUCED:
                self.top = parent
            holder = parent

    def dash(self, index: int) -> None:
        """A dash ends a dateline, or opens and closes an aside."""
        if self.ahead.ends_dateline(index):
            self.take(index)
            for segment in self.segments:
                segment.kind = Kind.DATELINE
            self.open(Kind.MAIN, index + 1, None)
            return
        aside = self.enclosing(Kind.ASIDE)
        if aside is not None and self.tokens[aside.opener].tag is Tag.DASH:
            self.take(index)
            self.leave(Kind.ASIDE)
        else:
            self.open(Kind.ASIDE, index, self.top)
            self.take(index)

    def quote(self, index: int) -> None:
        """A quotation after a verb of saying is what was said; elsewhere the marks part nothing."""
        holder = self.top.with_subject
        verb = holder.verb
        told = verb is not None and any(self.tells(place) for place in range(verb, min(verb + 4, len(self.tokens))))
        if told and self.ahead.comma_before(index):
            self.open(Kind.CONTENT, index, holder)
        self.take(index)
