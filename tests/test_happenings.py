"""What texts tell with their dates, as the verb `timeline events` writes it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.cli import main

PUBLISHED = "2015-08-14"
TEXT = "The mayor said on Friday that the talks had ended last week."


def run(*arguments: str, lines: str | bytes | None = None) -> Result:
    """The verb's exit status, standard output and standard error."""
    return CliRunner().invoke(main, ["events", *arguments], input=lines, catch_exceptions=False)


def json_line(text: str, **fields: object) -> str:
    return json.dumps({"id": "a1", "published": PUBLISHED, "text": text, **fields}) + "\n"


def told(text: str, **fields: object) -> list[tuple[str, str, str | None]]:
    """Each event of a text: the words of its date, those of its clause, its value."""
    [answer] = map(json.loads, run(lines=json_line(text, **fields)).stdout.splitlines())
    return [
        (
            text[each["expression"]["start"] : each["expression"]["end"]],
            text[each["start"] : each["end"]],
            each["value"],
        )
        for each in answer["events"]
    ]


def test_one_line_in_gives_one_line_out_with_the_fields_of_the_contract() -> None:
    result = run(lines=json_line("Ann met Ben last week."))
    assert (0, "") == (result.exit_code, result.stderr)
    assert {
        "id": "a1",
        "events": [
            {
                "start": 0,
                "end": 21,
                "expression": {"start": 12, "end": 21},
                "value": "2015-W32",
                "interval": ["2015-08-03", "2015-08-10"],
                "certainty": "inferred",
                "headline": "Ann met Ben",
            }
        ],
    } == json.loads(result.stdout)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            TEXT,
            [
                ("Friday", "The mayor said on Friday", "2015-08-14"),
                ("last week", "the talks had ended last week", "2015-W32"),
            ],
            id="the smallest span",
        ),
        pytest.param(
            "The dam was shut from 3 June 2013 to 5 June 2013.",
            [
                (
                    "3 June 2013 to 5 June 2013",
                    "The dam was shut from 3 June 2013 to 5 June 2013",
                    "2013-06-03/2013-06-05",
                )
            ],
            id="a range is one",
        ),
        pytest.param(
            "Talks were held recently.", [("recently", "Talks were held recently", "PAST_REF")], id="no place"
        ),
        pytest.param(
            "The mine lost a million in the quarter ended June 30.",
            [("the quarter ended June 30", "The mine lost a million in the quarter ended June 30", "2015-Q2")],
            id="what bounds a period goes with it",
        ),
        pytest.param(
            "On Tuesday night, 11 August, the mine closed.",
            [("Tuesday night, 11 August", "On Tuesday night, 11 August, the mine closed", "2015-08-11TNI")],
            id="a night and its day are one",
        ),
        pytest.param(
            "On Tuesday night, 4 August, the mine closed.",
            [("Tuesday night, 4 August", "On Tuesday night, 4 August, the mine closed", "2015-08-04")],
            id="the day tells which night",
        ),
        pytest.param(
            "Harvests have been poor in recent years.",
            [("recent years", "Harvests have been poor in recent years", "PXY")],
            id="years that nobody counted",
        ),
        pytest.param("Harvests have been poor for several years.", [], id="how long is not when"),
        pytest.param("They meet every Friday, for two hours.", [], id="sets and durations date nothing"),
        pytest.param("The council rejected the plan.", [], id="what has no date is left out"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_dates_and_clauses_are_told(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert expected == told(text)


def test_without_a_publication_date_value_and_interval_are_null() -> None:
    [answer] = map(json.loads, run(lines=json_line("Ann met Ben last week.", published="")).stdout.splitlines())
    [event] = answer["events"]
    assert (None, None, "vague") == (event["value"], event["interval"], event["certainty"])


def test_each_text_is_in_its_own_language() -> None:
    text = "Der Rat tagte am Montag, nachdem die Brücke am Sonntag eingestürzt war."
    assert [("Montag", "2015-08-10"), ("Sonntag", "2015-08-09")] == [
        (words.removeprefix("am "), value) for words, _, value in told(text, language="de")
    ]


def test_bad_lines_are_named_and_the_others_go_on() -> None:
    result = run(lines=json_line(TEXT) + "no JSON\n" + json_line(TEXT))
    assert (1, 2) == (result.exit_code, len(result.stdout.splitlines()))
    assert result.stderr.startswith("standard input:2: no JSON")


def test_files_folders_and_workers_give_the_same_answers_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_text(json_line(TEXT) * 3, "utf-8")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    alone = run(str(tmp_path), "--published", PUBLISHED)
    assert ["a", "a1", "a1", "a1"] == [json.loads(line)["id"] for line in alone.stdout.splitlines()]
    assert alone.stdout == run(str(tmp_path), "--published", PUBLISHED, "--workers", "2").stdout


def test_no_character_of_a_text_breaks_its_line() -> None:
    result = run(lines=json_line("A line\u2028one\x85two\u2029three met them last week."))
    assert 1 == len(result.stdout.splitlines())


@pytest.mark.parametrize(
    "arguments",
    [["--published", "soon"], ["--language", "tlh"], ["--style", "ode"], ["not-there.jsonl"], ["--workers", "0"]],
)
def test_wrong_use_exits_2_with_a_message(arguments: list[str]) -> None:
    result = run(*arguments, lines=json_line(TEXT))
    assert (2, "") == (result.exit_code, result.stdout)
    assert "Error: " in result.stderr
