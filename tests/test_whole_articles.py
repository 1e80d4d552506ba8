"""Whole articles: every time expression and every event of them, and no other.

One lies here; one like it beside the project, and is tested where it does.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import SHARED

from timeline.api import tag
from timeline.articles import Article, ContentSettings, read_articles
from timeline.events import find_mentions
from timeline.merging import Event, merge
from timeline.temporal.timex import Certainty

HERE = Path(__file__).parent
READINGS = [
    pytest.param((HERE / "fixtures" / "reading", "expected.json"), id="an article of our own"),
    pytest.param(
        (SHARED / "seed" / "content", "../expected.json"),
        id="the article beside the project",
        marks=pytest.mark.skipif(not (SHARED / "seed").is_dir(), reason="no article beside the project"),
    ),
]


@pytest.fixture(scope="module", params=READINGS)
def reading(request: pytest.FixtureRequest) -> tuple[Path, str]:
    folder: tuple[Path, str] = request.param
    return folder


@pytest.fixture(scope="module")
def expected(reading: tuple[Path, str]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((reading[0] / reading[1]).read_text("utf-8"))
    return read


@pytest.fixture(scope="module")
def article(reading: tuple[Path, str]) -> Article:
    [article] = read_articles(reading[0], ContentSettings()).articles
    return article


@pytest.fixture(scope="module")
def events(article: Article) -> list[Event]:
    placed, _ = find_mentions(article, tag(article.text, article.published, article.language, article.style))
    return merge(placed, [article])


def clauses(event: Event, article: Article) -> list[str]:
    return [" ".join(article.text[slice(*mention.clause)].split()) for mention in event.mentions]


def days(event: Event) -> tuple[str, str]:
    assert event.when.interval is not None
    return event.when.interval.days()


def test_each_time_expression_is_found_and_read_and_no_other(expected: dict[str, Any], article: Article) -> None:
    left = tag(article.text, article.published, article.language, article.style)
    for wanted in expected["expressions"]:
        texts, values = (each if isinstance(each, list) else [each] for each in (wanted["text"], wanted["value"]))
        found = next(
            (
                each
                for each in left
                if each.expression.text in texts
                and wanted.get("near", "") in article.text[max(0, each.expression.span.start - 60) :][:160]
            ),
            None,
        )
        if found is None:
            assert wanted.get("optional"), f"not found: {wanted}"
            continue
        left.remove(found)
        assert found.value is not None
        assert (wanted["type"], True) == (found.value.type.value, found.value.value in values)
        if "certainty" in wanted:
            assert found.certainty is not None
            assert wanted["certainty"] == found.certainty.value
    assert [] == left


def test_each_happening_is_an_event_of_its_own_with_its_clause(
    expected: dict[str, Any], article: Article, events: list[Event]
) -> None:
    found = [
        event
        for wanted in expected["events"]
        for event in events
        if days(event) == (wanted["start"], wanted["end"])
        and any(
            all(word in clause for word in wanted["clause_has"])
            and not any(word in clause for word in wanted["clause_lacks"])
            for clause in clauses(event, article)
        )
    ]
    assert len(expected["events"]) == len({event.id for event in found})
    others = [event for event in events if event not in found]
    assert [Certainty.VAGUE] == [event.certainty for event in others]


def test_what_is_no_date_makes_no_event(expected: dict[str, Any], events: list[Event]) -> None:
    spoken = {mention.resolution.expression.text for event in events for mention in event.mentions}
    assert set() == spoken & set(expected["not_events"])


def test_the_caption_and_the_lead_tell_one_event_and_the_call_another(
    expected: dict[str, Any], article: Article, events: list[Event]
) -> None:
    [day] = {each["start"] for each in expected["events"] if "phone call" in each["clause_has"]}
    that_day = [event for event in events if days(event) == (day, day)]
    assert [1, 2] == sorted(len(event.mentions) for event in that_day)
    call = next(event for event in that_day if len(event.mentions) == 1)
    assert "phone call" in clauses(call, article)[0]
