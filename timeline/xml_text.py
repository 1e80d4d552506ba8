"""What XML cannot hold."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 cannot hold, not even escaped.

    >>> xml_text("last\\x00week")
    'last\\ufffdweek'
    """
    return _NOT_XML.sub("\ufffd", text)
