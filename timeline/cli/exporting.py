"""The verbs that hand a timeline on: `export` and `formats`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from timeline.cli.common import CONFIG, main, say
from timeline.cli.selecting import SELECTION, selection_of
from timeline.errors import printable


@main.command()
@click.option("--format", "name", required=True, help="One of those that `timeline formats` lists.")
@CONFIG
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of standard output.")
@SELECTION
def export(name: str, config: Path | None, output: Path | None, **wishes: str | tuple[str, ...] | None) -> None:
    """Writes the timeline in one format.

    Reads the same articles as `timeline build` and publishes nothing. Options that select a part go together; of one
    that is given more than once (two topics), any will do.

    \b
    Example:
      timeline export --format json --output timeline.json
      timeline export --format atom --topic syria --from 2015-08 --key-events 10
    """
    from timeline.exports import find_formats
    from timeline.site.publishing import read_timeline

    formats = find_formats()
    if name not in formats:
        raise click.BadParameter(
            f'no format "{printable(name)}"; use one of {", ".join(formats)}', param_hint="--format"
        )
    selection = selection_of(wishes)
    timeline = read_timeline(config)
    for problem in (*timeline.skipped, *timeline.problems):
        say(str(problem))
    written = formats[name].write(timeline.select(selection))
    content = written.encode() if isinstance(written, str) else written
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        output.write_bytes(content)


@main.command()
def formats() -> None:
    """Lists the formats that export can write.

    \b
    Example:
      timeline formats
    """
    from timeline.exports import find_formats

    found = find_formats()
    width = max(map(len, found))
    for each in found.values():
        click.echo(f"{each.name:{width}}  {each.about}")
