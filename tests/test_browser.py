"""The site in a real browser: nothing of an article runs, nothing is asked of others, everybody can use it."""

from __future__ import annotations

import json
import re
import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from handmade import article, event, mention, timeline
from payloads import FEW
from sites import build, pages, write_article, write_config

from timeline.site.frame import Frame
from timeline.site.pages import site_pages
from timeline.site.rendering import make_environment, templates_dir

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
if CHROMIUM is None:
    pytest.skip("needs a browser: apt-get install chromium", allow_module_level=True)

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


class Handler(SimpleHTTPRequestHandler):
    """Serves files under a policy, if there is one, and a page of the site's where there is none."""

    policy = ""
    not_found: Path | None = None

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404 or self.not_found is None:
            super().send_error(code, message, explain)
        else:
            self.send_response(404)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(self.not_found.read_bytes())

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Friendly and hostile articles in one site."""
    folder = tmp_path_factory.mktemp("browser")
    write_article(
        folder, "talks/doha", "They met in Doha last week. In May 2014 they had not. It ended on 5 August 2015."
    )
    write_article(
        folder,
        "talks/paris",
        "Recently it was quiet. In 2013 they met. The year 1990 was about as long.",
        "date: 2015-08-20",
    )
    write_article(folder, "broken", "No date.", "title: broken")
    for number, payload in enumerate(FEW):
        value = json.dumps(payload)
        head = f"title: {value}\nsource: {value}\nauthor: {value}\nurl: {value}\ntopic: {value}\ndate: 2015-08-14"
        write_article(
            folder, f"hostile/a{number}", f"{payload} met {payload} on 5 August 2015. {payload} " + "x" * 400, head
        )
    write_config(folder)
    build(folder)
    persian = article("persian", "دیدار در 2015-08-05 بود.", language="fa", title="دیدار")
    frame, environment = Frame("A timeline"), make_environment([templates_dir()])
    for page in site_pages(timeline([persian], [event(mention(persian, "2015-08-05"))]), frame, environment):
        if "persian" in page.address:
            (folder / "site" / page.address).write_text(page.text, encoding="utf-8")
    return folder  # fmt: skip


@contextmanager
def serving(site: Path, policy: str = POLICY, not_found: Path | None = None) -> Iterator[str]:
    """The address of a site while it is served under the policy."""
    handler = type("UnderPolicy", (Handler,), {"policy": policy, "not_found": not_found})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[str]:
    """The address of the site, served with the policy."""
    with serving(folder / "site") as address:
        yield address


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample articles, all of its events on one page."""
    folder = tmp_path_factory.mktemp("sample")
    (folder / "content").symlink_to(Path(__file__).parents[1] / "content")
    write_config(folder)
    build(folder)
    return folder / "site"


