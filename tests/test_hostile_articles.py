"""Articles that attack: nothing of them runs on any page, and their words are still to be read.

Some of the payloads are tried here, all of them by `make hostile`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import markdown
import pytest
from payloads import PAYLOADS
from sites import build, tree, write_article, write_config
from test_browser import Watched, browser, serving

import timeline

__all__ = ["browser"]  # a fixture

STEP = 1 if "HOSTILE" in os.environ else 11
CHOSEN = {number: payload for number, payload in enumerate(PAYLOADS) if number % STEP == 0}

COUNTING = """
window.hits = [];
window.hit = () => hits.push(document.documentElement.outerHTML.length);
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = window.hit;
"""
PROVOKING = """() => {
    document.querySelectorAll("details").forEach(each => { each.open = true; });
    for (const each of document.querySelectorAll("body *"))
        for (const kind of ["mouseover", "focus", "focusin", "toggle", "animationstart", "error", "load"])
            each.dispatchEvent(new Event(kind, {bubbles: true}));
    return hits.length;
}"""
BREACHES = """() => [...document.querySelectorAll("*")].flatMap(each => {
    const own = [...each.attributes].filter(({name, value}) =>
        /^on|^style$|^srcdoc$/i.test(name)
        || (/^(xlink:)?(href|src|action|formaction|data|poster)$/i.test(name)
            && !["http:", "https:", "mailto:"].includes(new URL(value, document.baseURI).protocol)));
    const code = each.localName === "script" && each.type !== "application/ld+json"
        && new URL(each.src || "no:", document.baseURI).origin !== location.origin;
    const frame = ["iframe", "object", "embed", "base", "form"].includes(each.localName)
        && !each.matches("form.filter");
    return own.length || code || frame ? [each.outerHTML.slice(0, 200)] : [];
})"""


class Visit(NamedTuple):
    """What a browser met on a page."""

    hits: int
    breaches: list[str]
    text: str


class Reader:
    """Somebody who opens pages, opens all that they hide, and touches everything."""

    def __init__(self, browser: Any, address: str) -> None:
        self.address = address
        self.watched = Watched(browser)
        self.watched.context.add_init_script(COUNTING)
        self.page = self.watched.page

    def visits(self, page: str) -> Visit:
        self.page.goto(self.address + page)
        hits = self.page.evaluate(PROVOKING)
        return Visit(hits, self.page.evaluate(BREACHES), self.page.evaluate("document.body.innerText"))


def write(folder: Path, number: int, payload: str) -> None:
    """An article with the payload wherever a stranger's words may stand."""
    value = json.dumps(f"head{number}start {payload} head{number}end")
    fields = dict.fromkeys(("title", "author", "source", "topic"), value) | {"tags": f"[{value}]"}
    head = "\n".join(f"{key}: {words}" for key, words in (fields | {"url": json.dumps(payload)}).items())
    body = f"body{number}start came. {payload}\n\nThe ferry {payload} left on 5 August 2015. {payload}\n\nbody{number}end went."
    write_article(folder, f"strangers/a{number}", body, f"{head}\ndate: 2015-08-14")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    for number, payload in CHOSEN.items():
        write(folder, number, payload)
    write_config(folder, site_url="https://timeline.example/", plugins="[timeline: {events_per_page: 8}]")
    assert len(CHOSEN) == build(folder).articles
    return folder


@pytest.fixture(scope="module")
def reader(browser: Any, folder: Path) -> Iterator[Reader]:
    # Without the policy, which would stop what the pages let through.
    with serving(folder / "site", policy="") as address:
        reader = Reader(browser, address)
        with reader.watched:
            yield reader


def test_there_are_five_hundred() -> None:
    assert len(PAYLOADS) >= 500


