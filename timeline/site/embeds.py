"""What is made for other people's pages: parts of the timeline for a frame, as data for a script, and as pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from html import escape
from itertools import groupby
from typing import Final

import msgspec

from timeline.date_words import DateWords
from timeline.merging import Event, Timeline
from timeline.picture import to_svg
from timeline.reports import LIVE, told_as_of, told_copy
from timeline.selecting import Selection
from timeline.selection_words import LABELS
from timeline.site.addresses import EMBEDS, HOME, root_of, year_code
from timeline.site.cards import Card
from timeline.site.choosing import Choosing
from timeline.site.collections import Collection
from timeline.site.frame import Frame
from timeline.site.listing import Listing
from timeline.site.rendering import templates_dir
from timeline.site.sheets import Sheet, made, mark_of
from timeline.site.snippets import WHOLE
from timeline.site.sources import Source
from timeline.site.theming import stylesheet
from timeline.slugs import file_name
from timeline.temporal.calendar import civil
from timeline.temporal.timex import Certainty
from timeline.wording import Wording

SHOWN: Final = 50
"""So many events stand in a frame before anything is chosen, those that matter most."""
HELD: Final = 300
"""So many of them can be chosen from, so that what is loaded stays small on the largest of sites."""
TOPICS: Final = 200
"""So many topics have an embed of their own, the largest ones; of any other the whole is narrowed."""
KEY: Final = 10


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
    chosen_as: str
    """A page that has the same events, for which it is found out once which matter most."""
    held: int = HELD
    """So many of its events can be chosen from."""

    def beside(self, suffix: str) -> str:
        """The address of the same as something else: ".js" for its data, ".svg" for its picture."""
        return self.address.removesuffix(".html") + suffix


def embeds_of(cards: Sequence[Card], listing: Listing[Card], collections: Iterable[Collection]) -> Iterator[Embed]:
    """The whole, its key events, each year with what lasted into it, and each topic, the largest ones."""
    yield Embed(WHOLE, "", cards, SHOWN, HOME, HOME)
    key = listing.words.say("Key events")
    yield Embed(f"{EMBEDS}/key-events.html", key, cards, KEY, HOME, HOME, held=KEY)
    lasting: list[Card] = []
    for year, told in groupby(cards, key=lambda card: card.event.year):
        begun = tuple(told)
        lasting = [card for card in lasting if civil(card.interval.last_day)[0] >= year]
        page = _of_year(year)
        yield Embed(page, listing.words.year(year), (*lasting, *begun), SHOWN, listing.href(year), page)
        lasting += [card for card in begun if civil(card.interval.last_day)[0] > year]
    topics = {each.name: each for each in collections if each.kind == "topic"}
    for name in _largest({name: topic.size for name, topic in topics.items()}):
        topic = topics[name]
        yield Embed(_of_topic(name), topic.title, topic.cards, SHOWN, topic.address, topic.address)


def _largest(topics: Mapping[str, int]) -> list[str]:
    """Of topics with so many events each, those that have an embed."""
    return sorted(topics, key=lambda name: (-topics[name], name))[:TOPICS]


def _of_year(year: int) -> str:
    return f"{EMBEDS}/years/{year_code(year)}.html"


def _of_topic(name: str) -> str:
    return f"{EMBEDS}/topics/{file_name(name)}.html"


class Embeds:
    """The files of all embeds."""

    def __init__(
        self,
        timeline: Timeline,
        frame: Frame,
        choose: Choosing,
        pages: Mapping[str, str],
        embeds: Iterable[Embed],
    ) -> None:
        self.timeline, self.frame, self.choose, self.pages = timeline, frame, choose, pages
        found = {embed.address: embed.heading for embed in embeds}
        topics = {topic for event in timeline.events for topic in event.topics}
        self.parts = {
            "years": [address[len("embed/years/") : -len(".html")] for address in found if "/years/" in address],
            "topics": dict[str, str | None](__proto__=None)  # a script has no other topics then, as "constructor"
            | {
                name: _of_topic(name)[len("embed/") : -len(".html")]
                for name in sorted(topics)
                if _of_topic(name) in found and name != "__proto__"
            },
        }
        """By years and topics, what has data of its own: the whole tells where more of it is."""

    def scripts(self) -> Iterator[Sheet]:
        """What every embed loads, and what a page that frames one may load."""
        folder = templates_dir() / EMBEDS
        for name in ("embed.js", "host.js"):
            yield made(f"{EMBEDS}/{name}", lean((folder / name).read_text("utf-8")))
        looks = stylesheet(self.frame.theme).replace('url("', 'url("../assets/')
        yield made(f"{EMBEDS}/embed.css", looks + (folder / "embed.css").read_text("utf-8"))

    def beside(self, embed: Embed, mark: Sequence[object]) -> Iterator[Sheet]:
        """The data and the picture of an embed."""
        yield Sheet(embed.beside(".js"), mark_of("data", embed.address, mark), partial(self._data, embed))
        yield Sheet(embed.beside(".svg"), mark_of("picture", embed.address, mark), partial(self._picture, embed))

    def context(self, embed: Embed) -> dict[str, object]:
        """What the page of an embed shows."""
        cards = self.choose(embed.chosen_as, embed.cards, embed.shown)
        return {
            "heading": embed.heading or self.frame.title,
            "cards": cards,
            "count": len(embed.cards),
            "live": self.frame.wording.tell(LIVE),
            "as_of": self._as_of(max(map(_newest, cards), key=_order)) if cards else "",
            "whole": embed.whole,
            "data": embed.beside(".js").rpartition("/")[2],
            "told": partial(told_by, say=self.frame.wording),
        }

    def _as_of(self, source: Source) -> str:
        day = date.fromisoformat(source.machine_published)
        return told_as_of(day, source.title, DateWords(self.frame.wording))

    def _data(self, embed: Embed) -> str:
        """The events of a part as a script, which a frame may load that may fetch nothing."""
        say = self.frame.wording
        cards = self.choose(embed.chosen_as, embed.cards, embed.held)
        newest = sorted({source.id: source for source in map(_newest, cards)}.values(), key=_order)
        articles = {source.id: place for place, source in enumerate(newest)}
        ranks = {card.id: rank for rank, card in enumerate(self.choose.first(embed.chosen_as, embed.cards, embed.held))}
        counted = say.counted("%(number)s event", "%(number)s events", len(embed.cards))
        data: dict[str, object] = {
            "root": root_of(embed.address),
            "site": embed.whole,
            "title": embed.heading or self.frame.title,
            "of": len(embed.cards),
            "most": embed.shown,
            "count": counted,
            "shown": say("%(shown)s of %(all)s", shown="{shown}", all=counted),
            "words": {
                "labels": {name: say.tell(label) for name, label in LABELS.items()},
                **{each.value: say(each.value) for each in Certainty},
                "among": say("among the {held} that matter most"),
                "nothing": say("No event fits."),
                "live": say.tell(LIVE),
                "copy": told_copy(self.frame.url, say),
            },
            "shape": self._shape(embed),
            "articles": [[source.machine_published, self._as_of(source)] for source in newest],
            "events": [
                _record(card, self.pages[card.id], say) | {"rank": ranks[card.id], "newest": articles[_newest(card).id]}
                for card in cards
            ],
        }
        if embed.address == WHOLE:
            data |= self.parts
        said = msgspec.json.encode(data).decode().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        return f"eventTimelineData({said});\n"

    def _shape(self, embed: Embed) -> str:
        """What stands around the list of an element in somebody's page."""
        heading, site = escape(embed.heading or self.frame.title), escape(self.frame.title)
        return (
            f'<p><b>{heading}</b> <span class="count"></span></p><ol></ol>'
            f'<p class="end"><a>{site}</a> · {escape(self.frame.wording.tell(LIVE))}. <span class="as-of"></span></p>'
        )

    def _picture(self, embed: Embed) -> str:
        """All of a part; where the site's address is known its events lead there."""
        cards = embed.cards if embed.shown == SHOWN else self.choose(embed.chosen_as, embed.cards, embed.shown)
        telling = {mention.article for card in cards for mention in card.event.mentions}
        title = " · ".join(filter(None, (embed.heading, self.frame.title)))
        articles = tuple(article for article in self.timeline.articles if article.id in telling)
        part = replace(
            self.timeline, title=title, events=tuple(card.event for card in cards), articles=articles, unplaced=()
        )
        url = self.frame.url
        addresses = {card.id: f"{url}{self.pages[card.id]}#{card.id}" for card in cards} if url else {}
        return to_svg(part, colors=self.frame.theme.light, wording=self.frame.wording, addresses=addresses)


