"""Made-up articles, as many as are wanted: every one different, all the same on every machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

_WHO = (
    "The council",
    "The harbour master",
    "A spokesman",
    "The ferry company",
    "The mayor",
    "Her lawyer",
    "The miners",
)
_DID = ("rejected the plan", "met the owners", "closed the bridge", "asked for more time", "signed the lease")
_WHEN = (
    "on {weekday}", "last week", "in {month} {year}", "on {month} {day}, {year}", "{number} days later", "in {year}",
    "at {hour}:{minute:02} p.m.", "two years ago", "the following day", "earlier this month", "by the end of {year}",
)  # fmt: skip
_REST = (
    "Nobody in the village had expected it.",
    "The costs are said to be higher than what was once agreed on, and it may take some persuasion to share them.",
    "“We are not going to be told what to do with our own land,” a farmer said to those who stood around him.",
    "Much of it goes to the north, where a second line is being laid through the marshes.",
    "Trees that had stood in the way were cut, and others planted on the far side of the river.",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")


def lines(size: int, *, length: int = 3000) -> Iterator[bytes]:
    """JSON lines of that many bytes in all, about as full of dates as news is."""
    chance = Random(20150814)
    number = 0
    while size > 0:
        number += 1
        published = date(1990, 1, 1) + timedelta(chance.randrange(12_000))
        line = {"id": f"a{number}", "published": published.isoformat(), "text": _text(chance, length)}
        written = json.dumps(line, ensure_ascii=False).encode() + b"\n"
        size -= len(written)
        yield written


def _text(chance: Random, length: int) -> str:
    sentences: list[str] = []
    while length > 0:
        when = chance.choice(_WHEN).format(
            weekday=chance.choice(_WEEKDAYS),
            month=chance.choice(_MONTHS),
            year=chance.randrange(1900, 2030),
            day=chance.randrange(1, 29),
            number=chance.randrange(2, 400),
            hour=chance.randrange(1, 12),
            minute=chance.randrange(60),
        )
        told = f"{chance.choice(_WHO)} {chance.choice(_DID)} {when}."
        told += "".join(f" {sentence}" for sentence in chance.sample(_REST, 3))
        sentences.append(told)
        length -= len(told)
    return " ".join(sentences)
