"""What the pages of a large site weigh, and how soon a reader finds something in it: `make pages`.

ARTICLES generated articles (10,000 of them) are put below FOLDER, once, and published there. SITE=keep measures the
site that is there already.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import combinations
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any, NamedTuple

import generated
from playwright.sync_api import sync_playwright
from report import publish, table

from timeline.store.database import FOLDER as STORE

PAGE, TRANSFER = 150_000, 500_000
"""Bytes that a page, and what is loaded for a first result, may have when compressed."""
FOUND, LOADED, FILTERED = 1.0, 1.0, 0.05
"""Seconds until the first result, until a page of 500 events is there, and until it is filtered."""
TIMES = 5
FILTERS = ("council", "the", "no such words")
"""What leaves some of the events on one page, nearly all, and none."""
COMMON = 50
"""So many of the most frequent words are taken for common."""
RESULT = "article.event, .results li"
"""What a search or a filter leaves to be seen."""

ON_ONE_PAGE, EVENTS = 90, 500
"""Articles that tell at least so many events."""
ONE_PAGE = """
import timeline.site.writer as writer
from timeline.site.publishing import publish
writer.CARDS = writer.CARDS._replace(items=1000, size=10**9)
publish()
print()
"""
"""Builds a site with its events on one page, though they weigh too much for that by default."""
MANY_A_PAGE = "site_name: Timeline\nplugins: [timeline: {events_per_page: 1000}]\ndocs_dir: content\n"

SEARCH = """([words, shown]) => new Promise(resolve => {
    const field = document.querySelector("form.filter #words"), started = performance.now();
    field.value = words;
    field.dispatchEvent(new Event("input", {bubbles: true}));
    function look() {
        const found = Array.from(document.querySelectorAll(shown)).find(each => each.checkVisibility());
        const seconds = (performance.now() - started) / 1000;
        if (found) resolve([seconds, found.id || found.querySelector("a").hash.slice(1)]);
        else if (seconds > 20) resolve([seconds, ""]);
        else requestAnimationFrame(look);
    }
    requestAnimationFrame(look);
})"""
FILTER = """words => new Promise(resolve => {
    const form = document.querySelector("form.filter"), output = form.querySelector("output"), started = performance.now();
    const passed = () => { document.body.offsetHeight; return (performance.now() - started) / 1000; };
    const shown = () => document.querySelectorAll(".all-events li:not([hidden]) > .event").length;
    new MutationObserver((_, observer) => {
        const first = passed();
        observer.disconnect();
        const look = () => shown() === parseInt(output.textContent) ? resolve([first, passed()]) : setTimeout(look);
        look();
    }).observe(output, {childList: true, characterData: true, subtree: true});
    form.querySelector("#words").value = words;
    form.querySelector("#words").dispatchEvent(new Event("input", {bubbles: true}));
})"""
"""How long it takes until the page is right as far as it is seen, and until the last event of many is laid out."""
LOAD = (
    """() => new Promise(resolve => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() / 1000))))"""
)


class Built(NamedTuple):
    """A published site, and what that took."""

    site: Path
    said: str
    seconds: float
    megabytes: float


class Compressing(SimpleHTTPRequestHandler):
    """Sends files compressed, as the hosts of static sites do."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            return self.send_error(404)
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, format: str, *args: Any) -> None:
        pass


def folder_of(count: int) -> Path:
    """Where so many articles are, generated if they are not there yet."""
    made_by = zlib.crc32(
        Path(generated.__file__).read_bytes() + Path(generated.__file__).with_suffix(".toml").read_bytes()
    )
    beside = Path(os.environ.get("FOLDER") or Path(tempfile.gettempdir(), "timeline-pages"))
    folder = beside / f"{count}-{made_by:08x}"
    if not (folder / "content").is_dir():
        generated.write(folder / "unfinished", count)
        (folder / "unfinished").rename(folder / "content")
    return folder


def build(folder: Path, program: Sequence[str] = ("-m", "timeline", "build")) -> Built:
    """Publish the site of a folder as if for the first time; how much CPU and memory one process took for it."""
    shutil.rmtree(folder / STORE, ignore_errors=True)
    with subprocess.Popen([sys.executable, *program], cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.read().splitlines()[0]
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"timeline build ended with {process.returncode}")
    return Built(folder / "site", said, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6)


def kind(address: str) -> str:
    """Pages of one kind are as deep in folders of one name."""
    parts = address.split("/")
    named = 1 if parts[0] != "search" else 2
    return "/".join(parts[:named] + ["…"] * (len(parts) - named))


