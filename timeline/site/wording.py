"""The words of the pages in the reader's language, from one catalogue a language.

English stands in the templates and modules themselves. `languages/de.po` holds the German for each of its phrases, as
gettext has it; a third language is one more file there, found by its name.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources

import polib

ENGLISH = "en"
_CATALOGUES = resources.files("timeline.site") / "languages"


@dataclass(frozen=True, slots=True)
class Wording:
    """What is said in one language."""

    language: str
    translations: gettext.NullTranslations

    def __call__(self, phrase: str, **values: object) -> str:
        """A phrase with its values put in.

        >>> load_wording("de")("%(time)s with no events", time="7 Monate")
        '7 Monate ohne Ereignisse'
        """
        said = self.translations.gettext(phrase)
        return said % values if values else said

    def counted(self, one: str, many: str, number: int) -> str:
        """So many of a thing; the phrases hold %(number)s.

        >>> load_wording("en").counted("%(number)s month", "%(number)s months", 7)
        '7 months'
        """
        return self.translations.ngettext(one, many, number) % {"number": number}


def load_wording(language: str) -> Wording:
    """The words of a language, by its code or that of a region of it ("de-AT").

    Raises:
        LookupError: there is no catalogue of it.
    """
    code = language.replace("_", "-").partition("-")[0].lower()
    if code == ENGLISH:
        return Wording(ENGLISH, gettext.NullTranslations())
    if code not in languages():
        raise LookupError(language)
    catalogue = polib.pofile((_CATALOGUES / f"{code}.po").read_text(encoding="utf-8"))
    return Wording(code, gettext.GNUTranslations(io.BytesIO(catalogue.to_binary())))


def languages() -> list[str]:
    """The codes of the languages that pages can be in."""
    names: Iterable[str] = (file.name for file in _CATALOGUES.iterdir())
    return sorted([ENGLISH, *(name.removesuffix(".po") for name in names if name.endswith(".po"))])
