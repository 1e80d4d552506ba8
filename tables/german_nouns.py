"""Make `timeline/tellings/nouns.de.txt`: `python tables/german_nouns.py FOLDER`.

FOLDER holds `nouns.csv` of the package german-nouns (1.2.5; from the German Wiktionary, CC BY-SA 4.0), which is to be
had from a registry of Python packages; nothing is downloaded. Left out is what the rest makes: forms and compounds.
"""

from __future__ import annotations

import argparse
import csv
import re
import textwrap
from pathlib import Path

from timeline.tellings.nouns import Nouns

TABLE = Path(__file__).parent.parent / "timeline" / "tellings" / "nouns.de.txt"
HEAD = """\
# German nouns that no others of them make, the names that could be taken for a form or a compound of them ("name"), the
# nouns that are names as well ("both"), and the endings of names ("ending") and of made nouns ("derived"). Made by tables/german_nouns.py from the
# list german-nouns 1.2.5 by Gregor Weichbrodt, which goes back to the German Wiktionary; licence CC BY-SA 4.0, of which
# nouns.LICENSE beside this file tells; this selection stands under the same licence.
"""
PROPER = {"Toponym", "Vorname", "Nachname", "Eigenname", "Straßenname"}
OTHER = {"Abkürzung", "Buchstabe", "Symbol", "Affix", "Suffix", "Wortverbindung"}
ENDINGS = (
    "burg berg dorf stadt bach feld wald heim hausen kirchen stein tal hof mann land see furt brück meier huber bauer"
    " walde kirch au eck hagen brunn stetten weiler büttel wiesen felden burgh macher müller schmid moser"
)
DERIVED = "ung ungen heit heiten keit keiten schaft schaften tion tionen tät täten ismus nis nisse nissen"
LONGEST = 14
"""Longer words are mostly made of others that the list does not have."""


def main() -> None:
    """Read the list, keep what is needed, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    nouns: set[str] = set()
    proper: set[str] = set()
    with (parser.parse_args().folder / "nouns.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            kinds = set(row["pos"].split(","))
            if re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß]{2,}", row["lemma"]) and not kinds & OTHER:
                lemma = row["lemma"].lower()
                (proper if kinds & PROPER else nouns).add(lemma)
                if "adjektivische Deklination" in kinds:
                    nouns.add(lemma.removesuffix("r"))  # "Abgeordneter", "die Abgeordnete"
    endings = tuple(ENDINGS.split())
    derived = tuple(DERIVED.split())
    kept: set[str] = set()
    for word in sorted(nouns, key=lambda word: (len(word), word)):
        known = Nouns(kept, name_endings=endings, derived_endings=derived)  # type: ignore[arg-type]
        made = known.is_compound(word) or word.endswith(derived)
        if word in proper or (len(word) <= LONGEST and not made):
            kept.add(word)
    whole = Nouns(frozenset(kept), name_endings=endings, derived_endings=derived)
    table = {
        "noun": kept - proper,
        "both": kept & proper,
        "name": {word for word in proper - nouns if word in whole},
        "ending": set(endings),
        "derived": set(derived),
    }
    lines_written = [
        f"{kind} {line}" for kind, words in table.items() for line in textwrap.wrap(" ".join(sorted(words)), 110)
    ]
    TABLE.write_text(HEAD + "\n".join(lines_written) + "\n", encoding="utf-8")
    print(", ".join(f"{len(words)} {kind}" for kind, words in table.items()), f"{TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
