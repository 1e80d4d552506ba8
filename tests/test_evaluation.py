"""Comparing with a gold standard: reading TimeML, the measures of TempEval-3, and every error in its context."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from xml.sax.saxutils import escape, quoteattr

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from timeline.cli import main
from timeline.errors import ArticleError
from timeline.evaluation.comparing import Measure, agreement, compare, differences
from timeline.evaluation.folders import evaluate_files
from timeline.importing.timeml import MarkedText, MarkedTime, read_timeml

PUBLISHED = "2015-08-14"
CORPORA = [
    pytest.param("timebank", "en", "news", id="TimeBank"),
    pytest.param("aquaint", "en", "news", id="AQUAINT"),
    pytest.param("wikiwars", "en", "narrative", id="WikiWars"),
    pytest.param("german/krauts-dolomiten42", "de", "news", id="KRAUTS"),
]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def marked(text: str, published: str = PUBLISHED) -> str:
    """TimeML of a text in which "[DATE 2015|last year]" marks a time."""
    pieces = [escape(piece) for piece in text.replace("]", "[").split("[")]
    for place in range(1, len(pieces), 2):
        said, words = pieces[place].split("|")
        kind, _, value = said.partition(" ")
        pieces[place] = f"<TIMEX3 type={quoteattr(kind)} value={quoteattr(value)}>{words}</TIMEX3>"
    date = f'<TIMEX3 tid="t0" type="DATE" value="{published}">{published}</TIMEX3>'
    return f"<?xml version='1.0'?>\n<TimeML>\n<DCT>{date}</DCT>\n<TEXT>{''.join(pieces)}</TEXT>\n</TimeML>\n"


def folder(place: Path, **texts: str) -> Path:
    """A folder of such files."""
    place.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (place / f"{name}.tml").write_text(marked(text), "utf-8")
    return place


# One of each kind: right, wrong value, wrong type, too short, missed, and one that the gold does not have.
GOLD = {
    "dam": "The dam broke [DATE 2015-W32|last week], and the mill [DATE 2015-08-11|on Tuesday] & all was lost.",
    "mill": "It took [DATE P2Y|two years]. [DATE PAST_REF|At the turn of the tide] they left, on 5 May 2013.",
    "none": "Nobody said when.",
}


def test_each_measure_is_what_a_person_counts(tmp_path: Path) -> None:
    gold = folder(tmp_path / "gold", **GOLD)
    # "last week" is right, "Tuesday" shorter than the gold, "two years" of another type, "5 May 2013" not in the gold.
    figures = agreement(evaluate_files(gold).comparisons)
    assert (3, 4, 4, 3) == (figures.texts, figures.gold, figures.tagged, figures.paired)
    assert {
        "strict": Measure(2 / 4, 2 / 4, 2 / 4),
        "relaxed": Measure(3 / 4, 3 / 4, 3 / 4),
        "type": Measure(2 / 4, 2 / 4, 2 / 4),
        "value": Measure(3 / 4, 3 / 4, 3 / 4),
        "strict value": Measure(2 / 4, 2 / 4, 2 / 4),
    } == figures.measures()


def test_every_error_is_shown_in_its_context(tmp_path: Path) -> None:
    result = run("evaluate", folder(tmp_path, **GOLD), "--errors")
    errors, table = result.stdout.split("\n\n")
    assert 0 == result.exit_code
    assert [
        "SPAN            dam:38  gold 'on Tuesday' DATE 2015-08-11  tagged 'Tuesday' DATE 2015-08-11"
        "  | The dam broke last week, and the mill [on Tuesday] & all was lost.",
        "TYPE            mill:8  gold 'two years' DATE P2Y  tagged 'two years' DURATION P2Y"
        "  | It took [two years]. At the turn of the tide they left, on 5 May",
        "MISSED          mill:19  gold 'At the turn of the tide' DATE PAST_REF"
        "  | It took two years. [At the turn of the tide] they left, on 5 May 2013.",
        "SPURIOUS        mill:57  tagged '5 May 2013' DATE 2013-05-05"
        "  | years. At the turn of the tide they left, on [5 May 2013].",
    ] == errors.splitlines()
    assert "3 texts: 4 times in the gold, 4 tagged, 3 of them paired" == table.splitlines()[0]
    assert ["strict", "50.00%", "50.00%", "50.00%"] in [line.split() for line in table.splitlines()]


def test_the_figures_are_there_for_other_programs(tmp_path: Path) -> None:
    gold = folder(tmp_path, **GOLD)
    short, full = (json.loads(run("evaluate", gold, "--json", *more).stdout) for more in ([], ["--errors"]))
    assert {"precision": 0.75, "recall": 0.75, "f1": 0.75} == short["value"]
    assert (3, 4, 4, 3) == tuple(short[name] for name in ("texts", "gold", "tagged", "paired"))
    assert "errors" not in short
    assert [("dam", 38, "span"), ("mill", 8, "type"), ("mill", 19, "missed"), ("mill", 57, "spurious")] == [
        (error["text"], error["start"], error["kind"]) for error in full["errors"]
    ]
    assert {"start": 38, "end": 48, "type": "DATE", "value": "2015-08-11"} == full["errors"][0]["gold"]
    assert full["errors"][3]["gold"] is None


def test_the_style_is_the_readers_to_choose(tmp_path: Path) -> None:
    gold = folder(tmp_path, war="It began in May 1916. [DATE 1916-08|In August] they left.")
    values = {
        style: json.loads(run("evaluate", gold, "--style", style, "--json").stdout)["value"]["recall"]
        for style in ("news", "narrative")
    }
    assert {"news": 0.0, "narrative": 1.0} == values


def test_what_another_tagger_wrote_is_compared(tmp_path: Path) -> None:
    gold = folder(tmp_path / "gold", a="They left [DATE 2015|last year].", b="Gone by [DATE 2016|2016].")
    other = folder(tmp_path / "other", a="They left last [DATE 2015|year].", b="Gone by [DATE 2016|2016].")
    figures = json.loads(run("evaluate", gold, other, "--json").stdout)
    assert (0.5, 1.0) == (figures["strict"]["f1"], figures["value"]["f1"])


def test_what_was_written_as_timeml_is_compared_as_if_it_were_tagged_now(tmp_path: Path) -> None:
    gold = folder(tmp_path / "gold", **GOLD)
    assert 0 == run("tag", gold, "--format", "tml", "--output", tmp_path / "tagged").exit_code
    assert run("evaluate", gold, "--errors").stdout == run("evaluate", gold, tmp_path / "tagged", "--errors").stdout


def test_a_text_that_cannot_be_compared_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    gold = folder(tmp_path / "gold", good=GOLD["dam"], missing="", other="One text.")
    (gold / "broken.tml").write_text("<TimeML><TEXT>", "utf-8")
    (gold / "undated.tml").write_text(marked("It was [DATE 2014|last year].", "someday"), "utf-8")
    tagged = folder(tmp_path / "tagged", good=GOLD["dam"], other="Another text.", undated="It was last year.")
    result = run("evaluate", gold, tagged, "--json")
    assert (1, 2) == (result.exit_code, json.loads(result.stdout)["texts"])
    assert [
        f"{gold / 'broken.tml'}:1: no XML: no element found; write it as TimeML",
        f"{tagged / 'missing.tml'}: is not there; tag every text of the gold standard",
        f"{tagged / 'other.tml'}: holds another text than the gold; keep every character of TEXT",
    ] == result.stderr.splitlines()
    result = run("evaluate", gold, "--json")
    assert (1, 3) == (result.exit_code, json.loads(result.stdout)["texts"])
    assert f'{gold / "undated.tml"}: "someday" is no date; write it as 2015-08-14' in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["no-such-folder"], id="no such folder"),
        pytest.param(["."], id="a folder without TimeML"),
        pytest.param([".", "--style", "ode"], id="an unknown style"),
        pytest.param([".", "--language", "tlh"], id="an unknown language"),
        pytest.param([], id="no folder"),
    ],
)
def test_wrong_use_exits_2(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("evaluate", *arguments)
    assert (2, "") == (result.exit_code, result.stdout)
    assert "Error: " in result.stderr


# ---------------------------------------------------------------- pairing

_2014, _2015 = MarkedTime(0, 4, "DATE", "2014"), MarkedTime(10, 14, "DATE", "2015")


@pytest.mark.parametrize(
    ("gold", "tagged", "expected"),
    [
        pytest.param([_2014, _2015], [_2014, _2015], (2, 0, 0), id="the same"),
        pytest.param([_2014], [_2015], (0, 1, 1), id="apart"),
        pytest.param([_2014], [MarkedTime(4, 8, "DATE", "2014")], (0, 1, 1), id="touching"),
        pytest.param([_2014], [MarkedTime(3, 8, "DATE", "2014")], (1, 0, 0), id="sharing one character"),
        pytest.param([_2014, _2015], [MarkedTime(0, 14, "DATE", "x")], (1, 1, 0), id="one over two of the gold"),
        pytest.param([MarkedTime(0, 14, "DATE", "x")], [_2014, _2015], (1, 0, 1), id="two over one of the gold"),
        pytest.param([_2014, _2014], [_2014], (1, 0, 0), id="the same one twice"),
        pytest.param([], [_2014], (0, 0, 1), id="nothing to find"),
        pytest.param([_2014], [], (0, 1, 0), id="nothing found"),
        pytest.param([], [], (0, 0, 0), id="nothing at all"),
    ],
)
def test_times_are_paired_from_left_to_right(
    gold: Sequence[MarkedTime], tagged: Sequence[MarkedTime], expected: tuple[int, int, int]
) -> None:
    found = compare(MarkedText("a", "", "2014 and  2015", tuple(gold)), tagged)
    assert expected == (len(found.pairs), len(found.missed), len(found.spurious))


@pytest.mark.parametrize(
    ("right", "tagged", "gold", "expected"),
    [
        (0, 0, 0, Measure(1.0, 1.0, 1.0)),
        (0, 3, 0, Measure(0.0, 0.0, 0.0)),
        (0, 0, 3, Measure(0.0, 0.0, 0.0)),
        (2, 4, 2, Measure(0.5, 1.0, 2 / 3)),
    ],
)
def test_a_measure_has_a_value_for_any_counts(right: int, tagged: int, gold: int, expected: Measure) -> None:
    assert pytest.approx(expected) == Measure.of(right, tagged, gold)


# ---------------------------------------------------------------- reading TimeML


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            "<a><TEXT> x\r\ny &amp; &#13; </TEXT></a>", MarkedText("", "", " x\ny & \r ", ()), id="characters"
        ),
        pytest.param("<a><TEXT/></a>", MarkedText("", "", "", ()), id="an empty text"),
        pytest.param(
            '<a><DCT><TIMEX3 value="2015"/></DCT><DCT><TIMEX3 value="2016"/></DCT><TEXT/></a>',
            MarkedText("", "2015", "", ()),
            id="two creation times",
        ),
        pytest.param(
            '<a><TIMEX3 value="1">x</TIMEX3><TEXT>y<TIMEX3 value="2"/></TEXT><TIMEX3>z</TIMEX3></a>',
            MarkedText("", "", "y", ()),
            id="times elsewhere, or without words",
        ),
        pytest.param(
            '<a><TEXT>in <s><TIMEX3 type="DATE" value="2015"><e>20</e>15</TIMEX3> or <TIMEX3>so</TIMEX3></s></TEXT></a>',
            MarkedText("", "", "in 2015 or so", (MarkedTime(3, 7, "DATE", "2015"), MarkedTime(11, 13, "", ""))),
            id="elements around and inside",
        ),
        pytest.param(
            '<a><TEXT><TIMEX3 value="2">the <TIMEX3 value="1">day</TIMEX3> after</TIMEX3></TEXT></a>',
            MarkedText("", "", "the day after", (MarkedTime(0, 13, "", "2"), MarkedTime(4, 7, "", "1"))),
            id="one in another",
        ),
        pytest.param(
            "<a><TEXT>x<!-- no --><?no no?>y</TEXT><TEXT>z</TEXT></a>", MarkedText("", "", "xy", ()), id="notes"
        ),
        pytest.param(
            '<t:a xmlns:t="urn:t"><t:TEXT><t:TIMEX3 value="1">x</t:TIMEX3></t:TEXT></t:a>',
            MarkedText("", "", "x", (MarkedTime(0, 1, "", "1"),)),
            id="a namespace",
        ),
        pytest.param(
            "<a>" + "<b>" * 50_000 + "</b>" * 50_000 + "<TEXT>x</TEXT></a>", MarkedText("", "", "x", ()), id="deep"
        ),
    ],
)
def test_timeml_is_read_as_it_stands(source: str, expected: MarkedText) -> None:
    assert expected == read_timeml(source.encode())


def test_timeml_in_another_encoding_is_read() -> None:
    source = '<?xml version="1.0" encoding="iso-8859-1"?><a><TEXT>März</TEXT></a>'
    assert "März" == read_timeml(source.encode("latin-1")).text


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        pytest.param(b"", "no XML", id="nothing"),
        pytest.param(b"They met last week.", "no XML", id="a text"),
        pytest.param(b"<a><TEXT>\x00</TEXT></a>", "no XML", id="a null"),
        pytest.param(b"<a><TEXT>\xff</TEXT></a>", "no XML", id="no UTF-8"),
        pytest.param(b'<?xml version="1.0" encoding="klingon"?><a/>', "no XML", id="an unknown encoding"),
        pytest.param(b"<a>\n\n<TEXT></a>", "no XML: mismatched tag", id="a tag not closed"),
        pytest.param(b"<a><text/></a>", "has no TEXT", id="no TEXT"),
        pytest.param(b"<TEXT/>", "has no TEXT", id="TEXT alone"),
        pytest.param(b"<a><TEXT>&nbsp;</TEXT></a>", "no XML: undefined entity", id="an unknown entity"),
        pytest.param(b'<!DOCTYPE a [<!ENTITY b "c">]><a><TEXT>&b;</TEXT></a>', "entities", id="an entity of its own"),
        pytest.param(b'<!DOCTYPE a [<!ENTITY b SYSTEM "/etc/passwd">]><a/>', "entities", id="a file as an entity"),
        pytest.param(b'<!DOCTYPE a SYSTEM "a.dtd"><a><TEXT>&b;</TEXT></a>', "entities", id="an entity from elsewhere"),
    ],
)
def test_what_is_no_timeml_is_refused(source: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason) as refused:
        read_timeml(source)
    assert refused.value.remedy


# ---------------------------------------------------------------- the tool that others compare with


def check_same(module: ModuleType, texts: Sequence[tuple[MarkedText, Sequence[MarkedTime]]]) -> None:
    """Both count the same errors and come to the same figures, to the last digit."""
    compared = [compare(gold, tagged) for gold, tagged in texts]
    theirs = module.score(
        [module.Mention(gold.name, *time) for gold, _ in texts for time in gold.times],
        [module.Mention(gold.name, *time) for gold, tagged in texts for time in tagged],
    )
    for name, measure in agreement(compared).measures().items():
        metric = getattr(theirs, name.replace(" ", "_"))
        assert (name, metric.precision, metric.recall, metric.f1) == (name, *measure)
    listed = module.format_errors(theirs, {gold.name: gold.text for gold, _ in texts})
    assert len(listed.splitlines()) == len(differences(compared))


@pytest.mark.parametrize(("corpus", "language", "style"), CORPORA)
def test_the_figures_are_those_of_the_tool_that_compares_taggers(
    score_timex: ModuleType, shared: Path, corpus: str, language: str, style: str, tmp_path: Path
) -> None:
    gold = shared / "corpora" / corpus
    if not gold.is_dir():
        pytest.skip("that corpus is not here")
    options = ["--language", language, "--style", style]
    assert 0 == run("tag", gold, "--format", "tml", "--output", tmp_path, *options).exit_code
    theirs = score_timex.score(*score_timex.read_folders(gold, tmp_path)[:2])
    ours = json.loads(run("evaluate", gold, *options, "--json").stdout)
    assert (theirs.gold_count, theirs.predicted_count) == (ours["gold"], ours["tagged"])
    for name in ("strict", "relaxed", "type", "value", "strict_value"):
        assert getattr(theirs, name)._asdict() == ours[name]


_TIMES = st.lists(
    st.builds(
        lambda start, length, kind, value: MarkedTime(start, start + length, kind, value),
        st.integers(0, 30),
        st.integers(1, 12),
        st.sampled_from(["DATE", "TIME"]),
        st.sampled_from(["2015", "2016", ""]),
    ),
    max_size=8,
)


@given(texts=st.lists(st.tuples(_TIMES, _TIMES), max_size=3))
def test_any_times_at_all_are_paired_as_that_tool_pairs_them(
    score_timex: ModuleType, texts: list[tuple[list[MarkedTime], list[MarkedTime]]]
) -> None:
    words = "from one year to another, and so on, and on"
    check_same(
        score_timex,
        [(MarkedText(f"{number}", "", words, tuple(gold)), tagged) for number, (gold, tagged) in enumerate(texts)],
    )
