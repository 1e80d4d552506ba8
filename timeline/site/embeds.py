"""What is made for other people's pages: parts of the timeline for a frame, as data for a script, and as pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from itertools import groupby
from typing import Final

import msgspec

from timeline.merging import Event, Timeline
from timeline.picture import to_svg
from timeline.selecting import Selection
from timeline.site.addresses import EMBEDS, HOME, root_of, year_code
from timeline.site.cards import Card
from timeline.site.collections import Collection
from timeline.site.frame import Frame
from timeline.site.listing import Listing
from timeline.site.rendering import templates_dir
from timeline.site.sheets import Sheet, made, mark_of
from timeline.site.theming import stylesheet
from timeline.slugs import file_name
from timeline.temporal.calendar import civil
from timeline.wording import Wording

WHOLE: Final = "embed/index.html"
SHOWN: Final = 50
"""So many events stand in a frame before anything is chosen, those that matter most."""
HELD: Final = 300
"""So many of them can be chosen from, so that what is loaded stays small on the largest of sites."""
TOPICS: Final = 200
"""So many topics have an embed of their own, the largest ones; of any other the whole is narrowed."""
KEY: Final = 10
HEIGHT: Final = 480
"""Of a frame until it says how high it wants to be."""
OEMBED: Final = "oembed.json"


@dataclass(frozen=True, slots=True)
class Embed:
    """A part of the timeline that can be put into a frame."""

    address: str
    heading: str
    """Empty for the whole."""
    cards: Sequence[Card]
    shown: int
    whole: str
    """Where the site has all of it."""
    held: int = HELD
    """So many of its events can be chosen from."""

    def beside(self, suffix: str) -> str:
        """The address of the same as something else: ".js" for its data, ".svg" for its picture."""
        return self.address.removesuffix(".html") + suffix


def embeds_of(cards: Sequence[Card], listing: Listing[Card], collections: Iterable[Collection]) -> Iterator[Embed]:
    """The whole, its key events, each year and each topic."""
    yield Embed(WHOLE, "", cards, SHOWN, HOME)
    yield Embed(f"{EMBEDS}/key-events.html", listing.words.say("Key events"), cards, KEY, HOME, held=KEY)
    for year, told in groupby(cards, key=lambda card: card.place.year):
        address = f"{EMBEDS}/years/{year_code(year)}.html"
        yield Embed(address, listing.words.year(year), tuple(told), SHOWN, listing.href(year))
    topics = [each for each in collections if each.kind == "topic"]
    for each in sorted(topics, key=lambda topic: (-topic.size, topic.name))[:TOPICS]:
        yield Embed(f"{EMBEDS}/{each.address}", each.title, each.cards, SHOWN, each.address)


class Embeds:
    """The files of all embeds."""

    def __init__(
        self,
        timeline: Timeline,
        frame: Frame,
        choose: Callable[[Sequence[Card], int], Sequence[Card]],
        pages: Mapping[str, str],
    ) -> None:
        self.timeline, self.frame, self.choose, self.pages = timeline, frame, choose, pages

    def scripts(self) -> Iterator[Sheet]:
        """What every embed loads, and what a page that frames one may load."""
        folder = templates_dir() / EMBEDS
        for name in ("embed.js", "host.js"):
            yield made(f"{EMBEDS}/{name}", (folder / name).read_text("utf-8"))
        looks = stylesheet(self.frame.theme).replace('url("', 'url("../assets/')
        yield made(f"{EMBEDS}/embed.css", looks + (folder / "embed.css").read_text("utf-8"))

    def beside(self, embed: Embed, mark: Sequence[object]) -> Iterator[Sheet]:
        """The data and the picture of an embed."""
        yield Sheet(embed.beside(".js"), mark_of("data", embed.address, mark), partial(self._data, embed))
        yield Sheet(embed.beside(".svg"), mark_of("picture", embed.address, mark), partial(self._picture, embed))

    def context(self, embed: Embed) -> dict[str, object]:
        """What the page of an embed shows."""
        cards = self.choose(embed.cards, embed.shown)
        newest = max(
            (source for card in cards for source in card.sources), key=lambda each: each.machine_published, default=None
        )
        return {
            "heading": embed.heading or self.frame.title,
            "cards": cards,
            "count": len(embed.cards),
            "as_of": newest.published if newest else "",
            "whole": embed.whole,
            "data": embed.beside(".js").rpartition("/")[2],
            "told": partial(told_by, say=self.frame.wording),
        }

    def _data(self, embed: Embed) -> str:
        """The events of a part as a script, which a frame may load that may fetch nothing."""
        say = self.frame.wording
        data = {
            "root": root_of(embed.address),
            "count": say.counted("%(number)s event", "%(number)s events", len(embed.cards)),
            "shown": say("{shown} of {all}"),
            "events": [_record(card, self.pages[card.id], say) for card in self.choose(embed.cards, embed.held)],
        }
        said = msgspec.json.encode(data).decode().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        return f"eventTimelineData({said});\n"

    def _picture(self, embed: Embed) -> str:
        """All of a part; where the site's address is known its events lead there."""
        cards = embed.cards if embed.shown == SHOWN else self.choose(embed.cards, embed.shown)
        telling = {source.id for card in cards for source in card.sources}
        title = " · ".join(filter(None, (embed.heading, self.frame.title)))
        articles = tuple(article for article in self.timeline.articles if article.id in telling)
        part = replace(
            self.timeline, title=title, events=tuple(card.event for card in cards), articles=articles, unplaced=()
        )
        url = self.frame.url
        addresses = {card.id: f"{url}{self.pages[card.id]}#{card.id}" for card in cards} if url else {}
        return to_svg(part, colors=self.frame.theme.light, wording=self.frame.wording, addresses=addresses)


