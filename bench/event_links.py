"""Which part of a sentence each date belongs to, against the links of TimeML between events and times.

A pair is the word of an event and a date or clock time of its sentence. TLINK says of a pair that the event happened
then, or before it, or after it. Said is a pair when that word lies in the clause of an event that `timeline events`
dates by that time. Pairs without a link are not counted.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from timeline.api import tag
from timeline.happenings import find_happenings

Place = tuple[int, int]

_WITHIN = {"IS_INCLUDED", "SIMULTANEOUS", "DURING", "IDENTITY", "BEGINS", "ENDS", "BEGUN_BY", "ENDED_BY"}
_HOLDING = {"INCLUDES", "DURING_INV", *_WITHIN} - {"IS_INCLUDED"}
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n\s*\n")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec"
    r"|Inc|Corp|Co|Ltd|No|vs|U\.S|U\.N|[ap]\.m)\.$"
)


@dataclass(slots=True)
class LinkedText:
    """A text with the places of its times and events, and which of them are linked."""

    published: str = ""
    text: str = ""
    times: dict[str, Place] = field(default_factory=dict)
    events: dict[str, Place] = field(default_factory=dict)
    happened_at: dict[Place, set[Place]] = field(default_factory=dict)
    """For each event that a link dates, the times at which it happened; none, where it was before or after them."""


class Counts(NamedTuple):
    """Pairs that are right, said but wrong, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:  # type: ignore[override]
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def f1(self) -> float:
        """Twice the right pairs, among those said and those that should be."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    @property
    def precision(self) -> float:
        """How many of the pairs that are said are right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """How many of the pairs that should be are said."""
        return self.right / max(1, self.right + self.missed)


def read_links(path: Path) -> LinkedText:
    """The text of a TimeML file with its links."""
    root = ElementTree.parse(path).getroot()
    found = LinkedText()
    created = root.find(".//DCT//TIMEX3")
    found.published = "" if created is None else created.get("value", "")
    body = root.find(".//TEXT")
    if body is None:
        raise ValueError(f"{path}: no TEXT")
    found.text = "".join(body.itertext())
    _read_places(body, 0, found)
    event_of = {made.get("eiid"): made.get("eventID", "") for made in root.iter("MAKEINSTANCE")}
    for link in root.iter("TLINK"):
        time, within = link.get("relatedToTime"), _WITHIN
        event = event_of.get(link.get("eventInstanceID"), "")
        if time not in found.times or not link.get("eventInstanceID"):
            time, within = link.get("timeID"), _HOLDING
            event = event_of.get(link.get("relatedToEventInstance"), "")
        if time not in found.times or event not in found.events:
            continue
        word, when = found.events[event], found.times[time or ""]
        if _one_sentence(found.text, word, when):
            happened = found.happened_at.setdefault(word, set())
            if link.get("relType") in within:
                happened.add(when)
    return found


def count(path: Path) -> Counts:
    """How `timeline` does on one file."""
    gold = read_links(path)
    resolutions = tag(gold.text, gold.published or None)
    said = [(each.clause.core, each.dated.span) for each in find_happenings(gold.text, resolutions)]
    counts = Counts()
    for word, times in gold.happened_at.items():
        dates = {date for clause, date in said if clause.start <= word[0] and word[1] <= clause.end}
        right = sum(any(_overlap(time, date) for date in dates) for time in times)
        wrong = sum(not any(_overlap(time, date) for time in times) for date in dates)
        counts += Counts(right, wrong, len(times) - right)
    return counts


def total(counts: Iterable[Counts]) -> Counts:
    """The pairs of several files."""
    return sum(counts, Counts())


def _read_places(element: ElementTree.Element, start: int, found: LinkedText) -> int:
    """Note where the events and times below an element stand; where the element ends."""
    end = start + len(element.text or "")
    for child in element:
        end = _read_places(child, end, found) + len(child.tail or "")
    if element.tag == "EVENT":
        found.events[element.get("eid", "")] = (start, end)
    elif element.tag == "TIMEX3" and element.get("type") in ("DATE", "TIME") and start < end:
        found.times[element.get("tid", "")] = (start, end)
    return end


def _one_sentence(text: str, first: Place, second: Place) -> bool:
    """Whether no sentence ends between two places, by rules that are not this tagger's own."""
    start, end = min(first[0], second[0]), max(first[1], second[1])
    return all(
        not stop.group().isspace() and _ABBREVIATION.search(text[max(0, stop.start() - 8) : stop.start() + 1])
        for stop in _SENTENCE_END.finditer(text, start, end)
    )


def _overlap(first: Place, second: Place) -> bool:
    return first[0] < second[1] and second[0] < first[1]
