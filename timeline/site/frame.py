"""What all pages of the site share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.errors import ArticleError
from timeline.site.addresses import METHOD
from timeline.site.chronology_page import CARDS
from timeline.site.theming import PLAIN, Theme
from timeline.wording import ENGLISH, Wording, load_wording


class Document(NamedTuple):
    """A page that the makers of the site wrote themselves, as it is linked to."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages share."""

    title: str
    description: str = ""
    copyright: str = ""
    url: str = ""
    """The site's own address, with a slash at its end; without it nothing asks for one."""
    documents: tuple[Document, ...] = ()
    events_per_page: int = CARDS.items
    """Above so many events the years have pages of their own, above so many in a year its months, and so on."""
    report: str = ""
    """Where a reader can report an error."""
    theme: Theme = PLAIN
    method: str = METHOD
    wording: Wording = field(default_factory=lambda: load_wording(ENGLISH))
    """The language of the pages; articles keep their own."""
    skipped: tuple[ArticleError, ...] = ()
    """The articles that could not be read."""

    @property
    def parts(self) -> tuple[object, ...]:
        """All that stands on every page: not what could not be read, which two of them name."""
        words = self.title, self.description, self.copyright, self.url, self.documents, self.events_per_page
        return (*words, self.report, self.theme, self.method, self.wording.language)
