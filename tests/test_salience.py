"""How much an event matters, by its own mentions alone, and which events are told when there is room for a few."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import handmade
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.articles import Article
from timeline.events import Mention
from timeline.merging import Event
from timeline.salience import PINNED, key_events, salience
from timeline.temporal.timex import Certainty

BACKGROUND = "The valley is quiet. Nobody has much to say. The dam of Weir broke on 7 July 2015."
OPENING = "The dam of Weir broke on 7 July 2015. The valley is quiet. Nobody has much to say."
DAY = "7 July 2015"

Telling = tuple[Mention, Article]


def told(identity: str, published: str = "2015-08-14", text: str = BACKGROUND, vague: bool = False) -> Telling:
    """An article, and its mention of that day."""
    article = handmade.article(identity, text, published)
    mention = handmade.mention(article, DAY)
    return replace(mention, certainty=Certainty.VAGUE) if vague else mention, article


def mattering(*tellings: Telling) -> float:
    return salience([mention for mention, _ in tellings], {article.id: article for _, article in tellings})


@pytest.mark.parametrize(
    ("less", "more"),
    [
        pytest.param([told("a")], [told("a"), told("b")], id="more articles"),
        pytest.param([told("a"), told("b")], [told("a"), told("b", "2015-08-21")], id="told again in another week"),
        pytest.param([told("a")], [told("a", text=OPENING)], id="an article opens with it"),
        pytest.param([told("a", "2015-07-06")], [told("a", "2015-07-07")], id="told, not announced"),
        pytest.param([told("a", vague=True)], [told("a")], id="a date that is sure"),
    ],
)
def test_an_event_matters_more_for(less: list[Telling], more: list[Telling]) -> None:
    assert mattering(*less) < mattering(*more)


def test_an_article_counts_once_by_the_best_it_says() -> None:
    mention, article = told("a", text=f"{BACKGROUND} It rained on {DAY}.")
    vague = replace(mention, certainty=Certainty.VAGUE)
    assert mattering((mention, article)) == mattering((vague, article), (mention, article), (vague, article))


def test_salience_is_between_0_and_1_and_less_than_that_of_what_is_pinned() -> None:
    one = mattering(told("a", "2015-07-06", vague=True))
    many = mattering(*[told(str(number), f"2015-{8 + number % 4:02}-14", OPENING) for number in range(1000)])
    assert 0 < one < many < PINNED


def event(day: str, *articles: str, salience: float = 0.5) -> Event:
    """An event of that day, told by those articles."""
    mention = handmade.mention(handmade.article("any", f"It rained on {day}."), day, "")
    mentions = tuple(replace(mention, article=each, id=f"{each} {day} {salience}") for each in articles)
    return handmade.event(*mentions, salience=salience)


def chosen(events: list[Event], number: int) -> list[str]:
    return [f"{each.when.value} {each.salience}" for each in key_events(events, number)]


def test_the_day_comes_first_and_then_its_event() -> None:
    events = [
        event("1 July 2015", "a", "b", salience=0.6),
        event("7 July 2015", "a", salience=0.3),
        event("7 July 2015", "b", salience=0.2),
        event("7 July 2015", "c", salience=0.2),
        event("9 July 2015", "d", "e", salience=0.1),
    ]
    assert ["2015-07-07 0.3"] == chosen(events, 1)
    assert ["2015-07-07 0.3", "2015-07-09 0.1"] == chosen(events, 2)
    assert ["2015-07-01 0.6", "2015-07-07 0.3", "2015-07-09 0.1"] == chosen(events, 3)


def test_a_story_that_few_tell_has_its_share_beside_one_that_many_tell() -> None:
    flood = [event(f"{day} July 2015", "a", "b", "c", "d", salience=0.6) for day in (1, 2, 3, 4)]
    election = [event(f"{day} March 2011", "e", "f", salience=0.5) for day in (1, 2)]
    assert ["2015-07-01 0.6", "2015-07-02 0.6", "2011-03-01 0.5"] == chosen(flood + election, 3)


def test_what_two_articles_vouch_for_comes_before_what_one_does() -> None:
    events = [event("1 July 2015", "a", "b", salience=0.1), event("7 July 2015", "c", salience=0.9)]
    events += [event(f"{day} May 2015", "a", "b", salience=0.1) for day in range(1, 10)]
    assert "2015-07-07 0.9" not in chosen(events, 10)
    assert "2015-07-07 0.9" in chosen(events, 11)


def test_what_is_pinned_comes_before_everything() -> None:
    events = [event("1 July 2015", "a", "b", "c"), event("7 July 2015", "d", salience=PINNED)]
    events += [event("1 July 2015", "e", salience=PINNED)]
    assert [f"2015-07-07 {PINNED}", f"2015-07-01 {PINNED}"] == chosen(events, 2)


_DAYS = st.sampled_from([f"{day} {month} 2015" for day in (1, 2, 20) for month in ("July", "August")] + ["July 2015"])
_EVENTS = st.lists(
    st.builds(
        lambda day, articles, salience: event(day, *sorted(articles), salience=salience / 8),
        _DAYS,
        st.sets(st.sampled_from("abcdef"), min_size=1, max_size=4),
        st.integers(1, 8),
    ),
    max_size=12,
)


@given(_EVENTS, st.integers(0, 14))
def test_so_many_are_chosen_in_the_order_given_and_more_only_adds(found: list[Event], number: int) -> None:
    events = [replace(each, id=str(place)) for place, each in enumerate(found)]
    fewer, more = key_events(events, number), key_events(events, number + 1)
    assert min(number, len(events)) == len(fewer)
    assert [each for each in events if each in fewer] == fewer
    assert [each for each in more if each in fewer] == fewer


@given(_EVENTS, st.integers(0, 14))
def test_no_event_is_passed_over_for_one_of_its_day_that_matters_less(found: list[Event], number: int) -> None:
    events = [replace(each, id=str(place)) for place, each in enumerate(found)]
    kept = key_events(events, number)
    for each in kept:
        rivals = [other for other in events if other.when == each.when and other.salience > each.salience]
        assert all(rival in kept for rival in rivals)


@given(_EVENTS, st.integers(0, 6), st.randoms(use_true_random=False))
def test_which_article_is_which_makes_no_difference(found: list[Event], number: int, random: Random) -> None:
    names = dict(zip("abcdef", random.sample("uvwxyz", 6), strict=True))
    events = [replace(each, id=str(place)) for place, each in enumerate(found)]
    renamed = [
        replace(each, mentions=tuple(replace(mention, article=names[mention.article]) for mention in each.mentions))
        for each in events
    ]
    assert [each.id for each in key_events(events, number)] == [each.id for each in key_events(renamed, number)]
