"""Where a timeline is published, and in which language those are told of it who read it elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from timeline.wording import IN_ENGLISH, Wording


@dataclass(frozen=True, slots=True)
class Site:
    """Where the timeline is published. Without an address what is written of it is whole, but leads nowhere."""

    address: str = ""
    """That of the site, with a slash at its end."""
    description: str = ""
    events: Mapping[str, str] = field(default_factory=dict, hash=False)
    """By the event's id, where it stands, from the root of the site; else on the home page, which knows all."""
    wording: Wording = field(default=IN_ENGLISH, hash=False)
    """In which language its readers are told the dates."""

    def page(self, path: str) -> str:
        """The absolute address of a page; empty without an address of the site."""
        return urljoin(self.address, path) if self.address else ""

    def event(self, identity: str) -> str:
        """The absolute address of an event."""
        return self.page(self.events.get(identity, f"index.html#{identity}"))


NOWHERE = Site()
