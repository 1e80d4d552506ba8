"""The texts to be tagged, one by one, from files, folders and streams of JSON lines.

`.txt` is one text in UTF-8, `.tml` one text in TimeML with its publication date, anything else JSON lines. A file is
opened when its turn comes, and of JSON lines one is held at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from timeline.content_files import decode
from timeline.errors import ArticleError, TimelineError, UsageError
from timeline.importing.text_lines import TextLine
from timeline.importing.timeml import MarkedText, read_timeml

SUFFIXES = (".txt", ".tml", ".jsonl")
"""The files of a folder that are read."""

SIZE_LIMIT = 10_000_000
"""Bytes of the largest text, or line, that is read."""


class SourceText(NamedTuple):
    """One text to be tagged."""

    source: str
    """Where it comes from, as messages call it."""
    line: int
    """Its line there, counted from 1; 0 when the whole file is one text."""
    content: bytes | TextLine | TimelineError
    """A line of JSON, or what stands in a file, or why that cannot be read."""

    @property
    def place(self) -> str:
        """Source and line: "articles.jsonl:3"."""
        return f"{self.source}:{self.line}" if self.line else self.source


def read_texts(paths: Iterable[Path], limit: int = SIZE_LIMIT) -> Iterator[SourceText]:
    """The texts of files and of whole folders, in the order of the paths, those of a folder in the order of names.

    Raises:
        UsageError: a folder holds no text.
        OSError: a file cannot be opened.
    """
    for path in paths:
        if path.is_dir():
            files = find_files(path, SUFFIXES)
            if not files:
                raise UsageError(
                    f"holds no {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]} file", path=path, remedy="name another"
                )
            for file in files:
                yield from _read_file(file, file.relative_to(path).with_suffix("").as_posix(), limit)
        else:
            yield from _read_file(path, path.stem, limit)


def read_lines(stream: BinaryIO, source: str, limit: int = SIZE_LIMIT) -> Iterator[SourceText]:
    """The lines of a stream of JSON lines, those without any words left out.

    Of a line beyond the limit nothing is kept.
    """
    number = 0
    while line := stream.readline(limit):
        number += 1
        if len(line) == limit and not line.endswith(b"\n") and (more := stream.readline(limit)):
            while more and not more.endswith(b"\n"):
                more = stream.readline(limit)
            yield SourceText(source, number, UsageError(f"is longer than {limit:,} bytes", remedy="split the text"))
        elif line.strip():
            yield SourceText(source, number, line)


def find_files(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    """The regular files with those suffixes in a folder and the folders in it, in the order of their names.

    What has a name that begins with a full stop is left out.
    """
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in suffixes
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )


def read_marked(path: Path, name: str, limit: int = SIZE_LIMIT) -> MarkedText:
    """The text of a TimeML file, and what is marked in it.

    Raises:
        ArticleError: it is not well formed, or too large.
    """
    try:
        return read_timeml(_read_whole(path, limit), name)
    except ArticleError as error:
        raise error.at(path) from None


def _read_file(path: Path, identifier: str, limit: int) -> Iterator[SourceText]:
    suffix = path.suffix.lower()
    if suffix not in (".txt", ".tml"):
        with path.open("rb") as stream:
            yield from read_lines(stream, str(path), limit)
        return
    content: TextLine | ArticleError
    try:
        if suffix == ".tml":
            marked = read_marked(path, identifier, limit)
            content = TextLine(marked.text, identifier, marked.published)
        else:
            content = TextLine(decode(_read_whole(path, limit)), identifier)
    except ArticleError as error:
        content = error.at(path)
    yield SourceText(str(path), 0, content)


def _read_whole(path: Path, limit: int) -> bytes:
    with path.open("rb") as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise ArticleError(f"is larger than {limit:,} bytes", remedy="split it")
    return data
