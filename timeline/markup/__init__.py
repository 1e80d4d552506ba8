"""Markdown as words that know where they stand, and the tags around them.

Prose and page are made of the same walk over the same tokens, so a span of the prose can be marked
on the page exactly, also where it crosses emphasis or begins in the middle of a link.

What counts as words is what a reader reads: paragraphs, headings, list items, quotations, rows of
tables, inline code, alternative texts of images (as captions, each a paragraph after the one the
image stands in), and the words inside raw HTML. Code blocks, tags, comments, scripts do not; comments are kept apart.

- `parser`: Markdown to tokens, in linear time and with the place of each
- `places`, `html_words`: where words stand that the parser hands over without their place, and those in raw HTML
- `walk`: the walk over the tokens, which collects what `pieces` describes
"""

from timeline.markup.pieces import Close, Code, Comment, Markup, Open, Piece, Void, Words
from timeline.markup.walk import read_markup

__all__ = ["Close", "Code", "Comment", "Markup", "Open", "Piece", "Void", "Words", "read_markup"]
