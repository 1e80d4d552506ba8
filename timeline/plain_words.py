"""Words of strangers for places that hold plain text only."""

from __future__ import annotations

import re

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""Controls, and what changes the direction of writing behind the reader's back."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def one_line(text: str) -> str:
    """The text on one line, without what cannot be seen; half of a character becomes U+FFFD.

    >>> one_line("last\\r\\n week\\u202e")
    'last week'
    """
    return " ".join(_SURROGATE.sub("\ufffd", _UNSEEN.sub("", text)).split())
