"""The verbs that look over the articles before they are published: `check` and `why`."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import click

from timeline.cli.common import CONFIG, main, say
from timeline.errors import printable


@main.command()
@CONFIG
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON, for other programs.")
@click.option("--strict", is_flag=True, help="End with status 1 when there is anything to look at.")
@click.pass_context
def check(context: click.Context, config: Path | None, as_json: bool, strict: bool) -> None:
    """Lists what an editor should look at before publishing.

    Articles that cannot be read or have no sure date, expressions with two readings, events with a vague date,
    sources that contradict each other, corrections that no longer apply, and articles that are likely the same: each
    with its path, line, and what to do. Nothing is published.

    \b
    Example:
      timeline check
      timeline check --json
    """
    from timeline.checking import check as look_over
    from timeline.site.publishing import read_timeline

    findings = look_over(read_timeline(config))
    if as_json:
        click.echo(json.dumps([asdict(each) for each in findings], ensure_ascii=False, indent=2))
    else:
        for each in findings:
            click.echo(printable(str(each)))
        told = Counter(each.kind for each in findings)
        say(", ".join(f"{number} {kind}" for kind, number in told.items()) or "nothing to look at")
    context.exit(1 if strict and findings else 0)


@main.command()
@click.argument("event")
@click.argument("other")
@CONFIG
def why(event: str, other: str, config: Path | None) -> None:
    """Tells why two events are not one, or two sources one event.

    EVENT and OTHER are ids, of events or of what a source tells, as links, timeline.json and `timeline check` have them.
    Says whether their dates can be one, what both say and how alike that makes them, what they contradict each other
    in, and what an editor decided.

    \b
    Example:
      timeline why 5c7d0e21ab34 91aa02b6c55d
    """
    from timeline.site.publishing import read_timeline
    from timeline.weighing import weigh

    for number, reason in enumerate(weigh(read_timeline(config), event, other)):
        click.echo(("  " if number else "") + printable(str(reason)))
