"""The timeline for search engines, in the words of schema.org."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urljoin

from timeline.site.cards import Card, Source
from timeline.temporal.edtf import OPEN_AFTER, OPEN_BEFORE
from timeline.temporal.granularity import Granularity
from timeline.temporal.timex import Certainty

MOST = 200
"""Events named: the list is a summary, and the page has to stay light."""
TELLING = 5
"""Articles named for one event."""


def linked_data_of(title: str, cards: Sequence[Card], url: str, places: Mapping[str, str]) -> dict[str, object]:
    """A page whose subject is a list of events in the order of time; `places` says where each one stands.

    Only a day that is surely known is called a start; of any other date it is said what time it covers.
    """
    page: dict[str, object] = {"@context": "https://schema.org", "@type": "WebPage", "name": title}
    if url:
        page["url"] = url
    known = [card for card in cards if card.interval.first_day > 0]
    if known:
        last = max(known, key=lambda card: card.interval.end)
        page["temporalCoverage"] = f"{known[0].start}/{last.end}"
    items = [_item(position, card, url, places) for position, card in enumerate(known[:MOST], start=1)]
    page["mainEntity"] = {
        "@type": "ItemList",
        "itemListOrder": "https://schema.org/ItemListOrderAscending",
        "numberOfItems": len(cards),
        "itemListElement": items,
    }
    return page


def _item(position: int, card: Card, url: str, places: Mapping[str, str]) -> dict[str, object]:
    thing: dict[str, object] = {"name": card.headline}
    if _is_sure_of_the_day(card):
        thing |= {"@type": "Event", "startDate": card.start, "endDate": card.end}
        thing["subjectOf"] = [_article(source) for source in card.sources[:TELLING]]
    else:
        thing |= {"@type": "CreativeWork", "temporalCoverage": _covered(card)}
    if url:
        thing["url"] = urljoin(url, places[card.id])
    return {"@type": "ListItem", "position": position, "item": thing}


def _is_sure_of_the_day(card: Card) -> bool:
    granularity, modifier = card.value.granularity, card.value.modifier
    to_the_day = granularity is not None and granularity <= Granularity.DAY and modifier is None
    return to_the_day and card.certainty != Certainty.VAGUE


def _covered(card: Card) -> str:
    """The time as an interval of ISO 8601, open where the words leave it open."""
    start = ".." if card.value.modifier in OPEN_BEFORE else card.start
    return f"{start}/{'..' if card.value.modifier in OPEN_AFTER else card.end}"


def _article(source: Source) -> dict[str, object]:
    article: dict[str, object] = {"@type": "NewsArticle", "headline": source.title, "inLanguage": source.language}
    if not source.inferred:
        article["datePublished"] = source.machine_published
    if source.outlet:
        article["publisher"] = {"@type": "Organization", "name": source.outlet}
    if source.original:
        article["url"] = source.original
    return article
