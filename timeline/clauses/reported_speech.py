"""What is said, told, thought or asked, and where it begins."""

from __future__ import annotations

from timeline.clauses.open_clauses import OpenClauses
from timeline.clauses.segments import Kind
from timeline.clauses.tokens import NOUNLIKE, VERBS, Tag

_WHEN = (Tag.TIME, Tag.ADVERB)
_PHRASES = NOUNLIKE | {Tag.DETERMINER, Tag.PREPOSITION, *_WHEN}
"""What can stand between a verb of saying and what is said."""


class ReportedSpeech(OpenClauses):
    """The clauses that are open, and what a verb of saying does to them."""

    def tells(self, index: int) -> bool:
        """Whether the token is a verb of saying."""
        token = self.tokens[index]
        return token.lower in self.words.reporting and token.tag in (Tag.FINITE, Tag.PAST, Tag.GERUND, Tag.GROUP)

    def speech_goes_on(self, index: int) -> bool:
        """Whether "that" comes back to a verb of saying: "told a court in Accra on Friday [that] it had sunk"."""
        top, tokens, words = self.top, self.tokens, self.words
        if top.verb is None or not self.tells(top.verb) or self.ahead.tag_after(index) in VERBS:
            return False
        if any(child.kind is Kind.CONTENT for child in top.children):
            return False
        between = range(top.verb + 1, index)
        beside = (Tag.PREPOSITION, *_WHEN)
        addressed = tokens[top.verb].lower in words.addressing or tokens[index - 1].tag is Tag.NAME
        return (
            top.verb + 1 < index
            and (addressed or tokens[top.verb + 1].tag in beside)
            and all(place in top.tokens and tokens[place].tag in _PHRASES for place in between)
        )

    def told_bare(self, index: int) -> bool:
        """Whether a verb of saying that needs no "that" stands close before, with a subject between."""
        verb = self.top.verb
        if verb is None or self.ahead.comma_before(index):
            return False
        if not any(token.lower in self.words.bare_reporting for token in self.tokens[verb : verb + 2]):
            return False
        following = self.ahead.after(index)
        changes = self.tokens[index].lower in self.words.change  # "said its loss [widened] to 4 million"
        return following is None or changes or following.lower not in self.words.participial

    def content_without_that(self, index: int, subject: int | None = None) -> None:
        """A second verb with no clause to take it: what the last verb of saying reports, told without "that".

        It begins with its `subject` where that is known.
        """
        said = next((place for place in range(index - 1, -1, -1) if self.tells(place)), None)
        if said is None:
            return
        start = self.start_of_content(said, index) if subject is None else subject
        if start >= index and not self.tokens[index].contracted:
            return
        holder = next(segment for segment in self.segments if said in segment.tokens)
        if subject is not None and subject not in holder.tokens:
            holder = self.top
        content = self.open(Kind.CONTENT, start, holder)
        content.tokens = [token for token in holder.tokens if start <= token < index]
        holder.tokens = [token for token in holder.tokens if not start <= token < index]
        for child in [child for child in holder.children if child is not content and start <= child.opener < index]:
            holder.children.remove(child)
            child.parent = content
            content.children.append(child)

    def start_of_content(self, said: int, index: int) -> int:
        """Where the subject of what is reported begins: behind "said on Friday", "said in a statement"."""
        tokens = self.tokens
        start = said + 1
        while start < index:
            tag = tokens[start].tag
            told = tokens[start].lower in self.words.days and tokens[start + 1].lower not in self.words.possessives
            told = told or tokens[start + 1].tag is not Tag.WORD
            if tag not in (Tag.GROUP, Tag.ADVERB) and not (tag is Tag.TIME and told):
                break
            start += 1
        while start + 1 < index and tokens[start].tag is Tag.PREPOSITION:
            start += 1
            while start < index and tokens[start].tag is Tag.DETERMINER:
                start += 1
            start += 1
        return start

    def asked(self, index: int) -> bool:
        """Whether what is asked or told follows its verb: "to say [how it sank]"."""
        before = self.ahead.before(index)
        return before is not None and before.tag in (*VERBS, Tag.GROUP, Tag.GERUND)
