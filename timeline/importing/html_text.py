"""The words of a piece of HTML, as Markdown of paragraphs, headings and lists; all else of it is dropped."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

import nh3

from timeline.importing.markdown_text import escape

_HEADINGS: Final = {f"h{level}": "#" * max(2, level) + " " for level in range(1, 7)}
_BLOCKS: Final = frozenset({"p", "div", "blockquote", "li", "br", "pre", "tr", "td", "th", "figcaption", *_HEADINGS})
_GONE: Final = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title"})
_TAG = re.compile(r"</?(?:p|br|div|span|a|h[1-6]|ul|ol|li|em|strong|b|i|blockquote|figure|img|table)\b[^<>]*>", re.I)


def looks_like_html(text: str) -> bool:
    """Whether a text is marked up in HTML.

    >>> looks_like_html("<p>They met.</p>"), looks_like_html("3 < 4, and a <b")
    (True, False)
    """
    return _TAG.search(text) is not None


def html_to_markdown(html: str) -> str:
    """The words of a piece of HTML.

    >>> html_to_markdown("<h2>Talks</h2><p>They <b>met</b>.<script>x</script><br>Twice.<ul><li>in Lota</ul>")
    '## Talks\\n\\nThey met.\\n\\nTwice.\\n\\n- in Lota'
    """
    # nh3 reads in linear time what a browser would, and hands on well-formed tags alone.
    clean = nh3.clean(html, tags=set(_BLOCKS), attributes={}, clean_content_tags=set(_GONE))
    reader = _Reader()
    reader.feed(clean)
    reader.close()
    reader.end()
    return "\n\n".join(reader.paragraphs)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self.words: list[str] = []
        self.mark = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.end()
        self.mark = _HEADINGS.get(tag, "- " if tag == "li" else self.mark if tag == "p" else "")

    def handle_endtag(self, tag: str) -> None:
        self.end()

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def end(self) -> None:
        """End the paragraph."""
        if line := escape("".join(self.words)):
            self.paragraphs.append(self.mark + line)
            self.mark = ""
        self.words.clear()