def embed_of(selection: Selection, events: Sequence[Event]) -> str:
    """Where the part of all the events stands that is nearest to what is selected, narrowed to that."""
    begun = {event.year for event in events}
    topics = {topic for event in events for topic in event.topics}
    first, last = (None if day is None else civil(day) for day in (selection.first, selection.last))
    address, rest = WHOLE, selection
    if len(selection.topics) == 1 and len(topics) <= TOPICS:
        address = f"{EMBEDS}/topics/{file_name(selection.topics[0])}.html"
        rest = replace(selection, topics=())
    elif first and last and first[0] == last[0] and first[0] in begun:
        address = f"{EMBEDS}/years/{year_code(first[0])}.html"
        if (first[1:], last[1:]) == ((1, 1), (12, 31)):
            rest = replace(selection, first=None, last=None)
    return f"{address}?{rest.query}" if rest else address


def frame_markup(title: str, address: str, width: str = "100%") -> str:
    """A frame for somebody's page, in which scripts may run that reach nothing else."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="{width}" height="{HEIGHT}" loading="lazy" '
        'sandbox="allow-scripts allow-popups"></iframe>'
    )


def oembed_of(frame: Frame) -> str:
    """What those who embed by an address are told (oEmbed 1.0): a frame with the whole timeline."""
    told = {
        "version": "1.0",
        "type": "rich",
        "title": frame.title,
        "provider_name": frame.title,
        "provider_url": frame.url,
        "html": frame_markup(frame.title, frame.url + WHOLE, "600"),
        "width": 600,
        "height": HEIGHT,
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n"


def told_by(card: Card, say: Wording) -> str:
    """How many sources tell an event, and how surely its date is known."""
    sources = say.counted("%(number)s source", "%(number)s sources", len(card.sources))
    return f"{say(card.certainty)} · {sources}"


def _record(card: Card, page: str, say: Wording) -> dict[str, object]:
    return {
        "id": card.id,
        "start": card.start,
        "end": card.end,
        "when": "".join(piece.text for piece in card.brief),
        "headline": card.headline,
        "page": page,
        "certainty": card.certainty,
        "told": told_by(card, say),
        "salience": card.salience,
        "facets": card.facets,
        "language": card.language,
    }
