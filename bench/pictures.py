"""How long pictures of 20, 100 and 500 events take, and what they weigh: `make drawing`."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

import generated
from report import publish, table

import timeline
from timeline.picture import to_png, to_svg

T = TypeVar("T")

EVENTS = (20, 100, 500)
TIMES = 5


def main() -> None:
    """Draw generated timelines, and write the table of bench/README.md."""
    with tempfile.TemporaryDirectory() as folder:
        for each in generated.articles(400):
            path = Path(folder, "content", each.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(each.text, "utf-8")
        whole = timeline.build(Path(folder, "content"))
    rows = []
    for count in EVENTS:
        part = whole.key_events(count)
        svg, drawn = _timed(partial(to_svg, part))
        png, rastered = _timed(partial(to_png, part))
        named = svg.count("<g>") + svg.count("<a ")
        row = (
            len(part.events),
            named,
            f"{len(svg) / 1000:.0f} KB",
            f"{drawn:.2f} s",
            f"{len(png) / 1000:.0f} KB",
            f"{rastered:.2f} s",
        )
        rows.append([str(cell) for cell in row])
    heads = ("events", "named", "SVG", "drawn in", "PNG, twice as large", "drawn in")
    publish("drawing", "make drawing", table(heads, rows))


def _timed(draw: Callable[[], T]) -> tuple[T, float]:
    """What is drawn, and in how many seconds: the median of several times."""
    seconds = []
    for _ in range(TIMES):
        started = perf_counter()
        drawn = draw()
        seconds.append(perf_counter() - started)
    return drawn, median(seconds)


if __name__ == "__main__":
    main()
