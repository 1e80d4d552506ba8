"""Texts that people write: posts in Markdown of Hugo, Jekyll, Pelican and MkDocs, and plain text."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import PurePath

from timeline.content_files import decode
from timeline.errors import ArticleError
from timeline.front_matter import read_front_matter, split_front_matter
from timeline.importing.found import FIELDS, FoundArticle, as_list, as_text, own_key, plain_line
from timeline.importing.markdown_text import text_to_markdown

_TOML = re.compile(r"\+\+\+[^\S\n]*\n(?P<head>.*?)^\+\+\+[^\S\n]*$\n?", re.M | re.S)
_NAMED_LINE = re.compile(r"(?P<key>[A-Za-z][\w-]{0,30}):[^\S\n]+(?P<value>\S[^\n]*)\n")
_TAG = re.compile(r"\{\{[<%][^{}]{0,2000}[%>]\}\}|\{%[^{}]{0,2000}%\}")
"""What Hugo and Jekyll would carry out; it is no word of the article."""
_DATED_NAME = re.compile(r"\d{4}-\d{2}-\d{2}(?=-|$)")
_LONGEST_HEAD = 64 * 1024
_TITLE = 200
"""Characters of the longest first line that is a title."""


def read_post(data: bytes, place: str, key: str = "") -> FoundArticle:
    """The article of a file of Markdown; its head may be YAML, TOML, JSON, or lines as Pelican writes them.

    Raises:
        ArticleError: its head cannot be read, or it has no text.
    """
    text = re.sub(r"\r\n?", "\n", decode(data))
    try:
        head, body = _split(text)
    except ArticleError as error:
        raise error.at(place) from None
    values = {str(key).lower(): value for key, value in head.items()}
    body = _TAG.sub("", body).strip()
    if not body:
        raise ArticleError("has no text", path=place, remedy="write the article below its front matter")
    path = PurePath(place)
    named = next((found[0] for name in (path.stem, path.parent.name) if (found := _DATED_NAME.match(name))), "")

    def first(field: str) -> object:
        return next((values[name.lower()] for name in FIELDS[field] if as_text(values.get(name.lower()))), "")

    draft = as_text(values.get("draft")).lower() in ("true", "yes", "1") or values.get("draft") is True
    return FoundArticle(
        place=place,
        key=own_key(as_text(first("url")) if "://" in as_text(first("url")) else "", "", key),
        markdown=body,
        title=plain_line(as_text(first("title"))),
        date=as_text(first("date")) or named,
        language=as_text(first("language")),
        source=as_text(first("source")),
        url=as_text(first("url")) if "://" in as_text(first("url")) else "",
        author=as_text(first("author")),
        tags=as_list(first("tags")),
        topic=next(iter(as_list(first("topic"))), ""),
        style=as_text(values.get("style")),
        publish=as_text(values.get("publish")) if as_text(values.get("publish")).lower() != "false" else "",
        draft=draft or as_text(values.get("status")).lower() in ("draft", "hidden"),
    )


def _split(text: str) -> tuple[Mapping[str, object], str]:
    if found := _TOML.match(text[: 2 * _LONGEST_HEAD]):
        try:
            return tomllib.loads(found["head"]), text[found.end() :]
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            raise ArticleError(f"its front matter is no TOML ({error})", line=1, remedy="mend it") from None
    if text.startswith("{"):
        try:
            head, end = json.JSONDecoder().raw_decode(text)
        except (ValueError, RecursionError):
            return {}, text
        return (head, text[end:]) if isinstance(head, dict) else ({}, text)
    yaml, body, _ = split_front_matter(text)
    if yaml is not None:
        return read_front_matter(yaml).values, body
    lines: dict[str, object] = {}
    place = 0
    while found := _NAMED_LINE.match(text, place):
        lines[found["key"]] = found["value"].strip()
        place = found.end()
    known = {name.lower() for names in FIELDS.values() for name in names}
    return (lines, text[place:]) if any(key.lower() in known for key in lines) else ({}, text)


def read_text(data: bytes, place: str, key: str = "") -> FoundArticle:
    """The article of a plain text: its first line, if a blank one follows, is the title.

    Raises:
        ArticleError: it is empty, or in an unknown encoding.
    """
    try:
        text = re.sub(r"\r\n?", "\n", decode(data)).strip()
    except ArticleError as error:
        raise error.at(place) from None
    title, separate, body = text.partition("\n\n")
    if not separate or "\n" in title or len(title) > _TITLE:
        title, body = "", text
    markdown = text_to_markdown(body)
    if not markdown:
        raise ArticleError("has no text", path=place, remedy="write the article into it")
    named = _DATED_NAME.match(PurePath(place).stem)
    return FoundArticle(place, own_key("", "", key), markdown, plain_line(title), named[0] if named else "")
