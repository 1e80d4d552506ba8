"""Saved web pages: the article in one, without the page around it, by trafilatura and htmldate."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from timeline.errors import ArticleError
from timeline.importing.found import FoundArticle, as_list, as_text, own_key, plain_line, without_headline
from timeline.importing.json_records import article_objects
from timeline.importing.markdown_text import escape, text_to_markdown

LARGEST = 5_000_000
"""Bytes of the largest page that is read."""
_QUICK: dict[str, Any] = {"extensive_search": False, "original_date": True}
_LINKED = re.compile(rb"<script[^<>]{0,300}application/ld\+json[^<>]{0,300}>", re.I)
_LANGUAGE = re.compile(rb"<html[^>]{0,1000}?\slang\s*=\s*[\"']?([A-Za-z]{2,3})", re.I)


def read_page(data: bytes, place: str, key: str = "", url: str = "") -> FoundArticle:
    """The article of a page; `url` is the address that it was fetched from.

    Raises:
        ArticleError: it holds no article, or is too large.
    """
    from htmldate import find_date
    from trafilatura import bare_extraction

    if len(data) > LARGEST:
        raise ArticleError(f"is larger than {LARGEST:,} bytes", path=place, remedy="save the article alone")
    linked = next(linked_articles(data), {})
    try:
        # Its date is not used: left to itself it tries the words of two hundred languages, which takes seconds.
        found = bare_extraction(
            data,
            url=url or None,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=_QUICK,
        )
    except Exception as error:  # whatever a stranger's page makes the libraries do, it is about this page only
        raise ArticleError(f"cannot be read ({type(error).__name__})", path=place, remedy="save it anew") from error
    said = found.as_dict() if found is not None and not isinstance(found, dict) else found or {}
    lines = [line for line in as_text(said.get("text"), lines=True).split("\n") if line.strip()]
    body = as_text(linked.get("articleBody"), lines=True)
    markdown = (
        "\n\n".join(_line(line) for line in lines) if sum(map(len, lines)) * 2 > len(body) else text_to_markdown(body)
    )
    if not markdown:
        raise ArticleError("holds no article", path=place, remedy="save the article's own page, or its text")
    address = as_text(said.get("url")) or as_text(linked.get("url")) or url
    language = _LANGUAGE.search(data)
    date = as_text(linked.get("datePublished"))
    if not date:
        try:
            date = find_date(data, **_QUICK, url=address or None) or ""
        except Exception:  # its failures on broken pages are of all kinds; a page without a date is one of them
            date = ""
    title = plain_line(as_text(linked.get("headline")) or as_text(said.get("title")))
    return FoundArticle(
        place=place,
        key=own_key(address, "", key),
        markdown=without_headline(markdown, title),
        title=title,
        date=date,
        language=as_text(linked.get("inLanguage")) or (language[1].decode() if language else ""),
        source=as_text(linked.get("publisher")) or as_text(said.get("sitename")),
        url=address,
        author=as_text(linked.get("author")) or as_text(said.get("author")).replace("; ", ", "),
        tags=as_list(linked.get("keywords")) or as_list(said.get("tags")),
    )


def _line(line: str) -> str:
    return f"- {escape(line[2:])}" if line.startswith("- ") else escape(line)


def linked_articles(data: bytes) -> Iterator[Mapping[str, object]]:
    """The articles that a page describes in JSON-LD."""
    lower = data.lower()
    for script in _LINKED.finditer(data):
        end = lower.find(b"</script", script.end())
        if end < 0:
            return
        try:
            yield from article_objects(json.loads(data[script.end() : end].decode("utf-8", "replace"), strict=False))
        except (ValueError, RecursionError):
            continue
