"""Parts of a timeline: the events of some days, and those that matter most."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import handmade
import pytest

from timeline.errors import UsageError
from timeline.events import find_mentions
from timeline.merging import Event, Timeline, merge

ARTICLES = [
    handmade.article("rain", "It rained in Weir on 1 July 2015."),
    handmade.article("dam", "The dam of Weir broke on 7 July 2015."),
    handmade.article("july", "The mayor of Weir resigned in July 2015."),
    handmade.article("fair", "The fair of Ford opened on 3 August 2015."),
]


@pytest.fixture(scope="module")
def whole() -> Timeline:
    mentions = [mention for each in ARTICLES for mention in find_mentions(each, list(handmade.resolved(each)))[0]]
    salience = {"rain": 0.2, "dam": 0.9, "july": 0.5, "fair": 0.5}
    events = [replace(event, salience=salience[event.mentions[0].article]) for event in merge(mentions, ARTICLES)]
    return Timeline("Weir", tuple(events), tuple(mentions[:1]), tuple(ARTICLES), ())


def told(timeline: Timeline) -> list[str]:
    return [event.mentions[0].article for event in timeline.events]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param("2015-07-01", "2015-07-07", ["rain", "july", "dam"], id="both ends count"),
        pytest.param("2015-07-02", "2015-07-06", ["july"], id="a month that may be those days"),
        pytest.param("2015-08-03", "2015-08-03", ["fair"], id="one day"),
        pytest.param("2015-09-01", "2015-09-30", [], id="none"),
        pytest.param(date(2015, 8, 1), date(2015, 8, 31), ["fair"], id="dates"),
    ],
)
def test_between_has_what_happened_then_or_may_have(
    whole: Timeline, first: date | str, last: date | str, expected: list[str]
) -> None:
    assert expected == told(whole.between(first, last))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param(0, [], id="none"),
        pytest.param(1, ["dam"], id="the one that matters most"),
        pytest.param(2, ["july", "dam"], id="the earlier of two that matter as much, in the order of time"),
        pytest.param(99, ["rain", "july", "dam", "fair"], id="all"),
    ],
)
def test_key_events_are_those_that_matter_most(whole: Timeline, number: int, expected: list[str]) -> None:
    assert expected == told(whole.key_events(number))


def test_a_part_is_a_timeline_with_the_articles_that_tell_it(whole: Timeline) -> None:
    part = whole.between("2015-07-01", "2015-07-31").key_events(1)
    assert ("Weir", ["dam"], ()) == (part.title, [article.id for article in part.articles], part.unplaced)
    assert "dam" == part.article("dam").id


def test_the_whole_stays_as_it_is(whole: Timeline) -> None:
    before: tuple[Event, ...] = whole.events
    whole.between("2015-07-01", "2015-07-31").key_events(1)
    assert before == whole.events


@pytest.mark.parametrize(("first", "last"), [("soon", "2015-07-01"), ("2015-07-02", "2015-07-01"), ("2015-07-01", "")])
def test_between_refuses_what_is_no_stretch_of_days(whole: Timeline, first: str, last: str) -> None:
    with pytest.raises(UsageError):
        whole.between(first, last)


def test_fewer_than_no_events_are_refused(whole: Timeline) -> None:
    with pytest.raises(UsageError):
        whole.key_events(-1)
