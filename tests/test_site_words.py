"""What a reader reads of a date, and which addresses a page may name."""

from __future__ import annotations

import pytest

from timeline.date_words import IN_ENGLISH
from timeline.site.addresses import article_address
from timeline.temporal.calendar import ordinal
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.period import Period
from timeline.temporal.timex import Modifier, TimeValue, TimexType
from timeline.web_addresses import web_address

DAY = Period.day(2015, 8, 5)
WEEK, MONTH, YEAR = DAY.within(Granularity.WEEK), Period.month(2015, 8), Period.year(1990)


def joined(first: tuple[int, int, int], last: tuple[int, int, int], granularity: Granularity) -> TimeValue:
    interval = Interval.of_days(ordinal(*first), ordinal(*last))
    return TimeValue(TimexType.DATE, "range", granularity, None, interval)


WORDS = [
    (TimeValue.of(DAY), "Wednesday 5 August 2015"),
    (TimeValue.of(Period(Granularity.MINUTE, DAY.interval.start // 60 + 930)), "Wednesday 5 August 2015, 15:30"),
    (TimeValue.of(Period(Granularity.HOUR, DAY.interval.start // 3600 + 9)), "Wednesday 5 August 2015, 09:00"),
    (TimeValue.of(Period.part_of_day(DAY.number, "EV")), "evening of Wednesday 5 August 2015"),
    (TimeValue.of(WEEK), "3–9 August 2015"),
    (TimeValue.of(WEEK.shifted(-1)), "27 July – 2 August 2015"),
    (TimeValue.of(Period.day(2016, 1, 1).within(Granularity.WEEK)), "28 December 2015 – 3 January 2016"),
    (TimeValue.of(DAY.within(Granularity.WEEKEND)), "weekend of 8–9 August 2015"),
    (TimeValue.of(WEEK).modified(Modifier.START), "early in 3–9 August 2015"),
    (TimeValue.of(MONTH), "August 2015"),
    (TimeValue.of(MONTH).modified(Modifier.MID), "mid-August 2015"),
    (TimeValue.of(MONTH).modified(Modifier.ON_OR_AFTER), "since August 2015"),
    (TimeValue.of(MONTH.within(Granularity.QUARTER)), "third quarter of 2015"),
    (TimeValue.of(MONTH.within(Granularity.HALF_YEAR)), "second half of 2015"),
    (TimeValue.of(Period.season(1990, "SU")), "summer 1990"),
    (TimeValue.of(Period.season(1999, "WI")), "winter 1999/00"),
    (TimeValue.of(YEAR).modified(Modifier.APPROX), "about 1990"),
    (TimeValue.of(Period.year(-43)), "44 BC"),
    (TimeValue.of(YEAR.within(Granularity.DECADE)), "1990s"),
    (TimeValue.of(YEAR.within(Granularity.CENTURY)), "20th century"),
    (joined((2015, 6, 3), (2015, 6, 5), Granularity.DAY), "3–5 June 2015"),
    (joined((2015, 6, 3), (2015, 6, 3), Granularity.DAY), "Wednesday 3 June 2015"),
    (joined((2015, 6, 1), (2015, 8, 31), Granularity.MONTH), "June–August 2015"),
    (joined((2015, 12, 1), (2016, 1, 31), Granularity.MONTH), "December 2015 – January 2016"),
    (joined((2011, 1, 1), (2013, 12, 31), Granularity.YEAR), "2011–2013"),
    (TimeValue(TimexType.DATE, "PAST_REF"), "some time before"),
    (TimeValue(TimexType.DURATION, "P4Y", Granularity.YEAR), "four years"),
    (TimeValue(TimexType.DURATION, "PT1H", Granularity.HOUR), "one hour"),
    (TimeValue(TimexType.DURATION, "PXM", Granularity.MONTH), "some months"),
    (TimeValue(TimexType.SET, "XXXX-WXX-5", Granularity.DAY), "every Friday"),
]


@pytest.mark.parametrize(("value", "expected"), WORDS, ids=[words for _, words in WORDS])
def test_a_date_is_written_as_a_reader_reads_it(value: TimeValue, expected: str) -> None:
    assert IN_ENGLISH.plain(value) == expected


@pytest.mark.parametrize(
    ("value", "machine"),
    [
        (TimeValue.of(DAY), ["2015-08-05"]),
        (TimeValue.of(WEEK), ["2015-08-03", "2015-08-09"]),
        (TimeValue.of(MONTH), ["2015-08"]),
        (TimeValue.of(YEAR), ["1990"]),
        (TimeValue.of(Period.part_of_day(DAY.number, "EV")), ["2015-08-05"]),
        (TimeValue.of(Period(Granularity.MINUTE, DAY.interval.start // 60 + 930)), ["2015-08-05T15:30"]),
        (TimeValue.of(Period.day(-43, 3, 15)), []),
        (TimeValue.of(YEAR.within(Granularity.DECADE)), []),
    ],
    ids=lambda case: case.value if isinstance(case, TimeValue) else None,
)
def test_only_what_html_has_a_form_for_goes_into_the_time_element(value: TimeValue, machine: list[str]) -> None:
    assert [piece.machine for piece in IN_ENGLISH.pieces(value) if piece.machine] == machine


@pytest.mark.parametrize(
    ("value", "note"),
    [
        (TimeValue.of(WEEK), "some time in this week"),
        (TimeValue.of(DAY), ""),
        (TimeValue.of(MONTH).modified(Modifier.START), ""),
        (joined((2015, 6, 3), (2015, 6, 5), Granularity.DAY), ""),
    ],
    ids=["week", "day", "early month", "range"],
)
def test_a_date_wider_than_a_day_says_that_it_leaves_the_day_open(value: TimeValue, note: str) -> None:
    assert IN_ENGLISH.note(value) == note


BAD_ADDRESSES = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)", "data:text/html,x",
    "vbscript:x", "//example.org/x", "/x", "https://", "https:///x", "http://[::1", "https://exa mple.org",
    'https://example.org/"onmouseover="x', "https://example.org/<b>", "https://example.org/\u202e", "ftp://example.org", "",
]  # fmt: skip


@pytest.mark.parametrize("url", BAD_ADDRESSES, ids=repr)
def test_an_address_that_is_no_web_address_is_not_followed(url: str) -> None:
    assert web_address(url) is None


def test_ids_that_differ_in_case_or_unicode_form_have_pages_of_their_own() -> None:
    ids = ["a/Über", "a/über", "a/U\u0308ber", "a-über", "", "..", "CON", "日本", "x" * 500, "X" * 500]
    addresses = {article_address(each).casefold() for each in ids}
    assert len(addresses) == len(ids)
    assert all(len(address) <= 90 for address in addresses)
