"""The date nobody wrote: what tells it, and what must not."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import build, elements, write_article, write_config

from timeline.articles import ContentSettings, read_articles
from timeline.cli import main
from timeline.grammar.loading import load_locale
from timeline.inferring import Inferred, infer_published
from timeline.prose import read_prose
from timeline.publication_dates import Refusal

NEWS = """\
Mayor Ana Diaz talks to miners before a meeting in Lota, Chile, August 13, 2015.

The company does not want to close the pit, Diaz said on Friday after a meeting in Lota on Thursday.

An inspector had visited the pit on Tuesday. It was bought in May 2011.
"""


def inferred(
    text: str, language: str = "en", url: str = "", order: str | None = None, style: str = "news"
) -> Inferred | Refusal:
    return infer_published(read_prose(text), load_locale(language), url, style, order)


def day(text: str, language: str = "en", url: str = "", order: str | None = None) -> str:
    found = inferred(text, language, url, order)
    assert isinstance(found, Inferred), found
    return found.published.isoformat()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(NEWS, "en", "2015-08-14", id="weekdays and a date of one week"),
        pytest.param("LAKEVIEW, Aug. 14, 2015 - The dam failed.", "en", "2015-08-14", id="a dateline"),
        pytest.param(
            "LAKEVIEW, 14 August 2015 (Example Wire) — The dam failed.", "en", "2015-08-14", id="and its agency"
        ),
        pytest.param("Published 14 August 2015\n\nThe dam failed.", "en", "2015-08-14", id="a line of its own"),
        pytest.param("The dam failed.\n\n14 August 2015", "en", "2015-08-14", id="the last line"),
        pytest.param("By Ann Okoye | 14.08.2015\n\nDer Damm brach.", "de", "2015-08-14", id="a line in figures"),
        pytest.param("Dam fails Friday 14 August 2015 15.35 BST A dam", "en", "2015-08-14", id="a time at its head"),
        pytest.param(
            "Ann Okoye | 09:26 UK time, Friday, 14 August 2015 A dam", "en", "2015-08-14", id="time before date"
        ),
        pytest.param("Today, 14 August 2015, the dam failed.", "en", "2015-08-14", id="today"),
        pytest.param("The dam failed yesterday, 13 August 2015.", "en", "2015-08-14", id="yesterday"),
        pytest.param("OBERTAL, 14. August 2015 – Der Damm brach.", "de", "2015-08-14", id="a German dateline"),
        pytest.param(
            "Published 14 August 2015\n\nUpdated 16 August 2015\n\nIt failed.", "en", "2015-08-14", id="the earlier"
        ),
        pytest.param("Friday 03/04/2015\n\nThe dam failed.", "en", "2015-04-03", id="the weekday settles the order"),
    ],
)
def test_a_text_that_tells_its_date_is_dated(text: str, language: str, expected: str) -> None:
    assert expected == day(text, language)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/2015/08/14/dam-fails",
        "https://example.org/news/2015-08-14-dam.html",
        "https://example.org/2015/aug/14/dam",
        "https://example.org/a20150814.html",
    ],
)
def test_the_address_of_a_page_may_name_the_day(url: str) -> None:
    found = inferred("The dam failed.", url=url)
    assert isinstance(found, Inferred)
    assert (date(2015, 8, 14), "the address of its page names that day") == (found.published, found.reason)


@pytest.mark.parametrize(
    "text",
    [
        "The dam failed on Friday. It was built in 1950.",
        "The dam was opened on 12 March 1999. Ana Diaz said on Friday that it was never safe.",
        "Ana Diaz opened the dam in Lota on 12 March 1999. It failed in Lota on Friday, Diaz said, after the rain of 2014.",
        "The talks in Lota will begin on 13 August 2015. Mayor Diaz of Lota said on Thursday that all will come.",
        "Ana Diaz was born in Lota on 29 August 1958. She left Lota on Friday, Diaz said. Her trial of 2005 is told again.",
        "At 9:45 p.m. on 20 April 2010 the rig exploded off Lota.",
        "On 20 April 2010, 9:45 p.m., the rig exploded off Lota.",
        "They met in the night of 12 January 2010, and parted.",
        "Friday, August 13, 2015\n\nThe dam failed.",
        "The year 2015 was dry.",
        "In 30 February 2015 they met.",
        "",
    ],
)
def test_what_is_no_date_of_publication_dates_nothing(text: str) -> None:
    found = inferred(text)
    assert isinstance(found, Refusal), found
    assert " fits both " not in found.reason


@pytest.mark.parametrize(
    ("text", "both"),
    [
        pytest.param(
            "The ferry of Lota sank on 3 March 2014, a Monday. A hearing in Lota on Thursday, 27 March 2014.\n\n"
            "The Lota ferry was old, Diaz said on Monday. Lota waits for the hearing on Thursday.",
            ("Monday 3 March 2014", "Thursday 27 March 2014"),
            id="a week that fits each",
        ),
        pytest.param(
            "Published 3 March 2014\n\nThe ferry sank.\n\nPublished 27 March 2014",
            ("Monday 3 March 2014", "Thursday 27 March 2014"),
            id="two lines",
        ),
        pytest.param(
            "Posted 03/04/2015\n\nThe ferry sank.", ("Wednesday 4 March 2015", "Friday 3 April 2015"), id="order"
        ),
        pytest.param(
            "LAKEVIEW, 03/04/15 - The ferry sank.", ("Wednesday 4 March 2015", "Friday 3 April 2015"), id="short year"
        ),
        pytest.param(
            "LOTA, 3 March 2014 - The ferry was lost on 27 May 2014.",
            ("Monday 3 March 2014", "Tuesday 27 May 2014"),
            id="what happened after it",
        ),
    ],
)
def test_where_days_far_apart_fit_both_are_named_and_none_is_taken(text: str, both: tuple[str, str]) -> None:
    found = inferred(text)
    assert isinstance(found, Refusal)
    assert f"has no publication date, and its text fits both {both[0]} and {both[1]}" == found.reason


def test_a_day_without_a_year_is_named() -> None:
    found = inferred("LAKEVIEW, August\n14 (Example Wire) - The dam failed. It was to be mended by March 1.")
    assert isinstance(found, Refusal)
    assert "has no publication date, and its text gives no year with “August 14”" == found.reason


def test_the_order_of_the_desk_settles_figures() -> None:
    assert "2015-04-03" == day("Posted 03/04/2015\n\nThe ferry sank.", order="DMY")
    assert "2015-03-04" == day("Posted 03/04/2015\n\nThe ferry sank.", order="MDY")


def test_the_reason_names_the_words() -> None:
    found = inferred(NEWS)
    assert isinstance(found, Inferred)
    assert (
        "it tells of “August 13, 2015” and calls the same day “Thursday”; Friday 14 August 2015 is the earliest day "
        "on which “Friday”, “Thursday” and “Tuesday” lie just behind" == found.reason
    )


def test_a_history_is_not_dated_by_its_weekdays() -> None:
    assert isinstance(inferred(NEWS, style="narrative"), Refusal)


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(0, 5), st.integers(0, 5))
def test_the_day_found_is_the_earliest_on_which_all_weekdays_are_fresh(start: date, first: int, second: int) -> None:
    said = start + timedelta(days=first)
    other = start - timedelta(days=second)
    text = (
        f"Ana Diaz meets miners in Lota, Chile, before talks, {start:%B} {start.day}, {start.year}.\n\n"
        f"The pit stays open, Diaz said on {said:%A} after talks in Lota on {start:%A}. It had flooded on {other:%A}."
    )
    found = inferred(text)
    if isinstance(found, Refusal):
        assert " fits both " not in found.reason
        return
    fresh = [(found.published - timedelta(days=back)).weekday() for back in range(6)]
    assert {said.weekday(), start.weekday(), other.weekday()} <= set(fresh)
    assert start <= found.published <= start + timedelta(days=5)


def test_an_inferred_date_is_shown_as_such_everywhere(tmp_path: Path) -> None:
    write_article(tmp_path, "lota", NEWS, head="title: The pit of Lota")
    write_article(tmp_path, "dated", "The dam failed on Friday.")
    write_config(tmp_path)
    site = build(tmp_path).site_dir
    document = json.loads((site / "timeline.json").read_text("utf-8"))
    entry = next(each for each in document["articles"] if each["id"] == "lota")
    assert ("inferred", "2015-08-14") == (entry["date_source"], entry["published"])
    assert "August 13, 2015" in entry["date_reason"]
    [dated] = [each for each in document["articles"] if each["id"] == "dated"]
    assert ("written", "") == (dated["date_source"], dated["date_reason"])
    told = [source for event in document["events"] for source in event["sources"] if source["expression"] == "Tuesday"]
    assert any(step.startswith("nobody wrote that date, it is inferred: ") for step in told[0]["explanation"])
    page = next((site / "articles").glob("lota-*.html")).read_text("utf-8")
    assert "Nobody wrote when this article was published" in page
    assert "article:published_time" not in page
    assert "datePublished" not in page
    assert "(inferred, nobody wrote it)" in (site / "index.html").read_text("utf-8")
    method = elements((site / "how-dates-were-resolved.html").read_text("utf-8"))
    assert any(
        each.tag == "li" and "The pit of Lota" in each.text and "August 13, 2015" in each.text for each in method
    )


def test_an_article_that_fits_two_dates_is_skipped_and_both_are_named(tmp_path: Path) -> None:
    write_article(tmp_path, "two", "Published 3 March 2014\n\nIt sank.\n\nPublished 27 March 2014", head="title: Two")
    [error] = read_articles(tmp_path / "content", ContentSettings()).skipped
    assert (
        "content/two.md:1: has no publication date, and its text fits both Monday 3 March 2014 and Thursday 27 March "
        '2014; add a line "date: 2014-03-03" or "date: 2014-03-27" to its front matter' == str(error)
    )


def test_front_matter_may_say_that_its_date_is_inferred(tmp_path: Path) -> None:
    head = "date: 2015-08-14\ndate_source: inferred\ndate_reason: the archive lies between two others"
    write_article(tmp_path, "a", "It sank.", head=head)
    [article] = read_articles(tmp_path / "content", ContentSettings()).articles
    assert ("inferred", "the archive lies between two others") == (article.date_source, article.date_reason)


def test_explain_takes_the_date_that_the_text_tells() -> None:
    result = CliRunner().invoke(main, ["explain", "LOTA, August 14, 2015 - The pit flooded on Tuesday."])
    assert "2015-08-11" in result.stdout
    assert "nobody wrote that date, it is inferred: its dateline gives “August 14, 2015”" in result.stdout
