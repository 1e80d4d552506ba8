"""What all measurements share: the corpora they run on, and how their results get into bench/README.md."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import tomllib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from timeline.grammar.loading import known_locales

HERE = Path(__file__).parent
README = HERE / "README.md"


@dataclass(frozen=True, slots=True)
class Corpus:
    """One set of annotated texts."""

    name: str
    folder: str
    language: str
    style: str = "news"
    extents_only: bool = False
    """The values of its gold are of no use."""
    linked: bool = False
    """TLINK in its files tells which event happened at which time."""
    whole_sentence: str = ""
    """F1 of the clauses of dates when the whole sentence is taken for every one of the gold's dates."""
    heideltime: str = ""
    """Strict, relaxed and value F1 of HeidelTime, where somebody measured it."""


def corpora(folder: Path) -> tuple[list[Corpus], list[str]]:
    """The corpora that can be measured, and those of the folder that cannot, with the reason."""
    listed = [Corpus(**entry) for entry in tomllib.loads((HERE / "corpora.toml").read_text("utf-8"))["corpus"]]
    here = [corpus for corpus in listed if any((folder / corpus.folder).glob("*.tml"))]
    languages = known_locales()
    others = {path.parent.relative_to(folder).as_posix() for path in folder.rglob("*.tml")}
    left_out = [
        f"{corpus.name}: no language {corpus.language} yet" for corpus in here if corpus.language not in languages
    ]
    left_out += [f"{name}: not in bench/corpora.toml" for name in sorted(others - {corpus.folder for corpus in listed})]
    return [corpus for corpus in here if corpus.language in languages], left_out


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown, aligned for those who read it as it stands."""
    rows = [heads, *rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    lines = [
        "| "
        + " | ".join(f"{cell:{'<' if not column else '>'}{widths[column]}}" for column, cell in enumerate(row))
        + " |"
        for row in rows
    ]
    rule = "|" + "|".join("-" * (width + 1) + (":" if column else "-") for column, width in enumerate(widths)) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def publish(section: str, command: str, body: str) -> None:
    """Print a result and put it between its markers in the README, with when, where and how it was measured."""
    told = f"{body}\n\n`{command}`, {date.today()}, {commit()}, {machine()}."
    print(told)
    text = README.read_text("utf-8")
    changed, count = re.subn(
        rf"(<!-- {section} -->\n).*?(<!-- end of {section} -->)",
        lambda found: f"{found[1]}\n{told}\n\n{found[2]}",
        text,
        flags=re.DOTALL,
    )
    if count != 1:
        raise SystemExit(f"{README}: the markers of {section} are missing")
    README.write_text(changed, "utf-8")


def commit() -> str:
    """The state of the code that was measured."""
    try:
        name = subprocess.run(
            ["git", "-C", str(HERE), "describe", "--always", "--exclude=*", "--dirty"],
            capture_output=True, text=True, check=True,
        ).stdout.strip()  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return "no commit"
    return f"commit {name.removesuffix('-dirty')}{' and changes' if name.endswith('-dirty') else ''}"


def machine() -> str:
    """The kind of machine, and how busy it was."""
    processor = platform.processor() or platform.machine()
    with suppress(OSError, ValueError):
        [processor] = re.findall(r"^model name\s*: (.*)", Path("/proc/cpuinfo").read_text(), re.MULTILINE)[:1]
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{processor}, {os.cpu_count()} cores{load}, Python {platform.python_version()}"
