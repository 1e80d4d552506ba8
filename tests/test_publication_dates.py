"""Publication dates: what is read, what is refused, and that no clock is asked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.publication_dates import LONGEST, Refusal, read_published
from timeline.wording import phrase

NIGHT_SHIFT = timezone(timedelta(hours=-4))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("2015-08-14", "en", datetime(2015, 8, 14)),
        ("  2015-08-14\t", "en", datetime(2015, 8, 14)),
        ("20150814", "en", datetime(2015, 8, 14)),
        ("2015-W33-5", "en", datetime(2015, 8, 14)),
        ("2015-08-14 06:30", "en", datetime(2015, 8, 14, 6, 30)),
        ("2015-08-14 6:30", "en", datetime(2015, 8, 14, 6, 30)),
        ("2015-08-14T06:30:05.25Z", "en", datetime(2015, 8, 14, 6, 30, 5, 250_000)),
        ("20150814T063005+0200", "en", datetime(2015, 8, 14, 6, 30, 5)),
        ("2015-08-14 06:30:05 +02:00", "en", datetime(2015, 8, 14, 6, 30, 5)),
        ("2015-08-14 12:05 am", "en", datetime(2015, 8, 14, 0, 5)),
        ("2016-02-29", "en", datetime(2016, 2, 29)),
        ("0476-09-04", "en", datetime(476, 9, 4)),
        ("2015/8/4", "en", datetime(2015, 8, 4)),
        ("14/08/2015", "en", datetime(2015, 8, 14)),
        ("08-14-2015", "en", datetime(2015, 8, 14)),
        ("04/04/2015", "en", datetime(2015, 4, 4)),
        ("3.4.2015", "de", datetime(2015, 4, 3)),
        ("3. 4. 2015 10:30", "de", datetime(2015, 4, 3, 10, 30)),
        ("٢٠١٥-٠٨-١٤", "ar", datetime(2015, 8, 14)),
        ("14 August 2015", "en", datetime(2015, 8, 14)),
        ("Friday, August 14th, 2015 at 7:05 p.m.", "en", datetime(2015, 8, 14, 19, 5)),
        ("Fri, 14 Aug 2015 10:00:00 -0400", "de", datetime(2015, 8, 14, 10)),
        ("14. August 2015 um 10:30 Uhr", "de-AT", datetime(2015, 8, 14, 10, 30)),
        ("1er août 2015", "fr", datetime(2015, 8, 1)),
        ("14 de agosto de 2015", "es_MX", datetime(2015, 8, 14)),
        ("2015年8月14日", "zh", datetime(2015, 8, 14)),
        ("14 August 2015", "a language of its own", datetime(2015, 8, 14)),
    ],
)
def test_one_day_written_out_is_read(text: str, language: str, expected: datetime) -> None:
    assert expected == read_published(text, [language])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        ("2015", "names no day"),
        ("2015-08", "names no day"),
        ("2015-W33", "names no day"),
        ("August 2015", "names no day"),
        ("14 August", "names no day"),
        ("Friday", "names no day"),
        ("today", "names no day"),
        ("3 days ago", "names no day"),
        ("14 August 2015 or thereabouts", "names no day"),
        ("before 14 August 2015", "names no day"),
        ("03/04/2015", "has two readings"),
        ("03.04.2015", "has two readings"),
        ("1 2 2015", "has two readings"),
        ("14/08/15", "has no year of four figures"),
        ("14 August 15", "has no year of four figures"),
        ("2015-02-30", "is on no calendar"),
        ("2015-13-01", "is on no calendar"),
        ("2015-W54-1", "is on no calendar"),
        ("0000-01-01", "is on no calendar"),
        ("30/02/2015", "is on no calendar"),
        ("30 February 2015", "names no day"),
        ("1 January 0000", "names no day"),
        ("99999-01-01", "names no day"),
        ("1 January 99999", "names no day"),
        ("2015-08-14 10:60", "has a time that is on no clock"),
        ("2015-08-14 25:00", "has a time that is on no clock"),
        ("2015-08-14 10:00:60", "has a time that is on no clock"),
        ("2015-08-14 13:00 pm", "has a time that is on no clock"),
        ("14 August 2015 10:60", "names no day"),
        ("2015-08-14T10:00+99:99", "has a zone that does not exist"),
        ("2015-08-14T10:00-15:00", "has a zone that does not exist"),
        ("15 March -44", "has a sign before a number"),
        ("15 March −44", "has a sign before a number"),
        ("-2015-08-14", "has a sign before a number"),
        ("15 March 44 BC", "names no day"),
        ("1439553600", "is no date"),
        ("\u202e41-80-5102", "holds the invisible character U+202E"),
        ("2015-08-\u200b14", "holds the invisible character U+200B"),
        ("2015-08-14\x00", "holds the invisible character U+0000"),
        ("2015-08-14" + "1" * LONGEST, f"is longer than {LONGEST} characters"),
        ("14 August 2015 16 August 2015", "names no day"),
        ("no date at all", "names no day"),
        ("9" * 70, "is no date"),
    ],
)
def test_what_is_no_single_day_is_refused_with_the_reason(text: str, reason: str) -> None:
    answer = read_published(text)
    assert isinstance(answer, Refusal), answer
    assert reason == answer.reason
    assert answer.remedy


TWO = "write 2015-04-03 or 2015-03-04, or set date_order"
MEANT = "write the one that is meant: "


@pytest.mark.parametrize(
    ("text", "order", "remedy"),
    [
        ("03/04/2015", None, TWO),
        ("03/04/2015 10:30", None, TWO),
        ("Friday, 03/04/2015", None, TWO),
        ("03/04/15", None, MEANT + "2015-04-03, 2015-03-04, 2003-04-15"),
        ("03/04/15", "MDY", MEANT + "2015-03-04"),
        ("31.12.99", None, MEANT + "1999-12-31"),
        ("14 Aug 15", None, MEANT + "2015-08-14, 2014-08-15"),
        ("40/40/15", None, "write it as 2015-08-14"),
    ],
)
def test_of_what_has_more_than_one_reading_all_are_named(text: str, order: str | None, remedy: str) -> None:
    answer = read_published(text, ["en"], order)
    assert isinstance(answer, Refusal), answer
    assert remedy == str(answer.remedy)


@pytest.mark.parametrize(
    ("order", "expected"),
    [("DMY", datetime(2015, 4, 3)), ("MDY", datetime(2015, 3, 4))],
    ids=["day first", "month first"],
)
@pytest.mark.parametrize("text", ["03/04/2015", "3.4.2015", "3-4-2015", "3 4 2015"])
def test_the_order_of_the_desk_settles_two_readings(text: str, order: str, expected: datetime) -> None:
    assert expected == read_published(text, ["en"], order)


def test_a_date_that_the_order_of_the_desk_makes_impossible_has_one_reading_left() -> None:
    assert datetime(2015, 4, 13) == read_published("13/04/2015", ["en"], "MDY")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2015-08-14T23:30:00-04:00", datetime(2015, 8, 15, 3, 30)),
        ("14 August 2015 23:30 -0400", datetime(2015, 8, 15, 3, 30)),
        ("2015-08-14T23:30:00", datetime(2015, 8, 14, 23, 30)),
        ("2015-08-14", datetime(2015, 8, 14)),
    ],
)
def test_a_clock_time_with_a_zone_becomes_the_time_of_the_desk(text: str, expected: datetime) -> None:
    assert expected == read_published(text, desk=UTC)


def test_without_a_desk_a_clock_time_stays_as_written() -> None:
    assert datetime(2015, 8, 14, 23, 30) == read_published("2015-08-14T23:30:00-04:00")


def test_a_time_that_the_zone_of_the_desk_moves_off_the_calendar_is_refused() -> None:
    assert Refusal(phrase("is at the edge of the calendar")) == read_published("0001-01-01T00:30Z", desk=NIGHT_SHIFT)


def test_no_clock_of_the_machine_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    import dateparser.date_parser
    import dateparser.parser

    class NoClock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> NoClock:
            raise AssertionError("the clock was asked")

        utcnow = today = now

    for module in (dateparser.parser, dateparser.date_parser):
        if hasattr(module, "datetime"):
            monkeypatch.setattr(module, "datetime", NoClock)
    assert datetime(2015, 8, 14) == read_published("14 August 2015")
    assert isinstance(read_published("August"), Refusal)


@given(st.text(max_size=LONGEST + 5) | st.text("0123456789-/.:TZ +WAugMaych", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    answer = read_published(text)
    assert isinstance(answer, Refusal) or answer.tzinfo is None
