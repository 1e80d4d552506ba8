"""How the measurement counts: which part of a sentence each date belongs to, against the links of TimeML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]

TIMEML = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2015-08-14">2015-08-14</TIMEX3></DCT>
<TEXT>The mayor <EVENT eid="e1">said</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2015-08-14">Friday</TIMEX3> that the
talks <EVENT eid="e2">ended</EVENT> on <TIMEX3 tid="t2" type="DATE" value="2015-08-11">Tuesday</TIMEX3>.
They will <EVENT eid="e3">resume</EVENT>, he hopes.</TEXT>
<MAKEINSTANCE eiid="ei1" eventID="e1"/><MAKEINSTANCE eiid="ei2" eventID="e2"/><MAKEINSTANCE eiid="ei3" eventID="e3"/>
{links}</TimeML>"""


@pytest.fixture(scope="module")
def event_links() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "bench")
        module: ModuleType = pytest.importorskip("event_links")
        yield module


def link(event: str, relation: str, time: str) -> str:
    return f'<TLINK eventInstanceID="{event}" relType="{relation}" relatedToTime="{time}"/>'


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        pytest.param(link("ei1", "IS_INCLUDED", "t1") + link("ei2", "IS_INCLUDED", "t2"), (2, 0, 0), id="right"),
        pytest.param(link("ei1", "BEFORE", "t2"), (0, 1, 0), id="said where the gold says before"),
        pytest.param(link("ei2", "IS_INCLUDED", "t1"), (0, 1, 1), id="the other date"),
        pytest.param(
            '<TLINK timeID="t1" relType="INCLUDES" relatedToEventInstance="ei1"/>', (1, 0, 0), id="the other way round"
        ),
        pytest.param(link("ei3", "IS_INCLUDED", "t2"), (0, 0, 0), id="another sentence"),
        pytest.param(link("ei1", "IS_INCLUDED", "t0"), (0, 0, 0), id="the publication date"),
        pytest.param("", (0, 0, 0), id="nothing linked"),
    ],
)
def test_pairs_are_counted_by_the_links(
    event_links: ModuleType, tmp_path: Path, links: str, expected: tuple[int, int, int]
) -> None:
    file = tmp_path / "a.tml"
    file.write_text(TIMEML.format(links=links), "utf-8")
    assert expected == tuple(event_links.count(file))


def test_shares_of_nothing_are_nothing_and_counts_add_up(event_links: ModuleType) -> None:
    nothing, some = event_links.Counts(), event_links.Counts(6, 2, 3)
    assert (0, 0, 0) == (nothing.f1, nothing.precision, nothing.recall)
    assert (12 / 17, 6 / 8, 6 / 9) == (some.f1, some.precision, some.recall)
    assert (12, 4, 6) == tuple(event_links.total([some, nothing, some]))


@pytest.mark.parametrize("corpus", ["timebank", "aquaint"])
def test_the_gold_is_read_as_by_the_tool_that_compares_others(
    event_links: ModuleType, shared: Path, corpus: str
) -> None:
    files = sorted((shared / "corpora" / corpus).glob("*.tml"))
    if not files or not (shared / "tools" / "score_events.py").is_file():
        pytest.skip("that corpus or tool is not here")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(shared / "tools")
        score_events = pytest.importorskip("score_events")
    for file in files:
        theirs, ours = score_events.read_gold(file), event_links.read_links(file)
        assert (theirs.published, theirs.text, theirs.pairs) == (ours.published, ours.text, ours.happened_at)
