"""A file of the site before it is made: what it hangs on, by which it is known whether it has to be made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import Path, PurePath
from typing import NamedTuple

import msgspec

from timeline.articles import Article
from timeline.merging import Event
from timeline.site.rendering import templates_dir
from timeline.store.database import Store
from timeline.store.program import program


class Sheet(NamedTuple):
    """A file of the site that can be made."""

    address: str
    """From the root of the site."""
    mark: bytes
    """Another one for everything that could make another text."""
    make: Callable[[], str | bytes]
    """Its text, or what that is as UTF-8."""


def made(address: str, text: str) -> Sheet:
    """A file whose text is known."""
    return Sheet(address, mark_of(text), lambda: text)


def mark_of(*parts: object) -> bytes:
    """A mark for what a file is made of: others for other parts.

    >>> mark_of("home", 1) == mark_of("home", 1) != mark_of("home", 2)
    True
    """
    try:
        said = _ENCODER.encode(parts)
    except (UnicodeEncodeError, OverflowError):  # what no file holds, such as half a character
        said = repr(parts).encode("utf-8", "surrogatepass")
    return blake2b(said, digest_size=16).digest()


def mark_of_article(article: Article) -> bytes:
    """A mark for all that is shown of an article and read in it."""
    if article.mark:
        return mark_of(article.id, article.mark)
    prose, fields = article.prose, Article.__dataclass_fields__
    return mark_of(prose.comments, *(getattr(article, name) for name in fields if name != "prose"))


def mark_of_event(event: Event, articles: dict[str, bytes]) -> bytes:
    """A mark for all that is shown of an event; `articles` has those of its articles."""
    if event.mark and not event.corrections and not event.contradictions:
        return event.mark
    told = event.mark or [(each.id, each.when, each.certainty, articles[each.article]) for each in event.mentions]
    against = [
        (each.mention.id, each.other.id, each.why, articles[each.other.article]) for each in event.contradictions
    ]
    return mark_of(
        *(event.id, event.when, event.certainty, event.headline, event.salience, event.topics, event.entities),
        *(event.aliases, event.dates, event.corrections),
        told,
        against,
    )


def mark_of_templates(directories: Iterable[str | Path]) -> tuple[bytes, bool]:
    """A mark for the templates and the program, and whether some of the templates are somebody else's."""
    own, found, foreign = templates_dir(), [], False
    for directory in map(Path, directories):
        files = sorted(path for path in directory.rglob("*.html") if path.is_file())
        foreign = foreign or bool(files and directory != own and own not in directory.parents)
        found.append([(path.relative_to(directory).as_posix(), path.read_bytes()) for path in files])
    return mark_of(program(), found), foreign


def why_again(store: Store, site: str, templates: bytes, frame: tuple[object, ...]) -> str:
    """Why all pages of a site are made again, so far as they were made before; empty where there is no such reason."""
    reasons = []
    for what, mark in (("templates", templates), ("configuration", mark_of(frame))):
        name, now = f"{what} of the pages\n{site}", mark.hex()
        if store.said(name) not in ("", now):
            reasons.append(what)
        store.say(name, now)
    return f"the {' and the '.join(reasons)} changed" if reasons else ""


def _plain(value: object) -> object:
    if isinstance(value, PurePath):
        return str(value)
    if isinstance(value, Exception):
        return str(value)
    return repr(value)


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_plain)
