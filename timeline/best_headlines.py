"""The headline of an event that several articles tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from timeline.articles import Article
from timeline.clauses import load_clause_words
from timeline.events import Mention
from timeline.grouping import ASKED
from timeline.tellings import likeness
from timeline.temporal.timex import Certainty

_GOOD_LENGTH = 70


def best_headline(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> str:
    """The best headline: of the language most tell it in, with a name, of a date told, afterwards.

    Of several such, the one closest to what all tell, and long enough to say it.
    """
    asked = mentions[:ASKED]
    languages = Counter(mention.telling.language for mention in mentions)

    def order(mention: Mention) -> tuple[int, bool, bool, bool, float, int]:
        words = load_clause_words(mention.telling.language)
        opening = mention.headline.split(" ", 1)[0].lower()
        nameless = opening in words.subject_pronouns or not mention.names
        vague = mention.certainty is Certainty.VAGUE
        close = sum(likeness(mention.telling, other.telling) for other in asked)
        interval = mention.when.interval
        announced = interval is not None and articles[mention.article].published.toordinal() < interval.first_day
        told_in = -languages[mention.telling.language]
        return told_in, nameless, vague, announced, -round(close, 3), abs(len(mention.headline) - _GOOD_LENGTH)

    return min(asked, key=order).headline
