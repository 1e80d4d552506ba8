"""The verbs: what they read, write and end with."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result

from timeline.cli import main
from timeline.errors import printable

PUBLISHED = "2015-08-14"
LAST_WEEK = {"id": "a1", "published": PUBLISHED, "text": "Kerry met Lavrov last week."}


def run(*arguments: str, lines: str | bytes | None = None) -> Result:
    """The verb's exit status, standard output and standard error."""
    return CliRunner().invoke(main, arguments, input=lines, catch_exceptions=False)


def json_lines(*values: object) -> str:
    return "".join(json.dumps(value) + "\n" for value in values)


def answers(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_one_line_in_gives_one_line_out_with_the_fields_of_the_contract() -> None:
    [answer] = answers(run("tag", lines=json_lines(LAST_WEEK)))
    [expression] = answer["expressions"]
    rule, explanation = expression.pop("rule"), expression.pop("explanation")
    assert answer["id"] == "a1"
    assert {
        "start": 17,
        "end": 26,
        "text": "last week",
        "type": "DATE",
        "value": "2015-W32",
        "mod": None,
        "interval": ["2015-08-03", "2015-08-10"],
        "granularity": "week",
        "certainty": "inferred",
        "alternatives": [],
    } == expression
    assert rule.startswith("en: ")
    assert explanation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It lasted two years.", {"type": "DURATION", "value": "P2Y", "interval": None}, id="duration"),
        pytest.param("They meet every Friday.", {"type": "SET", "interval": None, "certainty": None}, id="set"),
        pytest.param("It began in early August 2015.", {"value": "2015-08", "mod": "START"}, id="modifier"),
        pytest.param("The talks resumed recently.", {"value": "PAST_REF", "interval": None}, id="reference"),
        pytest.param("Ends on 5 May 2013.", {"value": "2013-05-05", "certainty": "exact"}, id="exact"),
    ],
)
def test_a_line_tells_what_there_is(text: str, expected: dict[str, object]) -> None:
    [answer] = answers(run("tag", lines=json_lines({"published": PUBLISHED, "text": text})))
    [expression] = answer["expressions"]
    assert expected == {field: expression[field] for field in expected}


@pytest.mark.parametrize("published", [{}, {"published": None}, {"published": ""}])
def test_without_a_publication_date_only_what_the_text_fixes_is_resolved(published: dict[str, object]) -> None:
    text = "They met on 5 May 2013 and again last week."
    [answer] = answers(run("tag", lines=json_lines({"id": 7, "text": text, **published})))
    assert [("5 May 2013", "2013-05-05"), ("last week", None)] == [
        (each["text"].removeprefix("on "), each["value"] if each["interval"] else None)
        for each in answer["expressions"]
    ]


