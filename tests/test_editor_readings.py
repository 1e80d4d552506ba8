"""What an editor wrote into an article about a phrase of it."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest
from handmade import article
from hypothesis import given
from hypothesis import strategies as st
from reading import derivation, values

from timeline.articles import ContentSettings, read_article
from timeline.content_files import ArticleFile
from timeline.editor_readings import EDITORS_RULE, read_as_edited
from timeline.readings import Reading, read_times
from timeline.site.body import body_html
from timeline.temporal.timex import Certainty

PUBLISHED = "2015-08-14"


def read(markdown: str) -> Reading:
    return read_times(article("a", markdown, PUBLISHED))


READINGS = {
    "right-behind": ("They met last week<!-- when: 2015-W30 -->.", [("last week", "2015-W30")]),
    "without-blanks": ("They met last week<!--when:2015-W30-->.", [("last week", "2015-W30")]),
    "in-any-case": ("They met last week<!-- WHEN: 2015-w30 -->.", [("last week", "2015-W30")]),
    "after-a-blank": ("They met last week <!-- when: 2015-07 --> and left.", [("last week", "2015-07")]),
    "behind-emphasis": ("They met *last week*<!-- when: 2015-Q2 -->.", [("last week", "2015-Q2")]),
    "behind-a-genitive": ("Last week’s<!-- when: 2015-05-04 --> talks failed.", [("Last week", "2015-05-04")]),
    "on-the-next-line": ("They met last week\n<!-- when: 2015-W30 -->\nand left.", [("last week", "2015-W30")]),
    "in-the-middle": ("They met on 5 May<!-- when: 2001-05-05 --> 2015.", [("5 May 2015", "2001-05-05")]),
    "in-raw-html": ("<p>They met last week<!-- when: 2011 -->.</p>", [("last week", "2011")]),
    "in-a-table": ("| a | b |\n|---|---|\n| last week<!-- when: 2011 --> | talks |", [("last week", "2011")]),
    "in-a-caption": ("![They met last week<!-- when: 2011 -->](x.png)", [("last week", "2011")]),
    "a-stretch": ("They met last week<!-- when: 2015-07-03/2015-07-05 -->.", [("last week", "2015-07-03/2015-07-05")]),
    "a-clock-time": ("They met last week<!-- when: 2015-08-05T09:30 -->.", [("last week", "2015-08-05T09:30")]),
    "no-date": ("In May<!-- when: none --> we trust, since 2014.", [("2014", "2014")]),
    "what-follows-counts-from-it": (
        "They met on Monday<!-- when: 2014-03-03 -->. Two days later they parted.",
        [("Monday", "2014-03-03"), ("Two days later", "2014-03-05")],
    ),
    "no-end-of-a-range": (
        "From 3 June to 5 June<!-- when: none -->, on Monday.",
        [("3 June", "2015-06-03"), ("Monday", "2015-08-10")],
    ),
    "another-comment": ("They met last week<!-- when will it be checked? -->.", [("last week", "2015-W32")]),
    "in-a-block-of-code": ("They met.\n\n    last week<!-- when: 2011 -->", []),
    "in-code": ("They met `last week<!-- when: 2011 -->`.", [("last week", "2015-W32"), ("2011", "2011")]),
}


@pytest.mark.parametrize(("markdown", "expected"), READINGS.values(), ids=READINGS)
def test_a_phrase_is_read_as_the_editor_says(markdown: str, expected: list[tuple[str, str]]) -> None:
    found = read(markdown)
    assert expected == values(found.resolutions), derivation(found.article.text, found.resolutions)
    assert () == found.problems


def test_the_reading_is_exact_and_says_whose_it_is() -> None:
    [found] = read("They met last week<!-- when: 2015-W30 -->.").resolutions
    assert (EDITORS_RULE, Certainty.EXACT) == (found.expression.rule, found.certainty)
    assert (
        "“last week” is read as what an editor wrote beside it",
        "it means the week of Monday 20 July 2015, whatever the publication date",
        "so it is the week of Monday 20 July 2015: Monday 20 July to Sunday 26 July 2015",
    ) == found.explanation


def test_a_range_keeps_the_end_that_nobody_corrected() -> None:
    [mention] = read("The bridge was closed from June 3<!-- when: 2015-06-02 --> to June 5.").placed
    assert "2015-06-02/2015-06-05" == mention.when.value


def test_a_mention_keeps_its_id() -> None:
    [plain] = read("A ferry sank off Lome last week.").placed
    [edited] = read("A ferry sank off Lome last week<!-- when: 2015-W30 -->.").placed
    assert (plain.id, "2015-W30") == (edited.id, edited.when.value)


def test_it_is_in_no_sentence_and_on_no_page() -> None:
    markdown = "They met last week<!-- when: 2015-W30 --> in May<!-- when: soon -->."
    assert "They met last week in May." == article("a", markdown).text
    assert "<p>They met last week in May.</p>" == body_html(markdown, [])


WRONG = {
    "no-value": ("They met last week<!-- when: soon -->.", 'the reading "soon" is no date; write it as'),
    "no-such-day": ("They met last week<!-- when: 2015-02-30 -->.", 'the reading "2015-02-30" is no date; write it as'),
    "nothing": ("They met last week<!-- when: -->.", 'the reading "" is no date; write it as'),
    "nothing-before": (
        "Since then<!-- when: 2015 --> all is well.",
        'no time expression stands before the reading "2015"; put it right behind the words that name the time',
    ),
    "too-far": (
        "Last week they met<!-- when: 2015 -->.",
        'no time expression stands before the reading "2015"; put it right behind the words that name the time',
    ),
    "twice": (
        "They met last week<!-- when: 2015 --><!-- when: 2016 -->.",
        '"last week" has another reading already; remove one',
    ),
}


@pytest.mark.parametrize(("markdown", "expected"), WRONG.values(), ids=WRONG)
def test_a_comment_that_says_nothing_is_named(markdown: str, expected: str) -> None:
    [problem] = read(markdown).problems
    assert str(problem).startswith(f"content/a.md:1: {expected}")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_it_is_named_with_its_line_in_the_file(newline: str) -> None:
    text = "---\ndate: 2015-08-14\n---\n\nOn Monday\nthey met.\n\n- last week\n- then<!-- when: 2015 -->\n\nA<!-- when: x -->"
    file = ArticleFile(PurePosixPath("content/b.md"), Path("b.md"))
    found = read_article(file, text.replace("\n", newline).encode(), ContentSettings())
    assert found is not None
    assert [("content/b.md", 9), ("content/b.md", 11)] == [
        (each.path, each.line) for each in read_times(found).problems
    ]


def test_of_very_many_wrong_comments_the_first_are_named_and_the_others_counted() -> None:
    problems = read("They met last week.\n" + "<!-- when: x -->\n" * 30).problems
    assert [*range(2, 22), 21] == [problem.line for problem in problems]
    assert "10 more readings behind this one are no better" == problems[-1].reason


PIECES = st.sampled_from(
    ["last week", "on Monday", "from June 3", " to June 5", "in May 2014", "Okoye left", ". ", "\n\n", "*", "’s", "<p>", " "]
    + [f"<!-- when: {value} -->" for value in ("2015-W30", "none", "2015-13", "2014/2015", "")]
)  # fmt: skip


# Blanks are never doubled: four of them would begin a block of code, where a comment is no comment.
@given(st.lists(PIECES, max_size=12).map(lambda pieces: re.sub(" +", " ", "".join(pieces))))
def test_every_comment_outside_of_code_is_obeyed_or_named_and_never_shown(markdown: str) -> None:
    written = article("a", markdown)
    found = read_times(written)
    edited = [each for each in found.resolutions if each.expression.rule == EDITORS_RULE]
    assert "when:" not in written.text
    assert "when:" not in body_html(markdown, [])
    assert {each.value.value for each in edited if each.value} <= {"2015-W30", "2014/2015"}
    assert len(edited) + len(found.problems) <= len(written.prose.comments)
    assert read_as_edited(written, []).expressions == ()
