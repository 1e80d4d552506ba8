"""Saved pages of others, brought in by `timeline add`: `make saved`.

The pages, and when they were published, come from the sources of newspaper4k and trafilatura, which test themselves
with them; PAGES names a folder with the two unpacked, else they are downloaded.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from report import publish, table

PACKAGES = ("newspaper4k", "trafilatura")
DATED = re.compile(r"^date: [\"']?(\d{4}-\d\d-\d\d)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page, and the day it was published, where its package says so."""

    path: Path
    published: str


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a page."""

    date: str
    """That of the article; empty where none was filed."""
    failed: bool
    """The command ended in another way than with articles or a reason."""
    seconds: float
    """CPU, with starting the command."""


def unpacked(folder: Path) -> Path:
    """The folder with the sources of the packages in it."""
    download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ",".join(PACKAGES), "--dest", str(folder)]  # fmt: skip
    subprocess.run([*download, *PACKAGES], check=False, capture_output=True)
    for archive in folder.glob("*.tar.gz"):
        with tarfile.open(archive) as opened:
            opened.extractall(folder, filter="data")
    return folder


def pages(folder: Path) -> list[Page]:
    """All pages below the folder."""
    found = []
    for path in sorted(folder.rglob("*.html")):
        told = path.parents[1] / "metadata" / f"{path.stem}.json"
        said = json.loads(told.read_text("utf-8")).get("publish_date") if told.is_file() else ""
        found.append(Page(path, (said or "")[:10]))
    return found


def add(page: Page, project: Path) -> Added:
    """Bring one page into an empty project, by a command of its own."""
    project.mkdir()
    (project / "content").mkdir()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "timeline", "add", str(page.path)]
    ended = subprocess.run(command, cwd=project, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    filed = [path.read_text("utf-8") for path in sorted((project / "content").rglob("*.md"))]
    dates = [found[1] for text in filed if (found := DATED.search(text))]
    return Added(
        date=dates[0] if dates else "",
        failed="Traceback" in ended.stderr or ended.returncode not in (0, 1),
        seconds=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
    )


def main() -> None:
    """Bring in every page, print what was wrong, and write down the figures."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(os.environ["PAGES"]) if "PAGES" in os.environ else unpacked(Path(temporary))
        saved = pages(folder)
        if not saved:
            raise SystemExit(
                f"no pages in {folder}: name a folder with the sources of {' and '.join(PACKAGES)} in PAGES"
            )
        done = [(page, add(page, Path(temporary, f"project{number}"))) for number, page in enumerate(saved)]
        short = Path(temporary, "short.html")
        short.write_text("<title>Short</title><p>It rained in Weir.</p>", "utf-8")
        start = median(add(Page(short, ""), Path(temporary, f"short{number}")).seconds for number in range(5))
    known = [(page, added) for page, added in done if page.published]
    for page, added in known:
        if added.date != page.published:
            print(f"{page.path.name}: {added.date or 'no article'}, published {page.published}")
    right = sum(added.date == page.published for page, added in known)
    rows = [
        ["pages", str(len(done))],
        ["ended in another way than with an article or a reason", str(sum(added.failed for _, added in done))],
        ["articles filed", str(sum(bool(added.date) for _, added in done))],
        ["date right, of those that are known", f"{right} of {len(known)}"],
        [
            "slowest, without what the command takes for a page of one line",
            f"{max(added.seconds for _, added in done) - start:.1f} s",
        ],
        ["the command for a page of one line", f"{start:.1f} s"],
    ]
    publish("saved", "make saved", table(["", "saved pages"], rows))


if __name__ == "__main__":
    main()
