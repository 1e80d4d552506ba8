"""Several files in one ZIP, of which the same files give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_LATEST: Final = datetime(2107, 12, 31)
"""The last day that a ZIP can write down."""


def zipped(files: Mapping[str, bytes], moment: datetime) -> bytes:
    """The files in a ZIP, in the order given, all of them dated with that moment.

    >>> zipped({"a.txt": b"a"}, datetime(2015, 8, 14)) == zipped({"a.txt": b"a"}, datetime(2015, 8, 14))
    True
    """
    written, moment = io.BytesIO(), min(moment, _LATEST)
    with ZipFile(written, "w") as archive:
        for name, content in files.items():
            # Both are the system's own otherwise.
            about = ZipInfo(name, moment.timetuple()[:6])
            about.create_system, about.external_attr, about.compress_type = 3, 0o644 << 16, ZIP_DEFLATED
            archive.writestr(about, content)
    return written.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The files of a ZIP that was made here."""
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
