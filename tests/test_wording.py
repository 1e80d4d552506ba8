"""What is told in other languages: every phrase is there, and reasons and dates read as a reader of the language writes
them."""

from __future__ import annotations

import ast
import gettext
import io
import re
from datetime import date
from pathlib import Path

import polib
import pytest
from reading import PHRASES, read
from sites import build, elements, pages, write_article, write_config

import timeline.wording
from timeline.date_words import DateWords
from timeline.errors import TimelineError
from timeline.grammar.loading import load_locale
from timeline.site.rendering import make_environment, templates_dir
from timeline.temporal.granularity import Granularity
from timeline.temporal.period import Period
from timeline.temporal.timex import Certainty, Modifier, TimeValue, TimexType
from timeline.wording import ENGLISH, Wording, languages, load_wording, phrase

PACKAGE = Path(timeline.wording.__file__).parent
OTHERS = [each for each in languages() if each != ENGLISH]
UNSAID = {"it": {"time"}}
"""What a phrase knows though English does not say it."""
PLACEHOLDER = re.compile(r"%\((\w+)(?::([^)]*))?\)s")
FRIDAY = date(2015, 8, 14)


def phrases() -> set[str]:
    """All that is said in English to readers of pages and of reasons."""
    environment = make_environment([templates_dir()])
    found: set[str] = set()
    for template in templates_dir().glob("*.html"):
        for _, _, message in environment.extract_translations(template.read_text(encoding="utf-8")):  # type: ignore[attr-defined]
            found |= {message} if isinstance(message, str) else {each for each in message or () if each}
    for module in PACKAGE.rglob("*.py"):
        # What commands say is English.
        speaking = ("counted", "phrase") if "cli" in module.parts else ("say", "counted", "phrase")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in speaking:
                found |= {each.value for each in node.args[:2] if isinstance(each, ast.Constant)}
    return found | {*(each.value for each in Certainty), "duration", "set"}