def test_nothing_runs_and_all_words_are_there_to_read(reader: Reader, folder: Path) -> None:
    hits, breaches, unread = {}, {}, {}
    for path in sorted((folder / "site").rglob("*.html")):
        page = path.relative_to(folder / "site").as_posix()
        if page == "404.html":  # it names its files from the root of the host
            continue
        visit = reader.visits(page)
        hits |= {page: visit.hits} if visit.hits else {}
        breaches |= {page: visit.breaches} if visit.breaches else {}
        if page.startswith("articles/strangers"):
            number = next(each for each in CHOSEN if page.startswith(f"articles/strangers-a{each}-"))
            words = [f"{part}{number}{end}" for part in ("head", "body") for end in ("start", "end")]
            if missing := [word for word in words if word not in visit.text]:
                unread[page] = missing
    assert {} == hits
    assert {} == breaches
    assert {} == unread
    assert [] == [url for url in reader.watched.requests if not url.startswith(reader.address)]


def test_what_is_found_of_them_runs_nothing(reader: Reader, folder: Path) -> None:
    events = json.loads((folder / "site/timeline.json").read_text("utf-8"))["events"]
    told = {source["article"]: event["id"] for event in events for source in event["sources"]}
    reader.page.goto(reader.address + "index.html")
    for number in CHOSEN:
        reader.page.locator("#words").fill(f"head{number}start")
        reader.page.locator(f".results a[href$='#{told[f'strangers/a{number}']}']").wait_for()
        assert 0 == reader.page.evaluate(PROVOKING)
    assert [] == reader.page.evaluate(BREACHES)


@pytest.mark.parametrize("name", ["html", "markdown", "svg", "slide-svg"])
def test_what_is_put_into_other_pages_runs_nothing(reader: Reader, folder: Path, name: str) -> None:
    whole = timeline.build(folder / "content", title=PAYLOADS[0])
    written = whole.export(name, address="https://timeline.example/").decode()
    html = markdown.markdown(written) if name == "markdown" else written
    (folder / "site" / "theirs.html").write_text(f"<!doctype html><meta charset=utf-8><body>{html}", "utf-8")
    visit = reader.visits("theirs.html")
    assert 0 == visit.hits
    assert [] == visit.breaches
    if not name.endswith("svg"):
        assert [] == [number for number in CHOSEN if f"head{number}start" not in visit.text]


def test_their_element_and_a_narrowed_frame_run_nothing(reader: Reader, folder: Path) -> None:
    own = '<event-timeline src="embed/index.html"><ol><li>plain</ol></event-timeline><script src="embed/embed.js"></script>'
    (folder / "site" / "theirs.html").write_text(f"<!doctype html><meta charset=utf-8><body>{own}", "utf-8")
    for page in (
        "theirs.html",
        "embed/index.html?text=ferry",
        "embed/index.html?source=%3Cimg%20src%3Dx%3E&theme=%22%3E",
    ):
        reader.page.goto(reader.address + page)
        reader.page.wait_for_function("document.readyState === 'complete'")
        assert 0 == reader.page.evaluate(PROVOKING)
        assert [] == reader.page.evaluate(BREACHES)


def test_what_programs_read_is_well_formed_and_nothing_was_evaluated(folder: Path) -> None:
    site = tree(folder / "site")
    assert [] == [name for name, data in site.items() if str(1337 * 1009).encode() in data or b"root:x:" in data]

    def strict(constant: str) -> float:
        raise ValueError(constant)

    for name, data in site.items():
        if name.endswith(".json"):
            json.loads(data, parse_constant=strict)
        elif name.endswith((".xml", ".svg")):
            ElementTree.fromstring(data)
    assert len(CHOSEN) == len(json.loads(site["timeline.json"])["articles"])


def test_a_template_that_escapes_nothing_is_noticed(browser: Any, tmp_path: Path) -> None:
    """Or the tests above could not fail."""
    write(tmp_path, 0, "<img src=x onerror=hit()>")
    ours = Path(__file__).parents[1] / "site_templates/article.html"
    unsafe = ours.read_text("utf-8").replace(">{{ source.title }}</h1>", ">{{ source.title|string|safe }}</h1>")
    assert unsafe != ours.read_text("utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own/article.html").write_text(unsafe, "utf-8")
    write_config(tmp_path, theme="{name: null, custom_dir: own}")
    build(tmp_path)
    [page] = (tmp_path / "site/articles").glob("strangers-a0-*.html")
    with serving(tmp_path / "site", policy="") as address:
        reader = Reader(browser, address)
        with reader.watched:
            visit = reader.visits(f"articles/{page.name}")
    assert visit.hits
    assert visit.breaches
