"""Made-up articles that tell the same events as one another, as the news of ten years does.

An article hangs on its number and on how many there are, so that any of them can be had alone. About as many
happenings as articles are told by several; the others by one. Days are not alike: some months are busy, and one day
is very busy.

    python bench/generated.py FOLDER [ARTICLES]
"""

from __future__ import annotations

import re
import sys
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple

WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
TOPICS = tuple(WORDS["topic"])
FIRST, DAYS = date(2012, 1, 1), 3653
BUSY_DAY = date(2017, 9, 21)
BUSY_MONTHS = {(2013, 4), (2015, 8), (2017, 9), (2019, 11), (2020, 3)}
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Generated(NamedTuple):
    """An article: its place below the content folder, and the text of its file."""

    path: str
    text: str


class Happening(NamedTuple):
    """Something that articles tell, each in its own words."""

    day: date
    body: str
    person: str
    place: str
    verbs: tuple[str, ...]
    thing: str
    aside: str


def articles(count: int) -> Iterator[Generated]:
    """So many articles, in the order of publication."""
    return (article(number, count) for number in range(count))


def article(number: int, count: int) -> Generated:
    """One of so many articles.

    >>> article(3, 1000) == article(3, 1000) != article(4, 1000)
    True
    """
    chance = Random(f"article {number} of {count}")
    topic = chance.choice(TOPICS)
    published = _day((number + chance.random()) / count)
    told = [_shared(topic, which, count, published) for which in _recent(number, chance)]
    told += [_own(topic, chance, published) for _ in range(chance.randint(5, 8) - len(told))]
    title = _headline(told[0], chance)
    paragraphs = [_sentence(told[0], published, chance) + " " + _background(chance)]
    for each in told[1:]:
        paragraphs.append(_sentence(each, published, chance) + " " + _background(chance))
        if chance.random() < 0.4:
            paragraphs[-1] += " " + _background(chance)
    outlet = f"{chance.choice(_names().places[:5])} {chance.choice(WORDS['outlets'])}"
    slug = re.sub(r"\W+", "-", title.lower()).strip("-")
    head = {
        "title": f'"{title}"',
        "date": published.isoformat(),
        "source": outlet,
        "author": _person(chance),
        "url": f"https://{outlet.replace(' ', '-').lower()}.example/{published:%Y/%m}/{slug}-{number}",
        "tags": f"[{topic}, {told[0].place}]",
    }
    front = "".join(f"{key}: {value}\n" for key, value in head.items())
    return Generated(f"{topic}/{number:05}-{slug}.md", f"---\n{front}---\n\n" + "\n\n".join(paragraphs) + "\n")


def write(folder: Path, count: int) -> None:
    """Put so many articles below a folder."""
    for path, text in articles(count):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())


@cache
def _busyness() -> list[float]:
    """How much has happened by the end of each day, as a share of all."""
    days = (FIRST + timedelta(number) for number in range(DAYS))
    weights = [(150.0 if day == BUSY_DAY else 6.0 if (day.year, day.month) in BUSY_MONTHS else 1.0) for day in days]
    return [share / sum(weights) for share in accumulate(weights)]


def _day(share: float) -> date:
    """The day by which that share of all has happened."""
    return FIRST + timedelta(min(bisect_right(_busyness(), share), DAYS - 1))


def _recent(number: int, chance: Random) -> list[int]:
    """What an article tells that others tell as well: mostly of the last days, now and then a great one of the past."""
    here = number // len(TOPICS)
    back = [int(chance.expovariate(0.5)) for _ in range(chance.randint(1, 4))]
    told = [here - each - (here - each) % 50 if chance.random() < 0.2 else here - each for each in back]
    return [which for which in dict.fromkeys(told) if which >= 0] or [0]


def _shared(topic: str, which: int, count: int, published: date) -> Happening:
    told = Random(f"happening {which} of {topic} among {count}")
    day = _day((which + told.random()) * len(TOPICS) / count)
    return _happening(topic, told, min(day, published))


def _own(topic: str, chance: Random, published: date) -> Happening:
    """What this article alone tells: of these days, of years ago, or to come."""
    kind = chance.random()
    back = -chance.randint(1, 60) if kind < 0.15 else chance.randint(0, 40) if kind < 0.65 else chance.randint(41, 3000)
    return _happening(topic, chance, published - timedelta(back))


