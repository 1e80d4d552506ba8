"""How far a build has come: a bar on a terminal, plain lines elsewhere, and nothing of what is done at once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from timeline.cli.common import say
from timeline.errors import printable
from timeline.progress import Progress

LINE = 1000
"""So many of anything are worth a line."""


@contextmanager
def shown() -> Iterator[tuple[Progress, Callable[[str], None]]]:
    """Who shows it on standard error, and who says something there meanwhile."""
    if not sys.stderr.isatty():
        yield _say, say
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn
    from rich.progress import Progress as Bars

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    tasks: dict[str, TaskID] = {}
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:

        def move(what: str, done: int, of: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=of or None)
            bars.update(tasks[what], completed=done)

        def say_above(message: str) -> None:
            bars.console.print(printable(message), markup=False, highlight=False, soft_wrap=True)

        yield move, say_above


def _say(what: str, done: int, of: int) -> None:
    if done % LINE == 0:
        say(f"{what}: {done:,} of {of:,}" if of else f"{what}: {done:,}")