def embed_of(selection: Selection, events: Sequence[Event]) -> str:
    """Where the part of all the events stands that is nearest to what is selected, narrowed to that.

    The panel of the site goes by the same rule.
    """
    topics = Counter(topic for event in events for topic in event.topics)
    first, last = (None if day is None else civil(day) for day in (selection.first, selection.last))
    address, rest = WHOLE, selection
    if len(selection.topics) == 1 and selection.topics[0] in _largest(topics):
        address = _of_topic(selection.topics[0])
        rest = replace(selection, topics=())
    elif first and last and first[0] == last[0] and any(event.year == first[0] for event in events):
        address = _of_year(first[0])
        if (first[1:], last[1:]) == ((1, 1), (12, 31)):
            rest = replace(selection, first=None, last=None)
    return f"{address}?{rest.query}" if rest else address


def lean(script: str) -> str:
    """A script of ours as those load it who need not read it: without lines of comments, and nothing before the others.

    >>> lean("// What it does.\\nif (x) {\\n  y();\\n}\\n")
    'if (x) {\\ny();\\n}\\n'
    """
    lines = (line.strip() for line in script.split("\n"))
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def _newest(card: Card) -> Source:
    """The newest article that tells an event."""
    return max(card.sources, key=_order)


def _order(source: Source) -> tuple[str, str]:
    return source.machine_published, source.id


def told_by(card: Card, say: Wording) -> str:
    """How many sources tell an event, and how surely its date is known."""
    sources = say.counted("%(number)s source", "%(number)s sources", len(card.sources))
    return f"{say(card.certainty)} · {sources}"


def _record(card: Card, page: str, say: Wording) -> dict[str, object]:
    return {
        "id": card.id,
        "start": card.start,
        "end": card.end,
        "when": [[piece.text, piece.machine] if piece.machine else [piece.text] for piece in card.brief],
        "headline": card.headline,
        "page": page,
        "certainty": card.certainty,
        "told": told_by(card, say),
        "facets": card.facets,
        "language": card.language,
    }
