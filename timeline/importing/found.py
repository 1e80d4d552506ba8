"""An article as it was found somewhere else: the one form into which every source is read."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from timeline.articles import DATE_KEYS, LANGUAGE_KEYS, TITLE_KEYS
from timeline.errors import ArticleError, TimelineError, printable
from timeline.importing.html_text import html_to_markdown, looks_like_html
from timeline.importing.markdown_text import text_to_markdown
from timeline.plain_yaml import one_text
from timeline.web_addresses import web_address

FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": (*TITLE_KEYS, "headlines", "titel", "überschrift"),
    "date": (*DATE_KEYS, "datum"),
    "language": LANGUAGE_KEYS,
    "source": ("source", "publisher", "site_name", "sitename", "provider", "outlet", "newspaper", "quelle"),
    "url": ("url", "link", "permalink", "canonical_url", "mainEntityOfPage"),
    "author": ("author", "authors", "byline", "creator", "autor"),
    "tags": ("tags", "keywords", "subject", "schlagwörter"),
    "topic": ("topic", "category", "categories", "section", "articleSection", "ressort"),
    "text": (
        *("body", "text", "content", "articleBody", "content_html", "body_html", "body_xhtml", "content_text"),
        *("body_text", "bodies", "summary", "description", "artikel"),
    ),
    "id": ("id", "guid", "uri", "@id", "identifier"),
}
"""What an article has, and the names under which other programs keep it, the first that has a value."""

_NAMED = 3
"""So many files are named one by one."""
_NAMES = {field: {name.lower() for name in names} for field, names in FIELDS.items()}
_LIKE = {
    "text": re.compile(r"\S\s+\S+\s+\S"),
    "date": re.compile(r"\d[^\w\s]\d|\d\s+\w{3,}|\w{3,}\.?\s+\d"),
    "title": re.compile(r"[^\W\d]\s+\S"),
}
"""What they look like, whatever they are called."""
_COLUMNS = 12
"""So many names of a record are told."""
_LISTED = re.compile(r"[,;]")
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """One article of a source; empty where the source does not say."""

    place: str
    """Where it was found, as messages call it: "articles.csv:3"."""
    key: str
    """By which it is known again: its address, else the id its source gives it, else where it was found."""
    markdown: str
    title: str = ""
    date: str = ""
    """As the source writes it."""
    language: str = ""
    source: str = ""
    url: str = ""
    author: str = ""
    tags: tuple[str, ...] = ()
    topic: str = ""
    style: str = ""
    publish: str = ""
    draft: bool = False
    undated: str = ""
    """How its source could be read as saying a date, where it says none."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Files of a folder that are no articles by their endings."""

    folder: str
    files: tuple[str, ...]

    def __str__(self) -> str:
        endings = Counter(PurePath(name).suffix.lower() or "without an ending" for name in self.files)
        several = (f"{number} {ending}" for ending, number in endings.most_common())
        named = self.files if len(self.files) <= _NAMED else several
        return f"{self.folder}: passed over, by their endings: {', '.join(named)}"


Found = FoundArticle | PassedOver | TimelineError
"""An article, or why there is none."""


def read_record(
    values: Mapping[str, object],
    place: str,
    key: str,
    columns: Mapping[str, str] | None = None,
    defaults: Mapping[str, str] | None = None,
) -> FoundArticle:
    """The article of a record with named values: an object of JSON, a row of a table.

    `key` is that of the whole source. `columns` says for fields of `FIELDS` which name holds them, `defaults` what holds where the record is silent.

    >>> found = read_record({"Headline": "Dam fails", "datePublished": "2015-08-14", "articleBody": "It broke."}, "a", "1")
    >>> found.title, found.date, found.markdown
    ('Dam fails', '2015-08-14', 'It broke.')

    Raises:
        ArticleError: it has no text.
    """
    lower = {name.strip().lower(): value for name, value in reversed([*values.items()])}

    def first(field: str) -> object:
        names = (columns[field],) if columns and field in columns else FIELDS[field]
        found = (lower.get(name.strip().lower()) for name in names)
        return next((value for value in found if as_text(value)), (defaults or {}).get(field, ""))

    text = as_text(first("text"), lines=True)
    markdown = html_to_markdown(text) if looks_like_html(text) else text_to_markdown(text)
    if not markdown.strip():
        remedy = how_to_map("text", values, columns) or f"write it under {', '.join(FIELDS['text'][:4])}"
        raise ArticleError("has no text", path=place, remedy=remedy)
    url, own = as_text(first("url")), as_text(first("id"))
    url = next((each for each in (url, own) if web_address(each)), "")
    title, date = plain_line(as_text(first("title"))), as_text(first("date"))
    return FoundArticle(
        place=place,
        undated="" if date else how_to_map("date", values, columns),
        key=own_key(url, own, "\n".join((key, title, date, "" if title else markdown[:200]))),
        markdown=without_headline(markdown, title),
        title=title,
        date=date,
        language=as_text(first("language")),
        source=as_text(first("source")),
        url=url,
        author=as_text(first("author")),
        tags=as_list(first("tags")),
        topic=next(iter(as_list(first("topic"))), ""),
    )


