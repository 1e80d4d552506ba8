"""The index of a large site: what a query loads finds every event it should, and is small."""

from __future__ import annotations

import json
import re
from typing import Any

from handmade import article, event, mention, timeline

from timeline.date_words import IN_ENGLISH
from timeline.site.cards import Card, card_of
from timeline.site.pages import make
from timeline.site.search import EVENTS, file_of, index_of, searched_in
from timeline.site.sources import sources_of

SCRIPT = re.compile(r'timelineIndex\("(\w+)","(.*?)",(.*)\);\n', re.DOTALL)


def made(count: int) -> list[Card]:
    """Events of as many days, told by one article each, the word "met" in all and one other in each."""
    articles = [article(f"a{day}", f"They met Zoë{day} on {1 + day % 28} {'May' if day % 2 else 'June'} {1990 + day % 20}.") for day in range(count)]  # fmt: skip
    events = [event(mention(each, each.text.split(" on ")[1].rstrip(".")), topics=("Talks",)) for each in articles]
    told = timeline(articles, events)
    return [card_of(each, sources_of(told.articles, IN_ENGLISH), IN_ENGLISH) for each in told.events]


def read(cards: list[Card]) -> dict[tuple[str, str], Any]:
    """What each script holds, by its kind and key."""
    found = {}
    for script in index_of(cards, {card.id: "years/x.html" for card in cards}):
        match = SCRIPT.fullmatch(make(script).text)
        assert match, script.address
        name = (
            "index" if match[1] == "index" else f"{match[1]}/{match[2] if match[1] == 'events' else file_of(match[2])}"
        )
        assert script.address == f"search/{name}.js"
        found[match[1], match[2]] = json.loads(match[3])
    return found


def test_every_word_and_facet_of_every_event_leads_to_its_stretch() -> None:
    cards = made(400)
    scripts = read(cards)
    held = {record[0]: key for (kind, key), records in scripts.items() if kind == "events" for record in records}
    assert sorted(held) == sorted(card.id for card in cards)
    assert all(len(records) <= EVENTS.items for (kind, _), records in scripts.items() if kind == "events")
    told = {word: keys for (kind, _), words in scripts.items() if kind == "words" for word, keys in words.items()}
    for card in cards:
        for word in (*searched_in(card), *card.facets):
            where = [each for each in told[word] if each.partition(":")[0] == held[card.id]]
            assert [
                each for each in where if ":" not in each or card.id[:2] in re.findall("..", each.partition(":")[2])
            ]
    assert len(told["zoe17"]) == 1


def test_the_index_names_every_stretch_with_its_days_and_every_script_of_words() -> None:
    scripts = read(made(300))
    index = scripts["index", ""]
    assert [key for key, *_ in index["stretches"]] == [key for kind, key in scripts if kind == "events"]
    assert index["prefixes"] == [key for kind, key in scripts if kind == "words"]
    for key, count, first, last in index["stretches"]:
        records = scripts["events", key]
        assert (count, first, last) == (
            len(records),
            min(each[1] for each in records),
            max(each[2] for each in records),
        )


def test_ids_of_all_mentions_lead_to_the_event() -> None:
    one, other = article("one", "They met on 5 August 2015."), article("two", "They met on 5 August 2015.")
    told = timeline(
        [one, other], [event(mention(one, "5 August 2015", "0a1b"), mention(other, "5 August 2015", "ffee"))]
    )
    scripts = read([card_of(each, sources_of(told.articles, IN_ENGLISH), IN_ENGLISH) for each in told.events])
    assert scripts["ids", "0a"] == {"0a1b": "years/x.html#0a1b"}
    assert scripts["ids", "ff"] == {"ffee": "years/x.html#0a1b"}
