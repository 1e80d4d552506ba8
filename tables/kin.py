"""Make `timeline/tellings/kin.en.txt`: `python tables/kin.py FOLDER`.

FOLDER holds the database files of WordNet 3.1, `data.verb`, `data.noun`, `index.verb` and `index.noun`, and beside them
the list of irregular forms of WordNet 3.0, `verb.exc`, which 3.1 does not have. Nothing is downloaded; they are to be
had from Princeton University. Which words are taken hangs on the table of rarity and on `timeline/clauses/en.toml`.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.clauses import load_clause_words
from timeline.tellings.rarity import rarity_of, stem

TABLE = Path(__file__).parent.parent / "timeline" / "tellings" / "kin.en.txt"
SENSES = 10
"""How many senses of a verb count, the most used first."""
NOUN_SENSES = 2
DEEDS = {4, 10, 11}
"""The files of nouns for acts, for what is said, and for events."""
NEAR = {"@", "*", ">"}
"""Pointers to what a verb is a kind of, what follows from it, and what it makes happen."""
HEAD = f"""\
# Verbs: the stem of each, its irregular forms and the nouns of it, and behind "~" the verbs that can tell of the same
# (each pair once). From WordNet 3.1, Copyright 2011 by Princeton University, all rights reserved; used under its
# licence, which is in kin.LICENSE beside this file: what shares a set of synonyms, or one of whose sets stands right
# above that of the other or follows from it, among the first {SENSES} senses; of verbs in the table of rarity.
"""


@dataclass(frozen=True, slots=True)
class Synonyms:
    """A set of synonyms: the number of its file, its words, and its pointers (kind, set, part of speech, words)."""

    file: int
    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, str, str], ...]


def lines(path: Path) -> Iterator[list[str]]:
    """The lines of a database file as fields, without its licence."""
    with path.open(encoding="utf-8") as read:
        for line in read:
            if not line.startswith("  "):
                yield line.partition("|")[0].split()


def read_synonyms(path: Path) -> dict[str, Synonyms]:
    """Sets of synonyms by their offset."""
    found = {}
    for fields in lines(path):
        end = 4 + 2 * int(fields[3], 16)
        words = tuple(word.lower() for word in fields[4:end:2])
        rest = fields[end + 1 : end + 1 + 4 * int(fields[end])]
        pointers = tuple(zip(rest[::4], rest[1::4], rest[2::4], rest[3::4], strict=True))
        found[fields[0]] = Synonyms(int(fields[1]), words, pointers)
    return found


def read_senses(path: Path) -> tuple[dict[str, list[str]], dict[str, int]]:
    """By word its sets, the most used first, and how many of them occur in tagged text."""
    senses, tagged = {}, {}
    for fields in lines(path):
        number = int(fields[2])
        senses[fields[0]] = fields[-number:]
        tagged[fields[0]] = int(fields[-number - 1])
    return senses, tagged


def root(word: str) -> str:
    """The stem of a verb, its direction kept: "walk_out"."""
    verb, _, direction = word.partition("_")
    return stem(verb) + (f"_{direction}" if direction else "")


def main() -> None:
    """Read WordNet, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    english, listed = load_clause_words("en"), rarity_of("en")
    verbs, nouns = read_synonyms(folder / "data.verb"), read_synonyms(folder / "data.noun")
    senses, tagged = read_senses(folder / "index.verb")
    noun_senses, _ = read_senses(folder / "index.noun")

    def taken(word: str) -> bool:
        verb, _, direction = word.partition("_")
        if direction:
            return direction in english.directions and stem(verb) in listed and tagged.get(word, 0) > 0
        return word.isalpha() and len(word) > 1 and (stem(word) in listed or tagged.get(word, 0) > 0)

    def used(offset: str) -> list[str]:
        return [word for word in verbs[offset].words if taken(word) and offset in senses.get(word, [])[:SENSES]]

    related: defaultdict[str, set[str]] = defaultdict(set)
    for offset, synonyms in verbs.items():
        mine = used(offset)
        near = [
            word for kind, other, part, _ in synonyms.pointers if kind in NEAR and part == "v" for word in used(other)
        ]
        for one in mine:
            for other in [*mine, *near]:
                first, last = sorted((root(one), root(other)))
                if first != last:
                    related[first].add(last)
    of_noun: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for offset, synonyms in nouns.items():
        for kind, other, part, ends in synonyms.pointers if synonyms.file in DEEDS else ():
            if kind != "+" or part != "v":
                continue
            noun, verb = synonyms.words[int(ends[:2], 16) - 1], verbs[other].words[int(ends[2:], 16) - 1]
            rank = noun_senses[noun].index(offset)
            alike = noun[:3] == verb[:3] and root(noun) != root(verb)
            if taken(noun) and taken(verb) and alike and rank < NOUN_SENSES:
                of_noun[root(noun)][root(verb)] += 1 / (1 + rank)  # type: ignore[assignment]
    irregular = english.past | english.past_or_participle | english.participles
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for form, verb, *_ in lines(folder / "verb.exc"):
        if form in irregular and taken(verb) and root(form) != root(verb):
            forms[root(verb)].add(root(form))
    for noun, counted in of_noun.items():
        forms[counted.most_common(1)[0][0]].add(noun)
    rows = []
    for head in sorted({*forms, *related}):
        row = " ".join([head, *sorted(forms[head])])
        rows.append(f"{row} ~ {' '.join(sorted(related[head]))}" if related[head] else row)
    TABLE.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} verbs, {sum(map(len, related.values()))} pairs")


if __name__ == "__main__":
    main()
