"""Which addresses that strangers name may be followed."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\^{|}\x00-\x20\x7f-\xa0]+", re.IGNORECASE)


def web_address(url: str) -> str | None:
    """The address if a reader may follow it: a whole one, http or https, without a name or password in it.

    >>> web_address("https://example.org/a?b=c"), web_address("java\\tscript:alert(1)"), web_address("//example.org")
    ('https://example.org/a?b=c', None, None)
    """
    if not _WEB_ADDRESS.fullmatch(url) or not url.isprintable():
        return None
    try:
        parts = urlsplit(url)
        return url if parts.hostname and "@" not in parts.netloc else None
    except ValueError:
        return None
