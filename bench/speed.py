"""How fast texts are tagged and resolved, beside chrono-node and the plainest pass over their words: `make speed`.

All three take turns on the same texts in one run, each text once a pass; what counts is the CPU time of a pass, the
median of fifteen after two to warm up. Explanations are kept as data and not rendered.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from report import HERE, publish, table

import timeline
from timeline.importing.texts import find_files, read_marked
from timeline.importing.timeml import MarkedText

CHRONO = "2.10.3"
SETS = ("timebank", "aquaint")
WARM_UP = 2
PASSES = 15

Texts = list[MarkedText]
Pass = Callable[[], float]
"""Reads every text once and gives the CPU seconds that took."""


def texts_of(folder: Path, names: tuple[str, ...]) -> Texts:
    """The texts of some corpora."""
    return [read_marked(path, path.stem) for name in names for path in find_files(folder / name, (".tml",))]


def kilobytes(texts: Texts) -> float:
    """Their size in UTF-8, in thousands of bytes."""
    return sum(len(text.text.encode()) for text in texts) / 1000


def tag_all(texts: Texts) -> float:
    """One pass of our own: from text to resolved expressions."""
    started = time.process_time()
    for text in texts:
        timeline.tag(text.text, text.published)
    return time.process_time() - started


def read_words(texts: Texts) -> float:
    """One pass over the words."""
    started = time.process_time()
    for text in texts:
        re.findall(r"\w+", text.text)
    return time.process_time() - started


@contextmanager
def chrono(texts: Texts) -> Iterator[Pass]:
    """A process of Node.js that makes a pass when asked to."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text.text, "published": text.published}) + "\n" for text in texts)
        file.flush()
        with subprocess.Popen(
            ["node", str(HERE / "chrono.mjs"), file.name],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
        ) as process:  # fmt: skip
            assert process.stdin is not None
            assert process.stdout is not None
            asked, told = process.stdin, process.stdout

            def take() -> float:
                asked.write("\n")
                return float(json.loads(told.readline())["seconds"])

            yield take
            asked.close()


def install_chrono() -> None:
    """Put the pinned version into a folder that is never committed."""
    manifest = HERE / "node_modules" / "chrono-node" / "package.json"
    if manifest.is_file() and json.loads(manifest.read_text("utf-8"))["version"] == CHRONO:
        return
    subprocess.run(
        ["npm", "install", "--silent", "--no-save", "--no-package-lock", "--no-audit", "--no-fund",
         "--prefix", str(HERE), f"chrono-node@{CHRONO}"],
        check=True,
    )  # fmt: skip


def measure(folder: Path, names: tuple[str, ...]) -> list[list[str]]:
    """The speeds on one set of texts, by a process that has seen none of them."""
    texts = texts_of(folder, names)
    size = kilobytes(texts)
    timeline.tag("They met last week.", "2015-08-14")  # loads the language
    with chrono(texts) as chrono_pass:
        passes: dict[str, Pass] = {
            "timeline": lambda: tag_all(texts),
            f"chrono-node {CHRONO}": chrono_pass,
            r"`re.findall(r'\w+')`": lambda: read_words(texts),
        }
        seconds: dict[str, list[float]] = {who: [] for who in passes}
        for _ in range(WARM_UP + PASSES):
            for who, take in passes.items():
                seconds[who].append(take())
    usual = {who: size / median(taken[WARM_UP:]) for who, taken in seconds.items()}
    _, theirs, words = usual.values()
    return [
        [
            *(" and ".join(names), who, f"{size / seconds[who][0]:,.0f}"),
            *(f"{speed:,.0f}", f"{speed / theirs:.2f}", f"{speed / words:.3f}"),
        ]
        for who, speed in usual.items()
    ]


def measure_unseen(folder: Path, names: tuple[str, ...]) -> list[list[str]]:
    """The first pass over a set of texts, by a process that has worked on the others."""
    texts = texts_of(folder, names)
    for _ in range(WARM_UP):
        tag_all(texts_of(folder, tuple(name for name in SETS if name not in names)))
    return [[names[0], "timeline, warm from the other set", f"{kilobytes(texts) / tag_all(texts):,.0f}", "", "", ""]]


def main() -> None:
    """Measure, print and write down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder that holds the corpora, each in its own folder")
    folder = parser.parse_args().corpora
    missing = [name for name in SETS if not any((folder / name).glob("*.tml"))]
    if missing:
        raise SystemExit(f"{folder}: {' and '.join(missing)} are not there; make speed CORPORA=FOLDER")
    install_chrono()
    tasks = [(measure, (name,)) for name in SETS] + [(measure_unseen, (name,)) for name in SETS] + [(measure, SETS)]
    rows: list[list[str]] = []
    for task, names in tasks:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
            rows += fresh.submit(task, folder, names).result()
    heads = ["texts", "what", "first pass", "KB/s of CPU", "of chrono-node", r"of `\w+`"]
    publish(
        "speed", "make speed", table(heads, sorted(rows, key=lambda row: SETS.index(row[0]) if row[0] in SETS else 9))
    )


if __name__ == "__main__":
    main()
