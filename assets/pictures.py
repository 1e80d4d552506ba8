"""The pictures of README, taken of the site of the sample articles: `make pictures`.

A picture is written only where it looks different from the one that is there, so that taking them again changes
nothing. Fonts are those of the machine: take them where Chromium is Debian's.
"""

from __future__ import annotations

import tempfile
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image
from shots import browsing, keep, seen

from timeline.site.publishing import publish

DESK, PHONE = (1200, 800), (360, 720)
TODAY = "2016-11-07T09:00:00"
"""When the pictures are taken, as far as the pages know."""


class Picture(NamedTuple):
    """What is to be seen: the home page, at a size, with the reasons opened that have a phrase."""

    name: str
    size: tuple[int, int]
    phrase: str = ""


PICTURES = (
    Picture("timeline", DESK),
    Picture("reasons", DESK, "Last Wednesday"),
    Picture("phone", PHONE),
)
SCHEMES = {"light": "", "dark": "-dark"}
OPEN = """phrase => {
    const why = [...document.querySelectorAll("details.why")].find(each => each.textContent.includes("“" + phrase));
    why.open = true;
    why.closest(".event").scrollIntoView({ block: "start" });
    scrollBy(0, -20);
}"""


def take(browser: Any, site: Path, picture: Picture, scheme: str) -> Image.Image:
    """The picture."""
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=2, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.clock.set_fixed_time(TODAY)
    page.goto((site / "index.html").as_uri())
    if picture.phrase:
        page.evaluate(OPEN, picture.phrase)
    image = seen(page)
    context.close()
    return image


def main() -> None:
    """Take all, and say which have changed."""
    with tempfile.TemporaryDirectory() as folder, browsing() as browser:
        site = publish(site_dir=Path(folder, "site")).site_dir
        for picture, scheme in product(PICTURES, SCHEMES):
            keep(f"{picture.name}{SCHEMES[scheme]}", take(browser, site, picture, scheme))


if __name__ == "__main__":
    main()
