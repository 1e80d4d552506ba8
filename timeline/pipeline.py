"""The whole chain: a folder of articles in, one timeline out."""

from __future__ import annotations

from pathlib import Path

from timeline.articles import ContentSettings
from timeline.content_files import list_articles
from timeline.correcting import merge_corrected
from timeline.corrections import Corrections, read_corrections
from timeline.errors import ArticleError
from timeline.merging import Timeline
from timeline.readings import Reading
from timeline.store.database import Store
from timeline.store.knowledge import keep_articles, keep_merging, known_articles, known_merging


def build_timeline(
    content: Path,
    settings: ContentSettings | None = None,
    title: str = "",
    corrections: Path | None = None,
    store: Store | None = None,
) -> Timeline:
    """The timeline of all articles below a folder, as the file of corrections has it.

    An article that cannot be read, or whose language nobody knows, is skipped and named in `skipped`, a
    correction that does not apply is named in `problems`; the others go on. With a store, only articles that
    it does not know are read.

    Raises:
        CorrectionError: the file of corrections cannot be read at all.
    """
    said = Corrections() if corrections is None else read_corrections(corrections)
    store = store or Store()
    readings, skipped = read_content(content, settings or ContentSettings(), store)
    articles = tuple(reading.article for reading in readings)
    placed = [mention for reading in readings for mention in reading.placed]
    unplaced = [mention for reading in readings for mention in reading.unplaced]
    merging = known_merging(store, readings)
    corrected = merge_corrected(placed, unplaced, articles, said, merging)
    keep_merging(store, merging)
    return Timeline(
        title=title,
        events=corrected.events,
        unplaced=corrected.unplaced,
        articles=articles,
        skipped=tuple(skipped),
        resolutions={reading.article.id: reading.resolutions for reading in readings},
        problems=(*corrected.problems, *(problem for reading in readings for problem in reading.problems)),
    )


def read_content(content: Path, settings: ContentSettings, store: Store) -> tuple[list[Reading], list[ArticleError]]:
    """What every article below a folder says about time, the first published first; and what could not be read."""
    listing = list_articles(content)
    known = known_articles(store, settings)
    outcomes = [known.outcome(file, settings) for file in listing.files]
    keep_articles(store, known)
    readings = [outcome for outcome in outcomes if isinstance(outcome, Reading)]
    skipped = [*listing.skipped, *(outcome for outcome in outcomes if isinstance(outcome, ArticleError))]
    return sorted(readings, key=lambda each: (each.article.published, each.article.id)), sorted(skipped, key=str)
