"""Documents of 100 and of 500 events: `make exports`."""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from report import publish, table

import timeline
from timeline.exports import find_formats

EVENTS = (100, 500)


def made(count: int) -> timeline.Timeline:
    """A timeline of so many events, each told by an article of its own."""
    with TemporaryDirectory() as folder:
        for number in range(count):
            day = f"{1990 + number % 20}-{1 + number % 12:02}-{1 + number % 28:02}"
            text = f"The committee of harbour {number} opened quay {number} on {day}."
            head = f"title: Quay {number} is open\nurl: https://news.example/{number}\ntopic: quays\ndate: {day}"
            (Path(folder) / f"quay-{number}.md").write_text(f"---\n{head}\n---\n\n{text}\n", "utf-8")
        return timeline.build(folder)


def main() -> None:
    """Measure, print and write down."""
    whole = {count: made(count) for count in EVENTS}
    rows = []
    for name, form in find_formats().items():
        form.write(whole[EVENTS[0]].key_events(1))  # what is loaded once
        row = [f"`{name}`"]
        for told in whole.values():
            started = time.perf_counter()
            data = form.write(told)
            row += [f"{time.perf_counter() - started:.2f} s", f"{len(data) / 1000:,.0f} kB"]
        rows.append(row)
    heads = ["format", *(head for told in whole.values() for head in (f"{len(told.events)} events", "size"))]
    publish("exports", "make exports", table(heads, rows))


if __name__ == "__main__":
    main()
