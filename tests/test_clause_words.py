"""The lists of words that tell where clauses begin: each is filled by a language, and each is asked for."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import timeline
from timeline.clauses import ClauseWords

PACKAGE = Path(timeline.__file__).parent
LISTS = {field.name for field in fields(ClauseWords)}


def test_every_list_is_in_the_file_of_a_language() -> None:
    files = [tomllib.loads(path.read_text("utf-8")) for path in (PACKAGE / "clauses").glob("*.toml")]
    assert [] == sorted(LISTS - {key for file in files for key in file})


def test_every_list_is_asked_for() -> None:
    asked = {name for path in PACKAGE.rglob("*.py") for name in re.findall(r"\.(\w+)", path.read_text("utf-8"))}
    assert [] == sorted(LISTS - asked)
