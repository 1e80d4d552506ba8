"""Many articles to read: shared by processes, broken off where one takes too long, told while it goes on."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from sites import build, tree, write_article, write_config

import timeline
from timeline import readings
from timeline.pipeline import Manner
from timeline.site.publishing import publish
from timeline.store import knowledge
from timeline.watchdog import TooLong, at_most


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(9):
        write_article(tmp_path, f"a{number}", f"They met on {number + 1} August 2015, and a month later in Doha.")
    write_article(tmp_path, "undated", "They met.", "title: x")
    write_article(tmp_path, "half", "They met \ud800 last week.".encode("utf-8", "replace").decode())
    write_config(tmp_path)
    return tmp_path


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few articles are many."""
    monkeypatch.setattr(knowledge, "_FEW", 1)
    monkeypatch.setattr(knowledge, "_BATCH", 2)


@pytest.fixture
def endless(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The article a4 takes for ever."""
    timeline.build(folder / "content")  # so that no article has to wait for its language

    def read(article: readings.Article, expression_limit: int) -> readings.Reading:
        while article.id == "a4":
            pass
        return read_times(article, expression_limit)

    read_times = readings.read_times
    monkeypatch.setattr(readings, "SECONDS", 0.5)
    monkeypatch.setattr(readings, "read_times", read)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("workers", [2, 3])
def test_as_many_as_may_read_the_site_is_the_same(folder: Path, workers: int) -> None:
    build(folder)
    alone = tree(folder / "site")
    publish(folder / "mkdocs.yml", folder / "other", Manner(workers))
    assert tree(folder / "other") == alone
    (folder / ".timeline" / "store.sqlite").unlink()
    publish(folder / "mkdocs.yml", folder / "other", Manner(workers))
    assert tree(folder / "other") == alone
    write_article(folder, "a2", "They met on 2 May 2015.")
    write_article(folder, "a6", "They met on 6 May 2015.")
    publish(folder / "mkdocs.yml", folder / "other", Manner(workers))
    build(folder)
    assert tree(folder / "other") == tree(folder / "site") != alone


@pytest.mark.usefixtures("few", "endless")
@pytest.mark.parametrize("workers", [1, 2])
def test_an_article_that_takes_too_long_is_named_and_the_others_are_there(folder: Path, workers: int) -> None:
    report = publish(folder / "mkdocs.yml", None, Manner(workers))
    [slow] = [str(each) for each in report.skipped if "a4" in str(each)]
    assert "content/a4.md:1: takes more than 5 seconds of computing; split it, or take out what nobody reads" == slow
    assert len(list((folder / "site" / "articles").glob("a*.html"))) == 8


@pytest.mark.usefixtures("endless")
def test_what_took_too_long_once_is_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(folder)
    monkeypatch.undo()
    assert not any("a4" in str(each) for each in build(folder).skipped)


def test_work_is_broken_off_that_takes_every_failure_for_its_own() -> None:
    def endless() -> None:
        while True:
            with suppress(Exception):
                while True:
                    pass

    with at_most(0.05), pytest.raises(TooLong):
        endless()


def test_work_that_ends_in_time_is_left_alone() -> None:
    with at_most(60):
        done = sum(range(10))
    assert done == 45


def test_how_far_it_has_come_is_told(folder: Path) -> None:
    told: dict[str, tuple[int, int]] = {}

    def progress(what: str, done: int, of: int) -> None:
        told[what] = done, of

    publish(folder / "mkdocs.yml", None, Manner(progress=progress))
    assert told["articles read"] == (11, 11)
    assert told["files written"][0] > len(list((folder / "site").rglob("*.html"))) - 1


def test_what_cannot_be_read_is_named_before_the_first_page_is_made(folder: Path) -> None:
    told: list[str] = []
    write_article(folder, "undated", "They met.", "title: x")
    manner = Manner(progress=lambda what, done, of: told.append(what), name=lambda error: told.append(str(error.path)))
    publish(folder / "mkdocs.yml", None, manner)
    first = told.index("files written")
    assert {"articles read", "content/undated.md"} == set(told[:first])
    assert {"files written"} == set(told[first:])
