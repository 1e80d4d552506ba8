"""`timeline serve` in real use: an article is saved, and the page in the browser is another."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from sites import write_article, write_config

LONGEST = 120
"""Seconds after which a server is ended, so that nothing waits for it in vain."""


class Served:
    """A site that is shown."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        self.url = f"http://{address}/"
        command = [sys.executable, "-u", "-m", "timeline", "serve", "--dev-addr", address]
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            preexec_fn=_interruptible,
        )
        self.watch = threading.Timer(LONGEST, self.process.kill)
        self.watch.start()
        self.said = self.until(self.url)
        self.epoch = 0
        self.changed()

    def until(self, last: str) -> list[str]:
        """The lines that are said up to one that begins so."""
        assert self.process.stdout is not None
        said = []
        for line in self.process.stdout:
            said.append(line.rstrip("\n"))
            if line.startswith(last):
                break
        return said

    def page(self, address: str = "") -> str:
        with urlopen(self.url + address) as answer:
            return str(answer.read().decode())

    def changed(self) -> str:
        """The home page after the next build; the server answers when it is there."""
        with urlopen(f"{self.url}livereload/{self.epoch}/1") as answer:
            self.epoch = int(answer.read())
        return self.page()

    def end(self) -> list[str]:
        """The lines that were said last."""
        self.process.send_signal(signal.SIGINT)
        said = self.until("never")
        self.watch.cancel()
        assert self.process.wait() == 0
        assert self.process.stdout is not None
        self.process.stdout.close()
        return said


def _interruptible() -> None:
    """Have an interrupt end what begins here: a shell has what it runs in the background ignore it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_article(tmp_path, "talks", "They met in Doha last week.")
    write_article(tmp_path, "report", "The meeting of 5 August 2015 was long.", "date: 2015-08-20")
    return tmp_path


@pytest.fixture
def served(folder: Path) -> Iterator[Served]:
    shown = Served(folder)
    yield shown
    shown.end()


def test_a_saved_article_is_on_the_page_a_deleted_one_is_not(folder: Path, served: Served) -> None:
    assert "Doha" in served.page()
    assert not (folder / "site").exists()
    write_article(folder, "talks", "They met in Muscat last week.")
    assert "Muscat" in (page := served.changed())
    assert "Doha" not in page
    write_article(folder, "new", "A treaty was signed in Ghent on 24 December 1814.")
    assert "Ghent" in served.changed()
    (folder / "content" / "new.md").unlink()
    assert "Ghent" not in served.changed()
    (folder / "corrections.yml").write_text("- no\n  list: [")
    served.until("corrections.yml")
    (folder / "corrections.yml").unlink()
    assert "Muscat" in served.changed()


def test_an_article_saved_half_written_stays_as_it_was_and_is_named(folder: Path, served: Served) -> None:
    article = folder / "content" / "talks.md"
    for half in ("---\ndate: 2015-08-1", "", "---\ndate: 2015-13-99\n---\n\nThey met in Muscat last week.\n"):
        article.write_text(half)
        assert "Doha" in served.changed()
        assert any(
            line.startswith("content/talks.md:") and line.endswith("; the page from before is shown")
            for line in served.until("2 articles read, 0 skipped")
        )
    write_article(folder, "talks", "They met in Muscat last week.")
    assert "Muscat" in served.changed()


def test_settings_and_templates_are_followed_and_a_failing_one_leaves_the_page(folder: Path, served: Served) -> None:
    write_config(folder, site_name="First")
    assert "<title>First" in served.changed()
    (folder / "own").mkdir()
    (folder / "own" / "home.html").write_text("{{ 1 / 0 }}")
    write_config(folder, site_name="Second", theme="{name: null, custom_dir: own}")
    assert "<title>First" in served.changed()
    (folder / "own" / "home.html").write_text("<body>mended</body>")
    write_config(folder, site_name="Second", theme="{name: null, custom_dir: own}", copyright="The desk")
    assert "mended" in served.changed()
    (folder / "own" / "home.html").write_text("<body>mended again</body>")
    assert "mended again" in served.changed()


def test_what_a_build_keeps_is_no_reason_for_another(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins: [timeline: {content_dir: .}]\ndocs_dir: pages\n")
    (tmp_path / "pages").mkdir()
    article = tmp_path / "talks.md"
    article.write_text("---\ndate: 2015-08-14\n---\n\nThey met in Doha last week.\n")
    served = Served(tmp_path)
    for place in ("Muscat", "Ghent", "Bern"):
        article.write_text(f"---\ndate: 2015-08-14\n---\n\nThey met in {place} last week.\n")
        assert place in served.changed()
    assert [line.split(";")[0] for line in served.end() if "read" in line] == ["1 article read, 0 skipped"] * 3


def test_an_unknown_page_is_told(served: Served) -> None:
    with pytest.raises(HTTPError, match="404"):
        served.page("no/such/page.html")


def test_it_ends_well_where_it_is_asked_to_end(served: Served) -> None:
    served.process.terminate()
    assert served.process.wait() == 0


def test_nothing_is_left_behind(folder: Path, served: Served) -> None:
    assert sorted(path.name for path in folder.iterdir()) == [".timeline", "content"]
