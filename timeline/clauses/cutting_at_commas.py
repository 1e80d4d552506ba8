"""Cutting a sentence into clauses in a language that sets a comma around every subordinate clause."""

from __future__ import annotations

from timeline.clauses.open_clauses import OpenClauses
from timeline.clauses.segments import Kind, Segment
from timeline.clauses.tokens import Tag, Token
from timeline.clauses.words import ClauseWords

_NESTED = {Tag.SUBORDINATOR: Kind.SUBORDINATE, Tag.RELATIVE: Kind.RELATIVE, Tag.COMPLEMENTISER: Kind.CONTENT}


def cut_at_commas(tokens: list[Token], words: ClauseWords) -> list[Segment]:
    """The clauses of a sentence in the order they begin; each token is in exactly one."""
    return _Cutter(tokens, words).cut()


class _Cutter(OpenClauses):
    def step(self, index: int) -> None:
        """Read one token."""
        tag = self.tokens[index].tag
        opening = index == 0 or self.tokens[index - 1].tag in (Tag.BREAK, Tag.QUOTE, Tag.COORDINATOR)
        if opening and tag is Tag.SUBORDINATOR and not self.binds_date(index):
            self.open(Kind.SUBORDINATE, index, self.top)
        if tag is Tag.OPEN:
            self.open(Kind.ASIDE, index, self.top)
        self.take(index)
        if tag in (Tag.FINITE, Tag.PAST) and self.top.verb is None:
            self.top.verb = index
        elif tag is Tag.COMMA:
            self.comma(index)
        elif tag is Tag.BREAK:
            self.open(Kind.MAIN, index + 1, None)
        elif tag is Tag.DASH:
            self.dash(index)
        elif tag is Tag.CLOSE:
            self.leave(Kind.ASIDE)

    def binds_date(self, index: int) -> bool:
        """Whether a word that could open a clause is the preposition of a date: "seit dem 9. Juli"."""
        after = [token.tag for token in self.tokens[index + 1 : index + 3]]
        return after[:1] == [Tag.TIME] or after == [Tag.DETERMINER, Tag.TIME]

    def dash(self, index: int) -> None:
        """A dash opens an aside, and a second one ends it, but for the dash behind a dateline."""
        if self.ahead.ends_dateline(index):
            self.end_dateline(index)
        elif self.top.kind is Kind.ASIDE and self.top.parent is not None:
            self.top = self.top.parent
        else:
            self.open(Kind.ASIDE, index + 1, self.top)

    def comma(self, index: int) -> None:
        """What a comma opens, and what it ends."""
        root = self.top.root
        following = [token for token in self.tokens[index + 1 : index + 4] if token.tag is not Tag.QUOTE]
        if not following:
            return
        if following[0].lower in self.words.attributing and root.verb is not None:
            self.open(Kind.REPORT, index + 1, root).verb = index + 1
            return
        if following[0].lower in self.words.attributing_openers and (verb := self.attributes(index + 1)) is not None:
            self.open(Kind.REPORT, index + 1, root).verb = verb
            return
        if self.top.kind is Kind.REPORT and self.top.parent is not None:
            self.top = self.top.parent
        opener = following[1] if following[0].tag is Tag.PREPOSITION and len(following) > 1 else following[0]
        kind = _NESTED.get(opener.tag)
        if kind is Kind.RELATIVE and self.reports(self.top):
            # "sagte, der Täter sei geflohen": an article, not a pronoun, behind a verb of saying.
            kind = Kind.CONTENT
        if kind is Kind.RELATIVE and opener is following[0] and self.begins_sentence(index + 1):
            self.open(Kind.MAIN, index + 1, None)
        elif kind is not None:
            self.open(kind, index + 1, self.top)
        elif self.reports(self.top) and any(token.tag is Tag.FINITE for token in self.tokens[index + 1 :]):
            self.open(Kind.CONTENT, index + 1, self.top)
        elif self.top.parent is not None and self.top.kind in _NESTED.values() and self.ended(index):
            self.top = self.top.parent

    def begins_sentence(self, index: int) -> bool:
        """Whether an article and its noun have their verb right behind them: ", [die Ergebnisse werden] erwartet"."""
        tokens = self.tokens[index : index + 4]
        noun = next((place for place, token in enumerate(tokens) if token.tag is Tag.NAME), 0)
        if not noun or any(token.tag is not Tag.WORD for token in tokens[1:noun]) or noun + 1 >= len(tokens):
            return False
        signs = (Tag.COMMA, Tag.BREAK)
        end = next(
            (place for place in range(index, len(self.tokens)) if self.tokens[place].tag in signs), len(self.tokens)
        )
        while end > index and self.tokens[end - 1].text == ".":
            end -= 1
        verbs = (Tag.FINITE, Tag.PAST)
        return tokens[noun + 1].tag in verbs and (end - 1 == index + noun + 1 or self.tokens[end - 1].tag not in verbs)

    def attributes(self, index: int) -> int | None:
        """The verb of saying that ends the clause from here on: ", wie das Amt am Freitag [mitteilte]"."""
        for place in range(index, len(self.tokens)):
            final = place + 1 == len(self.tokens) or self.tokens[place + 1].tag in (Tag.COMMA, Tag.BREAK)
            if final or self.tokens[place + 1].text == ".":
                return place if self.tokens[place].lower in self.words.attributing else None
        return None

    def ended(self, index: int) -> bool:
        """Whether a nested clause is over: its verb stands right before the comma."""
        last = self.tokens[index - 1]
        return last.tag in (Tag.FINITE, Tag.PAST) or last.text[0].islower()

    def reports(self, segment: Segment) -> bool:
        """Whether the clause has a verb of saying, and nothing yet that was said."""
        said = any(child.kind is Kind.CONTENT for child in segment.children)
        return not said and any(self.tokens[place].lower in self.words.reporting for place in segment.tokens)