class Watched:
    """A page, and what it did that it must not."""

    def __init__(self, browser: Any, viewport: dict[str, int] = WIDE, **given: Any) -> None:
        self.context = browser.new_context(viewport=viewport, **given)
        self.page = self.context.new_page()
        self.wrong: list[str] = []
        self.requests: set[str] = set()
        self.page.on("console", lambda message: message.type == "error" and self.wrong.append(message.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("dialog", self._dialog)
        self.page.on("request", lambda request: self.requests.add(request.url))

    def _dialog(self, dialog: Any) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def __enter__(self) -> Watched:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


def addresses(folder: Path) -> list[str]:
    return [address for address, _ in pages(folder / "site")]


def test_no_page_runs_anything_breaks_the_policy_or_asks_another_host(browser: Any, folder: Path, served: str) -> None:
    with Watched(browser) as watched:
        for address in addresses(folder):
            if address != "404.html":
                watched.page.goto(served + address)
                watched.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        assert watched.wrong == []
        assert [url for url in watched.requests if not url.startswith(served)] == []


def test_the_site_works_from_disk(browser: Any, folder: Path) -> None:
    with Watched(browser) as watched:
        watched.page.goto((folder / "site" / "index.html").as_uri())
        watched.page.get_by_role("link", name="How dates were resolved").first.click()
        assert watched.page.get_by_role("heading", level=1).inner_text() == "How dates were resolved"
        watched.page.go_back()
        watched.page.locator("#words").fill("doha last")
        assert watched.page.locator("article.event:visible").count() == 1
        assert watched.wrong == []
        assert [url for url in watched.requests if not url.startswith("file:")] == []


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_page_scrolls_sideways(browser: Any, folder: Path, viewport: dict[str, int]) -> None:
    wider = []
    with Watched(browser, viewport) as watched:
        for address in addresses(folder):
            watched.page.goto((folder / "site" / address).as_uri())
            watched.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
            if watched.page.evaluate("document.documentElement.scrollWidth") > viewport["width"]:
                wider.append(address)
    assert wider == []


def test_the_filter_counts_remembers_and_forgets(browser: Any, served: str) -> None:
    with Watched(browser) as watched:
        page = watched.page
        page.goto(served + "index.html")
        every = page.locator("article.event").count()
        page.keyboard.press("/")
        page.keyboard.type("doha last")
        assert page.locator("article.event:visible").count() == 1
        assert page.get_by_role("status").inner_text() == f"1 of {every} events"
        assert page.locator("section.year:visible").count() == 1
        counted = page.locator("section.month:visible .count")
        assert counted.inner_text().startswith("1 / ")
        page.reload()
        assert page.locator("article.event:visible").count() == 1
        page.get_by_role("button", name="Clear").click()
        playwright.expect(page.locator("article.event:visible")).to_have_count(every)
        assert page.url == served + "index.html"
        assert " / " not in counted.first.inner_text()
        page.locator("#words").fill("no such words")
        page.get_by_role("button", name="Show all events").click()
        playwright.expect(page.locator("article.event:visible")).to_have_count(every)


def test_every_event_that_fits_is_shown_however_many_they_are(browser: Any, sample: Path) -> None:
    with Watched(browser) as watched:
        page = watched.page
        page.goto((sample / "index.html").as_uri())
        every = page.locator("article.event").count()
        shown, status = page.locator("article.event:visible"), page.get_by_role("status").last
        for words in ("no such words", "the", "no such words", "in"):
            page.locator("#words").fill(words)
            playwright.expect(status).to_have_text(re.compile(rf"^\d+ of {every} events$"))
            number = int(status.inner_text().split()[0])
            assert number == 0 if " " in words else every / 2 < number < every
            playwright.expect(shown).to_have_count(number)
            counts = page.locator("section.month:visible .count").all_inner_texts()
            assert sum(int(count.split(" / ")[0]) for count in counts) == number
        page.locator("#order").select_option("newest")
        playwright.expect(shown).to_have_count(number)
        days = shown.evaluate_all("all => all.map(each => each.closest('.year').id)")
        assert days == sorted(days, reverse=True)


def test_years_and_columns_count_what_the_filter_shows_and_a_year_keeps_it(browser: Any, sample: Path) -> None:
    with Watched(browser) as watched:
        page = watched.page
        page.goto((sample / "index.html").as_uri())
        counts, columns = page.locator(".rail a > .count"), page.locator(".strip a")
        before = [counts.all_inner_texts(), [each.get_attribute("aria-label") for each in columns.all()]]
        page.locator("#words").fill("comet")
        shown = page.locator("article.event:visible")
        years = shown.evaluate_all("all => all.map(each => each.closest('.year').id)")
        links = page.locator(".rail a:visible")
        assert links.evaluate_all("all => all.map(each => each.hash.slice(1))") == list(dict.fromkeys(years))
        assert [int(each) for each in links.locator("> .count").all_inner_texts()] == list(Counter(years).values())
        labels = [str(each.get_attribute("aria-label")) for each in columns.all()]
        found = [re.search(r": (?:([\d,]+) of )?([\d,]+) events?$", label) for label in labels]
        assert len(years) == sum(int(each[1] or each[2]) for each in found if each)
        page.goto((sample / "index.html").as_uri() + "?order=newest&text=comet")
        playwright.expect(shown).to_have_count(len(years))
        assert labels == [each.get_attribute("aria-label") for each in columns.all()]
        page.goto((sample / "index.html").as_uri() + "?text=comet")
        links.last.click()
        assert shown.count() == len(years)
        page.goto(page.url.partition("#")[0] + "#y2004")
        assert shown.count() == len(years) < page.locator("article.event").count()
        page.get_by_role("button", name="Clear").click()
        playwright.expect(counts).to_have_text(before[0])
        assert before[1] == [each.get_attribute("aria-label") for each in columns.all()]


def test_an_event_that_the_filter_of_its_address_left_out_is_shown_and_the_reader_is_told(
    browser: Any, served: str
) -> None:
    with Watched(browser) as watched:
        page = watched.page
        page.goto(served + "index.html")
        event = page.locator("article.event", has_text="May 2014").first
        name = event.get_attribute("id")
        page.goto(f"{served}index.html?text=doha+last#{name}")
        playwright.expect(page.locator(".notice")).to_contain_text("it was cleared")
        playwright.expect(event).to_be_in_viewport()
        assert (page.locator("#words").input_value(), page.url) == ("", f"{served}index.html#{name}")
        page.goto(f"{served}index.html?text=2014#{name}")
        playwright.expect(event).to_be_in_viewport()
        assert not page.locator(".notice").is_visible()
        assert page.locator("#words").input_value() == "2014"


def test_a_search_for_signs_alone_finds_nothing(browser: Any, served: str) -> None:
    with Watched(browser) as watched:
        page = watched.page
        page.goto(served + "index.html")
        page.locator("#words").fill("?!")
        assert page.locator("article.event:visible").count() == 0
        assert page.locator(".no-match").is_visible()


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_filter_stands_still_while_it_is_written_in(browser: Any, sample: Path, viewport: dict[str, int]) -> None:
    place = "each => JSON.stringify(each.getBoundingClientRect())"
    with Watched(browser, viewport) as watched:
        page = watched.page
        page.goto((sample / "index.html").as_uri())
        parts = [page.locator(each) for each in (".filter", "#words", "#order", ".filter .more")]
        page.locator("#words").focus()
        before = [each.evaluate(place) for each in parts]
        page.keyboard.type("e")
        playwright.expect(page.locator(".filter output")).not_to_be_empty()
        assert before == [each.evaluate(place) for each in parts]


def test_a_time_expression_leads_to_its_reading_and_back(browser: Any, folder: Path, served: str) -> None:
    address = next(each for each in addresses(folder) if "doha" in each)
    with Watched(browser) as watched:
        page = watched.page
        page.goto(served + address)
        page.get_by_role("link", name="last week", exact=True).click()
        reading = page.locator(".readings li:target")
        assert reading.get_by_text("3–9 August 2015").first.is_visible()
        reading.get_by_role("link", name="Back").click()
        assert page.locator(".time:target").inner_text() == "last week"


def test_without_scripts_the_whole_timeline_is_there(browser: Any, served: str) -> None:
    with Watched(browser, java_script_enabled=False) as watched:
        page = watched.page
        page.goto(served + "index.html")
        assert page.locator("article.event:visible").count() == page.locator("article.event").count() > 3
        assert not page.locator(".filter").is_visible()
        details = page.locator("details.why").first
        details.locator("summary").click()
        assert details.locator("blockquote").first.is_visible()


def test_the_keyboard_reaches_everything_in_reading_order(browser: Any, served: str) -> None:
    with Watched(browser) as watched:
        page = watched.page
        page.goto(served + "index.html")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        places = []
        for _ in range(40):
            page.keyboard.press("Tab")
            places.append(page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))
        assert places == sorted(places)
        assert len(set(places)) == 40


def test_an_address_of_no_event_says_so(browser: Any, served: str) -> None:
    with Watched(browser) as watched:
        page = watched.page
        page.goto(served + "index.html")
        assert not page.locator(".notice").is_visible()
        page.goto(served + "index.html#0123456789ab")
        notice = page.locator(".notice")
        assert "no event at this address" in notice.inner_text()
        notice.get_by_role("link", name="Search the events").click()
        playwright.expect(page.locator("#words")).to_be_focused()
        known = page.locator("article.event").first.get_attribute("id")
        page.goto(f"{served}index.html#{known}-7")
        notice.get_by_role("link", name="The event told in the same words").click()
        playwright.expect(page.locator("article.event:target")).to_have_id(known)
        page.locator(".event .permalink").first.click()
        playwright.expect(page.locator(".notice")).to_be_hidden()


@pytest.mark.parametrize("below", ["", "sub/"], ids=["at the root", "below a folder"])
@pytest.mark.parametrize("missing", ["gone.html", "articles/gone.html", "topics/talks/gone.html"])
def test_a_page_for_unknown_addresses_finds_its_site(
    browser: Any, folder: Path, tmp_path: Path, below: str, missing: str
) -> None:
    site = tmp_path / below
    shutil.copytree(folder / "site", site, dirs_exist_ok=True)
    with serving(tmp_path, not_found=site / "404.html") as address, Watched(browser) as watched:
        page = watched.page
        page.goto(f"{address}{below}{missing}")
        assert page.get_by_role("heading", name="Page not found").is_visible()
        assert "0px" == page.evaluate("getComputedStyle(document.body).margin")
        assert not [url for url in watched.requests if not url.startswith(address)]
        page.get_by_role("link", name="Go to the timeline").click()
        page.wait_for_url(f"{address}{below}index.html")
        page.goto(f"{address}{below}{missing}")
        page.locator("#words").fill("doha")
        page.get_by_role("button", name="Search").click()
        page.wait_for_url(f"{address}{below}index.html?text=doha")


def test_the_event_that_is_pointed_at_can_be_taken_along(browser: Any, served: str) -> None:
    with Watched(browser) as watched:
        page = watched.page
        page.add_init_script("navigator.clipboard.writeText = async text => { window.copied = text; };")
        page.goto(served + "index.html")
        event = page.locator(".event", has_text="last week").first
        event.locator("h4 .permalink").click()
        event.get_by_role("button", name="Copy link").click()
        playwright.expect(event.get_by_role("button", name="Copied")).to_have_count(1)
        link = page.evaluate("window.copied")
        assert link == f"{served}index.html#{event.get_attribute('id')}"
        event.get_by_role("button", name="Copy citation").click()
        cited = page.evaluate("window.copied")
        assert cited.startswith(f"“{event.locator('h4 bdi').inner_text()}” (3–9 August 2015), ")
        assert cited.endswith(link)
        page.locator(".event h4 .permalink").last.click()
        playwright.expect(page.locator(".copies")).to_have_count(1)


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_question_for_the_reasons_stands_on_one_line(browser: Any, sample: Path, width: int) -> None:
    with Watched(browser, {"width": width, "height": 640}) as watched:
        page = watched.page
        page.goto((sample / "index.html").as_uri())
        lines = page.locator(".ask").evaluate_all("all => all.map(each => each.getClientRects().length)")
        assert set(lines) == {1}
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_citation_has_the_marks_of_the_language_of_the_page(browser: Any, tmp_path: Path) -> None:
    write_article(tmp_path, "talks", "They met in Doha last week.")
    write_config(tmp_path, plugins="[timeline: {locale: de}]")
    build(tmp_path)
    with Watched(browser) as watched:
        page = watched.page
        page.add_init_script("navigator.clipboard.writeText = async text => { window.copied = text; };")
        with serving(tmp_path / "site") as address:
            page.goto(address)
            page.locator(".event h4 .permalink").click()
            page.get_by_role("button", name="Zitat kopieren").click()
            assert str(page.evaluate("window.copied")).startswith("„They met in Doha“ (3.–9. August 2015), ")


def test_the_reasons_of_a_date_are_opened_with_the_keyboard_alone(browser: Any, served: str) -> None:
    with Watched(browser) as watched:
        page = watched.page
        page.goto(served + "index.html")
        summary, reason = page.locator("details.why summary").first, page.locator("details.why blockquote").first
        page.keyboard.press("Tab")
        while not summary.evaluate("each => each === document.activeElement"):
            assert page.evaluate("document.activeElement !== document.body"), "the keyboard does not get there"
            page.keyboard.press("Tab")
        assert summary.evaluate("each => getComputedStyle(each).outlineStyle") != "none"
        assert not reason.is_visible()
        page.keyboard.press("Enter")
        assert reason.is_visible()


def test_a_permalink_marks_its_event_also_by_an_id_that_was_merged_into_it(browser: Any, sample: Path) -> None:
    address, alias = next(
        (address, found[1])
        for address, text in pages(sample)
        if (found := re.search(r'<span class="alias" id="([^"]+)"', text))
    )
    colour = "each => getComputedStyle(each).backgroundColor"
    with Watched(browser) as watched:
        page = watched.page
        event = page.locator(f"article.event:has([id='{alias}'])")
        page.goto((sample / address).as_uri())
        usual, identity = event.evaluate(colour), event.get_attribute("id")
        assert usual == page.locator("article.event").last.evaluate(colour)
        for link in (identity, alias):
            page.goto((sample / address).as_uri() + f"#{link}")
            assert event.evaluate(colour) != usual
            assert event.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
            playwright.expect(event).to_be_in_viewport()
            assert page.locator("article.event").last.evaluate(colour) == usual


IN_ORDER = """() => {
    const lines = [...document.querySelectorAll(".all-events :is(h2, h3, .gap, .when, h4, .meta)")].filter(each => each.checkVisibility());
    const boxes = lines.map(each => each.getBoundingClientRect());
    return lines.filter((_, at) => at && boxes[at].top < boxes[at - 1].bottom - 3).map(each => each.textContent);
}"""
"""The lines of a timeline that begin before the one above them ends."""


def test_on_paper_all_events_stand_and_what_only_a_screen_can_do_is_left_out(browser: Any, sample: Path) -> None:
    with Watched(browser) as watched:
        page = watched.page
        page.goto((sample / "index.html").as_uri())
        every = page.locator("article.event").count()
        assert every > 100
        page.emulate_media(media="print")
        assert page.locator("article.event:visible").count() == every
        assert page.evaluate(IN_ORDER) == []
        for hidden in (".filter", ".rail", ".strip", ".skip", ".permalink", "details.why blockquote"):
            assert page.locator(hidden).count(), hidden
            assert page.locator(f"{hidden}:visible").count() == 0, hidden
        assert page.locator(".print-address").count() == page.locator(".print-address:visible").count()
        sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
        assert 0 < sheets <= every * 15 / 100


def test_text_from_right_to_left_begins_on_the_right(browser: Any, folder: Path, served: str) -> None:
    address = next(each for each in addresses(folder) if "persian" in each)
    # How far the words end from the right, and from the left, of what holds them.
    ends = """each => {
        const words = document.createRange(), holder = each.getBoundingClientRect();
        words.selectNodeContents(each);
        const { left, right } = words.getBoundingClientRect();
        return [holder.right - right, left - holder.left];
    }"""
    with Watched(browser) as watched:
        watched.page.goto(served + address)
        for words in ("h1", ".text p"):
            right, left = watched.page.locator(words).first.evaluate(ends)
            assert (round(right), left > 50) == (0, True), words


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_for_those_who_asked_for_that(browser: Any, served: str, motion: str) -> None:
    moving = """[...document.querySelectorAll("*")].filter(each => {
        const style = getComputedStyle(each);
        return style.scrollBehavior !== "auto" || style.animationName !== "none" ||
            style.transitionDuration.split(",").some(seconds => parseFloat(seconds) > 0);
    }).length"""
    with Watched(browser, reduced_motion=motion) as watched:
        watched.page.goto(served + "index.html")
        assert (watched.page.evaluate(moving) > 0) == (motion == "no-preference")


def test_whatever_the_keyboard_reaches_shows_that_it_is_there(browser: Any, served: str) -> None:
    marked = """() => {
        const each = document.activeElement, column = each.querySelector(".reach");
        const marked = column ? getComputedStyle(column).stroke : getComputedStyle(each).outlineStyle;
        return [each === document.body, marked !== "none", each.outerHTML.slice(0, 200)];
    }"""
    with Watched(browser) as watched:
        page = watched.page
        page.goto(served + "index.html")
        page.locator(".more summary").click()
        page.locator("#main").focus()
        stops, unmarked = 0, []
        while stops < 100:
            page.keyboard.press("Tab")
            outside, shown, element = page.evaluate(marked)
            if outside:
                break
            stops += 1
            if not shown:
                unmarked.append(element)
        assert stops > 60
        assert unmarked == []


def test_a_slash_leads_to_the_search_but_for_those_who_are_writing(browser: Any, served: str) -> None:
    with Watched(browser) as watched:
        page = watched.page
        page.goto(served + "index.html")
        page.keyboard.press("/")
        assert page.locator("#words").evaluate("each => each === document.activeElement")
        page.keyboard.type("and/or")
        assert page.locator("#words").input_value() == "and/or"


def test_where_the_system_chooses_the_colours_certainty_shows_by_its_mark(browser: Any, sample: Path) -> None:
    mark = """each => {
        const { backgroundColor, borderStyle } = getComputedStyle(each, "::before");
        return [backgroundColor, borderStyle];
    }"""
    with Watched(browser, forced_colors="active") as watched:
        page = watched.page
        page.goto((sample / "index.html").as_uri())
        for kind in (".event", ".chip"):
            marks = [page.locator(f"{kind}.{sure}").first.evaluate(mark) for sure in ("exact", "inferred", "vague")]
            assert len({*map(tuple, marks)}) == 3, kind
        bar = page.locator(".strip .bar").first.evaluate("each => getComputedStyle(each).fill")
        assert bar != page.evaluate("getComputedStyle(document.body).backgroundColor")
