"""A disk that is full, broken or forbidden at any moment: the old site is served whole, and the next build needs no help.

Some of the moments are tried here, all of them by `make faults`.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sites import build, tree, write_article, write_config

from timeline.errors import TimelineError

STEP = 1 if "FAULTS" in os.environ else 9
CALLS = (
    (os, "rename"), (os, "replace"), (os, "link"), (os, "mkdir"), (os, "unlink"), (os, "rmdir"), (os, "utime"),
    (io, "open"), (builtins, "open"),
)  # fmt: skip
"""By what a build writes, apart from SQLite's own calls."""


@contextmanager
def failing(folder: Path, at: int, code: int) -> Iterator[list[str]]:
    """The call of that number, of those that write below a folder, fails; which one it was."""
    failed: list[str] = []
    calls = 0

    def guarded(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def guard(path: Any, *more: Any, **named: Any) -> Any:
            nonlocal calls
            mode = str(more[0] if more else named.get("mode", "r")) if name == "open" else "w"
            if str(path).startswith(str(folder)) and set(mode) & set("wxa+"):
                calls += 1
                if calls == at:
                    failed.append(f"{name} {path}")
                    raise OSError(code, os.strerror(code), str(path))
            return call(path, *more, **named)

        return guard

    with pytest.MonkeyPatch.context() as patches:
        for module, name in CALLS:
            patches.setattr(module, name, guarded(name, getattr(module, name)))
        yield failed


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES], ids=lambda code: errno.errorcode[code])
@pytest.mark.parametrize("first", [True, False], ids=["first build", "incremental build"])
def test_a_build_that_fails_anywhere_leaves_the_old_site_whole(tmp_path: Path, first: bool, code: int) -> None:
    folder = tmp_path / "desk"
    write_article(folder, "talks", "They met in Doha last week.")
    write_article(folder, "report", "The meeting of 5 August 2015 was long.", "date: 2015-08-20")
    write_config(folder)
    if not first:
        build(folder)
        build(folder)
        write_article(folder, "talks", "They met in Muscat on 3 August 2015.")
    old = tree(folder / "site") if not first else {}
    names = {path.name for path in folder.iterdir()} | {".timeline"}
    clean = tmp_path / "clean"
    for path in (folder / "content").iterdir():
        (clean / "content").mkdir(parents=True, exist_ok=True)
        (clean / "content" / path.name).write_bytes(path.read_bytes())
    write_config(clean)
    build(clean)
    new = tree(clean / "site")
    at = 1
    while True:
        with failing(folder, at, code) as failed:
            try:
                build(folder)
            except (OSError, TimelineError):
                assert failed
            else:
                # What only clears away or keeps may fail unnoticed.
                assert tree(folder / "site") == new, failed
                if not failed:
                    break
                at += STEP
                continue
        now = tree(folder / "site") if (folder / "site").exists() else {}
        assert now in (old, new), failed
        assert {path.name for path in folder.iterdir()} <= names | {"site"}, failed
        at += STEP
    build(folder)
    assert tree(folder / "site") == new
    assert {path.name for path in folder.iterdir()} == names | {"site"}


class Failing(sqlite3.Connection):
    """A database whose call of that number fails, and every later one if it is to stay broken."""

    at, lasting, calls = 0, False, 0

    def count(self) -> None:
        Failing.calls += 1
        if Failing.calls == self.at or (self.lasting and Failing.calls > self.at > 0):
            raise sqlite3.OperationalError("database or disk is full")

    def execute(self, *given: Any) -> Any:
        self.count()
        return super().execute(*given)

    def executemany(self, *given: Any) -> Any:
        self.count()
        return super().executemany(*given)

    def commit(self) -> None:
        self.count()
        super().commit()


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("first", [True, False], ids=["first build", "incremental build"])
def test_a_store_that_fails_at_any_call_keeps_no_site_from_being_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: bool, lasting: bool
) -> None:
    folder, clean = tmp_path / "desk", tmp_path / "clean"
    for each in (folder, clean):
        write_article(each, "talks", "They met in Doha last week.")
        write_article(each, "report", "The meeting of 5 August 2015 was long.", "date: 2015-08-20")
        write_config(each)
    texts = "They met in Muscat on 3 August 2015.", "They met in Doha last week."
    sites = []
    for text in texts:
        write_article(clean, "talks", text)
        build(clean)
        sites.append(tree(clean / "site"))
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **named: connect(*given, **named, factory=Failing))
    monkeypatch.setattr(Failing, "lasting", lasting)
    at = 1
    while True:
        if first:
            shutil.rmtree(folder / ".timeline", ignore_errors=True)
        write_article(folder, "talks", texts[at % 2])
        monkeypatch.setattr(Failing, "at", at)
        monkeypatch.setattr(Failing, "calls", 0)
        build(folder)
        assert tree(folder / "site") == sites[at % 2], at
        if Failing.calls < at:
            break
        monkeypatch.setattr(Failing, "at", 0)
        build(folder)
        assert tree(folder / "site") == sites[at % 2], at
        at += 1 if "FAULTS" in os.environ else 3
    assert at > 10
