"""A fenced block puts a part of the timeline into a page of somebody's report."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import markdown
import pytest
from sites import elements, write_article, write_config

from timeline import report_blocks
from timeline.report_blocks import TimelineExtension
from timeline.site.publishing import publish

URL = "https://example.org/sub/"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two topics, three days and a year."""
    folder = tmp_path / "project"
    folder.mkdir()
    write_config(folder, site_name="The news", site_url=URL)
    write_article(folder, "weir/dam", "The dam of Weir broke on 7 July 2015.", "date: 2015-08-14\ntopic: weir & dam")
    write_article(folder, "ford/mayor", "The mayor of Ford resigned on 3 August 2015.", "date: 2015-08-14\ntopic: ford")
    write_article(folder, "ford/fair", "The fair of Ford opened on 3 August 2014.", "date: 2015-08-14\ntopic: ford")
    return folder


def rendered(project: Path, *block: str, **options: str) -> str:
    page = "\n".join(["# Report", "", *block, "", "The end."])
    return markdown.markdown(page, extensions=[TimelineExtension(config=str(project / "mkdocs.yml"), **options)])


def test_a_block_is_the_list_of_its_part(project: Path) -> None:
    html = rendered(project, "```timeline", "topic: ford", "", "# the last ones", "from: 2015", "title: In Ford", "```")
    [heading] = [each for each in elements(html) if each.tag == "h2"]
    assert "<h2>In Ford</h2>" in html
    assert heading.attributes == {}
    assert "The mayor of Ford resigned" in html
    assert "The fair" not in html
    assert "The dam" not in html
    assert "A copy that stays as it is; the timeline goes on at https://example.org/sub/" in html
    assert html.endswith("<p>The end.</p>")


def test_a_block_is_a_picture_as_wide_as_the_page(project: Path) -> None:
    html = rendered(project, "~~~ timeline", "show: picture", "~~~", locale="de")
    picture = ElementTree.fromstring(html[html.index("<svg") : html.index("</svg>") + len("</svg>")])
    assert ("100%", None) == (picture.get("width"), picture.get("height"))
    assert "3 Ereignisse" in "".join(picture.itertext())
    assert "The dam of Weir broke" in "".join(picture.itertext())
    assert "Stand vom 14. August 2015" in html


@pytest.mark.parametrize(
    ("block", "page", "query"),
    [
        ([], "embed/index.html", {}),
        (["text: dam"], "embed/index.html", {"text": ["dam"]}),
        (["topic: weir & dam", "key-events: 5"], "embed/topics/weir-dam", {"key-events": ["5"]}),
        (["from: 2015", "to: 2015"], "embed/years/2015.html", {}),
        (["from: 2015-07", "to: 2015"], "embed/years/2015.html", {"from": ["2015-07-01"], "to": ["2015-12-31"]}),
        (["from: 2013", "to: 2013"], "embed/index.html", {"from": ["2013-01-01"], "to": ["2013-12-31"]}),
    ],
)
def test_a_block_is_a_frame_of_the_site_that_goes_on(
    project: Path, block: list[str], page: str, query: dict[str, list[str]]
) -> None:
    html = rendered(project, "```timeline", "show: frame", *block, "```")
    [frame] = [each.attributes for each in elements(html) if each.tag == "iframe"]
    assert "allow-scripts allow-popups" == frame["sandbox"]
    address = urlsplit(str(frame["src"]))
    assert query == parse_qs(address.query)
    path = f"https://example.org{address.path}".removeprefix(URL)
    assert path.startswith(page)
    assert (publish(project / "mkdocs.yml").site_dir / path).is_file()


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (["topic: forde"], 'no events of the topic "forde"; there is ford'),
        (["from: 3 May"], '"3 May" is no day; write it as 2015-08-14'),
        (["topik: ford"], 'line 4 asks for "topik: ford"; write a name and its value, as in topic: syria'),
        (["ford"], 'line 4 asks for "ford"'),
        (["show: cinema"], 'no "cinema" to show a timeline as; use one of list, picture, frame'),
    ],
)
def test_a_block_that_is_wrong_says_so_in_its_place_and_the_page_goes_on(
    project: Path, caplog: pytest.LogCaptureFixture, block: list[str], message: str
) -> None:
    with caplog.at_level(logging.WARNING):
        html = rendered(project, "```timeline", *block, "```")
    [record] = caplog.records
    assert message in record.getMessage()
    assert "timeline-error" in html
    assert html.endswith("<p>The end.</p>")


