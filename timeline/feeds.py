"""What feeds say of a timeline: its events, those first that the newest articles tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html import escape
from uuid import NAMESPACE_URL, uuid5

from timeline.articles import Article
from timeline.date_words import DateWords
from timeline.events import Mention
from timeline.explaining.times import told_day
from timeline.merging import Event, Timeline
from timeline.published import NOWHERE, Site
from timeline.selection_words import told_part
from timeline.web_addresses import web_address
from timeline.wording import Wording

MOST = 100
"""Events in a feed: who reads it knows the older ones."""
_QUOTED = 5
"""Mentions quoted for one event, the newest."""
_NEVER = datetime(1970, 1, 1)
"""When a feed changed for the last time that has nothing to tell; it has to name a moment."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as an entry of a feed."""

    id: str
    """Hangs on the event's id alone: it stays when the site moves, and when its pages are cut otherwise."""
    title: str
    language: str
    url: str
    published: str
    """When the first article that tells it came out (RFC 3339)."""
    updated: str
    """When the newest did."""
    topics: tuple[str, ...]
    originals: tuple[str, ...]
    """Addresses of the articles, the newest first."""
    html: str = ""
    """The date, and what the newest articles say."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, whatever it is written as."""

    id: str
    title: str
    about: str
    """What the site says of itself, and which part this is."""
    updated: str
    followed: bool
    """Whether the site has it, so that it can be followed: of a part there is none."""
    entries: tuple[Entry, ...]


def feed_of(timeline: Timeline, site: Site = NOWHERE) -> Feed:
    """The events by the newest article that tells them, the newest first.

    Nothing in it comes from a clock: the same timeline gives the same feed.
    """
    newest = [(max(_published(timeline, event)), event) for event in timeline.events]
    # Of what was told at the same time, what happened last is the news.
    newest.reverse()
    newest.sort(key=lambda each: each[0], reverse=True)
    updated = newest[0][0] if newest else max((each.published for each in timeline.articles), default=_NEVER)
    words, whole = DateWords(site.wording), site.address or _urn(f"timeline:{timeline.title}")
    return Feed(
        id=_urn(f"{whole}?{'&'.join(each.query for each in timeline.asked)}") if timeline.asked else whole,
        title=timeline.title,
        about=" · ".join(filter(None, (site.description, told_part(timeline, words)))),
        updated=_moment(updated),
        followed=bool(site.address) and not timeline.asked,
        entries=tuple(_entry(timeline, event, site) for _, event in newest[:MOST]),
    )


def _entry(timeline: Timeline, event: Event, site: Site) -> Entry:
    published = _published(timeline, event)
    latest_first = sorted(event.mentions, key=lambda each: timeline.article(each.article).published, reverse=True)
    articles = [timeline.article(mention.article) for mention in latest_first]
    quotes = [_quote(mention, timeline.article(mention.article), site.wording) for mention in latest_first[:_QUOTED]]
    originals = (web_address(article.url) for article in articles)
    return Entry(
        id=_urn(f"event:{event.id}"),
        title=event.headline,
        language=timeline.article(event.mentions[0].article).language,
        url=site.event(event.id),
        published=_moment(min(published)),
        updated=_moment(max(published)),
        topics=event.topics,
        originals=tuple(dict.fromkeys(address for address in originals if address)),
        html="".join(
            (
                f"<p>{escape(DateWords(site.wording).plain(event.hedged))} ({site.wording(event.certainty.value)})</p>",
                *quotes,
            )
        ),
    )


def _quote(mention: Mention, article: Article, wording: Wording) -> str:
    """The sentence with its source: no more than any site may show."""
    said = escape(article.text[slice(*mention.sentence)])
    published = wording.tell(told_day(article.published.toordinal()))
    named = escape(", ".join(filter(None, (article.title, article.source, published))))
    address = web_address(article.url)
    source = f'<a href="{escape(address)}">{named}</a>' if address else named
    return f'<blockquote lang="{escape(article.language)}"><p>{said}</p></blockquote><p>{source}</p>'


def _published(timeline: Timeline, event: Event) -> list[datetime]:
    return [timeline.article(mention.article).published for mention in event.mentions]


def _moment(published: datetime) -> str:
    """As RFC 3339 has it; the desk's wall clock is taken for universal time, since feeds know no other way."""
    return f"{published.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def _urn(name: str) -> str:
    return uuid5(NAMESPACE_URL, f"event-timeline:{name}").urn
