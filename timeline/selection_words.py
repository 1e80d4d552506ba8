"""Which part of a timeline something shows, in words: what was asked for, and how much of the whole fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from typing import Final

from timeline.date_words import DateWords
from timeline.merging import Timeline
from timeline.plain_words import one_line
from timeline.selecting import Selection
from timeline.wording import Phrase, Wording, counted, figure, phrase

LABELS: Final = {
    "from": phrase("From"),
    "to": phrase("To"),
    "topic": phrase("Topic"),
    "entity": phrase("Who and where"),
    "source": phrase("Source"),
    "certainty": phrase("Certainty"),
    "text": phrase("Words"),
    "key-events": phrase("Key events"),
}
"""What the names are called by which a part is asked for."""
_EVENTS = counted("%(number)s event", "%(number)s events")


def told_part(timeline: Timeline, words: DateWords) -> str:
    """What was asked for and how many events fit, of how many; empty where it is the whole."""
    if not timeline.asked:
        return ""
    return f"{told_wishes(timeline.asked, words)} · {told_count(timeline, words.say)}"


def told_wishes(asked: Iterable[Selection], words: DateWords) -> str:
    """What was asked for.

    >>> from timeline.date_words import IN_ENGLISH
    >>> told_wishes([Selection.of_query("from=2015-05&to=2015-05&source=Harbour+Desk&source=Weir+Mail")], IN_ENGLISH)
    'May 2015 · Source: Harbour Desk or Weir Mail'
    """
    return " · ".join(wish for selection in asked for wish in _wishes(selection, words))


def told_count(timeline: Timeline, say: Wording) -> str:
    """How many events there are, of how many where it is a part."""
    shown = len(timeline.events)
    if not timeline.asked:
        return say.tell(_events(shown))
    return say("%(shown)s of %(all)s", shown=figure(shown), all=_events(timeline.out_of))


def _events(number: int) -> Phrase:
    return _EVENTS.times(number, number=figure(number))


def _wishes(selection: Selection, words: DateWords) -> Iterator[str]:
    say, first, last = words.say, selection.first, selection.last
    if first is not None and last is not None:
        yield words.days(first, last)
    elif first is not None:
        yield _labelled("from", words.days(first, first), say)
    elif last is not None:
        yield _labelled("to", words.days(last, last), say)
    for name, values in (
        ("topic", selection.topics),
        ("entity", selection.entities),
        ("source", selection.sources),
        ("certainty", tuple(say(each.value) for each in selection.certainties)),
    ):
        if values:
            either = reduce(lambda one, other: say("%(times)s or %(other)s", times=one, other=other), values)
            yield _labelled(name, either, say)
    if selection.text:
        yield _labelled("text", say("“%(word)s”", word=selection.text), say)
    if selection.key_events is not None:
        yield _labelled("key-events", str(selection.key_events), say)


def _labelled(name: str, value: str, say: Wording) -> str:
    return f"{say.tell(LABELS[name])}: {one_line(value)}"
