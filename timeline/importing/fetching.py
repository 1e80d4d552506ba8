"""Pages and feeds by address: one request, of bounded time and size, never into somebody's own network."""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import string
import urllib.error
import urllib.request
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

from timeline.errors import ArticleError, UsageError
from timeline.web_addresses import web_address

USER_AGENT: Final = "event-timeline (timeline add; a person asked for this page)"
TIMEOUT: Final = 20
"""Seconds for which a server may be silent."""
LONGEST: Final = 60
"""Seconds that all of one answer may take."""
_WITH_PASSWORD = re.compile(r"\w+://[^/?#]*@")
LARGEST: Final = 10_000_000
"""Bytes of the largest answer."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered."""

    url: str
    """Where it came from in the end, after being sent on."""
    content: bytes
    kind: str
    """Its media type: "text/html"."""


def fetch(url: str, private: bool = False, largest: int = LARGEST, longest: float = LONGEST) -> Fetched:
    """What an address answers; one in a private network is asked only where `private` allows it.

    Raises:
        UsageError: it is no address in the web, or holds a password.
        ArticleError: there is no answer, or one that is too large, too slow, or from a private network.
    """
    if _WITH_PASSWORD.match(url):
        raise UsageError("an address with a password in it is not asked", remedy="save the page, and add the file")
    if web_address(url) is None:
        raise UsageError(f'"{url}" is no address', remedy="give one that begins with http:// or https://")
    parts = urlsplit(url)
    opener = urllib.request.OpenerDirector()
    # Nothing that reads files, and no proxy: behind one, nobody could tell where an answer comes from.
    for handler in (
        _Handler(private),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    ascii_parts = (quote(part, safe=string.punctuation) for part in parts[2:4])
    request = urllib.request.Request(
        urlunsplit((*parts[:2], *ascii_parts, "")),
        headers={"User-Agent": USER_AGENT, "Accept": "text/html, application/xml, */*"},
    )
    try:
        with opener.open(request, timeout=TIMEOUT) as answer:
            content = _read(answer, url, largest, monotonic() + longest)
            return Fetched(answer.url, content, answer.headers.get_content_type())
    except urllib.error.HTTPError as error:
        error.close()
        raise ArticleError(f"answers {error.code}", path=url, remedy="see in a browser what is there") from None
    except urllib.error.URLError as error:
        reason = error.reason
        if isinstance(reason, ArticleError):
            raise reason.at(url) from None
        why = getattr(reason, "strerror", None) or reason
        raise ArticleError(
            f"does not answer ({why})", path=url, remedy="look at the address, or try again later"
        ) from None
    except ArticleError as error:
        raise error.at(url) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise ArticleError(f"does not answer ({error or type(error).__name__})", path=url, remedy="try again") from None


def _read(answer: http.client.HTTPResponse, url: str, largest: int, until: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    while part := answer.read1(65_536):
        size += len(part)
        parts.append(part)
        if size > largest:
            raise ArticleError(f"answers more than {largest:,} bytes", remedy="save the article alone")
        if monotonic() > until:
            raise ArticleError("answers too slowly", remedy="try again later, or save the page")
    return b"".join(parts)


def _connected(host: str, port: int, timeout: float | None, private: bool) -> socket.socket:
    """A connection to one of the addresses a name stands for, which are looked at before any of them is asked.

    The name is not looked up again: what it stands for a moment later makes no difference.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [*dict.fromkeys(str(place[0]) for _, _, _, _, place in found)]
    for address in addresses:
        if not private and not _is_public(address):
            raise ArticleError(f"stands in a private network ({address})", remedy="allow it with --private")
    failure = OSError("no address")
    for address in addresses:
        try:
            return socket.create_connection((address, port), timeout)
        except OSError as error:
            failure = error
    raise failure


def _is_public(address: str) -> bool:
    whole = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(whole, ipaddress.IPv6Address):
        whole = whole.ipv4_mapped or whole.sixtofour or whole
    return whole.is_global and not whole.is_multicast


class _PlainConnection(http.client.HTTPConnection):
    private = False

    def connect(self) -> None:
        self.sock = _connected(self.host, self.port, self.timeout, self.private)


class _SecureConnection(http.client.HTTPSConnection, _PlainConnection):
    """Encrypts what the other one connects, which is the next in the order of its classes."""


class _Handler(urllib.request.HTTPHandler, urllib.request.HTTPSHandler):
    """Opens both kinds of addresses."""

    def __init__(self, private: bool) -> None:
        super().__init__()
        self.private = private

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(self._connection, _PlainConnection), req)

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(self._connection, _SecureConnection), req)

    def _connection(self, kind: type[_PlainConnection], host: str, timeout: float) -> _PlainConnection:
        connection = kind(host, timeout=timeout)
        connection.private = self.private
        return connection
