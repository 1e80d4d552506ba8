"""The pictures of README, taken of the site of the sample articles: `make pictures`.

A picture is written only where it looks different from the one that is there, so that taking them again changes
nothing. Fonts are those of the machine: take them where Chromium is Debian's.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image, ImageChops
from playwright.sync_api import sync_playwright

from timeline.site.publishing import publish

HERE = Path(__file__).parent
DESK, PHONE = (1200, 800), (360, 720)
COLOURS = 64
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
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def take(browser: Any, site: Path, picture: Picture, scheme: str) -> Image.Image:
    """The picture, in few colours."""
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=2, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.clock.set_fixed_time(TODAY)
    page.goto((site / "index.html").as_uri())
    if picture.phrase:
        page.evaluate(OPEN, picture.phrase)
    page.evaluate(SETTLED)
    shot = Image.open(io.BytesIO(page.screenshot(animations="disabled", caret="hide")))
    context.close()
    return shot.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)


def looks_the_same(path: Path, image: Image.Image) -> bool:
    """Whether the file shows that already: nearly all of its points have nearly those colours."""
    if not path.is_file():
        return False
    there = Image.open(path)
    if there.size != image.size:
        return False
    unlike = ImageChops.difference(there.convert("RGB"), image.convert("RGB")).convert("L").histogram()
    return sum(unlike[24:]) < sum(unlike) / 10_000


def main() -> None:
    """Take all, and say which have changed."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("needs a browser: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        site = publish(site_dir=Path(folder, "site")).site_dir
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for picture, scheme in product(PICTURES, SCHEMES):
            path = HERE / f"{picture.name}{SCHEMES[scheme]}.png"
            image = take(browser, site, picture, scheme)
            if looks_the_same(path, image):
                print(f"{path.name} is as it was")
            else:
                image.save(path, optimize=True)
                print(f"{path.name} written, {path.stat().st_size / 1000:.0f} KB")
        browser.close()


if __name__ == "__main__":
    main()
