"""What editors corrected, put into force: the events as they want them.

Everything is found by the ids of mentions, so it is found again after every build. A correction that no
longer applies is named, and the others hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.articles import Article
from timeline.corrections import Corrected, Correction, Corrections, Kind
from timeline.errors import CorrectionError, quoted
from timeline.events import Mention
from timeline.explaining.times import told_alternative
from timeline.merging import Event, Groups, Merging, among, event_order, merge
from timeline.salience import PINNED
from timeline.temporal.timex import Certainty
from timeline.wording import Phrase, phrase


@dataclass(frozen=True, slots=True)
class CorrectedEvents:
    """The events of all mentions, corrected."""

    events: tuple[Event, ...]
    unplaced: tuple[Mention, ...]
    problems: tuple[CorrectionError, ...]
    """The corrections that do not apply, in the order of the file."""
    hidden: Mapping[str, Correction]
    """By mention id, what hides its event."""


def merge_corrected(
    placed: Sequence[Mention],
    unplaced: Sequence[Mention],
    articles: Sequence[Article],
    corrections: Corrections,
    merging: Merging | None = None,
) -> CorrectedEvents:
    """The events that the mentions tell, as editors corrected them, in the order of time.

    What is merged or split by hand is so whatever the articles say, and a split goes before a merge. A
    mention without a date that is given one becomes an event of its own.
    """
    desk = _Desk(placed, unplaced, corrections)
    merged = merge(placed, articles, rearrange=desk.rearranged, merging=merging)
    events = sorted(among(desk.edited(merged)), key=event_order)
    left = tuple(desk.left())
    problems = tuple(sorted(desk.problems, key=lambda each: each.line or 0))
    return CorrectedEvents(tuple(events), left, problems, desk.hidden)


class _Desk:
    """The corrections, the mentions they are about, and what is the matter with them."""

    def __init__(self, placed: Sequence[Mention], unplaced: Sequence[Mention], corrections: Corrections) -> None:
        self.problems = list(corrections.problems)
        self.unplaced = {mention.id: mention for mention in unplaced}
        self.entries = list(self._known(corrections.entries, {mention.id for mention in placed}))
        self.before: dict[str, Sequence[Mention]] = {}
        """By mention id, with which others it is told where nobody corrects it."""
        self.hidden: dict[str, Correction] = {}
        """By mention id, what hides its event."""
        self.dated: dict[str, Correction] = {
            identity: entry
            for (identity, _), entry in self._last_said(
                Kind.DATE, targets={each: each for each in self.unplaced}
            ).items()
        }
        """By mention id, the date that an editor gave to what had none."""

    def _known(self, entries: Iterable[Correction], placed: set[str]) -> Iterator[Correction]:
        """The corrections as far as what they name is there; the rest is named."""
        missing: set[tuple[str, int]] = set()
        for entry in entries:
            for identity, line in [(entry.event, entry.event_line), *((each, entry.line) for each in entry.others)]:
                if identity not in placed and identity not in self.unplaced and (identity, line) not in missing:
                    missing.add((identity, line))
                    reason = f"no event or mention has the id {quoted(identity)} any more"
                    self.problems.append(entry.problem(reason, "give the id it has now, or remove it", line))
            others = tuple(each for each in entry.others if (each, entry.line) not in missing)
            if (entry.event, entry.event_line) not in missing and (others or not entry.others):
                yield replace(entry, others=others)

    def _last_said(self, *kinds: Kind, targets: Mapping[str, str]) -> dict[tuple[str, Kind], Correction]:
        """For each target and kind the correction that holds, the last of the file; `targets` by mention id."""
        said: dict[tuple[str, Kind], Correction] = {}
        for entry in self.entries:
            if entry.kind in kinds and entry.event in targets:
                key = targets[entry.event], entry.kind
                if key in said:
                    reason = f'line {entry.line} corrects the "{entry.kind}" of the same event'
                    self.problems.append(said[key].problem(reason, "keep one of the two"))
                said[key] = entry
        return said

    # Which mentions are one event

    def rearranged(self, groups: Groups) -> Groups:
        """The mentions put together as editors want them."""
        groups = [*groups, *([self._given(identity)] for identity in self.dated)]
        self.before = {mention.id: group for group in groups for mention in group}
        arrangement = _Arrangement(groups)
        merges, splits = list(self._arranging(Kind.MERGE)), list(self._arranging(Kind.SPLIT))
        # What is split must not be merged along; and it stays split, whatever is merged.
        for entry in [*splits, *merges, *splits]:
            (arrangement.merge if entry.kind is Kind.MERGE else arrangement.split)(entry.event, entry.others)
        return arrangement.groups()

    def _given(self, identity: str) -> Mention:
        value = self.dated[identity].value
        assert value is not None, "a correction of a date has one"
        return replace(self.unplaced[identity], when=value, certainty=Certainty.EXACT)

    def _arranging(self, kind: Kind) -> Iterator[Correction]:
        """The merges, or the splits, of what has a date."""
        for entry in self.entries:
            if entry.kind is kind:
                others = tuple(each for each in entry.others if each in self.before)
                if entry.event in self.before and others:
                    yield replace(entry, others=others)

    # What is said about an event

    def edited(self, events: Sequence[Event]) -> Iterator[Event]:
        """The events with the dates and headlines that editors gave, without those they hid."""
        homes = {mention.id: event.id for event in events for mention in event.mentions}
        own = {mention: home for mention, home in homes.items() if mention not in self.dated}
        said = self._last_said(Kind.DATE, targets=own)
        said |= self._last_said(Kind.HEADLINE, Kind.HIDE, Kind.PIN, targets=homes)
        done = self._rearrangements(homes)
        for event in events:
            if (entry := said.get((event.id, Kind.HIDE))) is not None:
                self.hidden |= dict.fromkeys((each.id for each in event.mentions), entry)
                continue
            corrected = [
                _note(entry, self.unplaced[identity].when.value, phrase("it had no date"))
                for identity, entry in self.dated.items()
                if homes[identity] == event.id
            ]
            if (entry := said.get((event.id, Kind.DATE))) is not None and entry.value is not None:
                was = phrase("the date was %(time)s", time=told_alternative(event.when))
                corrected.append(_note(entry, event.when.value, was))
                event = replace(event, when=entry.value, certainty=Certainty.EXACT)
            if (entry := said.get((event.id, Kind.HEADLINE))) is not None:
                was = phrase("the headline was “%(headline)s”", headline=event.headline)
                corrected.append(_note(entry, event.headline, was))
                event = replace(event, headline=entry.headline)
            if (entry := said.get((event.id, Kind.PIN))) is not None:
                pinned = phrase("it always counts among the events that matter most")
                corrected.append(_note(entry, str(event.salience), pinned))
                event = replace(event, salience=PINNED)
            corrected += done.get(event.id, ())
            yield replace(event, corrections=tuple(corrected)) if corrected else event

    def _rearrangements(self, homes: Mapping[str, str]) -> dict[str, list[Corrected]]:
        """By event id, the merges and splits that made it what it is."""
        done: dict[str, list[Corrected]] = {}
        for entry in [*self._arranging(Kind.MERGE), *self._arranging(Kind.SPLIT)]:
            home, before = homes[entry.event], self.before[entry.event]
            if entry.kind is Kind.MERGE:
                if any(homes[each] != home for each in entry.others):
                    reason = "what it merges is split by another correction"
                    self.problems.append(entry.problem(reason, "remove one of the two"))
                joined = {self.before[each][0].id for each in entry.others if homes[each] == home} | {before[0].id}
                if len(joined) > 1:
                    told = phrase("it was told as %(number)s events", number=len(joined))
                    done.setdefault(home, []).append(_note(entry, " ".join(sorted(joined)), told))
            else:
                left = {homes[each] for each in entry.others if self.before[each] is before} - {home}
                for each in sorted({home, *left}) if left else ():
                    done.setdefault(each, []).append(
                        _note(entry, before[0].id, phrase("it was told as one event with another"))
                    )
        return done

    # What has no date

    def left(self) -> Iterator[Mention]:
        """The mentions without a date, corrected too."""
        open_ones = {each: each for each in self.unplaced if each not in self.dated}
        said = self._last_said(Kind.HEADLINE, Kind.HIDE, targets=open_ones)
        for entry in self.entries:
            if (entry.event in open_ones and entry.kind not in (Kind.HEADLINE, Kind.HIDE)) or any(
                each in open_ones for each in entry.others
            ):
                reason = f"a {entry.kind} needs events with a date, and what it names has none"
                self.problems.append(entry.problem(reason, 'add a correction with its "date"'))
        for identity in open_ones:
            if (hiding := said.get((identity, Kind.HIDE))) is not None:
                self.hidden[identity] = hiding
            else:
                mention, corrected = self.unplaced[identity], said.get((identity, Kind.HEADLINE))
                yield mention if corrected is None else replace(mention, headline=corrected.headline)


def _note(entry: Correction, was: str, told: Phrase) -> Corrected:
    return Corrected(entry.kind, entry.by, entry.why, entry.on, was, told)


class _Arrangement:
    """Mentions, those of one event together."""

    def __init__(self, groups: Groups) -> None:
        self.members = {number: list(group) for number, group in enumerate(groups)}
        self.home = {mention.id: number for number, group in enumerate(groups) for mention in group}

    def merge(self, event: str, others: Sequence[str]) -> None:
        """Put the events of the others into that of a mention."""
        home = self.home[event]
        for other in others:
            if self.home[other] != home:
                self._move(self.members.pop(self.home[other]), home)

    def split(self, event: str, others: Sequence[str]) -> None:
        """Make an event of its own of those of the others that are told with a mention."""
        home = self.home[event]
        leaving = [mention for mention in self.members[home] if mention.id in others]
        if leaving:
            self.members[home] = [mention for mention in self.members[home] if mention.id not in others]
            self._move(leaving, max(self.members) + 1)

    def _move(self, mentions: Iterable[Mention], home: int) -> None:
        for mention in mentions:
            self.members.setdefault(home, []).append(mention)
            self.home[mention.id] = home

    def groups(self) -> Groups:
        return list(self.members.values())
