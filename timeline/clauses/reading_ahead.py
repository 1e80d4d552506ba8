"""What the words to come say of the clause at hand; nothing here changes anything."""

from __future__ import annotations

from timeline.clauses.reading_descriptions import HARD, NEW_CLAUSE, TIMELY, TOLD, AheadOfDescriptions
from timeline.clauses.tokens import NOUNLIKE, PUNCTUATION, VERBS, Tag, Token

_SUBJECT = 14
"""How many words a subject can be long before its verb."""


class Ahead(AheadOfDescriptions):
    """Questions about the tokens of a sentence from one of them on."""

    def finite(self, index: int, *, over_commas: bool = False, certain: bool = True) -> int:
        """How many finite verbs come before the clause can end; `certain`: leave out what may be a participle."""
        count = 0
        for place in range(index, len(self.tokens)):
            token = self.tokens[place]
            past = token.tag is Tag.PAST and not certain and token.lower not in self.words.participles
            if token.tag is Tag.FINITE or token.contracted or past:
                count += 1
            elif (
                token.tag in (*HARD, *NEW_CLAUSE, Tag.QUOTE, Tag.PRONOUN)
                or (token.tag is Tag.COMMA and not over_commas)
                or (token.tag is Tag.SUBORDINATOR and self.begins_clause(place))
                or (
                    token.tag is Tag.COORDINATOR and self.tag_past_adverbs(place) in (Tag.FINITE, Tag.PAST, Tag.PRONOUN)
                )
            ):
                break
        return count

    def start_of_adverbs(self, index: int) -> int:
        """Where the adverbs begin that stand right before a token: ", [first] planned in May"."""
        while index > 0 and self.tokens[index - 1].tag is Tag.ADVERB:
            index -= 1
        return index

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
                return token.lower not in self.words.participles
            if token.tag not in NOUNLIKE | {Tag.DETERMINER, Tag.PREPOSITION, *TIMELY}:
                return False
        return False

    def begins_clause(self, index: int) -> bool:
        """Whether a subordinator has a verb after it, or only a noun ("after the talks")."""
        after = self.after(index)
        if after is not None and after.lower in self.words.genitive:
            return False  # "because of"
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
            dated = self.tokens[place - 1].tag is Tag.TIME and place > index + 1
            if (token.tag is Tag.PRONOUN and place > index + 1) or (token.tag is Tag.DETERMINER and dated):
                return False  # "after talks on Tuesday he left", "after the fire in 2011 the mill was shut"
            if token.tag is Tag.COMMA and self.tokens[index].lower not in self.words.likening and self.goes_on(place):
                return True  # "since the rig, built in 1998, sank"
            if token.tag is Tag.RELATIVE:
                return self._verbs_from(place) > 1  # "after the boat in which they left sank"
            if token.tag in (
                *HARD,
                Tag.COMPLEMENTISER,
                Tag.COMMA,
                Tag.QUOTE,
                Tag.COORDINATOR,
                Tag.INFINITIVE,
                Tag.SUBORDINATOR,
            ):
                return False
        return False

    def _verbs_from(self, index: int) -> int:
        """How many verbs come before the next sign, each of a clause of its own."""
        count = 0
        for place in range(index + 1, len(self.tokens)):
            token = self.tokens[place]
            if token.tag in PUNCTUATION or token.tag in (*NEW_CLAUSE, Tag.SUBORDINATOR):
                break
            count += token.tag in (Tag.FINITE, Tag.PAST) and self.tokens[place - 1].tag is not Tag.COORDINATOR
        return count

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
            if token.tag in (*HARD, Tag.COMPLEMENTISER):
                return False
        return False

    def reported_before(self, index: int) -> bool:
        """Whether "that" follows a verb of saying, or who was told, and not a noun it would describe."""
        before = self.before(index)
        if before is not None and before.lower in self.words.content_nouns:
            return self.tag_after(index) not in VERBS
        if before is not None and self.is_stretch(before):
            return False  # "the quarter that ended in May"
        nouns = 0
        for token in reversed(self.tokens[max(0, index - 6) : index]):
            if token.lower in self.words.reporting or token.tag in (Tag.FINITE, Tag.GROUP, Tag.PAST, Tag.GERUND):
                return not nouns or token.lower in self.words.addressing
            if token.tag in NOUNLIKE:
                nouns += 1
            elif nouns and token.tag is not Tag.DETERMINER:
                return False
        return not nouns

    def is_stretch(self, token: Token) -> bool:
        """Whether a time is a stretch that can be described: "the quarter"."""
        words = token.lower.split()
        return token.tag is Tag.TIME and words[0] in self.words.articles and words[-1] in self.words.stretches

    def clause_follows(self, index: int) -> bool:
        """Whether a subject and a verb come, with nothing between them that ends a clause."""
        joined = index > 0 and self.tokens[index - 1].lower in self.words.joining
        for place in range(index, min(len(self.tokens), index + _SUBJECT)):
            token = self.tokens[place]
            spoken = token.tag is Tag.PAST and place > index and self.tokens[place - 1].tag is Tag.PRONOUN
            if token.tag is Tag.FINITE or token.contracted or spoken:
                return True
            if token.tag is Tag.PAST and place > index and joined:
                return self.tokens[place - 1].tag in NOUNLIKE | {*TIMELY, Tag.PRONOUN}
            if token.tag is Tag.COMMA and place > index and self.tokens[place - 1].tag is Tag.TIME:
                if any(before.tag in NOUNLIKE for before in self.tokens[index:place]):
                    return False  # "Togo and Benin in May, she said"
                verb = next((each for each in self.tokens[place + 1 :] if each.tag in VERBS), None)
                if self.tag_after(place) in VERBS or (verb is not None and verb.lower in self.words.attributing):
                    return False  # "which sank in May and again in June, was raised", "…, she said"
                continue  # "and in the 1980s, it emerged"
            if token.tag is Tag.COMMA and place > index and joined and (self.goes_on(place) or self.aged(place)):
                return True
            if token.tag in PUNCTUATION or token.tag in (*NEW_CLAUSE, Tag.COORDINATOR, Tag.INFINITIVE, Tag.GERUND):
                return False
            if token.tag is Tag.SUBORDINATOR and place > index and self.begins_clause(place):
                return False
        return False

    def past_adverbs(self, index: int) -> int:
        """The first token from here on that is no adverb and no date, with the preposition that binds it."""
        while index < len(self.tokens):
            bound = self.tokens[index].tag is Tag.PREPOSITION and self.tag_after(index) is Tag.TIME
            if not bound and self.tokens[index].tag not in TIMELY:
                break
            index += 1
        return index

    def tag_past_adverbs(self, index: int) -> Tag | None:
        """The tag of the next token that is no adverb and no date."""
        return self.tag_after(self.past_adverbs(index + 1) - 1)

    def subject_and_verb(self, index: int) -> bool:
        """Whether a noun phrase comes with its verb right behind it: "[the mill in Lota] burned"."""
        for place in range(index, min(len(self.tokens), index + _SUBJECT)):
            tag = self.tokens[place].tag
            if tag not in TOLD | {Tag.PRONOUN} and (tag is not Tag.PREPOSITION or place == index):
                return place > index and tag in VERBS
        return False

    def dated_phrase(self, index: int) -> bool:
        """Whether a time comes before the next sign or verb: "[selling arms in May]"."""
        for token in self.tokens[index:]:
            if token.tag is Tag.TIME:
                return True
            if token.tag in PUNCTUATION | VERBS or token.tag in (*NEW_CLAUSE, Tag.COORDINATOR, Tag.SUBORDINATOR):
                return False
        return False

    def accompanied_at_a_time(self, index: int) -> bool:
        """Whether something goes along that has a time of its own.

        "It closed in May, [with] its owner having died in March", "[With] the vote set for May, she left on Monday".
        """
        if self.tokens[index].lower not in self.words.accompanied or not (index == 0 or self.comma_before(index)):
            return False
        told = [token.tag for token in self.tokens[index + 1 : index + _SUBJECT]]
        end = next((place for place, tag in enumerate(told) if tag in PUNCTUATION), len(told))
        verb = next((place for place, tag in enumerate(told[:end]) if tag not in TOLD | {Tag.TIME, Tag.GROUP}), end)
        having = verb < end and self.tokens[index + 1 + verb].lower in self.words.perfect_participles
        opened = having or told[verb : verb + 1] in [[Tag.GERUND], [Tag.PAST]]
        return 0 < verb < end and opened and Tag.TIME in told[:end]

    def bare_participle(self, index: int) -> int | None:
        """The participle that shares its auxiliary: "two were killed and nine others [wounded] in the blast"."""
        for place in range(index, min(len(self.tokens), index + _SUBJECT)):
            token = self.tokens[place]
            if token.tag is Tag.PAST and place > index:
                closed = (None, Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.COMMA, Tag.TIME)
                return place if self.tag_after(place) in closed else None
            if token.tag not in NOUNLIKE | {Tag.DETERMINER}:
                return None
        return None

    def list_goes_on(self, index: int) -> bool:
        """Whether a list of predicates comes to its last: "charged it, [added a reserve] and set up another"."""
        for place in range(index, len(self.tokens) - 1):
            token = self.tokens[place]
            if token.tag is Tag.COORDINATOR:
                return self.tag_after(place) in (Tag.PAST, Tag.FINITE) and token.lower in self.words.joining
            if token.tag in PUNCTUATION - {Tag.COMMA} or token.tag in (Tag.FINITE, *NEW_CLAUSE):
                return False
        return False