def _happening(topic: str, chance: Random, day: date) -> Happening:
    words = WORDS["topic"][topic]
    return Happening(
        day,
        chance.choice(_names().bodies),
        _person(chance),
        chance.choice(_names().places),
        tuple(chance.choice(words["verbs"])),
        f"the {chance.choice(words['adjectives'])} {chance.choice(words['nouns'])}",
        _filled(chance.choice(WORDS["asides"]), chance),
    )


def _headline(told: Happening, chance: Random) -> str:
    thing, body = told.thing.removeprefix("the "), told.body.removeprefix("the ")
    return _capital(
        chance.choice(
            (
                f"{body}: {thing} {told.verbs[-1]}",
                f"{told.place} asks what becomes of its {thing}",
                f"{told.person} on the {thing} of {told.place}",
                f"{thing} in {told.place} {told.verbs[0]}",
            )
        )
    )


def _sentence(told: Happening, published: date, chance: Random) -> str:
    """A happening in one of the ways to tell it."""
    when, verb = _when(told.day, published, chance), chance.choice(told.verbs)
    if told.day > published:
        return _capital(f"{told.body} is to decide on {told.thing} in {told.place} {when}.")
    return _capital(
        chance.choice(
            (
                f"{told.body} {verb} {told.thing} in {told.place} {when}, {told.aside}.",
                f"{when}, {told.body} {verb} {told.thing} in {told.place}.",
                f"{told.thing} in {told.place} was {verb} by {told.body} {when}, as {told.person} put it, “in good time”.",
                f"{told.person}, {chance.choice(WORDS['roles'])}, said that {told.body} {verb} {told.thing} {when}.",
            )
        )
    )


def _when(day: date, published: date, chance: Random) -> str:
    """Words by which an article of that date may name a day."""
    ago = (published - day).days
    named, full = f"on {day.day} {MONTHS[day.month - 1]}", f"on {day.day} {MONTHS[day.month - 1]} {day.year}"
    month = f"in {MONTHS[day.month - 1]} {day.year}"
    if ago > 300:
        return chance.choice((full, full, month, f"in {day.year}", f"in early {day.year}" if day.month < 4 else full))
    if ago > 6:
        week = "last week" if published.weekday() + 1 <= ago <= published.weekday() + 7 else named
        return chance.choice((named, full, week, f"{ago} days ago", month if ago > 40 else named))
    if ago > 0:
        return chance.choice((f"on {WEEKDAYS[day.weekday()]}", "yesterday" if ago == 1 else named))
    if ago == 0:
        return chance.choice((f"on {WEEKDAYS[day.weekday()]}", "today"))
    return chance.choice((named, full, "tomorrow" if ago == -1 else named))


def _background(chance: Random) -> str:
    return _capital(_filled(chance.choice(WORDS["background"]), chance))


def _filled(words: str, chance: Random) -> str:
    """The words with names and numbers put in."""
    put = {
        "person": lambda: _person(chance),
        "body": lambda: chance.choice(_names().bodies),
        "place": lambda: chance.choice(_names().places),
        "number": lambda: f"{chance.randint(3, 900)}",
    }
    return re.sub(r"\{(\w+)\}", lambda slot: put[slot[1]](), words)


def _person(chance: Random) -> str:
    """One of those who are often in the news, or somebody whom nobody names again."""
    return chance.choice(_names().persons) if chance.random() < 0.7 else _new_person(chance)


def _new_person(chance: Random) -> str:
    surname = "".join(chance.choice(WORDS[part]) for part in ("heads", "middles", "surname_tails"))
    return f"{chance.choice(WORDS['given'])} {surname}"


class _Names(NamedTuple):
    persons: tuple[str, ...]
    places: tuple[str, ...]
    bodies: tuple[str, ...]


@cache
def _names() -> _Names:
    """Those who recur: persons, places, and bodies of those places."""
    chance = Random("names")
    places = tuple(
        "".join(chance.choice(WORDS[part]) for part in ("heads", "middles", "place_tails")) for _ in range(60)
    )
    bodies = tuple(f"the {chance.choice(places)} {chance.choice(WORDS['bodies'])}" for _ in range(60))
    return _Names(tuple(_new_person(chance) for _ in range(80)), places, bodies)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
