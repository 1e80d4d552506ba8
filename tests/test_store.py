"""What is kept between builds: it saves reading the same again, and changes nothing that comes out."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sites import build, tree, write_article, write_config

from timeline import readings
from timeline.errors import TimelineError
from timeline.site.report import unchanged
from timeline.store.database import FILE, FOLDER, opened_store

TALKS = "They met in Doha last week. Early in May they will meet *again*.<!-- when: 2015-05-02 -->"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three articles, one of them without a date."""
    write_article(tmp_path, "talks", TALKS)
    write_article(tmp_path, "report", "The meeting of 5 August 2015 was long, said Adwoa Mensah.", "date: 2015-08-20")
    write_article(tmp_path, "undated", "They met.", "title: x")
    write_config(tmp_path)
    return tmp_path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which articles were read so far."""
    done: list[str] = []

    def noted(article: readings.Article, expression_limit: int) -> readings.Reading:
        done.append(article.id)
        return read_times(article, expression_limit)

    read_times = readings.read_times
    monkeypatch.setattr(readings, "read_times", noted)
    return done


def store(folder: Path) -> Path:
    return folder / FOLDER / FILE


def test_only_what_changed_is_read_again(folder: Path, read: list[str]) -> None:
    build(folder)
    assert ["report", "talks"] == read
    write_article(folder, "talks", "They parted on 3 August 2015.")
    write_article(folder, "third", "In May 2014 they had not met.")
    (folder / "content" / "report.md").touch()
    build(folder)
    assert ["report", "talks", "talks", "third"] == read


def test_what_is_known_gives_the_same_site(folder: Path) -> None:
    first = build(folder)
    before = tree(folder / "site")
    assert (first.problems, first.anew) == ((problems := build(folder).problems), "")
    assert problems
    assert before == tree(folder / "site")


def test_other_settings_read_everything_again(folder: Path, read: list[str]) -> None:
    build(folder)
    write_config(folder, plugins="[{timeline: {style: narrative}}]")
    assert "the settings of the articles changed" == build(folder).anew
    assert 4 == len(read)


def test_another_version_of_the_program_reads_everything_again(
    folder: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(folder)
    monkeypatch.setattr("timeline.store.database.program", lambda: "another")
    assert "it was kept by another version of the program" == build(folder).anew
    assert 4 == len(read)


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    chance = random.Random(7)
    for _ in range(200):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def overwrite(path: Path) -> None:
    path.write_text("no database at all, and long enough that it cannot be taken for an empty one " * 50)


def become_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "x").touch()


def lose_a_table(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE said")
    connection.close()


@pytest.mark.parametrize(
    "damage", [flip, truncate, empty, overwrite, become_a_folder, lose_a_table], ids=lambda each: each.__name__
)
def test_a_damaged_store_changes_nothing(folder: Path, damage: Callable[[Path], None]) -> None:
    build(folder)
    before = tree(folder / "site")
    damage(store(folder))
    anew = build(folder).anew
    assert bool(anew) is (damage is not empty)
    assert before == tree(folder / "site")
    assert "" == build(folder).anew


def test_what_the_store_has_lost_of_an_article_is_read_again(folder: Path) -> None:
    build(folder)
    write_article(folder, "third", "The meeting of 5 August 2015 was long, said Adwoa Mensah.", "date: 2015-08-21")
    with sqlite3.connect(store(folder)) as connection:
        connection.execute("DELETE FROM pieces WHERE kind = 'article'")
    connection.close()
    build(folder)
    brought = tree(folder / "site")
    shutil.rmtree(folder / FOLDER)
    shutil.rmtree(folder / "site")
    build(folder)
    assert tree(folder / "site") == brought


def test_an_article_that_can_be_read_no_more_leaves_no_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(folder)
    monkeypatch.setattr("timeline.store.knowledge.encoded", lambda value: None)
    write_article(folder, "talks", "They parted on 3 August 2015.")
    build(folder)
    with sqlite3.connect(store(folder)) as connection:
        kept = connection.execute("SELECT data FROM pieces WHERE kind = 'article' AND name LIKE '%talks%'").fetchall()
    connection.close()
    assert kept == []


def test_words_of_a_store_are_never_executed(folder: Path, tmp_path: Path) -> None:
    build(folder)
    bad = b"cposix\nsystem\n(S'touch %s'\ntR." % os.fsencode(tmp_path / "owned")
    with opened_store(folder) as opened:
        opened.keep("article", [("content/talks.md", bad)])
    build(folder)
    assert not (tmp_path / "owned").exists()


def test_the_store_may_be_deleted(folder: Path, read: list[str]) -> None:
    build(folder)
    before = tree(folder / "site")
    shutil.rmtree(folder / FOLDER)
    assert "" == build(folder).anew
    assert 4 == len(read)
    assert before == tree(folder / "site")


def test_nothing_is_left_of_a_deleted_article(folder: Path) -> None:
    build(folder)
    assert b"Mensah" in store(folder).read_bytes()
    (folder / "content" / "report.md").unlink()
    build(folder)
    assert b"Mensah" not in store(folder).read_bytes()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_without_a_place_for_a_store_there_is_none(folder: Path) -> None:
    site = folder / "elsewhere"
    site.mkdir()
    write_config(folder, site_dir="elsewhere/site")
    folder.chmod(0o500)
    try:
        assert 2 == build(folder).articles
    finally:
        folder.chmod(0o700)


def test_a_second_build_waits_for_the_store(folder: Path) -> None:
    with opened_store(folder), pytest.raises(TimelineError, match="another build"), opened_store(folder, wait=0):
        pass


def test_what_a_failing_build_has_read_is_not_kept(folder: Path, read: list[str]) -> None:
    (folder / "own").mkdir()
    (folder / "own" / "home.html").write_text("{{ 1 / 0 }}")
    write_config(folder, theme="{name: null, custom_dir: own}")
    for _ in range(2):
        with pytest.raises(TimelineError):
            build(folder)
    assert 4 == len(read)
    assert "-journal" not in " ".join(path.name for path in (folder / FOLDER).iterdir())


class TestUnchanged:
    """When nothing changed, the last build is told again; when in doubt, it is not."""

    @pytest.fixture(autouse=True)
    def settled(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Files that were written a moment ago count as settled."""
        monkeypatch.setattr("timeline.site.report.TICK", -(10**12))

    def test_the_last_build_is_told_again(self, folder: Path) -> None:
        report = build(folder)
        again = unchanged(folder / "mkdocs.yml")
        assert again is not None
        assert (again.articles, again.events, again.pages, again.written) == (2, report.events, report.pages, 0)
        assert again.problems == report.problems
        assert [str(each) for each in again.skipped] == [str(each) for each in report.skipped]

    @pytest.mark.parametrize(
        ("path", "text"),
        [
            ("content/talks.md", "---\ndate: 2015-08-14\n---\nThey met last week.\n"),
            ("content/new/article.md", "---\ndate: 2015-08-14\n---\nThey met last week.\n"),
            ("mkdocs.yml", "site_name: Another\nplugins: [timeline]\ndocs_dir: content\n"),
            ("corrections.yml", "[]\n"),
            ("own/404.html", "gone"),
            ("site/index.html", "not ours"),
            ("site/more.html", "not ours"),
        ],
    )
    def test_what_was_written_since_is_seen(self, folder: Path, path: str, text: str) -> None:
        (folder / "own").mkdir()
        write_config(folder, theme="{name: null, custom_dir: own}")
        build(folder)
        assert unchanged(folder / "mkdocs.yml") is not None
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text)
        assert unchanged(folder / "mkdocs.yml") is None

    def test_what_is_gone_is_missed(self, folder: Path) -> None:
        build(folder)
        (folder / "site" / "404.html").unlink()
        assert unchanged(folder / "mkdocs.yml") is None
        build(folder)
        (folder / "content" / "report.md").unlink()
        assert unchanged(folder / "mkdocs.yml") is None

    @pytest.mark.parametrize(
        "settings",
        [
            {"site_name": "!ENV NAME"},
            {"plugins": "[timeline, search]"},
            {"theme": "mkdocs"},
            {"docs_dir": "docs"},
        ],
        ids=lambda settings: next(iter(settings)),
    )
    def test_where_not_all_is_known_that_it_hangs_on_it_is_built_again(
        self, folder: Path, settings: dict[str, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("NAME", "Named elsewhere")
        (folder / "docs").mkdir()
        (folder / "docs" / "page.md").write_text("# Page")
        write_config(folder, **settings)
        build(folder)
        assert unchanged(folder / "mkdocs.yml") is None

    def test_another_place_of_the_site_is_another_build(self, folder: Path) -> None:
        build(folder)
        assert unchanged(folder / "mkdocs.yml", folder / "elsewhere") is None
        assert unchanged(folder / "mkdocs.yml", folder / "site") is not None


def test_what_was_just_written_is_not_believed_to_stay(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.site.report.TICK", 10**12)
    build(folder)
    assert unchanged(folder / "mkdocs.yml") is None


def test_only_pages_that_changed_are_written(folder: Path) -> None:
    report = build(folder)
    assert report.written == report.pages
    assert build(folder).written == 0
    write_article(folder, "talks", TALKS.replace("Doha", "Muscat"))
    assert 0 < build(folder).written < report.pages
    files = {path.name: path.stat().st_ino for path in (folder / "site" / "articles").iterdir()}
    build(folder)
    assert files == {path.name: path.stat().st_ino for path in (folder / "site" / "articles").iterdir()}


def test_with_another_plugin_or_theme_all_pages_are_written_and_it_is_said(folder: Path) -> None:
    assert "" == build(folder).in_full
    write_config(folder, plugins="[timeline, search]")
    assert "search may have a say in any page" == build(folder).in_full
    write_config(folder, theme="mkdocs")
    assert "the theme mkdocs frames every page" == build(folder).in_full


def test_why_all_pages_are_made_again_is_said(folder: Path) -> None:
    assert "" == build(folder).again
    assert "" == build(folder).again
    write_config(folder, copyright="The desk")
    assert "the configuration changed" == build(folder).again
    (folder / "own").mkdir()
    (folder / "own" / "404.html").write_text("nothing here")
    write_config(folder, copyright="The desk", theme="{name: null, custom_dir: own}")
    assert "the templates changed" == build(folder).again
    (folder / "own" / "404.html").write_text("nothing")
    assert "the templates changed" == build(folder).again
    assert "" == build(folder).again
