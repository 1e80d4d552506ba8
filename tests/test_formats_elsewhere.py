"""Formats read by the programs that they are for, where those are here; `make formats` installs and runs all."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest
from test_exports import HOSTILE, SITE, squeezed, written
from test_exports import whole as whole  # the fixture

from timeline.merging import Timeline
from timeline.reports import report_of

pytestmark = pytest.mark.skipif("FORMATS" not in os.environ, reason="make formats runs it")
PACKAGES = Path(__file__).parent.parent / ".venv" / "formats" / "node_modules"


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not here")
    return found


def package(name: str) -> Path:
    if not (PACKAGES / name).is_dir():
        pytest.skip(f"{name} is not here")
    return PACKAGES / name


def text_of(pdf: Path) -> str:
    done = subprocess.run([program("pdftotext"), "-raw", str(pdf), "-"], capture_output=True, check=True)
    return squeezed(done.stdout.decode())


def unpacked(told: Timeline, folder: Path) -> Path:
    with ZipFile(io.BytesIO(written("tex", told))) as archive:
        archive.extractall(folder)
    return folder / "timeline.tex"


def compiled(told: Timeline, folder: Path, compiler: str) -> str:
    unpacked(told, folder)
    command = [program(compiler), "-interaction=nonstopmode", "-halt-on-error", "timeline.tex"]
    done = subprocess.run(command, cwd=folder, capture_output=True)
    assert done.returncode == 0, done.stdout.decode(errors="replace")[-2000:]
    return text_of(folder / "timeline.pdf")


@pytest.mark.parametrize("compiler", ["pdflatex", "lualatex"])
def test_latex_sets_every_event_and_source(whole: Timeline, tmp_path: Path, compiler: str) -> None:
    text = compiled(whole, tmp_path, compiler)
    for each in report_of(whole, SITE).events:
        assert each.headline in text
    for source in whole.articles:
        assert source.title in text


@pytest.mark.parametrize("told", HOSTILE, ids=range(len(HOSTILE)))
def test_latex_sets_words_of_strangers_as_they_are(told: Timeline, tmp_path: Path) -> None:
    compiled(told, tmp_path, "lualatex")


def test_bibtex_reads_every_source(whole: Timeline, tmp_path: Path) -> None:
    unpacked(whole, tmp_path)
    (tmp_path / "timeline.aux").write_text("\\citation{*}\n\\bibdata{timeline}\n\\bibstyle{plain}\n")
    subprocess.run([program("bibtex"), "timeline"], cwd=tmp_path, check=True, capture_output=True)
    read = (tmp_path / "timeline.bbl").read_text()
    assert len(whole.articles) == read.count(r"\bibitem")


@pytest.mark.parametrize("told", ["whole", *range(len(HOSTILE))])
def test_a_word_processor_opens_the_document(whole: Timeline, told: str | int, tmp_path: Path) -> None:
    timeline = HOSTILE[told] if isinstance(told, int) else whole
    (tmp_path / "timeline.docx").write_bytes(written("docx", timeline))
    options = ["--headless", f"-env:UserInstallation={(tmp_path / 'user').as_uri()}", "--convert-to", "pdf"]
    subprocess.run([program("soffice"), *options, "timeline.docx"], cwd=tmp_path, check=True, capture_output=True)
    text = text_of(tmp_path / "timeline.pdf")
    if told == "whole":
        for each in report_of(timeline, SITE).events:
            assert each.headline in text
    for source in timeline.articles[-1:]:
        assert source.title[:5] in text


def test_markwhen_reads_every_event(whole: Timeline, tmp_path: Path) -> None:
    folder = package("@markwhen/parser")
    (tmp_path / "timeline.mw").write_bytes(written("markwhen", whole))
    script = (
        f"const {{ parse, iter, isEvent }} = require({json.dumps(str(folder / 'cjs'))});"
        "const read = parse(require('fs').readFileSync('timeline.mw', 'utf8'));"
        "const found = []; for (const { eventy } of iter(read.events)) if (isEvent(eventy))"
        " found.push([eventy.firstLine.rest, eventy.dateRangeIso.fromDateTimeIso.slice(0, 10), eventy.dateRangeIso.toDateTimeIso]);"
        "console.log(JSON.stringify([read.header.title, found]));"
    )
    done = subprocess.run([program("node"), "-e", script], cwd=tmp_path, capture_output=True, check=True)
    title, found = json.loads(done.stdout)
    assert "A timeline" == title
    expected = [each for each in whole.events if each.when.interval and each.when.interval.first_day > 0]
    assert len(expected) == len(found)
    for each, (line, start, _) in zip(expected, found, strict=True):
        assert each.headline in line
        assert each.when.interval is not None
        assert each.when.interval.days()[0] == start


def test_timelinejs_shows_every_event(whole: Timeline, tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    built = package("@knight-lab/timelinejs") / "dist"
    for kind in ("js", "css"):
        shutil.copytree(built / kind, tmp_path / kind)
    data = written("timelinejs", whole).decode().replace("</", "<\\/")
    (tmp_path / "page.html").write_text(
        '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="css/timeline.css"><script src="js/timeline.js">'
        f'</script><div id="t" style="width:900px;height:600px"></div><script>new TL.Timeline("t", {data});</script>',
        "utf-8",
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto((tmp_path / "page.html").as_uri())
        page.wait_for_selector(".tl-slide-titleslide h2")
        page.wait_for_function(f"document.querySelectorAll('.tl-timemarker').length == {len(whole.events)}")
        told = squeezed(unescape(page.content()))
        dates = {each.inner_text() for each in page.query_selector_all(".tl-headline-date")}
        browser.close()
    for each in report_of(whole, SITE).events:
        assert each.headline in told
        assert f"{each.when} ({each.certainty})".removesuffix(" ()") in told
    assert dates is not None
