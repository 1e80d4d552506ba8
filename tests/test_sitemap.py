"""The map of the site, within what its protocol allows a file."""

from __future__ import annotations

from xml.etree import ElementTree

from timeline.site.sitemap import sitemap


def named(text: str) -> list[str | None]:
    return [each.text for each in ElementTree.fromstring(text.encode()).iter() if each.tag.endswith("}loc")]


def test_few_addresses_stand_in_one_file() -> None:
    [(address, text)] = sitemap("https://example.org/sub/", ["years/2015.html", "a&b.html"])
    assert address == "sitemap.xml"
    assert named(text) == ["https://example.org/sub/a&b.html", "https://example.org/sub/years/2015.html"]


def test_of_many_each_stands_in_one_of_the_files_that_the_map_names() -> None:
    pages = [f"articles/{number:03}.html" for number in range(250)]
    files = dict(sitemap("https://example.org/", pages, most=100))
    parts = [(address or "").removeprefix("https://example.org/") for address in named(files.pop("sitemap.xml"))]
    assert parts == list(files)
    assert [len(named(text)) for text in files.values()] == [100, 100, 50]
    assert [each for text in files.values() for each in named(text)] == [
        f"https://example.org/{page}" for page in pages
    ]
