"""Pictures: every label can be read, none lies upon another, and nothing that strangers wrote becomes markup."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import handmade
import pytest
from drawable import needs_fonts
from hypothesis import given, settings
from hypothesis import strategies as st
from payloads import PAYLOADS
from PIL import Image
from test_browser import browser

from timeline import extras
from timeline.colors import LIGHT
from timeline.date_words import IN_ENGLISH as WORDS
from timeline.errors import UsageError
from timeline.merging import Timeline
from timeline.picture import fonts, items_of, to_png, to_svg
from timeline.picture.axis import told_length
from timeline.picture.drawing import Heading, draw
from timeline.picture.layout import Item, Layout, layout_of
from timeline.picture.measuring import ELLIPSIS, shortened, width_of, wrapped
from timeline.picture.scale import scale_of
from timeline.picture.sizes import LANES, SIZES
from timeline.temporal.calendar import DAY, ordinal
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.period import Period
from timeline.temporal.timex import Certainty, TimeValue
from timeline.wording import IN_ENGLISH, load_wording

__all__ = ["browser"]  # a fixture

HEADINGS = Heading("A timeline", "3 events", "2015", "as of 14 August 2015")
LIBERATION = Path("/usr/share/fonts/truetype/liberation")
HEADLINES = (
    "Kerry met Lavrov",
    "The council of the valley approves the plan for the harbour after weeks of talks and a strike " * 4,
    "محادثات موسكو تبدأ بين الحكومة والمعارضة، وفق الوزير.",
    "安理会通过关于叙利亚人道主义援助的新决议并呼吁各方立即停火以便让车队进入被围困的城市",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 3,
    "👩‍🚒 Ünïcödé ẍ́ & <markup>",
    "",
)
MOMENTS = st.integers(-1_500 * 366, 2_100 * 366)
PERIODS = st.builds(
    lambda granularity, day: Period(Granularity.DAY, day).within(granularity) if granularity >= Granularity.DAY
    else Period.of_second(granularity, day * DAY + 37_000),
    st.sampled_from(list(Granularity)),
    MOMENTS,
)  # fmt: skip


def item(number: int, period: Period, headline: str, salience: float = 0.5, certainty: str = "exact") -> Item:
    value = TimeValue.of(period)
    assert value.interval is not None
    return Item(
        f"e{number}",
        value.interval,
        "".join(each.text for each in WORDS.pieces(value, weekday=False)),
        headline,
        salience,
        1,
        certainty,
    )


def days(*given: tuple[int, int, int]) -> list[Item]:
    return [item(number, Period.day(*each), f"Event {number}") for number, each in enumerate(given)]


def drawn(items: Sequence[Item], size: str = "page") -> tuple[Layout, str]:
    layout = layout_of(items, SIZES[size], IN_ENGLISH)
    return layout, draw(layout, HEADINGS, LIGHT, IN_ENGLISH, {})


def assert_readable(layout: Layout) -> None:
    """Every label lies within the picture and upon no other; its text lies within it."""
    for label in layout.labels:
        box = label.box
        assert -0.01 <= box.left <= box.right <= layout.width + 0.01
        assert -0.01 <= box.top < box.bottom <= layout.axis
        for words, letters in [(label.date, layout.type.small), *((line, layout.type.size) for line in label.lines)]:
            width = width_of(words, letters)
            left = label.text - width if label.mirrored else label.text
            assert box.left - 0.01 <= left
            assert left + width <= box.right + 0.01
    assert [] == [(a.item.id, b.item.id) for a, b in combinations(layout.labels, 2) if a.box.overlaps(b.box)]
    assert len({label.box.top for label in layout.labels}) <= LANES
    ticks = [tick for tick in layout.ticks if tick.name]
    assert [tick.left for tick in ticks] == sorted(tick.left for tick in ticks)


ITEMS = st.lists(
    st.builds(
        item,
        st.integers(0, 10**6),
        PERIODS,
        st.sampled_from(HEADLINES),
        st.floats(0, 1),
        st.sampled_from(list(Certainty)),
    ),
    max_size=60,
    unique_by=lambda each: each.id,
)


@settings(max_examples=60, deadline=None)
@given(ITEMS, st.sampled_from(list(SIZES)))
def test_no_two_labels_overlap_whatever_the_dates_and_the_script(items: list[Item], size: str) -> None:
    layout, svg = drawn(items, size)
    assert_readable(layout)
    root = ElementTree.fromstring(svg)
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert (layout, svg) == drawn(list(reversed(items)), size)


@settings(max_examples=60, deadline=None)
@given(ITEMS)
def test_labels_lie_upon_no_other_where_all_happens_within_hours(items: list[Item]) -> None:
    start = ordinal(2015, 8, 14) * DAY
    for number, each in enumerate(items):
        begin = start + number * 200
        items[number] = Item(each.id, Interval(begin, begin + 60), each.when, each.headline, each.salience, 1, "exact")
    assert_readable(drawn(items)[0])


@pytest.mark.parametrize("count", [20, 100, 500])
def test_a_picture_names_the_events_that_matter_and_counts_all(count: int) -> None:
    items = [
        item(n, Period(Granularity.DAY, 735_000 + n * 37 % 1500), HEADLINES[n % 2], n / count) for n in range(count)
    ]
    layout, svg = drawn(items)
    assert_readable(layout)
    assert {f"e{count - 1}", f"e{count - 2}", f"e{count - 3}"} <= {label.item.id for label in layout.labels}
    assert sum(column.count for column in layout.columns) == count
    missing = count - len(layout.labels)
    assert (f"+{missing} more" in svg) == (missing > 0)
    assert len(svg.encode()) < 40_000
    assert len(layout.labels) >= 15


def test_of_many_events_alike_all_are_counted_and_those_that_are_named_dated() -> None:
    own = handmade.article("a", "It rained on 5 August 2015.")
    rain = handmade.mention(own, "5 August 2015")
    many = [handmade.event(replace(rain, id=f"m{number}")) for number in range(900)]
    items, others = items_of(many, WORDS)
    assert all(each.when == "5 August 2015" for each in items)
    assert len(items) + len(others) == 900
    svg = to_svg(handmade.timeline([own], many))
    named = svg.count(">5 August 2015</text>")
    assert 0 < named < 20
    assert f"+{900 - named} more" in svg


def test_numbers_have_their_thousands_apart() -> None:
    items = [item(n, Period(Granularity.DAY, 735_000), f"Event {n}") for n in range(1_200)]
    svg = drawn(items)[1]
    assert ">1,200</text>" in svg
    assert re.search(r">\+1,1\d\d more", svg)


def test_nothing_and_one_event_are_pictures_too() -> None:
    assert "No event fits." in drawn([])[1]
    [label] = drawn(days((2015, 8, 14)))[0].labels
    assert (label.date, label.lines) == ("14 August 2015", ("Event 0",))


def test_a_lone_early_event_does_not_squeeze_the_others_together() -> None:
    layout, svg = drawn(days((1970, 5, 1), *((2015, 8, day) for day in range(1, 20))))
    [cut] = layout.cuts
    assert cut.told == "45 years"
    assert "45 years" in svg
    late = [label.start for label in layout.labels if label.item.interval.first_day > ordinal(2000, 1, 1)]
    assert max(late) - min(late) > layout.width / 2
    assert cut.right < min(late)


def test_a_year_around_one_week_does_not_hide_the_week() -> None:
    week = days(*((2015, 8, day) for day in range(3, 11)))
    layout, _ = drawn([*week, item(99, Period.year(2015), "A dry year")])
    starts = [label.start for label in layout.labels if label.item.id != "e99"]
    assert max(starts) - min(starts) > layout.width / 2


@pytest.mark.parametrize(
    ("items", "names"),
    [
        (days((-984, 1, 1), (476, 1, 1), (1066, 1, 1), (1989, 1, 1)), {"500 BC", "1", "500", "1000", "1500", "2000"}),
        (days((2015, 1, 1), (2015, 12, 1), (2015, 6, 1)), {"January", "April", "July", "October"}),
        (days((2015, 8, 13), (2015, 8, 15)), {"13 August", "14 August", "15 August"}),
        (
            [item(n, Period(Granularity.MINUTE, 735_823 * 1440 + 600 + 30 * n), "x") for n in range(7)],
            {"10:00", "11:30", "13:00"},
        ),
    ],
    ids=["millennia", "months", "days", "hours"],
)
def test_the_axis_is_dated_as_finely_as_is_told(items: list[Item], names: set[str]) -> None:
    assert names <= {tick.name for tick in drawn(items)[0].ticks}


def test_a_date_is_never_told_more_finely_than_by_the_day() -> None:
    assert not any(":" in tick.name for tick in drawn(days((2015, 8, 14)))[0].ticks)


def test_certainty_is_a_shape_and_a_colour() -> None:
    _, svg = drawn([item(n, Period.day(2015, 8, 2 * n + 1), "x", 0.5, each) for n, each in enumerate(Certainty)])
    assert {f'stroke="{LIGHT[token]}"' in svg for token in ("accent", "inferred", "vague")} == {True}
    assert svg.count("stroke-dasharray") == 2  # the mark, and what it means


def timeline(*sentences: str) -> Timeline:
    articles = [
        handmade.article(f"a{number}", sentence, "2015-08-14", title=sentence)
        for number, sentence in enumerate(sentences)
    ]
    return handmade.timeline(articles, [handmade.event(handmade.mention(each, "5 August 2015")) for each in articles])


def test_a_date_that_is_vague_is_about_then() -> None:
    told = timeline("The bank failed on or before 5 August 2015.")
    vague = replace(told, events=(replace(told.events[0], certainty=Certainty.VAGUE),))
    assert ">about 5 August 2015</text>" in to_svg(vague)
    assert ">5 August 2015</text>" in to_svg(told)


def test_a_timeline_is_drawn_in_the_words_of_a_language_with_its_links() -> None:
    told = timeline("Kerry met Lavrov on 5 August 2015.")
    german = to_svg(told, wording=load_wording("de"), addresses={told.events[0].id: "https://a.example/?x=1&y#z"})
    assert "5. August 2015" in german
    assert "Stand 14. August 2015" in german
    assert 'href="https://a.example/?x=1&amp;y#z"' in german
    assert to_svg(told) == to_svg(told)
    assert to_svg(told, colors="dark") != to_svg(told)


@pytest.mark.parametrize("size", list(SIZES))
def test_a_picture_of_a_part_says_so_above_all_that_it_names(size: str) -> None:
    told = [f"The {thing} of Weir opened on 5 August 2015." for thing in ("bridge", "dam", "fair", "market", "school")]
    svg = to_svg(timeline(*told).saying("weir").key_events(4), size=size)
    rows = {
        each.text: float(each.attrib["y"])
        for each in ElementTree.fromstring(svg).iter()
        if each.text and "y" in each.attrib
    }
    assert rows["Words: “weir” · Key events: 4"] < rows["4 of 5 events · 2015 · as of 14 August 2015"]
    assert rows["4 of 5 events · 2015 · as of 14 August 2015"] + 10 < min(
        y for words, y in rows.items() if words.startswith("5 August")
    )


@pytest.mark.parametrize("wrong", [{"size": "poster"}, {"colors": "pink"}])
def test_what_is_not_known_is_named(wrong: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="use one of"):
        to_svg(timeline("It rained on 5 August 2015."), **wrong)  # type: ignore[arg-type]


def test_payloads_stay_words() -> None:
    items = [item(n, Period.day(2015, 8, n % 28 + 1), payload, n / 1000) for n, payload in enumerate(PAYLOADS)]
    for start in range(0, len(items), 8):
        layout, _ = drawn(items[start : start + 8])
        heading = Heading(PAYLOADS[start], PAYLOADS[start], PAYLOADS[start], "", PAYLOADS[start])
        text = draw(layout, heading, LIGHT, IN_ENGLISH, {})
        for element in ElementTree.fromstring(text).iter():
            assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in SHAPES
            assert not [name for name in element.attrib if name.startswith("on") or "href" in name or name == "style"]


SHAPES = {"svg", "title", "desc", "rect", "circle", "path", "text", "g"}


def test_shortened_text_fits_and_keeps_words_whole() -> None:
    assert shortened("Kerry met Lavrov", 10, 500) == "Kerry met Lavrov"
    assert shortened("The council of the valley approves", 10, 100) == "The council of the…"
    for text in HEADLINES:
        lines = wrapped(text, 12, 90, 2)
        assert all(width_of(line, 12) <= 90 for line in lines)
        assert "".join("".join(lines).split()).removesuffix(ELLIPSIS) in "".join(text.split()) or not text


def test_a_scale_is_the_same_on_both_sides_of_a_cut() -> None:
    scale = scale_of([Interval.of_days(day, day) for day in (100, *range(735_000, 735_400, 7))], 0, 800)
    assert len(scale.stretches) == 2
    assert len({round(each.seconds, 3) for each in scale.stretches}) == 1
    assert told_length(45 * 365.25 * DAY, IN_ENGLISH) == "45 years"


# As PNG


@needs_fonts
@pytest.mark.parametrize("size", list(SIZES))
def test_a_png_shows_something_twice_as_large(size: str) -> None:
    told = timeline("Kerry met Lavrov on 5 August 2015.")
    png = to_png(told, size=size)
    image = Image.open(io.BytesIO(png))
    assert image.width == 2 * SIZES[size].width
    assert png == to_png(told, size=size)
    assert len(image.convert("L").resize((200, 100)).getcolors()) > 10


@needs_fonts
@pytest.mark.skipif(not LIBERATION.is_dir(), reason="needs Liberation Sans")
def test_letters_that_no_font_has_are_named_and_not_drawn_as_boxes() -> None:
    with pytest.raises(UsageError, match=r"no font here has the letters 克 \(U\+514B\) 里 \(U\+91CC\); install a font"):
        to_png(timeline("克里 came on 5 August 2015."), fonts=[LIBERATION])


def test_without_a_font_there_is_no_blank_picture(tmp_path: Path) -> None:
    if find_spec("resvg_py") is None:
        pytest.skip("needs resvg")
    with pytest.raises(UsageError, match="there is no font to draw a picture with; install a font"):
        to_png(timeline("It rained on 5 August 2015."), fonts=[tmp_path])


def test_without_the_extra_the_command_that_installs_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == "resvg_py" else find_spec(name))
    with pytest.raises(UsageError, match=r"without resvg_py; pip install 'event-timeline\[report\]'"):
        to_png(timeline("It rained on 5 August 2015."))


@needs_fonts
def test_a_font_that_is_wider_is_drawn_smaller(tmp_path: Path) -> None:
    wide = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
    if not wide.is_file():
        pytest.skip("needs DejaVu Sans")
    shutil.copy(wide, tmp_path)
    found = fonts.find_fonts("Talks محادثات", [tmp_path])
    assert (found.family, found.wider) == ("DejaVu Sans", fonts.WIDER)
    assert to_png(timeline("It rained on 5 August 2015."), fonts=[tmp_path])


BOXES = """() => [...document.querySelectorAll("svg > g, svg > a")].filter(each => each.querySelector("circle ~ text, rect ~ text")).map(label =>
    [...label.querySelectorAll("text")].map(each => each.getBBox()).map(box => [box.x, box.y, box.x + box.width, box.y + box.height]))"""


@needs_fonts
def test_in_a_browser_labels_lie_upon_no_other_either(browser: Any) -> None:
    items = [
        item(n, Period(Granularity.DAY, 735_000 + n * 37 % 1500), HEADLINES[n % 4], n % 17 / 17) for n in range(100)
    ]
    page = browser.new_page()
    page.set_content(drawn(items)[1])
    labels = page.evaluate(BOXES)
    page.close()
    assert len(labels) > 15
    for one, other in combinations(labels, 2):
        for a in one:
            for b in other:
                assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] + 3 or b[3] <= a[1] + 3, (a, b)
