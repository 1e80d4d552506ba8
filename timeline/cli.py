"""The verbs of the command `timeline`: results on standard output, messages on standard error.

What a verb needs is imported when it runs, so that each starts as fast as it can.
"""

from __future__ import annotations

import errno
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
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


DAY = click.DateTime(["%Y-%m-%d"])


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


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="event-timeline", prog_name="timeline")
def main() -> None:
    """Turns dated articles into one chronological timeline, with the reasons for every date."""


@main.command()
@PATHS
@PUBLISHED
@LANGUAGE
@STYLE
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "tml"]),
    default="jsonl",
    show_default=True,
    help="JSON lines, or one TimeML file a text.",
)
@click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Where TimeML files go."
)
@WORKERS
@click.pass_context
def tag(
    context: click.Context,
    paths: tuple[Path, ...],
    published: str,
    language: str,
    style: str,
    form: str,
    output: Path | None,
    workers: int,
) -> None:
    """Finds the time expressions of texts.

    Reads JSON lines from standard input or from PATHS: files of JSON lines, texts (.txt), TimeML (.tml), and folders
    of those. Writes one line for each text, in the same order, or one TimeML file. A text that cannot be read is
    named and the others go on; the exit status is then 1.

    \b
    Example:
      echo '{"id": "a1", "published": "2015-08-14", "text": "They met last week."}' | timeline tag
      timeline tag articles.jsonl --workers 4 > tagged.jsonl
      timeline tag letter.txt --published 2015-08-14
      timeline tag corpus/ --format tml --output tagged/
    """
    if (form == "tml") is not (output is not None):
        raise click.UsageError("--format tml and --output DIR go together")
    context.exit(_answer_texts(paths, form, published, language, style, workers, output))


@main.command()
@PATHS
@PUBLISHED
@LANGUAGE
@STYLE
@WORKERS
@click.pass_context
def events(
    context: click.Context, paths: tuple[Path, ...], published: str, language: str, style: str, workers: int
) -> None:
    """Finds which part of a sentence each date belongs to.

    Reads what `timeline tag` reads, and writes one line for each text, in the same order. A text that cannot be read
    is named and the others go on; the exit status is then 1.

    \b
    Example:
      echo '{"id": "a1", "published": "2015-08-14", "text": "They met last week."}' | timeline events
      timeline events articles.jsonl --workers 4 > events.jsonl
    """
    context.exit(_answer_texts(paths, "events", published, language, style, workers))


def _answer_texts(
    paths: tuple[Path, ...],
    form: str,
    published: str,
    language: str,
    style: str,
    workers: int,
    output: Path | None = None,
) -> int:
    """Every text answered, on standard output or each in a file of the folder `output`; the exit status."""
    from timeline import api
    from timeline.batching import Defaults, Form, answer_texts, worker_processes
    from timeline.importing.texts import read_lines, read_texts

    with blaming_the_language():
        api.tag("", published or None, language, style)  # once, before any text: wrong use is not the texts' fault
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
    pieces = (
        piece
        for path in paths or [Path("-")]
        for piece in (read_lines(sys.stdin.buffer, "standard input") if str(path) == "-" else read_texts([path]))
    )
    taken: set[str] = set()
    failed = False
    with nullcontext() if workers == 1 else worker_processes(workers) as executor:
        defaults = Defaults(published, language, style)
        for answer in answer_texts(pieces, executor, form=Form(form), defaults=defaults, ahead=2 * workers):
            problem = answer.problem
            if not problem and output is None:
                sys.stdout.buffer.write(answer.content)
                sys.stdout.buffer.flush()
            elif not problem and answer.name.casefold() in taken:
                problem = f'{answer.place}: two texts would be written to "{answer.name}.tml"; give each its own id'
            elif not problem and output is not None:
                # Some disks hold names that differ in upper and lower case only for one.
                taken.add(answer.name.casefold())
                (output / f"{answer.name}.tml").write_bytes(answer.content)
            if problem:
                say(problem)
                failed = True
    return 1 if failed else 0