def test_answers_keep_the_order_and_the_ids_of_the_lines() -> None:
    ids = ["b", 3, None, {"k": [1]}, "a", "b"]
    result = run("tag", lines=json_lines(*({**LAST_WEEK, "id": each} for each in ids)))
    assert (0, ids) == (result.exit_code, [answer["id"] for answer in answers(result)])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param(b"not json", "no JSON: invalid", id="no JSON"),
        pytest.param(b'{"id": "a1", "text": "cut', "no JSON", id="cut off"),
        pytest.param(b'{"id": "a1"}', "text", id="no text"),
        pytest.param(b'["a1"]', "object", id="no object"),
        pytest.param(b'{"text": 5}', "text", id="text is a number"),
        pytest.param(b'{"text": "caf\xe9"}', "no JSON", id="Latin-1"),
        pytest.param(b'{"text": "last week", "published": "yesterday"}', "yesterday", id="no date"),
        pytest.param(b'{"text": "last week", "published": "2015-02-30"}', "2015-02-30", id="30 February"),
        pytest.param(b'{"text": "last week", "published": 20150814}', "published", id="date is a number"),
        pytest.param(b'{"text": "last week", "language": "tlh"}', "tlh", id="unknown language"),
        pytest.param(b'{"text": "last week", "language": "../en"}', "../en", id="a path for a language"),
        pytest.param(b'{"text": "last week", "style": "ode"}', "ode", id="unknown style"),
        pytest.param(b'{"id": ' + b"[" * 100_000, "no JSON", id="deep"),
        pytest.param(b'{"text": "\\ud800 last week"}', "no JSON", id="half a character"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(line: bytes, reason: str) -> None:
    good = json.dumps(LAST_WEEK).encode()
    result = run("tag", lines=b"\n".join([good, line, b"", good]))
    assert result.exit_code == 1
    assert ["a1", "a1"] == [answer["id"] for answer in answers(result)]
    [message] = result.stderr.splitlines()
    assert message.startswith("standard input:2: ")
    assert reason in message
    assert "fails on this text" not in message


def test_a_message_spells_out_what_a_terminal_would_obey() -> None:
    result = run("tag", lines=json_lines({"text": "last week", "published": "\x1b[2J\u202e\nforged"}))
    assert result.exit_code == 1
    [message] = result.stderr.splitlines()
    assert printable(message) == message


def test_no_character_of_a_text_breaks_its_line() -> None:
    text = "Line\u2028one\x85two\u2029three: they met last\u2028week, on 5\x85May."
    result = run("tag", lines=json_lines({**LAST_WEEK, "text": text}))
    assert 1 == len(result.stdout.splitlines())
    for expression in answers(result)[0]["expressions"]:
        assert text[expression["start"] : expression["end"]] == expression["text"]


def test_offsets_count_characters() -> None:
    text = "𝔘𝔫𝔦 😀 e\u0301 — they met last week."
    [answer] = answers(run("tag", lines=json_lines({**LAST_WEEK, "text": text})))
    assert ["last week"] == [text[each["start"] : each["end"]] for each in answer["expressions"]]


def test_tag_answers_each_line_before_the_next_comes_and_starts_without_mkdocs() -> None:
    line = json.dumps(LAST_WEEK).encode() + b"\n"
    script = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(*sorted({'mkdocs', 'jinja2', 'dateparser'} & set(sys.modules)), file=sys.stderr))\n"
        "from timeline.cli import main\n"
        "main(['tag'])"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        for _ in range(3):
            process.stdin.write(line)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == "a1"
        process.stdin.close()
        assert process.stderr.read().decode().strip() == ""
    assert process.returncode == 0


def read_timeml(path: Path) -> tuple[str, list[tuple[int, str, dict[str, str]]]]:
    """The text of a TimeML file, and each TIMEX3 with its start, words and attributes."""
    text, found = "", []
    root = ElementTree.parse(path).getroot()
    body = root.find("TEXT")
    assert body is not None
    text += body.text or ""
    for timex in body:
        found.append((len(text), timex.text or "", dict(timex.attrib)))
        text += (timex.text or "") + (timex.tail or "")
    return text, found


TIMEML_TEXTS = {
    "plain": "Kerry met Lavrov last week.",
    "marked-up": 'Profits <b>rose</b> & fell ]]> in early August 2015, then "fell" again last week.',
    "line-ends": "One\r\ntwo\rthree\n they met last week.\r\n",
    "not-xml": "A\x00B\x0b\ufffe\ud800 they met last week.",
    "edges": "  Last week they met on Tuesday",
    "nothing": "No time here.",
    "empty": "",
}


def test_timeml_files_hold_the_offsets_of_the_json_lines(tmp_path: Path) -> None:
    texts = {name: text.replace("\ud800", "") for name, text in TIMEML_TEXTS.items()}
    lines = json_lines(*({"id": name, "published": PUBLISHED, "text": text} for name, text in texts.items()))
    result = run("tag", "--format", "tml", "--output", str(tmp_path / "new" / "out"), lines=lines)
    assert (0, "", "") == (result.exit_code, result.stdout, result.stderr)
    for answer in answers(run("tag", lines=lines)):
        name = str(answer["id"])
        text, found = read_timeml(tmp_path / "new" / "out" / f"{name}.tml")
        assert re.sub("[\x00\x0b\ufffe]", "\ufffd", texts[name]) == text
        assert [
            (each["start"], each["text"], each["type"], each["value"] or "", each["mod"])
            for each in answer["expressions"]
        ] == [(start, words, timex["type"], timex["value"], timex.get("mod")) for start, words, timex in found]
        assert [f"t{number}" for number, _ in enumerate(found, 1)] == [timex["tid"] for _, _, timex in found]


