"""What a build would change is told before it is done, and nothing is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from sites import build, tree, write_article, write_config

from timeline.cli import main
from timeline.site.publishing import preview, read_timeline

TALKS = "Okoye signed the treaty of Accra last week."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two articles that was built."""
    write_article(tmp_path, "talks", TALKS)
    write_article(tmp_path, "storm", "The storm hit Lagos on 5 August 2015.", "date: 2015-08-20")
    write_config(tmp_path)
    build(tmp_path)
    return tmp_path


def changes(folder: Path) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(each.kind, each.when, each.before) for each in preview(folder / "mkdocs.yml").changes]


def test_where_nothing_changed_nothing_is_told(folder: Path) -> None:
    assert changes(folder) == []


def test_events_come_and_go(folder: Path) -> None:
    write_article(folder, "third", "The bridge at Tema opened on 3 May 2014.")
    (folder / "content" / "storm.md").unlink()
    assert changes(folder) == [("added", "2014-05-03", ()), ("removed", "2015-08-05", ())]


def test_an_article_of_another_date_moves_its_events(folder: Path) -> None:
    write_article(folder, "talks", TALKS, "date: 2015-08-21")
    assert changes(folder) == [("re-dated", "2015-W33", ("2015-W32",))]


def test_what_an_editor_merges_and_splits_again_is_told(folder: Path) -> None:
    events = read_timeline(folder / "mkdocs.yml").events
    ids = [event.id for event in events]
    entry = f"- event: {ids[0]}\n  merge: [{ids[1]}]\n  by: Ama\n  why: one visit\n"
    (folder / "corrections.yml").write_text(entry)
    assert [(kind, sorted(before)) for kind, _, before in changes(folder)] == [("merged", sorted(ids))]
    build(folder)
    (folder / "corrections.yml").unlink()
    assert ("split", sorted(ids)) in [(kind, sorted(before)) for kind, _, before in changes(folder)]


def test_what_an_editor_has_dated_is_not_told_again_and_again(folder: Path) -> None:
    [event, _] = read_timeline(folder / "mkdocs.yml").events
    text = f"- event: {event.id}\n  date: 2015-08-04\n  by: Ama\n  why: she was there\n"
    (folder / "corrections.yml").write_text(text)
    build(folder)
    assert changes(folder) == []


def test_nothing_is_published_and_nothing_kept(folder: Path) -> None:
    there = tree(folder)
    write_article(folder, "third", "The bridge at Tema opened on 3 May 2014.")
    there["content/third.md"] = (folder / "content" / "third.md").read_bytes()
    preview(folder / "mkdocs.yml")
    assert tree(folder) == there


def test_before_the_first_build_all_is_new_and_no_store_is_made(tmp_path: Path) -> None:
    write_article(tmp_path, "talks", TALKS)
    write_config(tmp_path)
    assert changes(tmp_path) == [("added", "2015-W32", ())]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "mkdocs.yml"]


def test_the_command_tells_each_change_in_a_line_and_their_number(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    write_article(folder, "talks", TALKS, "date: 2015-08-21")
    answer = CliRunner().invoke(main, ["build", "--dry-run"])
    assert answer.exit_code == 0
    assert answer.output.splitlines() == [
        "re-dated 2015-W33 (was 2015-W32) Okoye signed the treaty of Accra",
        "0 added, 1 re-dated, 0 merged, 0 split, 0 removed",
    ]
