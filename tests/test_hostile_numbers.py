"""Articles that are strange in size, dates, names and addresses: read or named, and all that is written of them holds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sites import build, elements, write_article, write_config

import timeline
from timeline.exports import find_formats

WORDS = "Readable words stay here."
SUNK = f"The ferry of Lota sank on Monday. {WORDS}"


def headed(head: str, body: str = SUNK) -> tuple[str, str]:
    return head, body


STRANGE: dict[str, tuple[str, str]] = {
    "first year": headed("date: 0001-01-01", f"It sank last week, yesterday, and a century ago. {WORDS}"),
    "last year": headed("date: 9999-12-31", f"It will sink tomorrow, next week, and in a thousand years. {WORDS}"),
    "zone at the edge": headed("date: 9999-12-31T23:59:59-12:00"),
    "no ZIP can say": headed("date: 2108-01-01"),
    "huge numbers": headed(
        "date: 2015-08-14\nweight: " + "9" * 5000, f"In {'9' * 5000} it sank, in 10000000 BC. {WORDS}"
    ),
    "title": headed("date: 2015-08-14\ntitle: " + "T" * 60_000),
    "title of marks": headed("date: 2015-08-14\ntitle: Z" + "\u0301" * 20_000),
    "tags": headed("date: 2015-08-14\ntags: [" + ", ".join(f"t{number}" for number in range(5000)) + "]"),
    "topic": headed("date: 2015-08-14\ntopic: ../../../etc"),
    "surrogate": headed('date: 2015-08-14\ntitle: "\\ud800 x"\nsource: "\\udfff"'),
    "turned": headed('date: 2015-08-14\nsource: "\\u202eelpmaxE \\u2066 ehT"\nauthor: "\\u202e drow"'),
    "no words": headed("date: 2015-08-14\ntitle: ~\nsource: ' '\ntopic: ' '"),
    "kinds": headed("date: 2015-08-14\ntitle: [a, b]\nsource: {name: x, y: [z]}\nauthor: 0x1F"),
    "one line": headed("date: 2015-08-14", "x" * 100_000 + f" {WORDS}"),
    "one sentence": headed("date: 2015-08-14", "the ferry sank last week, " * 400 + WORDS),
    "one range": headed("date: 2015-08-14", "from " + " to ".join(["1 May 2015"] * 100) + f". {WORDS}"),
    "lists": headed("date: 2015-08-14", "\n".join("  " * depth + "- x" for depth in range(300)) + f"\n\n{WORDS}"),
    "quotes": headed("date: 2015-08-14", ">" * 3000 + f" deep\n\n{WORDS}"),
    "references": headed("date: 2015-08-14", f"&#xD800; &#0; &#x110000; &#1; {WORDS}"),
    "password": headed("date: 2015-08-14\nurl: https://ann:secret@example.org/a"),
    "controls": headed('date: 2015-08-14\nurl: "https://example.org/a\\r\\nSet-Cookie: x\\0"'),
    "no port": headed("date: 2015-08-14\nurl: https://example.org:99999999/a"),
    "no host": headed("date: 2015-08-14\nurl: 'http://[::1'"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of them in one site."""
    folder = tmp_path_factory.mktemp("strange")
    for name, (head, body) in STRANGE.items():
        write_article(folder, f"strange/{name}", body, head=head)
    write_config(folder, site_url="https://timeline.example/")
    report = build(folder)
    assert () == report.skipped
    return folder


def test_all_are_there_to_read_and_well_formed(folder: Path) -> None:
    pages = [page for page in (folder / "site/articles").glob("*.html") if page.name.startswith("strange-")]
    assert len(STRANGE) == len(pages)
    for page in pages:
        html = page.read_text("utf-8")
        elements(html)
        assert WORDS in " ".join(re.sub("<[^>]+>", "", html).split()), page.name


def test_a_password_is_no_part_of_a_link(folder: Path) -> None:
    for page in (folder / "site").rglob("*.html"):
        assert not re.search('href="[^"]*secret', page.read_text("utf-8")), page


def test_what_is_written_grows_no_faster_than_what_is_read(folder: Path) -> None:
    read = sum(path.stat().st_size for path in (folder / "content").rglob("*.md"))
    for path in (folder / "site").rglob("*.*"):
        assert path.stat().st_size < 20 * read, path


@pytest.fixture(scope="module")
def told(folder: Path) -> timeline.Timeline:
    """What the most of them tell."""
    return timeline.build(folder / "content").key_events(100)


@pytest.mark.parametrize("form", [name for name, form in find_formats().items() if not form.remedy])
def test_every_format_holds_them(told: timeline.Timeline, form: str) -> None:
    assert told.export(form)


def test_the_data_are_strict(folder: Path) -> None:
    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    parse: Callable[[str], object] = lambda text: json.loads(text, parse_constant=refuse)  # noqa: E731
    for path in (folder / "site").rglob("*.json"):
        assert parse(path.read_text("utf-8"))
