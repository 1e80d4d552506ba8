"""How much an event matters, by its own mentions alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from timeline.salience import salience
from timeline.temporal.timex import Certainty

FRIDAY = date(2015, 8, 14)


def told(*days_later: int) -> list[tuple[str, date]]:
    """Articles that tell an event, one for each number of days after a Friday."""
    return [(f"article {number}", FRIDAY + timedelta(days=days)) for number, days in enumerate(days_later)]


@pytest.mark.parametrize(
    ("less", "more"),
    [
        pytest.param(told(0), told(0, 0), id="more articles"),
        pytest.param(told(0, 1), told(0, 8), id="told again in another week"),
        pytest.param(told(0, 8), told(0, 8, 9), id="both"),
    ],
)
def test_what_more_articles_tell_in_more_weeks_matters_more(
    less: list[tuple[str, date]], more: list[tuple[str, date]]
) -> None:
    assert salience(less, Certainty.EXACT) < salience(more, Certainty.EXACT)


def test_an_article_counts_once_however_often_it_tells_an_event() -> None:
    once = [("a", FRIDAY)]
    assert salience(once, Certainty.EXACT) == salience(once * 3, Certainty.EXACT)


def test_a_date_taken_by_default_matters_less() -> None:
    assert salience(told(0), Certainty.VAGUE) < salience(told(0), Certainty.INFERRED)


@pytest.mark.parametrize("articles", [1, 10, 1000])
def test_salience_is_between_0_and_1(articles: int) -> None:
    assert 0 < salience(told(*range(articles)), Certainty.EXACT) < 1
