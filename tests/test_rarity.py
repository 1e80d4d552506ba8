"""Rare words are worth more, by a table that is shipped."""

from __future__ import annotations

import pytest

from timeline.tellings import rarity, stem
from timeline.tellings.rarity import UNLISTED, name_stems, rarity_of


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(["talk", "talks", "talked", "talking"], {"talk"}, id="endings"),
        pytest.param(["agree", "agrees", "agreed", "agreeing"], {"agr"}, id="a final e"),
        pytest.param(["policy", "policies"], {"policy"}, id="y"),
        pytest.param(["stop", "stopped", "stopping"], {"stop"}, id="a doubled letter"),
        pytest.param(["Okoye", "Okoye's", "okoye’s"], {"okoy"}, id="a genitive"),
        pytest.param(["glass", "us", "C19"], {"glass", "us", "c19"}, id="nothing to take off"),
    ],
)
def test_forms_of_a_word_have_one_stem(words: list[str], expected: set[str]) -> None:
    assert expected == {stem(word) for word in words}


def test_what_is_said_seldom_is_rarer() -> None:
    assert rarity("the") < rarity("people") < rarity("earthquake") < rarity("zoonosis") == UNLISTED


def test_without_a_table_long_words_are_taken_for_rare() -> None:
    assert rarity_of("xx") == {}
    assert rarity("und", "xx") < rarity("Verhandlung", "xx") <= UNLISTED


def test_the_table_knows_names() -> None:
    assert {"moscow", "syria"} <= name_stems("en")
    assert "flood" not in name_stems("en")
