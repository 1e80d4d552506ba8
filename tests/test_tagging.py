"""Finding time expressions in any text: where they stand, that none overlaps another, that a text costs no more than
its length."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from reading import LANGUAGES, PHRASES, WORDS, read, scraps, values

from timeline.grammar.automaton import Labels
from timeline.grammar.binding import Binder, Bindings
from timeline.grammar.leads import Leads
from timeline.grammar.loading import load_locale
from timeline.grammar.locale import Locale
from timeline.grammar.pattern import Node
from timeline.grammar.symbols import Symbols
from timeline.tagging import TimeExpression, tag

ENGLISH = load_locale("en")

# ---------------------------------------------------------------- signs and spaces of all kinds

AROUND = {
    "nothing": ("", ""),
    "letters that grow in lower case": ("İİİ İstanbul: ", " İİ"),
    "emoji": ("🎉🏳️‍🌈👩‍👩‍👧 ", " 🎉"),
    "combining marks": ("re\u0301sume\u0301 — ", " e\u0301"),
    "lines of another system": ("First line.\r\nSecond line, ", "\r\nAnother line."),
    "no-break spaces": ("a\u00a0b\u202f", "\u00a0c"),
    "quotation marks": ("“‘", "’”"),
    "marks of direction": ("\u200f\u202b", "\u202c"),
    "letters outside the first plane": ("𝔄𝔅𝔆 𐍈 ", " 𝕏"),
    "a null": ("\x00 ", " \x00"),
}
"""What may stand before and behind an expression."""

DISGUISED = [
    ("3\u00a0August\u00a02015", "3 August 2015"),
    ("3\u202fAugust\u20092015", "3 August 2015"),
    ("last\r\nweek", "last week"),
    ("last \t week", "last week"),
    ("the day\nbefore\nyesterday", "the day before yesterday"),
    ("New Year’s Eve 1999", "New Year's Eve 1999"),
    ("the ’60s", "the '60s"),
    ("mid–November", "mid-November"),
    ("a 30‑year war", "a 30-year war"),
    ("1861–1865", "1861-1865"),
    ("1861—1865", "1861-1865"),
    ("3 – 5 May 2012", "3 - 5 May 2012"),
    ("10:35 A.M.", "10:35 a.m."),
    ("LAST WEEK", "last week"),
    ("٣ August 2015", "3 August 2015"),
]


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
@pytest.mark.parametrize(("disguised", "plain"), DISGUISED, ids=[repr(case[0]) for case in DISGUISED])
def test_an_expression_is_found_in_its_place_whatever_signs_are_used(
    disguised: str, plain: str, around: tuple[str, str]
) -> None:
    before, behind = around
    text = before + disguised + behind
    expected, found = read(plain, ENGLISH.reference), read(text, ENGLISH.reference)
    assert expected
    assert [value for _, value in values(expected)] == [value for _, value in values(found)]
    assert [known.expression.text.lower() for known in expected] == [_plain(each.expression.text) for each in found]
    _check(text, [each.expression for each in found])


def _plain(words: str) -> str:
    """The words in plain letters, one space between."""
    return " ".join(re.sub("[–—‑]", "-", words.replace("’", "'").replace("٣", "3")).lower().split())


def test_an_expression_does_not_go_over_the_end_of_a_paragraph() -> None:
    assert ["Last\nweek"] == [each.text for each in tag("Last\nweek it rained; it was the last\n\nweek.", ENGLISH)]


PARTS = [
    "a2015",
    "2015a",
    "maybe",
    "may_day",
    "_2015",
    "12345678",
    "2" * 41,
    "twoweeks",
    "todayish",
    "3Mayx",
    "aTuesday",
]


@pytest.mark.parametrize("word", PARTS)
def test_part_of_a_word_or_number_is_no_expression(word: str) -> None:
    assert [] == tag(f"They saw {word} in it.", ENGLISH)


# ---------------------------------------------------------------- texts of any kind


def _check(text: str, found: list[TimeExpression]) -> None:
    """In order, none empty, none overlapping another, each in its place, none but the last opening a range."""
    done = 0
    for each in found:
        start, end = each.span
        assert done <= start < end
        assert text[start:end] == each.text == each.text.strip()
        done = end
    assert not found or not found[-1].opens_range


@settings(max_examples=500, deadline=None)
@given(scraps(), st.sampled_from(["news", "narrative"]))
def test_expressions_are_in_order_and_do_not_overlap(scrap: tuple[str, str], style: str) -> None:
    language, text = scrap
    _check(text, tag(text, load_locale(language), style))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200) | st.text("0123456789 -/:.,'\n\u0130\u00a0mayjunet", max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    for language in LANGUAGES:
        _check(text, tag(text, load_locale(language)))


@settings(max_examples=100, deadline=None)
@given(scraps())
def test_a_text_is_read_the_same_again(scrap: tuple[str, str]) -> None:
    language, text = scrap
    known = load_locale(language)
    again = replace(known, leads=Leads(known.symbols, known.automaton), _readings={})
    assert tag(text, known) == tag(text, again)


# ---------------------------------------------------------------- growth


class Counted(Symbols):
    """Counts how often a token is looked at."""

    looks = 0

    def __getitem__(self, token: str) -> Labels:
        self.looks += 1
        return super().__getitem__(token)


def _steps(text: str, locale: Locale, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often tagging the text looks at a token or at a part of a pattern, with nothing remembered."""
    symbols, walks = Counted(locale.symbols), 0
    fits = Binder.fits

    def counted(self: Binder, node: Node, place: int, bound: Bindings) -> Iterator[tuple[int, Bindings]]:
        nonlocal walks
        walks += 1
        return fits(self, node, place, bound)

    with monkeypatch.context() as patch:
        patch.setattr(Binder, "fits", counted)
        tag(text, replace(locale, symbols=symbols, leads=Leads(symbols, locale.automaton), _readings={}))
    return symbols.looks + walks


