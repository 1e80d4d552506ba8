"""What editors correct, as they write it into `corrections.yml`.

A list of entries, each about one event, which is named by the id of any of its mentions::

    - event: 5c7d0e21ab34
      date: 2015-08-05
      by: Ann Okoye
      on: 2015-09-01
      why: the minutes of the meeting say so

An entry that cannot be read is named with its line, and the others hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

from timeline.content_files import decode
from timeline.errors import ArticleError, CorrectionError, quoted
from timeline.explaining.times import told_date
from timeline.plain_yaml import PlainYaml, Value, YamlReader, one_text
from timeline.temporal.timex import TimeValue
from timeline.temporal.written import written_value
from timeline.wording import IN_ENGLISH, Phrase, Wording, phrase


class Kind(StrEnum):
    """What is corrected about an event."""

    DATE = "date"
    HEADLINE = "headline"
    HIDE = "hide"
    PIN = "pin"
    MERGE = "merge"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that an editor corrects about one event."""

    event: str
    """The id of the event or of any of its mentions."""
    kind: Kind
    by: str
    why: str
    on: date | None
    path: str
    line: int
    event_line: int
    value: TimeValue | None = None
    """The date."""
    headline: str = ""
    others: tuple[str, ...] = ()
    """Ids: of the events it is merged with, of the mentions that are split off."""

    def problem(self, reason: str, remedy: str, line: int | None = None) -> CorrectionError:
        """What keeps it from being applied, with its place."""
        return CorrectionError(reason, path=self.path, line=line or self.line, remedy=remedy)


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was corrected about an event: by whom, why, and what it was before."""

    kind: Kind
    by: str
    why: str
    on: date | None
    was: str
    """The value of the date, the headline, the ids of the events that it was told as."""
    told: Phrase
    """The same as a reader reads it."""

    @property
    def explanation(self) -> str:
        """One printable line of English.

        >>> told = phrase("the date was %(time)s", time="August 2015")
        >>> Corrected(Kind.DATE, "Ann Okoye", "see the minutes", date(2015, 9, 1), "2015-08", told).explanation
        'corrected by Ann Okoye on 1 September 2015: the date was August 2015; see the minutes'
        """
        return self.explained(IN_ENGLISH)

    def explained(self, wording: Wording) -> str:
        """One printable line in the words of a language."""
        line = phrase("corrected by %(name)s: %(told)s; %(why)s", name=self.by, told=self.told, why=self.why)
        if self.on is not None:
            line = phrase(
                "corrected by %(name)s on %(day)s: %(told)s; %(why)s",
                name=self.by,
                day=told_date(self.on.toordinal()),
                told=self.told,
                why=self.why,
            )
        return wording.tell(line)


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a file of corrections says."""

    entries: tuple[Correction, ...] = ()
    """In the order of the file."""
    problems: tuple[CorrectionError, ...] = ()
    """Entries that cannot be read."""


def read_corrections(path: Path) -> Corrections:
    """The corrections that stand in a file; messages call it by its name.

    Raises:
        CorrectionError: it is no list in plain YAML, or cannot be read at all.
    """
    try:
        text = decode(path.read_bytes())
    except OSError as error:
        raise CorrectionError(
            f"cannot be read ({error.strerror})", path=path, remedy="mend it, or set corrections"
        ) from None
    except ArticleError as error:
        raise CorrectionError(error.reason, path=path.name, line=error.line, remedy=error.remedy) from None
    return parse_corrections(text, path.name)


def parse_corrections(text: str, path: str = "corrections.yml") -> Corrections:
    """The corrections that a text says; `path` is how messages call it.

    >>> parse_corrections("- {event: 5c7d, hide: true, by: Ann, why: told by mistake}").entries[0].kind.value
    'hide'

    Raises:
        CorrectionError: it is no list in plain YAML.
    """
    try:
        read = _READER.read(text)
    except CorrectionError as error:
        raise error.at(path) from None
    if read.value is None or read.value == "":
        return Corrections()
    if not isinstance(read.value, list):
        raise CorrectionError(
            "the file of corrections is no list", path=path, line=read.lines[()], remedy='begin each with "- event:"'
        )
    entries: list[Correction] = []
    problems: list[CorrectionError] = []
    for number, value in enumerate(read.value):
        try:
            entries += _Entry.of(read, number, value).corrections(path)
        except CorrectionError as error:
            problems.append(error.at(path))
    return Corrections(tuple(entries), tuple(problems))


