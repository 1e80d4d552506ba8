"""Publishing: the site that is there is the old one or the new one, whole, whatever happens."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from timeline.errors import TimelineError, UsageError
from timeline.site.replacing import replacing


def tree(directory: Path) -> dict[str, bytes]:
    """Every file below the directory with its bytes."""
    return {
        path.relative_to(directory).as_posix(): path.read_bytes()
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }


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
