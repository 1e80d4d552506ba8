"""The verbs for texts, one by one: `tag` and `events`."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path

import click

from timeline.cli.common import LANGUAGE, PATHS, PUBLISHED, STYLE, WORKERS, blaming_the_language, main, say


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
    from timeline.batching import Defaults, Form, answer_texts
    from timeline.importing.texts import read_lines, read_texts
    from timeline.workers import worker_processes

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