_READER: Final = YamlReader(phrase("the file of corrections"), longest=1_000_000, first_line=1, failure=CorrectionError)
_KEYS: Final = ("event", *(kind.value for kind in Kind), "by", "why", "on")
_ID = re.compile(r"[0-9A-Za-z-]+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YES: Final = ("true", "yes")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One item of the list."""

    values: Mapping[str, Value]
    lines: Mapping[str, int]
    line: int

    @classmethod
    def of(cls, read: PlainYaml, number: int, value: Value) -> _Entry:
        line = read.lines[(number,)]
        if not isinstance(value, dict):
            raise CorrectionError("a correction is no mapping", line=line, remedy='begin it with "- event:"')
        return cls(value, {key: read.lines[number, key] for key in value}, line)

    def corrections(self, path: str) -> Iterator[Correction]:
        """What it corrects, one thing after the other."""
        for key in self.values:
            if key not in _KEYS:
                raise self.wrong(key, f"{quoted(key)} is no part of a correction", f"use {', '.join(_KEYS)}")
        event, by, why, on = self.ids("event")[0], self.text("by"), self.text("why"), self.on()
        kinds = [kind for kind in Kind if kind in self.values]
        if not kinds:
            raise self.wrong("event", "the correction corrects nothing", f"add one of {', '.join(Kind)}")
        for kind in kinds:
            if kind in (Kind.HIDE, Kind.PIN):
                self.check_yes(kind)
            yield Correction(
                event=event,
                kind=kind,
                by=by,
                why=why,
                on=on,
                path=path,
                line=self.lines[kind],
                event_line=self.lines["event"],
                value=self.when() if kind is Kind.DATE else None,
                headline=self.text(kind) if kind is Kind.HEADLINE else "",
                others=self.others(kind, event) if kind in (Kind.MERGE, Kind.SPLIT) else (),
            )

    def wrong(self, key: str, reason: str, remedy: str) -> CorrectionError:
        return CorrectionError(reason, line=self.lines.get(key, self.line), remedy=remedy)

    def text(self, key: str) -> str:
        value = self.values.get(key, "")
        if isinstance(value, str) and (text := one_text(value)):
            return text
        raise self.wrong(key, f'the correction has no "{key}"', f'write some words behind "{key}:"')

    def ids(self, key: str) -> list[str]:
        value = self.values.get(key, "")
        given = value if isinstance(value, list) else [part for part in one_text(value).split(",") if part]
        ids = [one_text(each) for each in given]
        for each in ids:
            if not _ID.fullmatch(each):
                raise self.wrong(key, f"{quoted(each)} is no id", "copy it from the link of the event")
        if not ids or (key == "event" and len(ids) > 1):
            raise self.wrong(key, f'"{key}" names no event', "copy its id from the link of the event")
        return ids

    def others(self, kind: Kind, event: str) -> tuple[str, ...]:
        ids = tuple(self.ids(kind))
        if event in ids:
            raise self.wrong(kind, f'{kind} names the event "{event}" itself', "name the others only")
        return ids

    def check_yes(self, kind: Kind) -> None:
        said = one_text(self.values[kind])
        if said.lower() not in _YES:
            raise self.wrong(kind, f"{kind} {quoted(said)} is not known", f'write "{kind}: true"')

    def when(self) -> TimeValue:
        text = self.text("date")
        value = written_value(text)
        if value is None:
            remedy = "write it as 2015-08-14, 2015-W32, 2015-08 or 2015-08-03/2015-08-05"
            raise self.wrong("date", f"date {quoted(text)} is no date", remedy)
        return value

    def on(self) -> date | None:
        if "on" not in self.values:
            return None
        text = self.text("on")
        try:
            if _DAY.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass
        raise self.wrong("on", f"on {quoted(text)} is no day", "write it as 2015-09-01")