def how_to_map(needed: str, values: Mapping[str, object], columns: Mapping[str, str] | None = None) -> str:
    """How to say under which names a record keeps a field that is needed, and others; empty where nothing looks like it.

    >>> how_to_map("text", {"Headline": "A dam", "Day": "2015-08-14", "Full story": "The dam failed on Friday."})
    "say what holds it, as --map 'text=Full story' --map date=Day; there are Headline, Day, Full story"
    """
    known = {name for names in _NAMES.values() for name in names} | {name.lower() for name in (columns or {}).values()}
    others = {name: as_text(value) for name, value in values.items() if name.strip().lower() not in known}
    said: dict[str, str] = {}
    for field, likely in _LIKE.items():
        if field in (columns or {}) or any(name.strip().lower() in _NAMES[field] for name in values):
            continue
        fitting = [name for name, words in others.items() if likely.search(words)]
        if fitting:
            said[field] = max(fitting, key=lambda name: len(others[name]))
            del others[said[field]]
    if needed not in said:
        return ""
    options = " ".join(f"--map {shlex.quote(f'{field}={name}')}" for field, name in said.items())
    there = ", ".join(printable(name) for name in [*values][:_COLUMNS]) + (", …" if len(values) > _COLUMNS else "")
    return f"say what holds it, as {options}; there are {there}"


def own_key(url: str, own: str, key: str) -> str:
    """By what an article is known again.

    >>> own_key("https://example.org/a?utm_source=x#top", "17", "feed.xml 1")
    'https://example.org/a'
    >>> own_key("https://example.org/#!/news/2", "", "")
    'https://example.org/#!/news/2'
    """
    page, _, part = url.partition("#")
    address = re.sub(r"[?&](?:utm_\w+|fbclid|gclid)=[^&#]*", "", page)
    if part.startswith(("!", "/")):  # some sites tell their pages apart by it
        address = f"{address}#{part}"
    return address or own or key


def plain_line(text: str) -> str:
    """One line without the tags that feeds put into titles."""
    return one_text(re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", text))


def without_headline(markdown: str, title: str) -> str:
    """The text of an article without a first paragraph that only repeats its title.

    >>> without_headline("Floods close the harbour!\\n\\nThe harbour is closed.", "Floods close the harbour")
    'The harbour is closed.'
    >>> without_headline("Floods close the harbour again.\\n\\nIt is closed.", "Floods close the harbour")
    'Floods close the harbour again.\\n\\nIt is closed.'
    """
    first, _, rest = markdown.partition("\n\n")
    return rest.lstrip("\n") if rest.strip() and _words(first) == _words(title) != [] else markdown


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def as_text(value: object, lines: bool = False, depth: int = 0) -> str:
    """Any value as text: of a mapping its name or value, of a list its parts."""
    if value is None or isinstance(value, bool) or depth > _DEEPEST:
        return ""
    if isinstance(value, str):
        return value.strip() if lines else one_text(value)
    if isinstance(value, Mapping):
        parts = {str(name).lower(): part for name, part in value.items()}
        names = ("name", "value", "title", "created", "@id", "url")
        return next((text for name in names if (text := as_text(parts.get(name), lines, depth + 1))), "")
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        parts_of_list = [text for part in value if (text := as_text(part, lines, depth + 1))]
        return parts_of_list[0] if lines and parts_of_list else ", ".join(parts_of_list)
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return str(value)


def as_list(value: object) -> tuple[str, ...]:
    """The parts of a list, or of a text with commas."""
    parts = (
        value if isinstance(value, Sequence) and not isinstance(value, (str, bytes)) else _LISTED.split(as_text(value))
    )
    return tuple(dict.fromkeys(text for part in parts if (text := as_text(part))))
