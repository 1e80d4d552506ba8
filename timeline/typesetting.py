"""Pages set in type by typst: as PDF, of a template and the words that stand in it."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path


def typeset(template: bytes, words: Mapping[str, str], moment: datetime, fonts: Sequence[str] = ()) -> bytes:
    """The PDF; the same for the same. Whatever stands in the words, it is no command.

    `fonts` are files of fonts that need not be among those of the system; the PDF says that it was made at the moment.
    """
    import typst

    written = typst.compile(
        template,
        format="pdf",
        sys_inputs=dict(words),
        font_paths=typst.Fonts(font_paths=sorted({Path(font).parent for font in fonts})),
        timestamp=calendar.timegm(moment.timetuple()),
    )
    assert isinstance(written, bytes)
    return written
