"""What a second worker brings to `timeline tag`: `make workers`; SIZE is in millions of bytes."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from report import publish, table
from texts import lines

RUNS = 5


def run(source: Path, answers: Path, workers: int) -> tuple[float, float]:
    """Seconds by the clock, and of CPU by all processes together."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with answers.open("wb") as out:
        command = [sys.executable, "-m", "timeline", "tag", "--workers", str(workers), str(source)]
        subprocess.run(command, stdout=out, check=True)
    taken, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure, print and write down."""
    size = float(os.environ.get("SIZE", "40"))
    with tempfile.TemporaryDirectory() as folder:
        source, answers = Path(folder, "articles.jsonl"), {number: Path(folder, f"{number}.jsonl") for number in (1, 2)}
        with source.open("wb") as file:
            file.writelines(lines(int(size * 1e6)))
        taken: dict[int, list[tuple[float, float]]] = {1: [], 2: []}
        for _ in range(RUNS):
            for workers in taken:
                taken[workers].append(run(source, answers[workers], workers))
        same = answers[1].read_bytes() == answers[2].read_bytes()
    clock = {
        workers: min(seconds for seconds, _ in runs) for workers, runs in taken.items()
    }  # what else runs only adds
    rows = [
        [
            *(str(workers), f"{clock[workers]:.1f} s", f"{median(cpu for _, cpu in runs):.1f} s"),
            f"{clock[1] / clock[workers]:.2f}",
        ]
        for workers, runs in taken.items()
    ]
    body = table(["workers", "by the clock", "CPU, all processes", "times as fast"], rows)
    publish(
        "workers",
        f"SIZE={size:.0f} make workers",
        f"{body}\n\nThe answers are {'the same' if same else 'NOT the same'}.",
    )


if __name__ == "__main__":
    main()
