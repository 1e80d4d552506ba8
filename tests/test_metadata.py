"""What pages say of themselves to search engines, feed readers and those who share a link."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import feedparser
import pytest
from drawable import needs_fonts
from handmade import article, event, mention, timeline
from sites import elements
from test_site import made, site

from timeline.temporal.timex import Modifier

URL = "https://example.org/sub/"


def head(html: str) -> dict[str, str]:
    """The `meta` elements by their name or property, and the links by their relation and type."""
    named = {}
    for each in elements(html):
        key = each.attributes.get("property") or each.attributes.get("name")
        if each.tag == "meta" and key:
            named[key] = each.attributes["content"] or ""
        if each.tag == "link":
            named[each.attributes.get("type") or each.attributes["rel"] or ""] = each.attributes["href"] or ""
    return named


def linked_data(phrases: list[tuple[str, ...]], url: str = URL) -> dict[str, Any]:
    home = site(made(*phrases), url=url)["index.html"]
    [found] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', home, re.DOTALL)
    read: dict[str, Any] = json.loads(found)
    return read


class TestHead:
    def test_the_home_page_and_an_article_say_what_they_are(self) -> None:
        pages = site(made(("last week",)), url=URL, description="What happened")
        home = head(pages["index.html"])
        assert {
            "og:title": "A timeline",
            "og:description": "What happened",
            "og:type": "website",
            "og:site_name": "A timeline",
            "og:url": f"{URL}index.html",
            "canonical": f"{URL}index.html",
        }.items() <= home.items()
        address = next(each for each in pages if each.startswith("articles/talks"))
        assert {
            "og:title": "Title of talks · A timeline",
            "og:description": "1 event in “Title of talks”",
            "og:type": "article",
            "og:url": URL + address,
            "article:published_time": "2015-08-14",
        }.items() <= head(pages[address]).items()

    @needs_fonts
    def test_who_shares_a_link_has_a_picture(self) -> None:
        pages = site(made(("last week",)), url=URL)
        assert {"og:image": f"{URL}picture.png", "twitter:card": "summary_large_image"}.items() <= head(
            pages["index.html"]
        ).items()

    def test_every_page_names_the_feeds_as_seen_from_it(self) -> None:
        pages = site(made(("last week",)), url=URL)
        for address, root in (("index.html", ""), ("404.html", "/sub/")):
            feeds = {"application/atom+xml": f"{root}feed.xml", "application/feed+json": f"{root}feed.json"}
            assert feeds.items() <= head(pages[address]).items()

    def test_without_an_address_nothing_asks_for_one(self) -> None:
        pages = site(made(("last week",)))
        assert not {"feed.xml", "feed.json", "sitemap.xml"} & set(pages)
        assert not {"og:url", "canonical", "application/atom+xml"} & set(head(pages["index.html"]))


class TestFeeds:
    @pytest.mark.parametrize("events_per_page", [500, 1], ids=["one page", "a page a year"])
    def test_entries_lead_to_where_the_events_stand(self, events_per_page: int) -> None:
        pages = site(made(("last week",), ("May 2014",)), url=URL, events_per_page=events_per_page)
        for entry in feedparser.parse(pages["feed.xml"]).entries:
            address, _, name = entry.link.removeprefix(URL).partition("#")
            assert name in {each.attributes.get("id") for each in elements(pages[address]) if each.tag == "article"}


class TestLinkedData:
    def test_a_sure_day_is_an_event_that_articles_tell(self) -> None:
        page = linked_data([("5 August 2015", "3 August 2015")])
        [item] = page["mainEntity"]["itemListElement"]
        event = item["item"]
        assert ("WebPage", URL, "2015-08-05/2015-08-05") == (page["@type"], page["url"], page["temporalCoverage"])
        assert ("Event", "2015-08-05", "2015-08-05") == (event["@type"], event["startDate"], event["endDate"])
        assert event["url"].startswith(f"{URL}index.html#report-")
        assert {
            "@type": "NewsArticle",
            "headline": "Title of report",
            "inLanguage": "en",
            "datePublished": "2015-08-20",
            "publisher": {"@type": "Organization", "name": "Harbour Desk"},
        } == event["subjectOf"][0]

    def test_a_wider_time_is_never_given_a_start(self) -> None:
        [item] = linked_data([("last week",)])["mainEntity"]["itemListElement"]
        assert "CreativeWork" == item["item"]["@type"]
        assert "2015-08-03/2015-08-09" == item["item"]["temporalCoverage"]
        assert "startDate" not in item["item"]

    @pytest.mark.parametrize(
        ("modifier", "expected"), [(Modifier.AFTER, "2015-08-05/.."), (Modifier.ON_OR_BEFORE, "../2015-08-05")]
    )
    def test_an_open_time_is_open(self, modifier: Modifier, expected: str) -> None:
        own = article("a", "They met on 5 August 2015.", "2015-08-20")
        day = mention(own, "5 August 2015")
        home = site(timeline([own], [event(replace(day, when=day.when.modified(modifier)))]))["index.html"]
        assert f'"temporalCoverage": "{expected}"' in home


class TestNotFound:
    """The page for unknown addresses, which is shown at any depth."""

    def test_it_leads_home_to_the_years_and_to_a_search(self) -> None:
        page = site(made(("last week",), ("May 2014",)), url=URL)["404.html"]
        found = elements(page)
        links = [each.attributes["href"] for each in found if each.tag == "a"]
        assert {"/sub/index.html", "/sub/index.html#y2014", "/sub/index.html#y2015"} <= set(links)
        [form] = [each for each in found if each.tag == "form"]
        assert "/sub/index.html" == form.attributes["action"]
        assert ["text"] == [each.attributes["name"] for each in found if each.tag == "input"]

    def test_it_says_no_root_where_the_address_of_the_site_is_not_known(self) -> None:
        found = elements(site(made(("last week",)))["404.html"])
        named = [each.attributes.get("href") or each.attributes.get("src") or "" for each in found]
        assert "../index.html" in named
        assert [] == [each for each in named if each.startswith("/")]

    def test_it_is_kept_out_of_search_engines(self) -> None:
        page = site(made(("last week",)), url=URL)["404.html"]
        assert "noindex" == head(page)["robots"]
        assert "canonical" not in head(page)
