"""Corrections: what editors write once holds after every build, and what no longer applies is named."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner
from handmade import article
from hypothesis import given
from hypothesis import strategies as st
from sites import elements, write_article, write_config
from test_merging import ARTICLES, MENTIONS, UNRELATED

from timeline.articles import Article
from timeline.cli import main
from timeline.correcting import PINNED, CorrectedEvents, merge_corrected
from timeline.corrections import Corrections, Kind, parse_corrections, read_corrections
from timeline.errors import CorrectionError
from timeline.events import Mention
from timeline.merging import Event, merge
from timeline.readings import read_times
from timeline.temporal.timex import Certainty

SIGNED = "by: Ann Okoye\n  why: the minutes say so"


def entry(event: str, *said: str, signed: str = SIGNED) -> str:
    """An item of the file."""
    return "\n  ".join([f"- event: {event}", *said, signed]) + "\n"


# Reading


def test_an_entry_corrects_several_things_at_once() -> None:
    text = entry("5c7d", "date: 2015-W32", "headline: 'Talks: round two'", "merge: [ab12, cd34-2]", "on: 2015-09-01")
    when, headline, merged = parse_corrections(text).entries
    assert (Kind.DATE, "2015-W32", 2) == (when.kind, when.value and when.value.value, when.line)
    assert (Kind.HEADLINE, "Talks: round two", 3) == (headline.kind, headline.headline, headline.line)
    assert (Kind.MERGE, ("ab12", "cd34-2"), 4) == (merged.kind, merged.others, merged.line)
    assert {("5c7d", 1, "Ann Okoye", "the minutes say so", date(2015, 9, 1))} == {
        (each.event, each.event_line, each.by, each.why, each.on) for each in (when, headline, merged)
    }


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "~", "[]"])
def test_a_file_that_says_nothing_corrects_nothing(text: str) -> None:
    assert Corrections() == parse_corrections(text)


UNREADABLE = {
    "no-list": ("event: a", '1: the file of corrections is no list; begin each with "- event:"'),
    "words": ("later", '1: the file of corrections is no list; begin each with "- event:"'),
    "anchor": ("- event: &a b\n- event: *a", "1: the file of corrections uses an anchor or alias; write the value out"),
    "tag": (
        "- event: a\n  date: !!timestamp 2015-08-14",
        "2: the file of corrections uses a tag; write the plain value, in quotes if need be",
    ),
    "twice": ("- event: a\n  by: b\n  by: c", '3: the key "by" stands twice (line 2); remove one'),
    "colon": (
        "- event: a\n  why: he said: no",
        "2: the file of corrections is no YAML (mapping values are not allowed here); "
        "put a value that holds a colon or a quotation mark in quotes",
    ),
}


@pytest.mark.parametrize(("text", "expected"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_cannot_be_read_is_named_with_its_line(text: str, expected: str) -> None:
    with pytest.raises(CorrectionError) as caught:
        parse_corrections(text)
    assert f"corrections.yml:{expected}" == str(caught.value)


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "desk.yml").write_bytes("- event: é".encode("latin-1"))
    with pytest.raises(CorrectionError, match=r"^desk\.yml:1: byte 0xE9 is no UTF-8"):
        read_corrections(tmp_path / "desk.yml")


WRONG = {
    "no-mapping": ("- a\n", '1: a correction is no mapping; begin it with "- event:"'),
    "no-event": ("- date: 2015-08-14\n  " + SIGNED + "\n", '1: "event" names no event; copy its id from the link of the event'),
    "two-events": (entry("[a, b]", "pin: true"), '1: "event" names no event; copy its id from the link of the event'),
    "no-id": (entry("the ferry", "pin: true"), '1: "the ferry" is no id; copy it from the link of the event'),
    "nothing": (
        entry("a"),
        "1: the correction corrects nothing; add one of date, headline, hide, pin, merge, split",
    ),
    "no-author": (entry("a", "pin: true", signed="why: x"), '1: the correction has no "by"; write some words behind "by:"'),
    "no-reason": (
        entry("a", "pin: true", signed="by: Ann\n  why:"),
        '4: the correction has no "why"; write some words behind "why:"',
    ),
    "no-key": (
        entry("a", "title: x"),
        '2: "title" is no part of a correction; use event, date, headline, hide, pin, merge, split, by, why, on',
    ),
    "no-date": (
        entry("a", "date: last week"),
        '2: date "last week" is no date; write it as 2015-08-14, 2015-W32, 2015-08 or 2015-08-03/2015-08-05',
    ),
    "no-day": (entry("a", "pin: true", "on: 2015-02-30"), '3: on "2015-02-30" is no day; write it as 2015-09-01'),
    "no-yes": (entry("a", "hide: false"), '2: hide "false" is not known; write "hide: true"'),
    "itself": (entry("a", "split: [b, a]"), '2: split names the event "a" itself; name the others only'),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=WRONG)
def test_an_entry_that_cannot_be_read_is_named_and_the_others_hold(text: str, expected: str) -> None:
    found = parse_corrections(text + entry("z", "hide: true"))
    assert [f"corrections.yml:{expected}"] == [str(problem) for problem in found.problems]
    assert ["z"] == [each.event for each in found.entries]


@given(st.text(alphabet="-: []{},\n'\"&*!#ab01?|~", max_size=60))
def test_any_text_is_read_or_named(text: str) -> None:
    try:
        problems = parse_corrections(text).problems
    except CorrectionError as error:
        problems = (error,)
    assert [] == [problem for problem in problems if problem.line is None or not problem.remedy]


# In force

FERRY = article("ferry", "A ferry sank off Lome on Monday. The mill at Obertal burned down in 2013.", "2015-08-11")
AGAIN = article("again", "On Monday a ferry sank off Lome.", "2015-08-14")
QUIET = article("quiet", "Recently Okoye left Accra.", "2015-08-14")
DESK = (FERRY, AGAIN, QUIET)
(SANK, MILL), (SANK_AGAIN,) = (read_times(each).placed for each in DESK[:2])
[LEFT] = read_times(QUIET).unplaced


def corrected(text: str, *articles: Article) -> CorrectedEvents:
    readings = [read_times(each) for each in articles or DESK]
    return merge_corrected(
        [mention for reading in readings for mention in reading.placed],
        [mention for reading in readings for mention in reading.unplaced],
        [reading.article for reading in readings],
        parse_corrections(text),
    )


def by_id(found: CorrectedEvents) -> dict[str, Event]:
    return {event.id: event for event in found.events}


def test_without_corrections_nothing_is_changed() -> None:
    placed = [SANK, MILL, SANK_AGAIN]
    assert tuple(merge(placed, DESK)) == corrected("").events
    assert ([(MILL.id, ()), (SANK.id, (SANK_AGAIN.id,))]) == [(each.id, each.aliases) for each in corrected("").events]


@pytest.mark.parametrize("identity", [SANK.id, SANK_AGAIN.id], ids=["its own id", "the id of another mention"])
def test_a_date_is_fixed(identity: str) -> None:
    event = by_id(corrected(entry(identity, "date: 2015-08-09", "on: 2015-09-01")))[SANK.id]
    assert ("2015-08-09", Certainty.EXACT) == (event.when.value, event.certainty)
    [said] = event.corrections
    assert (Kind.DATE, "Ann Okoye", "the minutes say so", "2015-08-10") == (said.kind, said.by, said.why, said.was)
    assert (
        "corrected by Ann Okoye on 1 September 2015: the date was 10 August 2015; the minutes say so"
        == said.explanation
    )


def test_a_corrected_date_puts_the_event_where_it_belongs() -> None:
    assert [SANK.id, MILL.id] == list(by_id(corrected(entry(MILL.id, "date: 2016"))))


def test_what_has_no_date_is_given_one() -> None:
    found = corrected(entry(LEFT.id, "date: 2015-08", "headline: Okoye leaves Accra"))
    event = by_id(found)[LEFT.id]
    assert ("2015-08", "Okoye leaves Accra", ()) == (event.when.value, event.headline, found.unplaced)
    assert ["PAST_REF", "Okoye left Accra"] == [said.was for said in event.corrections]


def test_what_was_given_a_date_can_be_merged() -> None:
    found = corrected(entry(LEFT.id, "date: 2015-08") + entry(SANK.id, f"merge: {LEFT.id}"))
    event = by_id(found)[SANK.id]
    assert ("2015-08-10", (SANK_AGAIN.id, LEFT.id)) == (event.when.value, event.aliases)
    assert [] == list(found.problems)


def test_a_headline_is_set_and_the_one_before_is_known() -> None:
    event = by_id(corrected(entry(SANK.id, "headline: A ferry is lost")))[SANK.id]
    assert "A ferry is lost" == event.headline
    assert [(Kind.HEADLINE, "A ferry sank off Lome")] == [(said.kind, said.was) for said in event.corrections]


def test_what_is_hidden_is_gone() -> None:
    found = corrected(entry(SANK_AGAIN.id, "hide: true") + entry(LEFT.id, "hide: yes"))
    assert ([MILL.id], ()) == (list(by_id(found)), found.unplaced)
    assert {SANK.id, SANK_AGAIN.id, LEFT.id} == set(found.hidden)


def test_what_is_pinned_matters_most() -> None:
    event = by_id(corrected(entry(MILL.id, "pin: true")))[MILL.id]
    assert (PINNED, [Kind.PIN]) == (event.salience, [said.kind for said in event.corrections])


def test_events_are_merged_with_all_who_tell_them() -> None:
    [event] = corrected(entry(MILL.id, f"merge: [{SANK_AGAIN.id}]")).events
    assert [SANK.id, MILL.id, SANK_AGAIN.id] == [mention.id for mention in event.mentions]
    assert [(Kind.MERGE, {MILL.id, SANK.id})] == [(said.kind, set(said.was.split())) for said in event.corrections]


def test_a_merge_is_undone() -> None:
    events = by_id(corrected(entry(SANK.id, f"split: [{SANK_AGAIN.id}]")))
    assert {MILL.id, SANK.id, SANK_AGAIN.id} == set(events)
    assert [Kind.SPLIT] == [said.kind for said in events[SANK.id].corrections]
    assert events[SANK.id].corrections == events[SANK_AGAIN.id].corrections
    assert () == events[MILL.id].corrections


UNAPPLIED = {
    "unknown-event": (
        entry("gone", "hide: true", "headline: x"),
        ['1: no event or mention has the id "gone" any more; give the id it has now, or remove it'],
    ),
    "unknown-other": (
        entry(SANK.id, "split: [gone]"),
        ['2: no event or mention has the id "gone" any more; give the id it has now, or remove it'],
    ),
    "said-twice": (
        entry(SANK.id, "headline: One") + entry(SANK_AGAIN.id, "headline: Two"),
        ['2: line 6 corrects the "headline" of the same event; keep one of the two'],
    ),
    "merged-and-split": (
        entry(SANK.id, f"merge: [{SANK_AGAIN.id}]") + entry(SANK_AGAIN.id, f"split: [{SANK.id}]"),
        ["2: what it merges is split by another correction; remove one of the two"],
    ),
    "without-a-date": (
        entry(LEFT.id, "pin: true"),
        ['2: a pin needs events with a date, and what it names has none; add a correction with its "date"'],
    ),
    "merged-with-what-has-no-date": (
        entry(SANK.id, f"merge: [{LEFT.id}]"),
        ['2: a merge needs events with a date, and what it names has none; add a correction with its "date"'],
    ),
}


@pytest.mark.parametrize(("text", "expected"), UNAPPLIED.values(), ids=UNAPPLIED)
def test_what_no_longer_applies_is_named_and_the_others_hold(text: str, expected: list[str]) -> None:
    found = corrected(text + entry(MILL.id, "headline: Another"))
    assert [f"corrections.yml:{line}" for line in expected] == [str(problem) for problem in found.problems]
    assert "Another" == by_id(found)[MILL.id].headline


def test_of_several_ids_the_known_ones_are_obeyed() -> None:
    found = corrected(entry(SANK.id, f"split: [gone, {SANK_AGAIN.id}]"))
    assert (3, 1) == (len(found.events), len(found.problems))


def test_a_correction_survives_a_source_that_was_published_earlier() -> None:
    earlier = article("earlier", "A crowded ferry sank off Lome on Monday.", "2015-08-10")
    text = entry(SANK.id, "headline: A ferry is lost", "date: 2015-08-09")
    found = by_id(corrected(text, *DESK, earlier))
    [first] = read_times(earlier).placed
    assert first.id != SANK.id
    assert ("A ferry is lost", "2015-08-09") == (found[first.id].headline, found[first.id].when.value)


def test_a_correction_survives_a_later_source_with_a_better_headline() -> None:
    later = article("later", "Near Lome the ferry Volta sank on Monday with ninety people aboard.", "2015-08-15")
    text = entry(SANK.id, "date: 2015-08-09") + entry(SANK.id, f"merge: [{read_times(later).placed[0].id}]")
    [event] = [each for each in corrected(text, FERRY, AGAIN, later).events if each.id == SANK.id]
    assert (3, "2015-08-09") == (len(event.mentions), event.when.value)


def test_a_correction_survives_an_edit_elsewhere_in_its_article() -> None:
    edited = article("ferry", f"It rained in 1999. {FERRY.markdown} The end.", "2015-08-11")
    found = corrected(entry(SANK.id, "headline: A ferry is lost"), edited, AGAIN)
    assert ("A ferry is lost", []) == (by_id(found)[SANK.id].headline, list(found.problems))


# Whatever the articles


def told(articles: Sequence[Article], text: str) -> CorrectedEvents:
    mentions = [mention for each in articles for mention in MENTIONS[each.id]]
    return merge_corrected(mentions, [], articles, parse_corrections(text))


def tell_one(articles: Sequence[Article]) -> bool:
    """Whether two of their mentions are merged."""
    return any(len(event.mentions) > 1 for event in told(articles, "").events)


PAIR = st.sampled_from([pair for pair in zip(ARTICLES[::2], ARTICLES[1::2], strict=True) if tell_one(pair)])
MORE = st.lists(st.sampled_from(ARTICLES), max_size=8)


def together(mentions: Sequence[Event] | tuple[Event, ...]) -> dict[str, str]:
    return {mention.id: event.id for event in mentions for mention in event.mentions}


def merged_pair(articles: Sequence[Article]) -> tuple[Mention, Mention]:
    """Two mentions of one event."""
    events = told(articles, "").events
    event = max(events, key=lambda each: len(each.mentions))
    return event.mentions[0], event.mentions[-1]


def joined(pair: Sequence[Article], more: Sequence[Article]) -> list[Article]:
    return list({each.id: each for each in (*pair, *more)}.values())


@given(PAIR, MORE, st.randoms(use_true_random=False))
def test_a_merge_undone_by_a_correction_stays_undone(
    pair: Sequence[Article], more: list[Article], chance: Random
) -> None:
    one, other = merged_pair(pair)
    text = entry(one.id, f"split: [{other.id}]")
    articles = joined(pair, more)
    found = told(articles, text)
    homes = together(found.events)
    assert homes[one.id] != homes[other.id]
    shuffled = list(articles)
    chance.shuffle(shuffled)
    assert found == told(shuffled, text)
    with_another = told([*articles, UNRELATED], text)
    assert found.events == tuple(event for event in with_another.events if event.mentions[0].article != UNRELATED.id)
    assert () == found.problems


@given(PAIR, MORE, st.data())
def test_a_correction_changes_no_other_event(pair: Sequence[Article], more: list[Article], data: st.DataObject) -> None:
    articles = joined(pair, more)
    one, other = merged_pair(articles)
    said = data.draw(
        st.sampled_from([f"split: [{other.id}]", "date: 2014-02", "headline: Other", "pin: true", "hide: yes"])
    )
    before, after = (
        told(articles, "").events,
        told(articles, entry(other.id if said[0] != "s" else one.id, said)).events,
    )
    home = together(before)[one.id]
    assert [event for event in before if event.id != home] == [
        event for event in after if together(before)[event.id] != home
    ]


@given(PAIR, MORE, st.data())
def test_what_is_merged_by_hand_is_one_event_and_no_mention_is_lost(
    pair: Sequence[Article], more: list[Article], data: st.DataObject
) -> None:
    articles = joined(pair, more)
    mentions = [mention for each in articles for mention in MENTIONS[each.id]]
    one, other = data.draw(st.lists(st.sampled_from(mentions), min_size=2, max_size=2, unique_by=lambda each: each.id))
    found = told(articles, entry(one.id, f"merge: [{other.id}]"))
    homes = together(found.events)
    assert homes[one.id] == homes[other.id]
    assert {mention.id for mention in mentions} == set(homes)


# From the file to the page


def run(*arguments: str) -> Any:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with two articles and corrections of them."""
    write_article(tmp_path, "ferry", FERRY.markdown, "date: 2015-08-11")
    write_article(tmp_path, "quiet", "Recently Okoye left Accra<!-- when: 2015-13 -->.")
    text = entry(SANK.id, "date: 2015-08-09", "on: 2015-09-01", signed="by: <b>Ann\n  why: see the minutes.")
    (tmp_path / "corrections.yml").write_text(text + entry("gone", "hide: true"), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_corrections_are_on_the_page_and_in_the_data(folder: Path) -> None:
    assert 0 == run("build").exit_code
    [shown] = [
        each.text
        for each in elements((folder / "site" / "index.html").read_text("utf-8"))
        if each.attributes.get("class") == "corrected"
    ]
    assert "Corrected by <b>Ann on 1 September 2015: the date was 10 August 2015; see the minutes." == shown
    [event] = [
        each
        for each in json.loads((folder / "site" / "timeline.json").read_text("utf-8"))["events"]
        if each["id"] == SANK.id
    ]
    assert ("2015-08-09", "exact") == (event["start"], event["certainty"])
    assert event["corrections"] == [
        {
            "kind": "date",
            "by": "<b>Ann",
            "on": "2015-09-01",
            "why": "see the minutes.",
            "was": "2015-08-10",
            "explanation": "corrected by <b>Ann on 1 September 2015: the date was 10 August 2015; see the minutes.",
        }
    ]
    assert event["corrections"][0]["explanation"] == event["sources"][0]["explanation"][-1]


def test_the_next_build_gives_the_same(folder: Path) -> None:
    run("build")
    before = (folder / "site" / "timeline.json").read_bytes()
    write_article(folder, "another", "It rained in Uppsala in 1999.")
    run("build")
    assert before != (folder / "site" / "timeline.json").read_bytes()
    (folder / "content" / "another.md").unlink()
    run("build")
    assert before == (folder / "site" / "timeline.json").read_bytes()


def test_an_export_names_what_no_longer_applies(folder: Path) -> None:
    result = run("export", "--format", "json")
    assert 0 == result.exit_code
    assert "corrections.yml:6: no event" in result.stderr
    assert "the date was 10 August 2015" in result.stdout


def test_what_no_longer_applies_is_a_problem_of_a_strict_build(folder: Path) -> None:
    result = run("build", "--strict")
    assert 1 == result.exit_code
    assert 'corrections.yml:6: no event or mention has the id "gone" any more; give the id it has now' in result.stderr
    assert [["content/quiet.md", "5"], ["corrections.yml", "6"]] == sorted(
        line.split(":")[:2] for line in result.stderr.splitlines()
    )


def test_the_file_can_have_another_name_and_is_asked_for_then(folder: Path) -> None:
    write_config(folder, plugins="[timeline: {corrections: desk.yml}]")
    result = run("build")
    assert 1 == result.exit_code
    assert "desk.yml: cannot be read" in result.stderr
    (folder / "corrections.yml").rename(folder / "desk.yml")
    assert "desk.yml:6: no event" in run("build").stderr


@pytest.mark.parametrize("verb", [["build"], ["export", "--format", "json"]], ids=["build", "export"])
def test_a_file_that_cannot_be_read_stops_the_build_and_leaves_the_site(folder: Path, verb: list[str]) -> None:
    run("build")
    before = (folder / "site" / "timeline.json").read_bytes()
    (folder / "corrections.yml").write_text("- event: [", "utf-8")
    result = run(*verb)
    assert (1, "") == (result.exit_code, result.stdout)
    assert "corrections.yml:1: the file of corrections is no YAML" in result.stderr
    assert before == (folder / "site" / "timeline.json").read_bytes()
