"""Languages: every example of every rule of every file, and what the loader refuses.

To add a language or a rule is to add its tests: they are the `examples` and `negatives` beside it.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from reading import derivation, read, values

from timeline.errors import LocaleError
from timeline.grammar.loading import LOCALES, known_locales, load_locale
from timeline.grammar.locale import Example
from timeline.grammar.meanings import MEANINGS
from timeline.resolving import resolve
from timeline.styles import STYLES
from timeline.tagging import tag


def _loads(language: str) -> bool:
    try:
        load_locale(language)
    except LocaleError:
        return False
    return True


LANGUAGES = [language for language in known_locales() if _loads(language)]
"""One that does not load fails a test of its own, below, and keeps no other from being tested."""


def _examples(positive: bool) -> list[tuple[str, str, Example]]:
    return [
        (language, rule, example)
        for language in LANGUAGES
        for rule, example in load_locale(language).examples
        if bool(example.values) == positive
    ]


def _named(cases: list[tuple[str, str, Example]]) -> list[str]:
    return [f"{language}: {rule} / {example.text}" for language, rule, example in cases]


def _style(language: str, rule: str) -> str:
    """The style of text that the rule is for."""
    styles = {
        each.style for each in load_locale(language).rules if each.name == f"{load_locale(language).code}: {rule}"
    }
    assert len(styles) == 1, f"{language}: two rules are named {rule}"
    return styles.pop() or "news"


POSITIVE, NEGATIVE = _examples(positive=True), _examples(positive=False)


@pytest.mark.parametrize(("language", "rule", "example"), POSITIVE, ids=_named(POSITIVE))
def test_an_example_is_read_by_its_rule_whole_and_with_its_value(language: str, rule: str, example: Example) -> None:
    locale = load_locale(language)
    text = re.sub(r"[\[\]]", "", example.text)
    found = read(text, locale.reference, language, _style(language, rule))
    shown = derivation(text, found)
    # "?" is the value of a time that the text leaves unsaid.
    assert list(example.values) == [value or "?" for _, value in values(found)], shown
    assert {f"{locale.code}: {rule}"} == {each.expression.rule for each in found}, shown
    if marked := re.findall(r"\[(.*?)\]", example.text):
        assert marked == [each.expression.text for each in found], shown
    elif len(found) == 1:
        assert [text] == [each.expression.text for each in found], shown
    else:
        assert len(text) == found[-1].expression.span.end, shown


@pytest.mark.parametrize(("language", "rule", "example"), NEGATIVE, ids=_named(NEGATIVE))
def test_a_negative_example_is_not_read_by_its_rule(language: str, rule: str, example: Example) -> None:
    locale = load_locale(language)
    found = read(example.text, locale.reference, language, _style(language, rule))
    name = f"{locale.code}: {rule}"
    if any(each.name == name and each.meaning is MEANINGS["no_time"] for each in locale.rules):
        # The rule is there to keep all the others off the phrase.
        assert [] == found, derivation(example.text, found)
    assert name not in [each.expression.rule for each in found], derivation(example.text, found)


def test_every_english_rule_shows_what_it_reads_and_what_it_must_leave_alone() -> None:
    rules = {each.name.removeprefix("en: "): each.meaning for each in load_locale("en").rules}
    reading = {name for name, meaning in rules.items() if meaning is not MEANINGS["no_time"]}
    assert set() == reading - {rule for language, rule, _ in POSITIVE if language == "en"}
    assert set() == set(rules) - {rule for language, rule, _ in NEGATIVE if language == "en"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_of_a_language_have_names_of_their_own_and_styles_that_exist(language: str) -> None:
    for rule in load_locale(language).rules:
        assert _style(language, rule.name.split(": ", 1)[1]) in STYLES


@pytest.mark.parametrize("language", known_locales())
def test_a_language_loads_and_is_named_as_its_file_is(language: str) -> None:
    assert language == load_locale(language).code


def test_every_meaning_is_one_that_some_language_uses() -> None:
    files = [(LOCALES / f"{language}.toml").read_text("utf-8") for language in known_locales()]
    used = {name for text in files for name in re.findall(r'^meaning *= *"(\w+)"', text, re.MULTILINE)}
    assert sorted(MEANINGS) == sorted(used)


@pytest.mark.parametrize("language", known_locales())
def test_every_class_and_phrase_of_a_language_is_in_a_pattern(language: str) -> None:
    text = (LOCALES / f"{language}.toml").read_text("utf-8")
    file = tomllib.loads(text)
    declared = {*file["words"], *(entry["name"] for entry in file["phrase"])}
    declared |= {entry["as"] for entry in file["rule"] if "as" in entry}
    assert [] == sorted(declared - set(re.findall(r"\{(\w+)(?::\w+)?\}", text)))


# ---------------------------------------------------------------- what the loader takes and refuses

TOY = """\
code = "xx"
reference = 2013-02-12

