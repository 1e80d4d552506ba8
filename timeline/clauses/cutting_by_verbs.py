"""Cutting a sentence into clauses in a language whose commas say little, so that its verbs decide.

Coordination, subordination, relatives, reported speech: a shallow parse by rules: no model, no part-of-speech tagger. It reads the tokens once from left to
right and keeps the clauses that are open on a stack; a finite verb, a subordinator, a comma tells
what opens and what ends.
"""

from __future__ import annotations

from timeline.clauses.coordination import Coordinated
from timeline.clauses.segments import SUBJECTLESS, Kind, Segment
from timeline.clauses.tokens import NOUNLIKE, PUNCTUATION, VERBS, Tag, Token
from timeline.clauses.words import ClauseWords


def cut_by_verbs(tokens: list[Token], words: ClauseWords) -> list[Segment]:
    """The clauses of a sentence in the order they begin; each token is in exactly one."""
    return _Cutter(tokens, words).cut()


class _Cutter(Coordinated):
    def step(self, index: int) -> None:
        """Read one token."""
        token = self.tokens[index]
        if token.lower in self.words.attributing_prepositions and token.tag is not Tag.FINITE:
            self.open(Kind.REPORT, index, self.top.root).verb = index
            self.take(index)
            return
        if self.ahead.compares_clauses(index):
            token.tag = Tag.SUBORDINATOR
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
            case Tag.PREPOSITION if self.grounded_at_a_time(index):
                token.tag = Tag.SUBORDINATOR
                self.subordinate(index)
            case Tag.PREPOSITION if self.ahead.accompanied_at_a_time(index):
                token.tag = Tag.SUBORDINATOR
                self.open(Kind.SUBORDINATE, index, self.top.with_subject)
                self.take(index)
            case Tag.RELATIVE:
                self.open_with(Kind.RELATIVE, index, self.before_relative(index))
            case Tag.COMPLEMENTISER if self.ahead.opens_that(index):
                self.that(index)
            case Tag.COORDINATOR:
                self.coordinate(index)
                self.take(index)
            case Tag.INFINITIVE:
                self.open(Kind.INFINITIVE, index, self.top)
                self.take(index)
            case Tag.FINITE if self.done_before(index):
                token.tag = Tag.GERUND
                self.open(Kind.REDUCED, index, self.top)
                self.take(index)
            case Tag.FINITE:
                self.finite(index)
            case Tag.PRONOUN if token.contracted:
                self.finite(index)
            case Tag.PRONOUN if self.describes_noun(index):
                self.open(Kind.RELATIVE, index, self.top)
                self.take(index)
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

    def grounded_at_a_time(self, index: int) -> bool:
        """Whether grounds have a time beside that of the clause: "accused on Monday [of] selling arms in May"."""
        if self.tokens[index].lower not in self.words.grounds or self.ahead.tag_after(index) is not Tag.GERUND:
            return False
        dated = any(self.tokens[place].tag is Tag.TIME for place in self.top.tokens)
        return dated and self.top.verb is not None and self.ahead.dated_phrase(index + 2)

    def tells_when(self, index: int) -> bool:
        """Whether a clause tells which day is meant: "the day [he died]"."""
        following = self.ahead.after(index)
        if following is None or not self.ahead.is_stretch(self.tokens[index]):
            return False
        if following.tag in (Tag.DETERMINER, Tag.NAME):
            return self.ahead.subject_and_verb(index + 1)
        verbs = (token.tag in VERBS for token in self.tokens[index + 2 : index + 5])
        return following.tag is Tag.PRONOUN and any(verbs)

    # Verbs.

    def finite(self, index: int) -> None:
        """A finite verb belongs to the innermost open clause that still lacks one."""
        subject = self.subject_of_its_own(index)
        if subject is not None:
            self.content_without_that(index, subject)
            self.top.verb = index if self.top.verb is None else self.top.verb
            return self.take(index)
        holder: Segment | None = self.top
        while holder is not None and (holder.verb is not None or holder.kind in SUBJECTLESS):
            holder = holder.parent
        if holder is self.top or (holder is not None and holder.kind is not Kind.ASIDE):
            self.bring_subject(index, holder)
            self.top = holder
        else:
            self.content_without_that(index)
        if self.top.verb is None:
            self.top.verb = index
        return self.take(index)

    def bring_subject(self, index: int, holder: Segment) -> None:
        """What stands before the verb of an outer clause and is its own, though an inner one took it.

        An adverb, "the pact signed in May [never] held", or the subject of a sentence that a clause with a date opens
        without a comma behind it, "Before the war began in 1998 [the town] had a port".
        """
        inner, start = self.top, index
        if inner is holder:
            return
        if self.tokens[index - 1].tag is Tag.ADVERB:
            start = index - 1
        elif inner.kind is Kind.SUBORDINATE and inner.verb is not None and not holder.tokens:
            phrase = index
            while self.tokens[phrase - 1].tag in NOUNLIKE | {Tag.DETERMINER}:
                phrase -= 1
            start = phrase if self.tokens[phrase - 1].tag is Tag.TIME and inner.verb < phrase else index
        brought = list(range(start, index))
        if brought and len(inner.tokens) > len(brought) and inner.tokens[-len(brought) :] == brought:
            del inner.tokens[-len(brought) :]
            holder.tokens += brought

    def subject_of_its_own(self, index: int) -> int | None:
        """The pronoun before a verb in a clause that has its verb already: "said on Monday [it] had ended"."""
        place = index - 1
        while place > 0 and self.tokens[place].tag is Tag.ADVERB:
            place -= 1
        if place <= 0 or self.tokens[place].tag is not Tag.PRONOUN or place not in self.top.tokens:
            return None
        complete = self.top.kind in SUBJECTLESS or (self.top.verb is not None and self.top.verb < place)
        return place if complete and place != self.top.opener else None

    def describes_noun(self, index: int) -> bool:
        """Whether a clause without a relative describes the noun before it: "the mill [she sold]"."""
        words, tokens, top = self.words, self.tokens, self.top
        if tokens[index].lower not in words.contact or top.tokens[-1:] != [index - 1]:
            return False
        noun = tokens[index - 1].tag is Tag.WORD and tokens[index - 1].lower not in words.comparisons
        if not noun or self.ahead.tag_past_adverbs(index) not in VERBS:
            return False
        start = index - 1
        while start > 0 and tokens[start - 1].tag in NOUNLIKE | {Tag.DETERMINER}:
            start -= 1
        if top.verb is None:
            return start == top.opener and tokens[start].tag is Tag.DETERMINER
        governor = tokens[start - 1]
        told = self.tells(top.verb) and governor.tag is Tag.PREPOSITION
        return top.verb < start and not told and governor.lower not in words.addressing

    def past(self, index: int) -> None:
        """A past form is the clause's verb where it still lacks one, else a participle."""
        before = self.ahead.before(index)
        if self.top.verb == index:
            return self.take(index)
        if before is not None and before.tag in (Tag.PRONOUN, Tag.RELATIVE, Tag.COMPLEMENTISER):
            return self.finite(index)
        if self.describes_subject_to_come(index):
            self.open(Kind.REDUCED, index, self.top)
            return self.take(index)
        if self.ahead.comma_before(self.ahead.start_of_adverbs(index)):
            ahead = int(self.ahead.resumed(index) and not self.tells_on(index))
        else:
            following = self.ahead.after(index)
            passive = following is not None and following.lower in self.words.agentive
            ahead = self.ahead.finite(index + 1, over_commas=before is None or passive)
            ahead += self.ahead.passive_without_auxiliary(index)
            ahead -= ahead > 0 and self.reports_bare(index)
        bounds = self.bounds_period(index)
        if self.lacking() > ahead and not bounds and not self.describes_opening(index):
            return self.finite(index)
        if before is not None and before.tag in NOUNLIKE | {Tag.COMMA, Tag.TIME, Tag.ADVERB, Tag.CLOSE}:
            if (
                not ahead
                and not bounds
                and self.told_bare(index)
                and self.tokens[index].lower not in self.words.participles
            ):
                return self.finite(index)
            following = self.ahead.after(index)
            named = following is not None and following.tag in (Tag.WORD, Tag.PRESENT) and following.text != "."
            if before.tag in NOUNLIKE and named:
                self.tokens[index].tag = Tag.WORD  # "two million [preferred] shares"
                return self.take(index)
            self.open_with_adverbs(index)
        return self.take(index)

    def open_with_adverbs(self, index: int) -> None:
        """Begin what a participle describes, with the adverbs behind its comma: ", [first planned] in May"."""
        start, outer = self.ahead.start_of_adverbs(index), self.top
        brought = list(range(start, index))
        if not (brought and self.ahead.comma_before(start) and outer.tokens[-len(brought) :] == brought):
            start, brought = index, []
        self.open(Kind.REDUCED, start, outer).tokens.extend(brought)
        del outer.tokens[len(outer.tokens) - len(brought) :]

    def tells_on(self, index: int) -> bool:
        """Whether a form with an object tells on of a subject just described: "The ferry, built in 1974, [caught] fire"."""
        active = self.tokens[index].lower not in self.words.participles
        return active and self.resumes(index) and self.ahead.tag_after(index) in NOUNLIKE | {Tag.DETERMINER}

    def bounds_period(self, index: int) -> bool:
        """Whether a participle ends a period that a preposition binds: "For the year [ended] 30 June, it lost"."""
        following, tokens = self.ahead.after(index), self.tokens
        if following is None or following.tag is not Tag.TIME or tokens[index].lower not in self.words.bounding:
            return False
        bound = index > 1 and [token.tag for token in tokens[index - 2 : index]] == [Tag.PREPOSITION, Tag.TIME]
        return bound or tokens[self.top.opener].tag is Tag.PREPOSITION

    def reports_bare(self, index: int) -> bool:
        """Whether the next verb belongs to what this one reports: "[suggested] the talks had failed"."""
        following = self.ahead.after(index)
        subject = following is not None and following.tag in NOUNLIKE | {Tag.DETERMINER, Tag.PRONOUN}
        return subject and self.tokens[index].lower in self.words.bare_reporting

    def describes_subject_to_come(self, index: int) -> bool:
        """Whether a participle opens a sentence whose subject comes behind a comma: "[Built] in 1912, the mill burned"."""
        if self.top.tokens or self.top.kind is not Kind.MAIN:
            return False
        inside = False  # "Asked [whether he would run], she smiled"
        for place in range(index + 1, len(self.tokens) - 1):
            tag = self.tokens[place].tag
            if tag is Tag.COMMA and self.ahead.subject_and_verb(place + 1):
                return True
            inside = inside or tag in (Tag.SUBORDINATOR, Tag.RELATIVE, Tag.COMPLEMENTISER)
            if (tag in VERBS and not inside) or tag in PUNCTUATION - {Tag.COMMA}:
                return False
        return False

    def done_before(self, index: int) -> bool:
        """Whether a participle of the perfect opens a sentence whose subject comes: "[Having] sold the mill, Okoye left"."""
        perfect = self.tokens[index].lower in self.words.perfect_participles
        return perfect and self.describes_subject_to_come(index)

    def describes_opening(self, index: int) -> bool:
        """Whether a participle describes the noun that a sentence opens with: "In a letter [sent] in May, she said"."""
        tokens, opener = self.tokens, self.top.opener
        phrase = [token.tag for token in tokens[opener:index]]
        if phrase[:2] == [Tag.PREPOSITION, Tag.PREPOSITION]:
            phrase = phrase[1:]  # "According to a report [published] in May"
        if phrase[:2] != [Tag.PREPOSITION, Tag.DETERMINER] or not set(phrase[2:]) <= NOUNLIKE:
            return False
        if self.ahead.tag_after(index) not in (Tag.TIME, Tag.PREPOSITION, Tag.INFINITIVE):
            return False
        comma = next((place for place in range(index, len(tokens)) if tokens[place].tag is Tag.COMMA), None)
        return comma is not None and self.ahead.clause_follows(comma + 1) and not self.ahead.attribution(comma + 1)

    def present(self, index: int) -> None:
        """A word that may be a present verb is one where the clause has no other."""
        before, after = self.ahead.before(index), self.ahead.after(index)
        inside = (
            before is not None
            and (before.tag not in PUNCTUATION or self.resumes(index))
            and after is not None
            and after.tag not in PUNCTUATION
        )
        needed = self.top.with_subject.verb is None and self.lacking() > self.ahead.finite(index + 1, certain=False)
        if inside and needed:
            return self.finite(index)
        self.tokens[index].tag = Tag.WORD
        return self.take(index)

    def resumes(self, index: int) -> bool:
        """Whether a clause that described the subject ends right before: "The law, passed in May, [takes] effect"."""
        inner = self.top.children[-1:]
        return self.ahead.comma_before(index) and any(index - 1 in child.tokens for child in inner)
