"""Where texts to be tagged come from: files of each kind, whole folders, standard input."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.batching import Defaults, answer_texts
from timeline.cli import main
from timeline.importing.texts import read_texts
from timeline.importing.timeml import read_timeml

SENTENCE = "Kerry met Lavrov last week."
TIMEML = (
    '<TimeML><DCT><TIMEX3 type="DATE" value="{published}"/></DCT>'
    "<TEXT>Kerry met Lavrov <TIMEX3>last week</TIMEX3>.</TEXT></TimeML>"
)
LINE = json.dumps({"id": "line", "published": "2013-02-12", "text": SENTENCE})


def run(*arguments: str | Path, source: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(each) for each in ("tag", *arguments)], input=source, catch_exceptions=False)


def told(result: Result) -> list[tuple[object, list[object]]]:
    """The id of each answer, and its values."""
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    return [(answer["id"], [each["value"] for each in answer["expressions"]]) for answer in answers]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder of texts of every kind, and of what is none."""
    files = {
        "b.txt": SENTENCE,
        "a/c.tml": TIMEML.format(published="2014-08-14"),
        "a/lines.jsonl": f"{LINE}\n{LINE}\n",
        "D.TXT": "Nobody said when.",
        "notes.md": SENTENCE,
        ".hidden.txt": SENTENCE,
        ".git/x.txt": SENTENCE,
    }
    for name, content in files.items():
        path = tmp_path / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    (tmp_path / "corpus" / "e.txt").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "corpus" / "pipe.txt")
    return tmp_path / "corpus"


EVERYTHING = [
    ("D", []),
    ("a/c", ["2014-W32"]),
    ("line", ["2013-W06"]),
    ("line", ["2013-W06"]),
    ("b", ["2015-W32"]),
]


def test_a_folder_gives_its_texts_in_the_order_of_their_names(corpus: Path) -> None:
    result = run(corpus, "--published", "2015-08-14")
    assert (0, EVERYTHING) == (result.exit_code, told(result))


@pytest.mark.parametrize("workers", ["1", "2"])
def test_files_and_standard_input_are_read_in_the_order_they_are_named(corpus: Path, workers: str) -> None:
    paths = [corpus / "b.txt", "-", corpus / "a" / "c.tml", corpus / "a" / "lines.jsonl"]
    result = run(*paths, "--published", "2015-08-14", "--workers", workers, source=LINE)
    assert ["b", "line", "c", "line", "line"] == [name for name, _ in told(result)]


def test_a_text_file_without_a_publication_date_has_what_it_fixes_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They met on 5 May 2013.", "utf-8")
    (tmp_path / "b.txt").write_text(SENTENCE, "utf-8")
    assert [("a", ["2013-05-05"]), ("b", [None])] == told(run(tmp_path))


def test_what_a_text_says_of_itself_goes_before_what_the_command_says(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(TIMEML.format(published="2014-08-14"), "utf-8")
    (tmp_path / "b.jsonl").write_text(LINE, "utf-8")
    assert [("a", ["2014-W32"]), ("line", ["2013-W06"])] == told(run(tmp_path, "--published", "2015-08-14"))


def test_language_and_style_of_the_command_are_those_of_texts_that_say_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Sie kamen letzte Woche.", "utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": "They came last week.", "language": "en"}), "utf-8")
    result = run(tmp_path, "--language", "de", "--published", "2015-08-14")
    assert [("a", ["2015-W32"]), (None, ["2015-W32"])] == told(result)


def test_a_text_keeps_every_character(tmp_path: Path) -> None:
    text = "\r\nOne\rtwo\n\n  they met last\u00a0week — 😀 İ.\t\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode("utf-8-sig"))
    assert 0 == run(tmp_path / "a.txt", "--format", "tml", "--output", tmp_path / "out").exit_code
    back = read_timeml((tmp_path / "out" / "a.tml").read_bytes())
    assert text == back.text
    assert ["last\u00a0week"] == [back.text[time.start : time.end] for time in back.times]
    [answer] = [json.loads(line) for line in run(tmp_path / "a.txt").stdout.splitlines()]
    assert [(time.start, time.end) for time in back.times] == [
        (each["start"], each["end"]) for each in answer["expressions"]
    ]


def test_a_folder_becomes_a_folder_of_timeml(corpus: Path, tmp_path: Path) -> None:
    (corpus / "a" / "lines.jsonl").unlink()
    result = run(corpus, "--published", "2015-08-14", "--format", "tml", "--output", tmp_path / "out")
    assert (0, "", "") == (result.exit_code, result.stdout, result.stderr)
    assert [("D", "2015-08-14", []), ("a-c", "2014-08-14", ["2014-W32"]), ("b", "2015-08-14", ["2015-W32"])] == [
        (path.stem, read.published, [time.value for time in read.times])
        for path in sorted((tmp_path / "out").iterdir())
        for read in [read_timeml(path.read_bytes())]
    ]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        pytest.param("a.txt", b"caf\xe9", ":1: byte 0xE9 is no UTF-8; save the file in UTF-8", id="Latin-1"),
        pytest.param("a.txt", b"one\n\0", ":2: holds a NUL character; save it as text in UTF-8", id="a null"),
        pytest.param("a.txt", b"x" * 101, ": is larger than 100 bytes; split it", id="a text beyond the limit"),
        pytest.param("a.tml", b"<TimeML>", ":1: no XML: no element found; write it as TimeML", id="no TimeML"),
        pytest.param("a.jsonl", b"{}", ":1: object missing required field `text`", id="no text"),
        pytest.param("a.jsonl", b"x" * 101, ":1: is longer than 100 bytes; split the text", id="a line beyond it"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_others_go_on(
    name: str, content: bytes, problem: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "b.txt").write_text(SENTENCE, "utf-8")
    broken, good = answer_texts(read_texts([tmp_path], limit=100), defaults=Defaults("2015-08-14"))
    assert broken.problem.startswith(f"{tmp_path / name}{problem}")
    assert b'"2015-W32"' in good.content


def test_a_folder_with_a_text_that_cannot_be_read_ends_with_status_1(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    (tmp_path / "b.txt").write_text(SENTENCE, "utf-8")
    result = run(tmp_path, "--published", "2015-08-14")
    assert (1, [("b", ["2015-W32"])]) == (result.exit_code, told(result))
    assert f"{tmp_path / 'a.txt'}:1: byte 0xE9 is no UTF-8; save the file in UTF-8\n" == result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["empty"], id="a folder without texts"),
        pytest.param(["a.txt", "--published", "soon"], id="no date"),
        pytest.param(["a.txt", "--language", "tlh"], id="an unknown language"),
        pytest.param(["a.txt", "--style", "ode"], id="an unknown style"),
        pytest.param(["a.txt", "--workers", "0"], id="nobody to do the work"),
        pytest.param(["a.txt", "b.txt"], id="no such file"),
    ],
)
def test_wrong_use_exits_2(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text(SENTENCE, "utf-8")
    result = run(*arguments)
    assert (2, "") == (result.exit_code, result.stdout)
    assert "Error: " in result.stderr


def test_a_file_is_opened_when_its_turn_comes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("One.", "utf-8")
    second.write_text("Two.", "utf-8")
    texts = read_texts([first, second])
    next(texts)
    second.write_text("Three.", "utf-8")
    assert "Three." == next(texts).content.text  # type: ignore[union-attr]
