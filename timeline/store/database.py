"""The file of the store: pieces of data by kind and name, one transaction a build.

It may be deleted at any moment. What is in it is never believed when in doubt: a store of another program, or a
damaged one, is begun anew, and `reason` says why.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from timeline.errors import TimelineError
from timeline.store.program import program

FOLDER: Final = ".timeline"
"""Where the store stands, beside `mkdocs.yml`."""
FILE: Final = "store.sqlite"
TICK: Final = 20_000_000
"""Nanoseconds in which a file system's clock may stand still, so that two changes look like one."""

_FORM = 1
"""Of the tables, as SQLite's `user_version`."""
_TABLES = """
CREATE TABLE said (name TEXT PRIMARY KEY, words TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE pieces (kind TEXT, name TEXT, sum INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (kind, name));
"""


class Store:
    """Pieces of data, each by its kind and name."""

    def __init__(self, connection: sqlite3.Connection | None = None, reason: str = "", now: int = 0) -> None:
        self.connection = connection
        self.now = now
        """When the store was opened, by the clock of its file system, in nanoseconds."""
        self.reason = reason
        """Why nothing is known; empty where something is, or where there was no store."""

    def said(self, name: str) -> str:
        """A short text that was kept; empty where there is none."""
        found = self._asked("SELECT words FROM said WHERE name = ?", name)
        return str(found[0][0]) if found else ""

    def say(self, name: str, words: str) -> None:
        """Keep a short text."""
        self._written("INSERT OR REPLACE INTO said VALUES (?, ?)", [(name, words)])

    def pieces(self, kind: str) -> Iterator[tuple[str, bytes]]:
        """All pieces of a kind by their names; a damaged one is passed over."""
        with self._lost_if_failing():
            if self.connection is not None:
                rows = self.connection.execute("SELECT name, sum, data FROM pieces WHERE kind = ?", (kind,))
                yield from ((name, data) for name, total, data in rows if _sum(kind, name, data) == total)

    def piece(self, kind: str, name: str) -> bytes | None:
        """A piece by its name; None where there is none, or a damaged one."""
        found = self._asked("SELECT sum, data FROM pieces WHERE kind = ? AND name = ?", kind, name)
        return found[0][1] if found and _sum(kind, name, found[0][1]) == found[0][0] else None

    def names(self, kind: str) -> set[str]:
        """The names of all pieces of a kind."""
        return {name for (name,) in self._asked("SELECT name FROM pieces WHERE kind = ?", kind)}

    def keep(self, kind: str, pieces: Iterable[tuple[str, bytes]]) -> None:
        """Keep pieces of a kind, in place of those of the same names."""
        rows = ((kind, name, _sum(kind, name, data), data) for name, data in pieces)
        self._written("INSERT OR REPLACE INTO pieces VALUES (?, ?, ?, ?)", rows)

    def forget(self, kind: str, names: Iterable[str]) -> None:
        """Let go of pieces of a kind."""
        self._written("DELETE FROM pieces WHERE kind = ? AND name = ?", ((kind, name) for name in names))

    def forget_all(self, kind: str) -> None:
        """Let go of all pieces of a kind."""
        self._written("DELETE FROM pieces WHERE kind = ?", [(kind,)])

    def undo(self) -> None:
        """Let nothing of all this have been."""
        with self._lost_if_failing():
            if self.connection is not None:
                self.connection.rollback()

    def _asked(self, question: str, *values: str) -> list[tuple[Any, ...]]:
        with self._lost_if_failing():
            if self.connection is not None:
                return self.connection.execute(question, values).fetchall()
        return []

    def _written(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        with self._lost_if_failing():
            if self.connection is not None:
                self.connection.executemany(statement, rows)

    @contextmanager
    def _lost_if_failing(self) -> Iterator[None]:
        """Where the disk is full or broken, nothing more is known and nothing kept: the build goes on without."""
        try:
            yield
        except sqlite3.DatabaseError:
            with suppress(sqlite3.Error):
                if self.connection is not None:
                    self.connection.rollback()
            self.connection = None


def _sum(kind: str, name: str, data: bytes) -> int:
    return crc32(data, crc32(f"{kind}\n{name}".encode("utf-8", "surrogatepass")))


@contextmanager
def opened_store(folder: Path, wait: float = 60) -> Iterator[Store]:
    """The store of a folder; what is kept stays kept if the block ends well.

    Another build of the same folder is waited for. Where no store can be written, nothing is known and nothing kept.

    Raises:
        TimelineError: another build goes on for too long.
    """
    connection, reason = _connected(folder / FOLDER, wait)
    if connection is None:
        yield Store(None, reason)
        return
    with closing(connection):
        try:
            yield Store(connection, reason, _now(folder / FOLDER / FILE))
        except BaseException:
            with suppress(sqlite3.Error):
                connection.rollback()
            raise
        with suppress(sqlite3.Error):  # a full disk: what could not be kept is found out again
            connection.commit()


@contextmanager
def passing_store() -> Iterator[Store]:
    """A store that is nowhere, and gone when the block ends."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        _begun(connection, there=False)
        yield Store(connection)


def _now(path: Path) -> int:
    """The time, as the file system tells it."""
    try:
        os.utime(path)
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _connected(folder: Path, wait: float) -> tuple[sqlite3.Connection | None, str]:
    """A connection to the store, which is begun anew where it cannot be believed, and why it was."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None, ""
    reason = ""
    for _ in range(2):
        try:
            there = (folder / FILE).exists()
            connection = sqlite3.connect(folder / FILE, timeout=wait, isolation_level=None)
            try:
                reason = _begun(connection, there) or reason
                return connection, reason
            except BaseException:
                connection.close()
                raise
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise TimelineError(
                    "another build goes on for too long", path=folder, remedy="wait until it has ended"
                ) from None
            reason = _damaged(folder, error)
        except (sqlite3.Error, OSError) as error:
            reason = _damaged(folder, error)
    return None, reason


def _begun(connection: sqlite3.Connection, there: bool) -> str:
    """Begin the transaction; why nothing in the store is believed."""
    connection.execute("PRAGMA secure_delete = ON")  # a deleted article's words are to be nowhere
    connection.execute("BEGIN IMMEDIATE")
    form = connection.execute("PRAGMA user_version").fetchone()[0]
    reason = ""
    if form == _FORM:
        try:
            found = connection.execute("SELECT words FROM said WHERE name = 'program'").fetchone()
        except sqlite3.OperationalError as error:
            raise sqlite3.DatabaseError(str(error)) from error
        if found and found[0] == program():
            return ""
        reason = "it was kept by another version of the program"
    elif there and form:
        reason = "it has another form"
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        connection.execute(f'DROP TABLE "{name}"')
    for statement in _TABLES.split(";"):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {_FORM}")
    connection.execute("INSERT INTO said VALUES ('program', ?)", (program(),))
    return reason


def _damaged(folder: Path, error: Exception) -> str:
    """Clear a store away that cannot be read."""
    path = folder / FILE
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            for left in (path, path.with_name(f"{FILE}-journal")):
                if os.path.lexists(left):
                    left.unlink()
    return f"it is damaged ({error})"
