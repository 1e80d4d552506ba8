"""Which days of many articles matter, and which sentences tell them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.errors import LocaleError, UsageError
from timeline.importing.article_lines import read_told_article
from timeline.importing.text_lines import read_line
from timeline.importing.texts import SourceText
from timeline.summarizing import Scope, ToldArticle, read_told_days, summarize
from timeline.summarizing.days import salience_of_days
from timeline.summarizing.told_days import ToldSentence
from timeline.summarizing.words import telling_words

EVERYTHING = Scope()


def told(text: str, published: str = "2015-08-14", scope: Scope = EVERYTHING, title: str = "") -> ToldArticle:
    return read_told_days(text, datetime.fromisoformat(published), scope, title)


def days(articles: Sequence[ToldArticle], scope: Scope = EVERYTHING) -> list[str]:
    """The days in the order in which they matter."""
    salience = salience_of_days(articles, scope)
    return [date.fromordinal(day).isoformat() for day in sorted(salience, key=lambda day: (-salience[day], day))]


def best(articles: Sequence[ToldArticle], number: int = 1, scope: Scope = EVERYTHING) -> list[str]:
    """The best sentences of the day that matters most."""
    [sentences] = summarize(articles, 1, number, scope).values()
    return sentences


@pytest.mark.parametrize(
    ("less", "more"),
    [
        pytest.param(
            [("It rained on 3 March 2015. On 3 March 2015 it poured. All of 3 March 2015 was wet.", "2015-06-01")],
            [("The dam broke on 7 July 2015.", "2015-09-01"), ("On 7 July 2015 the dam broke.", "2015-09-01")],
            id="more articles, not more sentences",
        ),
        pytest.param(
            [("The fair opened on 3 March 2015.", "2015-09-01"), ("The fair of 3 March 2015 was full.", "2015-09-02")],
            [("The dam broke on 7 July 2015.", "2015-09-01"), ("On 7 July 2015 the dam broke.", "2015-10-05")],
            id="named again in another week",
        ),
        pytest.param(
            [("The fair will open on 3 November 2015.", "2015-09-01"), ("Come on 3 November 2015.", "2015-09-02")],
            [("The dam broke on 7 July 2015.", "2015-09-01"), ("On 7 July 2015 the dam broke.", "2015-09-02")],
            id="what happened, not what is announced",
        ),
        pytest.param(
            [
                ("On 3 March 2015 it rained, and from 4 May 2014 to 5 May 2014 and on 6 May 2014.", "2015-09-01"),
                ("It rained on 3 March 2015 and 4 May 2014, or 5 May 2014 and 6 May 2014.", "2015-09-01"),
            ],
            [("The dam broke on 7 July 2015.", "2015-09-01"), ("On 7 July 2015 the dam broke.", "2015-09-01")],
            id="singled out, not one of many days that its articles name",
        ),
        pytest.param(
            [
                (f"It rained on {day} March 2015.", "2015-09-01")
                for day in (2, 2, 3, 3, 4, 4, 5, 5, 6, 6)
            ],
            [("The dam broke on 7 July 2015.", "2015-09-01"), ("On 7 July 2015 the dam broke.", "2015-09-01")],
            id="a day that stands out from those around it",
        ),
    ],
)  # fmt: skip
def test_a_day_matters_more_for(less: list[tuple[str, str]], more: list[tuple[str, str]]) -> None:
    # The days of publication are left out: articles speak for theirs as well.
    articles = [told(text, published) for text, published in less + more]
    assert "2015-07-07" == next(day for day in days(articles) if not day.startswith(("2015-06", "2015-09", "2015-10")))


def test_articles_of_a_day_on_the_topic_speak_for_it_though_they_name_none() -> None:
    flood = Scope(keywords=("flood",))
    articles = [
        told("The flood took the bridge. Nobody was hurt.", "2015-08-11", flood),
        told("A flood has hit the valley.", "2015-08-11", flood),
        told("A cook has won a prize.", "2015-08-20", flood),
    ]
    assert ["2015-08-11"] == days(articles, flood)


def test_what_is_told_near_the_keywords_counts_for_more() -> None:
    flood = Scope(keywords=("Flood",))
    articles = [
        told(text, "2015-09-01", flood)
        for text in (
            "The fair opened on 3 March 2015. It rained.",
            "The fair of 3 March 2015 was full.",
            "A bridge fell on 7 July 2015. The flood took it.",
            "The flood of 7 July 2015 took a bridge.",
        )
    ]
    assert ["2015-07-07", "2015-03-03"] == [day for day in days(articles, flood) if day != "2015-09-01"]


def test_days_out_of_scope_are_none_and_its_ends_are_in_it() -> None:
    text = "It rained on 1 July 2015, 2 July 2015, 3 July 2015 and 4 July 2015."
    scope = Scope(date(2015, 7, 2).toordinal(), date(2015, 7, 3).toordinal())
    assert ["2015-07-02", "2015-07-03"] == sorted(days([told(text, "2015-07-04", scope)], scope))


def test_a_dateline_names_no_day() -> None:
    sent = told("ACCRA, Aug. 12 (AP) — The dam above the town broke on Monday.", "2015-08-12")
    assert [date(2015, 8, 10).toordinal()] == [each.day for each in sent.named]


def test_no_sentence_is_told_of_two_days() -> None:
    both = "The dam above the old town broke on 10 August 2015, and the bridge fell on 11 August 2015."
    other = "The dam above the old town broke at noon on 10 August 2015 and flooded it."
    articles = [told(text, "2015-08-20") for text in (both, both + " It rained.", other, other + " It rained.")]
    lines = [line for told_of in summarize(articles, 2, 1).values() for line in told_of]
    assert 2 == len(lines) == len(set(lines))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The dam broke last week.", id="week"),
        pytest.param("The dam broke in July 2015.", id="month"),
        pytest.param("The works took two days.", id="duration"),
        pytest.param("It may resume recently.", id="no place on the calendar"),
    ],
)
def test_only_single_days_count(text: str) -> None:
    assert () == told(text).named


def test_an_article_without_its_date_still_names_days() -> None:
    article = read_told_days("The dam broke on 7 July 2015. On Tuesday it was mended.", None)
    assert ["2015-07-07"] == days([article])


def test_the_sentence_that_says_what_most_say_is_best_and_is_taken_whole() -> None:
    articles = [
        told("Nobody slept in the valley on Tuesday, said an old man with a very small dog.", "2015-08-14"),
        told("The dam above the town of Weir broke on Tuesday, and the valley was flooded.", "2015-08-14"),
        told("The mayor spoke of the valley and the dam on Tuesday, and of a holiday in Spain.", "2015-08-14"),
        told("Shops in the town of Weir have been closed since Tuesday, when the water came.", "2015-08-14"),
    ]
    assert ["The dam above the town of Weir broke on Tuesday, and the valley was flooded."] == best(articles)


def test_the_words_of_the_date_do_not_make_a_sentence_better() -> None:
    dated = "On Tuesday, 11 August 2015, somebody in the valley heard a strange and distant noise."
    telling = "The great dam above the town of Weir broke, and the whole of the valley was flooded."
    articles = [
        told(f"{telling} It was Tuesday, 11 August 2015.", "2015-08-11"),
        told(f"{telling} {dated}", "2015-08-11"),
        told("The date is Tuesday, 11 August 2015. It is Tuesday, 11 August 2015.", "2015-08-12"),
    ]
    assert [telling] == best(articles)


def test_what_happened_is_told_before_what_was_announced() -> None:
    announced = "The minister will open the new bridge of the town of Weir on 11 August 2015."
    happened = "The minister opened the new bridge on 11 August 2015 before a crowd of angry farmers from Ford."
    articles = [told(announced, "2015-08-01"), told(announced, "2015-08-02"), told(happened, "2015-08-20")]
    assert [happened] == best(articles)


def test_what_has_been_told_is_not_told_again() -> None:
    twice = "The dam above the town of Weir broke on Tuesday, and the valley was flooded."
    other = "On Tuesday the minister promised twenty new pumps to every village on the river."
    articles = [told(twice, "2015-08-12"), told(twice, "2015-08-13"), told(f"{twice} {other}", "2015-08-13")]
    assert [twice, other] == best(articles, 5)


def test_a_question_a_piece_and_a_sentence_too_long_are_taken_only_where_there_is_nothing_else() -> None:
    question = "Why did the great dam above the town of Weir break on Tuesday?"
    piece = "L) the great dam above the town of Weir broke on Tuesday."
    endless = f"On Tuesday the dam above Weir broke {'and the water rose ' * 12}."
    plain = "On Tuesday somebody in the valley below heard a noise."
    texts = [question, piece, endless, plain]
    assert [plain] == best([told(text, "2015-08-12") for text in texts])
    assert [question] == best([told(question, "2015-08-12")])


def test_a_sentence_that_nobody_would_read_is_not_told_but_its_days_count() -> None:
    table = f"The rain of 7 July 2015 {'and of the day after that ' * 100}."
    plain = "On 7 July 2015 somebody in the valley below heard a noise."
    assert ["2015-07-07"] == days([read_told_days(table, None), read_told_days(table, None)])
    assert [plain] == best([read_told_days(text, None) for text in (table, table, plain)], 5)


def test_the_order_of_articles_makes_no_difference() -> None:
    texts = [
        f"The {what} of {town} was closed on {day} August 2015 because of the flood in the valley."
        for what in ("bridge", "school", "harbour")
        for town in ("Weir", "Ford", "Marsh")
        for day in (3, 4, 9)
    ]
    articles = [told(text, f"2015-08-{10 + number % 9}") for number, text in enumerate(texts)]
    shuffled = Random(7).sample(articles, len(articles))
    assert summarize(articles, 2, 3) == summarize(shuffled, 2, 3)


def test_days_come_in_the_order_of_time_and_no_more_than_asked_for() -> None:
    text = "It rained in the valley on 9 July 2015. It had rained in the town on 3 July 2015."
    assert ["2015-07-03", "2015-07-09"] == list(summarize([told(text), told(text)], 2, 1))
    assert 1 == len(summarize([told(text), told(text)], 1, 1))


def test_nothing_comes_of_nothing() -> None:
    assert {} == summarize([], 5, 2)
    assert {} == summarize([read_told_days("", None)], 5, 2)


@pytest.mark.parametrize(
    ("keyword", "text", "expected"),
    [
        ("oil", "OIL prices", True),
        ("oil", "turmoil", False),
        ("oil", "oilfields", True),
        ("c++", "in C++ again", True),
        ("洪水", "大洪水", True),
        (" oil ", "the oil", True),
    ],
)
def test_a_keyword_begins_a_word(keyword: str, text: str, expected: bool) -> None:
    assert expected is Scope(keywords=(keyword,)).is_topical(text)


def test_small_words_tell_nothing() -> None:
    assert frozenset({"dam", "12"}) == telling_words(ToldSentence("The dams of the 12", False))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param(b"{", "no JSON: ", id="no JSON"),
        pytest.param(b"[]", "expected `object`, got `array`", id="no object"),
        pytest.param(b'{"id": 1}', "object missing required field `text`", id="no text"),
        pytest.param(b'{"text": "\xff"}', "no JSON: ", id="no UTF-8"),
        pytest.param(b'{"text": "x", "published": "soon"}', '"soon" is no date', id="no date"),
        pytest.param(b'{"text": "x", "style": "verse"}', 'no style "verse"', id="no style"),
    ],
)
def test_a_line_that_is_no_article_says_why(line: bytes, reason: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_told_article(SourceText("articles.jsonl", 1, line), EVERYTHING)
    assert str(caught.value).startswith(reason)


def test_a_text_that_breaks_something_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> ToldArticle:
        raise ZeroDivisionError

    monkeypatch.setattr("timeline.importing.article_lines.read_told_days", broken)
    with pytest.raises(UsageError, match="timeline fails on this text: ZeroDivisionError"):
        read_told_article(SourceText("a", 1, b'{"text": "x"}'), EVERYTHING)


def test_a_language_that_nobody_knows_is_named() -> None:
    with pytest.raises(LocaleError):
        read_told_article(SourceText("a", 1, b'{"text": "x", "language": "tlh"}'), EVERYTHING)


def test_an_article_line_may_say_nothing_but_its_text() -> None:
    assert (None, None) == (read_line(b'{"text": "x"}').published, read_line(b'{"text": "x"}').title)


LINES = [
    {"id": "a", "published": "2015-08-12", "title": "", "text": "The dam above the town of Weir broke on Tuesday."},
    {"id": "b", "published": "2015-08-13T10:00:00Z", "text": "It broke on Tuesday."},
    {"id": "c", "published": "2015-09-03", "text": "The café of the town of Weir was opened again on Wednesday."},
    {"id": "d", "published": "2015-09-04", "text": "They came on Wednesday."},
]


def lines(*more: bytes) -> bytes:
    return b"\n".join([json.dumps(line).encode() for line in LINES] + list(more)) + b"\n"


def test_the_command_prints_one_object_of_days(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_bytes(lines())
    result = CliRunner().invoke(main, ["summarize", str(file), "--dates", "2", "--sentences", "1"])
    assert (0, "") == (result.exit_code, result.stderr)
    assert {
        "2015-08-11": ["The dam above the town of Weir broke on Tuesday."],
        "2015-09-02": ["The café of the town of Weir was opened again on Wednesday."],
    } == json.loads(result.stdout)
    assert "café" in result.stdout


def test_the_command_keeps_to_the_days_asked_for_and_reads_standard_input() -> None:
    arguments = ["summarize", "-", "--from", "2015-08-20", "--to", "2015-09-02", "--keywords", "café,"]
    result = CliRunner().invoke(main, arguments, input=lines())
    assert ["2015-09-02"] == list(json.loads(result.stdout))


def test_the_command_names_lines_it_cannot_read_and_goes_on() -> None:
    result = CliRunner().invoke(main, ["summarize", "-", "--dates", "1"], input=lines(b'{"id": "e"}', b'{"text": 5}'))
    assert 1 == result.exit_code
    first, second = result.stderr.splitlines()
    assert first.startswith("standard input:5: object missing required field `text`")
    assert second.startswith("standard input:6: expected `str`, got `int`")
    assert 1 == len(json.loads(result.stdout))


def test_the_days_of_the_command_can_be_months() -> None:
    text = "The dam broke on 3 July 2015. The bridge fell on 4 August 2015. The mill burned on 5 September 2015."
    line = json.dumps({"id": "a", "published": "2015-10-01", "text": text}).encode()
    result = CliRunner().invoke(main, ["summarize", "-", "--from", "2015-08", "--to", "2015-08"], input=line)
    assert ["2015-08-04"] == list(json.loads(result.stdout))


@pytest.mark.parametrize(
    "arguments",
    [["--dates", "0"], ["--sentences", "0"], ["--from", "soon"], ["--to", "2015-13-01"], ["--language", "tlh"]],
    ids=" ".join,
)
def test_wrong_use_of_the_command_ends_with_2(arguments: list[str]) -> None:
    assert 2 == CliRunner().invoke(main, ["summarize", "-", *arguments], input=b"").exit_code
