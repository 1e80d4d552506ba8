"""The verbs of the command `timeline`: results on standard output, messages on standard error.

What a verb needs is imported when it runs, so that each starts as fast as it can.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import click

from timeline.errors import TimelineError, UsageError

STYLES = ("news", "narrative")


class Verbs(click.Group):
    """Turns the package's errors into one line and an exit status."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UsageError as error:
            raise click.UsageError(printable(str(error))) from None
        except TimelineError as error:
            raise click.ClickException(printable(str(error))) from None


def printable(text: str) -> str:
    """The text with everything a terminal would obey, or that would reorder it, spelled out.

    >>> printable("content/\\x1b[31mred.md")
    'content/\\\\x1b[31mred.md'
    """
    return "".join(
        character if character.isprintable() or character == "\n" else character.encode("unicode_escape").decode()
        for character in text
    )


def say(message: str) -> None:
    """Tell the person, apart from the results."""
    click.echo(printable(message), err=True)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="event-timeline", prog_name="timeline")
def main() -> None:
    """Turns dated articles into one chronological timeline, with the reasons for every date."""
