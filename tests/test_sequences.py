"""Articles come, change and go: after every build the site is the one that a first build would make.

`make sequences` tries 300 of them.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from sites import build, tree, write_config

from timeline.site import collections, search, word_index
from timeline.site.paging import Bound
from timeline.site.report import unchanged

SPEC = importlib.util.spec_from_file_location("generated", Path(__file__).parents[1] / "bench" / "generated.py")
assert SPEC is not None
assert SPEC.loader is not None
generated: Any = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(generated)

ARTICLES = 40
NUMBERS = st.integers(0, ARTICLES - 1)
DAYS = st.dates(min_value=generated.FIRST).filter(lambda day: day.year < 2022)
OPTIONS = ("style: narrative", "events_per_page: 5", "events_per_page: 40", "publish: {default: quotes}")
OWN_TEMPLATE = '{% extends "base.html" %}{% block main %}{{ named|length }} of {{ site.title }}{% endblock %}'


class Sequences(RuleBasedStateMachine):
    """What a desk does to its articles, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.content = self.folder / "content"
        self.before: dict[Path, str] = {}
        self.gone: set[str] = set()

        self.patches = pytest.MonkeyPatch()
        # So that collections are split, and scripts of the index split and joined.
        self.patches.setattr(collections, "ROWS", Bound(8, 110_000))
        self.patches.setattr(word_index, "WORDS", 600)
        self.patches.setattr(search, "EVENTS", Bound(10, 60_000))

    def teardown(self) -> None:
        try:
            self.compare()
        finally:
            self.patches.undo()
            shutil.rmtree(self.folder)

    @initialize(numbers=st.lists(NUMBERS, min_size=3, max_size=8, unique=True))
    def begin(self, numbers: list[int]) -> None:
        self.content.mkdir()
        self.configure("events_per_page: 12")
        for number in numbers:
            self.add(number)
        build(self.folder)

    @rule(number=NUMBERS)
    def add(self, number: int) -> None:
        article = generated.article(number, ARTICLES)
        self.write(self.content / article.path, article.text)

    @rule(dead=st.sampled_from((14, 21, 22)), day=st.integers(1, 4))
    def tell_of_the_blast(self, dead: int, day: int) -> None:
        """Desks count differently, so that events contradict each other."""
        told = f"The blast at the Homs market killed {dead} people on 3 May 2015."
        self.write(self.content / f"blast-{day}.md", f"---\ndate: 2015-05-0{3 + day}\n---\n\n{told}\n\nIt rained.\n")

    @rule(which=st.integers(0), number=NUMBERS, part=st.integers(0))
    def edit(self, which: int, number: int, part: int) -> None:
        if path := self.one(which):
            parts = path.read_text().split("\n\n")
            others = generated.article(number, ARTICLES).text.split("\n\n")[1:]
            parts[1 + part % (len(parts) - 1)] = others[part % len(others)]
            self.write(path, "\n\n".join(parts))

    @rule(which=st.integers(0), day=DAYS)
    def date_anew(self, which: int, day: object) -> None:
        if path := self.one(which):
            self.write(path, re.sub(r"date: \S+", f"date: {day}", path.read_text()))

    @rule(which=st.integers(0), line=st.sampled_from(("draft: true", "publish: excerpt", "date: none", "title: A")))
    def say(self, which: int, line: str) -> None:
        if path := self.one(which):
            self.write(path, path.read_text().replace("---\n", f"---\n{line}\n", 1))

    @rule(which=st.integers(0), name=st.sampled_from(("a", "b/c", "Ä")))
    def rename(self, which: int, name: str) -> None:
        if path := self.one(which):
            target = self.content / f"{name}.md"
            target.parent.mkdir(exist_ok=True)
            path.rename(target)

    @rule(which=st.integers(0))
    def delete(self, which: int) -> None:
        if path := self.one(which):
            self.before[path] = path.read_text()
            path.unlink()

    @rule()
    def revert(self) -> None:
        if self.before:
            path, text = self.before.popitem()
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    @rule(option=st.sampled_from(OPTIONS))
    def configure(self, option: str) -> None:
        template = ", custom_dir: own" if (self.folder / "own").exists() else ", custom_dir: none"
        (self.folder / "none").mkdir(exist_ok=True)
        settings = {"plugins": f"[{{timeline: {{{option}}}}}]", "theme": f"{{name: null{template}}}"}
        write_config(self.folder, site_url="https://example.org/", **settings)

    @rule(template=st.sampled_from((OWN_TEMPLATE, OWN_TEMPLATE.replace("of", "in"))))
    def use_own_template(self, template: str) -> None:
        (self.folder / "own").mkdir(exist_ok=True)
        (self.folder / "own" / "event.html").write_text(template)
        (self.folder / "own" / "404.html").write_text(template)
        self.configure("events_per_page: 12")

    @rule()
    def touch_the_site(self) -> None:
        """Somebody changes what is published by hand."""
        site = self.folder / "site"
        (site / "index.html").write_text("not ours")
        (site / "more").mkdir(exist_ok=True)
        (site / "more" / "own.html").write_text("not ours either")

    @rule()
    def build(self) -> None:
        if unchanged(self.folder / "mkdocs.yml") is None:
            build(self.folder)

    def one(self, which: int) -> Path | None:
        paths = sorted(self.content.rglob("*.md"))
        return paths[which % len(paths)] if paths else None

    def write(self, path: Path, text: str) -> None:
        if path.exists():
            self.before[path] = path.read_text()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def compare(self) -> None:
        self.build()
        clean = self.folder / "clean"
        clean.mkdir()
        for name in ("content", "own", "none"):
            if (self.folder / name).exists():
                shutil.copytree(self.folder / name, clean / name)
        shutil.copy(self.folder / "mkdocs.yml", clean)
        build(clean)
        ours, theirs = tree(self.folder / "site"), tree(clean / "site")
        different = sorted(address for address in {*ours, *theirs} if ours.get(address) != theirs.get(address))
        assert not different


TestSequences = Sequences.TestCase
TestSequences.settings = settings(
    max_examples=int(os.environ.get("SEQUENCES", "30")),
    stateful_step_count=8,
    deadline=None,
    derandomize="SEQUENCES" not in os.environ,
    suppress_health_check=list(HealthCheck),
)
