"""The picture that is shown where somebody shares a link to the site."""

from __future__ import annotations

from functools import partial
from typing import Final

from timeline.merging import Timeline
from timeline.picture import drawable
from timeline.site.frame import Frame
from timeline.site.sheets import Sheet, mark_of

SHARED: Final = "picture.png"
_NAMED: Final = 8
"""So many events can be read where a picture is shown small."""


def shared_picture(timeline: Timeline, frame: Frame) -> Sheet | None:
    """The key events on a slide; None where nobody can share links, or nothing here can draw their letters."""
    if not frame.url or not timeline.events:
        return None
    part = timeline.key_events(_NAMED)
    shown = drawable(part, size="slide", colors=frame.theme.light, wording=frame.wording).figure
    if shown is None:
        return None
    told = [(event.id, event.when, event.headline, event.certainty, event.salience) for event in part.events]
    newest = max(article.published for article in part.articles)
    mark = mark_of("shared", frame.title, frame.wording.language, dict(frame.theme.light), newest, part.out_of, told)
    return Sheet(SHARED, mark, partial(shown.png, 1))
