"""What is listed by the day on which an article was published: the articles, and what they tell without a date."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.date_words import DateWords
from timeline.site.addresses import ARTICLES, UNDATED
from timeline.site.listing import Listing
from timeline.site.paging import Bound, Place
from timeline.site.sources import Source
from timeline.site.undated import Undated

ARTICLES_A_PAGE = Bound(500, 110_000)
UNDATED_A_PAGE = Bound(300, 110_000)


def listing_of_articles(sources: Sequence[Source], words: DateWords) -> Listing[Source]:
    """The articles, and the pages that name them."""
    return Listing(ARTICLES, sources, _published, lambda each: 100 + len(each.title.encode()), ARTICLES_A_PAGE, words)


def listing_of_undated(undated: Sequence[Undated], words: DateWords) -> Listing[Undated]:
    """What has no date, and the pages it is on."""
    return Listing(UNDATED, undated, _published, lambda each: each.size, UNDATED_A_PAGE, words)


def _published(item: Source | Undated) -> Place:
    return Place(*map(int, item.machine_published.split("-")))
