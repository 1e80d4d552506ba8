"""Articles as they are named beside what they tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from timeline.articles import Article
from timeline.date_words import DateWords
from timeline.site.addresses import article_address
from timeline.web_addresses import web_address
from timeline.writing_direction import direction_of


@dataclass(frozen=True)
class Source:
    """An article as it is named beside what it tells."""

    id: str
    number: int
    """Its place in the list of articles, by which print names it."""
    title: str
    outlet: str
    published: str
    """In words."""
    machine_published: str
    inferred: str
    """Why it was published then, where nobody wrote it."""
    address: str
    """Of its page in this site, from the root."""
    original: str | None
    """Its address in the web, if a reader may follow it."""
    language: str
    direction: str
    article: Article = field(repr=False, compare=False)

    @property
    def text(self) -> str:
        """The prose of the article."""
        return self.article.text

    @cached_property
    def weight(self) -> float:
        """How many bytes a character of the text has, on average."""
        return len(self.text.encode()) / max(1, len(self.text))


def sources_of(articles: Sequence[Article], words: DateWords) -> dict[str, Source]:
    """The articles by their id, numbered in order."""
    return {article.id: _source(article, number, words) for number, article in enumerate(articles, start=1)}


def _source(article: Article, number: int, words: DateWords) -> Source:
    return Source(
        id=article.id,
        number=number,
        title=article.title,
        outlet=article.source,
        published=words.of_day(article.published.date()),
        machine_published=article.published.date().isoformat(),
        inferred=words.say.tell(article.date_reason) if article.date_source == "inferred" else "",
        address=article_address(article.id),
        original=web_address(article.url),
        language=article.language,
        direction=direction_of(article.language),
        article=article,
    )