def weigh(site: Path) -> list[list[str]]:
    """The heaviest page of each kind, and the heaviest scripts and styles."""
    heaviest: dict[str, tuple[int, int, str]] = {}
    number: Counter[str] = Counter()
    for path in sorted(site.rglob("*")):
        if path.suffix in {".html", ".js", ".css"}:
            address, data = path.relative_to(site).as_posix(), path.read_bytes()
            name = kind(address)
            number[name] += 1
            heaviest[name] = max(heaviest.get(name, (0, 0, "")), (len(gzip.compress(data, 6)), len(data), address))
    return [
        [name, f"{number[name]:,}", f"{weight / 1000:,.1f} KB", f"{size / 1000:,.0f} KB", address]
        for name, (weight, size, address) in sorted(heaviest.items(), key=lambda item: -item[1][0])
    ]


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which a site can be read meanwhile."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(site)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def fresh_page(browser: Any) -> Iterator[tuple[Any, list[float]]]:
    """A page of a reader who has never been here, and the bytes of each thing that it was sent."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    sent: list[float] = []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda told: sent.append(told["encodedDataLength"]))
    try:
        yield page, sent
    finally:
        context.close()


def told_in(site: Path) -> dict[str, str]:
    """What is quoted of each event, by its id."""
    events = json.loads((site / "timeline.json").read_text("utf-8"))["events"]
    return {event["id"]: " ".join(source["quote"] for source in event["sources"]) for event in events}


def searches_of(told: dict[str, str]) -> list[tuple[str, str]]:
    """What is searched for: a word of many events, a name of a single one, and two words that are in some together."""
    words = [set(re.findall(r"\b[a-z]{5,}\b", each)) for each in told.values()]
    names = Counter(name for each in told.values() for name in set(re.findall(r"\b[A-Z][a-z]{4,}\b", each)))
    common = Counter(word for each in words for word in each)
    often = sorted(common, key=lambda word: (-common[word], word))[:COMMON]
    rare = min(name for name, number in names.items() if number == 1)
    together = Counter(pair for each in words for pair in combinations([word for word in often if word in each], 2))
    seldom = min(together, key=lambda pair: (together[pair], pair))
    usual = max(together, key=lambda pair: (together[pair], pair))
    return [
        ("a common word", often[0]),
        ("a rare name", rare.lower()),
        ("two words often together", " ".join(usual)),
        ("two seldom together", " ".join(seldom)),
    ]


def search(browser: Any, address: str, words: str, told: dict[str, str]) -> list[str]:
    """How many events have the words, how long the first takes on the home page, and what is sent for it."""
    having = [identity for identity, each in told.items() if all(word in each.lower() for word in words.split())]
    seconds, home, more = [], 0.0, 0.0
    for _ in range(TIMES):
        with fresh_page(browser) as (page, sent):
            page.goto(address + "index.html")
            page.wait_for_load_state("networkidle")
            home = sum(sent)
            taken, found = page.evaluate(SEARCH, [words, RESULT])
            page.wait_for_load_state("networkidle")
            more = sum(sent) - home
            seconds.append(taken)
            if found not in having:
                raise SystemExit(f"searching for “{words}” found {found or 'nothing'}, which does not hold it")
    return [f"{len(having):,}", f"{median(seconds):.2f} s", f"{more / 1000:,.0f} KB", f"{home / 1000:,.0f} KB"]


def one_page(browser: Any, address: str) -> list[str]:
    """How many events the page has, and how long it takes to load and to filter them."""
    loaded, filtered, complete, events = [], [], [], 0
    for _ in range(TIMES):
        with fresh_page(browser) as (page, _):
            page.goto(address + "index.html")
            loaded.append(page.evaluate(LOAD))
            events = page.locator("article.event").count()
            if events < EVENTS:
                raise SystemExit(f"{events} events are on one page, not {EVENTS}: what they take proves nothing")
            for words in FILTERS:
                first, last = page.evaluate(FILTER, words)
                filtered.append(first)
                complete.append(last)
    return [
        f"{events}",
        f"{median(loaded):.2f} s",
        f"{median(filtered) * 1000:.0f} ms",
        f"{max(filtered) * 1000:.0f} ms",
        f"{max(complete) * 1000:.0f} ms",
    ]


def main() -> None:
    """Measure, print and write down."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("needs a browser: apt-get install chromium")
    count = int(os.environ.get("ARTICLES", "10000"))
    folder = folder_of(count)
    large = Built(folder / "site", "", 0, 0) if os.environ.get("SITE") == "keep" else build(folder)
    (folder_of(ON_ONE_PAGE) / "mkdocs.yml").write_text(MANY_A_PAGE)
    small = build(folder_of(ON_ONE_PAGE), ("-c", ONE_PAGE))
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        with served(large.site) as address:
            told = told_in(large.site)
            searches = [[what, words, *search(browser, address, words, told)] for what, words in searches_of(told)]
        with served(small.site) as address:
            page = one_page(browser, address)
        browser.close()
    body = [
        f"{large.said or 'Built before'}, in {large.seconds:,.0f} s of CPU and {large.megabytes:,.0f} MB.",
        table(["files", "how many", "heaviest, compressed", "as it is", "which"], weigh(large.site)),
        f"A page may have {PAGE // 1000} KB.",
        table(["search for", "words", "events", "first result", "sent for it", "sent for the page before"], searches),
        f"A first result may take {FOUND:.0f} s and {TRANSFER // 1000} KB.",
        table(["events on one page", "loaded", "filtered", "slowest filter", "to its last event"], [page]),
        f"500 events may take {LOADED:.0f} s to load and {FILTERED * 1000:.0f} ms to filter.",
    ]
    publish("pages", f"ARTICLES={count} make pages", "\n\n".join(body))


if __name__ == "__main__":
    main()
