"""Whether words and names alone tell what is one event: sentences of independent timelines, `make merging`."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

from report import publish, table

from timeline.api import tag
from timeline.clauses import load_clause_words, main_clause
from timeline.prose import split_sentences
from timeline.tellings import ENOUGH, Telling, contradiction, count_terms, find_names, likeness, read_telling

_LEVELS = (0.15, 0.18, ENOUGH, 0.24, 0.28, 0.32, 0.40)
_UNTOKENISED = (
    (re.compile(r"-LRB- ?"), "("), (re.compile(r" ?-RRB-"), ")"), (re.compile(r"`` ?"), "“"), (re.compile(r" ?''"), "”"),
    (re.compile(r" (?=[.,;:!?%)]|'s\b|n't\b|'\s)"), ""), (re.compile(r"(?<=[$£(]) "), ""),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a timeline, its day (which the merger does not see) and what it tells."""

    day: str
    text: str
    telling: Telling


@dataclass(frozen=True, slots=True)
class Compared:
    """Two sentences of two journalists: whether their day is one, how alike they are, what they contradict in."""

    one: Told
    other: Told
    same: bool
    alike: float

    def merged(self, enough: float) -> bool:
        """Whether they would be one event if they were of one day."""
        return self.alike >= enough and not contradiction(self.one.telling, self.other.telling)


def read_topic(folder: Path, *, alone: bool = False) -> dict[str, list[Told]]:
    """The sentences of each timeline of a topic, by who wrote it; each read `alone`, or as one of an article."""
    lines = (folder / "timelines.jsonl").read_text("utf-8").splitlines()
    found: dict[str, list[Told]] = {}
    for record in map(json.loads, lines):
        days = sorted(record["timeline"].items())
        placed = [(day, untokenised(sentence)) for day, sentences in days for sentence in sentences]
        articles = [[each] for each in placed] if alone else [placed]
        found[record["name"]] = [told for each in articles for told in _told(each)]
    return found


def _told(placed: Sequence[tuple[str, str]]) -> Iterator[Told]:
    """Each sentence with its day, read as one of an article: names are folded over the whole, times say nothing."""
    text = "\n\n".join(sentence for _, sentence in placed)
    words = load_clause_words("en")
    times = [resolution.expression.span for resolution in tag(text)]
    names = find_names(text, split_sentences(text), words, times)
    repeated = count_terms(text, names, words)
    start = 0
    for day, sentence in placed:
        end = start + len(sentence)
        within = [span for span in times if start <= span.start < end]
        deed = main_clause(text, (start, end), words).deed
        yield Told(day, sentence, read_telling(text, (start, end), names, words, within, repeated, deed=deed))
        start = end + 2


def untokenised(sentence: str) -> str:
    """The sentence as a reader writes it: `Obama 's plan -LRB- $ 5 bn -RRB- .`

    >>> untokenised("The firm 's plan -LRB- $ 5 bn -RRB- failed .")
    "The firm's plan ($5 bn) failed."
    """
    for pattern, instead in _UNTOKENISED:
        sentence = pattern.sub(instead, sentence)
    return sentence


def compare(topic: dict[str, list[Told]]) -> list[Compared]:
    """All pairs of sentences of two timelines."""
    return [
        Compared(one, other, one.day == other.day, likeness(one.telling, other.telling))
        for first, second in combinations(topic.values(), 2)
        for one, other in product(first, second)
    ]


def figures(pairs: Sequence[Compared], enough: float) -> list[str]:
    """Precision of equally many pairs of one day and of two, of all pairs, of the alike, and recall."""
    same, different = ([pair for pair in pairs if pair.same is day] for day in (True, False))
    right, wrong = (sum(pair.merged(enough) for pair in part) for part in (same, different))
    recall, false_alarm = right / max(1, len(same)), wrong / max(1, len(different))
    balanced = recall / (recall + false_alarm) if right + wrong else 1.0
    return [
        f"{balanced:.3f}",
        f"{recall:.3f}",
        f"{right / (right + wrong) if right + wrong else 1.0:.3f}",
        f"{right} + {wrong}",
    ]


def main() -> None:
    """Measure, print and write down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder that holds the corpora, each in its own folder")
    parser.add_argument(
        "--show", metavar="TOPIC", help="print the pairs of a topic that are merged wrongly, or nearly rightly"
    )
    chosen = parser.parse_args()
    folder = chosen.corpora / "timeline17"
    topics = {path.parent.name: read_topic(path.parent) for path in sorted(folder.glob("*/timelines.jsonl"))}
    pairs = {name: compare(topic) for name, topic in topics.items() if len(topic) > 1}
    if not pairs:
        raise SystemExit(f"{folder}: no topic with two timelines is there; make merging CORPORA=FOLDER")
    if chosen.show:
        show(pairs[chosen.show])
        return
    everything = [pair for part in pairs.values() for pair in part]
    heads = ["likeness", "precision, balanced", "recall", "precision, all pairs", "right + wrong"]
    rows = [
        [f"{level:.2f}{' (the default)' if level == ENOUGH else ''}", *figures(everything, level)] for level in _LEVELS
    ]
    rows += [[f"{ENOUGH:.2f}, {name} only", *figures(part, ENOUGH)] for name, part in pairs.items()]
    alone = [pair for name in pairs for pair in compare(read_topic(folder / name, alone=True))]
    rows.append([f"{ENOUGH:.2f}, each sentence alone", *figures(alone, ENOUGH)])
    counted = "; ".join(
        f"{name}: {len(topics[name])} timelines, {sum(pair.same for pair in part):,} pairs of one day, "
        f"{sum(not pair.same for pair in part):,} of two"
        for name, part in pairs.items()
    )
    publish("merging", "make merging", f"{table(heads, rows)}\n\n{counted}.")


def show(pairs: Sequence[Compared]) -> None:
    """What is merged though of two days, and the most alike of one day that is not."""
    wrong = [pair for pair in pairs if not pair.same and pair.merged(ENOUGH)]
    missed = [pair for pair in pairs if pair.same and not pair.merged(ENOUGH)]
    for name, part in (("wrong", wrong), ("missed", missed)):
        for pair in sorted(part, key=lambda pair: -pair.alike)[:60]:
            against = contradiction(pair.one.telling, pair.other.telling)
            print(
                f"{name} {pair.alike:.2f} {against}\n  {pair.one.day} {pair.one.text}\n  {pair.other.day} {pair.other.text}"
            )


if __name__ == "__main__":
    main()