[words.unit]
day = ["dago", "dagoj"]
week = ["semo"]

[words.near]
-1 = ["hero", "la pasinta tago"]
1 = ["morgo"]

[[rule]]
name = "near"
meaning = "relative_day"
patterns = ["{near:offset}"]
examples = [["hero", "2013-02-11"], ["la pasinta tago", "2013-02-11"]]

[[rule]]
name = "gone"
meaning = "ago"
patterns = ["{int:number} {unit} gone"]
examples = [["2 semo gone", "2013-W05"]]
"""


def _written(folder: Path, toml: str, code: str = "xx") -> Path:
    (folder / f"{code}.toml").write_text(toml, "utf-8")
    return folder


def test_a_language_is_one_file_in_a_folder(tmp_path: Path) -> None:
    locale = load_locale("xx", folder=_written(tmp_path, TOY))
    text = "Ili venis hero, aŭ 3 dagoj gone, ne morgo."
    found = resolve(text, tag(text, locale), None, locale)
    assert [("hero", "xx: near"), ("3 dagoj gone", "xx: gone"), ("morgo", "xx: near")] == [
        (each.expression.text, each.expression.rule) for each in found
    ]
    assert ["xx"] == known_locales(tmp_path)


def test_a_language_in_use_in_a_country_falls_back_to_the_language(tmp_path: Path) -> None:
    folder = _written(tmp_path, TOY)
    assert ["xx", "xx", "xx"] == [load_locale(tag, folder=folder).code for tag in ("xx", "xx-AT", "XX_at")]
    assert load_locale("en") is load_locale("en")


@pytest.mark.parametrize("code", ["zz", "", "../xx", "/xx", "xx.toml", "x" * 300])
def test_no_such_language_names_those_that_there_are(tmp_path: Path, code: str) -> None:
    with pytest.raises(LocaleError) as raised:
        load_locale(code, folder=_written(_written(tmp_path, TOY), TOY, "yy"))
    assert f'no language "{code}"' in str(raised.value)
    assert str(raised.value).endswith("known are: xx, yy")


RULE = '[[rule]]\nname = "moon"\nmeaning = "no_time"\npatterns = ["{0}"]\nnegatives = ["a moon"]\n'
"""A rule of one pattern, for what may be wrong with a pattern."""


def _with(pattern: str, more: str = "") -> str:
    return TOY + more + RULE.replace("{0}", pattern)


def _phrase(name: str, pattern: str) -> str:
    return f'[[phrase]]\nname = "{name}"\npatterns = ["{pattern}"]\n'


REFUSED = [
    ("unknown meaning", TOY.replace('"ago"', '"agone"'), "gone", 'unknown meaning "agone"; use one of: add, ago, '),
    ("no meaning", TOY.replace('meaning = "ago"\n', ""), "gone", "unknown meaning"),
    ("unknown slot", _with("moon {foo:_}"), "moon", 'unknown slot "{foo}"'),
    ("a slot the meaning lacks", TOY.replace("{int:number}", "{int:count}"), "gone", 'its meaning takes no "count"'),
    ("a value the meaning lacks", TOY + "with = { colour = 1 }\n", "gone", 'its meaning takes no "colour"'),
    ("a slot the meaning needs", TOY.replace("{int:number} {unit} gone", "{int:number} gone"), "gone", 'no "unit"'),
    ("a needed slot left optional", TOY.replace("{unit} gone", "[{unit} ]gone"), "gone", 'no "unit"'),
    ("a needed slot in one choice", TOY.replace("{unit} gone", "({unit}|moon) gone"), "gone", 'no "unit"'),
    ("no examples", TOY.replace("examples = [[", "others = [["), "near", "no examples"),
    ("empty examples", TOY.replace('[["2 semo gone", "2013-W05"]]', "[]"), "gone", "no examples"),
    ("an example without value", TOY.replace('[["2 semo gone", "2013-W05"]]', '["2 semo gone"]'), "gone", "an example"),
    ("no patterns", TOY.replace("patterns = [", "designs = ["), "near", "no patterns"),
    ("a pattern for nothing", _with("[moon]"), "moon", "fits the empty text"),
    ("an alternative for nothing", _with("(moon|)"), "moon", "fits the empty text"),
    ("an open bracket", _with("[old moon"), "moon", "'[' is never closed"),
    ("a stray bracket", _with("old) moon"), "moon", "unexpected ')'"),
    ("a slot with a space", _with("{old moon}"), "moon", "is no slot"),
    ("a pattern of common words alone", 'common = ["moon"]\n' + _with("moon"), "moon", "no word that is rare enough"),
    ("a pattern of signs alone", _with("!!"), "moon", "no word that is rare enough"),
    (
        "a phrase that holds itself",
        _with("moon {fuu:_}", _phrase("fuu", "big {bar}") + _phrase("bar", "old {fuu}")),
        "fuu",
        "it holds itself: fuu > bar > fuu",
    ),
    ("a phrase named as a class", _with("moon", _phrase("unit", "x")), "unit", '"unit" is the name of a class already'),
    (
        "a phrase named as a number",
        _with("moon", _phrase("year", "x")),
        "year",
        '"year" is the name of a class already',
    ),
    ("a guard that is no list", TOY + 'not_before = "moon"\n', "gone", "not_before is no list of words"),
    ("a guard of no class", TOY + 'not_after = ["{moon}"]\n', "gone", 'not_after: unknown class "{moon}"'),
    ("an unknown key", TOY + 'not_afer = ["moon"]\n', "gone", 'unknown key "not_afer"; use one of: as, capital, '),
    ("an unknown capital", TOY + 'capital = "middle"\n', "gone", 'capital "middle" is not known'),
    ("a value given twice", TOY + 'with = { unit = "day" }\n', "gone", '"unit" stands in "with" and in a pattern'),
    ("values that are no table", TOY + "with = 3\n", "gone", "with is no table"),
    ("a rule taken as a class", TOY + 'as = "near"\n', "gone", '"near" is the name of a class already'),
    ("a rule taken as a number", TOY + 'as = "year"\n', "gone", '"year" is the name of a class already'),
]


@pytest.mark.parametrize(("toml", "rule", "reason"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_a_rule_that_cannot_work_is_refused_with_file_line_and_name(
    tmp_path: Path, toml: str, rule: str, reason: str
) -> None:
    with pytest.raises(LocaleError) as raised:
        load_locale("xx", folder=_written(tmp_path, toml))
    line = toml.splitlines().index(f'name = "{rule}"') + 1
    assert str(raised.value).startswith(f'{tmp_path / "xx.toml"}:{line}: rule "{rule}": ')
    assert reason in str(raised.value)


BROKEN = [
    ("no TOML", TOY + "[[rule\n", "write it as TOML in UTF-8"),
    ("one key twice", 'code = "xx"\n' + TOY, "write it as TOML in UTF-8"),
    ("a class named as a number", TOY + '[words.year]\n1 = ["x"]\n', "words.year is the name of a kind of number"),
    ("a unit that there is not", TOY.replace("week =", "wekk ="), 'words.unit has no "wekk"; use one of: century'),
    ("a holiday that there is not", TOY + '[words.holiday]\nx = ["x"]\n', 'words.holiday has no "x"'),
    ("a class that is a list", '[words]\nmoon = ["moon"]\n' + TOY[TOY.index("[[") :], "words.moon is no word class"),
    ("a row that is a text", TOY + '[words.moon]\n1 = "moon"\n', "words.moon is no word class"),
    ("an unknown key", "colour = 1\n" + TOY, 'unknown key "colour"; use one of: code, '),
    ("a rule without a name", TOY.replace('name = "gone"\n', ""), "has no name"),
    ("glued words of no class", 'glued = ["{moon}"]\n' + TOY, 'glued: unknown class "{moon}"'),
    ("a cue that is no expression", TOY + '[cues]\nverbs = "("\n', "cues.verbs is no regular expression"),
]


@pytest.mark.parametrize(("toml", "reason"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_broken_file_is_refused_by_name(tmp_path: Path, toml: str, reason: str) -> None:
    with pytest.raises(LocaleError) as raised:
        load_locale("xx", folder=_written(tmp_path, toml))
    assert str(raised.value).startswith(f"{tmp_path / 'xx.toml'}: ")
    assert reason in str(raised.value)


def test_a_file_that_is_not_utf_8_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "xx.toml").write_bytes(b'code = "\xff"')
    with pytest.raises(LocaleError, match=r"xx\.toml: .*write it as TOML in UTF-8"):
        load_locale("xx", folder=tmp_path)
