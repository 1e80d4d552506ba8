"""Every kind of page in a real browser, by what must hold on each of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kinds import every_kind, one_of_each
from sites import embeds, pages
from test_browser import NARROW, WIDE, Watched, browser, folder, serving

from timeline.site.addresses import is_page

__all__ = ["browser", "folder"]  # fixtures

package = pytest.importorskip("axe_playwright_python", reason="needs axe: pip install axe-playwright-python")
AXE = (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = "axe.run({rules: {'target-size': {enabled: true}}})"
OPEN = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
WIDTH = "document.documentElement.scrollWidth"


@pytest.fixture(scope="module")
def sites(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {"one page": folder / "site", **every_kind(tmp_path_factory.mktemp("kinds"))}


def looked_at(site: Path) -> Iterator[str]:
    """The pages of a site that are looked at: one of each kind, and what is written from right to left."""
    yield from one_of_each(site).values()
    yield from [
        "embed/index.html",
        "embed/index.html?text=zebra",
        *[address for address, _ in embeds(site) if "/years/" in address][:1],
    ]
    yield from (address for address, _ in pages(site) if "persian" in address)


@pytest.mark.parametrize(
    ("viewport", "scheme"),
    [(WIDE, "light"), (WIDE, "dark"), (NARROW, "light"), (NARROW, "dark")],
    ids=["light", "dark", "phone", "phone at night"],
)
def test_no_kind_of_page_shuts_anybody_out_scrolls_sideways_or_breaks_the_policy(
    browser: Any, sites: dict[str, Path], viewport: dict[str, int], scheme: str
) -> None:
    wrong: list[tuple[str, ...]] = []
    for name, site in sites.items():
        with serving(site) as served, Watched(browser, viewport, color_scheme=scheme) as watched:
            page = watched.page
            for address in looked_at(site):
                page.goto(served + address)
                page.evaluate(OPEN)
                if page.evaluate(WIDTH) > viewport["width"]:
                    wrong.append((name, address, "scrolls sideways"))
                page.evaluate(AXE)
                result = page.evaluate(RUN)
                looked_for = {"color-contrast", "target-size"} if is_page(address) else {"color-contrast"}
                assert {each["id"] for each in result["passes"]} >= looked_for, address
                wrong += [
                    (name, address, each["id"], *(node["html"] for node in each["nodes"][:3]))
                    for each in result["violations"]
                ]
            wrong += [(name, told) for told in watched.wrong]
            wrong += [(name, url) for url in watched.requests if not url.startswith(served)]
    assert wrong == []
