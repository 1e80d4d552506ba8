"""Small sites that together have a page of every kind, and which kind a page is of."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from sites import build, pages, write_article, write_config

from timeline.site.cards import REASONS
from timeline.site.paging import Bound

KINDS = {
    "index.html",
    "404.html",
    "how-dates-were-resolved.html",
    *(f"years/{key}.html" for key in ("0000", "0000-00", "0000-00.0", "0000-00-00", "0000-00-00.0")),
    *(f"{folder}/*.html" for folder in ("topics", "entities", "sources", "articles", "events")),
    *(f"{folder}/*/0000.html" for folder in ("topics", "entities", "sources")),
    "articles/index.html",
    "articles/of/0000.html",
    "date-unknown.html",
    "date-unknown/0000.html",
}
"""Of pages; each stands for those that differ from it only in what they tell."""


def kind_of(address: str) -> str:
    """The kind of the page at an address.

    >>> kind_of("years/2015-08.html"), kind_of("topics/talks-5c29243d/2015.html"), kind_of("articles/of/2015.html")
    ('years/0000-00.html', 'topics/*/0000.html', 'articles/of/0000.html')
    """
    named = re.sub(r"^(topics|entities|sources|events|articles)/(?!index|of/)[^/]+?(?=\.html|/)", r"\1/*", address)
    return re.sub(r"(?<=/)[-.\d]+(?=\.html)", lambda key: re.sub(r"\d", "0", re.sub(r"\.\d+", ".0", key[0])), named)


def one_of_each(site: Path) -> dict[str, str]:
    """An address of each kind that the site has."""
    return {kind_of(address): address for address, _ in pages(site)}


def paged(folder: Path, count: int = 60) -> Path:
    """A site of generated articles on very many pages, with an event that many articles tell."""
    generated(folder / "content", count)
    for number, (thing, deed) in enumerate(zip(THINGS, DEEDS, strict=True)):
        body = "Mary Harbour opened the Heron Bridge in Doha on 5 August 2015. Recently it was quiet."
        body += f"\n\nOn 5 August 2015 the {thing} of Paris were {deed}. In 2015 it rained."
        head = f"title: About {thing}\ndate: 2015-08-{10 + number}\nsource: Harbour Desk\ntopic: bridges"
        write_article(folder, f"harbour/{thing}", body, head)
    assert len(THINGS) > REASONS
    write_config(folder, plugins="[timeline: {events_per_page: 4}]", site_url="https://timeline.example/")
    with pytest.MonkeyPatch.context() as patch:
        for bound in ("collections.ROWS", "by_publication.ARTICLES_A_PAGE", "by_publication.UNDATED_A_PAGE"):
            patch.setattr(f"timeline.site.{bound}", Bound(20, 100_000))
        build(folder)
    return folder / "site"


THINGS = (
    "ovens",
    "roofs",
    "gardens",
    "markets",
    "ferries",
    "schools",
    "libraries",
    "fountains",
    "stations",
    "theatres",
    "wells",
    "ponds",
    "towers",
    "walls",
)
DEEDS = (
    "counted",
    "painted",
    "emptied",
    "cleaned",
    "repaired",
    "measured",
    "closed",
    "lit",
    "heated",
    "guarded",
    "drawn",
    "photographed",
    "sold",
    "rented",
)


def generated(content: Path, count: int) -> None:
    """The articles that measurements use."""
    found = importlib.util.spec_from_file_location(
        "generated_articles", Path(__file__).parents[1] / "bench/generated.py"
    )
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    module.write(content, count)


def german(folder: Path) -> Path:
    """A site in German that shows of each article only what one may quote, and of which most dates are vague."""
    for number, body in enumerate(
        ("Etwa 1990 trafen sie sich in Kiel.", "Vor etwa zehn Jahren regnete es.", "Am 5. August 2015 schwiegen sie.")
    ):
        head = f"title: Über {number}\ndate: 2015-08-14\nlanguage: de\nsource: Das Blatt\nurl: https://blatt.example/{number}"
        write_article(folder, f"treffen/{number}", f"{body} Neulich war es still.", head)
    write_article(folder, "kaputt", "Ohne Tag.", "title: kaputt")
    write_config(folder, plugins="[timeline: {locale: de, language: de, publish: {default: quotes}}]")
    build(folder)
    return folder / "site"


def empty(folder: Path, bodies: Iterable[str] = ()) -> Path:
    """A site without an event."""
    (folder / "content").mkdir(parents=True)
    for number, body in enumerate(bodies):
        write_article(folder, f"quiet/{number}", body, "date: 2015-08-14\nstyle: narrative")
    write_config(folder)
    assert build(folder).events == 0
    return folder / "site"


def every_kind(folder: Path) -> dict[str, Path]:
    """Sites that have a page of every kind, in some of the states that a site can be in."""
    sites = {
        "paged": paged(folder / "paged"),
        "German": german(folder / "german"),
        "no articles": empty(folder / "no-articles"),
        "nothing dated": empty(folder / "nothing-dated", ("Nothing happened to anybody.",)),
    }
    assert {kind for site in sites.values() for kind in one_of_each(site)} >= KINDS
    return sites
