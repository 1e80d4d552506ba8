"""Texts made to be slow, of one size and of twice that: `make linear`."""

from __future__ import annotations

import time

from report import publish, table

import timeline

SIZE = 1_000_000
KINDS = {
    "one number": "1234567890",
    "one word": "a",
    "ago ago": "ago ",
    "agoagoago": "ago",
    "Jan Jan": "Jan ",
    "2020-01-01 2020-01-01": "2020-01-01 ",
    "10:10:10:": "10:",
    "1/1/1/": "1/",
    "'9'9'9": "'9",
    "1 1 1": "1 ",
    "Monday, Monday, ": "Monday, ",
    "the second of the": "the second of the ",
    "two years before two years": "two years before ",
    "last last": "last ",
    "white space": " ",
    "line ends": "\n",
    "full stops": ".",
    "İİİ": "İ",
    "plain words": "the council met the owners of the ferry and went home. ",
}


def seconds(phrase: str, size: int) -> tuple[float, int]:
    """CPU seconds for one text of that many characters, and how many times it names."""
    text = (phrase * (size // len(phrase) + 1))[:size]
    started = time.process_time()
    found = timeline.tag(text, "2015-08-14")
    return time.process_time() - started, len(found)


def main() -> None:
    """Measure, print and write down."""
    rows: list[list[str]] = []
    for kind, phrase in KINDS.items():
        seconds(phrase, 1000)  # what is worked out once is no part of the growth
        (once, found), (twice, _) = seconds(phrase, SIZE), seconds(phrase, 2 * SIZE)
        rows.append([f"`{kind}`", f"{found:,}", f"{once:.2f} s", f"{twice:.2f} s", f"{twice / once:.1f}"])
    heads = ["text", "times found", "1 MB", "2 MB", "growth"]
    publish("linear", "make linear", table(heads, rows))


if __name__ == "__main__":
    main()
