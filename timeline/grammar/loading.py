"""Languages by their code: each is read from its file, checked, and made ready to tag with.

`load_locale("en")` reads `locales/en.toml`: word classes, phrases, rules with their examples, cues.
Whatever is wrong in the file is a `LocaleError` that names the file and the rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from timeline.errors import LocaleError
from timeline.grammar.automaton import Automaton
from timeline.grammar.checking import check
from timeline.grammar.leads import Leads
from timeline.grammar.locale import Locale
from timeline.grammar.locale_file import LocaleFile
from timeline.grammar.pattern import first_labels
from timeline.grammar.triggers import Atom, Atoms
from timeline.grammar.vocabulary import Vocabulary

LOCALES = Path(__file__).parent / "locales"


@lru_cache(maxsize=64)
def load_locale(code: str, folder: Path = LOCALES) -> Locale:
    """Read the language `code` from `<code>.toml` in the folder.

    A tag such as "en-GB" falls back to its language. Raises LocaleError when there is no such file
    or it is not well formed.
    """
    asked = code.replace("_", "-").lower()
    known = known_locales(folder)
    for name in (asked, asked.split("-")[0]):
        # Looked up, not opened: the name may come from a stranger.
        if name in known:
            return _locale(LocaleFile(folder / f"{name}.toml"))
    raise LocaleError(f'no language "{code}"', remedy=f"known are: {', '.join(known)}")


def known_locales(folder: Path = LOCALES) -> list[str]:
    """Codes of the languages in the folder."""
    return sorted(path.stem for path in folder.glob("*.toml"))


def _locale(file: LocaleFile) -> Locale:
    """The language that a file describes."""
    check(file)
    patterns = [rule.node for rule in file.rules]
    phrases = {name: [node for node, _ in listed] for name, listed in file.phrases.items()}
    vocabulary = Vocabulary(file.words, phrases, file.common)
    symbols, automaton = vocabulary.symbols(patterns), Automaton(patterns, vocabulary.behind)
    return Locale(
        code=file.code,
        reference=file.reference,
        rules=tuple(file.rules),
        examples=tuple(file.examples),
        symbols=symbols,
        automaton=automaton,
        leads=Leads(symbols, automaton),
        _atoms=_atoms(file, vocabulary),
        cues=file.cues,
        _words=MappingProxyType(file.words),
        _phrases=MappingProxyType(
            {
                name: tuple((node, meaning, first_labels(node, vocabulary.behind)) for node, meaning in listed)
                for name, listed in file.phrases.items()
            }
        ),
    )


def _atoms(file: LocaleFile, vocabulary: Vocabulary) -> Mapping[str, Atoms]:
    """What a text must hold, by the style that the rules are for."""
    atoms = {"": frozenset(Atom("before", word) for word in file.glued if word.isalpha())}
    for rule, found in zip(file.rules, vocabulary.atoms([rule.node for rule in file.rules]), strict=True):
        if found is None:
            raise file.error(
                "a pattern has no word that is rare enough to look for",
                'take its key word out of "common"',
                file.name_of(rule),
            )
        atoms[rule.style] = atoms.get(rule.style, frozenset()) | found
    return MappingProxyType(atoms)
