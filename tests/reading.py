"""Reading a phrase or sentence as `timeline tag` does, and showing how it was read when a test fails."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from hypothesis import strategies as st

from timeline.grammar.loading import known_locales, load_locale
from timeline.resolutions import Resolution
from timeline.resolving import resolve
from timeline.tagging import tag

LANGUAGES = known_locales()

WORDS = {language: sorted(filter(str.isalpha, load_locale(language).symbols)) for language in LANGUAGES}
PHRASES = {
    language: [re.sub(r"[\[\]]", "", example.text) for _, example in load_locale(language).examples]
    for language in LANGUAGES
}
_FIGURES = st.integers(0, 2100).map(str) | st.from_regex(r"[0-9]{1,8}", fullmatch=True)
_SIGNS = st.sampled_from([" ", "-", ", ", ".", "/", ":", "'", "\n", "\n\n", " – ", "(", ")", "$", "%"])


@st.composite
def scraps(draw: st.DrawFn) -> tuple[str, str]:
    """A language and a text of its words and phrases, of figures and of signs, without sense."""
    language = draw(st.sampled_from(LANGUAGES))
    words, phrases = st.sampled_from(WORDS[language]), st.sampled_from(PHRASES[language])
    pieces = draw(st.lists(words | phrases | _FIGURES | _SIGNS, max_size=24))
    joined = draw(st.sampled_from([" ", "", " "])).join(pieces)
    return language, draw(st.sampled_from([joined, joined.title(), joined.upper()]))


def read(text: str, published: date | None, language: str = "en", style: str = "news") -> list[Resolution]:
    """The time expressions of a text, placed."""
    locale = load_locale(language)
    moment = None
    if published is not None:
        moment = published if isinstance(published, datetime) else datetime(*published.timetuple()[:3])
    return resolve(text, tag(text, locale, style), moment, locale, style)


def values(resolutions: Iterable[Resolution]) -> list[tuple[str, str | None]]:
    """Words and value of each."""
    return [(found.expression.text, found.value.value if found.value else None) for found in resolutions]


def derivation(text: str, resolutions: Iterable[Resolution]) -> str:
    """What a failing test prints: how each expression was read."""
    steps = ["\n  ".join(found.explanation) for found in resolutions]
    return "\n".join([f"\n{text}", *(steps or ["no time expression was found"])])
