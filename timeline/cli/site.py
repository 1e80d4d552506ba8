"""The verbs that show a folder of articles as a site: `build` and `serve`."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.common import CONFIG, count, main, say
from timeline.errors import TimelineError, printable

if TYPE_CHECKING:
    from timeline.site.report import BuildReport


def _written(pages: int, written: int) -> str:
    return f"{count(pages, 'page')} written" if written == pages else f"{written} of {count(pages, 'page')} written"


def _tell_changes(config: Path | None, strict: bool) -> int:
    """Say what a build would change; the status to end with."""
    from timeline.site.publishing import preview

    found = preview(config)
    for problem in found.problems:
        say(problem)
    for change in found.changes:
        before = f" (was {', '.join(change.before)})" if change.before else ""
        click.echo(printable(f"{change.kind} {change.when}{before} {change.headline}"))
    kinds = Counter(change.kind for change in found.changes)
    click.echo(", ".join(f"{kinds[kind]} {kind}" for kind in ("added", "re-dated", "merged", "split", "removed")))
    return 1 if strict and found.problems else 0


def _tell(report: BuildReport, named: Collection[str] = ()) -> None:
    """Say what a build did, but what it has named already."""
    if report.anew:
        say(f"everything is read again: {report.anew}")
    if report.in_full:
        say(f"all pages are written: {report.in_full}")
    if report.again:
        say(f"all pages are made again: {report.again}")
    for problem in report.problems:
        if problem not in named:
            say(problem)
    click.echo(
        f"{count(report.articles, 'article')} read, {len(report.skipped)} skipped; {count(report.events, 'event')}, "
        f"{report.unplaced} without a date; {_written(report.pages, report.written)}"
    )


@main.command()
@CONFIG
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Where the site goes instead.")
@click.option("--dry-run", is_flag=True, help="Only tell which events would come, change and go.")
@click.option("--strict", is_flag=True, help="End with status 1 when an article had to be skipped.")
@click.option(
    "--workers", type=click.IntRange(min=1), help="How many processes share the reading; else one a processor."
)
@click.pass_context
def build(
    context: click.Context,
    config: Path | None,
    site_dir: Path | None,
    dry_run: bool,
    strict: bool,
    workers: int | None,
) -> None:
    """Publishes the site of a folder of articles.

    Reads content/ and writes site/. Articles that cannot be read are named, and the others are published all the
    same. The published site is replaced in one step: a build that fails leaves it as it was. What was read is kept
    in .timeline/, which may be deleted at any time: it only saves reading the same again.

    \b
    Example:
      timeline build
      timeline build --config other/mkdocs.yml --strict
      timeline build --dry-run
    """
    if dry_run:
        context.exit(_tell_changes(config, strict))
    from timeline.site.report import unchanged

    report = unchanged(config, site_dir)
    named: set[str] = set()
    if report is None:
        from timeline.cli.progress import shown
        from timeline.pipeline import Manner
        from timeline.site.publishing import publish
        from timeline.workers import processors

        with shown() as (progress, say_meanwhile):

            def name(error: TimelineError) -> None:
                named.add(printable(str(error)))
                say_meanwhile(str(error))

            report = publish(config, site_dir, Manner(workers or processors(), progress, name))
    _tell(report, named)
    page = (report.site_dir / "index.html").absolute()
    click.echo(printable(str(page)))
    click.echo(page.as_uri())
    context.exit(1 if strict and report.problems else 0)


@main.command()
@CONFIG
@click.option("--dev-addr", "address", default="127.0.0.1:8000", show_default=True, metavar="IP:PORT", help="Where.")
def serve(config: Path | None, address: str) -> None:
    """Shows the site while its articles are written.

    Builds it into a passing folder, and again when an article, a correction, the settings or a template changes; the
    browser follows. An article that is saved half-written is named, and its page stays as it was. What is published
    is not touched.

    \b
    Example:
      timeline serve
      timeline serve --dev-addr 127.0.0.1:8080
    """
    from timeline.site.serving import serve as show
    from timeline.workers import processors

    host, _, port = address.rpartition(":")
    if not (host and port.isdecimal() and int(port) < 1 << 16):
        raise click.BadParameter(f'"{printable(address)}" is no address; write 127.0.0.1:8000', param_hint="--dev-addr")

    def tell(built: BuildReport | TimelineError) -> None:
        if isinstance(built, TimelineError):
            say(f"{built}; what was there before is shown")
        else:
            _tell(built)

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # who manages services ends one as Ctrl-C does
    show(tell, click.echo, config, (host.strip("[]"), int(port)), processors())
