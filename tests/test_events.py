"""From an article's dates to what happened then."""

from __future__ import annotations

from typing import Any

import handmade
import pytest

from timeline.api import tag
from timeline.articles import Article
from timeline.events import LEAD_RULE, Mention, find_mentions
from timeline.temporal.timex import Certainty


def article(markdown: str, identity: str = "lake/harbour", **given: Any) -> Article:
    return handmade.article(identity, markdown, topic="lake", **given)


def mentions(of: Article) -> tuple[list[Mention], list[Mention]]:
    return find_mentions(of, tag(of.text, of.published, of.language, of.style))


def told(markdown: str, style: str = "news") -> list[tuple[str, str]]:
    """Day or other value, and headline, of each mention of a text."""
    return [(mention.when.value, mention.headline) for mention in mentions(article(markdown, style=style))[0]]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        pytest.param(
            "Okoye flew to Accra last week, while Mensah came on Tuesday.",
            [("2015-W32", "Okoye flew to Accra"), ("2015-08-11", "Mensah came")],
            id="each date has its clause",
        ),
        pytest.param(
            "The mayor said on Friday that the talks had ended on Tuesday.",
            [("2015-08-14", "The mayor said that the talks had ended on Tuesday"), ("2015-08-11", "The talks had ended")],
            id="saying and what was said",
        ),
        pytest.param(
            "She spoke of the September 2013 decision to close the harbour.",
            [("2013-09", "The decision to close the harbour")],
            id="a noun's date",
        ),
        pytest.param("The harbour is old. They had lived there for three years and met every Friday.", [], id="durations and sets date nothing"),
        pytest.param(
            "On Monday, 3 August, the crane fell.", [("2015-08-03", "The crane fell")], id="one date told twice is one mention"
        ),
        pytest.param(
            "The strike lasted from 3 June to 5 June.",
            [("2015-06-03/2015-06-05", "The strike lasted from 3 June to 5 June")],
            id="a range is one mention",
        ),
        pytest.param("The crane fell in 1999, as another did in 1987.", [("1999", "The crane fell"), ("1987", "Another did")], id="history"),
    ],
)  # fmt: skip
def test_dates_make_mentions(markdown: str, expected: list[tuple[str, str]]) -> None:
    assert expected == told(markdown)


def test_a_range_lasts_from_its_start_to_its_end() -> None:
    [mention], _ = mentions(article("The strike lasted from 3 June to 5 June."))
    assert mention.when.interval is not None
    assert ("2015-06-03", "2015-06-05") == mention.when.interval.days()


def test_a_time_without_a_place_on_the_calendar_is_unplaced_and_kept() -> None:
    placed, unplaced = mentions(article("Recently the harbour was dredged. It was reopened on Monday."))
    assert (["The harbour was dredged. It was reopened"], ["The harbour was dredged"]) == tuple(
        [mention.headline for mention in found] for found in (placed, unplaced)
    )


@pytest.mark.parametrize(
    ("markdown", "style", "expected"),
    [
        pytest.param("Ministers have agreed to dredge the harbour.", "news", ["2015-08-14"], id="a lead that tells a happening"),
        pytest.param("Ministers have agreed to dredge the harbour.", "narrative", [], id="not in a narrative"),
        pytest.param("Photo: Harbour Desk", "news", [], id="not without a verb"),
        pytest.param("Ministers agreed on Monday to dredge the harbour.", "news", [], id="not with a date of its own"),
    ],
)  # fmt: skip
def test_an_undated_lead_takes_the_publication_date_vaguely(markdown: str, style: str, expected: list[str]) -> None:
    placed, _ = mentions(article(markdown, style=style))
    leads = [mention for mention in placed if mention.resolution.expression.rule == LEAD_RULE]
    assert expected == [mention.when.value for mention in leads]
    assert all(mention.certainty is Certainty.VAGUE for mention in leads)


def test_a_lead_says_how_it_came_to_its_date() -> None:
    [mention], _ = mentions(article("Ministers have agreed to dredge the harbour."))
    assert any("publication date" in line for line in mention.resolution.explanation)


def test_the_shown_clause_takes_reported_speech_along_and_the_core_does_not() -> None:
    text = "The lake is safe, the head of the council said on Friday after talks were held in Accra on Thursday."
    of = article(text)
    friday = mentions(of)[0][0]
    assert friday.core is not None
    assert ("The lake is safe, the head of the council said on Friday", "the head of the council said on Friday") == (
        of.text[slice(*friday.clause)],
        of.text[slice(*friday.core)],
    )


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The firm plans to double it by 2024.", Certainty.VAGUE),
        ("Okoye promised in Accra that the bridge would be built by May 2016.", Certainty.VAGUE),
        ("The road was finished by 2012.", Certainty.VAGUE),
        ("The bridge was closed before Christmas 2012.", Certainty.VAGUE),
        ("The talks resumed after May 2012.", Certainty.VAGUE),
        ("Okoye left before the vote of 3 May 2012.", Certainty.EXACT),
        ("The talks failed before 3 May 2012's vote.", Certainty.EXACT),
        ("The bridge fell shortly after 3 p.m. on 3 May 2012.", Certainty.EXACT),
        ("The plant will close in 2024.", Certainty.EXACT),
        ("The bridge was built by miners in 2012.", Certainty.EXACT),
    ],
)
def test_a_date_that_only_says_by_when_is_vague_and_says_so(text: str, certainty: Certainty) -> None:
    [mention], _ = mentions(article(text, style="narrative"))
    assert certainty == mention.certainty
    by_when = (
        "the words before it say by when, before when or after when, and not when" in mention.resolution.explanation
    )
    assert by_when == (certainty is Certainty.VAGUE)


def test_names_are_those_of_the_clause_folded_in_the_article() -> None:
    placed, _ = mentions(article("President Ann Okoye resigned. Okoye left Accra on Monday; Mensah stayed."))
    assert ("Ann Okoye", "Accra") == placed[-1].names


def test_an_id_is_made_of_article_expression_and_clause_alone() -> None:
    clause = "The crane fell on Monday."
    [mention], _ = mentions(article(clause))
    [again, _], _ = mentions(article(f"{clause} Nobody had seen it. It was raised on Tuesday.", published="2015-08-13"))
    [elsewhere], _ = mentions(article(clause, identity="lake/other"))
    assert mention.id == again.id
    assert mention.id != elsewhere.id


def test_what_an_article_says_twice_has_two_ids() -> None:
    placed, _ = mentions(article("The crane fell on Monday.\n\nThe crane fell on Monday."))
    assert 2 == len({mention.id for mention in placed})
