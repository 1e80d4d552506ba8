"""Values that a person writes down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.calendar import DAY
from timeline.temporal.granularity import Granularity
from timeline.temporal.period import Period
from timeline.temporal.timex import TimeValue
from timeline.temporal.written import written_value

SECONDS = st.integers(0, 3_652_000 * DAY)
GRANULARITIES = st.sampled_from([each for each in Granularity if each is not Granularity.MILLENNIUM])
PERIODS = st.builds(Period.of_second, GRANULARITIES, SECONDS)


@given(PERIODS)
def test_every_unit_of_the_calendar_can_be_written(period: Period) -> None:
    assert TimeValue.of(period) == written_value(period.value)


@given(PERIODS, PERIODS)
def test_a_stretch_has_its_ends_in_order(one: Period, other: Period) -> None:
    value = written_value(f"{one.value}/{other.value}")
    if value is None:
        assert one.interval.start > other.interval.start or one.interval.end > other.interval.end
    else:
        assert value.interval == one.interval.joined(other.interval)
        assert value.granularity == min(one.granularity, other.granularity)


@pytest.mark.parametrize(
    "text",
    ["", "/", "2015/", "/2015", "soon", "0000", "2015-00", "2015-13", "2015-02-29", "2015-W00", "2015-W54", "2014-W53",
     "2015-Q5", "2015-H3", "2015-XX", "2015-08-14T24", "2015-08-14T10:60", "2015-08-14TXX", "2015-08T10", "BC0000",
     "2015-8-4", "20150814", "２０15", "P2W", "XXXX-08", "2015-08-05/2015-08-04", "2015/2015-08", "2015/2015/2015"],
)  # fmt: skip
def test_what_is_on_no_calendar_is_refused(text: str) -> None:
    assert written_value(text) is None


@given(st.text(alphabet="0123456789-WQHTBC/: SUX", max_size=24))
def test_what_is_read_is_what_was_written(text: str) -> None:
    value = written_value(text)
    assert value is None or value.value == "/".join(part.strip() for part in text.split("/"))
