"""The verb for many articles on one topic: `summarize`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path

import click

from timeline.cli.common import LANGUAGE, blaming_the_language, main, say
from timeline.cli.selecting import selection_of
from timeline.errors import TimelineError


@main.command()
@click.argument("articles", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--dates", metavar="K", type=click.IntRange(min=1), default=30, show_default=True, help="How many days.")
@click.option(
    "--sentences", metavar="M", type=click.IntRange(min=1), default=1, show_default=True, help="How many for each day."
)
@click.option("--from", "first", metavar="DATE", help="The first day that counts: 2015-08-14, 2015-08, 2015.")
@click.option("--to", "last", metavar="DATE", help="The last day that counts.")
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
    first: str | None,
    last: str | None,
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
    days = selection_of({"from": first, "to": last})
    scope = Scope(days.first, days.last, tuple(word for word in keywords.split(",") if word.strip()))
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
