"""Why two mentions are told as one event, or as two: as somebody would weigh it who had both before them."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.corrections import Kind
from timeline.errors import UsageError, quoted
from timeline.events import Mention
from timeline.explaining.times import told_alternative
from timeline.grouping import in_common, told_by
from timeline.merging import Event, Timeline
from timeline.pairing import agree, agree_by_chance, weighed
from timeline.tellings import ENOUGH, FACTS, contradictions, spelt
from timeline.wording import Phrase, phrase


def weigh(timeline: Timeline, one: str, other: str) -> list[Phrase]:
    """What speaks for and against that two mentions, named by their ids or those of events, are one event.

    The verdict first, then the dates, what both say, how alike that is, what one says that the other cannot, and what
    decided it where that is something else: their events as a whole, or an editor.

    Raises:
        UsageError: no mention with a date has such an id, or an editor hid its event.
    """
    events = {mention.id: event for event in timeline.events for mention in event.mentions}
    mentions = {mention.id: mention for event in timeline.events for mention in event.mentions}
    for identity in (one, other):
        if (hidden := timeline.hidden.get(identity)) is not None:
            raise UsageError(
                f"the event {quoted(identity)} is hidden, by {hidden.by}: {hidden.why}",
                remedy="remove that correction, and ask again",
            )
        if identity not in mentions:
            raise UsageError(
                f"no event or mention with a date has the id {quoted(identity)}",
                remedy="copy it from the link of the event",
            )
    return list(_weighed(timeline, mentions[one], mentions[other], events[one], events[other]))


def _weighed(timeline: Timeline, one: Mention, other: Mention, here: Event, there: Event) -> Iterator[Phrase]:
    together = here.id == there.id
    yield phrase("they are told as one event") if together else phrase("they are told as two events")
    dates = {"one": told_alternative(one.when), "other": told_alternative(other.when)}
    dated = agree(one.when, other.when)
    if dated:
        yield phrase("their dates can be one: %(one)s, %(other)s", **dates)
    else:
        yield phrase("their dates cannot be one: %(one)s, %(other)s", **dates)
    texts = {each.article: timeline.article(each.article).text for each in (one, other)}
    shared = in_common((one, other), texts)
    said = ", ".join((*shared.names, *shared.figures, *(f"“{word}”" for word in shared.words)))
    yield phrase("both say %(words)s", words=said) if said else phrase("they have no word in common that says much")
    alike = weighed(one, other)
    if agree_by_chance(one, other):
        yield phrase("one tells of a long time, and the other of something else that is done at some time in it")
    measured = {"alike": f"{alike:.2f}", "enough": f"{ENOUGH:.2f}"}
    if alike >= ENOUGH:
        yield phrase("that makes them alike enough: %(alike)s, of 1, where %(enough)s is asked for", **measured)
    else:
        yield phrase("that does not make them alike enough: %(alike)s, of 1, where %(enough)s is asked for", **measured)
    could_be_one = dated and alike >= ENOUGH
    against = [
        why
        for why in contradictions(one.telling, other.telling)
        if could_be_one
        or (together and why.kind in FACTS)  # of two that have nothing to do with each other it says nothing
    ]
    for why in against:
        told = spelt(why, told_by(one, texts), told_by(other, texts)).told
        yield phrase("they contradict each other: %(told)s", told=told)
    yield from _decided(here, there, alone=could_be_one and not against)


def _decided(here: Event, there: Event, *, alone: bool) -> Iterator[Phrase]:
    """What made them one, or two, where the two alone would not be; `alone`: whether they would be one."""
    together = here.id == there.id
    wanted = Kind.MERGE if together else Kind.SPLIT
    edited = [each for each in here.corrections if each.kind is wanted and each in there.corrections]
    if edited:
        yield from (phrase("an editor decided it: %(told)s", told=each.explanation) for each in edited)
    elif together and not alone:
        yield phrase("other sources tell what both say, and join them")
    elif alone and not together:
        yield phrase("but the events as a whole, with all their sources, contradict each other or are not alike enough")
