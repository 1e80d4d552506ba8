"""Feeds: what the newest articles tell, for programs that follow a site."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import feedparser
import pytest
from handmade import article, event, mention, timeline

from timeline.exports.atom import to_atom
from timeline.exports.json_feed import to_json_feed
from timeline.feeds import MOST
from timeline.merging import Timeline
from timeline.published import Site

SITE = Site("https://example.org/sub/", "What happened", {"talks-17": "years/2015.html#talks-17"})
TALKS = article("talks", "They met in Doha last week. In May 2014 they had not.", topic="talks")
REPORT = article(
    "report", "The meeting of 5 August 2015 was <b>3</b> < 4 & dull.", "2015-08-20", url="https://example.org/r?a=1&b=2"
)
OTHER = article("other", "It closed on 3 August 2015.", "2015-08-21", url="javascript:alert(1)")


def made() -> Timeline:
    """Three events: told by two articles, by the newest alone, by the oldest alone."""
    return timeline(
        [TALKS, REPORT, OTHER],
        [
            event(mention(TALKS, "May 2014")),
            event(mention(OTHER, "3 August 2015")),
            event(mention(TALKS, "last week"), mention(REPORT, "5 August 2015")),
        ],
    )  # fmt: skip


def atom(of: Timeline, site: Site = SITE) -> Any:
    read = feedparser.parse(to_atom(of, site))
    assert not read.bozo, read.get("bozo_exception")
    return read


def json_feed(of: Timeline, site: Site = SITE) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(to_json_feed(of, site))
    return read


class TestAtom:
    def test_the_event_that_the_newest_article_tells_stands_first(self) -> None:
        entries = atom(made()).entries
        assert [
            ("2015-08-21T00:00:00Z", "2015-08-21T00:00:00Z"),
            ("2015-08-14T00:00:00Z", "2015-08-20T00:00:00Z"),
            ("2015-08-14T00:00:00Z", "2015-08-14T00:00:00Z"),
        ] == [(each.published, each.updated) for each in entries]

    def test_it_says_where_it_stands_and_when_the_newest_article_changed_it(self) -> None:
        feed = atom(made()).feed
        assert ("atom10", "2015-08-21T00:00:00Z", "What happened") == (
            atom(made()).version,
            feed.updated,
            feed.subtitle,
        )
        assert {"self": "https://example.org/sub/feed.xml", "alternate": "https://example.org/sub/"} == {
            link.rel: link.href for link in feed.links
        }

    def test_an_entry_leads_to_its_event_and_to_the_articles_that_may_be_followed(self) -> None:
        newest, both, _ = atom(made()).entries
        assert [("alternate", "https://example.org/sub/index.html#other-13")] == [
            (link.rel, link.href) for link in newest.links
        ]
        assert [
            ("alternate", "https://example.org/sub/years/2015.html#talks-17"),
            ("via", "https://example.org/r?a=1&b=2"),
        ] == [(link.rel, link.href) for link in both.links]

    def test_what_articles_say_stays_text(self) -> None:
        [content] = atom(made()).entries[1].content
        assert "text/html" == content.type
        assert "<b>" not in content.value
        assert "was 3 &lt; 4 &amp; dull" in content.value

    @pytest.mark.parametrize("words", ["\x00\x0b", "\ufffe", "]]>", "\ud800", "<!--", "&nbsp;"], ids=ascii)
    def test_no_words_make_it_malformed(self, words: str) -> None:
        own = article("a", "They met on 5 August 2015.", title=f"Title {words}", source=words, topic=words)
        told = timeline([own], [event(mention(own, "5 August 2015"))])
        assert 1 == len(atom(told).entries)


class TestJsonFeed:
    """As https://www.jsonfeed.org/version/1.1/ has it."""

    def test_all_is_there_that_has_to_be_and_of_its_type(self) -> None:
        feed = json_feed(made())
        assert (
            "https://jsonfeed.org/version/1.1",
            "https://example.org/sub/",
            "https://example.org/sub/feed.json",
        ) == (
            feed["version"],
            feed["home_page_url"],
            feed["feed_url"],
        )
        assert all(isinstance(author["name"], str) for author in feed["authors"])
        for item in feed["items"]:
            assert isinstance(item["id"], str)
            assert item["content_html"]
            for day in (item["date_published"], item["date_modified"]):
                assert datetime.fromisoformat(day).tzinfo is not None

    def test_it_tells_the_same_as_atom(self) -> None:
        entries, items = atom(made()).entries, json_feed(made())["items"]
        assert [(each.id, each.title, each.link, each.updated) for each in entries] == [
            (each["id"], each["title"], each["url"], each["date_modified"]) for each in items
        ]


class TestBoth:
    def test_ids_hang_on_the_event_alone(self) -> None:
        moved = Site("https://example.com/", events={"talks-17": "elsewhere.html"})
        ids = {each["id"] for each in json_feed(made())["items"]}
        assert 3 == len(ids)
        assert ids == {each["id"] for each in json_feed(made(), moved)["items"]}
        assert ids == {each["id"] for each in json_feed(made(), Site())["items"]}

    def test_without_an_address_they_lead_nowhere_and_are_whole(self) -> None:
        read = feedparser.parse(to_atom(made()))
        assert (False, [], 3) == (read.bozo, read.feed.get("links", []), len(read.entries))
        assert {"version", "title", "authors", "items"} == set(json_feed(made(), Site()))

    def test_they_are_bounded(self) -> None:
        days = " ".join(
            f"On {day} {month} 2014 it rained." for month in ("May", "July", "August", "March") for day in range(1, 31)
        )
        long = article("long", days)
        told = timeline([long], [event(mention(long, f"{day} {month} 2014")) for month in ("March", "May", "July", "August") for day in range(1, 31)])  # fmt: skip
        assert (MOST, MOST) == (len(atom(told).entries), len(json_feed(told)["items"]))

    def test_what_an_event_says_is_bounded(self) -> None:
        many = [article(f"a{number}", "They met on 5 August 2015.", f"2015-09-{number:02}") for number in range(1, 29)]
        told = timeline(many, [event(*(mention(each, "5 August 2015") for each in many))])
        [item] = json_feed(told)["items"]
        assert (5, True) == (item["content_html"].count("<blockquote"), "Title of a28" in item["content_html"])

    def test_a_timeline_without_events_has_feeds_without_entries(self) -> None:
        assert ("1970-01-01T00:00:00Z", []) == (atom(timeline([])).feed.updated, atom(timeline([])).entries)
        assert [] == json_feed(timeline([]))["items"]

    def test_topics_are_those_of_the_event(self) -> None:
        own = event(mention(TALKS, "last week"), topics=("talks", "doha"))
        told = timeline([TALKS], [own])
        assert ["talks", "doha"] == json_feed(told)["items"][0]["tags"]
        assert ["talks", "doha"] == [tag.term for tag in atom(told).entries[0].tags]
