"""Tagged texts as TimeML, the format that taggers of time expressions are compared in.

Source: TimeML 1.2.1; the document creation time stands in DCT as TempEval-3 has it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from html import escape

from msgspec import structs

from timeline.archives import zipped
from timeline.articles import Article
from timeline.errors import ExportError
from timeline.merging import Timeline
from timeline.published import NOWHERE, Site
from timeline.reports import moment_of
from timeline.resolutions import Resolution
from timeline.spans import Span
from timeline.xml_text import xml_text

FILES = True

_UNSAFE = re.compile(r"[^\w.-]+")


def write_timeml(
    name: str, published: str | None, text: str, resolutions: Sequence[Resolution], title: str = ""
) -> bytes:
    """The text with each time expression in a TIMEX3; reading it back gives the same offsets.

    A character that XML cannot hold becomes U+FFFD, one for one.

    Raises:
        ExportError: two expressions overlap, which TimeML cannot say.
    """
    pieces: list[str] = []
    written = 0
    for number, resolution in enumerate(sorted(resolutions, key=lambda each: each.expression.span), start=1):
        span = resolution.expression.span
        if span.start < written:
            raise ExportError(f"{resolution.expression.text!r} overlaps the expression before it")
        pieces += _text(text[written : span.start]), _timex(number, resolution, text[span.start : span.end])
        written = span.end
    pieces.append(_text(text[written:]))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<TimeML>\n<DOCID>{_text(name)}</DOCID>\n<DCT>{_creation_time(published)}</DCT>\n"
        f"{f'<TITLE>{_text(title)}</TITLE>{chr(10)}' if title else ''}"
        f"<TEXT>{''.join(pieces)}</TEXT>\n</TimeML>\n"
    ).encode()


def to_timeml(timeline: Timeline, site: Site = NOWHERE) -> bytes:
    """TimeML (a ZIP of .tml files), for researchers: one article a file, its time expressions marked.

    Of an article that may not be shown whole, the sentences that tell the events.
    """
    told: dict[str, set[Span]] = {}
    for event in timeline.events:
        for mention in event.mentions:
            told.setdefault(mention.article, set()).add(mention.sentence)
    names = {article.id: file_name(article.id, at) for at, article in enumerate(timeline.articles, start=1)}
    twice = {name for name, count in Counter(map(str.casefold, names.values())).items() if count > 1}
    files = {}
    for at, article in enumerate(timeline.articles, start=1):
        name = names[article.id]
        text, found = _shown(article, timeline.resolutions.get(article.id, ()), sorted(told.get(article.id, ())))
        published = article.published.date().isoformat()
        address = f"{name}-{at}.tml" if name.casefold() in twice else f"{name}.tml"
        files[address] = write_timeml(article.id, published, text, found, article.title)
    return zipped(files, moment_of(timeline))


def _shown(
    article: Article, resolutions: Sequence[Resolution], sentences: Sequence[Span]
) -> tuple[str, Sequence[Resolution]]:
    """As much of an article as may be shown, and the time expressions in it."""
    if article.publish == "full":
        return article.text, resolutions
    lines: list[str] = []
    found: list[Resolution] = []
    start = 0
    for sentence in sentences:
        line = article.text[slice(*sentence)]
        for each in resolutions:
            span = each.expression.span
            if sentence.start <= span.start and span.end <= sentence.end:
                moved = Span(span.start - sentence.start + start, span.end - sentence.start + start)
                found.append(structs.replace(each, expression=structs.replace(each.expression, span=moved)))
        lines.append(line)
        start += len(line) + 1
    return "\n".join(lines), found


def file_name(identifier: object, line: int) -> str:
    """The name, without suffix, of the file for the text of that id.

    An id that is safe as a file name stays as it is. What is not safe in it becomes "-", and a text without an id
    is called by the number of its line.

    >>> file_name("wsj_0026", 1), file_name("../../etc/passwd", 2), file_name(None, 3)
    ('wsj_0026', 'etc-passwd', 'line-3')
    """
    said = _UNSAFE.sub("-", "" if identifier is None else str(identifier)).strip("-.")
    return said.encode()[:200].decode(errors="ignore") or f"line-{line}"


def _creation_time(published: str | None) -> str:
    if not published:
        return ""
    kind = "TIME" if "T" in published else "DATE"
    return (
        f'<TIMEX3 tid="t0" type="{kind}" value={_attribute(published)} functionInDocument="CREATION_TIME">'
        f"{_text(published)}</TIMEX3>"
    )


def type_and_value(resolution: Resolution) -> tuple[str, str]:
    """What a TIMEX3 says of a time; one that could not be placed is a DATE without a value."""
    value = resolution.value
    return ("DATE", "") if value is None else (value.type.value, value.value)


def _timex(number: int, resolution: Resolution, text: str) -> str:
    kind, said = type_and_value(resolution)
    value = resolution.value
    modifier = "" if value is None or value.modifier is None else f" mod={_attribute(value.modifier.value)}"
    return f'<TIMEX3 tid="t{number}" type="{kind}" value={_attribute(said)}{modifier}>{_text(text)}</TIMEX3>'


def _text(text: str) -> str:
    # A bare carriage return would be read back as a line feed, and one before a line feed would vanish.
    return escape(xml_text(text), quote=False).replace("\r", "&#13;")


def _attribute(text: str) -> str:
    return '"' + escape(xml_text(text)) + '"'
