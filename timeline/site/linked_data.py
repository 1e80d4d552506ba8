"""The timeline for search engines, in the words of schema.org."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urljoin

from timeline.site.addresses import HOME
from timeline.site.cards import Card
from timeline.temporal.granularity import Granularity
from timeline.temporal.timex import Certainty

MOST = 200
"""Events named: the list is a summary, and the page has to stay light."""


def linked_data_of(title: str, cards: Sequence[Card], url: str) -> dict[str, object]:
    """A page whose subject is a list of events in the order of time.

    Only a day that is surely known is called a start; of any other date it is said what time it covers.
    """
    page: dict[str, object] = {"@context": "https://schema.org", "@type": "WebPage", "name": title}
    known = [card for card in cards if card.interval.first_day > 0]
    if known:
        last = max(known, key=lambda card: card.interval.end)
        page["temporalCoverage"] = f"{known[0].start}/{last.end}"
    items = [_item(position, card, url) for position, card in enumerate(known[:MOST], start=1)]
    page["mainEntity"] = {
        "@type": "ItemList",
        "itemListOrder": "https://schema.org/ItemListOrderAscending",
        "numberOfItems": len(cards),
        "itemListElement": items,
    }
    return page


def _item(position: int, card: Card, url: str) -> dict[str, object]:
    thing: dict[str, object] = {"name": card.headline}
    granularity = card.value.granularity
    if card.certainty != Certainty.VAGUE and granularity is not None and granularity <= Granularity.DAY:
        thing |= {"@type": "Event", "startDate": card.start, "endDate": card.end}
        thing["subjectOf"] = [
            {"@type": "NewsArticle", "headline": source.title, "datePublished": source.machine_published}
            for source in card.sources
        ]
    else:
        thing |= {"@type": "CreativeWork", "temporalCoverage": f"{card.start}/{card.end}"}
    if url:
        thing["url"] = f"{urljoin(url, HOME)}#{card.id}"
    return {"@type": "ListItem", "position": position, "item": thing}
