"""Placing time expressions: how surely, from what, for which reason, and what else they could have been."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import LANGUAGES, PHRASES, derivation, read, scraps, values

from timeline.explaining.derivations import told_choice
from timeline.explaining.times import told_alternative, told_day, told_outcome
from timeline.grammar.loading import load_locale
from timeline.resolutions import Resolution
from timeline.temporal.operators import Source
from timeline.temporal.timex import Certainty
from timeline.wording import load_wording

FRIDAY = datetime(2015, 8, 14)
TUESDAY = datetime(2013, 2, 12)

# ---------------------------------------------------------------- certainty

CERTAINTY = [
    ("3 August 2015", "exact"),
    ("August 2015", "exact"),
    ("1990", "exact"),
    ("490 BC", "exact"),
    ("the 1990s", "exact"),
    ("the third quarter of 1989", "exact"),
    ("Easter 1916", "exact"),
    ("last week", "inferred"),
    ("yesterday", "inferred"),
    ("two years ago", "inferred"),
    ("Tuesday", "inferred"),
    ("Tuesday night", "inferred"),
    ("August", "inferred"),
    ("Nov. 22", "inferred"),
    ("the third quarter", "inferred"),
    ("Christmas Eve", "inferred"),
    ("10:35 a.m.", "inferred"),
    ("early Monday", "inferred"),
    ("around 1990", "vague"),
    ("about ten years ago", "vague"),
    ("early August", "vague"),
    ("mid-1990", "vague"),
    ("the early 1980s", "vague"),
    ("late last week", "vague"),
    ("recently", "vague"),
    ("now", "vague"),
    ("the near future", "vague"),
    ("two weeks", None),
    ("nearly four years", None),
    ("several months", None),
    ("every Tuesday", None),
    ("daily", None),
]


@pytest.mark.parametrize(("words", "expected"), CERTAINTY, ids=[case[0] for case in CERTAINTY])
def test_how_surely_a_date_is_known(words: str, expected: str | None) -> None:
    (found,) = read(words, TUESDAY)
    assert (None if expected is None else Certainty(expected)) == found.certainty


def test_what_hangs_on_an_exact_date_is_inferred() -> None:
    found = read("On 3 May 1945 the city fell. Two days later all was quiet.", FRIDAY)
    assert [Certainty.EXACT, Certainty.INFERRED] == [each.certainty for each in found]


# ---------------------------------------------------------------- without a publication date

UNPUBLISHED = [
    ("On 3 August 2015 it rained, as it had in 1990 and the 1960s.", ["2015-08-03", "1990", "196"]),
    ("It rained for two weeks, every Tuesday, and recently.", ["P2W", "XXXX-WXX-2", "PAST_REF"]),
    ("It rained yesterday, on Tuesday, last week and in August.", [None, None, None, None]),
    (
        "It rained two years ago, at noon, this summer and on Christmas Eve.",
        [None, "XXXX-XX-XXT12:00", None, None],
    ),
    ("The following day it rained; two days later it snowed.", [None, None]),
    (
        "On 3 May 1945 it rained; two days later it snowed. The previous year had been dry.",
        ["1945-05-03", "1945-05-05", "1944"],
    ),
    ("It rained in August and September 1914.", ["1914-08", "1914-09"]),
    ("It rained from 3 to 5 May 2012.", ["2012-05-03", "2012-05-05"]),
]


@pytest.mark.parametrize(("text", "expected"), UNPUBLISHED, ids=[case[0] for case in UNPUBLISHED])
def test_without_a_publication_date_only_what_the_text_fixes_is_placed(text: str, expected: list[str | None]) -> None:
    found = read(text, None)
    assert expected == [value for _, value in values(found)]
    for each in found:
        assert each.anchor is None or each.anchor.source is not Source.PUBLISHED
        if each.value is None:
            assert (Certainty.VAGUE, ()) == (each.certainty, each.alternatives)
            assert each.explanation[-1].endswith("so it has no date")


# ---------------------------------------------------------------- explanations

LINE = re.compile(r"[^\n\x00-\x1f]+")
CODE = re.compile(
    r"\b(None|True|False)\b|[{}\[\]<>|_]|Granularity|Period|Recurrence|  "
    r"|\d{4}-|\bP\d|\bPX|XX|-W\d|\d[QH]\d|\dT|T[A-Z]{2}\b|: (?:en|de):"
)
"""What a reader should never see outside of the words of the text: what Python calls it, TIMEX3, patterns of rules."""


def _readable(text: str, found: Resolution) -> None:
    """The derivation begins with the phrase and its rule, names the anchor and ends with the value."""
    shown = derivation(text, [found])
    lines = list(found.explanation)
    assert all(LINE.fullmatch(line) and line == line.strip() for line in lines), shown
    phrase = " ".join(found.expression.text.split())
    assert lines[0] == f"“{phrase}” is read as {found.rule}", shown
    assert lines[1].startswith("it means "), shown
    if found.alternatives:
        other = lines.pop()
        assert other.startswith("it could also have been "), shown
        assert all(str(told_alternative(each)) in other for each in found.alternatives), shown
    if found.value is None:
        assert "no date" in lines[-1], shown
    else:
        assert lines[-1] == str(told_outcome(found.value)), shown
        assert lines[-1].startswith("so it is ") == (found.value.interval is not None), shown
    if found.anchor is not None:
        named = (
            str(told_day(found.anchor.period.first_day))
            if found.anchor.source is Source.PUBLISHED
            else f"“{' '.join(found.anchor.text.split())}”"
        )
        assert any(named in line for line in lines[2:]), shown
    if found.reason is not None:
        assert str(told_choice(found.expression.meaning, found.reason)) in lines, shown
    for line in (*lines, *found.explained(load_wording("de"))):
        assert not CODE.search(re.sub("“.*?”|„.*?“", "", line)), shown


EXPLAINED = [(language, phrase) for language in LANGUAGES for phrase in PHRASES[language]]


@pytest.mark.parametrize(("language", "phrase"), EXPLAINED, ids=[f"{case[0]}: {case[1]}" for case in EXPLAINED])
def test_the_derivation_of_a_phrase_reads_as_a_person_would_say_it(language: str, phrase: str) -> None:
    for style in ("news", "narrative"):
        for published in (load_locale(language).reference, None):
            for found in read(phrase, published, language, style):
                _readable(phrase, found)


def test_a_derivation_in_full() -> None:
    (found,) = read("The team arrived on Tuesday.", FRIDAY)
    assert (
        "“Tuesday” is read as a weekday, without its week",
        "it means Tuesday, without saying of which week",
        "the publication date is Friday 14 August 2015",
        "news looks back, so it is the latest one, the publication date included",
        "so it is Tuesday 11 August 2015",
        "it could also have been 18 August 2015",
    ) == found.explanation
    assert "en: <weekday> · 2015-08-11" == found.notation


def test_a_day_that_the_calendar_lacks_is_told_to_be_none() -> None:
    (found,) = read("They married on Feb. 29 of last year.", FRIDAY)
    assert found.value is None
    assert "the calendar has none there, so it has no date" == found.explanation[-1]


TOLD = [
    ("two centuries ago", "it means two centuries before the publication date"),
    ("two weeks ago", "it means two weeks before the publication date"),
    ("two days before 3 May 2015", "it means two days before 3 May 2015"),
    ("twenty years ago", "it means 20 years before the publication date"),
    ("last year", "it means the year before that of the publication date"),
    ("today", "it means the publication date"),
    ("yesterday", "it means the day before the publication date"),
    ("3 May 2015", "it means 3 May 2015, whatever the publication date"),
    ("1990", "it means the year 1990, whatever the publication date"),
    ("44 BC", "it means the year 44 BC, whatever the publication date"),
    ("the 1990s", "it means the 1990s, whatever the publication date"),
    ("the fifth century BC", "it means the fifth century BC, whatever the publication date"),
    ("the third quarter of 1989", "it means the third quarter of 1989, whatever the publication date"),
    ("the summer of 1990", "it means summer 1990, whatever the publication date"),
    ("Easter 1916", "it means Easter Sunday 1916"),
    ("the first Sunday of May 2012", "it means the first Sunday of May 2012"),
    ("the first week of May 2012", "it means the first week of May 2012"),
    ("August 7", "it means 7 August, without saying of which year"),
    ("on the 22nd", "it means the 22nd, without saying of which month"),
    ("the nineties", "it means the nineties, without saying of which century"),
    ("Tuesday night", "it means Tuesday night, without saying of which week"),
    ("late on Tuesday", "it means Tuesday, without saying of which week"),
    ("late Tuesday", "it means late on Tuesday, without saying of which week"),
    ("early 1990", "it means early in the year 1990"),
    ("last Tuesday", "it means the last Tuesday before the publication date"),
    ("this Friday", "it means Friday in the week of the publication date"),
    ("the following week", "it means the week after that of the time told before"),
    ("the year-ago third quarter", "it means the third quarter of the year before that of the time told before"),
    ("5 p.m. yesterday", "it means 17:00 on the day before the publication date"),
    ("two weeks", "it means a length of time: two weeks"),
    ("a year and a half", "it means a length of time: one year and six months"),
    ("nearly four years", "it means a length of time: less than four years"),
    ("some decades", "it means a length of time: some decades"),
    ("every other week", "it means a time that comes again: every two weeks"),
    ("every Friday night", "it means a time that comes again: every Friday night"),
    ("weekends", "it means a time that comes again: every weekend"),
    ("currently", "it means the present, no day in particular"),
]


@pytest.mark.parametrize(("words", "expected"), TOLD, ids=[case[0] for case in TOLD])
def test_a_meaning_is_told_as_a_person_would_say_it(words: str, expected: str) -> None:
    (found,) = read(words, FRIDAY)
    assert expected == found.explanation[1]


REASONS = [
    ("Two hours ago it rained.", "nobody tells the hour, so the day has to do"),
    ("The previous day it rained.", "no time told before fits, so it is counted from the publication date, "),
    ("On 3 May 1945 it rained. Two days later it snowed.", "the time told before is “3 May 1945”"),
    ("In June 1945 it rained. A month later it snowed.", "the time told before is “June 1945”"),
    ("It rained in August and September 1914.", "the time told right after it is “September 1914”"),
    ("It rained from Monday to Wednesday.", "it ends a range, so it is the first one after the beginning"),
    ("The team will come a week after Easter.", "the words look ahead, so Easter Sunday is the coming one"),
    ("The team came in June.", "the words look back, so it is the last one"),
    ("The team came in August.", "the words look back, so it is the present one"),
    ("A report for August.", "the words do not look ahead, so it is the present one"),
    (
        "A report for September.",
        "the words look neither back nor ahead, and the coming one is much nearer than the last",
    ),
    ("They stayed for two weeks.", "a length of time has no date of its own"),
    ("They stay every week.", "what comes again and again has no one date"),
    ("They came recently.", "so it has no date"),
    ("They came in early June.", "so it is June 2015, early in it: Monday 1 June to Tuesday 30 June 2015"),
]


@pytest.mark.parametrize(("text", "expected"), REASONS, ids=[case[0] for case in REASONS])
def test_a_derivation_gives_the_reason(text: str, expected: str) -> None:
    found = read(text, FRIDAY)
    lines = [line for each in found for line in each.explanation]
    assert any(line.startswith(expected) for line in lines), derivation(text, found)


# ---------------------------------------------------------------- what else it could have been

ALTERNATIVES = [
    ("The team arrived on Tuesday.", "2015-08-11", ["2015-08-18"]),
    ("The team will arrive on Tuesday.", "2015-08-18", ["2015-08-11"]),
    ("The team arrived on Friday.", "2015-08-14", ["2015-08-07", "2015-08-21"]),
    ("The team arrived in June.", "2015-06", ["2016-06"]),
    ("The team will arrive in October.", "2015-10", ["2014-10"]),
    ("The team arrived in August.", "2015-08", ["2014-08", "2016-08"]),
    ("The team arrived on May 3.", "2015-05-03", ["2016-05-03"]),
    ("The team arrived at Easter.", "2015-04-05", ["2016-03-27"]),
    ("The team arrived on Tuesday night.", "2015-08-11TNI", ["2015-08-18TNI"]),
    ("The team arrived at 5 p.m. on Tuesday.", "2015-08-11T17:00", ["2015-08-18T17:00"]),
    ("The team arrived two days before Easter.", "2015-04-03", ["2016-03-25"]),
    ("The team arrived in early June.", "2015-06", ["2016-06"]),
    ("The team arrived on 3 May 2015.", "2015-05-03", []),
    ("The team arrived last week.", "2015-W32", []),
]


@pytest.mark.parametrize(("text", "expected", "others"), ALTERNATIVES, ids=[case[0] for case in ALTERNATIVES])
def test_the_times_not_chosen_stay_visible(text: str, expected: str, others: list[str]) -> None:
    (found,) = read(text, FRIDAY)
    assert found.value is not None
    assert (expected, others) == (found.value.value, [other.value for other in found.alternatives])


# ---------------------------------------------------------------- what news and narratives go by

POLICIES = [
    ("In 1914 war came. In August the forts fell.", "August", "2015-08", "1914-08"),
    ("In 1914 war came. On 4 August the forts fell.", "4 August", "2015-08-04", "1914-08-04"),
    ("On 3 May 1945 the city fell. On Saturday the guns were silent.", "Saturday", "2015-08-08", "1945-05-05"),
    ("On 3 May 1945 the city fell. Yesterday it had stood.", "Yesterday", "2015-08-13", "1945-05-02"),
    ("The year 1815 was cold. The summer was lost.", "The summer", "2015-SU", "1815-SU"),
    ("On 3 May 1945 the city fell. The following day it burned.", "The following day", "1945-05-04", "1945-05-04"),
]


@pytest.mark.parametrize(("text", "words", "news", "narrative"), POLICIES, ids=[case[0] for case in POLICIES])
def test_news_goes_by_its_date_and_a_narrative_by_its_story(text: str, words: str, news: str, narrative: str) -> None:
    for style, expected in (("news", news), ("narrative", narrative)):
        found = read(text, FRIDAY, style=style)
        assert (words, expected) == values(found)[-1], derivation(text, found)


COMPARED = [
    ("Sales rose to $5 million in the third quarter of 1989 from $4 million a year earlier.", "1988-Q3"),
    ("Sales rose in the third quarter of 1989 from the year-earlier quarter.", "1988-Q3"),
    ("Sales rose in September 1989 from the same month last year.", "1988-09"),
]


@pytest.mark.parametrize(("text", "expected"), COMPARED, ids=[case[0] for case in COMPARED])
def test_what_is_compared_is_as_long_as_what_it_is_compared_with(text: str, expected: str) -> None:
    found = read(text, datetime(1989, 11, 2))
    assert expected == values(found)[-1][1], derivation(text, found)


def test_a_comparison_is_no_step_of_the_story() -> None:
    text = "Sales rose in the third quarter of 1989 from $4 million a year earlier. The following quarter they fell."
    found = read(text, datetime(1990, 3, 1))
    assert "1989-Q4" == values(found)[-1][1], derivation(text, found)


# ---------------------------------------------------------------- clock times

CLOCKS = [
    ("It fell at noon.", "2013-02-12T12:00", "2013-02-12T12:00"),
    ("It fell this morning.", "2013-02-12TMO", "2013-02-12TMO"),
    ("It fell today.", "2013-02-12", "2013-02-12"),
    ("It fell two hours ago.", "2013-02-12", "2013-02-12T14"),
    ("It fell 45 minutes ago.", "2013-02-12", "2013-02-12T15:45"),
    ("It fell 20 hours ago.", "2013-02-12", "2013-02-11T20"),
    ("It fell last week.", "2013-W06", "2013-W06"),
    ("It fell on Tuesday.", "2013-02-12", "2013-02-12"),
]


@pytest.mark.parametrize(("text", "by_day", "by_clock"), CLOCKS, ids=[case[0] for case in CLOCKS])
def test_hours_are_known_where_the_publication_date_has_a_clock_time(text: str, by_day: str, by_clock: str) -> None:
    for published, expected in ((TUESDAY, by_day), (TUESDAY.replace(hour=16, minute=30), by_clock)):
        assert expected == values(read(text, published))[-1][1]


# ---------------------------------------------------------------- any text, any date

MOMENTS = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59)) | st.sampled_from(
    [datetime(1, 1, 1), datetime(9999, 12, 31), datetime(9999, 12, 31, 23, 59), datetime(2016, 2, 29)]
)


@settings(max_examples=600, deadline=None)
@given(scraps(), st.none() | MOMENTS, st.sampled_from(["news", "narrative"]))
def test_any_phrase_is_placed_in_any_year_with_its_reasons(
    scrap: tuple[str, str], published: datetime | None, style: str
) -> None:
    language, text = scrap
    for found in read(text, published, language, style):
        _readable(text, found)
        assert found.value not in found.alternatives
        if found.value is not None and found.value.interval is not None:
            assert found.value.interval.start < found.value.interval.end
            assert all(found.value.interval.iso())


@settings(max_examples=200, deadline=None)
@given(scraps(), MOMENTS)
def test_placing_a_text_again_gives_the_same(scrap: tuple[str, str], published: datetime) -> None:
    language, text = scrap
    assert read(text, published, language) == read(text, published, language)
