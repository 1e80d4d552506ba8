"""How well time expressions are found, resolved and given to their clauses, on every corpus of a folder: `make accuracy`."""

from __future__ import annotations

import argparse
import zlib
from pathlib import Path

from event_links import Counts, count, total
from report import Corpus, corpora, publish, table

from timeline.evaluation.comparing import Comparison, agreement
from timeline.evaluation.folders import evaluate_files


def half(name: str) -> int:
    """Which half a text is in. Rules are worked out on half 0; half 1 tells whether they hold elsewhere."""
    return zlib.crc32(name.encode()) % 2


def row(corpus: Corpus, folder: Path) -> list[str]:
    """Strict, relaxed and value F1 of all, and of each half."""
    found = evaluate_files(folder / corpus.folder, None, corpus.language, corpus.style)
    for problem in found.problems:
        print(problem)
    parts = [[each for each in found.comparisons if half(each.gold.name) in halves] for halves in ((0, 1), (0,), (1,))]
    figures = [f1(part, corpus.extents_only) for part in parts]
    return [corpus.name, str(agreement(found.comparisons).gold), *figures, corpus.heideltime or "–"]


def f1(comparisons: list[Comparison], extents_only: bool) -> str:
    """Strict / relaxed / value."""
    measured = agreement(comparisons)
    value = "   –" if extents_only else f"{100 * measured.value.f1:.1f}"
    return f"{100 * measured.strict.f1:.1f} / {100 * measured.relaxed.f1:.1f} / {value}"


def row_of_clauses(corpus: Corpus, folder: Path) -> list[str]:
    """F1, precision and recall of the clauses of dates: of all, and of each half."""
    counts = {path.stem: count(path) for path in sorted((folder / corpus.folder).glob("*.tml"))}
    parts = [[each for name, each in counts.items() if half(name) in halves] for halves in ((0, 1), (0,), (1,))]
    everything = total(counts.values())
    figures = [three(total(part)) for part in parts]
    return [corpus.name, str(everything.right + everything.missed), *figures, corpus.whole_sentence or "–"]


def three(counts: Counts) -> str:
    """F1 / precision / recall."""
    return " / ".join(f"{100 * share:.1f}" for share in (counts.f1, counts.precision, counts.recall))


def main() -> None:
    """Measure, print and write down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder that holds the corpora, each in its own folder")
    folder = parser.parse_args().corpora
    measured, left_out = corpora(folder)
    if not measured:
        raise SystemExit(f"{folder}: no corpus is there; make accuracy CORPORA=FOLDER, and see bench/README.md")
    heads = ["F1: strict / relaxed / value", "gold", "all", "half 0", "half 1", "HeidelTime"]
    body = table(heads, [row(corpus, folder) for corpus in measured])
    if left_out:
        body += f"\n\nNot measured: {'; '.join(left_out)}."
    publish("accuracy", "make accuracy", body)
    heads = ["F1 / precision / recall", "gold", "all", "half 0", "half 1", "F1 of the whole sentence"]
    linked = [row_of_clauses(corpus, folder) for corpus in measured if corpus.linked]
    publish("clauses", "make accuracy", table(heads, linked) if linked else "Not measured: no corpus with links.")


if __name__ == "__main__":
    main()
