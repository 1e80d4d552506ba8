"""What the words to come describe, set between commas; nothing here changes anything."""

from __future__ import annotations

from timeline.clauses.tokens import NOUNLIKE, PUNCTUATION, VERBS, Tag, Token, TokenRow
from timeline.clauses.words import ClauseWords

_DESCRIPTION = 16
"""How many words can stand between the commas behind a name."""
TOLD = NOUNLIKE | {Tag.DETERMINER}
"""What can be told somebody, or be somebody."""
TIMELY = (Tag.ADVERB, Tag.TIME)
"""What can stand almost anywhere."""
HARD = (Tag.BREAK, Tag.DASH)
"""Signs past which nothing belongs to the clause."""
NEW_CLAUSE = (Tag.RELATIVE, Tag.COMPLEMENTISER)


class AheadOfDescriptions(TokenRow):
    """Questions about what a comma opens, from one of the tokens of a sentence on."""

    def __init__(self, tokens: list[Token], words: ClauseWords) -> None:
        super().__init__(tokens)
        self.words = words

    def tag_after(self, index: int) -> Tag | None:
        """The tag of the next token."""
        after = self.after(index)
        return None if after is None else after.tag

    def resumed(self, index: int) -> bool:
        """Whether the clause goes on with its verb after the next comma: ", [built in 1912], sank"."""
        for place in range(index + 1, len(self.tokens) - 1):
            token = self.tokens[place]
            if token.tag is Tag.COMMA and not self.within_place(place):
                rest = (other for other in self.tokens[place + 1 :] if other.tag not in (*TIMELY, Tag.PREPOSITION))
                after = next(rest, None)
                if after is not None and after.tag is Tag.COMMA:
                    continue  # "planned for May, then for July, was held"
                return after is not None and after.tag in VERBS
            if token.tag in HARD:
                return False
        return False

    def goes_on(self, index: int) -> bool:
        """Whether what the comma opens only describes the subject: "Okoye, its keeper, [said]", "the rig, built…, [sank]"."""
        return self.described(index) or (self.tag_after(index) is Tag.PAST and self.resumed(index + 1))

    def described(self, index: int) -> bool:
        """Whether the comma opens what describes a subject whose verb comes: "Okoye[,] its keeper, said"."""
        if self.tag_after(index) not in (Tag.DETERMINER, Tag.NAME, Tag.RELATIVE) or self.within_place(index):
            return False
        for place in range(index + 2, min(len(self.tokens) - 1, index + _DESCRIPTION)):
            if self.tokens[place].tag is Tag.COMMA:
                return self.tag_after(place) in (Tag.FINITE, Tag.PAST)
            if self.tokens[place].tag in PUNCTUATION:
                return False
        return False

    def aged(self, index: int) -> bool:
        """Whether the comma opens the age of one whose verb comes: "Brandt[,] 61, left"."""
        tags = [token.tag for token in self.tokens[index + 1 : index + 4]]
        told = tags[:2] == [Tag.NUMBER, Tag.COMMA] and tags[2:] in ([Tag.FINITE], [Tag.PAST])
        return told and self.tokens[index + 3].lower not in self.words.plural_verbs

    def dated_description(self, index: int) -> bool:
        """Whether the comma opens a description with a date and no verb: "Okoye[,] its keeper since 2011, said"."""
        if self.tokens[index - 1].tag not in NOUNLIKE or self.tag_after(index) not in TOLD | {Tag.TIME}:
            return False
        dated = False
        for place in range(index + 1, min(len(self.tokens) - 1, index + _DESCRIPTION)):
            tag = self.tokens[place].tag
            if tag is Tag.COMMA:
                return dated and place > index + 2 and self.tag_after(place) in (Tag.FINITE, Tag.PAST)
            if tag in PUNCTUATION | VERBS | {Tag.GERUND, Tag.PRONOUN, *NEW_CLAUSE}:
                return False
            dated = dated or tag is Tag.TIME
        return False

    def within_place(self, index: int) -> bool:
        """Whether the comma is one of those of "Peoria, Ill., a bank"."""
        before = [token.tag for token in self.tokens[max(0, index - 3) : index]]
        after = [token.tag for token in self.tokens[index + 1 : index + 3]]
        opens = before[-1:] == [Tag.NAME] and after == [Tag.NAME, Tag.COMMA]
        closes = before == [Tag.NAME, Tag.COMMA, Tag.NAME] and after[:1] not in [[verb] for verb in VERBS]
        return opens or closes
