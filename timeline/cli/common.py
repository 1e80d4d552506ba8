"""What the verbs share: their group, options that several have, and how they speak."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from timeline.errors import LocaleError, TimelineError, UsageError, printable

CONFIG = click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The site's settings, by default mkdocs.yml; a folder that holds nothing but content/ needs none.",
)

PATHS = click.argument("paths", nargs=-1, type=click.Path(exists=True, allow_dash=True, path_type=Path))

PUBLISHED = click.option(
    "--published", metavar="DATE", default="", help="When texts that do not say it were published."
)

LANGUAGE = click.option("--language", default="en", show_default=True, help="The language of texts that do not say it.")

WORKERS = click.option(
    "--workers", type=click.IntRange(min=1), default=1, show_default=True, help="How many processes share the work."
)

STYLE = click.option(
    "--style",
    default="news",
    show_default=True,
    help="How it is read: news looks back from its publication, narrative follows its own dates.",
)


class Verbs(click.Group):
    """Turns what can go wrong into one line and an exit status."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb: 2 for wrong use, 1 for what else a person can mend."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            raise click.UsageError(printable(str(error))) from None
        except TimelineError as error:
            raise click.ClickException(printable(str(error))) from None
        except OSError as error:
            if error.errno == errno.EPIPE:  # `timeline tag | head` is no failure; click ends it quietly
                raise
            place = "" if error.filename is None else f"{error.filename}: "
            raise click.ClickException(printable(f"{place}{error.strerror or error}")) from None


def say(message: str) -> None:
    """Tell the person, apart from the results."""
    click.echo(printable(message), err=True)


@contextmanager
def blaming_the_language() -> Iterator[None]:
    """A language that cannot be had is wrong use of the option that names it."""
    try:
        yield
    except LocaleError as error:
        raise click.BadParameter(printable(str(error)), param_hint="--language") from None


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 event", "6 events"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="event-timeline", prog_name="timeline")
def main() -> None:
    """Turns dated articles into one chronological timeline, with the reasons for every date."""
