"""The pictures of REPORTS.md: the same part of the sample timeline by every route, each in its own viewer.

A route whose program is not here (LibreOffice for Word, LuaLaTeX for LaTeX, pdftoppm for their pages) is named, and
keeps the picture that it has.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import markdown
from PIL import Image
from shots import browsing, keep, seen, serving

from timeline.archives import unzipped
from timeline.exports import find_format
from timeline.published import Site
from timeline.selecting import Selection
from timeline.site.publishing import publish, read_published

ASKED = Selection.of_query("topic=syria&from=2015-08-03&to=2015-08-09")
SITE = Site("https://timeline.example/")
"""Where all say that the timeline goes on."""
HOST = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A report</title><style>
body { margin: 0 auto; max-width: 38rem; padding: 1rem 1.5rem; font: 18px/1.6 Georgia, "Liberation Serif", serif; color: #222 }
h1 { font-size: 1.6em; border-bottom: 3px solid #a33 } iframe { border: 1px solid #ddd }</style>
<h1>What August brought</h1><p>Four governments talked about a war, and none of them about the same thing.</p>
%s<p>What came of it is told in the next chapter.</p></html>"""
"""A page of somebody's own."""
BLOCK = """```timeline
topic: syria
from: 2015-08-03
to: 2015-08-09
title: A week of talks
show: picture
```"""
NOTEBOOK = "import timeline\ntimeline.build({folder!r}, title='Talks').about('syria').key_events(4)"
DOTS = 70
"""To the inch, of a page on paper."""


def snippets(browser: Any, site: str) -> dict[str, str]:
    """What the site offers for the part, by way."""
    page = browser.new_page()
    page.goto(f"{site}index.html?{ASKED.query}")
    page.locator("details.embedding summary").click()
    page.wait_for_function("document.querySelector('[data-snippet=plain]').textContent.includes('<li>')")
    read = "all => Object.fromEntries(all.map(each => [each.dataset.snippet, each.textContent]))"
    found: dict[str, str] = page.eval_on_selector_all("[data-snippet]", read)
    page.close()
    return found


def shown(browser: Any, address: str, name: str, size: tuple[int, int] = (720, 760)) -> None:
    """A page as a browser shows it."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(address, wait_until="load")
    page.wait_for_function("[...document.querySelectorAll('iframe')].every(each => each.style.height)")
    keep(name, seen(page))
    page.close()


def run(folder: Path, *command: str) -> None:
    """A program, which says nothing where all goes well."""
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def first_page(folder: Path, name: str) -> Image.Image:
    """The first page of `name`.pdf, on the grey of a viewer."""
    run(folder, "pdftoppm", "-png", "-r", str(DOTS), "-f", "1", "-l", "1", "-singlefile", f"{name}.pdf", name)
    page = Image.open(folder / f"{name}.png").convert("RGB")
    under = Image.new("RGB", (page.width + 40, page.height + 40), "#8a8f94")
    under.paste(page, (20, 20))
    return under


def word(folder: Path, written: bytes) -> Image.Image:
    (folder / "word.docx").write_bytes(written)
    user = f"-env:UserInstallation={(folder / 'user').as_uri()}"
    run(folder, "soffice", "--headless", user, "--convert-to", "pdf", "word.docx")
    return first_page(folder, "word")


def latex(folder: Path, written: bytes) -> Image.Image:
    for name, data in unzipped(written).items():
        (folder / name).write_bytes(data)
    run(folder, "lualatex", "-interaction=batchmode", "-halt-on-error", "timeline.tex")
    run(folder, "lualatex", "-interaction=batchmode", "-halt-on-error", "timeline.tex")
    return first_page(folder, "timeline")


def pdf(folder: Path, written: bytes) -> Image.Image:
    (folder / "pdf.pdf").write_bytes(written)
    return first_page(folder, "pdf")


def slide(folder: Path, written: bytes) -> Image.Image:
    return Image.open(io.BytesIO(written)).convert("RGB").reduce(2)


DOCUMENTS: dict[str, tuple[str, tuple[str, ...], Callable[[Path, bytes], Image.Image]]] = {
    "word": ("docx", ("soffice", "pdftoppm"), word),
    "latex": ("tex", ("lualatex", "pdftoppm"), latex),
    "pdf": ("pdf", ("pdftoppm",), pdf),
    "slide": ("slide-png", (), slide),
}


def documents(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """Each document as its program shows it."""
    part = read_published()[0].select(ASKED)
    for name, (form, programs, show) in DOCUMENTS.items():
        if absent := [each for each in programs if shutil.which(each) is None]:
            print(f"route-{name}.png stays as it was: {absent[0]} is not here")
        else:
            yield f"route-{name}", show(folder, find_format(form).write(part, SITE))


def notebook(path: Path) -> None:
    """A notebook that was run, as a page."""
    import nbformat
    from nbconvert import HTMLExporter
    from nbconvert.preprocessors import ExecutePreprocessor

    cell = nbformat.v4.new_code_cell(NOTEBOOK.format(folder=str(Path("content").absolute())))
    cells = nbformat.v4.new_notebook(cells=[cell])
    ExecutePreprocessor(timeout=120).preprocess(cells, {"metadata": {"path": str(path.parent)}})
    cell.source = NOTEBOOK.format(folder="content")
    path.write_text(HTMLExporter().from_notebook_node(cells)[0], "utf-8")


def main() -> None:
    """Take all, and say which have changed."""
    with tempfile.TemporaryDirectory() as name, browsing() as browser, serving(Path(name)) as address:
        folder = Path(name)
        publish(site_dir=folder / "site", url=SITE.address)
        block = markdown.markdown(BLOCK, extensions=["timeline"])
        for way, html in {**snippets(browser, f"{address}site/"), "markdown": block}.items():
            here = html.replace(f'src="{SITE.address}', f'src="{address}site/')
            (folder / f"{way}.html").write_text(HOST % here, "utf-8")
            shown(browser, f"{address}{way}.html", f"route-{way}")
        notebook(folder / "notebook.html")
        shown(browser, f"{address}notebook.html", "route-notebook", (900, 560))
        for route, picture in documents(folder):
            keep(route, picture)


if __name__ == "__main__":
    main()
