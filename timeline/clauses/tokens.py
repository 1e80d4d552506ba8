"""A sentence as words with the part they play in cutting it into clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto


class Tag(Enum):
    """What a token can do to the clauses of its sentence."""

    FINITE = auto()
    """A verb that a clause has one of: an auxiliary, a past form, a third person."""
    PAST = auto()
    """Past form or participle, which the neighbours decide."""
    PRESENT = auto()
    """A third person or a plural noun, which the clause decides ("plans", "talks")."""
    GROUP = auto()
    """A further part of the verb before it ("were [held]")."""
    GERUND = auto()
    INFINITIVE = auto()
    """The "to" of an infinitive."""
    SUBORDINATOR = auto()
    RELATIVE = auto()
    COMPLEMENTISER = auto()
    COORDINATOR = auto()
    PREPOSITION = auto()
    DETERMINER = auto()
    PRONOUN = auto()
    """A pronoun that is a subject, with or without its contracted verb."""
    ADVERB = auto()
    TIME = auto()
    """A time expression, however many words."""
    NUMBER = auto()
    NAME = auto()
    WORD = auto()
    """Nouns, adjectives and whatever else."""
    COMMA = auto()
    BREAK = auto()
    """Semicolon, colon, end of a sentence within a line."""
    DASH = auto()
    OPEN = auto()
    """Opening bracket."""
    CLOSE = auto()
    QUOTE = auto()


NOUNLIKE = frozenset({Tag.WORD, Tag.NAME, Tag.NUMBER})
VERBS = frozenset({Tag.FINITE, Tag.PAST, Tag.PRESENT})
PUNCTUATION = frozenset({Tag.COMMA, Tag.BREAK, Tag.DASH, Tag.OPEN, Tag.CLOSE, Tag.QUOTE})


@dataclass(slots=True)
class Token:
    """A word, a sign or a whole time expression; `expression` is the number of that expression."""

    start: int
    end: int
    text: str
    lower: str
    tag: Tag
    expression: int | None = None
    contracted: bool = False
    """A pronoun that brings its verb along ("he's")."""


class TokenRow:
    """The tokens of a sentence in their order, each with its neighbours."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens

    def before(self, index: int) -> Token | None:
        """The token before one, if there is one."""
        return self.tokens[index - 1] if index > 0 else None

    def after(self, index: int) -> Token | None:
        """The token after one, if there is one."""
        return self.tokens[index + 1] if index + 1 < len(self.tokens) else None

    def comma_before(self, index: int) -> bool:
        """Whether a comma stands right before the token."""
        return index > 0 and self.tokens[index - 1].tag is Tag.COMMA


_TOKEN = re.compile(
    r"""``|''|--+|[“”„«»"]
      | \d+[^\W\d_](?:[-’'./&]?[^\W_])*
      | [$€£¥#]?\d[\d.,:/%]*\d%? | \d%?
      | (?:[^\W\d_]\.){2,}
      | ['’]s\b
      | [^\W_]+(?:(?:[-’'./&][^\W_]+)|(?:-(?=[\s,])))*
      | _+ | [^\w\s]""",
    re.X,
)
_PARTICLE = re.compile(r"(?:al|el|ad|as|an|ar)-[^\W\d_a-z]")
"""The article that begins a name: "al-Jubeir"."""
_SIGNS = {
    ",": Tag.COMMA, ";": Tag.BREAK, ":": Tag.BREAK, "—": Tag.DASH, "–": Tag.DASH, "--": Tag.DASH, "_": Tag.DASH,
    "(": Tag.OPEN, "[": Tag.OPEN, ")": Tag.CLOSE, "]": Tag.CLOSE, "?": Tag.BREAK, "!": Tag.BREAK,
    "，": Tag.COMMA, "、": Tag.COMMA, "،": Tag.COMMA, "；": Tag.BREAK, "：": Tag.BREAK, "。": Tag.BREAK, "؛": Tag.BREAK,
    "（": Tag.OPEN, "）": Tag.CLOSE, "“": Tag.QUOTE, "”": Tag.QUOTE, "„": Tag.QUOTE, '"': Tag.QUOTE, "``": Tag.QUOTE, "''": Tag.QUOTE, "«": Tag.QUOTE, "»": Tag.QUOTE,
}  # fmt: skip


def scan(text: str, start: int, end: int) -> list[Token]:
    """The words and signs of a stretch of text, tagged by their first sign alone."""
    found: list[Token] = []
    for spoken in _TOKEN.finditer(text, start, end):
        word, first = spoken.group(), spoken.start()
        if word == "-" and text[first - 1 : first].isspace() and text[first + 1 : first + 2].isspace():
            found.append(Token(first, first + 1, word, word, Tag.DASH))
        elif word[0].isalpha() and (apostrophe := re.search(r"['’](?:s|S)$", word)):
            # A possessive or contraction is a word of its own: "Friday's", "Obama's".
            cut = apostrophe.start()
            found.append(_token(word[:cut], first))
            found.append(_token(word[cut:], first + cut))
        else:
            found.append(_token(word, first))
    return found


def without_full_stops(tokens: list[Token]) -> list[Token]:
    """A full stop inside a sentence belongs to an abbreviation ("Peoria, Ill., bank") and parts nothing."""
    kept = [token for index, token in enumerate(tokens) if token.text != "." or index + 1 == len(tokens)]
    for index, token in enumerate(tokens[:-1]):
        if token.text == "." and tokens[index + 1].tag is Tag.QUOTE and tokens[index + 1].start > token.end:
            # A new sentence in quotation marks.
            token.tag = Tag.BREAK
            kept.insert(kept.index(tokens[index + 1]), token)
    return kept


def _token(word: str, start: int) -> Token:
    tag = _SIGNS.get(word) or (Tag.DASH if word.startswith(("--", "_")) else None)
    if tag is None:
        name = word[0].isupper() or _PARTICLE.match(word)
        tag = Tag.NUMBER if word[0].isdigit() or word[0] in "$€£¥#" else Tag.NAME if name else Tag.WORD
    return Token(start, start + len(word), word, word.lower(), tag)
