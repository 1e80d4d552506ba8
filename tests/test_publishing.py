"""Publishing: the site that is there is the old one or the new one, whole, whatever happens."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sites import build, tree, write_article, write_config

from timeline.errors import TemplateError, TimelineError, UsageError
from timeline.site.publishing import publish, read_timeline
from timeline.site.replacing import replacing

AT_ONCE = 20 if "FAULTS" in os.environ else 2
KILLS = int(os.environ.get("KILLS", "12"))
"""So many builds are killed; `make faults` kills 200."""


def fill(directory: Path, word: str, files: int = 3) -> None:
    directory.mkdir(exist_ok=True)
    for number in range(files):
        (directory / f"{number}.html").write_text(word)


def build_half(site: Path) -> None:
    """A build that fails when it has written one page."""
    with replacing(site) as fresh:
        fill(fresh, "new", files=1)
        raise ZeroDivisionError


class TestReplacing:
    """The step by which a finished directory is put in place."""

    @pytest.mark.parametrize("there", ["nothing", "directory", "link", "link to nothing"])
    def test_the_new_directory_stands_alone_where_the_old_one_stood(self, tmp_path: Path, there: str) -> None:
        site = tmp_path / "site"
        real = tmp_path / "elsewhere" / "real" if "link" in there else site
        real.parent.mkdir(exist_ok=True)
        if there in ("directory", "link"):
            fill(real, "old", files=5)
        if "link" in there:
            site.symlink_to(real)

        with replacing(site) as fresh:
            fill(fresh, "new")

        assert tree(site) == {f"{n}.html": b"new" for n in range(3)}
        assert site.is_symlink() is ("link" in there)
        assert [path.name for path in real.parent.iterdir()] == [real.name]

    def test_a_failing_build_leaves_the_old_site_and_no_litter(self, tmp_path: Path) -> None:
        site = tmp_path / "site"
        fill(site, "old")
        with pytest.raises(ZeroDivisionError):
            build_half(site)
        assert tree(site) == {f"{n}.html": b"old" for n in range(3)}
        assert [path.name for path in tmp_path.iterdir()] == ["site"]

    def test_a_failing_first_build_publishes_nothing(self, tmp_path: Path) -> None:
        with pytest.raises(ZeroDivisionError):
            build_half(tmp_path / "site")
        assert list(tmp_path.iterdir()) == []

    def test_entries_that_begin_with_a_dot_are_carried_over(self, tmp_path: Path) -> None:
        site = tmp_path / "site"
        site.mkdir()
        fill(site / ".git", "history")
        (site / ".nojekyll").touch()
        with replacing(site) as fresh:
            fill(fresh, "new", files=1)
        assert sorted(tree(site)) == [".git/0.html", ".git/1.html", ".git/2.html", ".nojekyll", "0.html"]

    def test_a_file_in_the_way_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "site").write_text("not a directory")
        with pytest.raises(UsageError, match="is a file"), replacing(tmp_path / "site"):
            pass

    def test_the_working_directory_is_never_replaced(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        with pytest.raises(UsageError, match="cannot be replaced"), replacing(Path()):
            pass

    def test_a_second_build_says_who_holds_the_lock(self, tmp_path: Path) -> None:
        with (
            replacing(tmp_path / "site") as fresh,
            pytest.raises(TimelineError, match=f"process {os.getpid()}"),
            replacing(tmp_path / "site", wait=0),
        ):
            pass
        assert not fresh.exists()

    def test_without_exchange_two_renames_do(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("timeline.site.replacing._exchange", lambda one, other: False)
        fill(tmp_path / "site", "old")
        with replacing(tmp_path / "site") as fresh:
            fill(fresh, "new")
        assert tree(tmp_path / "site") == {f"{n}.html": b"new" for n in range(3)}
        assert [path.name for path in tmp_path.iterdir()] == ["site"]

    def test_a_build_killed_between_the_two_renames_is_mended_by_the_next(self, tmp_path: Path) -> None:
        fill(tmp_path / ".site.old", "old")
        fill(tmp_path / ".site.building", "half")
        with pytest.raises(ZeroDivisionError):
            build_half(tmp_path / "site")
        assert tree(tmp_path / "site") == {f"{n}.html": b"old" for n in range(3)}
        assert [path.name for path in tmp_path.iterdir()] == ["site"]

    def test_a_killed_build_leaves_the_old_site_and_the_next_build_takes_over_its_lock(self, tmp_path: Path) -> None:
        fill(tmp_path / "site", "old")
        ready = multiprocessing.get_context("fork").Event()
        build = multiprocessing.get_context("fork").Process(target=_build_for_ever, args=(tmp_path / "site", ready))
        build.start()
        assert ready.wait(30)
        assert build.pid is not None
        os.kill(build.pid, signal.SIGKILL)
        build.join()
        assert tree(tmp_path / "site") == {f"{n}.html": b"old" for n in range(3)}

        with replacing(tmp_path / "site", wait=1) as fresh:
            fill(fresh, "new")
        assert tree(tmp_path / "site") == {f"{n}.html": b"new" for n in range(3)}
        assert [path.name for path in tmp_path.iterdir()] == ["site"]


def _build_for_ever(site: Path, ready: multiprocessing.synchronize.Event) -> None:
    with replacing(site) as fresh:
        fill(fresh, "half", files=1)
        ready.set()
        signal.pause()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two articles, whose settings are told."""
    write_article(tmp_path, "talks", "They met in Doha last week.")
    write_article(tmp_path, "report", "The meeting of 5 August 2015 was long.", "date: 2015-08-20")
    write_config(tmp_path)
    return tmp_path


