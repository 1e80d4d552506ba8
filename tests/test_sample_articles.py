"""The sample articles against what their writer meant: each time expression, and each event that several tell."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from timeline import build
from timeline.api import tag
from timeline.articles import Article, ContentSettings, read_articles
from timeline.merging import Event, Timeline

ROOT = Path(__file__).parent.parent
MEANT = json.loads((ROOT / "tests" / "fixtures" / "sample_reading.json").read_text("utf-8"))


@cache
def articles() -> dict[str, Article]:
    return {each.id: each for each in read_articles(ROOT / "content", ContentSettings()).articles}


@pytest.fixture(scope="module")
def sample() -> Timeline:
    return build(ROOT / "content", corrections=ROOT / "corrections.yml")


def one_of(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize(
    ("identity", "meant"),
    [
        pytest.param(identity, meant, id=f"{identity}: {meant['near']} / {one_of(meant['text'])[0]}")
        for identity, all_meant in MEANT["articles"].items()
        for meant in all_meant
    ],
)
def test_a_time_expression_is_read_as_it_was_meant(identity: str, meant: dict[str, Any]) -> None:
    article = articles()[identity]
    values = [
        each.value.value
        for each in tag(article.text, article.published, article.language, article.style)
        if each.value is not None
        and each.expression.text in one_of(meant["text"])
        and meant["near"] in around(article.text, each.expression.span.start, each.expression.span.end)
    ]
    assert set(values) & set(one_of(meant["value"]))


def around(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - 60) : end + 60].split())


@pytest.mark.parametrize(
    "told",
    [pytest.param(told, id=f"{told['day']} {', '.join(told['words'])}") for told in MEANT["events_told_by_several"]],
)
def test_what_several_articles_tell_is_one_event(sample: Timeline, told: dict[str, Any]) -> None:
    assert any(tells(event, told["articles"]) for event in events_of(sample, told["day"]))


def tells(event: Event, identities: list[str]) -> bool:
    return set(identities) <= {mention.article for mention in event.mentions}


def events_of(timeline: Timeline, day: str) -> list[Event]:
    return [
        event
        for event in timeline.events
        if event.when.interval is not None and event.when.interval.days()[0] <= day <= event.when.interval.days()[1]
    ]


@pytest.mark.parametrize("apart", [pytest.param(each, id=each["why"]) for each in MEANT["events_apart"]])
def test_what_happened_on_one_day_but_apart_stays_two(sample: Timeline, apart: dict[str, Any]) -> None:
    for event in events_of(sample, apart["day"]):
        clauses = [clause_of(each.article, each.clause) for each in event.mentions]
        both = [any(all(word in clause for word in apart[side]) for clause in clauses) for side in ("one", "other")]
        assert both != [True, True]


def clause_of(identity: str, clause: tuple[int, int]) -> str:
    return " ".join(articles()[identity].text[slice(*clause)].split())


def test_what_the_desk_corrected_is_corrected_and_says_so(sample: Timeline) -> None:
    assert () == sample.problems
    told = {
        event.headline: [(corrected.kind.value, corrected.by) for corrected in event.corrections]
        for event in sample.events
        if event.corrections
    }
    assert told == {
        "The comet passed the point of its orbit that lies nearest to the Sun": [
            ("headline", "sample desk"), ("merge", "sample desk")
        ],
        "The discovery of glycine, a building block of proteins, was reported": [("headline", "sample desk")],
        "The battery of Philae ran out, and the lander fell silent": [
            ("headline", "sample desk"), ("merge", "sample desk"), ("merge", "sample desk")
        ],
    }  # fmt: skip
    [nearest] = [event for event in sample.events if "nearest to the Sun" in event.headline]
    assert tells(nearest, ["comet/philae-gefunden", "comet/philae-wakes"])


def test_every_feature_of_a_card_and_of_an_article_is_seen_on_the_sample_site(sample: Timeline) -> None:
    assert any(event.disagreement for event in sample.events)
    assert any(len(event.mentions) > 1 for event in sample.events)
    assert {"exact", "inferred", "vague"} == {event.certainty.value for event in sample.events}
    assert {"full", "excerpt"} == {article.publish for article in sample.articles}
    assert any(article.url for article in sample.articles)
    assert "report: https://" in (ROOT / "mkdocs.yml").read_text("utf-8")
