"""What a comma, a dash and a quotation mark open and what they end, where verbs decide what a clause is."""

from __future__ import annotations

from timeline.clauses.reported_speech import ReportedSpeech
from timeline.clauses.segments import SUBJECTLESS, Kind, Segment
from timeline.clauses.tokens import VERBS, Tag

_OPENING = (Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.TIME)
"""What begins a phrase before the subject of a sentence."""


class Punctuated(ReportedSpeech):
    """The clauses that are open, and what the signs between them do."""

    def comma(self, index: int) -> None:
        """What a comma ends, and what it opens."""
        following = self.ahead.after(index)
        if following is None or self.ahead.within_place(index):
            return
        aside = self.top.with_subject  # also out of what is to come in it: ", due [to start in May], was"
        if aside.kind is Kind.ASIDE and aside.after_comma and aside.parent is not None:
            self.top = aside.parent
        elif self.top.kind is Kind.MAIN and self.top.verb is None and self.ahead.dated_description(index):
            self.open(Kind.ASIDE, index + 1, self.top)
            return
        spoken = following.tag in (Tag.PAST, Tag.FINITE)
        listed = spoken and not self.lacking() and self.ahead.list_goes_on(index + 2)
        root = self.top.root
        quoted = following.tag is Tag.QUOTE  # “We sail,” whatever the verb is
        told = quoted or root.verb is not None or any(child.verb is not None for child in root.children)
        told = told or (self.top is root and self.ahead.interrupts(index + 1))
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
        described = following.tag is Tag.GERUND or (following.tag is Tag.PAST and not self.lacking())
        if described or listed:
            holder = self.top.with_subject
            if listed and holder.verb is not None:
                self.open(Kind.PREDICATE, index + 1, holder.with_first_predicate).verb = index + 1
            elif described:
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
            self.end_dateline(index)
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
