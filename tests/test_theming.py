"""What a site's makers choose of its looks, and what of it cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import build, elements, pages, tree, write_article, write_config

from timeline.colors import DARK, LIGHT, hard_to_read
from timeline.errors import TimelineError
from timeline.site.theming import read_theme, stylesheet

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One article, a picture and what a font's name says is one."""
    write_article(tmp_path, "talks", "They met in Doha last week.")
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand" / "our logo.svg").write_text(LOGO)
    (tmp_path / "brand" / "Our Serif.woff2").write_bytes(b"wOF2")
    return tmp_path


def configure(folder: Path, **options: str) -> Path:
    given = ", ".join(f"{key}: {value}" for key, value in options.items())
    return write_config(folder, plugins=f"[timeline: {{{given}}}]")


class TestColors:
    def test_ours_can_be_read_in_both_schemes(self) -> None:
        assert [] == [*hard_to_read("light", LIGHT), *hard_to_read("dark", DARK)]

    def test_one_is_changed_and_the_others_stay(self, tmp_path: Path) -> None:
        theme = read_theme({"colors": {"light": {"accent": "#A06"}}}, tmp_path)
        assert {**LIGHT, "accent": "#aa0066"} == theme.light
        assert DARK == theme.dark

    def test_what_is_hard_to_read_is_told_with_its_contrast(self, tmp_path: Path) -> None:
        theme = read_theme({"colors": {"dark": {"muted": "#57606a"}}}, tmp_path)
        assert [
            "colors: dark: muted #57606a on page #14171b has a contrast of 2.81; it needs 4.5",
            "colors: dark: muted #57606a on card #1c2128 has a contrast of 2.53; it needs 4.5",
        ] == theme.problems

    def test_a_build_tells_it(self, folder: Path) -> None:
        configure(folder, colors="{light: {text: '#777'}}")
        assert [
            "colors: light: text #777777 on page #ffffff has a contrast of 4.48; it needs 4.5",
            "colors: light: text #777777 on card #f6f8fa has a contrast of 4.21; it needs 4.5",
            "colors: light: text #777777 on mark #fff3bf has a contrast of 4.01; it needs 4.5",
        ] == list(build(folder).problems)


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"colors": {"light": {"accent": "red"}}}, 'colors: light: accent "red" is no colour; write it in quotes'),
            ({"colors": {"light": {"acent": "#fff"}}}, 'colors: light: "acent" is not known; use one of page, card'),
            ({"colors": {"accent": "#fff"}}, 'colors: "accent" is not known; use one of light, dark'),
            ({"colors": {"light": "#fff"}}, "colors: light gives no colours"),
            ({"fonts": {"text": "x; } body { display: none"}}, "is no name of a font"),
            ({"fonts": {"files": "x.woff2"}}, "fonts: files is no list"),
            ({"fonts": {"files": [{"file": "x.woff2"}]}}, "x.woff2: fonts: files: there is no such file"),
            ({"fonts": {"files": [{"file": "note.txt"}]}}, "note.txt: is no font for the web; use one of .woff2"),
            ({"fonts": {"files": [{"file": "f.woff2", "weight": "bold"}]}}, 'weight "bold" or style "normal"'),
            ({"logo": "none.svg"}, "none.svg: logo: there is no such file"),
            ({"favicon": "note.txt"}, "note.txt: is no picture; use a file such as .svg"),
        ],
    )
    def test_it_is_named_with_what_to_do(self, tmp_path: Path, options: dict[str, object], message: str) -> None:
        (tmp_path / "note.txt").touch()
        (tmp_path / "f.woff2").touch()
        with pytest.raises(TimelineError) as raised:
            read_theme(options, tmp_path)
        assert message in str(raised.value)

    def test_a_build_ends_with_that_message(self, folder: Path) -> None:
        configure(folder, logo="none.svg")
        with pytest.raises(TimelineError, match=r"none\.svg: logo: there is no such file"):
            build(folder)


class TestStylesheet:
    def test_paper_is_light_whatever_the_screen_shows(self, tmp_path: Path) -> None:
        css = stylesheet(read_theme({}, tmp_path))
        assert [f"--page: {LIGHT['page']}" in rule for rule in css.split("@media screen")] == [True, False, False]

    def test_families_are_quoted_and_generic_ones_are_not(self, tmp_path: Path) -> None:
        css = stylesheet(read_theme({"fonts": {"text": "Source Serif 4, 'Georgia', serif"}}, tmp_path))
        assert '--font: "Source Serif 4", "Georgia", serif; --heading-font: "Source Serif 4", "Georgia", serif;' in css

    def test_a_font_of_the_makers_is_a_file_of_the_site(self, folder: Path) -> None:
        configure(
            folder,
            fonts="{headings: Our Serif, files: [{file: brand/Our Serif.woff2, weight: 200 900, style: italic}]}",
        )
        build(folder)
        site = tree(folder / "site")
        assert b"wOF2" == site["assets/fonts/Our-Serif.woff2"]
        assert (
            '@font-face { font-family: "Our Serif"; src: url("fonts/Our-Serif.woff2") format("woff2"); '
            "font-weight: 200 900; font-style: italic; font-display: swap; }"
        ) in site["assets/theme.css"].decode()


class TestPictures:
    def test_the_logo_stands_beside_the_name_and_the_icon_is_theirs(self, folder: Path) -> None:
        configure(folder, logo="brand/our logo.svg", favicon="brand/our logo.svg")
        build(folder)
        for address, html in pages(folder / "site"):
            root = "../" if address == "404.html" else "../" * address.count("/")
            found = elements(html)
            assert [f"{root}assets/logo.svg"] == [each.attributes["src"] for each in found if each.tag == "img"]
            [icon] = [each for each in found if each.attributes.get("rel") == "icon"]
            assert (f"{root}assets/favicon.svg", "image/svg+xml") == (
                icon.attributes["href"],
                icon.attributes["type"],
            )
        assert LOGO == (folder / "site" / "assets" / "logo.svg").read_text()


class TestOwnFolder:
    """A file in `theme.custom_dir` takes the place of ours with that name; the rest stays."""

    @pytest.fixture
    def overriding(self, folder: Path) -> Path:
        (folder / "own" / "assets").mkdir(parents=True)
        write_config(folder, theme="{name: null, custom_dir: own}")
        return folder

    def test_a_template(self, overriding: Path) -> None:
        (overriding / "own" / "404.html").write_text('{% extends "base.html" %}{% block main %}Gone{% endblock %}')
        build(overriding)
        site = dict(pages(overriding / "site"))
        assert "Gone" in site["404.html"]
        assert 'id="articles"' in site["index.html"]

    @pytest.mark.parametrize("name", ["timeline.css", "timeline.js", "icon.svg", "theme.css"])
    def test_an_asset(self, overriding: Path, name: str) -> None:
        (overriding / "own" / "assets" / name).write_text("theirs")
        build(overriding)
        site = tree(overriding / "site")
        assets = {address: data for address, data in site.items() if address.startswith("assets/")}
        assert {f"assets/{each}" for each in ("icon.svg", "theme.css", "timeline.css", "timeline.js")} <= set(assets)
        assert [f"assets/{name}"] == [address for address, data in assets.items() if data == b"theirs"]
