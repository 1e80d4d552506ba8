"""The Markdown parser, changed in three ways.

- Each inline token knows at which character of its paragraph it begins (`meta["at"]`), each row of a
  table at which column of its line (`meta["column"]`).
- Where lists and quotations nest too deep, the rest is read as paragraphs instead of being dropped.
- A comment or script that never ends hides nothing: its beginning is read as text.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, paragraph
from markdown_it.rules_block.html_block import html_block
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

TRIMMED = MD_TRIM_CHARS
"""What the parser takes off both ends of a paragraph."""

_UNENDING = (
    ("<!--", "-->"),
    ("<?", "?>"),
    ("<![cdata[", "]]>"),
    ("<!", ">"),
    *((f"<{tag}", f"</{tag}>") for tag in ("script", "pre", "style", "textarea")),
)


def parse(markdown: str) -> list[Token]:
    """The tokens of CommonMark with tables and strike-through, in reading order.

    Time grows with the length, whatever the input; nothing is left out.
    """
    return _PARSER.parse(markdown)


class _LocatedInline(StateInline):
    """Stamps each token with the place of its first character."""

    def __init__(self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], outTokens: list[Token]) -> None:
        super().__init__(src, md, env, outTokens)
        self._pending_at: int | None = None
        self._stamped: Token | None = None
        self._stamped_pos = -1

    def append_pending(self, text: str) -> None:
        if self._pending_at is None:
            self._pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:
        token = super().pushPending()
        # Pending text is always a piece of the source: rules only append to it what they pass over.
        token.meta["at"] = self._pending_at
        self._pending_at = None
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        self._pending_at = None
        at = self.pos
        if self._stamped is not None and self._stamped_pos == self.pos:
            at = self._stamped.meta["at"] + len(self._stamped.content)  # "***" is three tokens
        token.meta["at"] = at
        self._stamped, self._stamped_pos = token, self.pos
        return token


class _InlineParser(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]) -> list[Token]:
        state = _LocatedInline(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _LocatedBlock(StateBlock):
    """Stamps each row of a table with its column."""

    def __init__(self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self.line_starts = self.bMarks[:]  # quotations move the marks
        self._row = 0

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        if ttype == "thead_open":
            self._row = self.line
        elif ttype == "tbody_open":
            self._row = self.line + 2
        elif ttype == "tr_open":
            token.meta["column"] = self.bMarks[self._row] + self.tShift[self._row] - self.line_starts[self._row]
            self._row += 1
        return token


class _BlockParser(ParserBlock):
    def parse(
        self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], outTokens: list[Token]
    ) -> list[Token] | None:
        if not src:
            return None
        state = _LocatedBlock(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:
        if state.level < state.md.options.maxNesting:
            super().tokenize(state, startLine, endLine)
            return
        line = startLine
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            paragraph(state, line, endLine, False)
            line = state.line


def _ending_html_block(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    start = state.bMarks[startLine] + state.tShift[startLine]
    if state.src[start : start + 1] != "<":
        return False
    head = state.src[start : start + 12].lower()
    for opening, ending in _UNENDING:
        if head.startswith(opening):
            if _last(state, ending) < start:
                return False
            break
    return html_block(state, startLine, endLine, silent)


def _last(state: StateBlock, ending: str) -> int:
    """Where `ending` stands last; looked up once a text, so that many beginnings stay cheap."""
    known: dict[str, int] = state.env.setdefault("last", {})
    if ending not in known:
        known[ending] = state.src.lower().rfind(ending)
    return known[ending]


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.inline = _InlineParser()
    parser.block = _BlockParser()
    parser.block.ruler.at("html_block", _ending_html_block, {"alt": ["paragraph", "reference", "blockquote"]})
    # Tokens are kept apart as they were found: joined, they would no longer know where they stand.
    parser.inline.ruler2.disable("fragments_join")
    parser.core.ruler.enableOnly(["normalize", "block", "inline"])
    # Every link is read as one; the page decides which may be followed. Else its address would be prose.
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


_PARSER = _make_parser()
