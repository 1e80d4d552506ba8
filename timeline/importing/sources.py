"""Whatever somebody gives to `timeline add`: a file, a folder, an address; by what it is, its articles."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import Final

from timeline.errors import ArticleError, TimelineError, UsageError
from timeline.extras import require
from timeline.importing.feed_entries import read_feed
from timeline.importing.fetching import fetch
from timeline.importing.found import Found, PassedOver
from timeline.importing.json_records import read_json, read_json_lines
from timeline.importing.tables import read_csv, read_parquet
from timeline.importing.watchdog import Watchdog
from timeline.importing.web_pages import read_page
from timeline.importing.written_texts import read_post, read_text

KINDS: Final[Mapping[str, str]] = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), "page"),
    **dict.fromkeys((".xml", ".rss", ".atom"), "feed"),
    **dict.fromkeys((".md", ".markdown"), "post"),
    ".txt": "text",
    **dict.fromkeys((".jsonl", ".ndjson"), "lines"),
    **dict.fromkeys((".json", ".jsonld"), "json"),
    **dict.fromkeys((".csv", ".tsv"), "table"),
    ".parquet": "parquet",
}
"""What a file is, by its ending."""
LARGEST: Final = 200_000_000
"""Bytes of the largest file that is read."""

_OF_PAGE = re.compile(
    r"(?P<page>.+)(?:_(?:files|fichiers|archivos|file|bestanden|ficheiros|arquivos|pliki|soubory|tiedostot|dosyalar)|-(?:Dateien|filer))"
)
"""How browsers name the folder beside a page, in their languages."""
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.I)


def read_source(
    source: str, watchdog: Watchdog, columns: Mapping[str, str] | None = None, private: bool = False
) -> Iterator[Found]:
    """The articles of a file, of all files in a folder, or at an address; what cannot be read is named among them.

    Raises:
        UsageError: there is nothing at that place, nobody knows what it is, or a library for it is missing.
    """
    if "://" in source:
        try:
            fetched = fetch(source, private)
        except ArticleError as error:
            yield error
            return
        kind = _kind_of(fetched.content, fetched.kind)
        yield from _read(watchdog, fetched.content, kind, fetched.url, fetched.url, columns or {}, fetched.url)
        return
    path = Path(source)
    if path.is_dir():
        files = [*_files(path)]
        if not any(isinstance(file, Path) for file in files):
            raise UsageError("holds nothing to add", path=path, remedy=f"put files into it: {', '.join(KINDS)}")
        for file in files:
            if isinstance(file, Path):
                yield from _read_file(file, watchdog, columns or {})
            else:
                yield file
    elif not path.exists():
        raise UsageError("there is no such file", path=path, remedy="give a file, a folder or an address")
    elif path.suffix.lower() not in KINDS:
        raise UsageError("nobody knows what it is", path=path, remedy=f"give it one of the endings {', '.join(KINDS)}")
    else:
        yield from _read_file(path, watchdog, columns or {})


def _files(folder: Path) -> Iterator[Path | ArticleError | PassedOver]:
    """The files of a folder and those below it, by name; no link leads out of it, and nothing hidden is read."""
    root = folder.resolve()
    refused: list[OSError] = []
    others: list[str] = []
    for place, folders, names in os.walk(folder, onerror=refused.append):
        pages = {stem for stem, ending in map(os.path.splitext, names) if KINDS.get(ending.lower()) == "page"}
        for name in folders:
            if Path(place, name).is_symlink():
                remedy = "give the folder itself"
                yield ArticleError("is a link to a folder", path=Path(place, name), remedy=remedy)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_of_page(name, pages))
        for name in sorted(names):
            path = Path(place, name)
            if name.startswith("."):
                continue
            if path.suffix.lower() not in KINDS:
                others.append(path.relative_to(folder).as_posix())
                continue
            try:
                inside = path.resolve(strict=True).is_relative_to(root) and stat.S_ISREG(path.stat().st_mode)
            except (OSError, RuntimeError):
                inside = False
            remedy = "replace it by the article itself"
            yield path if inside else ArticleError("is no regular file of the folder", path=path, remedy=remedy)
    for error in refused:
        yield ArticleError(
            f"cannot be listed ({error.strerror})", path=str(error.filename), remedy="mend its permissions"
        )
    if others:
        yield PassedOver(str(folder), tuple(others))


def _is_of_page(folder: str, pages: Set[str]) -> bool:
    """Whether a folder holds what a browser has saved along with a page: its pictures, scripts and frames."""
    found = _OF_PAGE.fullmatch(folder)
    return found is not None and found["page"] in pages


def _read_file(path: Path, watchdog: Watchdog, columns: Mapping[str, str]) -> Iterator[Found]:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ArticleError("is no regular file", path=path, remedy="give the file itself")
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        yield ArticleError(f"cannot be read ({error.strerror})", path=path, remedy="mend its permissions")
        return
    except ArticleError as error:
        yield error
        return
    if len(data) > LARGEST:
        yield ArticleError(f"is larger than {LARGEST:,} bytes", path=path, remedy="split it")
        return
    yield from _read(watchdog, data, KINDS[path.suffix.lower()], str(path), str(path.resolve()), columns)


def _read(
    watchdog: Watchdog, data: bytes, kind: str, place: str, key: str, columns: Mapping[str, str], url: str = ""
) -> Iterator[Found]:
    """The articles of one source; one that has none is named."""
    found = None
    for found in _articles(watchdog, data, kind, place, key, columns, url):
        yield found
    if found is None:
        yield ArticleError("holds no article", path=place, remedy="see whether it is whole")


def _articles(
    watchdog: Watchdog, data: bytes, kind: str, place: str, key: str, columns: Mapping[str, str], url: str
) -> Iterator[Found]:
    try:
        match kind:
            case "page":
                require("add", "a page cannot be read", "trafilatura", "htmldate", "lxml_html_clean")
                yield watchdog.run(read_page, data, place, key, url)
            case "feed":
                require("add", "a feed cannot be read", "feedparser")
                yield from watchdog.run(read_feed, data, place, key)
            case "post":
                yield read_post(data, place, key)
            case "text":
                yield read_text(data, place, key)
            case "lines":
                yield from read_json_lines(data, place, columns, key)
            case "json":
                yield from read_json(data, place, columns, key)
            case "table":
                yield from read_csv(data, place, columns, key)
            case _:
                yield from read_parquet(data, place, columns, key)
    except UsageError:
        raise
    except TimelineError as error:
        yield error if error.path else error.at(place)
    except Exception as error:  # whatever a stranger's bytes make a library do, it is about this source only
        yield ArticleError(f"cannot be read ({type(error).__name__})", path=place, remedy="save it anew")


def _kind_of(content: bytes, said: str) -> str:
    """What an address answered, by what it says it is, and by how it begins."""
    head = content[:2000]
    if _FEED.search(head) and b"<html" not in head.lower():
        return "feed"
    if "json" in said or head.lstrip()[:1] in (b"{", b"["):
        return "json"
    if "csv" in said:
        return "table"
    if said == "text/markdown":
        return "post"
    return "text" if said == "text/plain" else "page"
