"""What somebody copies into a page of their own: frames, pictures, and what the panel writes of a selection.

Each is written here alone. The panel of the site writes others of them with the same text, in which {names} stand for
what is selected.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Final

import msgspec

from timeline.reports import LIVE
from timeline.site.addresses import EMBEDS
from timeline.site.frame import Frame
from timeline.wording import Wording

WHOLE: Final = f"{EMBEDS}/index.html"
OEMBED: Final = "oembed.json"
HEIGHT: Final = 480
"""Of a frame until it says how high it wants to be."""
_SCRIPT: Final = f"{EMBEDS}/host.js"
"""What lets frames grow, and permalinks lead into them."""


def frame_markup(title: str, address: str, width: str = "100%") -> str:
    """A frame for somebody's page, in which scripts may run that reach nothing else."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="{width}" height="{HEIGHT}" loading="lazy" '
        'sandbox="allow-scripts allow-popups"></iframe>'
    )


def framed(title: str, address: str, site: str) -> str:
    """A frame with the script by which it grows; `site` is the address of the site, or "" for addresses from its root."""
    return f'{frame_markup(title, address)}\n<script src="{escape(site)}{_SCRIPT}"></script>'


def picture_markup(title: str, page: str, picture: str, say: Wording) -> str:
    """A picture that leads to its page, and says that it is live."""
    return (
        f'<p><a href="{escape(page)}"><img src="{escape(picture)}" alt="{escape(title)}" width="100%"></a><br>'
        f"<small>{escape(say.tell(LIVE))}.</small></p>"
    )


@dataclass(frozen=True, slots=True)
class Panel:
    """What a page offers of itself to be copied."""

    part: str
    """The address of its embed, without ending."""
    frame: str
    picture: str
    frames: str
    """The same for any {title} and {address}."""
    pictures: str
    """For any {title}, {page} and {picture}."""


def panel_of(embed: str, page: str, frame: Frame) -> Panel | None:
    """What a page has to offer whose embed stands there; None where it has none."""
    if not embed:
        return None
    part, title, url = embed.removesuffix(".html"), frame.title, frame.url
    return Panel(
        part=part,
        frame=framed(title, url + embed, url),
        picture=picture_markup(title, url + page, f"{url}{part}.svg", frame.wording),
        frames=framed("{title}", "{address}", url),
        pictures=picture_markup("{title}", "{page}", "{picture}", frame.wording),
    )


def oembed_of(frame: Frame) -> str:
    """What those who embed by an address are told (oEmbed 1.0): a frame with the whole timeline."""
    told = {
        "version": "1.0",
        "type": "rich",
        "title": frame.title,
        "provider_name": frame.title,
        "provider_url": frame.url,
        "html": frame_markup(frame.title, frame.url + WHOLE, "600"),
        "width": 600,
        "height": HEIGHT,
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n"
