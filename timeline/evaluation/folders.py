"""Whole folders of TimeML compared: with what this tagger makes of the texts, or with what another made of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from timeline.api import tag
from timeline.errors import ArticleError, TimelineError, UsageError
from timeline.evaluation.comparing import Comparison, compare
from timeline.exports.timeml import type_and_value
from timeline.importing.texts import find_files, read_marked
from timeline.importing.timeml import MarkedText, MarkedTime

SUFFIX = ".tml"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The texts that could be compared, and why others could not."""

    comparisons: tuple[Comparison, ...]
    problems: tuple[str, ...]


def evaluate_files(
    gold: Path,
    tagged: Path | None = None,
    language: str = "en",
    style: str = "news",
    *,
    chosen: Callable[[str], bool] = lambda name: True,
) -> Evaluation:
    """The texts of a folder, or of one file, whose name is chosen, each compared.

    `tagged` is a folder with files of the same names, which another tagger wrote; without it the texts are tagged
    now.

    Raises:
        UsageError: there is no TimeML file.
    """
    files = find_files(gold, (SUFFIX,)) if gold.is_dir() else [gold]
    if not files:
        raise UsageError(f"holds no {SUFFIX} file", path=gold, remedy="name the folder of the gold standard")
    comparisons: list[Comparison] = []
    problems: list[str] = []
    for path in files:
        below = path.relative_to(gold) if path != gold else Path(path.name)
        name = below.with_suffix("").as_posix()
        if not chosen(name):
            continue
        try:
            text = read_marked(path, name)
            times = tag_again(text, language, style) if tagged is None else _read_tagged(tagged / below, text)
        except TimelineError as error:
            problems.append(str(error) if error.path else f"{path}: {error}")
        else:
            comparisons.append(compare(text, times))
    return Evaluation(tuple(comparisons), tuple(problems))


def tag_again(text: MarkedText, language: str = "en", style: str = "news") -> tuple[MarkedTime, ...]:
    """What this tagger makes of a text, given nothing but its words and when it was published.

    Raises:
        UsageError: the text's publication date is none.
    """
    found = tag(text.text, text.published or None, language, style)
    return tuple(MarkedTime(*each.expression.span, *type_and_value(each)) for each in found)


def _read_tagged(path: Path, gold: MarkedText) -> tuple[MarkedTime, ...]:
    if not path.is_file():
        raise ArticleError("is not there", path=path, remedy="tag every text of the gold standard")
    read = read_marked(path, gold.name)
    if read.text != gold.text:
        raise ArticleError("holds another text than the gold", path=path, remedy="keep every character of TEXT")
    return read.times
