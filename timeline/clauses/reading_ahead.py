"""What the words to come say of the clause at hand; nothing here changes anything."""

from __future__ import annotations

from timeline.clauses.tokens import NOUNLIKE, PUNCTUATION, VERBS, Tag, Token, TokenRow
from timeline.clauses.words import ClauseWords

_SUBJECT = 14
"""How many words a subject can be long before its verb."""
_ATTRIBUTION = 24
"""How many words can stand between a comma and the verb of an attribution."""
_DESCRIPTION = 16
"""How many words can stand between the commas behind a name."""
_DATELINE = frozenset({Tag.NAME, Tag.COMMA, Tag.OPEN, Tag.CLOSE, Tag.NUMBER, Tag.TIME})
_LONGEST_DATELINE = 14
_LONGEST_HEAD = 50
_TOLD = NOUNLIKE | {Tag.DETERMINER}
_ASIDE_OF_TIME = (Tag.ADVERB, Tag.TIME)
_HARD = (Tag.BREAK, Tag.DASH)
_NEW_CLAUSE = (Tag.RELATIVE, Tag.COMPLEMENTISER)


class Ahead(TokenRow):
    """Questions about the tokens of a sentence from one of them on."""

    def __init__(self, tokens: list[Token], words: ClauseWords) -> None:
        super().__init__(tokens)
        self.words = words

    def finite(self, index: int, *, over_commas: bool = False, certain: bool = True) -> int:
        """How many finite verbs come before the clause can end; `certain`: leave out what may be a participle."""
        count = 0
        for place in range(index, len(self.tokens)):
            token = self.tokens[place]
            if token.tag is Tag.FINITE or token.contracted or (token.tag is Tag.PAST and not certain):
                count += 1
            elif (
                token.tag in (*_HARD, *_NEW_CLAUSE, Tag.QUOTE, Tag.PRONOUN)
                or (token.tag is Tag.COMMA and not over_commas)
                or (token.tag is Tag.SUBORDINATOR and self.begins_clause(place))
                or (
                    token.tag is Tag.COORDINATOR and self.tag_past_adverbs(place) in (Tag.FINITE, Tag.PAST, Tag.PRONOUN)
                )
            ):
                break
        return count

    def tag_after(self, index: int) -> Tag | None:
        """The tag of the next token."""
        after = self.after(index)
        return None if after is None else after.tag

    def resumed(self, index: int) -> bool:
        """Whether the clause goes on with its verb after the next comma: ", [built in 1912], sank"."""
        for place in range(index + 1, len(self.tokens) - 1):
            token = self.tokens[place]
            if token.tag is Tag.COMMA and not self.within_place(place):
                rest = (other for other in self.tokens[place + 1 :] if other.tag not in _ASIDE_OF_TIME)
                after = next(rest, None)
                return after is not None and after.tag in VERBS
            if token.tag in _HARD:
                return False
        return False

    def passive_without_auxiliary(self, index: int) -> bool:
        """Whether a past form with no object is followed by another: "the warrant [issued] Monday charged him"."""
        following = self.after(index)
        if following is None:
            return False
        dated = following.tag is Tag.TIME or (
            following.tag is Tag.PREPOSITION and self.tag_after(index + 1) is Tag.TIME
        )
        if not dated and following.lower not in self.words.agentive:
            return False
        for token in self.tokens[index + 2 :]:
            if token.tag is Tag.PAST:
                return True
            if token.tag not in NOUNLIKE | {Tag.DETERMINER, Tag.PREPOSITION, *_ASIDE_OF_TIME}:
                return False
        return False

    def begins_clause(self, index: int) -> bool:
        """Whether a subordinator has a verb after it, or only a noun ("after the talks")."""
        if self.tokens[index].lower not in self.words.prepositional:
            return True
        if self.tag_after(index) is Tag.TIME and self.tag_after(index + 1) in (None, *VERBS, Tag.COMMA, Tag.GROUP):
            return False  # "owned before [Sept. 19] are insured"
        for place in range(index + 1, len(self.tokens)):
            token = self.tokens[place]
            if token.tag in (Tag.FINITE, Tag.PAST) or token.contracted:
                return True
            if token.tag is Tag.GERUND and place <= index + 2:
                return True
            if token.tag is Tag.PRONOUN and place > index + 1:
                return False  # "after talks on Tuesday he left"
            if token.tag is Tag.COMMA and self.tokens[index].lower not in self.words.likening and self.goes_on(place):
                return True  # "since the rig, built in 1998, sank"
            if token.tag in (
                *_HARD,
                *_NEW_CLAUSE,
                Tag.COMMA,
                Tag.QUOTE,
                Tag.COORDINATOR,
                Tag.INFINITIVE,
                Tag.SUBORDINATOR,
            ):
                return False
        return False

    def compares_clauses(self, index: int) -> bool:
        """Whether what is compared with has a verb of its own: "It fell faster [than it had in May]"."""
        return (
            self.tokens[index].lower in self.words.comparisons
            and self.tag_after(index) is Tag.PRONOUN
            and self.tag_past_adverbs(index + 1) in VERBS
        )

    def opens_that(self, index: int) -> bool:
        """Whether "that" opens a clause, or points ("that year", "from that of the sea")."""
        before = self.before(index)
        if before is not None and before.tag is Tag.PREPOSITION and self.tag_after(index) is Tag.PREPOSITION:
            return False
        for token in self.tokens[index + 1 :]:
            if token.tag in (Tag.FINITE, Tag.PAST) or token.contracted:
                return True
            if token.tag in _HARD:
                return False
        return False

    def reported_before(self, index: int) -> bool:
        """Whether "that" follows a verb of saying, or who was told, and not a noun it would describe."""
        before = self.before(index)
        if before is not None and before.lower in self.words.content_nouns:
            return self.tag_after(index) not in VERBS
        nouns = 0
        for token in reversed(self.tokens[max(0, index - 6) : index]):
            if token.lower in self.words.reporting or token.tag in (Tag.FINITE, Tag.GROUP, Tag.PAST, Tag.GERUND):
                return not nouns or token.lower in self.words.addressing
            if token.tag in NOUNLIKE:
                nouns += 1
            elif nouns and token.tag is not Tag.DETERMINER:
                return False
        return not nouns

    def clause_follows(self, index: int) -> bool:
        """Whether a subject and a verb come, with nothing between them that ends a clause."""
        joined = index > 0 and self.tokens[index - 1].lower in self.words.joining
        for place in range(index, min(len(self.tokens), index + _SUBJECT)):
            token = self.tokens[place]
            if token.tag is Tag.FINITE or token.contracted:
                return True
            if token.tag is Tag.PAST and place > index and joined:
                return self.tokens[place - 1].tag in NOUNLIKE | {*_ASIDE_OF_TIME, Tag.PRONOUN}
            if token.tag is Tag.COMMA and place > index and self.tokens[place - 1].tag is Tag.TIME:
                if any(before.tag in NOUNLIKE for before in self.tokens[index:place]):
                    return False  # "Togo and Benin in May, she said"
                continue  # "and in the 1980s, it emerged"
            if token.tag is Tag.COMMA and place > index and joined and self.described(place):
                return True
            if token.tag in PUNCTUATION or token.tag in (*_NEW_CLAUSE, Tag.COORDINATOR, Tag.INFINITIVE, Tag.GERUND):
                return False
            if token.tag is Tag.SUBORDINATOR and place > index and self.begins_clause(place):
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

    def past_adverbs(self, index: int) -> int:
        """The first token from here on that is no adverb and no date, with the preposition that binds it."""
        while index < len(self.tokens):
            bound = self.tokens[index].tag is Tag.PREPOSITION and self.tag_after(index) is Tag.TIME
            if not bound and self.tokens[index].tag not in _ASIDE_OF_TIME:
                break
            index += 1
        return index

    def tag_past_adverbs(self, index: int) -> Tag | None:
        """The tag of the next token that is no adverb and no date."""
        return self.tag_after(self.past_adverbs(index + 1) - 1)

    def bare_participle(self, index: int) -> int | None:
        """The participle that shares its auxiliary: "two were killed and nine others [wounded] in the blast"."""
        for place in range(index, min(len(self.tokens), index + _SUBJECT)):
            token = self.tokens[place]
            if token.tag is Tag.PAST and place > index:
                return place if self.tag_after(place) in (None, Tag.PREPOSITION, Tag.COMMA, Tag.TIME) else None
            if token.tag not in NOUNLIKE | {Tag.DETERMINER}:
                return None
        return None

    def list_goes_on(self, index: int) -> bool:
        """Whether a list of predicates comes to its last: "charged it, [added a reserve] and set up another"."""
        for place in range(index, len(self.tokens) - 1):
            token = self.tokens[place]
            if token.tag is Tag.COORDINATOR:
                return self.tag_after(place) is Tag.PAST and token.lower in self.words.joining
            if token.tag in PUNCTUATION - {Tag.COMMA} or token.tag in (Tag.FINITE, *_NEW_CLAUSE):
                return False
        return False

    def within_place(self, index: int) -> bool:
        """Whether the comma is one of those of "Peoria, Ill., a bank"."""
        before = [token.tag for token in self.tokens[max(0, index - 3) : index]]
        after = [token.tag for token in self.tokens[index + 1 : index + 3]]
        opens = before[-1:] == [Tag.NAME] and after == [Tag.NAME, Tag.COMMA]
        closes = before == [Tag.NAME, Tag.COMMA, Tag.NAME] and after[:1] not in [[verb] for verb in VERBS]
        return opens or closes

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
            and tokens[verb + 1].tag in (Tag.GROUP, *_ASIDE_OF_TIME)
        ):
            verb += 1
        if tokens[verb].lower not in self.words.attributing:
            return False
        told = verb + 1
        while tokens[verb].lower in self.words.addressing and told < len(tokens) and tokens[told].tag in _TOLD:
            told += 1  # "told [reporters]"
        for token in tokens[told:]:
            if token.tag in PUNCTUATION or token.tag in (Tag.SUBORDINATOR, Tag.PREPOSITION):
                return True
            if token.tag not in _ASIDE_OF_TIME and token.text != ".":
                # A subject after the verb ends what is said as well; an object would be said itself.
                return verb == index and self.tag_after(verb) is not Tag.NUMBER
        return True

    def _verb_of_attribution(self, index: int) -> int | None:
        for place in range(index, min(len(self.tokens), index + _ATTRIBUTION)):
            token = self.tokens[place]
            if token.tag in (Tag.FINITE, Tag.PAST):
                return place
            if token.tag in (*_HARD, *_NEW_CLAUSE, Tag.SUBORDINATOR, Tag.INFINITIVE, Tag.QUOTE, Tag.GERUND):
                return None
            if token.tag is Tag.COORDINATOR and place == index:
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
