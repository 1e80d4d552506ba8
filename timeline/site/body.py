"""An article's text on its page: as it was published, its time expressions marked, nothing else alive.

The page is made of the pieces that the prose was made of, so a span of the prose is marked exactly.
What comes out is sanitised last, whatever went in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import chain
from typing import NamedTuple

import nh3

from timeline.markup import Close, Code, Open, Void, Words, read_markup
from timeline.spans import Span
from timeline.web_addresses import web_address

_TAGS = {
    "a", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "s", "span",
    "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "id", "class", "rel"}, "span": {"id", "class"}, "p": {"class"}, "ol": {"start"}}
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


class Mark(NamedTuple):
    """A time expression to mark: where it stands, the name of its place, how sure its date is."""

    span: Span
    anchor: str
    certainty: str


def body_html(markdown: str, marks: Sequence[Mark]) -> str:
    """The whole text; marks, in order and none over another, lead to the readings beside it.

    >>> body_html("They *met* [there](javascript:x) in May.", [Mark(Span(18, 21), "t18", "inferred")])
    '<p>They <em>met</em> there in <a href="#rt18" class="time inferred" id="t18">May</a>.</p>'
    """
    markup = read_markup(markdown)
    return _sanitised(_page(markup.text, markup.pieces, marks))


def quotes_html(text: str, shown: Iterable[Span], marks: Sequence[Mark]) -> str:
    """Pieces of the text only, a paragraph each, with dots where something is left out."""
    spans = sorted(set(shown))
    paragraphs = ((Open("p"), Words(*span), Close("p")) for span in spans)
    return _sanitised(_page(text, chain.from_iterable(paragraphs), marks))


def _sanitised(parts: Iterable[str]) -> str:
    return nh3.clean(
        "".join(parts),
        tags=_TAGS,
        clean_content_tags={"script", "style"},
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def _page(text: str, pieces: Iterable[Words | Open | Close | Void | Code], marks: Sequence[Mark]) -> Iterator[str]:
    queue = _Marks(marks)
    links: list[bool] = []
    headings: list[int] = []
    level = 1
    for piece in pieces:
        match piece:
            case Words(start, end):
                yield from queue.marked(text, start, end, in_link=any(links))
            case Open("a", attributes):
                address = web_address(dict(attributes).get("href", ""))
                links.append(address is not None)
                if address is not None:
                    yield f'<a href="{escape(address)}" rel="noopener noreferrer">'
            case Close("a"):
                if links and links.pop():
                    yield "</a>"
            case Open(tag) if tag in _HEADINGS:
                # The page's own heading is the first; none of the text may stand above it or skip a level.
                level = min(_HEADINGS[tag] + 1, level + 1, 6)
                headings.append(level)
                yield f"<h{level}>"
            case Close(tag) if tag in _HEADINGS:
                yield f"</h{headings.pop()}>" if headings else ""
            case Open(tag, attributes):
                given = "".join(f' {name}="{escape(value)}"' for name, value in attributes)
                yield f"<{tag}{given}>"
            case Close(tag):
                yield f"</{tag}>"
            case Void(tag):
                yield f"<{tag}>"
            case Code(code):
                yield f"<pre><code>{escape(code)}</code></pre>"


class _Marks:
    """The marks still to come, while the words go by."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.marks = list(reversed(marks))
        self.named: set[str] = set()

    def marked(self, text: str, start: int, end: int, in_link: bool) -> Iterator[str]:
        """The words from `start` to `end`, a mark around each part that belongs to one."""
        while start < end:
            while self.marks and self.marks[-1].span.end <= start:
                self.marks.pop()
            mark = self.marks[-1] if self.marks else None
            if mark is None or mark.span.start >= end:
                yield escape(text[start:end])
                return
            if mark.span.start > start:
                yield escape(text[start : mark.span.start])
            start, stop = max(start, mark.span.start), min(mark.span.end, end)
            yield self._mark(mark, text[start:stop], in_link)
            start = stop

    def _mark(self, mark: Mark, words: str, in_link: bool) -> str:
        name = "" if mark.anchor in self.named else f' id="{mark.anchor}"'
        self.named.add(mark.anchor)
        tag, address = ("span", "") if in_link else ("a", f' href="#r{mark.anchor}"')
        return f'<{tag}{address} class="time {mark.certainty}"{name}>{escape(words)}</{tag}>'
