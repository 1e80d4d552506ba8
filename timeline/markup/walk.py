"""The walk over the tokens of a Markdown text, which collects words and tags."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence

from markdown_it.token import Token

from timeline.markup.html_words import BREAK, Hidden, html_words
from timeline.markup.parser import parse
from timeline.markup.pieces import Close, Code, Comment, Markup, Open, Piece, Void, Words
from timeline.markup.places import Places, part
from timeline.spans import Span

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def read_markup(markdown: str) -> Markup:
    """The words of the Markdown and the tags around them, in reading order.

    >>> markup = read_markup("Kerry met *Lavrov* &amp; left.")
    >>> markup.text, markup.source[12], markup.source[17]
    ('Kerry met Lavrov & left.', 13, 19)
    """
    walk = _Walk(markdown.replace("\0", "\ufffd"))
    for token in parse(markdown):
        walk.block(token)
    walk.end_paragraph()
    return walk.result()


class _Walk:
    """Collects words and tags while the tokens go by."""

    def __init__(self, markdown: str) -> None:
        self.places = Places(markdown)
        self.chunks: list[str] = []
        self.length = 0
        self.source = array("I")
        self.source_end = 0
        self.start: int | None = None  # of the paragraph being read
        self.spaced = True  # the last character read is white space, or there is none
        self.paragraphs: list[Span] = []
        self.pieces: list[Piece] = []
        self.headings: list[Span] = []
        self.comments: list[Comment] = []
        self.in_heading = False
        self.captions: list[tuple[Token, Sequence[int]]] = []
        self.row: list[Sequence[int]] = []  # where the cells left of this row stand
        self.in_table = False
        self.atx = False

    def result(self) -> Markup:
        self.source.append(self.source_end)
        return Markup(
            text="".join(self.chunks),
            source=self.source,
            paragraphs=tuple(self.paragraphs),
            pieces=tuple(self.pieces),
            headings=tuple(self.headings),
            comments=tuple(sorted(self.comments)),
        )

    # Words

    def words(self, text: str, where: Sequence[int]) -> None:
        """Add words; `where` has their offsets in the source and that of their end."""
        if self.spaced:
            kept = text.lstrip()
            where = where[len(text) - len(kept) :]
            text = kept
        if not text:
            return
        if self.start is None:
            if self.paragraphs:
                self._add("\n\n", (self.source_end, self.source_end, self.source_end))
            self.start = self.length
        start = self.length
        self._add(text, where)
        self.spaced = text[-1].isspace()
        last = self.pieces[-1] if self.pieces else None
        if isinstance(last, Words):
            self.pieces[-1] = Words(last.start, self.length)
        else:
            self.pieces.append(Words(start, self.length))

    def _add(self, text: str, where: Sequence[int]) -> None:
        self.chunks.append(text)
        self.length += len(text)
        self.source.extend(where[: len(text)])
        self.source_end = where[len(text)]

    def end_paragraph(self) -> None:
        if self.start is not None:
            self._trim()
            self.paragraphs.append(Span(self.start, self.length))
            if self.in_heading:
                self.headings.append(self.paragraphs[-1])
        self.start = None
        self.spaced = True

    def _trim(self) -> None:
        """Take white space off the end of what was read."""
        while self.chunks and not (kept := self.chunks[-1].rstrip()):
            self._cut(len(self.chunks.pop()))
        cut = len(self.chunks[-1]) - len(kept)
        if cut:
            self.chunks[-1] = kept
            self._cut(cut)
        for index in range(len(self.pieces) - 1, -1, -1):
            piece = self.pieces[index]
            if isinstance(piece, Words):
                self.pieces[index] = Words(min(piece.start, self.length), min(piece.end, self.length))
                if piece.start < self.length:
                    break

    def _cut(self, count: int) -> None:
        self.length -= count
        self.source_end = self.source[self.length]
        del self.source[self.length :]

    # Tags

    def open(self, tag: str, *attributes: tuple[str, str]) -> None:
        self.pieces.append(Open(tag, attributes))

    def comment(self, html: str, source: int) -> None:
        """Note a comment, of which nothing is read as words."""
        self.comments.append(Comment(self.length, source, html.removeprefix("<!--").removesuffix("-->").strip()))

    def close(self, tag: str) -> None:
        if self.pieces and isinstance(self.pieces[-1], Open) and self.pieces[-1].tag == tag == "p":
            self.pieces.pop()  # nothing to read in it: an image alone, a comment
        else:
            self.pieces.append(Close(tag))

    # Blocks

    def block(self, token: Token) -> None:
        """Take in one token of the block level."""
        line = (token.map or [0])[0]
        if token.type == "inline":
            self.inline(token, self.where(token, line))
            return
        if token.type in ("fence", "code_block"):
            self.end_paragraph()
            self.pieces.append(Code(token.content))
        elif token.type == "hr":
            self.end_paragraph()
            self.pieces.append(Void("hr"))
        elif token.type == "html_block":
            self.html(token.content, self.places.of_lines(token.content, line))
        else:
            self.container(token, line)

    def container(self, token: Token, line: int) -> None:
        """Take in the beginning or the end of a block that holds others."""
        if token.tag not in ("th", "td"):
            self.end_paragraph()
        if token.type == "table_open":
            self.in_table = True
        elif token.tag in _HEADINGS:
            self.in_heading = token.nesting > 0
            self.atx = self.in_heading and token.markup.startswith("#")
        elif token.type == "tr_close":
            self.row = []  # a row may have more cells than its table
        elif token.type == "tr_open":
            self.row = self.places.of_cells(line, token.meta["column"])
        if not token.hidden:
            if token.nesting > 0:
                start = token.attrGet("start") if token.tag == "ol" else None
                self.open(token.tag, *((("start", str(start)),) if start is not None else ()))
            else:
                self.close(token.tag)
        if token.type == "table_close":
            self.in_table = False
        elif token.tag in ("th", "td") and token.nesting < 0 and not self.spaced:
            # A row is one paragraph, its cells set apart: the date in one belongs to the words of the next.
            self.words("\t", (self.source_end, self.source_end))
        if token.nesting < 0 and not self.in_table:
            self.show_captions()

    def show_captions(self) -> None:
        captions, self.captions = self.captions, []
        for image, where in captions:
            self.end_paragraph()
            self.open("p", ("class", "caption"))
            self.inline(image, where)
            self.end_paragraph()
            self.close("p")
        if self.captions:  # an image in the alternative text of an image
            self.show_captions()

    def html(self, source: str, where: Sequence[int]) -> None:
        """Take in the words of raw HTML, a paragraph for each block of it."""
        self.end_paragraph()
        self.open("p")
        for word in html_words(source):
            if isinstance(word, Hidden):
                self.comment(word.comment, where[word.offset])
            elif word == BREAK:
                self.end_paragraph()
                self.close("p")
                self.open("p")
            else:
                at = [where[offset] for offset in (*word.offsets, word.end)]
                self.words(word.text, at)
        self.end_paragraph()
        self.close("p")

    # Inline

    def where(self, token: Token, line: int) -> Sequence[int]:
        if self.row:
            return self.row.pop(0)
        if self.atx:
            return self.places.of_heading(len(token.content), line)
        return self.places.of_lines(token.content, line)

    def inline(self, parent: Token, where: Sequence[int]) -> None:
        """Take in the tokens inside another; `where` has the source offset of each character of its content."""
        tokens = parent.children or []
        hidden = _scripts(tokens)
        after_autolink = False
        for index, token in enumerate(tokens):
            at: int = token.meta["at"]
            match token.type:
                case _ if index in hidden:
                    pass
                case "text":
                    self.words(token.content, part(where, at + after_autolink, len(token.content)))
                case "text_special":  # an entity or an escaped character
                    place, end = where[at], where[at + len(token.markup)]
                    self.words(token.content, [place] * len(token.content) + [end])
                case "softbreak":
                    self.words(" ", where[at : at + 2])
                case "hardbreak":
                    self.line_break(where[at : at + 2])
                case "code_inline":
                    self.open("code")
                    self.words(token.content, _code(token, parent.content, where))
                    self.close("code")
                case "image":
                    self.captions.append((token, where[at + 2 : at + 3 + len(token.content)]))
                case "html_inline":
                    if token.content.startswith("<!--"):
                        self.comment(token.content, where[at])
                    elif re.match(r"<br\b", token.content, re.IGNORECASE):
                        self.line_break(where[at : at + 2])
                case "link_open":
                    self.open("a", ("href", str(token.attrGet("href") or "")))
                case _ if token.nesting > 0:
                    self.open(token.tag)
                case _ if token.nesting < 0:
                    self.close(token.tag)
            after_autolink = token.type == "link_open" and token.markup == "autolink"

    def line_break(self, where: Sequence[int]) -> None:
        if not self.spaced:
            self.words("\n", where)
            self.pieces.append(Void("br"))


def _code(token: Token, content: str, where: Sequence[int]) -> Sequence[int]:
    """Where inline code stands: behind its backticks, and a blank that only keeps them apart."""
    start: int = token.meta["at"] + len(token.markup)
    size = len(token.content)
    stripped = content[start : start + size].replace("\n", " ") != token.content
    return where[start + stripped : start + stripped + size + 1]


def _scripts(tokens: Sequence[Token]) -> set[int]:
    """Indices of the tokens between <script> or <style> and its end."""
    hidden: set[int] = set()
    opened: int | None = None
    for index, token in enumerate(tokens):
        if token.type != "html_inline":
            continue
        if opened is None and re.match(r"<(script|style)\b", token.content, re.IGNORECASE):
            opened = index
        elif opened is not None and re.match(r"</(script|style)\b", token.content, re.IGNORECASE):
            hidden.update(inside for inside in range(opened, index) if tokens[inside].nesting == 0)
            opened = None
    return hidden
