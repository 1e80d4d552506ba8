"""Pictures of what is made here: taken in a browser, kept in few colours, written only where they look different."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from PIL import Image, ImageChops
from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
COLOURS = 64
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@contextmanager
def browsing() -> Iterator[Any]:
    """A browser."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("needs a browser: apt-get install chromium")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def seen(page: Any) -> Image.Image:
    """What a page of the browser shows."""
    page.evaluate(SETTLED)
    return Image.open(io.BytesIO(page.screenshot(animations="disabled", caret="hide")))


def keep(name: str, picture: Image.Image) -> None:
    """Write the picture where it looks different from the one that is there, and say which."""
    path = HERE / f"{name}.png"
    image = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    if _looks_the_same(path, image):
        print(f"{path.name} is as it was")
    else:
        image.save(path, optimize=True)
        print(f"{path.name} written, {path.stat().st_size / 1000:.0f} KB")


def _looks_the_same(path: Path, image: Image.Image) -> bool:
    """Whether the file shows that already: nearly all of its points have nearly those colours."""
    if not path.is_file():
        return False
    there = Image.open(path)
    if there.size != image.size:
        return False
    unlike = ImageChops.difference(there.convert("RGB"), image.convert("RGB")).convert("L").histogram()
    return sum(unlike[24:]) < sum(unlike) / 10_000
