"""Every page of the site, from the timeline: what each is given, and in which template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import starmap
from typing import NamedTuple, TypeVar
from urllib.parse import urljoin, urlsplit

import jinja2

from timeline.articles import Article
from timeline.errors import ArticleError
from timeline.exports import atom, json_feed
from timeline.exports.json_document import to_json
from timeline.feeds import Site
from timeline.merging import Timeline
from timeline.salience import key_events
from timeline.site.addresses import ARTICLES, DATA, HOME, METHOD, NOT_FOUND, UNDATED, event_address, root_of
from timeline.site.article_page import article_context, told_by_article
from timeline.site.cards import REASONS, Card, Source, card_of, sources_of
from timeline.site.chronology_page import CARDS, ROWS, chronology, relative
from timeline.site.collections import Collection, collections_of
from timeline.site.date_words import DateWords
from timeline.site.figures import figures_of
from timeline.site.linked_data import linked_data_of
from timeline.site.listing import Link, Listing, heading_of
from timeline.site.paging import Bound, Place, Stretch
from timeline.site.rendering import render
from timeline.site.search import index_of
from timeline.site.sitemap import sitemap
from timeline.site.theming import PLAIN, Theme
from timeline.site.undated import Undated, undated_of
from timeline.temporal.timex import Certainty
from timeline.web_addresses import web_address
from timeline.wording import ENGLISH, Wording, load_wording

T = TypeVar("T")

KEY_EVENTS = 10
"""So many of the events that matter most stand first on the home page."""
NEWEST = 12
"""Of more articles than this, the home page names the newest."""
YEARS = 60
"""So many years, the last ones, are named on the page for unknown addresses."""
FEW_UNDATED = 20
"""Up to so many expressions without a place on the calendar stand on the home page."""
ARTICLES_A_PAGE = Bound(500, 110_000)
UNDATED_A_PAGE = Bound(300, 110_000)


class Page(NamedTuple):
    """A file of the site: its address from the root, and what it holds."""

    address: str
    text: str


class Document(NamedTuple):
    """A page that the makers of the site wrote themselves, as it is linked to."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages share."""

    title: str
    description: str = ""
    copyright: str = ""
    url: str = ""
    """The site's own address, with a slash at its end; without it nothing asks for one."""
    documents: tuple[Document, ...] = ()
    events_per_page: int = CARDS.items
    """Above so many events the years have pages of their own, above so many in a year its months, and so on."""
    report: str = ""
    """Where a reader can report an error."""
    theme: Theme = PLAIN
    method: str = METHOD
    wording: Wording = field(default_factory=lambda: load_wording(ENGLISH))
    """The language of the pages; articles keep their own."""
    skipped: tuple[ArticleError, ...] = ()
    """The articles that could not be read."""


def site_pages(timeline: Timeline, frame: Frame, environment: jinja2.Environment) -> Iterator[Page]:
    """The pages of the timeline, its data and, where the site's address is known, its feeds and the map of the site."""
    writer = _Writer(timeline, frame, environment)
    pages = list(writer.pages())
    yield from pages
    yield Page(DATA, to_json(timeline))
    if frame.url:
        addresses = [page.address for page in pages if page.address.endswith(".html") and page.address != NOT_FOUND]
        published = Site(frame.url, frame.description, writer.places, frame.wording)
        yield Page(atom.ADDRESS, atom.to_atom(timeline, published))
        yield Page(json_feed.ADDRESS, json_feed.to_json_feed(timeline, published))
        yield from starmap(Page, sitemap(frame.url, [*addresses, *(each.address for each in frame.documents)]))


def bad_addresses(timeline: Timeline) -> list[str]:
    """Which articles name an address that no reader may follow, each in a line."""
    return [
        f'{article.path}: url "{article.url}" is not a web address, so it is shown and leads nowhere; '
        "write the whole of it, with https://"
        for article in timeline.articles
        if article.url and web_address(article.url) is None
    ]


