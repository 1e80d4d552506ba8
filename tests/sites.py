"""Building small sites for tests, and reading what a page holds."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from timeline.site.addresses import is_page
from timeline.site.publishing import BuildReport, publish

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Element(NamedTuple):
    """A start tag and the plain text directly in it."""

    tag: str
    attributes: dict[str, str | None]
    text: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.open: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), []))
        if tag not in VOID:
            self.open.append(len(self.elements) - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), []))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.elements[self.open.pop()][0] == tag, f"</{tag}> closes another"

    def handle_data(self, data: str) -> None:
        for index in self.open:
            self.elements[index][2].append(data)


def elements(html: str) -> list[Element]:
    """The elements of a page in order; fails where tags are not closed in turn."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open, "tags are left open"
    return [Element(tag, attributes, " ".join("".join(text).split())) for tag, attributes, text in reader.elements]


def write_article(folder: Path, name: str, body: str, head: str = "date: 2015-08-14") -> None:
    """An article below `content/`."""
    path = folder / "content" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}\n---\n\n{body}\n", encoding="utf-8")


def write_config(folder: Path, **settings: str) -> Path:
    """A `mkdocs.yml` with the plugin and settings written as YAML."""
    path = folder / "mkdocs.yml"
    given = {"site_name": "A timeline", "docs_dir": "content", "plugins": "[timeline]"} | settings
    path.write_text("".join(f"{key}: {value}\n" for key, value in given.items()), encoding="utf-8")
    return path


def build(folder: Path) -> BuildReport:
    """Build a folder with its `mkdocs.yml`."""
    return publish(folder / "mkdocs.yml")


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """Address and text of every page of the site itself."""
    yield from (each for each in _documents(site) if is_page(each[0]))


def embeds(site: Path) -> Iterator[tuple[str, str]]:
    """Address and text of every page that is made for a frame of somebody else's."""
    yield from (each for each in _documents(site) if not is_page(each[0]))


def _documents(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


def tree(directory: Path) -> dict[str, bytes]:
    """Every file below the directory with its bytes."""
    return {
        path.relative_to(directory).as_posix(): path.read_bytes()
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }
