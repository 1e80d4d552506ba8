"""`timeline check`: what an editor should look at, with its path and line, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sites import write_article

from timeline.checking import KINDS
from timeline.cli import main

DAM = "The dam at Obertal failed on 3 August 2015. Ann Okoye had warned of it. The rain had not stopped for a week."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], catch_exceptions=False)


def found(kind: str) -> list[str]:
    """The findings of a kind: path, line and message."""
    return [
        f"{each['path']}:{each['line']}: {each['message']}"
        for each in json.loads(run("--json").stdout)
        if each["kind"] == kind
    ]


def test_where_all_is_well_there_is_nothing_to_look_at(folder: Path) -> None:
    write_article(folder, "a", "The harbour was closed on Tuesday. It will open next Monday.")
    result = run("--strict")
    assert (0, "", "nothing to look at\n") == (result.exit_code, result.stdout, result.stderr)
    assert [] == json.loads(run("--json").stdout)


def test_an_article_that_cannot_be_read_is_named(folder: Path) -> None:
    write_article(folder, "a", "It failed.", head="title: A\ndate: 03/04/2015")
    assert ['content/a.md:3: date "03/04/2015" has two readings'] == found("skipped")


def test_an_inferred_date_is_named_with_its_reason(folder: Path) -> None:
    write_article(folder, "a", "LOTA, August 14, 2015 - It failed on Tuesday.", head="title: A")
    assert [
        "content/a.md:1: nobody wrote when it was published; 2015-08-14 is inferred: its dateline gives “August 14, 2015”"
    ] == found("inferred date")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "It rained.\n\nThe dam failed on 03/04/2015.",
            ['7: "03/04/2015" is read as 2015-03-04, and could be day and month'],
        ),
        ("The dam failed on 03/14/2015 and 04/04/2015.", []),
        ("The dam failed on Tuesday, and will be built again in May.", []),
    ],
)
def test_an_expression_with_two_readings_is_named_on_its_line(folder: Path, body: str, expected: list[str]) -> None:
    write_article(folder, "a", body)
    named = found("ambiguous")
    assert len(expected) == len(named)
    assert all(name.startswith(f"content/a.md:{start}") for name, start in zip(named, expected, strict=True))


def test_a_vague_date_is_named(folder: Path) -> None:
    write_article(folder, "a", "It rained.\n\nThe dam was built around 1950.")
    lead, message = found("vague")
    assert lead.endswith(" is dated by the publication of its article alone, as 2015-08-14")
    assert message.startswith("content/a.md:7: the event ")
    assert message.endswith(' is dated by "around 1950" alone, as 1950')


def test_nobody_can_say_more_exactly_when_what_is_planned_will_be_done(folder: Path) -> None:
    write_article(folder, "a", "The towns want to sign the lake treaty by 2024. The dam was finished by 2012.")
    [message] = found("vague")
    assert ' is dated by "2012" alone' in message


def test_sources_that_contradict_each_other_are_named(folder: Path) -> None:
    for name, day in (("a", "3"), ("b", "5")):
        write_article(folder, name, f"The dam at Obertal failed on {day} August 2015, Ann Okoye said.")
    merged = run("--json").stdout
    events = [each["message"].split()[2] for each in json.loads(merged)]
    assert events == [] or found("contradiction")
    [one, two] = [event["id"] for event in _events()]
    (folder / "corrections.yml").write_text(f"- event: {one}\n  merge: {two}\n  by: A\n  why: the same\n", "utf-8")
    [message] = found("contradiction")
    assert "give 2015-08-03 and 2015-08-05 (content/a.md, content/b.md)" in message


HOMS = "It rained.\n\nThe blast at the Homs market killed %s people on 3 August 2015, Ann Okoye said."


def test_what_is_told_as_two_events_because_two_numbers_are_given_is_named_once_with_both_places(folder: Path) -> None:
    write_article(folder, "a", HOMS % 14)
    write_article(folder, "b", f"Nothing else.\n\n{HOMS % 21}")
    one, other = (each["id"] for each in _events() if each["start"] == "2015-08-03")
    assert [
        f"content/a.md:7: the event {one} is told otherwise as {other} (content/b.md:9): number of dead: here 14, there 21"
    ] == found("contradiction")


def test_what_an_editor_merges_though_two_numbers_are_given_is_named(folder: Path) -> None:
    write_article(folder, "a", HOMS % 14)
    write_article(folder, "b", HOMS % 21)
    one, other = (each["id"] for each in _events() if each["start"] == "2015-08-03")
    (folder / "corrections.yml").write_text(f"- event: {one}\n  merge: {other}\n  by: A\n  why: the same\n", "utf-8")
    assert [
        f"content/a.md:7: the event {one} was merged though content/b.md:7 says otherwise: "
        "number of dead: here 14, there 21"
    ] == found("contradiction")


def why(*ids: str) -> Result:
    return CliRunner().invoke(main, ["why", *ids])


def test_why_tells_what_keeps_two_events_apart(folder: Path) -> None:
    write_article(folder, "a", HOMS % 14)
    write_article(folder, "b", HOMS % 21)
    one, other = (each["id"] for each in _events() if each["start"] == "2015-08-03")
    verdict, dates, shared, alike, against = why(one, other).stdout.splitlines()
    assert "they are told as two events" == verdict
    assert "  their dates can be one: 3 August 2015, 3 August 2015" == dates
    assert shared.startswith("  both say “blast”, “killed”")
    assert alike.startswith("  that makes them alike enough: ")
    assert "  they contradict each other: number of dead: here 14, there 21" == against


def test_why_tells_of_two_days_and_of_what_an_editor_decided(folder: Path) -> None:
    write_article(folder, "a", "The ferry sank off Keta on 3 August 2015.")
    write_article(folder, "b", "The mayor of Lome opened a market on 5 August 2015.")
    one, other = (each["id"] for each in _events())
    assert [
        "they are told as two events",
        "  their dates cannot be one: 3 August 2015, 5 August 2015",
        "  they have no word in common that says much",
        "  that does not make them alike enough: 0.00, of 1, where 0.21 is asked for",
    ] == why(one, other).stdout.splitlines()
    (folder / "corrections.yml").write_text(f"- event: {one}\n  merge: {other}\n  by: A\n  why: the same\n", "utf-8")
    lines = why(one, other).stdout.splitlines()
    assert "they are told as one event" == lines[0]
    assert "  an editor decided it: corrected by A: it was told as 2 events; the same" == lines[-1]


def test_why_names_no_correction_that_did_not_decide_it(folder: Path) -> None:
    write_article(folder, "a", "The ferry sank off Keta on 3 August 2015.")
    write_article(folder, "b", "The ferry sank off Keta on 3 August 2015, police said.")
    write_article(folder, "c", "The mayor of Lome opened a market on 3 August 2015.")
    write_article(folder, "d", "A ferry sank off Keta on 3 August 2015.")
    market = next(each["id"] for each in _events() if "market" in each["headline"])
    first, _, third = next([told["id"] for told in each["sources"]] for each in _events() if each["id"] != market)
    (folder / "corrections.yml").write_text(
        f"- event: {first}\n  merge: {market}\n  by: A\n  why: the same\n"
        f"- event: {first}\n  split: {third}\n  by: A\n  why: another ferry\n",
        "utf-8",
    )
    assert "another ferry" not in why(first, market).stdout
    assert "; the same" not in why(first, third).stdout
    assert why(first, third).stdout.endswith("; another ferry\n")


def test_why_names_an_id_that_nothing_has(folder: Path) -> None:
    write_article(folder, "a", DAM)
    result = why("5c7d0e21ab34", "5c7d0e21ab34")
    assert (2, 'no event or mention with a date has the id "5c7d0e21ab34"') == (
        result.exit_code, result.stderr.split(";")[0].removeprefix("Error: "),
    )  # fmt: skip


def test_why_says_who_hid_an_event(folder: Path) -> None:
    write_article(folder, "a", DAM)
    identity = _events()[0]["id"]
    (folder / "corrections.yml").write_text(f"- event: {identity}\n  hide: true\n  by: Ann\n  why: a rumour\n", "utf-8")
    result = why(identity, identity)
    assert (2, f'the event "{identity}" is hidden, by Ann: a rumour') == (
        result.exit_code, result.stderr.split(";")[0].removeprefix("Error: "),
    )  # fmt: skip


def _events() -> list[dict[str, str]]:
    events: list[dict[str, str]] = json.loads(CliRunner().invoke(main, ["export", "--format", "json"]).stdout)["events"]
    return events


def test_a_correction_that_no_longer_applies_is_named(folder: Path) -> None:
    write_article(folder, "a", DAM)
    (folder / "corrections.yml").write_text("- event: 5c7d0e21ab34\n  hide: true\n  by: A\n  why: gone\n", "utf-8")
    [message] = found("correction")
    assert message.startswith("corrections.yml:1: ")


def test_articles_that_are_likely_the_same_are_named(folder: Path) -> None:
    write_article(folder, "a", DAM)
    write_article(folder, "b", DAM + " More rain was expected on the next day.")
    write_article(folder, "c", "The harbour of Lakeview was closed on Tuesday. Ann Okoye had warned of it.")
    write_article(folder, "d", "One.", head="date: 2015-08-14\nurl: https://example.org/1")
    write_article(folder, "e", "Two.", head="date: 2015-08-15\nurl: https://example.org/1")
    assert [
        "content/b.md:1: tells nearly the same as content/a.md",
        "content/e.md:1: tells nearly the same as content/d.md",
    ] == found("duplicate")


def test_people_get_a_line_each_and_strict_ends_with_1(folder: Path) -> None:
    write_article(folder, "a", "The dam was built around 1950.")
    result = run("--strict")
    assert 1 == result.exit_code
    assert result.stdout.startswith("content/a.md:5: vague: ")
    assert result.stdout.endswith("; say it more exactly in corrections.yml if you know it\n")
    assert "1 vague\n" == result.stderr
    assert 0 == run().exit_code
    assert {each["kind"] for each in json.loads(run("--json").stdout)} <= set(KINDS)