@main.command()
@click.argument("gold", type=click.Path(exists=True, path_type=Path))
@click.argument("tagged", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--language", default="en", show_default=True, help="The language of the texts.")
@STYLE
@click.option("--errors", is_flag=True, help="Show every error in its context.")
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON, for other programs.")
@click.pass_context
def evaluate(
    context: click.Context, gold: Path, tagged: Path | None, language: str, style: str, errors: bool, as_json: bool
) -> None:
    """Compares time expressions with a gold standard.

    GOLD is a folder of TimeML files, or one file. Its texts are tagged anew and what is found is compared with what
    the files mark, by the measures of TempEval-3, task A. With TAGGED, a folder of files of the same names, what
    another tagger made of the texts is compared instead.

    \b
    Example:
      timeline evaluate corpus/ --errors
      timeline evaluate histories/ --style narrative --json
      timeline evaluate corpus/ tagged-by-another/
    """
    from timeline import api
    from timeline.evaluation.folders import evaluate_files
    from timeline.evaluation.showing import to_json, to_text

    with blaming_the_language():
        api.tag("", None, language, style)
    found = evaluate_files(gold, tagged, language, style)
    for problem in found.problems:
        say(problem)
    if as_json:
        sys.stdout.buffer.write(to_json(found.comparisons, errors))
    else:
        click.echo("\n".join(map(printable, to_text(found.comparisons, errors).split("\n"))))
    context.exit(1 if found.problems else 0)


@main.command()
@click.argument("text")
@click.option("--published", metavar="DATE", help="When the text was published: 2015-08-14, or 2015-08-14T09:30.")
@click.option("--language", default="en", show_default=True, help="The language of the text.")
@STYLE
def explain(text: str, published: str | None, language: str, style: str) -> None:
    """Shows how each time expression gets its date.

    Names for every one in TEXT the rule that found it, what it means, what it was counted from, and what it comes to.

    \b
    Example:
      timeline explain "Kerry met Lavrov last week." --published 2015-08-14
    """
    from timeline import api

    with blaming_the_language():
        resolutions = api.tag(text, published, language, style)
    if not resolutions:
        say("no time expression found")
    for number, resolution in enumerate(resolutions):
        click.echo(("\n" if number else "") + "\n  ".join(map(printable, resolution.explanation)))


@main.command()
@click.argument("articles", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--dates", metavar="K", type=click.IntRange(min=1), default=30, show_default=True, help="How many days.")
@click.option(
    "--sentences", metavar="M", type=click.IntRange(min=1), default=1, show_default=True, help="How many for each day."
)
@click.option("--from", "first", metavar="DATE", type=DAY, help="The first day that counts.")
@click.option("--to", "last", metavar="DATE", type=DAY, help="The last day that counts.")
@click.option(
    "--keywords", metavar="A,B", default="", help="The topic's words: what is said near them counts for more."
)
@LANGUAGE
@click.pass_context
def summarize(
    context: click.Context,
    articles: Path,
    dates: int,
    sentences: int,
    first: datetime | None,
    last: datetime | None,
    keywords: str,
    language: str,
) -> None:
    """Picks the days that matter most, and the sentences that tell them best.

    Reads a file of JSON lines, one article each, with `text`, `published` and `title`, and writes one JSON object: of
    each day, in the order of time, the sentences, taken whole from the articles. An article that cannot be read is
    named and the others go on; the exit status is then 1.

    \b
    Example:
      timeline summarize articles.jsonl --dates 10 --sentences 2
      timeline summarize articles.jsonl --from 2015-06-01 --to 2015-08-31 --keywords harbour,flood
    """
    from timeline import api
    from timeline.importing.article_lines import read_told_article
    from timeline.importing.texts import SourceText, read_lines
    from timeline.summarizing import Scope, ToldArticle, summarize

    with blaming_the_language():
        api.tag("", language=language)
    scope = Scope(
        first and first.date(), last and last.date(), tuple(word for word in keywords.split(",") if word.strip())
    )
    problems = 0

    def told(pieces: Iterable[SourceText]) -> Iterator[ToldArticle]:
        nonlocal problems
        for piece in pieces:
            try:
                yield read_told_article(piece, scope, language)
            except TimelineError as error:
                problems += 1
                say(f"{piece.place}: {error.advice}")

    source = "standard input" if str(articles) == "-" else str(articles)
    with nullcontext(sys.stdin.buffer) if str(articles) == "-" else articles.open("rb") as stream:
        found = summarize(told(read_lines(stream, source)), dates, sentences, scope)
    sys.stdout.buffer.write((json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace"))
    context.exit(1 if problems else 0)


@main.command()
@CONFIG
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Where the site goes instead.")
@click.option("--strict", is_flag=True, help="End with status 1 when an article had to be skipped.")
@click.pass_context
def build(context: click.Context, config: Path | None, site_dir: Path | None, strict: bool) -> None:
    """Publishes the site of a folder of articles.

    Reads content/ and writes site/. Articles that cannot be read are named, and the others are published all the
    same. The published site is replaced in one step: a build that fails leaves it as it was. What was read is kept
    in .timeline/, which may be deleted at any time: it only saves reading the same again.

    \b
    Example:
      timeline build
      timeline build --config other/mkdocs.yml --strict
    """
    from timeline.site.publishing import publish

    report = publish(config, site_dir)
    if report.anew:
        say(f"everything is read again: {report.anew}")
    for problem in report.problems:
        say(problem)
    page = (report.site_dir / "index.html").absolute()
    click.echo(
        f"{_count(report.articles, 'article')} read, {len(report.skipped)} skipped; {_count(report.events, 'event')}, "
        f"{report.unplaced} without a date; {_count(report.pages, 'page')} written"
    )
    click.echo(printable(str(page)))
    click.echo(page.as_uri())
    context.exit(1 if strict and report.problems else 0)


@main.command()
@click.option("--format", "name", required=True, help="One of those that `timeline formats` lists.")
@CONFIG
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of standard output.")
def export(name: str, config: Path | None, output: Path | None) -> None:
    """Writes the timeline in one format.

    Reads the same articles as `timeline build` and publishes nothing.

    \b
    Example:
      timeline export --format json --output timeline.json
    """
    from timeline.exports import find_formats
    from timeline.site.publishing import read_timeline

    formats = find_formats()
    if name not in formats:
        raise click.BadParameter(
            f'no format "{printable(name)}"; use one of {", ".join(formats)}', param_hint="--format"
        )
    timeline = read_timeline(config)
    for problem in (*timeline.skipped, *timeline.problems):
        say(str(problem))
    written = formats[name].write(timeline)
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


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
