"""A sentence cut into clauses, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from timeline.clauses.cutting_at_commas import cut_at_commas
from timeline.clauses.cutting_by_verbs import cut_by_verbs
from timeline.clauses.parts_of_speech import tokenise
from timeline.clauses.segments import Kind, Segment
from timeline.clauses.tokens import NOUNLIKE, PUNCTUATION, Tag, Token, TokenRow
from timeline.clauses.words import ClauseWords

ABSORBED = frozenset({Kind.INFINITIVE, Kind.PREDICATE, Kind.REDUCED, Kind.ASIDE, Kind.RELATIVE})
"""Clauses that, without a time of their own, happened when the clause around them did."""


class Parse(TokenRow):
    """The tokens of a sentence, its clauses, and which clause each token is in; not changed once made."""

    def __init__(
        self, text: str, start: int, end: int, expressions: Sequence[tuple[int, int]], words: ClauseWords
    ) -> None:
        super().__init__(tokenise(text, start, end, expressions, words))
        self.text = text
        self.words = words
        cut = cut_at_commas if words.commas == "grammatical" else cut_by_verbs
        self.segments = cut(self.tokens, words)
        self.home = {index: segment for segment in self.segments for index in segment.tokens}
        self.dated = {id(segment) for segment in self.segments if self._dates(segment)}

    def times(self, indices: Iterable[int]) -> list[int]:
        """Those of the tokens that are time expressions."""
        return [index for index in indices if self.tokens[index].tag is Tag.TIME]

    def possessive(self, index: int) -> bool:
        """Whether the token is the "'s" of a genitive."""
        return self.tokens[index].lower in self.words.possessives

    def has_date(self, segment: Segment) -> bool:
        """Whether a time of its own dates the clause."""
        return id(segment) in self.dated

    def _dates(self, segment: Segment) -> bool:
        return not self.bounds_period(segment) and any(
            not self.attributive(index) for index in self.times(segment.tokens)
        )

    def bounds_period(self, segment: Segment) -> bool:
        """Whether the clause only says when a period ends: "the quarter [ended Sept. 30]"."""
        before = self.before(segment.opener)
        if segment.kind is not Kind.REDUCED or before is None or before.tag not in NOUNLIKE | {Tag.TIME}:
            return False
        return self.tokens[segment.opener].lower in self.words.bounding

    def lasts(self, index: int) -> bool:
        """Whether the token binds a date up to which, or from which on, something lasts: "since 9 July"."""
        return self.tokens[index].lower in self.words.lasting and self._binds_date(index)

    def bounds_when(self, index: int) -> bool:
        """Whether it binds a date by which, before which or after which something is done: "by May"."""
        return self.tokens[index].lower in self.words.deadlines and self._binds_date(index)

    def _binds_date(self, index: int) -> bool:
        after = [token.tag for token in self.tokens[index + 1 : index + 3]]
        return after[:1] == [Tag.TIME] or after == [Tag.DETERMINER, Tag.TIME]

    def labels(self, segment: Segment) -> bool:
        """Whether the clause is nothing but a date before another: "[2 May]: The mill opened"."""
        tags = {self.tokens[place].tag for place in segment.tokens}
        last = self.tokens[segment.tokens[-1]] if segment.tokens else None
        parted = last is not None and last.tag in (Tag.BREAK, Tag.DASH) and last.text != ";"
        return parted and Tag.TIME in tags <= {Tag.TIME, Tag.PREPOSITION, Tag.DETERMINER, Tag.BREAK, Tag.DASH}

    # A date that qualifies a noun.

    def attributive(self, index: int) -> bool:
        """Whether the date at the token qualifies a noun: "the [September 2013] decision", "[Friday]'s vote"."""
        if self.of_noun(index):
            return True
        token, before, after = self.tokens[index], self.before(index), self.after(index)
        if after is None:
            return False
        if self.possessive(index + 1) and index + 2 < len(self.tokens):
            return self.tokens[index + 2].tag not in PUNCTUATION
        if after.tag not in NOUNLIKE | {Tag.PRESENT} or after.start > token.end + 2 or after.text == ".":
            return False
        if self.words.capital_nouns and not after.text[0].isupper():
            return False
        if "-" in token.text and not token.text[0].isdigit():
            return True
        spoken = token.lower.split()
        if spoken[0] in self.words.articles and spoken[-1] not in self.words.adverbs and after.tag is Tag.WORD:
            return True  # "[the morning] session", but not "[a year ago] nobody knew"
        bound = before is not None and (before.tag is Tag.DETERMINER or before.lower in self.words.genitive)
        return bound or (before is not None and self.possessive(index - 1))

    def of_noun(self, index: int) -> bool:
        """Whether the date is a noun's by "of": "the demonstrations of early December"."""
        if index < 2 or self.tokens[index - 1].lower not in self.words.genitive:
            return False
        head, after = self.tokens[index - 2], self.after(index)
        if after is not None and after.tag is Tag.WORD and not self.possessive(index + 1) and after.text != ".":
            return False  # "a number of [recent] floods"
        common = head.tag is Tag.WORD or (head.tag is Tag.NAME and self.words.capital_nouns)
        return common and head.lower not in self.words.stretches

    def start_of_noun_phrase(self, index: int) -> int:
        """The first token of the noun phrase that the token before `index` ends."""
        end = index
        while index > 0 and self._in_noun_phrase(index - 1):
            begun = index < end and self.tokens[index].tag is Tag.DETERMINER
            if begun and self.tokens[index - 1].tag is not Tag.DETERMINER:
                break  # "gave the council [a letter]"
            index -= 1
        if index > 0 and f"{self.tokens[index - 1].lower} {self.tokens[index].lower}" in self.words.bounds:
            index -= 1  # "at least five people"
        return index

    def _in_noun_phrase(self, index: int) -> bool:
        """Whether the token can stand in a noun phrase that goes on behind it: "[the] [working] papers"."""
        token, before = self.tokens[index], self.before(index)
        if token.tag in (Tag.GERUND, Tag.PAST, Tag.ADVERB):
            return before is not None and before.tag is Tag.DETERMINER
        if token.lower in self.words.comparisons:
            return False
        return token.tag in NOUNLIKE | {Tag.DETERMINER, Tag.QUOTE} or self.possessive(index)

    def start_of_antecedent(self, index: int) -> int:
        """The first token of the noun phrase that a relative clause after the token before `index` describes.

        A name alone is not told apart by one, so "the talks in Accra that failed" are the talks.
        """
        if index > 2 and self.tokens[index - 1].tag is Tag.TIME:
            behind = index - 1 - (self.tokens[index - 2].tag is Tag.PREPOSITION)
            if self.tokens[behind - 1].tag is Tag.WORD:
                index = behind  # "storms in 2008 that killed hundreds"
        start = self.start_of_noun_phrase(index)
        bare = all(token.tag is Tag.NAME for token in self.tokens[start:index])
        if bare and start > 1 and self.tokens[start - 1].lower in self.words.locative:
            noun = self.tokens[start - 2]
            wider = self.start_of_noun_phrase(start - 1)
            restrictive = index < len(self.tokens) and self.tokens[index].tag is not Tag.COMMA
            determined = self.tokens[wider].tag is Tag.DETERMINER
            if noun.tag is Tag.WORD and (restrictive or determined):
                return wider
        return start

    # Clauses and the clauses in them.

    def contains(self, segment: Segment, index: int) -> bool:
        """Whether the token is in the clause or in one inside it."""
        home: Segment | None = self.home.get(index)
        while home is not None and home is not segment:
            home = home.parent
        return home is segment

    def gathered(self, segment: Segment, index: int) -> list[int]:
        """The tokens of a clause and of those inside it that the date at `index` dates too."""
        taken = list(segment.tokens)
        for child in segment.children:
            shares = (child.kind in ABSORBED and not self.of_other_tense(child)) or self.same_time(child, index)
            if self.contains(child, index) or (shares and not self.has_date(child)):
                taken += self.gathered(child, index)
        return taken

    def hull(self, segment: Segment, index: int) -> list[int]:
        """The clause in one piece: up to where a clause inside it, with a time of its own, parts it.

        The piece with the date, or, where that tells nothing yet ("On Monday the ship that sank in May
        [was raised]"), the one with the verb.
        """
        runs: list[list[int]] = []
        for token in sorted(self.gathered(segment, index)):
            if not runs or any(self._parts(self.home[gap]) for gap in range(runs[-1][-1] + 1, token)):
                runs.append([])
            runs[-1].append(token)
        dated = next(run for run in runs if index in run)
        told = [run for run in runs if segment.verb in run]
        return told[0] if told and not any(self.home[place].verb == place for place in dated) else dated

    def _parts(self, inner: Segment) -> bool:
        """Whether a clause inside another tells of another time than it."""
        return self.has_date(inner) or self.of_other_tense(inner)

    def of_other_tense(self, child: Segment) -> bool:
        """Whether a relative clause tells of another time than the one around it: "the ship [that had sunk]"."""
        if child.kind is not Kind.RELATIVE or child.verb is None:
            return False
        following = self.after(child.verb)
        grouped = following is not None and following.tag in (Tag.GROUP, Tag.ADVERB)
        return grouped and self.tokens[child.verb].lower in self.words.relative_tenses

    def same_time(self, child: Segment, index: int) -> bool:
        """Whether a subordinate clause tells of the time of the clause it hangs on ("when …", "as he …")."""
        if child.kind is not Kind.SUBORDINATE:
            return False
        word = self.tokens[child.opener].lower
        before = next(
            (place for place in range(child.opener - 1, -1, -1) if self.tokens[place].tag is not Tag.COMMA), None
        )
        following = self.after(child.opener)
        simultaneous = word in self.words.simultaneous or (
            word in self.words.accompanying
            and following is not None
            and (following.tag in (Tag.PRONOUN, Tag.GROUP) or self._subject_and_verb(child, following))
        )
        if before is not None and self.tokens[before].tag is Tag.TIME:
            # "on Thursday, when two were arrested": of that date and no other.
            return simultaneous and before == index
        return simultaneous

    def _subject_and_verb(self, child: Segment, subject: Token) -> bool:
        """Whether a clause has both: "as [dawn broke]", not "as [a witness wanted for the theft]"."""
        told = child.verb is not None and child.verb > child.opener + 1
        return told and subject.lower not in self.words.indefinite

    def end_of_group(self, verb: int) -> int:
        """The last word of a verb that has several: "had not yet been [sold]"."""
        end = verb
        for place in range(verb + 1, len(self.tokens)):
            tag = self.tokens[place].tag
            if self.home[place] is not self.home[verb] or tag not in (Tag.GROUP, Tag.ADVERB, Tag.TIME):
                break
            if tag is Tag.GROUP:
                end = place
        return end

    def lacks_subject(self, segment: Segment) -> bool:
        """Whether a participle is the clause's verb: "before [leaving] Accra"."""
        return segment.verb == segment.opener + 1 and self.tokens[segment.opener + 1].tag is Tag.GROUP

    def ends_with_verb(self, segment: Segment, core: Sequence[int]) -> bool:
        """Whether nothing but when comes behind the verb: "Togo and Benin agreed on Monday"."""
        bare = (Tag.GROUP, Tag.ADVERB, Tag.TIME, Tag.PREPOSITION)
        told = segment.verb is not None and segment.verb in core
        return told and all(self.tokens[place].tag in bare for place in core if place > (segment.verb or 0))

    def around(self, segment: Segment) -> Iterator[Segment]:
        """The clauses that the clause lies in, the nearest first."""
        parent = segment.parent
        while parent is not None:
            yield parent
            parent = parent.parent

    def span(self, indices: Sequence[int]) -> tuple[int, int]:
        """Where tokens stand in the text, without the signs and joining words at their edges."""
        first, last = min(indices), max(indices)
        while last > first and (self.tokens[last].tag in (*_EDGES, Tag.COORDINATOR) or self.tokens[last].text == "."):
            last -= 1
        if last > first + 1 and self.tokens[first].tag is Tag.OPEN and self.tokens[last].tag is Tag.CLOSE:
            first, last = first + 1, last - 1
        opening = (*_EDGES, Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.COMPLEMENTISER)
        told = {self.home[place].verb for place in indices} & set(indices)
        while first < last and self.tokens[first].tag in opening and not self.lasts(first):
            bound = self.tokens[first].tag is Tag.SUBORDINATOR and self.home[first].kind is not Kind.SUBORDINATE
            if (bound and told) or self.tokens[first].lower in self.words.pronominal:
                break  # "[After] talks in Accra she left", "[what] happened"
            first += 1
        if (
            first < last
            and self.tokens[first].tag is Tag.QUOTE
            and self.tokens[first].end < self.tokens[first + 1].start
        ):
            first += 1  # the end of a quotation that is not part of it
        return self.tokens[first].start, self.tokens[last].end


_EDGES = (Tag.COMMA, Tag.BREAK, Tag.DASH)
