"""Articles in JSON: lines, lists, JSON Feed, ninjs, and NewsArticles of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from timeline.content_files import decode
from timeline.errors import ArticleError, TimelineError
from timeline.importing.found import Found, as_list, as_text, read_record

_INSIDE = ("items", "articles", "entries", "@graph", "itemListElement", "associations")
"""Where an object keeps a list of articles."""


def read_json_lines(data: bytes, place: str, columns: Mapping[str, str], key: str = "") -> Iterator[Found]:
    """The articles of JSON lines; a line that is none is named, the others go on."""
    for number, line in enumerate(data.splitlines(), 1):
        if line.strip():
            try:
                yield from _articles(_load(line), f"{place}:{number}", key, columns)
            except TimelineError as error:
                yield type(error)(error.reason, path=place, line=number, remedy=error.remedy)


def read_json(data: bytes, place: str, columns: Mapping[str, str], key: str = "") -> Iterator[Found]:
    """The articles of a file of JSON, whichever of the known forms it has."""
    try:
        yield from _articles(_load(data), place, key, columns)
    except TimelineError as error:
        yield error if error.path else error.at(place)


def article_objects(value: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """The objects that are articles of schema.org, in any graph or list of JSON-LD."""
    if depth > 6:
        return
    if isinstance(value, list):
        for part in value:
            yield from article_objects(part, depth + 1)
    elif isinstance(value, Mapping):
        kinds = as_list(value.get("@type"))
        if any(kind.endswith(("Article", "BlogPosting", "Report")) for kind in kinds):
            yield value
        else:
            for part in value.values():
                if isinstance(part, (list, Mapping)):
                    yield from article_objects(part, depth + 1)


def _load(data: bytes) -> object:
    try:
        return json.loads(decode(data))
    except json.JSONDecodeError as error:
        reason = f"no JSON: {error.msg[:1].lower()}{error.msg[1:]} (character {error.colno})"
        raise ArticleError(reason, line=error.lineno, remedy="mend it, or export it anew") from None
    except (RecursionError, ValueError) as error:
        raise ArticleError(f"no JSON that can be read ({type(error).__name__})", remedy="write it plainer") from None


def _articles(value: object, place: str, key: str, columns: Mapping[str, str]) -> Iterator[Found]:
    if isinstance(value, list):
        for number, part in enumerate(value, 1):
            yield from _article(part, f"{place}: article {number}", key, columns, {})
        return
    if isinstance(value, Mapping):
        listed = next((value[name] for name in _INSIDE if isinstance(value.get(name), list)), None)
        if isinstance(listed, list) and not any(
            as_text(value.get(name)) for name in ("articleBody", "body_html", "body")
        ):
            graph = [*article_objects(listed)]
            defaults = {"language": as_text(value.get("language"))}
            if "version" in value:  # of a JSON Feed, whose title is that of the outlet
                defaults["source"] = as_text(value.get("title"))
            for number, part in enumerate(graph or listed, 1):
                yield from _article(part, f"{place}: article {number}", key, columns, defaults)
            return
    yield from _article(value, place, key, columns, {})


def _article(
    value: object, place: str, key: str, columns: Mapping[str, str], defaults: Mapping[str, str]
) -> Iterator[Found]:
    if not isinstance(value, Mapping):
        yield ArticleError("is no object of JSON", path=place, remedy='write {"title": …, "date": …, "text": …}')
        return
    try:
        yield read_record(value, place, key, columns, defaults)
    except TimelineError as error:
        yield error
