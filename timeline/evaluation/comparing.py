"""How far two people, or a tagger and a person, agree on the time expressions of the same texts.

The figures are those of TempEval-3, task A. In each text, what the gold marks and what was tagged are paired one to
one from left to right where they share a character: when one overlaps two of the other side, it takes the earlier,
and the second is an error. *Relaxed* counts the pairs, *strict* those with the same offsets, *type* and *value*
those that say the same, letter by letter. Counts are summed over all texts before dividing. *Strict value* (offsets
and value) is ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline.importing.timeml import MarkedText, MarkedTime

_CONTEXT = 45
"""Characters shown on either side of a difference."""


class Measure(NamedTuple):
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, right: int, tagged: int, gold: int) -> Measure:
        """The measure of a number of right answers; all 1 when there was nothing to find and nothing was said."""
        if not tagged and not gold:
            return cls(1.0, 1.0, 1.0)
        return cls(right / tagged if tagged else 0.0, right / gold if gold else 0.0, 2 * right / (tagged + gold))


class Pair(NamedTuple):
    """A time of the gold and a tagged one that share a character."""

    gold: MarkedTime
    tagged: MarkedTime

    @property
    def wrong(self) -> tuple[str, ...]:
        """What the two do not agree on: "span", "type", "value"."""
        (start, end, kind, value), tagged = self.gold, self.tagged
        differs = {"span": (start, end) != tagged[:2], "type": kind != tagged.type, "value": value != tagged.value}
        return tuple(name for name, is_so in differs.items() if is_so)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One text: what was found, missed and invented."""

    gold: MarkedText
    pairs: tuple[Pair, ...]
    missed: tuple[MarkedTime, ...]
    spurious: tuple[MarkedTime, ...]


class Difference(NamedTuple):
    """One error in its context."""

    text: str
    """The name of the text."""
    start: int
    kind: str
    """"missed", "spurious", or what is wrong with a pair: "span+value"."""
    gold: MarkedTime | None
    tagged: MarkedTime | None
    words: str
    """The words of each, and the text around them, on one line."""

    def __str__(self) -> str:
        return f"{self.kind.upper():16}{self.text}:{self.start}  {self.words}"


@dataclass(frozen=True, slots=True)
class Agreement:
    """The figures of all texts together."""

    texts: int
    gold: int
    tagged: int
    paired: int
    strict: Measure
    relaxed: Measure
    type: Measure
    value: Measure
    strict_value: Measure

    def measures(self) -> dict[str, Measure]:
        """Each measure by the name that people know it by."""
        return {
            "strict": self.strict,
            "relaxed": self.relaxed,
            "type": self.type,
            "value": self.value,
            "strict value": self.strict_value,
        }


def compare(gold: MarkedText, tagged: Iterable[MarkedTime]) -> Comparison:
    """Pair what the gold marks with what was tagged in the same text.

    >>> gold = MarkedText("a", "", "from 2014 to 2015", (MarkedTime(5, 9, "DATE", "2014"), MarkedTime(13, 17, "DATE", "2015")))
    >>> found = compare(gold, [MarkedTime(0, 17, "DURATION", "P1Y")])
    >>> len(found.pairs), len(found.missed), len(found.spurious), found.pairs[0].wrong
    (1, 1, 0, ('span', 'type', 'value'))
    """
    # What is marked twice in the same way counts once.
    ours, theirs = sorted(set(tagged)), sorted(set(gold.times))
    pairs: list[Pair] = []
    missed: list[MarkedTime] = []
    spurious: list[MarkedTime] = []
    left = right = 0
    while left < len(theirs) and right < len(ours):
        if theirs[left].end <= ours[right].start:
            missed.append(theirs[left])
            left += 1
        elif ours[right].end <= theirs[left].start:
            spurious.append(ours[right])
            right += 1
        else:
            pairs.append(Pair(theirs[left], ours[right]))
            left, right = left + 1, right + 1
    return Comparison(gold, tuple(pairs), (*missed, *theirs[left:]), (*spurious, *ours[right:]))


def agreement(comparisons: Sequence[Comparison]) -> Agreement:
    """The figures of these texts together."""
    pairs = [pair for each in comparisons for pair in each.pairs]
    gold = len(pairs) + sum(len(each.missed) for each in comparisons)
    tagged = len(pairs) + sum(len(each.spurious) for each in comparisons)

    def measure(*must_agree: str) -> Measure:
        right = sum(not any(name in pair.wrong for name in must_agree) for pair in pairs)
        return Measure.of(right, tagged, gold)

    return Agreement(
        texts=len(comparisons),
        gold=gold,
        tagged=tagged,
        paired=len(pairs),
        strict=measure("span"),
        relaxed=measure(),
        type=measure("type"),
        value=measure("value"),
        strict_value=measure("span", "value"),
    )


def differences(comparisons: Iterable[Comparison]) -> list[Difference]:
    """Every error, in the order of the texts' names and of what stands in them."""
    found: list[Difference] = []
    for each in comparisons:
        found += [_difference(each.gold, "missed", missed, None) for missed in each.missed]
        found += [_difference(each.gold, "spurious", None, spurious) for spurious in each.spurious]
        found += [_difference(each.gold, "+".join(pair.wrong), *pair) for pair in each.pairs if pair.wrong]
    return sorted(found, key=lambda each: each[:3])


def _difference(text: MarkedText, kind: str, gold: MarkedTime | None, tagged: MarkedTime | None) -> Difference:
    shown = gold or tagged
    assert shown is not None
    before = text.text[max(0, shown.start - _CONTEXT) : shown.start]
    inside, after = text.text[shown.start : shown.end], text.text[shown.end : shown.end + _CONTEXT]
    told = [
        f"{name} {text.text[time.start : time.end]!r} {time.type} {time.value}"
        for name, time in (("gold", gold), ("tagged", tagged))
        if time is not None
    ]
    words = f"{'  '.join(told)}  | {' '.join(f'{before}[{inside}]{after}'.split())}"
    return Difference(text.name, shown.start, kind, gold, tagged, words)
