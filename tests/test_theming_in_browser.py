"""What the makers choose of the looks, in a real browser and under the policy that the site promises to work under."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sites import build, write_article, write_config
from test_browser import POLICY, WIDE, Watched, browser, serving

__all__ = ["browser"]  # a fixture

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20"><rect width="80" height="20" fill="#7a1f5c"/></svg>'
)
OPTIONS = """
  - timeline:
      logo: logo.svg
      favicon: logo.svg
      colors: {light: {accent: '#7a1f5c', page: '#fffdf5'}, dark: {accent: '#f3a6d8'}}
      fonts: {headings: Our Font, files: [{family: Our Font, file: font.ttf}]}"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with looks of its own; its font needs one word more in the policy."""
    font = next(Path("/usr/share/fonts").rglob("*.ttf"), None)
    if font is None:
        pytest.skip("needs a font: apt-get install fonts-dejavu-core")
    folder = tmp_path_factory.mktemp("looks")
    write_article(folder, "talks", "They met in Doha on 5 August 2015.")
    (folder / "logo.svg").write_text(LOGO)
    (folder / "font.ttf").write_bytes(font.read_bytes())
    write_config(folder, plugins=OPTIONS)
    build(folder)
    with serving(folder / "site", f"{POLICY}; font-src 'self'") as address:
        yield address


@pytest.mark.parametrize(
    ("scheme", "accent", "page"),
    [
        ("light", "rgb(122, 31, 92)", "rgb(255, 253, 245)"),
        ("dark", "rgb(243, 166, 216)", "rgb(20, 23, 27)"),
    ],
)
def test_colours_hold_in_each_scheme(browser: Any, served: str, scheme: str, accent: str, page: str) -> None:
    with Watched(browser, WIDE, color_scheme=scheme) as watched:
        watched.page.goto(served + "index.html")
        colors = (
            "[getComputedStyle(document.querySelector('.ask')).color, getComputedStyle(document.body).backgroundColor]"
        )
        assert [accent, page] == watched.page.evaluate(colors)
        watched.page.emulate_media(media="print", color_scheme="light")
        assert "rgb(255, 255, 255)" == watched.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert [] == watched.wrong


def test_the_font_and_the_logo_come_from_the_site(browser: Any, served: str) -> None:
    with Watched(browser) as watched:
        watched.page.goto(served + "index.html")
        loaded = "document.fonts.ready.then(fonts => [...fonts].map(font => font.status))"
        assert ["loaded"] == watched.page.evaluate(loaded)
        assert '"Our Font"' == watched.page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
        assert 28 == watched.page.locator(".logo").bounding_box()["height"]
        assert [] == watched.wrong
        assert [] == [url for url in watched.requests if not url.startswith(served)]


def test_a_host_that_chose_dark_still_prints_light(browser: Any, served: str) -> None:
    with Watched(browser) as watched:
        watched.page.goto(served + "index.html")
        watched.page.evaluate("document.documentElement.dataset.theme = 'dark'")
        background = "getComputedStyle(document.body).backgroundColor"
        assert "rgb(20, 23, 27)" == watched.page.evaluate(background)
        watched.page.emulate_media(media="print")
        assert "rgb(255, 255, 255)" == watched.page.evaluate(background)
