"""Headlines that begin with a pronoun, with whom or what it means in its stead, where that is certain.

"It slept until January" is told of Rosetta if the sentence before is: its subject is named, and nothing else there
that the pronoun could mean. Where two could be meant the pronoun stays, behind what stands before it: "The council
agreed on a plan. It will go on until May". The words are those of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import islice

from timeline.clauses import LONGEST, ClauseWords, main_clause, object_of, subject_of
from timeline.spans import Span
from timeline.tellings import Names, pairs

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_QUOTES = re.compile(r"[\"“”„«»]|``|''")
_DESCRIBED = re.compile(r",[^,.;:]{1,80},")
"""What a subject is called behind a comma: "Okoye[, the mayor of Accra,]"."""
_FARTHEST = 1_500
"""Characters of a text that is read before a pronoun."""
_BACK = 3
"""How many sentences before are asked, as long as those between go on about the same with a pronoun."""
_OPENING = 5
"""Among how many first words of a sentence the pronoun stands then."""
_MEANT = 40
"""How many characters the words have at most that stand for a pronoun."""
_MUCH = 2
"""How many times as often as another a name stands in the article that it is about."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A headline, and whom or what it names in the place of a pronoun."""

    headline: str
    meant: Span | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """An article, as far as it says who a pronoun means."""

    text: str
    sentences: Sequence[Span]
    times: Sequence[Span]
    names: Names
    words: ClauseWords
    whole: bool = True
    """Whether a headline may show words of another sentence than its own."""
    counted: Mapping[str, int] = field(init=False, repr=False)
    """How often each name stands there."""
    placed: frozenset[str] = field(init=False, repr=False)
    """The names that a word of place stands before somewhere."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "counted", Counter(each.name for each in self.names.found))
        object.__setattr__(self, "placed", frozenset(each.name for each in self.names.found if each.place))

    def stand_alone(self, headline: str, clause: Span) -> Standing:
        """The headline of a clause, with the subject named before instead of the pronoun that it begins with.

        Where it is not certain who is meant, with the words before it as they stand there; as it is where it begins
        otherwise, or where that would be too long.
        """
        opening = _WORD.match(headline)
        if opening is None:
            return Standing(headline)
        pronoun, rest = opening.group().lower(), headline[opening.end() :]
        owned = dict(pairs(self.words.owners)).get(pronoun)
        kind = owned or pronoun
        found = re.compile(rf"\b{pronoun}\b", re.IGNORECASE).search(self.text, *clause)
        if found is None or not self._leans(pronoun, owned is not None, rest):
            return Standing(headline)
        holder = owned is not None and any(word.lower() in self.words.titles for word in _WORD.findall(rest)[:3])
        meant = self._meant(found.start(), kind, holder)
        if meant is None:
            return Standing(self._with_words_before(headline, Span(found.start(), clause.end)))
        said = self.text[slice(*meant)]
        if owned is not None:
            said += ("’" if "’" in self.text else "'") + ("" if said.endswith("s") else "s")
        return Standing(said[:1].upper() + said[1:] + rest, meant)

    def meant_by(self, pronoun: Span | None) -> Span | None:
        """Whom or what the pronoun means that stands there; None where that is not certain."""
        return None if pronoun is None else self._meant(pronoun.start, self.text[slice(*pronoun)].lower(), False)

    def object_meant_by(self, pronoun: Span | None) -> Span | None:
        """What the pronoun means that is an object there: the object of the sentence before, if that is a thing."""
        place = -1 if pronoun is None else bisect_right(self.sentences, pronoun.start, key=lambda each: each.start) - 2
        if place < 0 or not self.whole:
            return None
        sentence = self.sentences[place]
        return object_of(self.text, sentence, self._times_of(sentence), self.words)

    def _times_of(self, sentence: Span) -> Sequence[Span]:
        """The time expressions of a sentence."""
        first = bisect_left(self.times, sentence.start, key=lambda each: each.start)
        return self.times[first : bisect_left(self.times, sentence.end, key=lambda each: each.start)]

    def _leans(self, opening: str, owns: bool, rest: str) -> bool:
        """Whether the first word of a headline says nothing without what stands before it."""
        words = self.words
        if opening in words.pointing:
            after = _WORD.search(rest)
            return after is not None and after.group().lower() in words.auxiliaries
        if opening not in words.personal and not owns:
            return False
        return owns or opening not in words.things or not self._impersonal(rest)

    def _with_words_before(self, headline: str, told: Span) -> str:
        """The headline of what is told from a pronoun on, behind the rest of its sentence or the sentence before it."""
        place = bisect_right(self.sentences, told.start, key=lambda each: each.start) - 1
        sentence = self.sentences[max(place, 0)]
        if _WORD.search(self.text, sentence.start, told.start):
            line = self.text[sentence.start : told.end]
            several = len(self._times_of(Span(sentence.start, told.end))) > 1
            return line if len(line) <= LONGEST and not several and not _opens_with(line, self.words) else headline
        before = self._undated(self.sentences[place - 1]) if self.whole and place > 0 else ""
        told_there = before.endswith((".", "!", "?")) and not _opens_with(before, self.words)
        line = f"{before} {headline}"
        return line if told_there and len(line) <= LONGEST and not _QUOTES.search(line) else headline

    def _undated(self, sentence: Span) -> str:
        """A sentence without its dates, which are not those of the sentence behind it; empty where it needs one."""
        whole, times = self.text[slice(*sentence)], self._times_of(sentence)
        if not times:
            return whole
        line = main_clause(self.text, sentence, self.words, times).headline
        kept = any(self.text[slice(*time)].lower() in line.lower() for time in times)
        return "" if kept or line.endswith("…") else f"{line}{whole[-1]}"

    def _impersonal(self, rest: str) -> bool:
        """Whether the "it" before those words may stand for nothing: "It [was likely]", "It [took a month]"."""
        said = [word.lower() for word in _WORD.findall(rest)]
        while said and said[0] in self.words.auxiliaries | self.words.adverbs and said[0] not in self.words.copulas:
            said = said[1:]
        if not said or said[0] in self.words.impersonal:
            return True
        done = len(said) > 1 and self.words.is_participle(said[1])
        return said[0] in self.words.copulas and (not done or any(word in self.words.complementisers for word in said))

    def _meant(self, at: int, kind: str, holder: bool) -> Span | None:
        """What the pronoun at a place of the text means; `holder`: somebody of some office is what it owns."""
        if kind not in self.words.persons | self.words.things | self.words.plurals:
            return None
        place = bisect_right(self.sentences, at, key=lambda each: each.start) - 1
        if place < 0:
            return None
        begun = Span(self.sentences[place].start, at)
        if any(not named.place for named in self.names.within(*begun)):
            return self._subject(self.sentences[place], begun, kind, holder)
        if not self.whole:
            return None
        stretch = begun
        for before in reversed(self.sentences[max(0, place - _BACK) : place]):
            stretch = Span(before.start, at)
            if stretch.end - stretch.start > _FARTHEST or _QUOTES.search(self.text, *stretch):
                return None
            if not self._goes_on(before, kind):
                return self._subject(before, stretch, kind, holder)
        return None

    def _goes_on(self, sentence: Span, kind: str) -> bool:
        """Whether a sentence tells of what the pronoun means, by the same pronoun."""
        first = islice(_WORD.finditer(self.text, *sentence), _OPENING)
        found = next((word for word in first if word.group().lower() == kind), None)
        return found is not None and not self.names.within(sentence.start, found.start())

    def _subject(self, sentence: Span, stretch: Span, kind: str, holder: bool) -> Span | None:
        """The subject of a sentence if the pronoun behind the stretch can mean nothing else in it."""
        if stretch.end - stretch.start > _FARTHEST or _QUOTES.search(self.text, *stretch):
            return None
        times = self._times_of(sentence)
        subject = subject_of(self.text, sentence, times, self.words)
        if subject is None or subject.span.end > stretch.end or len(self.text[slice(*subject.span)]) > _MEANT:
            return None
        owners = dict(pairs(self.words.owners))
        if any(found.group().lower() in owners for found in _WORD.finditer(self.text, *subject.span)):
            return None
        described = _DESCRIBED.match(self.text, subject.span.end)
        called = [Span(*described.span())] if described else []
        beside = [word.lower() for word in self._beside(stretch, [subject.span, *called, *times])]
        if kind in self.words.plurals:
            return subject.span if subject.plural and not any(map(self.words.is_plural, beside)) else None
        named = self.names.within(*subject.span)
        if subject.plural or not named or named[-1].end != subject.span.end:
            return None
        meant = named[-1].name
        others = {each.name for each in self.names.within(*stretch) if not each.place} - {meant}
        if kind in self.words.persons:
            # Of a sentence that is still going on, more than the subject may be meant.
            near = stretch.start == sentence.start and stretch.end <= sentence.end
            alone = not others if near else not any(map(self._may_be_person, others))
            titled = any(word in self.words.titles for word in beside)
            return subject.span if alone and not titled and self._may_be_person(meant) else None
        things = not holder and any(word in self.words.determiners for word in beside)
        return subject.span if not things and self._is_thing(subject.span, meant, others) else None

    def _is_thing(self, span: Span, name: str, others: Set[str]) -> bool:
        """Whether what is named there is no person, and no other thing is what the article is rather about."""
        if any(self.counted[name] < _MUCH * self.counted[other] for other in others - self.names.persons):
            return False
        articled = any(found.group().lower() in self.words.articles for found in _WORD.finditer(self.text, *span))
        return articled or not self._may_be_person(name)

    def _may_be_person(self, name: str) -> bool:
        """Whether a name is known for a person's, or has several words that make no place and no body."""
        parts = name.split()
        whole = len(parts) in (2, 3) and not any(part.isupper() or part.lower() in self.words.bodies for part in parts)
        return name in self.names.persons or (whole and name not in self.placed)

    def _beside(self, stretch: Span, without: Sequence[Span]) -> list[str]:
        """The words of a stretch that stand in none of the spans."""
        return [
            found.group()
            for found in _WORD.finditer(self.text, *stretch)
            if not any(span.start <= found.start() < span.end for span in without)
        ]


def _opens_with(line: str, words: ClauseWords) -> bool:
    """Whether a line begins with a pronoun, so that it stands alone no better."""
    first = _WORD.search(line)
    leaning = words.subject_pronouns | words.pointing | {word for word, _ in pairs(words.owners)}
    return first is None or first.group().lower() in leaning
