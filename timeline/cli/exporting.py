"""The verbs that hand a timeline on: `export` and `formats`."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import click

from timeline.cli.common import CONFIG, main, say
from timeline.cli.selecting import SELECTION, selection_of
from timeline.errors import Incomplete, UsageError, printable


@main.command()
@click.option("--format", "name", required=True, help="One of those that `timeline formats` lists.")
@click.option("--output", type=click.Path(path_type=Path), help="A file instead of standard output.")
@SELECTION
@click.option("--locale", metavar="CODE", default="", help="The language of dates and headings, if not the site's own.")
@CONFIG
def export(
    name: str, config: Path | None, output: Path | None, locale: str, **wishes: str | tuple[str, ...] | None
) -> None:
    """Writes the timeline in one format.

    Puts the timeline, or the part of it that matters, into a report, a calendar, a spreadsheet or another tool. It reads
    the same articles as `timeline build` and publishes nothing. What it writes is a copy that says as of when it is, and
    where the timeline goes on if mkdocs.yml has a site_url.

    Options that select a part go together; of one that is given more than once (two topics), any will do. A format of
    several files is written into the folder that --output names, or as one ZIP if the name ends so.

    \b
    Example:
      timeline export --format docx --output timeline.docx
      timeline export --format markdown --topic syria --from 2015-08 --key-events 10
      timeline export --format tex --output report/
    """
    from timeline.exports import find_format
    from timeline.site.publishing import read_published

    form, selection = find_format(name), selection_of(wishes)
    if form.remedy:
        raise UsageError(f"{form.name} needs what is not installed", remedy=form.remedy)
    timeline, site = read_published(config, locale)
    for problem in (*timeline.skipped, *timeline.problems):
        say(str(problem))
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always", Incomplete)
        content = form.write(timeline.select(selection), site)
    for each in filter(lambda each: issubclass(each.category, Incomplete), warned):
        say(f"{form.name}: {each.message}")
    if output is None:
        sys.stdout.buffer.write(content)
    elif form.files and output.suffix != ".zip":
        _unpack(content, output)
    elif output.is_dir():
        raise UsageError(f"{output} is a folder", remedy="name a file in it")
    else:
        output.write_bytes(content)


def _unpack(content: bytes, folder: Path) -> None:
    """Write the files of a format into a folder."""
    from timeline.archives import unzipped

    folder.mkdir(parents=True, exist_ok=True)
    for name, data in unzipped(content).items():
        (folder / name).write_bytes(data)


@main.command()
def formats() -> None:
    """Lists the formats that export can write.

    Each with what it is for, and the command that installs what it needs where that is missing.

    \b
    Example:
      timeline formats
    """
    from timeline.exports import find_formats

    found = find_formats()
    width = max(map(len, found))
    for each in found.values():
        needs = f"\n{'':{width}}  needs {each.remedy}" if each.remedy else ""
        click.echo(printable(f"{each.name:{width}}  {each.about}") + needs)
