"""The timeline as cards, and the files that are made of them: what each is given, and in which template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

import jinja2
import msgspec

from timeline.articles import Article
from timeline.date_words import DateWords
from timeline.entity_names import folded_entities
from timeline.exports.json_ld import linked_data
from timeline.merging import Timeline
from timeline.published import Site
from timeline.site.addresses import (
    ANYWHERE,
    HOME,
    METHOD,
    NOT_FOUND,
    event_address,
    part_address,
    root_of,
)
from timeline.site.article_page import Told, article_context, neighbours_of, told_by_article
from timeline.site.by_publication import listing_of_articles, listing_of_undated
from timeline.site.cards import REASONS, Card, card_of
from timeline.site.choosing import Choosing
from timeline.site.chronology_page import CARDS, Chronology, chronology, relative
from timeline.site.collections import Collection, collections_of, listing_of, topic_title
from timeline.site.embeds import Embeds, embeds_of
from timeline.site.facts import Facts
from timeline.site.figures import figures_of
from timeline.site.frame import Frame
from timeline.site.listing import Link, Listing, heading_of
from timeline.site.paging import Stretch
from timeline.site.rendering import render
from timeline.site.search import index_of
from timeline.site.sharing import SHARED, shared_picture
from timeline.site.sheets import Sheet, mark_of, mark_of_article, mark_of_event, mark_of_templates
from timeline.site.snippets import panel_of
from timeline.site.sources import Source, sources_of
from timeline.site.undated import Undated, undated_of
from timeline.store.database import Store
from timeline.store.shelf import Shelf
from timeline.temporal.timex import Certainty

T = TypeVar("T")

KEY_EVENTS = 10
"""So many of the events that matter most stand first on the home page."""
LISTED, TELLING = 200, 5
"""So many events are named to search engines, with so many articles each: the page has to stay light."""
NEWEST = 12
"""Of more articles than this, the home page names the newest."""
YEARS = 60
"""So many years, the last ones, are named on the page for unknown addresses."""
FEW_UNDATED = 20
"""Up to so many expressions without a place on the calendar stand on the home page."""


class Writer:
    """The timeline as cards, and the pages made of them."""

    def __init__(self, timeline: Timeline, frame: Frame, environment: jinja2.Environment, store: Store) -> None:
        self.timeline = timeline
        self.store = store
        self.frame = frame
        self.environment = environment
        self.words = DateWords(frame.wording)
        self.sources = sources_of(timeline.articles, self.words)
        entities = folded_entities(timeline.events)
        self.cards = [card_of(event, self.sources, self.words, entities[event.id]) for event in timeline.events]
        self.article_marks = {article.id: mark_of_article(article) for article in timeline.articles}
        self.event_marks = {card.id: mark_of_event(card.event, self.article_marks) for card in self.cards}
        undated = undated_of(timeline, self.sources, self.words)
        self.wordless = self._count(undated)
        bound = CARDS._replace(items=frame.events_per_page)
        self.listing = Listing(HOME, self.cards, lambda card: card.place, lambda card: card.size, bound, self.words)
        self.page_of = {card.id: self.listing.address(leaf) for leaf in self.listing.leaves for card in leaf.items}
        self.places = {event: f"{page}#{event}" for event, page in self.page_of.items()}
        self.telling = {mention.id: card for card in self.cards for mention in card.event.mentions}
        self.choose = Choosing(self.event_marks, store)
        self.split = Shelf(store, "split")
        """By collection, marks of its pages."""
        self.indexed = bool(self.listing.root.parts)
        self.told = Counter(source.id for card in self.cards for source in card.sources)
        self.collections = list(collections_of(self.cards))
        self.named = {each.facet: each.address for each in self.collections}
        self.undated = listing_of_undated(undated, self.words)
        self.articles = listing_of_articles(list(self.sources.values()), self.words)
        templates, foreign = mark_of_templates(getattr(environment.loader, "searchpath", ()))
        self.card_marks = {card.id: self._mark_of_card(card) for card in self.cards}
        self.everything = mark_of(
            list(self.card_marks.values()),
            list(self.article_marks.values()),
            [self._mark_of_undated(each) for each in self.undated.root.items],
            frame.skipped,
        )
        self.embeds = list(embeds_of(self.cards, self.listing, self.collections))
        self.embed_at = {each.whole: each.address for each in reversed(self.embeds)}
        self.shared = shared_picture(timeline, frame)
        # Templates of somebody else's may show on any page what ours show on few.
        self.frame_mark = mark_of(
            frame.parts, templates, self.indexed, bool(self.shared), self.everything if foreign else b""
        )

    def _count(self, undated: Sequence[Undated]) -> int:
        """Tell cards and what has no date how large they are, as far as that is known; how many no words date."""
        facts = Facts(self.store)
        for card in self.cards:
            card.size, card.wordless = facts.of(card.id, self.event_marks[card.id], partial(_counted, card))
        for each in undated:
            mark = mark_of(self.article_marks[each.source.id], each.headline)
            each.size, _ = facts.of(each.id, mark, partial(_counted, each))
        facts.close()
        return sum(card.wordless for card in self.cards)

    def sheets(self) -> Iterator[Sheet]:
        """All of them, in order."""
        pages = set()
        for sheet in self._all():
            pages.add(sheet.address)
            yield sheet
        self.choose.close(pages)

    def _all(self) -> Iterator[Sheet]:
        if self.indexed:
            yield from index_of(self.cards, self.page_of, self.card_marks, self.store)
        for stretch in self.listing.root.walk():
            yield self._events(stretch)
        for card in self.cards:
            if len(card.event.mentions) > REASONS:
                yield self._event_page(card)
        for collection in self.collections:
            yield from self._collection(collection)
        self.split.close()
        yield from self._list("articles.html", self.articles, self._mark_of_source, {"told": self.told})
        if len(self.undated.root.items) > FEW_UNDATED:
            yield from self._list("undated.html", self.undated, self._mark_of_undated, {})
        yield from self._texts()
        yield self._method()
        yield self._not_found()
        yield from self._embeds()

    def _sheet(
        self, template: str, address: str, mark: Sequence[object], context: Callable[[], Mapping[str, object]]
    ) -> Sheet:
        """The page that a template makes; `mark` holds all that the context hangs on."""
        return Sheet(
            address,
            mark_of(self.frame_mark, template, address, mark),
            lambda: self._rendered(template, address, context()),
        )

    def _rendered(self, template: str, address: str, context: Mapping[str, object]) -> str:
        own = {
            "site": self.frame,
            "root": root_of(address),
            "page_address": address,
            "canonical": urljoin(self.frame.url, address) if self.frame.url and address != NOT_FOUND else "",
            "link": lambda target: relative(target, address),
            "where": self._event,
            "telling": self.telling,
            "named": self.named,
            "most_reasons": REASONS,
            "topic_title": topic_title,
            "indexed": self.indexed,
            "picture": SHARED if self.shared else "",
            "panel": panel_of(self.embed_at.get(address, ""), address, self.frame),
        }
        return render(self.environment, template, {**own, **context})

    def _event(self, card: Card) -> str:
        return self.places[card.id]

    # What pages hang on

    def _mark_of_card(self, card: Card) -> bytes:
        """A mark for an event as any page may show it, with where it leads."""
        named = [(facet, self.named.get(facet)) for facet in card.facets]
        others = [self._mark_of_row(self.telling[each.other.id]) for each in card.event.contradictions]
        return mark_of(self.event_marks[card.id], self.places[card.id], named, others)

    def _mark_of_row(self, card: Card) -> tuple[object, ...]:
        """What a line hangs on that leads to an event."""
        return card.id, card.headline, card.language, card.value, self.places[card.id]

    def _mark_of_source(self, source: Source) -> tuple[object, ...]:
        return self.article_marks[source.id], self.told[source.id], self.named.get(f"s:{source.outlet}")

    def _mark_of_undated(self, undated: Undated) -> tuple[object, ...]:
        return undated.id, undated.headline, self.article_marks[undated.source.id]

    def _mark_of_stretch(self, listing: Listing[T], stretch: Stretch[T], mark: Callable[[T], object]) -> list[object]:
        """What the page of a stretch hangs on: what is in it, how it is split, and what lies around it."""
        inside = [(part.key, len(part.items)) for part in stretch.walk()]
        return [inside, listing.around(stretch), [mark(item) for item in stretch.items]]

    # The pages

    def _events(self, stretch: Stretch[Card]) -> Sheet:
        address = self.listing.address(stretch)

        def page() -> Chronology:
            filtered = address == HOME or not stretch.parts
            return chronology(self.listing, stretch, self._event, self.choose, KEY_EVENTS, filtered)

        if address == HOME:
            return self._sheet("home.html", HOME, [self.everything], lambda: self._home(page()))
        mark = self._mark_of_stretch(self.listing, stretch, lambda card: self.card_marks[card.id])
        return self._sheet("year.html", address, mark, lambda: {"page": page()})

    def _home(self, page: Chronology) -> dict[str, object]:
        newest = max(self.sources.values(), key=lambda source: source.machine_published, default=None)
        vague = sum(card.certainty == Certainty.VAGUE for card in self.cards)
        undated = self.undated.root.items
        return {
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
            "linked_data": linked_data(self.timeline, Site(self.frame.url, events=self.places), LISTED, TELLING),
        }

    def _event_page(self, card: Card) -> Sheet:
        return self._sheet("event.html", event_address(card.id), [self.card_marks[card.id]], lambda: {"card": card})

    def _collection(self, collection: Collection) -> Iterator[Sheet]:
        """The pages of one; how its events are split is found out again where one of them changed."""

        listing = cache(partial(listing_of, collection, self.words))

        def marks() -> bytes:
            found = {
                key: mark_of(self._mark_of_stretch(listing(), stretch, lambda card: self.card_marks[card.id]))
                for key, stretch in listing().stretches.items()
            }
            return msgspec.msgpack.encode(found)

        whole = mark_of(collection.name, [self.card_marks[card.id] for card in collection.cards])
        known = msgspec.msgpack.decode(self.split.take(collection.address, whole, marks), type=dict[str, bytes])
        for key, mark in known.items():
            address = part_address(collection.address, key)
            context = partial(self._collected, collection, listing, key)
            yield self._sheet("collection.html", address, [collection.name, mark], context)

    def _collected(self, collection: Collection, listing: Callable[[], Listing[Card]], key: str) -> dict[str, object]:
        page = chronology(listing(), listing().stretches[key], self._event, self.choose, KEY_EVENTS, filtered=False)
        above = [Link(collection.title, collection.address), *page.above] if page.heading else []
        return {"page": page, "collection": collection, "above": above}

    def _list(
        self, template: str, listing: Listing[T], mark: Callable[[T], object], more: Mapping[str, object]
    ) -> Iterator[Sheet]:
        """The pages of a list that is by the day of publication."""
        for stretch in listing.root.walk():
            marks = self._mark_of_stretch(listing, stretch, mark)
            context = partial(self._listed, listing, stretch, more)
            yield self._sheet(template, listing.address(stretch), marks, context)

    def _listed(self, listing: Listing[T], stretch: Stretch[T], more: Mapping[str, object]) -> dict[str, object]:
        before, after = listing.before_and_after(stretch)
        return {
            "heading": heading_of(stretch, self.words),
            "items": () if stretch.parts else stretch.items,
            "count": len(stretch.items),
            "parts": [listing.link(part) for part in stretch.parts],
            "above": listing.above(stretch),
            "whole": listing.whole,
            "before": before,
            "after": after,
            **more,
        }

    def _texts(self) -> Iterator[Sheet]:
        """The page of each article."""
        told = told_by_article(self.timeline, self.cards)
        neighbours = neighbours_of(self.timeline.articles, self.sources)
        for article in self.timeline.articles:
            source, tells, around = self.sources[article.id], told[article.id], neighbours[article.id]
            mark = [
                self.article_marks[article.id],
                [each.id for each in tells.mentions],
                [self._mark_of_row(card) for card in tells.cards],
                around,
                self.named.get(f"s:{source.outlet}"),
            ]
            yield self._sheet("article.html", source.address, mark, partial(self._text, article, tells, around))

    def _text(self, article: Article, told: Told, around: tuple[Link | None, Link | None]) -> dict[str, object]:
        resolutions = self.timeline.resolutions.get(article.id, ())
        context = article_context(article, told, resolutions, self.sources, self.words)
        return {**context, "before": around[0], "after": around[1]}

    def _method(self) -> Sheet:
        def context() -> dict[str, object]:
            quiet = [source for source in self.sources.values() if not self.told[source.id]]
            inferred = [source for source in self.sources.values() if source.inferred]
            return {
                "figures": figures_of(self.timeline, self.wordless, self.article_marks, self.store),
                "without_events": quiet,
                "inferred": inferred,
            }

        return self._sheet("how-dates-were-resolved.html", METHOD, [self.everything], context)

    def _embeds(self) -> Iterator[Sheet]:
        """What other people's pages may show."""
        embeds = Embeds(self.timeline, self.frame, self.choose, self.page_of, self.embeds)
        yield from embeds.scripts()
        if self.shared:
            yield self.shared
        for embed in self.embeds:
            mark = [self.frame_mark, embed.heading, [self.card_marks[card.id] for card in embed.cards]]
            yield self._sheet("embed.html", embed.address, mark, partial(embeds.context, embed))
            yield from embeds.beside(embed, mark)

    def _not_found(self) -> Sheet:
        # It is shown at any address, so relative links lead anywhere; without an address of the site they are all there is.
        root = urlsplit(self.frame.url).path or "/" if self.frame.url else ANYWHERE[0]
        years = sorted({card.place.year for card in self.cards})[-YEARS:]
        ways = {
            "years": [Link(self.words.year(year), self.listing.href(year)) for year in years],
            "search": root + HOME,
            "root": root,
            "roots": () if self.frame.url else ANYWHERE,
        }
        return self._sheet("404.html", NOT_FOUND, [ways], lambda: ways)


def _counted(item: Card | Undated) -> tuple[int, bool]:
    """How large it is, and whether no words date it."""
    return item.size, isinstance(item, Card) and item.wordless
