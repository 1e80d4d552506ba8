"""Every page of the site, from the timeline: what each is given, and in which template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import jinja2
from markupsafe import Markup

from timeline.articles import Article
from timeline.errors import ArticleError
from timeline.exports import atom, json_feed
from timeline.exports.json_document import to_json
from timeline.feeds import Site
from timeline.merging import Timeline
from timeline.site.addresses import DATA, HOME, METHOD, NOT_FOUND, SITEMAP, root_of, year_address
from timeline.site.article_page import Told, article_context, told_by_article
from timeline.site.cards import Card, card_of, reason_of, sources_of
from timeline.site.chronology import Year, years_of
from timeline.site.density import strip_of
from timeline.site.figures import figures_of
from timeline.site.linked_data import linked_data_of
from timeline.site.rendering import render
from timeline.site.theming import PLAIN, Theme
from timeline.temporal.timex import Certainty
from timeline.web_addresses import web_address

HIGHLIGHTS = 5
"""Events named for each year where the years have pages of their own."""


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
    events_per_page: int = 500
    """Above so many events the years have pages of their own."""
    theme: Theme = PLAIN
    method: str = METHOD
    skipped: tuple[ArticleError, ...] = ()
    """The articles that could not be read."""


def site_pages(timeline: Timeline, frame: Frame, environment: jinja2.Environment) -> Iterator[Page]:
    """The pages of the timeline, its data and, where the site's address is known, its feeds and the map of the site."""
    writer = _Writer(timeline, frame, environment)
    pages = list(writer.pages())
    yield from pages
    yield Page(DATA, to_json(timeline))
    if frame.url:
        addresses = [page.address for page in pages if page.address != NOT_FOUND]
        published = Site(frame.url, frame.description, writer.places())
        yield Page(atom.ADDRESS, atom.to_atom(timeline, published))
        yield Page(json_feed.ADDRESS, json_feed.to_json_feed(timeline, published))
        yield Page(SITEMAP, sitemap(frame.url, [*addresses, *(each.address for each in frame.documents)]))


def bad_addresses(timeline: Timeline) -> list[str]:
    """Which articles name an address that no reader may follow, each in a line."""
    return [
        f'{article.path}: url "{article.url}" is not a web address, so it is shown and leads nowhere; '
        "write the whole of it, with https://"
        for article in timeline.articles
        if article.url and web_address(article.url) is None
    ]


def sitemap(url: str, addresses: Sequence[str]) -> str:
    """The map of the site for search engines; sorted, and without days that a clock would give."""
    entries = "".join(
        f"<url><loc>{Markup.escape(urljoin(url, address))}</loc></url>\n" for address in sorted(addresses)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    )


class _Writer:
    """The timeline as cards, and the pages made of them."""

    def __init__(self, timeline: Timeline, frame: Frame, environment: jinja2.Environment) -> None:
        self.timeline = timeline
        self.frame = frame
        self.environment = environment
        self.sources = sources_of(timeline.articles)
        self.cards = [card_of(event, self.sources) for event in timeline.events]
        self.years = years_of(self.cards)
        self.told = Counter(source.id for card in self.cards for source in card.sources)
        self.topics = sorted({topic for card in self.cards for topic in card.topics})
        self.paged = len(self.cards) > frame.events_per_page

    def pages(self) -> Iterator[Page]:
        """All of them, in order."""
        yield self._home()
        if self.paged:
            for year in self.years:
                yield self._year(year)
        told = told_by_article(self.timeline, self.cards)
        for article in self.timeline.articles:
            yield self._article(article, told[article.id])
        yield self._method()
        yield self._not_found()

    def places(self) -> dict[str, str]:
        """Where each event stands, by its id."""
        addresses = self._addresses("")
        return {card.id: f"{addresses[card.year]}#{card.id}" for card in self.cards}

    def _render(self, template: str, address: str, context: Mapping[str, object], root: str | None = None) -> Page:
        own = {
            "site": self.frame,
            "root": root_of(address) if root is None else root,
            "page_address": address,
            "canonical": urljoin(self.frame.url, address) if self.frame.url and address != NOT_FOUND else "",
        }
        return Page(address, render(self.environment, template, {**own, **context}))

    def _addresses(self, root: str) -> dict[int, str]:
        """Where the events of each year stand, seen from a page."""
        home = f"{root}{HOME}"
        return {year.number: root + year_address(year.number) if self.paged else home for year in self.years}

    def _home(self) -> Page:
        vague = sum(card.certainty == Certainty.VAGUE for card in self.cards)
        return self._render(
            "home.html",
            HOME,
            {
                "events": len(self.cards),
                "first": self.years[0].heading if len(self.years) > 1 else "",
                "last": self.years[-1].heading if len(self.years) > 1 else "",
                "newest": max(self.sources.values(), key=lambda source: source.machine_published, default=None),
                "vague_share": vague / len(self.cards) if self.cards else 0,
                "density": strip_of(self.years),
                "years": self.years,
                "paged": self.paged,
                "addresses": self._addresses("") if self.paged else dict.fromkeys(self._addresses(""), ""),
                "highlights": {year.number: _highlights(year) for year in self.years} if self.paged else {},
                "topics": self.topics,
                "unplaced": [
                    {
                        "id": mention.id,
                        "headline": mention.headline,
                        "reason": reason_of(mention, self.sources),
                    }
                    for mention in self.timeline.unplaced
                ],
                "sources": list(self.sources.values()),
                "told": self.told,
                "linked_data": linked_data_of(self.frame.title, self.cards, self.frame.url, self.places()),
            },
        )

    def _year(self, year: Year) -> Page:
        cards = [card for group in year.groups for card in group.cards]
        told = Counter(source.id for card in cards for source in card.sources)
        address = year_address(year.number)
        return self._render(
            "year.html",
            address,
            {
                "year": year,
                "years": self.years,
                "addresses": {each.number: root_of(address) + year_address(each.number) for each in self.years},
                "topics": sorted({topic for card in cards for topic in card.topics}),
                "sources": [source for source in self.sources.values() if source.id in told],
                "told": told,
            },
        )

    def _article(self, article: Article, told: Told) -> Page:
        address = self.sources[article.id].address
        resolutions = self.timeline.resolutions.get(article.id, ())
        context = article_context(article, told, resolutions, self.sources)
        return self._render("article.html", address, {**context, "addresses": self._addresses(root_of(address))})

    def _method(self) -> Page:
        quiet = [source for source in self.sources.values() if not self.told[source.id]]
        return self._render(
            "how-dates-were-resolved.html", METHOD, {"figures": figures_of(self.timeline), "without_events": quiet}
        )

    def _not_found(self) -> Page:
        # It is shown at any address, so relative links would lead anywhere.
        root = urlsplit(self.frame.url).path or "/"
        ways = {"years": self.years, "addresses": self._addresses(root), "search": "" if self.paged else root + HOME}
        return self._render("404.html", NOT_FOUND, ways, root=root)


def _highlights(year: Year) -> list[Card]:
    """The year's events that matter most, in their order."""
    cards = [card for group in year.groups for card in group.cards]
    chosen = {card.id for card in sorted(cards, key=lambda card: (-card.salience, card.id))[:HIGHLIGHTS]}
    return [card for card in cards if card.id in chosen]
