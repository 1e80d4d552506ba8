"""The made-up articles that measurements use: the same everywhere, and as the news is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import timeline
from timeline.articles import ContentSettings, read_articles

COUNT = 120


@pytest.fixture(scope="module")
def generated() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(Path(__file__).parents[1] / "bench")
        module: ModuleType = pytest.importorskip("generated")
        yield module


@pytest.fixture(scope="module")
def content(generated: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("content")
    generated.write(folder, COUNT)
    return folder


def test_an_article_is_the_same_alone_and_among_the_others(generated: ModuleType) -> None:
    assert [generated.article(number, COUNT) for number in reversed(range(COUNT))] == [*generated.articles(COUNT)][::-1]


def test_every_article_is_read_and_later_the_higher_its_number(content: Path) -> None:
    library = read_articles(content, ContentSettings())
    assert (COUNT, ()) == (len(library.articles), library.skipped)
    days = [article.published for article in sorted(library.articles, key=lambda article: article.id.split("/")[1])]
    assert sorted(days) == days


def test_each_names_five_to_eight_times_besides_a_vague_word(content: Path) -> None:
    for article in read_articles(content, ContentSettings()).articles:
        found = timeline.tag(article.text, article.published.date().isoformat())
        assert 5 <= sum(each.expression.text != "recently" for each in found) <= 8, article.text


def test_some_events_are_told_by_many_articles_and_most_by_one(content: Path) -> None:
    told = Counter(len({each.article for each in event.mentions}) for event in timeline.build(content).events)
    assert told[1] > COUNT * 3
    assert sum(number for articles, number in told.items() if articles > 1) > COUNT / 5
    assert max(told) >= 4


def test_one_day_is_busier_than_any_month_but_its_own(generated: ModuleType) -> None:
    days = Counter(line for text in generated.articles(4000) for line in text.text.split("\n") if line[:5] == "date:")
    [(busiest, number), (_, second)] = days.most_common(2)
    assert f"date: {generated.BUSY_DAY}" == busiest
    assert number > 10 * second
