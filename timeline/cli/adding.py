"""The verb that brings articles in: `add`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from timeline.cli.common import CONFIG, PUBLISHED, count, main, say
from timeline.errors import TimelineError, printable

_NAMED = 3
"""So many files are named of those of which the same is to be said."""


def _columns(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    from timeline.importing.found import FIELDS

    pairs = [each.partition("=")[::2] for each in given]
    for field, column in pairs:
        if field not in FIELDS or not column:
            raise click.BadParameter(f"write FIELD=COLUMN, with one of {', '.join(FIELDS)} as FIELD")
    return dict(pairs)


@main.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@CONFIG
@PUBLISHED
@click.option(
    "--map",
    "columns",
    metavar="FIELD=COLUMN",
    multiple=True,
    callback=_columns,
    help="Which column of a table, or name in JSON, holds the title, date, text, url, author, source, language, tags, topic or id.",
)
@click.option("--private", is_flag=True, help="Fetch from private networks too, such as your own.")
@click.option("--again", is_flag=True, help="Add also what was added before and deleted since.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.pass_context
def add(
    context: click.Context,
    sources: tuple[str, ...],
    config: Path | None,
    published: str,
    columns: dict[str, str],
    private: bool,
    again: bool,
    dry_run: bool,
) -> None:
    """Writes articles found elsewhere into content/.

    SOURCE is a saved page (.html), a feed (.xml, .rss, .atom), a text (.txt), a post in Markdown of Hugo, Jekyll,
    Pelican or MkDocs (.md), JSON (.json: JSON Feed, ninjs, NewsArticle; .jsonl), a table (.csv, .parquet), a folder of
    those, or the address of a page or feed.

    Each article gets the front matter that an editor would have written. The same article is added once, one that
    changed is updated, what an editor changed in a file stays, and what an editor deleted is not added again. What cannot be read is named, the others go on; the
    exit status is then 1. Pages and feeds need `pip install 'event-timeline[add]'`.

    \b
    Example:
      timeline add saved-pages/ https://example.org/feed.xml
      timeline add archive.csv --map title=Headline --map date=Day --map text=Story
    """
    from timeline.importing.found import PassedOver
    from timeline.importing.sources import read_source
    from timeline.importing.watchdog import Watchdog
    from timeline.importing.writing import Deed, file_articles
    from timeline.site.publishing import read_settings

    content, settings = read_settings(config)
    done: Counter[str] = Counter()
    alike: Counter[str] = Counter()
    deleted: list[Path] = []
    with Watchdog() as watchdog:
        found = (each for source in sources for each in read_source(source, watchdog, columns, private))
        for each in file_articles(found, content, settings, published, dry_run, again):
            if isinstance(each, PassedOver):
                say(str(each))
                continue
            if isinstance(each, TimelineError):
                done["problem"] += 1
                alike[each.advice] += 1
                if alike[each.advice] <= _NAMED:
                    say(str(each))
                continue
            done[each.deed] += 1
            if each.deed is Deed.DELETED:
                deleted.append(each.path)
            elif each.deed is not Deed.UNCHANGED:
                click.echo(printable(f"{each.deed} {_shown(each.path)}"))
            if each.note:
                say(f"{_shown(each.path)}: {each.note}")
    for advice, number in alike.items():
        if number > _NAMED:
            say(f"{number - _NAMED} more: {advice}")
    if deleted:
        names = ", ".join(map(str, map(_shown, deleted[:_NAMED]))) + (", …" if deleted[_NAMED:] else "")
        say(f"deleted since it was added, and left out; add it with --again: {names}")
    told = [f"{done[deed]} {deed}" for deed in (Deed.ADDED, Deed.UPDATED, Deed.UNCHANGED) if done[deed]]
    kept = done[Deed.KEPT] + done[Deed.SHORTER]
    told += [f"{kept} kept"] if kept else []
    told += [f"{len(deleted)} left out"] if deleted else []
    told += [f"{count(done['problem'], 'problem')}"] if done["problem"] else []
    say(", ".join(told) or "nothing found")
    context.exit(1 if done["problem"] else 0)


def _shown(path: Path) -> Path:
    """A path as it is named from here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
