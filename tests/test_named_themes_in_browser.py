"""Somebody else's theme in a real browser: neither breaks what is the other's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sites import pages
from test_browser import NARROW, WIDE, Watched, browser, serving
from test_named_themes import ADDRESS, page_of, site

__all__ = ["browser", "site"]  # fixtures


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    with serving(site, policy="") as address:
        yield address


def watching(browser: Any, site: Path, viewport: dict[str, int] = WIDE) -> Watched:
    """A page that finds the site where it says that it is as well: Material asks there for the map of the site."""
    watched = Watched(browser, viewport)
    allowed = {"Access-Control-Allow-Origin": "*"}
    watched.page.route(
        f"{ADDRESS}**",
        lambda route: route.fulfill(path=site / route.request.url.removeprefix(ADDRESS), headers=allowed),
    )
    return watched


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_pages_show_what_they_tell_without_an_error_and_do_not_scroll_sideways(
    browser: Any, site: Path, served: str, viewport: dict[str, int]
) -> None:
    with watching(browser, site, viewport) as watched:
        page = watched.page
        for address in ("index.html", page_of(site, "doha"), "how-dates-were-resolved.html"):
            page.goto(served + address)
            page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
            assert viewport["width"] >= page.evaluate("document.documentElement.scrollWidth"), address
            if address == "index.html":
                assert page.locator("article.event:visible").count() > 3
                page.locator("#words").fill("doha last")
                assert 1 == page.locator("article.event:visible").count()
            if "doha" in address:
                assert page.get_by_role("link", name="last week", exact=True).is_visible()
        assert [] == [url for url in watched.requests if not url.startswith((served, ADDRESS))]
        assert [] == watched.wrong


def test_no_article_runs_anything(browser: Any, site: Path, served: str) -> None:
    with watching(browser, site) as watched:
        for address, _ in pages(site):
            if address != "404.html":
                watched.page.goto(served + address)
        assert [] == watched.wrong


def test_styles_of_the_theme_end_where_ours_begin(browser: Any, served: str) -> None:
    with Watched(browser) as watched:
        watched.page.goto(served)
        measured = watched.page.evaluate(
            "['h4', '.chip', 'summary', '.events', 'li'].map(name => {"
            " const style = getComputedStyle(document.querySelector('#event-timeline ' + name));"
            " return [style.fontSize, style.marginLeft, style.paddingLeft, style.boxSizing]; })"
        )
    assert [
        ["19px", "0px", "0px", "border-box"],
        ["15px", "0px", "0px", "border-box"],
        ["15px", "0px", "0px", "border-box"],
        ["17px", "0px", "0px", "border-box"],
        ["15px", "0px", "0px", "border-box"],
    ] == measured
