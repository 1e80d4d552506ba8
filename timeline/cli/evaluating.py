"""The verbs that look into the tagger: `explain` and `evaluate`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from timeline.cli.common import STYLE, blaming_the_language, main, say
from timeline.errors import printable


@main.command()
@click.argument("text")
@click.option("--published", metavar="DATE", help="When the text was published: 2015-08-14, or 2015-08-14T09:30.")
@click.option("--language", default="en", show_default=True, help="The language of the text.")
@STYLE
@click.option("--reasons", metavar="CODE", default="en", show_default=True, help="The language of the reasons.")
def explain(text: str, published: str | None, language: str, style: str, reasons: str) -> None:
    """Shows how each time expression gets its date.

    Names for every one in TEXT the rule that found it, what it means, what it was counted from, and what it comes to.
    Without a publication date, the one that the text itself tells is taken, if it tells one.

    \b
    Example:
      timeline explain "Kerry met Lavrov last week." --published 2015-08-14
    """
    from timeline import api
    from timeline.wording import languages, load_wording

    try:
        wording = load_wording(reasons)
    except LookupError:
        problem = f'no reasons in "{printable(reasons)}"; use one of {", ".join(languages())}'
        raise click.BadParameter(problem, param_hint="--reasons") from None
    with blaming_the_language():
        inferred = None if published else api.infer(text, language, style)
        resolutions = api.tag(text, published or inferred, language, style)
    if not resolutions:
        say("no time expression found")
    for number, resolution in enumerate(resolutions):
        lines = [*resolution.explained(wording), f"({resolution.notation})"]
        click.echo(("\n" if number else "") + "\n  ".join(map(printable, lines)))


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