def names(folder: Path) -> list[str]:
    """What stands in a folder, but for what is known of its articles."""
    return sorted(path.name for path in folder.iterdir() if path.name != ".timeline")


class TestPublish:
    """A whole build."""

    def test_it_tells_what_it_did(self, folder: Path) -> None:
        write_article(folder, "undated", "They met.", "title: x")
        report = build(folder)
        assert (report.articles, report.events, report.pages) == (2, 2, 6)
        assert [str(error.path) for error in report.skipped] == ["content/undated.md"]
        assert len(report.problems) == 1
        assert report.site_dir == folder / "site"

    def test_a_folder_with_nothing_but_articles_is_built_with_defaults(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (folder / "mkdocs.yml").unlink()
        (folder / "docs").mkdir()
        (folder / "docs" / "page.md").write_text("# A page of something else\n")
        monkeypatch.chdir(folder)
        publish()
        assert sorted(path.name for path in (folder / "site").iterdir()) == [
            "404.html",
            "articles",
            "assets",
            "embed",
            "how-dates-were-resolved.html",
            "index.html",
            "timeline.json",
            "timeline.schema.json",
        ]

    @pytest.mark.parametrize("site", ["nothing", "directory", "link"])
    @pytest.mark.parametrize("failing", ["home.html", "article.html", "404.html", "main.html"])
    def test_a_template_that_fails_leaves_the_published_site_whole(self, folder: Path, site: str, failing: str) -> None:
        (folder / "docs").mkdir()
        (folder / "docs" / "page.md").write_text("# Page\n")
        write_config(folder, docs_dir="docs")
        if site == "link":
            (folder / "real").mkdir()
            (folder / "site").symlink_to(folder / "real")
        if site != "nothing":
            build(folder)
        before, there = tree(folder / "site") if site != "nothing" else {}, names(folder)
        (folder / "own").mkdir()
        (folder / "own" / failing).write_text("{{ 1 / 0 }}")
        write_config(folder, docs_dir="docs", theme="{name: null, custom_dir: own}")
        with pytest.raises((TimelineError, ZeroDivisionError)):
            build(folder)
        assert names(folder) == sorted([*there, "own"])
        assert (tree(folder / "site") if site != "nothing" else {}) == before

    def test_a_template_that_is_not_well_formed_is_named_with_its_line(self, folder: Path) -> None:
        (folder / "own").mkdir()
        (folder / "own" / "home.html").write_text("\n{% if %}")
        write_config(folder, theme="{name: null, custom_dir: own}")
        with pytest.raises(TemplateError, match=r"own/home\.html:2: "):
            build(folder)

    def test_a_template_of_the_users_own_goes_before_ours(self, folder: Path) -> None:
        (folder / "own").mkdir()
        (folder / "own" / "404.html").write_text("<p>gone from {{ site.title }}</p>")
        write_config(folder, theme="{name: null, custom_dir: own}", site_name="Ours & theirs")
        build(folder)
        assert (folder / "site" / "404.html").read_text() == "<p>gone from Ours &amp; theirs</p>"

    @pytest.mark.parametrize(
        ("settings", "reason"),
        [
            ({"plugins": "[search]"}, "does not name the plugin"),
            ({"site_name": "[a"}, "is not well-formed YAML"),
            ({"plugins": "[{timeline: {style: novel}}]"}, "style"),
            ({"plugins": "[{timeline: {publish: {a: all}}}]"}, "publish for a"),
            ({"plugins": "[{timeline: {timezone: Moon}}]"}, "Moon"),
            ({"docs_dir": "nowhere"}, "nowhere"),
        ],
        ids=["no plugin", "no YAML", "style", "publish", "zone", "docs"],
    )
    def test_wrong_settings_are_named(self, folder: Path, settings: dict[str, str], reason: str) -> None:
        write_config(folder, **settings)
        with pytest.raises(UsageError, match=reason):
            build(folder)
        assert not (folder / "site").exists()

    def test_a_settings_file_that_is_not_there_is_named(self, folder: Path) -> None:
        with pytest.raises(UsageError, match=r"other\.yml"):
            publish(folder / "other.yml")

    def test_a_folder_without_articles_is_named(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        with pytest.raises(UsageError, match="content"):
            publish()

    def test_an_empty_folder_of_articles_is_a_site_that_says_so(self, folder: Path) -> None:
        shutil.rmtree(folder / "content")
        (folder / "content").mkdir()
        assert build(folder).articles == 0
        assert "No dated events were found" in (folder / "site" / "index.html").read_text()

    def test_a_deleted_articles_words_are_gone(self, folder: Path) -> None:
        build(folder)
        (folder / "content" / "talks.md").unlink()
        build(folder)
        assert not [name for name, data in tree(folder / "site").items() if b"Doha" in data]

    def test_nothing_published_depends_on_clock_zone_locale_or_hash_seed(self, folder: Path) -> None:
        write_config(folder, site_url="https://example.org/")
        build(folder)
        before = tree(folder / "site")
        environment = os.environ | {
            "TZ": "Pacific/Kiritimati",
            "PYTHONHASHSEED": "1",
            "LC_ALL": "C",
            "SOURCE_DATE_EPOCH": "1",
        }
        subprocess.run([sys.executable, "-m", "timeline", "build"], cwd=folder, env=environment, check=True)
        assert tree(folder / "site") == before  # fmt: skip

    def test_the_timeline_can_be_read_without_publishing(self, folder: Path) -> None:
        assert len(read_timeline(folder / "mkdocs.yml").events) == 2
        assert names(folder) == ["content", "mkdocs.yml"]

    def test_links_that_go_in_circles_end_nothing(self, folder: Path) -> None:
        for name in ("one", "two", "three"):
            (folder / "content" / name).symlink_to(folder / "content")
        assert build(folder).articles == 2

    def test_builds_killed_at_any_moment_leave_a_whole_site(self, folder: Path) -> None:
        build(folder)
        old = tree(folder / "site")
        write_article(folder, "third", "In May 2014 they had not met.")
        command = [sys.executable, "-m", "timeline", "build"]
        subprocess.run([*command, "--site-dir", "new"], cwd=folder, check=True, capture_output=True)
        new = tree(folder / "new")
        for moment in range(KILLS):
            killed = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                killed.wait(0.2 + moment * 0.72 / KILLS)
            except subprocess.TimeoutExpired:
                killed.kill()
                killed.wait()
            assert tree(folder / "site") in (old, new)
        build(folder)
        assert tree(folder / "site") == new
        assert [name for name in names(folder) if name.startswith(".")] == []

    def test_builds_at_once_are_as_good_as_one_after_the_other(self, folder: Path, tmp_path: Path) -> None:
        clean = tmp_path / "clean"
        command = [sys.executable, "-m", "timeline", "build"]
        for time in range(AT_ONCE):
            write_article(folder, "talks", f"They met in Doha on {time + 1} May 2014.")
            builds = [subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL) for _ in range(2)]
            assert [each.wait() for each in builds] == [0, 0]
            shutil.rmtree(clean, ignore_errors=True)
            shutil.copytree(folder / "content", clean / "content")
            write_config(clean)
            build(clean)
            assert tree(folder / "site") == tree(clean / "site")
            assert names(folder) == ["clean", "content", "mkdocs.yml", "site"]

    @pytest.mark.parametrize(("epoch", "told"), [("", "2015-08-20 00:00:00"), ("86400", "1970-01-02 00:00:00")])
    def test_pages_in_a_theme_are_dated_by_the_newest_article(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, epoch: str, told: str
    ) -> None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
        if epoch:
            monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        write_config(folder, theme="mkdocs")
        build(folder)
        assert f"Build Date UTC : {told}" in (folder / "site" / "index.html").read_text()
        assert os.environ.get("SOURCE_DATE_EPOCH", "") == epoch