HOSTILE: dict[str, Callable[[int], str]] = {
    "of months": lambda n: "may " * n,
    "of months joined": lambda n: "may-" * n,
    "of units": lambda n: "the day of the week of " * n,
    "of numbers": lambda n: " ".join(f"{i} days" for i in range(n)),
    "of years": lambda n: " ".join(str(1000 + i % 1990) for i in range(n)),
    "of years joined": lambda n: "-".join(str(1000 + i % 1990) for i in range(n)),
    "of figures joined": lambda n: "1/" * n,
    "of clocks": lambda n: "10:35:" * n,
    "of thousands": lambda n: "1,200," * n + " years",
    "of number words": lambda n: "twenty-one hundred and " * n + "two years",
    "of number words and a unit": lambda n: "one " * 16 * n + "weeks ago",
    "of ordinals": lambda n: "the first second third " * n,
    "of modifiers": lambda n: "early late mid may " * n,
    "of dates": lambda n: "".join(f"3 May {1000 + i % 1990}, " for i in range(n)),
    "of ranges": lambda n: "from 3 May to 5 May and " * n,
    "of wide gaps": lambda n: f"last{' ' * 39}week. " * n,
    "of lines": lambda n: "last\nweek\n\n" * n,
    "of one long word": lambda n: "may" + "x" * 8 * n + " may",
    "of one long number": lambda n: "1" * 8 * n + " May",
    "of one gap": lambda n: "last" + " " * 8 * n + "week",
    "of letters that grow": lambda n: "İ may " * n,
    "of apostrophes": lambda n: "'s may's " * n,
    "of ages": lambda n: "a 47-year-old " * n,
    "of quarters": lambda n: "q1 of the first quarter of the " * n,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_text_of_twice_the_length_costs_twice_as_much(
    text: Callable[[int], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _check_growth(text, ENGLISH, monkeypatch)


@pytest.mark.parametrize("mark", [" ", "-", "", ", ", "\n"], ids=repr)
@pytest.mark.parametrize("pieces", [WORDS, PHRASES], ids=["words", "phrases"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_a_language_knows_costs_no_more_than_its_length(
    language: str, pieces: dict[str, list[str]], mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _check_growth(lambda count: mark.join(pieces[language] * (count // 100)), load_locale(language), monkeypatch)


def _check_growth(text: Callable[[int], str], locale: Locale, monkeypatch: pytest.MonkeyPatch) -> None:
    short, long = text(200), text(400)
    steps = _steps(long, locale, monkeypatch)
    assert steps <= 2.1 * _steps(short, locale, monkeypatch) + 100
    assert steps <= 50 * len(long)


def test_a_step_is_counted_once_for_every_look(monkeypatch: pytest.MonkeyPatch) -> None:
    once, twice = (_steps("last week, " * count, ENGLISH, monkeypatch) for count in (1, 2))
    assert 3 <= once < twice