def test_timeml_reads_back_with_the_tool_that_compares_taggers(tmp_path: Path, score_timex: ModuleType) -> None:
    lines = json_lines(
        *(
            {"id": name, "published": PUBLISHED, "text": text}
            for name, text in TIMEML_TEXTS.items()
            if "\ud800" not in text
        )
    )
    assert run("tag", "--format", "tml", "--output", str(tmp_path), lines=lines).exit_code == 0
    for answer in answers(run("tag", lines=lines)):
        name, published, text, mentions = score_timex.read_tml(tmp_path / f"{answer['id']}.tml")
        assert (answer["id"], PUBLISHED, TIMEML_TEXTS[name]) == (name, published, text)
        assert [(each["start"], each["end"], each["value"]) for each in answer["expressions"]] == [
            (mention.start, mention.end, mention.value) for mention in mentions
        ]


def test_no_id_leads_a_file_out_of_its_folder(tmp_path: Path) -> None:
    ids = ["../../etc/passwd", "/abs", "..", "", None, "a b\x00c", "x" * 400]
    lines = json_lines(*({**LAST_WEEK, "id": each} for each in ids))
    assert run("tag", "--format", "tml", "--output", str(tmp_path / "out"), lines=lines).exit_code == 0
    assert [tmp_path / "out"] == list(tmp_path.iterdir())
    assert sorted(["etc-passwd", "abs", "line-3", "line-4", "line-5", "a-b-c", "x" * 200]) == sorted(
        path.stem for path in (tmp_path / "out").iterdir()
    )


def test_two_texts_of_one_id_are_not_written_over_each_other(tmp_path: Path) -> None:
    lines = json_lines(LAST_WEEK, {**LAST_WEEK, "id": "A1"}, {**LAST_WEEK, "id": "a2"})
    result = run("tag", "--format", "tml", "--output", str(tmp_path), lines=lines)
    assert (1, ["a1.tml", "a2.tml"]) == (result.exit_code, sorted(path.name for path in tmp_path.iterdir()))
    assert 'standard input:2: two texts would be written to "A1.tml"; give each its own id\n' == result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["tag", "--format", "tml"], id="TimeML without a folder"),
        pytest.param(["tag", "--output", "x"], id="a folder without TimeML"),
        pytest.param(["tag", "--format", "xml"], id="an unknown form"),
        pytest.param(["tag", "not-there.jsonl"], id="no such file"),
        pytest.param(["explain"], id="no text"),
        pytest.param(["explain", "last week", "--published", "soon"], id="no date"),
        pytest.param(["explain", "last week", "--language", "tlh"], id="an unknown language"),
        pytest.param(["explain", "last week", "--style", "ode"], id="an unknown style"),
        pytest.param(["explain", "last week", "--reasons", "tlh"], id="reasons in an unknown language"),
        pytest.param(["export", "--format", "stone"], id="an unknown format"),
        pytest.param(["export"], id="no format"),
        pytest.param(["build", "--config", "not-there.yml"], id="no such settings"),
        pytest.param(["conjure"], id="an unknown verb"),
    ],
)
def test_wrong_use_exits_2_with_a_message(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    result = run(*arguments)
    assert (2, "") == (result.exit_code, result.stdout)
    assert "Error: " in result.stderr
    assert [tmp_path / "content"] == list(tmp_path.iterdir())


def test_explain_says_rule_anchor_and_value() -> None:
    result = run("explain", "Kerry met Lavrov last week, for two days.", "--published", PUBLISHED)
    first, second = result.stdout.strip().split("\n\n")
    assert result.exit_code == 0
    for words in (
        "“last week” is read as a time counted back",
        "14 August 2015",
        "Monday 3 August to Sunday 9",
        "(en: ",
        "2015-W32)",
    ):
        assert words in first
    assert "P2D" in second


def test_explain_gives_the_reasons_in_the_language_that_is_asked_for() -> None:
    result = run("explain", "Kerry met Lavrov last week.", "--published", PUBLISHED, "--reasons", "de")
    assert "der Erscheinungstag ist Freitag, der 14. August 2015" in result.stdout


def test_explain_of_nothing_says_so() -> None:
    result = run("explain", "It may resume.", "--published", PUBLISHED)
    assert (0, "no time expression found\n") == (result.exit_code, result.stderr)


def test_formats_lists_each_with_what_it_is() -> None:
    result = run("formats")
    assert result.exit_code == 0
    assert re.search(r"^json +\S", result.stdout, re.MULTILINE)


def test_version_is_the_distributions() -> None:
    assert re.fullmatch(r"timeline, version \d+\.\d+\.\d+\n", run("--version").stdout)
