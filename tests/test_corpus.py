"""Whole sentences of each language, in `corpus/<language>.md`: every time in them, and no other.

A case is a title, a line that is a dot, a line `published | sentence` (or `published narrative | sentence`), a dot,
one line `words = value` an expression, and a last dot. After the value a modifier may follow; a `?` is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from reading import derivation, read

from timeline.resolutions import Resolution
from timeline.styles import STYLES

CORPUS = Path(__file__).parent / "corpus"

_GIVEN = re.compile(r"(?P<published>\S+)(?: \[?(?P<style>\w+)\]?)? \| (?P<text>.+)")
_EXPECTED = re.compile(r"(?P<words>.+) = (?P<value>\S+)(?: (?P<modifier>[A-Z_]+))?")


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and what is to be found in it."""

    path: Path
    line: int
    title: str
    published: datetime
    style: str
    text: str
    expected: tuple[tuple[str, str, str | None], ...]

    @property
    def language(self) -> str:
        return self.path.stem

    def __str__(self) -> str:
        return f"{self.path.name}:{self.line} {self.title}"


def cases_of(path: Path, markdown: str) -> Iterator[Case]:
    """The cases of a corpus file, each with the line of its sentence."""
    lines = markdown.splitlines()
    dots = [number for number, line in enumerate(lines) if line == "."]
    assert len(dots) % 3 == 0, f"{path.name}: {len(dots)} lines are a dot; a case has three"
    for first, second, third in zip(dots[::3], dots[1::3], dots[2::3], strict=True):
        where = f"{path.name}:{first + 2}"
        given = _GIVEN.fullmatch("\n".join(lines[first + 1 : second]))
        assert given, f"{where}: no line `YYYY-MM-DD | sentence`"
        style = given["style"] or "news"
        assert style in STYLES, f"{where}: no style {style}"
        expected = [_EXPECTED.fullmatch(line) for line in lines[second + 1 : third]]
        assert all(expected), f"{where}: an expected line is not `words = value`"
        yield Case(
            path,
            first + 2,
            lines[first - 1],
            datetime.fromisoformat(given["published"]),
            style,
            given["text"],
            tuple((each["words"], each["value"], each["modifier"]) for each in expected if each),
        )


CASES = [case for path in sorted(CORPUS.glob("*.md")) for case in cases_of(path, path.read_text("utf-8"))]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_times_of_a_sentence_are_these_and_no_others(case: Case) -> None:
    found = read(case.text, case.published, case.language, case.style)
    told = [
        _told(each, modifier=expected is not None and expected[2] is not None)
        for each, expected in zip(found, [*case.expected, *[None] * len(found)], strict=False)
    ]
    assert list(case.expected) == told, f"\n{case.path}:{case.line}: {case.title}{derivation(case.text, found)}"


def _told(found: Resolution, modifier: bool) -> tuple[str, str, str | None]:
    value = found.value
    if value is None:
        return found.expression.text, "?", None
    return found.expression.text, value.value, value.modifier.value if modifier and value.modifier else None


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.md")), ids=lambda path: path.stem)
def test_sentences_without_a_time_weigh_as_much_as_those_with_one(path: Path) -> None:
    cases = [case for case in CASES if case.path == path]
    without = [case for case in cases if not case.expected]
    assert 2 * len(without) >= len(cases)


MALFORMED = [
    ("a title alone\n.\n", "x.md: 1 lines are a dot"),
    ("\nno date\n.\nIt rained.\n.\n.\n", "x.md:4: no line"),
    ("\nno style\n.\n2013-02-12 poetry | It rained.\n.\n.\n", "x.md:4: no style poetry"),
    ("\nno value\n.\n2013-02-12 | It rained today.\n.\ntoday\n.\n", "x.md:4: an expected line is not"),
]


@pytest.mark.parametrize(("markdown", "reason"), MALFORMED, ids=[case[1] for case in MALFORMED])
def test_a_case_that_cannot_be_read_is_named_with_its_line(markdown: str, reason: str) -> None:
    with pytest.raises(AssertionError, match=f"^{re.escape(reason)}"):
        list(cases_of(Path("x.md"), markdown))
