"""The verb that begins a project: `new`."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.cli.common import main, say
from timeline.errors import printable


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Begins a project that builds at once.

    Writes into DIR a mkdocs.yml, one sample article, a corrections.yml, and a workflow for GitHub that builds the site
    every day, each with every line explained. Nothing that is there is written over.

    \b
    Example:
      timeline new my-timeline
      cd my-timeline && timeline build
    """
    from timeline.starting import start_project

    for path in start_project(folder):
        click.echo(printable(str(path)))
    say(f"now: cd {folder} && timeline build")
