"""Every page is valid HTML, whatever its articles hold, by the checker that the makers of the standard keep."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from kinds import every_kind
from payloads import FEW
from sites import build, write_article, write_config

ROOT = Path(__file__).parents[1]
JAR = Path(os.environ.get("VNU_JAR", ROOT / ".venv/html/node_modules/vnu-jar/build/dist/vnu.jar"))

pytestmark = [
    pytest.mark.skipif(shutil.which("java") is None, reason="needs Java: apt-get install default-jre-headless"),
    pytest.mark.skipif(not JAR.is_file(), reason="needs the checker of HTML: make vnu"),
]


def complaints(site: Path) -> list[str]:
    """What is wrong with the pages below a folder, each with its place; style sheets are not asked about."""
    command = ["java", "-Xmx512m", "-jar", str(JAR), "--skip-non-html", "--errors-only", "--format", "json", str(site)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    return [
        f"{Path(each['url']).relative_to('file:' + str(site))}:{each['lastLine']}: {each['message']} {each['extract']}"
        for each in json.loads(told.stderr)["messages"]
        if not each["message"].startswith("CSS:")
    ]


def test_the_checker_sees_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><html lang=en><title>A</title><p><time>8/2015</time></p>")
    [complaint] = complaints(tmp_path)
    assert "page.html:1:" in complaint


def test_the_sample_site_is_valid(tmp_path: Path) -> None:
    (tmp_path / "content").symlink_to(ROOT / "content")
    write_config(tmp_path, site_url="https://timeline.example/")
    report = build(tmp_path)
    assert report.events
    assert complaints(tmp_path / "site") == []


@pytest.mark.parametrize("paged", [False, True], ids=["one page", "many pages"])
def test_a_site_of_strangers_words_is_valid(tmp_path: Path, paged: bool) -> None:
    for number, payload in enumerate(FEW):
        value = json.dumps(payload)
        head = "\n".join(f"{key}: {value}" for key in ("title", "source", "author", "url", "topic"))
        write_article(
            tmp_path,
            f"hostile/a{number}",
            f"# {payload}\n\n{payload} met {payload} on 5 August 2015. Last week they did not. Recently it was quiet. "
            f"In 20{number:02} they met.\n\n> {payload}\n\n- {payload}\n\n| a | b |\n|---|---|\n| {payload} | 1990 |\n",
            f"{head}\ntags: [{value}, other]\ndate: 2015-08-14",
        )
    write_article(tmp_path, "broken", "No date.", "title: broken")
    write_article(tmp_path, "empty", "Nothing happened to anybody.")
    write_config(
        tmp_path,
        plugins=f"[timeline: {{events_per_page: {5 if paged else 500}}}]",
        site_url="https://timeline.example/",
    )
    assert build(tmp_path).events > 5
    assert complaints(tmp_path / "site") == []


def test_every_kind_of_page_is_valid(tmp_path: Path) -> None:
    every_kind(tmp_path)
    assert complaints(tmp_path) == []
