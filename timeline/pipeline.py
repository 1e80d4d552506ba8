"""The whole chain: a folder of articles in, one timeline out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.articles import ContentSettings
from timeline.content_files import list_articles
from timeline.correcting import merge_corrected
from timeline.corrections import Corrections, read_corrections
from timeline.errors import ArticleError
from timeline.merging import Merging, Timeline
from timeline.progress import Progress, silent
from timeline.readings import Reading
from timeline.resolutions import Resolution
from timeline.store.database import Store
from timeline.store.knowledge import Known, KnownMerging


@dataclass(frozen=True, slots=True)
class Manner:
    """How articles are read."""

    workers: int = 1
    """So many processes share it, where there are many articles to read."""
    progress: Progress = silent
    name: Callable[[ArticleError], None] | None = None
    """Is told of each article that was skipped, as soon as all are read."""
    held: list[ArticleError] | None = None
    """Where this is given, what became of an article that cannot be read any more is put there, and it stays as it was."""


def build_timeline(
    content: Path,
    settings: ContentSettings | None = None,
    title: str = "",
    corrections: Path | None = None,
    store: Store | None = None,
    manner: Manner = Manner(),
) -> Timeline:
    """The timeline of all articles below a folder, as the file of corrections has it.

    An article that cannot be read, or whose language nobody knows, is skipped and named in `skipped`, a
    correction that does not apply is named in `problems`; the others go on. With a store, only articles that
    it does not know are read. In which `manner` they are makes no difference to what comes out.

    Raises:
        CorrectionError: the file of corrections cannot be read at all.
    """
    said = Corrections() if corrections is None else read_corrections(corrections)
    store = store or Store()
    readings, skipped = read_content(content, settings or ContentSettings(), store, manner)
    articles = tuple(reading.article for reading in readings)
    placed = [mention for reading in readings for mention in reading.placed]
    unplaced = [mention for reading in readings for mention in reading.unplaced]
    known = KnownMerging(store)
    merging = Merging(known.merged)
    corrected = merge_corrected(placed, unplaced, articles, said, merging)
    known.keep(merging.after)
    return Timeline(
        title=title,
        events=corrected.events,
        unplaced=corrected.unplaced,
        articles=articles,
        skipped=tuple(skipped),
        hidden=corrected.hidden,
        resolutions=_Resolutions({reading.article.id: reading for reading in readings}),
        problems=(*corrected.problems, *(problem for reading in readings for problem in reading.problems)),
    )


class _Resolutions(Mapping[str, tuple[Resolution, ...]]):
    """By article id, what was resolved in it, which is fetched when it is asked for."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings

    def __getitem__(self, article: str) -> tuple[Resolution, ...]:
        return self._readings[article].resolutions

    def __iter__(self) -> Iterator[str]:
        return iter(self._readings)

    def __len__(self) -> int:
        return len(self._readings)


def read_content(
    content: Path, settings: ContentSettings, store: Store, manner: Manner
) -> tuple[list[Reading], list[ArticleError]]:
    """What every article below a folder says about time, the first published first; and what could not be read."""
    listing = list_articles(content)
    known = Known(store, settings, manner.held)
    outcomes = known.outcomes(listing.files, manner.workers, manner.progress)
    readings = [outcome for outcome in outcomes if isinstance(outcome, Reading)]
    unread = (outcome for outcome in outcomes if isinstance(outcome, ArticleError))
    skipped = sorted((*listing.skipped, *unread), key=str)
    if manner.name is not None:
        for error in skipped:
            manner.name(error)
    return sorted(readings, key=lambda each: (each.article.published, each.article.id)), skipped
