"""The words of a piece of HTML, as Markdown in paragraphs; all else of it is dropped."""

from __future__ import annotations

import re

from timeline.importing.markdown_text import escape
from timeline.markup.html_words import BREAK, Words, html_words

_TAG = re.compile(r"</?(?:p|br|div|span|a|h[1-6]|ul|ol|li|em|strong|b|i|blockquote|figure|img|table)\b[^<>]*>", re.I)


def looks_like_html(text: str) -> bool:
    """Whether a text is marked up in HTML.

    >>> looks_like_html("<p>They met.</p>"), looks_like_html("3 < 4, and a <b")
    (True, False)
    """
    return _TAG.search(text) is not None


def html_to_markdown(html: str) -> str:
    """The words of a piece of HTML; time grows with its length.

    >>> html_to_markdown("<h2>Talks</h2><p>They <b>met</b>.<script>x</script><br>Twice.<ul><li>in Lota</ul>")
    'Talks\\n\\nThey met.\\n\\nTwice.\\n\\nin Lota'
    """
    paragraphs: list[str] = []
    words: list[str] = []
    for piece in (*html_words(html), BREAK):
        if piece is BREAK:
            paragraphs.append(escape("".join(words)))
            words.clear()
        elif isinstance(piece, Words):
            words.append(piece.text)
    return "\n\n".join(filter(None, paragraphs))