def catalogue(language: str) -> polib.POFile:
    return polib.pofile((PACKAGE / "languages" / f"{language}.po").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_holds_every_phrase_and_no_other(language: str) -> None:
    entries = catalogue(language)
    held = {each for entry in entries if not entry.msgctxt for each in (entry.msgid, entry.msgid_plural) if each}
    assert held == phrases()
    assert {entry.msgid for entry in entries} <= held
    assert [entry.msgid for entry in entries if not entry.translated()] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_names_what_the_phrase_has_in_forms_that_there_are(language: str) -> None:
    entries = catalogue(language)
    forms = {"", *(entry.msgctxt for entry in entries if entry.msgctxt)}
    for entry in entries:
        has = {name for name, _ in PLACEHOLDER.findall(entry.msgid + entry.msgid_plural)}
        has |= UNSAID.get(entry.msgid, set())
        for text in [*entry.msgstr_plural.values()] or [entry.msgstr]:
            named = PLACEHOLDER.findall(text)
            assert {name for name, _ in named} <= has, text
            assert {form for _, form in named} <= forms, text


class Listening(gettext.NullTranslations):
    """English, that remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: set[str] = set()

    def gettext(self, message: str) -> str:
        self.heard.add(message)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.heard |= {msgid1, msgid2}
        return super().ngettext(msgid1, msgid2, n)


@pytest.mark.parametrize("locale", PHRASES)
def test_every_reason_for_the_examples_of_every_rule_is_put_together_of_phrases(locale: str) -> None:
    english = Listening()
    for words in PHRASES[locale]:
        for style in ("news", "narrative"):
            for found in read(words, load_locale(locale).reference, locale, style):
                assert found.explanation == found.explained(Wording(ENGLISH, english))
    assert english.heard - phrases() == set()


class InForm(gettext.GNUTranslations):
    """A catalogue that remembers which forms it was asked for."""

    def __init__(self, catalogue: polib.POFile) -> None:
        super().__init__(io.BytesIO(catalogue.to_binary()))
        self.asked: set[tuple[str, str]] = set()

    def pgettext(self, context: str, message: str) -> str:
        self.asked.add((context, message))
        return super().pgettext(context, message)


@pytest.mark.parametrize("locale", PHRASES)
def test_german_has_every_form_that_a_reason_for_an_example_needs(locale: str) -> None:
    german = InForm(catalogue("de"))
    for words in PHRASES[locale]:
        for style in ("news", "narrative"):
            for found in read(words, load_locale(locale).reference, locale, style):
                found.explained(Wording("de", german))
    missing = german.asked - {(entry.msgctxt, entry.msgid) for entry in catalogue("de")}
    # Behind an adjective all but decades stand as they do alone.
    assert {(form, message) for form, message in missing if form != "bare"} == set()


IN_GERMAN = [
    (
        "The team arrived on Tuesday.",
        "en",
        (
            "„Tuesday“ wird gelesen als ein Wochentag, ohne seine Woche",
            "das bedeutet: Dienstag, ohne Angabe der Woche",
            "der Erscheinungstag ist Freitag, der 14. August 2015",
            "Nachrichten blicken zurück, gemeint ist also der letzte Dienstag, den Erscheinungstag eingeschlossen",
            "also Dienstag, 11. August 2015",
            "möglich wäre auch: 18. August 2015",
        ),
    ),
    (
        "Anfang voriger Woche kamen sie.",
        "de",
        (
            "„Anfang voriger Woche“ wird gelesen als eine Zeit, rückwärts gezählt ab dem Erscheinungstag, davon Anfang, Mitte oder Ende",
            "das bedeutet: Anfang der Woche vor der Woche des Erscheinungstags",
            "der Erscheinungstag ist Freitag, der 14. August 2015",
            "also die Woche ab Montag, dem 3. August 2015, zu Beginn: Montag, 3. August bis Sonntag, 9. August 2015",
        ),
    ),
]


@pytest.mark.parametrize(("text", "language", "expected"), IN_GERMAN, ids=[each[1] for each in IN_GERMAN])
def test_a_derivation_in_german(text: str, language: str, expected: tuple[str, ...]) -> None:
    (found,) = read(text, FRIDAY, language)
    assert expected == found.explained(load_wording("de"))


TOLD = [
    ("two days before Easter", "zwei Tage vor dem Ostersonntag, ohne Angabe des Jahres"),
    ("one week earlier", "eine Woche vor der zuvor genannten Zeit"),
    ("the first week of May 2012", "die 1. Woche im Mai 2012"),
    ("the last Friday of June 2012", "der letzte Freitag im Juni 2012"),
    ("the third quarter of last year", "das 3. Quartal des Jahres vor dem Jahr des Erscheinungstags"),
    ("late Tuesday", "spät am Dienstag, ohne Angabe der Woche"),
    ("Tuesday night", "Dienstagnacht, ohne Angabe der Woche"),
    ("yesterday evening", "der Abend des Tages vor dem Erscheinungstag"),
    ("5 p.m. yesterday", "17:00 Uhr am Tag vor dem Erscheinungstag"),
    ("early in 1990", "Anfang 1990"),
    ("mid-May", "Mitte Mai, ohne Angabe des Jahres"),
    ("around 1990", "ungefähr das Jahr 1990"),
    ("the 1990s", "die 1990er Jahre, unabhängig vom Erscheinungstag"),
    ("this Friday", "Freitag in der Woche des Erscheinungstags"),
    ("last summer", "der letzte Sommer vor dem Erscheinungstag"),
    ("every Friday night", "eine Zeit, die wiederkehrt: jede Freitagnacht"),
    ("every other week", "eine Zeit, die wiederkehrt: alle zwei Wochen"),
    ("a year and a half", "eine Dauer: ein Jahr und sechs Monate"),
]


@pytest.mark.parametrize(("words", "expected"), TOLD, ids=[each[0] for each in TOLD])
def test_a_meaning_in_german(words: str, expected: str) -> None:
    (found,) = read(words, FRIDAY)
    assert f"das bedeutet: {expected}" == found.explained(load_wording("de"))[1]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (TimeValue.of(Period.day(2015, 8, 11)), "Dienstag, 11. August 2015"),
        (TimeValue.of(Period.day(2015, 8, 5).within(Granularity.WEEK)), "3.–9. August 2015"),
        (TimeValue.of(Period.day(2015, 8, 31).within(Granularity.WEEK)), "31. August – 6. September 2015"),
        (TimeValue.of(Period.part_of_day(date(2015, 8, 11).toordinal(), "NI")), "Nacht, Dienstag, 11. August 2015"),
        (TimeValue.of(Period.part_of_day(date(2015, 8, 11).toordinal(), "DT")), "tagsüber, Dienstag, 11. August 2015"),
        (TimeValue.of(Period.month(2015, 3)), "März 2015"),
        (TimeValue.of(Period.of_second(Granularity.CENTURY, Period.year(1990).interval.start)), "20. Jahrhundert"),
        (TimeValue(TimexType.SET, "XXXX-WXX-5TNI"), "jede Freitagnacht"),
        (TimeValue.of(Period.month(2015, 3)).modified(Modifier.START), "Anfang März 2015"),
        (TimeValue.of(Period.year(1990)).modified(Modifier.APPROX), "um 1990"),
        (TimeValue.of(Period.year(-43)), "44 v. Chr."),
        (TimeValue.of(Period.day(1995, 1, 1).within(Granularity.DECADE)), "1990er Jahre"),
        (TimeValue(TimexType.DURATION, "P2W"), "zwei Wochen"),
        (TimeValue(TimexType.DATE, "PAST_REF"), "einige Zeit davor"),
        (TimeValue.of(Period.day(2015, 2, 1).within(Granularity.QUARTER)), "1. Quartal 2015"),
    ],
)
def test_dates_in_german(value: TimeValue, expected: str) -> None:
    assert DateWords(load_wording("de-AT")).plain(value) == expected


def test_a_site_in_german_says_nothing_in_english_but_the_articles(tmp_path: Path) -> None:
    write_article(tmp_path, "talks", "They met in Doha last week. In May 2014 they had not. Recently it was quiet.")
    write_article(tmp_path, "mail", "Am 3. Mai 2015 kam die Post.", "date: 2015-08-14\nlanguage: de")
    write_article(tmp_path, "soon", "They will meet.", "date: 03/04/2015")
    write_config(tmp_path, plugins="[timeline: {locale: de}]", site_url="https://example.org/")
    build(tmp_path)
    english = {phrase for phrase in phrases() if " " in phrase and "%" not in phrase and "{" not in phrase}
    starts = {each.partition("%")[0] for each in phrases() if "%" in each} - {""}
    reasons: list[str] = []
    for address, html in pages(tmp_path / "site"):
        assert '<html lang="de"' in html
        assert "Tuesday" not in html
        said = {each.text for each in elements(html)}
        assert said & english == set(), address
        reasons += re.findall(
            r"<li>([^<]*)</li>", "".join(re.findall(r'<ol class="derivation">(.*?)</ol>', html, re.S))
        )
    assert "das bedeutet: die Woche vor der Woche des Erscheinungstags" in reasons
    assert "also Sonntag, 3. Mai 2015" in reasons
    assert [each for each in reasons if each.startswith(tuple(each for each in starts if " " in each))] == []
    home = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "kann zweierlei bedeuten; 2015-04-03 oder 2015-03-04 schreiben oder date_order setzen" in home
    assert "Woche" not in (tmp_path / "site" / "timeline.json").read_text("utf-8")
    assert "August 2015 (erschlossen)" in (tmp_path / "site" / "feed.xml").read_text("utf-8")


def test_a_language_is_one_more_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "eo.po").write_text(
        """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "it means %(meaning)s"
msgstr "tio signifas %(meaning:accusative)s"

msgid "the publication date"
msgstr "la tago de la apero"

msgctxt "accusative"
msgid "the publication date"
msgstr "la tagon de la apero"
""",
        encoding="utf-8",
    )
    monkeypatch.setattr(timeline.wording, "_CATALOGUES", tmp_path)
    assert languages() == ["en", "eo"]
    (found,) = read("They met today.", FRIDAY)
    assert "tio signifas la tagon de la apero" == found.explained(load_wording("eo"))[1]
    assert "so it is noon" == load_wording("eo").tell(phrase("so it is %(value)s", value="noon"))  # not translated yet


def test_an_unknown_language_is_named_with_those_there_are(tmp_path: Path) -> None:
    write_article(tmp_path, "talks", "They met in Doha last week.")
    write_config(tmp_path, plugins="[timeline: {locale: qq}]")
    with pytest.raises(TimelineError, match=r'no pages in the language "qq".*de, en'):
        build(tmp_path)
    assert not (tmp_path / "site").exists()