class _Writer:
    """The timeline as cards, and the pages made of them."""

    def __init__(self, timeline: Timeline, frame: Frame, environment: jinja2.Environment) -> None:
        self.timeline = timeline
        self.frame = frame
        self.environment = environment
        self.words = DateWords(frame.wording)
        self.sources = sources_of(timeline.articles, self.words)
        self.told_events = {event.id: event for event in timeline.events}
        self.cards = [card_of(event, self.sources, self.words) for event in timeline.events]
        bound = CARDS._replace(items=frame.events_per_page)
        self.listing = Listing(HOME, self.cards, lambda card: card.place, lambda card: card.size, bound, self.words)
        self.page_of = {card.id: self.listing.address(leaf) for leaf in self.listing.leaves for card in leaf.items}
        self.places = {event: f"{page}#{event}" for event, page in self.page_of.items()}
        self.indexed = bool(self.listing.root.parts)
        self.told = Counter(source.id for card in self.cards for source in card.sources)
        self.collections = list(collections_of(self.cards))
        self.named = {each.facet: each.address for each in self.collections}
        self.undated = Listing(
            UNDATED,
            undated_of(timeline, self.sources, self.words),
            _published,
            lambda each: each.size,
            UNDATED_A_PAGE,
            self.words,
        )
        self.articles = Listing(
            ARTICLES,
            list(self.sources.values()),
            _published,
            lambda each: 100 + len(each.title.encode()),
            ARTICLES_A_PAGE,
            self.words,
        )

    def pages(self) -> Iterator[Page]:
        """All of them, in order."""
        if self.indexed:
            yield from starmap(Page, index_of(self.cards, self.page_of))
        for stretch in self.listing.root.walk():
            yield self._events(stretch)
        for card in self.cards:
            if len(card.reasons) > REASONS:
                yield self._render("event.html", event_address(card.id), {"card": card})
        for collection in self.collections:
            yield from self._collection(collection)
        yield from self._list("articles.html", self.articles, {"told": self.told})
        if len(self.undated.root.items) > FEW_UNDATED:
            yield from self._list("undated.html", self.undated, {})
        yield from self._texts()
        yield self._method()
        yield self._not_found()

    def _render(self, template: str, address: str, context: Mapping[str, object], root: str | None = None) -> Page:
        own = {
            "site": self.frame,
            "root": root_of(address) if root is None else root,
            "page_address": address,
            "canonical": urljoin(self.frame.url, address) if self.frame.url and address != NOT_FOUND else "",
            "link": lambda target: relative(target, address),
            "where": self._event,
            "named": self.named,
            "most_reasons": REASONS,
            "indexed": self.indexed,
        }
        return Page(address, render(self.environment, template, {**own, **context}))

    def _event(self, card: Card) -> str:
        return self.places[card.id]

    def _choose(self, cards: Sequence[Card], most: int) -> Sequence[Card]:
        chosen = {event.id for event in key_events([self.told_events[card.id] for card in cards], most)}
        return [card for card in cards if card.id in chosen]

    def _events(self, stretch: Stretch[Card]) -> Page:
        page = chronology(self.listing, stretch, self._event, self._choose, KEY_EVENTS)
        address = self.listing.address(stretch)
        if address != HOME:
            return self._render("year.html", address, {"page": page})
        newest = max(self.sources.values(), key=lambda source: source.machine_published, default=None)
        vague = sum(card.certainty == Certainty.VAGUE for card in self.cards)
        undated = self.undated.root.items
        context = {
            "page": page,
            "first": self.words.year(self.cards[0].place.year) if self.cards else "",
            "last": self.words.year(self.cards[-1].place.year) if self.cards else "",
            "newest": newest,
            "articles": len(self.sources),
            "latest": sorted(self.sources.values(), key=lambda source: source.machine_published, reverse=True)[:NEWEST],
            "vague_share": vague / len(self.cards) if self.cards else 0,
            "undated": undated if len(undated) <= FEW_UNDATED else (),
            "undated_count": len(undated),
            "told": self.told,
            "collections": self.collections,
            "linked_data": linked_data_of(self.frame.title, self.cards, self.frame.url, self.places),
        }
        return self._render("home.html", HOME, context)

    def _collection(self, collection: Collection) -> Iterator[Page]:
        listing = Listing(
            collection.address,
            collection.cards,
            lambda card: card.place,
            lambda card: 60 + len(card.headline.encode()) // 2,
            ROWS,
            self.words,
        )
        for stretch in listing.root.walk():
            page = chronology(listing, stretch, self._event, self._choose, KEY_EVENTS)
            above = [Link(collection.name, collection.address), *page.above] if page.heading else []
            context = {"page": page, "collection": collection, "above": above}
            yield self._render("collection.html", listing.address(stretch), context)

    def _list(self, template: str, listing: Listing[T], more: Mapping[str, object]) -> Iterator[Page]:
        """The pages of a list that is by the day of publication."""
        for stretch in listing.root.walk():
            before, after = listing.before_and_after(stretch)
            context = {
                "heading": heading_of(stretch, self.words),
                "items": () if stretch.parts else stretch.items,
                "count": len(stretch.items),
                "parts": [listing.link(part) for part in stretch.parts],
                "above": listing.above(stretch),
                "whole": listing.whole,
                "before": before,
                "after": after,
            }
            yield self._render(template, listing.address(stretch), {**context, **more})

    def _texts(self) -> Iterator[Page]:
        """The page of each article."""
        told = told_by_article(self.timeline, self.cards)
        neighbours = _neighbours(self.timeline.articles, self.sources)
        for article in self.timeline.articles:
            resolutions = self.timeline.resolutions.get(article.id, ())
            context = article_context(article, told[article.id], resolutions, self.sources, self.words)
            before, after = neighbours[article.id]
            yield self._render(
                "article.html", self.sources[article.id].address, {**context, "before": before, "after": after}
            )

    def _method(self) -> Page:
        quiet = [source for source in self.sources.values() if not self.told[source.id]]
        inferred = [source for source in self.sources.values() if source.inferred]
        context = {"figures": figures_of(self.timeline), "without_events": quiet, "inferred": inferred}
        return self._render("how-dates-were-resolved.html", METHOD, context)

    def _not_found(self) -> Page:
        # It is shown at any address, so relative links would lead anywhere.
        root = urlsplit(self.frame.url).path or "/"
        years = sorted({card.place.year for card in self.cards})[-YEARS:]
        ways = {
            "years": [Link(self.words.year(year), self.listing.href(year)) for year in years],
            "search": root + HOME,
        }
        return self._render("404.html", NOT_FOUND, ways, root=root)


def _published(item: Source | Undated) -> Place:
    return Place(*map(int, item.machine_published.split("-")))


def _neighbours(
    articles: Sequence[Article], sources: Mapping[str, Source]
) -> dict[str, tuple[Link | None, Link | None]]:
    """For each article the one published before it and the one after it on its topic."""
    topics: dict[str, list[Source]] = {}
    for article in articles:
        topics.setdefault(article.topic, []).append(sources[article.id])
    found: dict[str, tuple[Link | None, Link | None]] = {}
    for members in topics.values():
        ordered = sorted(members, key=lambda source: (source.machine_published, source.number))
        links = [None, *(Link(source.title, source.address) for source in ordered), None]
        found |= {source.id: (links[at], links[at + 2]) for at, source in enumerate(ordered)}
    return found
