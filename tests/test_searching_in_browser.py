"""Searching a site on many pages, in a real browser, served and from disk: what is found is what is told."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from kinds import paged
from test_browser import Watched, browser, playwright, serving

__all__ = ["browser"]  # a fixture

FOUND = "[...document.querySelectorAll('.results a')].map(each => each.hash.slice(1))"
PAGE = 50


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return paged(tmp_path_factory.mktemp("searched"))


class Told:
    """The events of a site as its data has them."""

    def __init__(self, site: Path) -> None:
        self.events = json.loads((site / "timeline.json").read_text("utf-8"))["events"]
        self.start = {event["id"]: event["start"] for event in self.events}
        self.outlets = {
            path.relative_to(site.parent / "content").with_suffix("").as_posix(): found[1]
            for path in (site.parent / "content").rglob("*.md")
            if (found := re.search(r"^source: (.*)$", path.read_text("utf-8"), re.MULTILINE))
        }
        self.words = {event["id"]: set(self._words(event)) for event in self.events}

    def _words(self, event: Any) -> list[str]:
        quoted = [words for each in event["sources"] for words in (each["quote"], each["title"])]
        return re.findall("[a-z]+", " ".join([event["headline"], *quoted, *self.outlets_of(event), *event["topics"], *event["entities"]]).lower())  # fmt: skip

    def outlets_of(self, event: Any) -> set[str]:
        return {self.outlets[each["article"]] for each in event["sources"]}

    def by(self, fits: Callable[[Any], bool]) -> set[str]:
        return {event["id"] for event in self.events if fits(event)}

    def by_words(self, *asked: str) -> set[str]:
        """The events that have, for each of them, a word that begins so."""
        return self.by(lambda event: all(any(word.startswith(each) for word in self.words[event["id"]]) for each in asked))  # fmt: skip

    def seldom_together(self) -> tuple[str, str]:
        """Two words that many events tell and one tells both of."""
        number = Counter(word for words in self.words.values() for word in words if len(word) > 4)
        often = [word for word, _ in number.most_common(80)]
        pairs = ((one, other) for one, other in combinations(often, 2) if len(self.by_words(one, other)) == 1)
        return next(pairs)


@pytest.fixture(scope="module")
def told(site: Path) -> Told:
    return Told(site)


class Searching:
    """A reader at the home page of the site."""

    def __init__(self, page: Any, home: str, told: Told) -> None:
        self.page, self.home, self.told = page, home, told

    def asks(self, **fields: str) -> None:
        self.page.locator("details.more").evaluate("each => { each.open = true; }")
        for name, value in fields.items():
            field = self.page.locator(f"form.filter [name='{name}']")
            if name in ("text", "from", "to"):
                field.fill(value)
            else:
                field.select_option(value)

    def finds(self, expected: set[str], newest_first: bool = False) -> None:
        """Waits for all of what was asked for, page by page, and for nothing else."""
        assert expected, "a search for nothing shows nothing"
        rows, more = self.page.locator(".results li"), self.page.get_by_role("button", name="More", exact=True)
        shown = min(PAGE, len(expected))
        playwright.expect(self.page.get_by_role("status")).to_have_text(re.compile(rf"^{shown}\b"))
        playwright.expect(rows).to_have_count(shown)
        while len(expected) > shown:
            assert set(self.page.evaluate(FOUND)) < expected
            more.click()
            shown = min(shown + PAGE, len(expected))
            playwright.expect(rows).to_have_count(shown)
        playwright.expect(more).to_be_hidden()
        found = self.page.evaluate(FOUND)
        assert set(found) == expected
        days = [self.told.start[each] for each in found]
        assert days == sorted(days, reverse=newest_first)

    def finds_again_on_reload(self, expected: set[str], **asked: str) -> None:
        for name, value in asked.items():
            assert f"{name}={value}" in self.page.url.partition("?")[2].split("&")
        self.page.reload()
        self.finds(expected)


@pytest.fixture(scope="module", params=["served", "from disk"])
def home(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    if request.param == "served":
        with serving(site) as address:
            yield address + "index.html"
    else:
        yield (site / "index.html").as_uri()


@contextmanager
def searching(browser: Any, home: str, told: Told) -> Iterator[Searching]:
    """A reader who has just come, and nothing of whose visit went wrong or asked another host."""
    with Watched(browser) as watched:
        watched.page.goto(home)
        yield Searching(watched.page, home, told)
        assert watched.wrong == []
        assert [url for url in watched.requests if not url.startswith(home.removesuffix("index.html"))] == []


def test_a_common_word_is_found_page_by_page_in_the_order_of_time_or_the_newest_first(
    browser: Any, home: str, told: Told
) -> None:
    number = Counter(word for words in told.words.values() for word in words if len(word) > 6)
    word = next(word for word, _ in number.most_common() if PAGE < len(told.by_words(word)) < 4 * PAGE)
    with searching(browser, home, told) as reader:
        reader.asks(text=word)
        reader.finds(told.by_words(word))
        reader.asks(order="newest")
        reader.finds(told.by_words(word), newest_first=True)


def test_two_words_that_one_event_tells_and_the_beginning_of_a_word_are_found(
    browser: Any, home: str, told: Told
) -> None:
    one, other = told.seldom_together()
    with searching(browser, home, told) as reader:
        reader.asks(text=f"{one} {other}")
        reader.finds(told.by_words(one, other))
        reader.finds_again_on_reload(told.by_words(one, other), text=f"{one}+{other}")
        reader.asks(text="photogr")
        reader.finds(told.by_words("photogr"))


@pytest.mark.parametrize("field", ["topic", "entity", "source", "certainty"])
def test_each_filter_leaves_what_it_says(browser: Any, home: str, told: Told, field: str) -> None:
    values: dict[str, Callable[[Any], Any]] = {
        "topic": lambda event: event["topics"],
        "entity": lambda event: event["entities"],
        "source": told.outlets_of,
        "certainty": lambda event: [event["certainty"]],
    }
    with searching(browser, home, told) as reader:
        offered = reader.page.locator(f"[name='{field}'] option").evaluate_all("all => all.map(each => each.value)")
        assert {each for event in told.events for each in values[field](event)} >= set(offered) - {""}
        chosen = offered[-1]
        fitting = told.by(lambda event: chosen in values[field](event))
        reader.asks(**{field: chosen})
        reader.finds(fitting)
        reader.page.reload()
        assert reader.page.locator(f"[name='{field}']").input_value() == chosen
        reader.finds(fitting)


def test_a_span_of_days_leaves_what_may_have_happened_in_it(browser: Any, home: str, told: Told) -> None:
    with searching(browser, home, told) as reader:
        reader.asks(**{"from": "2015-08-05", "to": "2015-08-06"})
        within = told.by(lambda event: event["end"] >= "2015-08-05" and event["start"] <= "2015-08-06")
        reader.finds(within)
        reader.finds_again_on_reload(within, **{"from": "2015-08-05", "to": "2015-08-06"})


def test_all_of_what_is_asked_holds_and_clearing_it_brings_everything_back(browser: Any, home: str, told: Told) -> None:
    asked = {"topic": "bridges", "certainty": "exact", "text": "paris", "from": "2015-08-05"}
    fitting = told.by_words("paris") & told.by(
        lambda event: "bridges" in event["topics"] and event["certainty"] == "exact" and event["end"] >= "2015-08-05"
    )
    with searching(browser, home, told) as reader:
        reader.asks(**asked)
        reader.finds(fitting)
        reader.finds_again_on_reload(fitting, **asked)
        assert not reader.page.locator(".all-events").is_visible()
        reader.page.get_by_role("button", name="Clear").click()
        playwright.expect(reader.page.locator(".all-events")).to_be_visible()
        assert reader.page.url == home
        assert reader.page.locator(".results").is_hidden()


def test_where_nothing_fits_the_page_says_so_and_leads_back(browser: Any, home: str, told: Told) -> None:
    with searching(browser, home, told) as reader:
        for words in ("nosuchword", "paris nosuchword"):
            reader.asks(text=words)
            playwright.expect(reader.page.get_by_text("No event fits.")).to_be_visible()
            assert reader.page.locator(".results li").count() == 0
            reader.page.get_by_role("button", name="Show all events").click()
            playwright.expect(reader.page.locator(".all-events")).to_be_visible()
            assert reader.page.get_by_text("No event fits.").is_hidden()


def test_a_result_leads_to_its_event_and_back_to_the_results(browser: Any, home: str, told: Told) -> None:
    with searching(browser, home, told) as reader:
        reader.asks(text="photographed")
        reader.finds(told.by_words("photographed"))
        [identity] = told.by_words("photographed")
        reader.page.locator(".results a").click()
        assert reader.page.locator("article.event:target").get_attribute("id") == identity
        playwright.expect(reader.page.locator("article.event:target")).to_be_in_viewport()
        reader.page.go_back()
        reader.finds({identity})
        assert reader.page.locator("#words").input_value() == "photographed"


def test_the_page_of_a_name_leads_to_its_events_in_the_timeline(browser: Any, home: str, told: Told) -> None:
    with searching(browser, home, told) as reader:
        link = reader.page.locator("nav.names[aria-labelledby='entity-names'] a").last
        name = link.inner_text()
        link.click()
        reader.page.get_by_role("link", name="Show them in the timeline").click()
        reader.finds(told.by(lambda event: name in event["entities"]))


def test_an_event_is_found_by_an_id_alone(browser: Any, home: str, told: Told) -> None:
    merged = next(event for event in told.events if len(event["sources"]) > 1)
    with searching(browser, home, told) as reader:
        reader.page.goto(f"{home}#{merged['sources'][-1]['id']}")
        reader.page.wait_for_url(f"**/years/*#{merged['id']}")
        playwright.expect(reader.page.locator("article.event:target")).to_be_in_viewport()


def test_without_scripts_every_event_is_reached_by_links(browser: Any, home: str, site: Path) -> None:
    with Watched(browser, java_script_enabled=False) as watched:
        page = watched.page
        page.goto(home)
        assert not page.get_by_role("search").is_visible()
        assert not page.get_by_role("button").count()
        page.locator(".strip a").last.dispatch_event("click")
        page.wait_for_url("**/years/*")
        page.go_back()
        page.get_by_role("link", name="2015", exact=True).first.click()
        page.locator(".part h2 a").first.click()
        while page.locator(".part").count():
            page.locator(".part h2 a").first.click()
        assert page.locator("article.event:visible").count() == page.locator("article.event").count() > 0
        page.locator("details.why summary").first.click()
        assert page.locator("details.why blockquote").first.is_visible()
        first = page.url
        page.get_by_role("navigation", name="Next and previous").get_by_role("link").last.click()
        assert page.url != first
