"""The timeline in the frame of somebody else's theme, and under the other program that builds such sites."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from payloads import FEW
from sites import build, elements, pages, tree, write_article, write_config

THEMES = {  # without what they ask of other hosts
    "mkdocs": "{name: mkdocs, highlightjs: false}",
    "readthedocs": "{name: readthedocs, highlightjs: false}",
    "material": "{name: material, font: false}",
}


ADDRESS = "https://example.org/sub/"
"""Where the site says that it is."""


def build_in(folder: Path, theme: str) -> Path:
    """The site of the folder in a theme of that name."""
    if theme == "material" and find_spec("material") is None:
        pytest.skip("needs Material for MkDocs: pip install mkdocs-material")
    settings = {"docs_dir": "docs", "site_url": ADDRESS, "site_name": "All & more"}
    write_config(folder, theme=THEMES[theme], plugins="[search, timeline]", **settings)
    (folder / "docs").mkdir()
    (folder / "docs" / "about-us.md").write_text("# About us\n\nWe *are*.\n")
    result = run(folder, "mkdocs")
    assert 0 == result.returncode, result.stderr
    return folder / "site"


def run(folder: Path, program: str, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", program, "build", "-f", "mkdocs.yml", *options],
        cwd=folder,
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module", params=THEMES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Friendly and hostile articles in each of the themes."""
    folder = tmp_path_factory.mktemp(request.param)
    write_article(
        folder, "talks/doha", "They met in Doha last week. In May 2014 they had not. It ended on 5 August 2015."
    )
    for number, payload in enumerate(FEW):
        value = json.dumps(payload)
        head = f"title: {value}\nsource: {value}\nauthor: {value}\nurl: {value}\ntopic: {value}\ndate: 2015-08-14"
        write_article(folder, f"hostile/a{number}", f"{payload} met on 5 August 2015. {payload}", head)
    return build_in(folder, request.param)  # fmt: skip


def page_of(site: Path, name: str) -> str:
    return next(address for address, _ in pages(site) if name in address)


def in_frame(html: str) -> str:
    [ours] = [each for each in elements(html) if each.attributes.get("id") == "event-timeline"]
    return ours.text


class TestPages:
    def test_the_makers_pages_and_ours_stand_in_one_frame(self, site: Path) -> None:
        home = (site / "index.html").read_text()
        links = [each.text for each in elements(home) if each.tag == "a"]
        assert {"About us", "How dates were resolved"} <= set(links)
        assert "They met in Doha" in in_frame(home)
        assert "All & more" in in_frame(home)
        assert "We are." in (site / "about-us" / "index.html").read_text().replace("<em>are</em>", "are")

    def test_an_articles_page_has_its_title_and_is_not_in_the_navigation(self, site: Path) -> None:
        html = (site / page_of(site, "doha")).read_text()
        [title] = [each.text for each in elements(html) if each.tag == "title"]
        assert ("Doha", 1) == (title.partition(" - ")[0], title.count("All & more"))
        assert "doha" not in (site / "index.html").read_text().partition('id="event-timeline"')[0]

    def test_it_says_what_it_is_to_those_who_link_to_it(self, site: Path) -> None:
        head = (site / "index.html").read_text().partition("</head>")[0]
        for said in ('"og:title"', '"application/feed+json"', '"application/ld+json"'):
            assert said in head
        assert 1 == head.count('rel="canonical"')

    def test_data_and_feeds_are_there_and_the_page_for_unknown_addresses_is_the_themes(self, site: Path) -> None:
        assert {"timeline.json", "feed.xml", "feed.json", "sitemap.xml", "404.html"} <= set(tree(site))
        assert "event-timeline" not in (site / "404.html").read_text()
        assert page_of(site, "doha") in (site / "sitemap.xml").read_text()


SILENT = [
    {},
    *({"theme": theme} for theme in ("null", "{name: null}", "{locale: de}", "{custom_dir: content}")),
    {"theme": "{name: null, custom_dir: content}"},
]
"""Settings that name no theme."""


class TestWhoseTheme:
    """A theme is somebody else's only where it is named."""

    @pytest.mark.parametrize("settings", SILENT)
    def test_ours_where_none_is_named(self, tmp_path: Path, settings: dict[str, str]) -> None:
        write_article(tmp_path, "talks", "They met last week.")
        write_config(tmp_path, **settings)
        build(tmp_path)
        assert 'class="site-header"' in (tmp_path / "site" / "index.html").read_text()

    def test_a_template_in_its_own_folder_takes_the_place_of_ours(self, tmp_path: Path) -> None:
        write_article(tmp_path, "talks", "They met last week.")
        (tmp_path / "own" / "timeline").mkdir(parents=True)
        (tmp_path / "own" / "home.html").write_text("of the theme")
        (tmp_path / "own" / "timeline" / "home.html").write_text(
            '{% extends "base.html" %}{% block main %}<h1>Ours</h1>{% endblock %}'
        )
        write_config(tmp_path, theme="{name: mkdocs, custom_dir: own}")
        build(tmp_path)
        assert in_frame((tmp_path / "site" / "index.html").read_text()).startswith("Ours")

    def test_colours_and_fonts_of_the_makers_hold_in_it(self, tmp_path: Path) -> None:
        write_article(tmp_path, "talks", "They met last week.")
        options = "{colors: {light: {accent: '#7a1f5c'}}, fonts: {headings: Georgia}}"
        write_config(tmp_path, theme="readthedocs", plugins=f"[timeline: {options}]")
        build(tmp_path)
        css = (tmp_path / "site" / "assets" / "timeline.css").read_text()
        assert '--heading-font: "Georgia";' in css
        assert "--accent: #7a1f5c;" in css


def test_properdocs_builds_the_same_site(tmp_path: Path) -> None:
    if find_spec("properdocs") is None:
        pytest.skip("needs properdocs: pip install properdocs")
    write_article(tmp_path, "talks", "They met last week.")
    (tmp_path / "own").mkdir()
    write_config(tmp_path, theme="{name: null, custom_dir: own}", site_url="https://example.org/")
    for program in ("mkdocs", "properdocs"):
        result = run(tmp_path, program, "--strict", "--site-dir", program)
        assert 0 == result.returncode, result.stderr
    assert tree(tmp_path / "mkdocs") == tree(tmp_path / "properdocs")