SETTINGS = {
    "an item of a list": (["- One:", "", "    {}", "", "- Two"], "ul > li"),
    "an item without a line between": (["1. One:", "   {}", "2. Two"], "ol > li"),
    "an item of an item": (["- One", "    - Two:", "", "        {}"], "ul > li > ul > li"),
    "after another paragraph of the item": (["- One", "is long", "", "    More.", "", "    {}"], "ul > li"),
    "a quote": (["> They said:", ">", "> {}", ">", "> So they did."], "blockquote"),
    "a quote in an item": (["- One", "", "    > {}"], "ul > li > blockquote"),
    "an item in a quote": (["> - One:", ">", ">     {}"], "blockquote > ul > li"),
    "a note": (["!!! note", "", "    {}"], "div"),
}


def parents(html: str, of: str) -> str:
    """What stands around the first element of a kind, the outermost first."""

    def found(element: ElementTree.Element, around: tuple[str, ...]) -> tuple[str, ...] | None:
        if element.tag == of:
            return around
        return next((path for child in element if (path := found(child, (*around, element.tag))) is not None), None)

    path = found(ElementTree.fromstring(f"<root>{html}</root>"), ())
    assert path is not None
    return " > ".join(path[1:])


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_block_stands_wherever_a_fence_may(project: Path, setting: str) -> None:
    lines, place = SETTINGS[setting]
    page = []
    for line in lines:
        before, mark, _ = line.partition("{}")
        page += [f"{before}{each}" for each in ("```timeline", "topic: ford", "from: 2015", "```")] if mark else [line]
    extension = TimelineExtension(config=str(project / "mkdocs.yml"))
    html = markdown.markdown("\n".join([*page, "", "The end."]), extensions=["admonition", extension])
    assert place == parents(html.replace("<br>", "<br/>"), "article")
    assert "The mayor of Ford resigned" in html
    assert "topic: ford" not in html
    assert html.endswith("<p>The end.</p>")


@pytest.mark.parametrize(
    "page",
    [
        ["A paragraph.", "", "    ```timeline", "    topic: ford", "    ```"],
        ["- One", "", "        ```timeline", "        ```"],
        ["- One", "", "Over.", "", "    ```timeline", "    ```"],
        ["- One:", "", "    ````markdown", "    ```timeline", "    ```", "    ````"],
        ["> ~~~", "> ```timeline", "> ```", "> ~~~"],
    ],
)
def test_code_stays_code(project: Path, page: list[str]) -> None:
    extension = TimelineExtension(config=str(project / "nowhere.yml"))
    text = "\n".join(page)
    assert markdown.markdown(text) == markdown.markdown(text, extensions=[extension])


def test_a_frame_needs_to_know_where_the_site_is(project: Path) -> None:
    write_config(project, site_name="The news")
    assert "give site_url in its mkdocs.yml" in rendered(project, "```timeline", "show: frame", "```")


def test_what_is_no_block_stays_as_it_is(project: Path) -> None:
    example = ["````markdown", "```timeline", "topic: ford", "```", "````"]
    page = "\n".join([*example, "", "```python", "timeline", "```", "", "    ```timeline", "    ```"])
    extension = TimelineExtension(config=str(project / "nowhere.yml"))
    assert markdown.markdown(page, extensions=["fenced_code"]) == markdown.markdown(
        page, extensions=["fenced_code", extension]
    )


def test_articles_are_read_once_until_something_changes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    read = report_blocks.read_published
    monkeypatch.setattr(report_blocks, "read_published", lambda *given: calls.append(given) or read(*given))
    block = "```timeline", "```"
    rendered(project, *block, *block)
    rendered(project, *block)
    assert 1 == len(calls)
    write_article(project, "ford/bridge", "The bridge of Ford fell on 4 August 2015.", "date: 2015-08-14\ntopic: ford")
    assert "The bridge of Ford fell" in rendered(project, *block)
    assert 2 == len(calls)


@pytest.mark.parametrize(("topic", "status"), [("ford", 0), ("forde", 1)])
def test_any_mkdocs_site_takes_the_block_by_its_name(project: Path, tmp_path: Path, topic: str, status: int) -> None:
    report = tmp_path / "report"
    (report / "docs").mkdir(parents=True)
    (report / "docs" / "index.md").write_text(f"# Report\n\n```timeline\ntopic: {topic}\n```\n", "utf-8")
    (report / "mkdocs.yml").write_text(
        f"site_name: Report\nmarkdown_extensions:\n  - timeline:\n      config: {project / 'mkdocs.yml'}\n", "utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", "mkdocs.yml"],
        cwd=report,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_COLOR": "1"},
    )
    assert status == done.returncode, done.stderr
    if status:
        assert 'index.md: a block `timeline` is left out: no events of the topic "forde"; there is ford' in done.stderr
    else:
        assert "The mayor of Ford resigned" in (report / "site" / "index.html").read_text("utf-8")
