"""Pages and feeds by address: one request, of bounded time and size, never into somebody's own network."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import urllib.error
import urllib.request
from dataclasses import dataclass
from time import monotonic
from typing import Final

from timeline.errors import ArticleError, UsageError
from timeline.web_addresses import web_address

USER_AGENT: Final = "event-timeline (timeline add; a person asked for this page)"
TIMEOUT: Final = 20
"""Seconds for which a server may be silent."""
LONGEST: Final = 60
"""Seconds that all of one answer may take."""
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
        UsageError: it is no address in the web.
        ArticleError: there is no answer, or one that is too large, too slow, or from a private network.
    """
    if web_address(url) is None:
        raise UsageError(f'"{url}" is no address', remedy="give one that begins with http:// or https://")
    opener = urllib.request.OpenerDirector()
    # Nothing that reads files, and no proxy: behind one, nobody could tell where an answer comes from.
    for handler in (
        _Plain(private),
        _Secure(private),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    request = urllib.request.Request(
        url, headers={"User-Agent": USER_AGENT, "Accept": "text/html, application/xml, */*"}
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
        raise ArticleError(f"does not answer ({reason})", path=url, remedy="try again later") from None
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


def _checked(connection: socket.socket, private: bool) -> None:
    """Refuse a connection into a private network; what a name stands for is known only once it is connected."""
    address = ipaddress.ip_address(str(connection.getpeername()[0]).partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None)
    if not private and not ((mapped or address).is_global and not address.is_multicast):
        connection.close()
        raise ArticleError(f"stands in a private network ({address})", remedy="allow it with --private")


class _PlainConnection(http.client.HTTPConnection):
    private = False

    def connect(self) -> None:
        super().connect()
        _checked(self.sock, self.private)


class _SecureConnection(http.client.HTTPSConnection):
    private = False

    def connect(self) -> None:
        super().connect()
        _checked(self.sock, self.private)


class _PrivatePlain(_PlainConnection):
    private = True


class _PrivateSecure(_SecureConnection):
    private = True


class _Plain(urllib.request.HTTPHandler):
    def __init__(self, private: bool) -> None:
        super().__init__()
        self.private = private

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_PrivatePlain if self.private else _PlainConnection, req)


class _Secure(urllib.request.HTTPSHandler):
    def __init__(self, private: bool) -> None:
        super().__init__()
        self.private = private

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_PrivateSecure if self.private else _SecureConnection, req)
