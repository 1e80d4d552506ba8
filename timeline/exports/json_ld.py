"""JSON-LD in the words of schema.org: for search engines, in a page."""

from __future__ import annotations

import json
from collections.abc import Mapping

from timeline.articles import Article
from timeline.date_words import DateWords
from timeline.merging import Event, Timeline
from timeline.published import NOWHERE, Site
from timeline.reports import moment_of, sources_told
from timeline.selection_words import told_part
from timeline.temporal.edtf import to_edtf
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.timex import Certainty
from timeline.web_addresses import web_address

_ESCAPES = {ord(each): f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}


def to_json_ld(timeline: Timeline, site: Site = NOWHERE) -> str:
    """JSON-LD of schema.org, for search engines: to stand in the head of a page."""
    said = linked_data(timeline, site) | {"dateModified": moment_of(timeline).date().isoformat()}
    if part := told_part(timeline, DateWords(site.wording)):
        said["description"] = part
    # It is made to stand in a script, which nothing in it may close.
    return json.dumps(said, ensure_ascii=False, indent=1).translate(_ESCAPES) + "\n"


def linked_data(
    timeline: Timeline, site: Site = NOWHERE, most: int | None = None, telling: int | None = None
) -> dict[str, object]:
    """A page whose subject is a list of events in the order of time: `most` of them, each with `telling` articles.

    Only a day that is surely known is called a start; of any other date it is said what time it covers, in EDTF, which
    says also what is not known of it, and in words.
    """
    words = DateWords(site.wording)
    page: dict[str, object] = {"@context": "https://schema.org", "@type": "WebPage", "name": timeline.title}
    if site.address:
        page["url"] = site.address
    known = [event for event in timeline.events if _interval(event).first_day > 0]
    if known:
        page["temporalCoverage"] = f"{_edtf(known[0])[0]}/{_edtf(max(known, key=lambda each: _interval(each).end))[-1]}"
    articles = {article.id: article for article in timeline.articles}
    order = {identity: at for at, identity in enumerate(articles)}
    page["mainEntity"] = {
        "@type": "ItemList",
        "itemListOrder": "https://schema.org/ItemListOrderAscending",
        "numberOfItems": len(timeline.events),
        "itemListElement": [
            {"@type": "ListItem", "position": position, "item": _item(event, articles, order, site, words, telling)}
            for position, event in enumerate(timeline.events[:most], start=1)
        ],
    }
    return page


def _item(
    event: Event,
    articles: Mapping[str, Article],
    order: Mapping[str, int],
    site: Site,
    words: DateWords,
    telling: int | None,
) -> dict[str, object]:
    thing: dict[str, object] = {"name": event.headline}
    if _is_sure_of_the_day(event):
        start, end = _interval(event).days()
        thing |= {"@type": "Event", "startDate": start, "endDate": end}
    else:
        thing |= {"@type": "CreativeWork", "temporalCoverage": "/".join(_edtf(event))}
        thing |= {"description": f"{words.plain(event.hedged)} ({words.say(event.certainty.value)})"}
    told = sorted(sources_told(event), key=lambda identity: order[identity])
    thing["subjectOf"] = [_article(articles[identity]) for identity in told[:telling]]
    if site.address:
        thing["url"] = site.event(event.id)
    return thing


def _interval(event: Event) -> Interval:
    assert event.when.interval is not None, "an event has a place on the calendar"
    return event.when.interval


def _edtf(event: Event) -> list[str]:
    """The date, or the first and the last one, with what is not known of it."""
    return (to_edtf(event.hedged) or "").split("/")


def _is_sure_of_the_day(event: Event) -> bool:
    granularity, modifier = event.when.granularity, event.when.modifier
    to_the_day = granularity is not None and granularity <= Granularity.DAY and modifier is None
    return to_the_day and event.certainty is not Certainty.VAGUE and _interval(event).first_day > 0


def _article(article: Article) -> dict[str, object]:
    told: dict[str, object] = {"@type": "NewsArticle", "headline": article.title, "inLanguage": article.language}
    if article.date_source != "inferred":
        told["datePublished"] = article.published.date().isoformat()
    if article.source:
        told["publisher"] = {"@type": "Organization", "name": article.source}
    if address := web_address(article.url):
        told["url"] = address
    return told
