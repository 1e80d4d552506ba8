"""A thousand articles that cannot be read among a thousand good ones: each is named, and all the others are there.

Some of them are tried here, all of them by `make hostile`.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from timeline.cli import main

NUMBER = 1000 if "HOSTILE" in os.environ else 60
BODY = "The ferry of Lota sank on Monday. Two days earlier it had been mended.\n"
HIDDEN = "\u202e\u200b\u2066\ufeff\u00ad\x07\x1b"


def dated(date: str) -> str:
    return f"---\ntitle: A ferry\ndate: {date}\n---\n\n{BODY}"


def headed(line: str) -> str:
    return f"---\ndate: 2015-08-14\n{line}\n---\n\n{BODY}"


def struck(random: Random, strange: bytes) -> bytes:
    """A good article with bytes put in anywhere."""
    good = dated("2015-08-14").encode()
    place = random.randrange(len(good))
    return good[:place] + strange + good[place:]


def figures(random: Random) -> str:
    return f"{random.randint(1, 12)}/{random.randint(1, 12)}/{random.choice(['15', '99', '015', '20155'])}"


DAMAGE: dict[str, Callable[[Random], str | bytes]] = {
    "nothing": lambda random: "\n" * random.randrange(9),
    "no date": lambda random: f"---\ntitle: A ferry\n---\n{BODY * random.randint(1, 9)}",
    "no text": lambda random: f"---\ndate: 2015-08-14\n---\n{' ' * random.randrange(9)}<!-- later -->\n",
    "no day": lambda random: dated(f"2015-{random.randint(13, 99)}-{random.randint(32, 99)}"),
    "30 February": lambda random: dated(f"{random.randint(1, 9999):04}-02-{random.choice([30, 31])}"),
    "year 0": lambda random: dated(f"0000-{random.randint(1, 12):02}-01"),
    "year 99999": lambda random: dated(f"{random.randint(10_000, 99_999)}-01-01"),
    "huge number": lambda random: dated("9" * random.randint(9, 9000)),
    "clock": lambda random: dated(f"2015-08-14 {random.randint(24, 99)}:{random.randint(60, 99)}"),
    "zone": lambda random: dated(f"2015-08-14T10:00+{random.randint(15, 99)}:{random.randint(0, 99):02}"),
    "two readings": lambda random: dated(random.choice(["3/4/2015", "11-12-2015", "Friday, 3/4/2015"])),
    "short year": lambda random: dated(figures(random)),
    "words": lambda random: dated(random.choice(["soon", "today", "August 2015", "the ides of March", "-1", "[[]]"])),
    "invisible": lambda random: dated(f"2015-08-{random.choice(HIDDEN)}14"),
    "bytes": lambda random: struck(random, bytes([random.choice([0x80, 0xC0, 0xFF, 0xF8])]) + b"x"),
    "NUL": lambda random: struck(random, b"\0"),
    "UTF-16 cut": lambda random: dated("2015-08-14").encode("utf-16")[: -2 * random.randint(0, 20) - 1],
    "UTF-16 unsaid": lambda random: dated("2015-08-14").encode("utf-16-le"),
    "cut in the head": lambda random: dated("2015-08-14")[: random.randint(4, 30)],
    "never closed": lambda random: f"---\ndate: 2015-08-14\n{BODY * random.randint(1, 9)}",
    "open": lambda random: headed(
        f"title: {random.choice(['[a', '{a', chr(34) + 'a', chr(39) + 'a', '- a: [', '@a'])}"
    ),
    "tabs": lambda random: headed(f"author:\n\t{'- a' * random.randint(1, 9)}"),
    "colons": lambda random: headed("title: A ferry: " * random.randint(1, 9)),
    "twice": lambda random: headed("date: 2015-08-15"),
    "anchor": lambda random: headed("a: &a [x]\nb: " + "[" + "*a, " * random.randint(1, 99) + "]"),
    "merge": lambda random: headed("a: &a {title: x}\n<<: *a"),
    "tag": lambda random: headed(random.choice(["a: !!python/name:os.system", "a: !x y", "a: !!binary x"])),
    "deep": lambda random: headed("a: " + "[{a: " * random.randint(11, 5000)),
    "documents": lambda random: headed("--- x"),
    "control": lambda random: headed(f"title: {chr(random.choice([1, 7, 8, 27, 127]))}"),
    "list": lambda random: f"---\n{'- date: 2015-08-14' * random.randint(1, 9)}\n---\n{BODY}",
    "language": lambda random: headed(f"language: {random.choice(['English', 'xx', 'tlh', '12', '-'])}"),
    "style": lambda random: headed(f"style: {random.choice(['poem', 'NEWS!', '[]x', '1'])}"),
    "publish": lambda random: headed("publish: all"),
    "draft": lambda random: headed("draft: maybe"),
    "long head": lambda random: headed("a: " + "x" * 70_000),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A thousand of both, in folders; and what is no file at all."""
    folder = tmp_path_factory.mktemp("malformed")
    random = Random(NUMBER)
    kinds = sorted(DAMAGE)
    for number in range(NUMBER):
        place = folder / "content" / f"topic{number % 7}"
        place.mkdir(parents=True, exist_ok=True)
        content = DAMAGE[kinds[number % len(kinds)]](random)
        (place / f"bad{number}.md").write_bytes(content if isinstance(content, bytes) else content.encode())
        (place / f"good{number}.md").write_text(dated(f"2015-08-{number % 28 + 1:02}"), "utf-8")
    content = folder / "content"
    (content / "folder.md").mkdir()
    (content / "nowhere.md").symlink_to("nowhere")
    (content / "loop.md").symlink_to("loop.md")
    (content / "around").symlink_to(content)
    (content / "out.md").symlink_to("/etc/hostname")
    (content / "zero.md").symlink_to("/dev/zero")
    os.mkfifo(content / "pipe.md")
    return folder


NO_FILES = {
    f"content/{name}" for name in ("folder.md", "nowhere.md", "loop.md", "around", "out.md", "zero.md", "pipe.md")
}


@pytest.mark.parametrize(("strict", "status"), [([], 0), (["--strict"], 1)])
def test_each_is_named_and_all_the_others_are_there(
    project: Path, monkeypatch: pytest.MonkeyPatch, strict: list[str], status: int
) -> None:
    monkeypatch.chdir(project)
    result = CliRunner().invoke(main, ["build", *strict], catch_exceptions=False)
    assert status == result.exit_code
    assert "Traceback" not in result.output
    named = re.findall(r"^(content/[^:]+?)(?::(\d+))?: (.+?); (.+)$", result.stderr, re.MULTILINE)
    others = [
        line for line in result.stderr.splitlines() if not re.match("content/|articles read: |files written: ", line)
    ]
    assert [] == others
    bad = {f"content/topic{number % 7}/bad{number}.md" for number in range(NUMBER)}
    assert sorted(bad | NO_FILES) == sorted(path for path, *_ in named)
    assert NO_FILES == {path for path, line, *_ in named if not line}
    published = json.loads((project / "site/timeline.json").read_text("utf-8"))
    assert {f"topic{number % 7}/good{number}" for number in range(NUMBER)} == {
        each["id"] for each in published["articles"]
    }
    assert sorted(bad | NO_FILES) == sorted(each["path"] for each in published["skipped"])
    assert NUMBER == len(list((project / "site/articles").rglob("*good*.html")))
