"""What the words to come say of what frames a sentence: who said it, and the dateline before it; nothing changes."""

from __future__ import annotations

from timeline.clauses.reading_ahead import Ahead
from timeline.clauses.reading_descriptions import HARD, NEW_CLAUSE, TIMELY, TOLD
from timeline.clauses.tokens import PUNCTUATION, Tag

_ATTRIBUTION = 24
"""How many words can stand between a comma and the verb of an attribution."""
_DATELINE = frozenset({Tag.NAME, Tag.COMMA, Tag.OPEN, Tag.CLOSE, Tag.NUMBER, Tag.TIME})
_LONGEST_DATELINE = 14
_LONGEST_HEAD = 50


class AheadOfFrames(Ahead):
    """Questions about the frame of a sentence, from one of its tokens on."""

    def attribution(self, index: int) -> bool:
        """Whether the words from here are who said it: ", officials said on Friday", ", said the minister"."""
        tokens = self.tokens
        while index < len(tokens) and tokens[index].tag is Tag.QUOTE:
            index += 1
        verb = self._verb_of_attribution(index)
        if verb is None:
            return False
        while (
            verb + 1 < len(tokens)
            and tokens[verb].lower not in self.words.attributing
            and tokens[verb + 1].tag in (Tag.GROUP, *TIMELY)
        ):
            verb += 1
        if tokens[verb].lower not in self.words.attributing:
            return False
        told = verb + 1
        while tokens[verb].lower in self.words.addressing and told < len(tokens) and tokens[told].tag in TOLD:
            told += 1  # "told [reporters]"
        for token in tokens[told:]:
            if token.tag in PUNCTUATION or token.tag in (Tag.SUBORDINATOR, Tag.PREPOSITION):
                return True
            if token.tag not in TIMELY and token.text != ".":
                # A subject after the verb ends what is said as well; an object would be said itself.
                return verb == index and self.tag_after(verb) is not Tag.NUMBER
        return True

    def interrupts(self, index: int) -> bool:
        """Whether who said it comes between a subject and its verb: "Okoye, [her lawyer said on Monday,] had left"."""
        verb = self._verb_of_attribution(index)
        if verb is None or verb == index or any(token.tag is Tag.COMMA for token in self.tokens[index:verb]):
            return False
        return self.resumed(index - 1)

    def _verb_of_attribution(self, index: int) -> int | None:
        if index < len(self.tokens) and self.tokens[index].tag is Tag.PREPOSITION:
            return None  # ", in a brawl on Sunday, the police said"
        place, last = index - 1, min(len(self.tokens), index + _ATTRIBUTION) - 1
        while place < last:
            place += 1
            token = self.tokens[place]
            if token.tag is Tag.COMMA and self.tokens[place - 1].tag is Tag.ADVERB:
                return None  # ", one badly, in a brawl, the police said"
            if token.tag is Tag.COMMA and place > index and (end := self._end_of_relative(place)) is not None:
                place = end  # ", the minister, [who came on Monday,] said"
                continue
            if token.tag in (Tag.FINITE, Tag.PAST):
                return place
            if token.tag in (*HARD, *NEW_CLAUSE, Tag.SUBORDINATOR, Tag.INFINITIVE, Tag.QUOTE, Tag.GERUND):
                return None
            if token.tag is Tag.COORDINATOR and place == index:
                return None
        return None

    def _end_of_relative(self, index: int) -> int | None:
        """The comma that ends a relative clause which this one opens, where a verb of attribution follows."""
        if self.tag_after(index) is not Tag.RELATIVE:
            return None
        for place in range(index + 2, min(len(self.tokens) - 1, index + _ATTRIBUTION)):
            token, following = self.tokens[place], self.tokens[place + 1]
            if token.tag is Tag.COMMA and following.lower in self.words.attributing:
                return place
            if token.tag in (*HARD, Tag.QUOTE):
                return None
        return None

    def ends_dateline(self, index: int) -> bool:
        """Whether the dash parts place, day and agency from the first sentence."""
        head = self.tokens[:index]
        if not head or index > _LONGEST_HEAD:
            return False
        if all(token.tag in (Tag.TIME, Tag.PREPOSITION) for token in head):
            return True  # "2 May — The mill opened"
        if [token.tag for token in head[-3::2]] == [Tag.OPEN, Tag.CLOSE] and head[-2].lower in self.words.agencies:
            return True
        if head[0].tag is Tag.OPEN:
            # A credit in brackets may stand before the dateline.
            closed = next((place for place, token in enumerate(head) if token.tag is Tag.CLOSE), -1)
            head = head[closed + 1 :]
        placed = all(token.tag in _DATELINE or token.text == "/" for token in head)
        return placed and 0 < len(head) <= _LONGEST_DATELINE and head[0].text.isupper()
