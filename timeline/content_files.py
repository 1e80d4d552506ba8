"""Which files below `content/` are articles, and what stands in them.

Only regular files inside the folder are opened. Everything else that looks like an article is named
instead: links that lead outside, pipes, devices, folders called `x.md`.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from timeline.errors import ArticleError, UsageError
from timeline.wording import Phrase, phrase

SUFFIX = ".md"


@dataclass(frozen=True, slots=True, order=True)
class ArticleFile:
    """A file that may hold an article."""

    path: PurePosixPath
    """As shown in messages: content/syria/moscow-talks.md."""
    file: Path

    @property
    def id(self) -> str:
        """The path below the content folder, without ".md"."""
        return PurePosixPath(*self.path.parts[1:]).as_posix().removesuffix(SUFFIX)


@dataclass(frozen=True, slots=True)
class Listing:
    """The files below a content folder, in the order of their paths."""

    files: tuple[ArticleFile, ...]
    skipped: tuple[ArticleError, ...]


def list_articles(content: Path) -> Listing:
    """The article files below a folder; names that begin with a full stop are left out.

    Raises:
        UsageError: there is no such folder.
    """
    shown = content.name or content.resolve().name
    if not content.is_dir():
        raise UsageError("is no folder", path=content, remedy="create it, or set content_dir")
    root = content.resolve()
    files: list[ArticleFile] = []
    skipped: list[ArticleError] = []
    for entry, path in _walk(content, PurePosixPath(_sound(shown)), skipped):
        reason = _unreadable(entry, root)
        if reason is not None:
            skipped.append(ArticleError(reason[0], path=path, remedy=reason[1]))
        elif path.suffix.lower() == SUFFIX:
            files.append(ArticleFile(path, Path(entry.path)))
    return Listing(tuple(sorted(files)), tuple(sorted(skipped, key=str)))


def _walk(
    folder: Path, shown: PurePosixPath, skipped: list[ArticleError]
) -> Iterator[tuple[os.DirEntry[str], PurePosixPath]]:
    """Everything in a folder and those below it, but what is neither an article nor a folder."""
    pending = [(folder, shown)]
    while pending:
        folder, shown = pending.pop()
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            skipped.append(
                ArticleError(
                    phrase("cannot be listed (%(error)s)", error=str(error.strerror)),
                    path=shown,
                    remedy=phrase("mend its permissions"),
                )
            )
            continue
        for entry in found:
            if entry.name.startswith("."):
                continue
            path = shown / _sound(entry.name)
            if entry.is_dir(follow_symlinks=False) and path.suffix.lower() != SUFFIX:
                pending.append((Path(entry.path), path))
            elif path.suffix.lower() == SUFFIX or _links_to_folder(entry):
                yield entry, path


def _links_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_symlink() and entry.is_dir()
    except OSError:  # links in a circle
        return False


def _unreadable(entry: os.DirEntry[str], root: Path) -> tuple[Phrase, Phrase] | None:
    """Why an entry cannot be an article, and what to do."""
    remedy = phrase("replace it by the article itself")
    try:
        if entry.is_symlink():
            target = Path(entry.path).resolve(strict=True)
            if not target.is_relative_to(root):
                return phrase("is a link that leads out of the content folder"), remedy
            if target.is_dir():
                return phrase("is a link to a folder"), phrase("put the articles into the folder itself")
        mode = entry.stat().st_mode
    except (OSError, RuntimeError):  # RuntimeError: Path.resolve's word for links in a circle, before Python 3.13
        return phrase("is a link that leads nowhere"), remedy
    if stat.S_ISDIR(mode):
        return phrase("is a folder, not an article"), phrase("rename it")
    if not stat.S_ISREG(mode):
        return phrase("is no regular file"), remedy
    return None


def read_bytes(file: ArticleFile, size_limit: int) -> bytes:
    """What stands in the file.

    Raises:
        ArticleError: it is larger than the limit, or cannot be read.
    """
    try:
        # Without O_NONBLOCK, opening a pipe that took the file's place would wait for ever.
        descriptor = os.open(file.file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as stream:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise ArticleError(
                    phrase("is no regular file"), path=file.path, remedy=phrase("replace it by the article itself")
                )
            data = stream.read(size_limit + 1)
    except OSError as error:
        raise ArticleError(
            phrase("cannot be read (%(error)s)", error=str(error.strerror)),
            path=file.path,
            remedy=phrase("mend its permissions"),
        ) from None
    if len(data) > size_limit:
        reason = phrase("is larger than %(number)s bytes", number=f"{size_limit:,}")
        raise ArticleError(reason, path=file.path, line=1, remedy=phrase("split it, or set size_limit"))
    return data


def decode(data: bytes) -> str:
    """The text of a file: UTF-8, or UTF-16 with a byte order mark.

    >>> decode("naïve".encode("utf-16")) == decode("naïve".encode("utf-8-sig")) == "naïve"
    True

    Raises:
        ArticleError: it is in another encoding, or holds a NUL.
    """
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = _line_after(data[: error.start].decode("latin-1" if encoding == "utf-8-sig" else encoding, "replace"))
        raise ArticleError(
            phrase(
                "byte %(byte)s is no %(encoding)s",
                byte=f"0x{data[error.start]:02X}",
                encoding=encoding.removesuffix("-sig").upper(),
            ),
            line=line,
            remedy=phrase("save the file in UTF-8"),
        ) from None
    if (place := text.find("\0")) >= 0:
        line, remedy = _line_after(text[:place]), phrase("save it as text in UTF-8")
        raise ArticleError(phrase("holds a NUL character"), line=line, remedy=remedy)
    return text


def _line_after(text: str) -> int:
    return 1 + len(re.findall(r"\r\n?|\n", text))


def _sound(name: str) -> str:
    """A file name that can be written anywhere; bytes that are no UTF-8 become visible."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
