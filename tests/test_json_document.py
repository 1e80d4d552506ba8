"""`timeline.json`: other programs are written against it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from handmade import article, event, mention, timeline

from timeline.errors import ArticleError, CorrectionError
from timeline.exports.json_document import Document, json_schema, to_json

TALKS = article(
    "syria/talks",
    "Recently the two had been silent. They met in Doha last week.",
    url="https://example.org/talks",
    title="Talks & more",
)
REPORT = article("syria/report", "On 5 August 2015 the ministers met. It was about 1990 that it began.", "2015-08-20")


@pytest.fixture
def document() -> Any:
    made = timeline(
        [TALKS, REPORT],
        [
            event(mention(TALKS, "last week", "first"), mention(REPORT, "5 August 2015", "other"), topics=("syria",)),
            event(mention(REPORT, "about 1990", "older"), salience=1 / 3),
        ],
        unplaced=[mention(TALKS, "Recently", "vague")],
        skipped=[ArticleError("has no date", path="content/x.md", line=3, remedy="write one")],
    )
    return json.loads(to_json(made))


def test_an_event_has_its_date_in_every_form(document: Any) -> None:
    shown = {key: value for key, value in document["events"][1].items() if key != "sources"}
    assert shown == {
        "id": "first",
        "start": "2015-08-03",
        "end": "2015-08-09",
        "edtf": "2015-08-03/2015-08-09",
        "value": "2015-W32",
        "granularity": "week",
        "certainty": "inferred",
        "headline": "They met in Doha last week",
        "salience": 0.5,
        "topics": ["syria"],
        "entities": [],
        "corrections": [],
        "common": {"names": [], "words": [], "figures": []},
        "dates": [
            {"value": "2015-W32", "start": "2015-08-03", "end": "2015-08-09", "articles": 1},
            {"value": "2015-08-05", "start": "2015-08-05", "end": "2015-08-05", "articles": 1},
        ],
        "contradictions": [],
    }


def test_every_mention_is_a_source_with_its_words_and_reasons(document: Any) -> None:
    first, other = document["events"][1]["sources"]
    assert {key: value for key, value in first.items() if key != "explanation"} == {
        "id": "first",
        "article": "syria/talks",
        "title": "Talks & more",
        "url": "https://example.org/talks",
        "published": "2015-08-14",
        "quote": "They met in Doha last week.",
        "clause": "They met in Doha last week.",
        "expression": "last week",
        "value": "2015-W32",
        "certainty": "inferred",
        "rule": "en: last | this | next <unit>",
        "alternatives": [],
    }
    assert "Friday 14 August 2015" in " ".join(first["explanation"])
    assert (other["article"], other["value"]) == ("syria/report", "2015-08-05")


def test_a_vague_date_says_so_in_edtf_too(document: Any) -> None:
    older = document["events"][0]
    assert (older["certainty"], older["edtf"], older["start"], older["end"]) == (
        "vague",
        "1990~",
        "1990-01-01",
        "1990-12-31",
    )


def test_what_has_no_place_and_what_was_not_read_is_told(document: Any) -> None:
    assert [entry["sources"][0]["expression"] for entry in document["unplaced"]] == ["Recently"]
    assert document["skipped"] == [{"path": "content/x.md", "line": 3, "reason": "has no date; write one"}]


def test_a_correction_that_no_longer_applies_is_told() -> None:
    gone = CorrectionError("no event has the id 5c7d", path="corrections.yml", line=2, remedy="remove it")
    document = json.loads(to_json(replace(timeline([]), problems=(gone,))))
    assert document["problems"] == [
        {"path": "corrections.yml", "line": 2, "reason": "no event has the id 5c7d; remove it"}
    ]


def test_articles_count_the_events_that_they_tell(document: Any) -> None:
    assert [(entry["id"], entry["events"]) for entry in document["articles"]] == [
        ("syria/talks", 1),
        ("syria/report", 2),
    ]


def test_the_document_names_its_schema_and_fits_it(document: Any) -> None:
    assert document["schema"] == "timeline/1"
    parts = ["schema", "title", "events", "unplaced", "articles", "skipped", "problems", "as_of", "part"]
    assert list(document) == parts
    assert document["part"] is None
    assert document["as_of"] == max(each["published"] for each in document["articles"])
    assert msgspec.convert(document, Document).title == "A timeline"
    assert json_schema()["$ref"] == "#/$defs/Document"


def test_an_event_told_twice_by_one_article_counts_once_for_it() -> None:
    twice = article("a", "They met on 5 August 2015. The meeting of 5 August was short.")
    made = timeline([twice], [event(mention(twice, "5 August 2015"), mention(twice, "5 August"))])
    document = json.loads(to_json(made))
    assert [entry["events"] for entry in document["articles"]] == [1]
    assert len(document["events"][0]["sources"]) == 2


def test_years_before_year_1_are_written_as_edtf_writes_them() -> None:
    old = article("rome", "Caesar was murdered on 15 March 44 BC.")
    [entry] = json.loads(to_json(timeline([old], [event(mention(old, "15 March 44 BC"))])))["events"]
    assert (entry["start"], entry["edtf"]) == ("-0043-03-15", "-0043-03-15")


@pytest.mark.parametrize("text", ['</script> "quoted" \\ ', "line\u2028separator", "\u202eright to left", "日本"])
def test_whatever_the_words_are_the_document_is_strict_json(text: str) -> None:
    hostile = article("a", f"They met {text} on 5 August 2015.", title=text)
    document = json.loads(to_json(timeline([hostile], [event(mention(hostile, "5 August 2015"))])))
    assert document["articles"][0]["title"] == text


def test_an_empty_timeline_is_a_document_too() -> None:
    document = json.loads(to_json(timeline([])))
    assert [document[key] for key in ("events", "unplaced", "articles", "skipped", "problems")] == [[]] * 5
    assert document["as_of"] is None
