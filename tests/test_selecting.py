"""Parts of a timeline: what a selection asks for, how it is written, and the methods that say the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import handmade
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.date_words import IN_ENGLISH
from timeline.errors import UsageError
from timeline.events import find_mentions
from timeline.merging import Event, Timeline, merge
from timeline.selecting import NAMES, Selection, searched_in
from timeline.site.cards import card_of
from timeline.site.search import searched_in as searched_on_a_site
from timeline.site.sources import sources_of
from timeline.temporal.calendar import ordinal
from timeline.temporal.timex import Certainty

ARTICLES = [
    handmade.article("rain", "It rained in Weir on 1 July 2015.", topic="weather", source="Weir Mail"),
    handmade.article("dam", "The dam of Weir broke on 7 July 2015.", topic="weather"),
    handmade.article("july", "The mayor of Weir resigned in July 2015.", topic="politics", source="Café Post"),
    handmade.article("fair", "The fair of Ford opened on 3 August 2015.", topic="fairs"),
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


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("", ["rain", "july", "dam", "fair"], id="nothing is asked"),
        pytest.param("text=&topic=", ["rain", "july", "dam", "fair"], id="fields left empty ask nothing"),
        pytest.param("from=2015-07-02&to=2015-07-31", ["july", "dam"], id="days"),
        pytest.param("from=2015-08", ["fair"], id="from the first day of a month on"),
        pytest.param("to=2015-06", [], id="to the last day of a month"),
        pytest.param("from=2015&to=2015", ["rain", "july", "dam", "fair"], id="a year"),
        pytest.param("topic=weather", ["rain", "dam"], id="a topic"),
        pytest.param("topic=politics&topic=fairs", ["july", "fair"], id="either topic"),
        pytest.param("entity=Ford", ["fair"], id="an entity"),
        pytest.param("source=Weir+Mail", ["rain"], id="an outlet"),
        pytest.param("certainty=vague", [], id="a certainty"),
        pytest.param("certainty=exact&certainty=vague", ["rain", "july", "dam", "fair"], id="either certainty"),
        pytest.param("text=MAYOR+resig", ["july"], id="words in any case, and how they begin"),
        pytest.param("text=cafe", ["july"], id="words without their marks"),
        pytest.param("text=august", ["fair"], id="words of the date"),
        pytest.param("text=august+mayor", [], id="every word"),
        pytest.param("key-events=1", ["dam"], id="what matters most"),
        pytest.param("topic=politics&key-events=1", ["july"], id="what matters most of what fits"),
        pytest.param("topic=weather&from=2015-07-05&text=dam&certainty=exact", ["dam"], id="every wish"),
    ],
)
def test_a_selection_has_what_fits_every_wish(whole: Timeline, query: str, expected: list[str]) -> None:
    assert expected == told(whole.select(Selection.of_query(query)))


def test_the_methods_select_the_same(whole: Timeline) -> None:
    for part, query in (
        (whole.between("2015-07-02", "2015-07-31"), "from=2015-07-02&to=2015-07-31"),
        (whole.between(last="2015-07"), "to=2015-07"),
        (whole.about("politics", "fairs"), "topic=politics&topic=fairs"),
        (whole.naming("Ford"), "entity=Ford"),
        (whole.told_by("Weir Mail"), "source=Weir Mail"),
        (whole.certain("exact"), "certainty=exact"),
        (whole.saying("dam"), "text=dam"),
        (whole.key_events(2), "key-events=2"),
    ):
        assert whole.select(Selection.of_query(query)) == part


def test_a_part_knows_less_and_the_whole_all(whole: Timeline) -> None:
    assert whole.select(Selection()) is whole
    assert whole.unplaced
    assert () == whole.about("weather").unplaced
    assert [] == told(whole.between("2014", "2014").about("weather"))


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("form=2015", 'no "form" to select by; use one of from, to, topic,'),
        ("from=soon", '"soon" is no day; write it as 2015-08-14'),
        ("from=2015-02-30", '"2015-02-30" is no day'),
        ("from=2015-13", '"2015-13" is no day'),
        ("from=2015-07-02&to=2015-07-01", "2015-07-01 comes before 2015-07-02"),
        ("from=2015&from=2016", "from is given more than once"),
        ("certainty=sure", 'no certainty "sure"; use one of exact, inferred, vague'),
        ("key-events=few", '"few" is no number of events'),
        ("key-events=-1", '"-1" is no number of events'),
        ("topic=wether", 'no events of the topic "wether"; there is weather'),
        ("topic=Weather", 'no events of the topic "Weather"; there is weather'),
        ("source=xyz", 'no events of the source "xyz"; there is Weir Mail, Café Post, Harbour Desk'),
        ("entity=%1b%5b31m", 'no events of the entity "\\x1b[31m"'),
    ],
)
def test_what_cannot_be_meant_is_named_with_what_can(whole: Timeline, query: str, message: str) -> None:
    with pytest.raises(UsageError) as raised:
        whole.select(Selection.of_query(query))
    assert str(raised.value).startswith(message)


@given(
    st.builds(
        Selection,
        first=st.none() | st.integers(-2_000_000, 0),
        last=st.none() | st.integers(0, 5_000_000),
        topics=st.lists(st.text("ab &=?é+%", min_size=1).map(str.strip).filter(bool), max_size=2).map(tuple),
        sources=st.lists(st.sampled_from(["Weir Mail", "A & B"]), max_size=2).map(tuple),
        certainties=st.lists(st.sampled_from(Certainty), max_size=2).map(tuple),
        text=st.sampled_from(["", "dam", "上海 = +"]),
        key_events=st.none() | st.integers(0, 500),
    )
)
def test_a_selection_is_read_back_as_it_was_written(selection: Selection) -> None:
    assert selection == Selection.of_query(selection.query) == Selection.of(selection.wishes)
    assert {name for name, _ in selection.wishes} <= set(NAMES)


def test_years_before_the_first_are_days_too() -> None:
    selection = Selection.of_query("from=-0043-03-15&to=Y10000")
    assert (ordinal(-43, 3, 15), ordinal(10_000, 12, 31)) == (selection.first, selection.last)


def test_words_are_looked_for_where_the_search_of_a_site_looks(whole: Timeline) -> None:
    articles, sources = {each.id: each for each in whole.articles}, sources_of(whole.articles, IN_ENGLISH)
    for event in whole.events:
        assert set(searched_on_a_site(card_of(event, sources, IN_ENGLISH))) == set(searched_in(event, articles))
