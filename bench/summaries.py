"""How close summaries of many articles come to the timelines of journalists: `make summaries`.

A corpus of timelines has a folder for each topic: `articles.jsonl`, what `timeline summarize` reads; `timelines.jsonl`,
one timeline a line, {"name": …, "timeline": {"2015-08-11": ["sentence", …]}}; `keywords.json`, the topic's words.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from report import publish, table

from timeline.importing.article_lines import read_told_article
from timeline.importing.texts import SourceText
from timeline.summarizing import Scope, summarize


def load_scorer(path: Path) -> ModuleType:
    """The program that compares timelines; it is no part of this repository."""
    found = importlib.util.spec_from_file_location("score_timeline", path)
    if found is None or found.loader is None or not path.is_file():
        raise SystemExit(f"{path}: no scorer is there; make summaries SCORER=FILE, and see bench/README.md")
    module = importlib.util.module_from_spec(found)
    sys.modules["score_timeline"] = module
    found.loader.exec_module(module)
    return module


def summary(lines: Sequence[bytes], dates: int, sentences: int, scope: Scope) -> dict[str, list[str]]:
    """What `timeline summarize` prints for those lines."""
    told = (read_told_article(SourceText("bench", number, line), scope) for number, line in enumerate(lines, 1))
    return summarize(told, dates, sentences, scope)


def compared(topic: Path, scorer: ModuleType) -> list[dict[str, Any]]:
    """For each timeline of a topic, how close a summary comes that has as many days and sentences a day.

    The summary sees the articles that were published from the timeline's first day to its last.
    """
    lines = (topic / "articles.jsonl").read_bytes().splitlines()
    days = [json.loads(line)["published"][:10] for line in lines]
    keywords = tuple(json.loads((topic / "keywords.json").read_text("utf-8")))
    results = []
    for line in (topic / "timelines.jsonl").read_text("utf-8").splitlines():
        reference = json.loads(line)["timeline"]
        first, last = min(reference), max(reference)
        seen = [line for line, day in zip(lines, days, strict=True) if first <= day <= last]
        each = max(1, round(sum(map(len, reference.values())) / len(reference)))
        scope = Scope(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal(), keywords)
        made = summary(seen, len(reference), each, scope)
        made, wanted = ({day: [*map(scorer.tok, told)] for day, told in of.items()} for of in (made, reference))
        results.append(scorer.score(made, [wanted], modes=("align+ m:1",)))
    return results


def figures(results: list[dict[str, Any]], scorer: ModuleType) -> list[str]:
    """AR-1, AR-2 and date F1, each the F of the mean precision and the mean recall."""
    mean = scorer.average(results)
    aligned = mean["align+ m:1"]
    return [f"{each['f_score']:.3f}" for each in (aligned["rouge_1"], aligned["rouge_2"], mean["date"])]


def seconds(topic: Path, share: int) -> tuple[int, float]:
    """How many articles one in `share` is, and the CPU seconds of a summary of them."""
    lines = (topic / "articles.jsonl").read_bytes().splitlines()[::share]
    started = time.process_time()
    summary(lines, 40, 2, Scope(keywords=tuple(json.loads((topic / "keywords.json").read_text("utf-8")))))
    return len(lines), time.process_time() - started


def main() -> None:
    """Measure, print and write down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="the folder that holds a folder for each topic")
    parser.add_argument("scorer", type=Path, help="score_timeline.py")
    given = parser.parse_args()
    scorer = load_scorer(given.scorer)
    topics = sorted(path.parent for path in given.corpus.glob("*/timelines.jsonl"))
    if not topics:
        raise SystemExit(f"{given.corpus}: no timelines are there; make summaries CORPORA=FOLDER, see bench/README.md")
    results = {topic.name: compared(topic, scorer) for topic in topics}
    rows = [[name, str(len(found)), *figures(found, scorer)] for name, found in results.items()]
    everything = [each for found in results.values() for each in found]
    rows.append(["all", str(len(everything)), *figures(everything, scorer)])
    largest = max(topics, key=lambda topic: (topic / "articles.jsonl").stat().st_size)
    spent = "; ".join(
        f"{number:,} in {used:.1f} s" for number, used in (seconds(largest, share) for share in (4, 2, 1))
    )
    body = table(["topic", "timelines", "AR-1", "AR-2", "date F1"], rows)
    publish("summaries", "make summaries", f"{body}\n\nCPU for articles of {largest.name}: {spent}.")


if __name__ == "__main__":
    main()
