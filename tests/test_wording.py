"""The pages in other languages: every phrase is there, and dates read as a reader of the language writes them."""

from __future__ import annotations

import ast
from pathlib import Path

import polib
import pytest
from sites import build, elements, pages, write_article, write_config

import timeline.site
from timeline.errors import TimelineError
from timeline.explaining.lengths import LENGTH_UNITS
from timeline.explaining.names import MONTHS, PART_NAMES, SEASON_NAMES, WEEKDAYS
from timeline.site import date_words
from timeline.site.date_words import DateWords
from timeline.site.rendering import make_environment, templates_dir
from timeline.site.wording import ENGLISH, languages, load_wording
from timeline.temporal.granularity import Granularity
from timeline.temporal.period import Period
from timeline.temporal.timex import Certainty, Modifier, TimeValue, TimexType

MODULES = Path(timeline.site.__file__).parent
UNITS_OF_COLUMNS = ("day", "month", "year", "decade", "century", "millennium")


def phrases() -> set[str]:
    """All that the site says in English."""
    environment = make_environment([templates_dir()])
    found: set[str] = set()
    for template in templates_dir().glob("*.html"):
        for _, _, message in environment.extract_translations(template.read_text(encoding="utf-8")):  # type: ignore[attr-defined]
            found |= {message} if isinstance(message, str) else {each for each in message or () if each}
    for module in MODULES.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in ("say", "counted"):
                found |= {each.value for each in node.args[:2] if isinstance(each, ast.Constant)}
    parts = {f"{part} of %(day)s" for part in PART_NAMES.values()}
    lengths = {f"%(number)s {unit}" for each in LENGTH_UNITS.items() for unit in each}
    tables = {
        *MONTHS, *WEEKDAYS, *SEASON_NAMES.values(), *parts, *lengths, *UNITS_OF_COLUMNS,
        *date_words._NOTES.values(), *date_words._REFERENCES.values(), *date_words._BOUNDS.values(),
        *(each for both in date_words._PLACES.values() for each in both), *(each.value for each in Certainty), "duration", "set",
    }  # fmt: skip
    return found | tables


@pytest.mark.parametrize("language", [each for each in languages() if each != ENGLISH])
def test_a_catalogue_holds_every_phrase_and_no_other(language: str) -> None:
    catalogue = polib.pofile((MODULES / "languages" / f"{language}.po").read_text(encoding="utf-8"))
    held = {phrase for entry in catalogue for phrase in (entry.msgid, entry.msgid_plural) if phrase}
    assert held == phrases()
    assert [entry.msgid for entry in catalogue if not entry.translated()] == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (TimeValue.of(Period.day(2015, 8, 11)), "Dienstag, 11. August 2015"),
        (TimeValue.of(Period.day(2015, 8, 5).within(Granularity.WEEK)), "3.–9. August 2015"),
        (TimeValue.of(Period.day(2015, 8, 31).within(Granularity.WEEK)), "31. August – 6. September 2015"),
        (TimeValue.of(Period.month(2015, 3)), "März 2015"),
        (TimeValue.of(Period.month(2015, 3)).modified(Modifier.START), "Anfang März 2015"),
        (TimeValue.of(Period.year(1990)).modified(Modifier.APPROX), "um 1990"),
        (TimeValue.of(Period.year(-43)), "44 v. Chr."),
        (TimeValue.of(Period.day(1995, 1, 1).within(Granularity.DECADE)), "1990er Jahre"),
        (TimeValue(TimexType.DURATION, "P2W"), "2 Wochen"),
        (TimeValue(TimexType.DATE, "PAST_REF"), "einige Zeit davor"),
        (TimeValue.of(Period.day(2015, 2, 1).within(Granularity.QUARTER)), "1. Quartal 2015"),
    ],
)
def test_dates_in_german(value: TimeValue, expected: str) -> None:
    assert DateWords(load_wording("de-AT")).plain(value) == expected


def test_a_site_in_german_says_nothing_in_english_but_the_articles(tmp_path: Path) -> None:
    write_article(tmp_path, "talks", "They met in Doha last week. In May 2014 they had not. Recently it was quiet.")
    write_config(tmp_path, plugins="[timeline: {locale: de}]")
    build(tmp_path)
    english = {phrase for phrase in phrases() if " " in phrase and "%" not in phrase and "{" not in phrase}
    for address, html in pages(tmp_path / "site"):
        assert '<html lang="de"' in html
        said = {each.text for each in elements(html)}
        assert said & english == set(), address


def test_an_unknown_language_is_named_with_those_there_are(tmp_path: Path) -> None:
    write_article(tmp_path, "talks", "They met in Doha last week.")
    write_config(tmp_path, plugins="[timeline: {locale: qq}]")
    with pytest.raises(TimelineError, match=r'no pages in the language "qq".*de, en'):
        build(tmp_path)
    assert not (tmp_path / "site").exists()
