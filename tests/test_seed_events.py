"""The time expressions and the events of an article that lies beside the project, where it does."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import SHARED

from timeline.api import tag
from timeline.articles import Article, ContentSettings, read_articles
from timeline.events import find_mentions
from timeline.merging import Event, merge
from timeline.temporal.timex import Certainty

SEED = SHARED / "seed"
pytestmark = pytest.mark.skipif(not (SEED / "expected.json").is_file(), reason="no seed article beside the project")


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((SEED / "expected.json").read_text("utf-8"))
    return read


@pytest.fixture(scope="module")
def article() -> Article:
    [article] = read_articles(SEED / "content", ContentSettings()).articles
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


def test_the_caption_and_the_lead_tell_one_event_and_the_call_another(article: Article, events: list[Event]) -> None:
    thirteenth = [event for event in events if days(event) == ("2015-08-13", "2015-08-13")]
    assert [1, 2] == sorted(len(event.mentions) for event in thirteenth)
    call = next(event for event in thirteenth if len(event.mentions) == 1)
    assert "phone call" in clauses(call, article)[0]
