"""What is said to readers, in their language: one catalogue a language.

English stands where it is said, in the templates and modules themselves. `languages/de.po` holds the German for each of
its phrases, as gettext has it; a third language is one more file there, found by its name.

Reasons are put together of phrases, one in the place of a word of another. Where a language bends what it puts in
there, its catalogue names the form it wants, by a name of its own, and gives that form as a message of this context::

    msgid "before %(time)s"                 msgctxt "dative"
    msgstr "vor %(time:dative)s"               msgid "the year %(year)s"
                                            msgstr "dem Jahr %(year)s"

A phrase that has no such form is said as it always is.
"""

from __future__ import annotations

import gettext
import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

ENGLISH = "en"
_CATALOGUES = Path(__file__).parent / "languages"


class Phrase(Struct, frozen=True):
    """Something that can be said in any language, not said yet; `phrase` and `counted` make one."""

    text: str
    """In English, with the names of what stands in it: "the year %(year)s"; so it is as a string."""
    values: tuple[tuple[str, Said], ...] = ()
    many: str = ""
    """The same for any number but one; empty where nothing is counted."""
    number: int = 1

    def __str__(self) -> str:
        return IN_ENGLISH.tell(self)

    def filled(self, **values: Said) -> Phrase:
        """The same phrase with what stands in it."""
        return replace(self, values=tuple(values.items()))

    def times(self, number: int, /, **values: Said) -> Phrase:
        """The same phrase of so many things."""
        return replace(self, number=number, values=tuple(values.items()))


Said = Phrase | str | int
"""What may stand in a phrase: another one, or what is the same in every language."""


def phrase(text: str, /, **values: Said) -> Phrase:
    """A phrase with what stands in it.

    >>> load_wording("de").tell(phrase("before %(time)s", time=phrase("the year %(year)s", year=1990)))
    'vor dem Jahr 1990'
    """
    return Phrase(text, tuple(values.items()))


def counted(one: str, many: str, /) -> Phrase:
    """A phrase that counts things; `Phrase.times` says how many."""
    return Phrase(one, many=many)


def figure(number: int) -> Said:
    """A number as a language writes it, its thousands apart.

    >>> str(figure(1204567)), load_wording("de").tell(figure(12045)), figure(204)
    ('1,204,567', '12.045', 204)
    """
    thousands, rest = divmod(number, 1000)
    return phrase("%(thousands)s,%(rest)s", thousands=figure(thousands), rest=f"{rest:03}") if thousands > 0 else number


@dataclass(frozen=True, slots=True)
class Wording:
    """What is said in one language."""

    language: str
    translations: gettext.NullTranslations

    def __call__(self, text: str, **values: Said) -> str:
        """A phrase with its values put in.

        >>> load_wording("de")("%(time)s with no events", time="7 Monate")
        '7 Monate ohne Ereignisse'
        """
        return self.tell(phrase(text, **values))

    def counted(self, one: str, many: str, number: int) -> str:
        """So many of a thing; the phrases hold %(number)s.

        >>> load_wording("en").counted("%(number)s month", "%(number)s months", 7)
        '7 months'
        """
        return self.tell(counted(one, many).times(number, number=figure(number)))

    def tell(self, said: Said, form: str = "") -> str:
        """A phrase and all that stands in it, in a form if the language has that one of it.

        >>> load_wording("en").tell(phrase("before %(time)s", time="noon"))
        'before noon'
        """
        if not isinstance(said, Phrase):
            return str(said)
        text = self._translated(said, form)
        return text % _Values(self, dict(said.values)) if said.values else text

    def _translated(self, said: Phrase, form: str) -> str:
        one, many, number, known = said.text, said.many, said.number, self.translations
        if form:
            found = known.npgettext(form, one, many, number) if many else known.pgettext(form, one)
            if found not in (one, many):
                return found
        return known.ngettext(one, many, number) if many else known.gettext(one)


class _Values:
    """What stands in a phrase, by its name or by "name:form"."""

    def __init__(self, wording: Wording, values: dict[str, Said]) -> None:
        self.wording = wording
        self.values = values

    def __getitem__(self, key: str) -> str:
        name, _, form = key.partition(":")
        return self.wording.tell(self.values[name], form)


def load_wording(language: str) -> Wording:
    """The words of a language, by its code or that of a region of it ("de-AT").

    Raises:
        LookupError: there is no catalogue of it.
    """
    code = language.replace("_", "-").partition("-")[0].lower()
    if code == ENGLISH:
        return IN_ENGLISH
    if code not in languages():
        raise LookupError(language)
    return _from_catalogue(code)


@lru_cache(maxsize=8)
def _from_catalogue(code: str) -> Wording:
    import polib  # English needs no catalogue, and no time to load it

    catalogue = polib.pofile((_CATALOGUES / f"{code}.po").read_text(encoding="utf-8"))
    return Wording(code, gettext.GNUTranslations(io.BytesIO(catalogue.to_binary())))


def languages() -> list[str]:
    """The codes of the languages that readers can be told things in."""
    return sorted([ENGLISH, *(file.stem for file in _CATALOGUES.glob("*.po"))])


IN_ENGLISH = Wording(ENGLISH, gettext.NullTranslations())
