"""A sentence as words with the part they play in cutting it into clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from timeline.clauses.words import ClauseWords


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


_TOKEN = re.compile(
    r"""``|''|--+|[“”„«»"]
      | [$€£¥#]?\d[\d.,:/%]*\d%? | \d%?
      | (?:[^\W\d_]\.){2,}
      | ['’]s\b
      | [^\W_]+(?:(?:[-’'./&][^\W_]+)|(?:-(?=[\s,])))*
      | _+ | [^\w\s]""",
    re.X,
)
_SIGNS = {
    ",": Tag.COMMA, ";": Tag.BREAK, ":": Tag.BREAK, "—": Tag.DASH, "–": Tag.DASH, "--": Tag.DASH, "_": Tag.DASH,
    "(": Tag.OPEN, "[": Tag.OPEN, ")": Tag.CLOSE, "]": Tag.CLOSE, "?": Tag.BREAK, "!": Tag.BREAK,
    "，": Tag.COMMA, "、": Tag.COMMA, "،": Tag.COMMA, "；": Tag.BREAK, "：": Tag.BREAK, "。": Tag.BREAK, "؛": Tag.BREAK,
    "（": Tag.OPEN, "）": Tag.CLOSE, "“": Tag.QUOTE, "”": Tag.QUOTE, "„": Tag.QUOTE, '"': Tag.QUOTE, "``": Tag.QUOTE, "''": Tag.QUOTE, "«": Tag.QUOTE, "»": Tag.QUOTE,
}  # fmt: skip


def tokenise(
    text: str, start: int, end: int, expressions: Sequence[tuple[int, int]], words: ClauseWords
) -> list[Token]:
    """The tokens of `text[start:end]`; each of `expressions` (sorted, disjoint) is one token.

    >>> from timeline.clauses.words import load_clause_words
    >>> line = "He said on Friday that talks were held."
    >>> [token.tag.name for token in tokenise(line, 0, len(line), [(11, 17)], load_clause_words("en"))]
    ['PRONOUN', 'FINITE', 'PREPOSITION', 'TIME', 'COMPLEMENTISER', 'WORD', 'FINITE', 'GROUP', 'WORD']
    """
    tokens: list[Token] = []
    position = start
    for number, (first, last) in enumerate(expressions):
        if last <= position or first >= end:
            continue
        tokens += _scan(text, position, first)
        spoken = text[first:last]
        tokens.append(Token(first, last, spoken, spoken.lower(), Tag.TIME, number))
        position = last
    tokens += _scan(text, position, end)
    tokens = _without_full_stops(tokens)
    if words.known:
        _tag(tokens, words)
    return tokens


def _scan(text: str, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word, first = match.group(), match.start()
        if word[0].isalpha() and (apostrophe := re.search(r"['’](?:s|S)$", word)):
            # A possessive or contraction is a word of its own: "Friday's", "Obama's".
            cut = apostrophe.start()
            found.append(_token(word[:cut], first))
            found.append(_token(word[cut:], first + cut))
        else:
            found.append(_token(word, first))
    return found


def _without_full_stops(tokens: list[Token]) -> list[Token]:
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
        tag = Tag.NUMBER if word[0].isdigit() or word[0] in "$€£¥#" else Tag.NAME if word[0].isupper() else Tag.WORD
    return Token(start, start + len(word), word, word.lower(), tag)


def _tag(tokens: list[Token], words: ClauseWords) -> None:
    for index, token in enumerate(tokens):
        if token.tag in (Tag.NAME, Tag.WORD) or token.lower in words.possessives:
            token.tag = _word_tag(tokens, index, words)
    for index, token in enumerate(tokens):
        if token.tag is Tag.INFINITIVE or (
            (token.tag is Tag.FINITE and token.lower in words.auxiliaries | words.contracted_auxiliaries)
            or token.contracted
        ):
            _mark_group(tokens, index, words)


def _word_tag(tokens: list[Token], index: int, words: ClauseWords) -> Tag:
    token = tokens[index]
    word = token.lower
    before = tokens[index - 1] if index else None
    if before is not None and before.tag is Tag.ADVERB and index > 1 and tokens[index - 2].tag is Tag.DETERMINER:
        before = tokens[index - 2]  # "the hastily planned trip"
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    opening = before is None or before.tag in PUNCTUATION
    if token.text[0].isupper() and not opening and token.text != "I" and len(token.text) > 1:
        return Tag.NAME
    if word in words.possessives:
        return Tag.FINITE if before is not None and before.lower in words.subject_pronouns else Tag.WORD
    if word in words.auxiliaries:
        # "may" and "will" as nouns follow a determiner.
        return (
            Tag.WORD
            if before is not None and before.tag is Tag.DETERMINER and word in ("will", "may", "can", "might")
            else Tag.FINITE
        )
    for apostrophe in "'’":
        head, sign, tail = word.partition(apostrophe)
        if sign and head in words.subject_pronouns and sign + tail in words.contracted_auxiliaries:
            token.contracted = True
            return Tag.PRONOUN
    if word == "to" and "to" in words.prepositions:
        return Tag.INFINITIVE if _starts_infinitive(tokens, index + 1, words) else Tag.PREPOSITION
    if word in words.relatives and words.commas == "grammatical" and not _behind_comma(tokens, index):
        return Tag.DETERMINER
    for tag, listed in (
        (Tag.RELATIVE, words.relatives), (Tag.COMPLEMENTISER, words.complementisers), (Tag.COORDINATOR, words.coordinators),
        (Tag.SUBORDINATOR, words.subordinators), (Tag.PREPOSITION, words.prepositions), (Tag.DETERMINER, words.determiners),
        (Tag.PRONOUN, words.subject_pronouns), (Tag.ADVERB, words.adverbs),
    ):  # fmt: skip
        if word in listed:
            return tag
    if word.endswith("ly") and len(word) > 4 and word not in words.adjectives and not token.text[0].isupper():
        return Tag.ADVERB
    return _verb_tag(token, before, after, words) or (Tag.NAME if token.text[0].isupper() else Tag.WORD)


def _behind_comma(tokens: list[Token], index: int) -> bool:
    """Whether a comma stands before the word, or before the preposition before it (", in der")."""
    if index > 1 and tokens[index - 1].tag is Tag.PREPOSITION:
        index -= 1
    return index > 0 and tokens[index - 1].tag is Tag.COMMA


def _starts_infinitive(tokens: list[Token], index: int, words: ClauseWords) -> bool:
    while index < len(tokens) and (
        tokens[index].lower in words.adverbs or tokens[index].lower.endswith("ly") or tokens[index].tag is Tag.TIME
    ):
        index += 1
    if index >= len(tokens) or tokens[index].text[0].isupper():
        return False
    word = tokens[index].lower
    return word in words.verbs or word in ("be", "have", "do") or word in words.past_or_participle


def _verb_tag(token: Token, before: Token | None, after: Token | None, words: ClauseWords) -> Tag | None:
    """What a word may be as a verb, judged by its form and its two neighbours."""
    word = token.lower
    if word in words.not_verbs or not word.isalpha():
        return None
    in_noun_phrase = (
        before is not None
        and before.lower not in words.subject_pronouns
        and (before.tag in (Tag.DETERMINER, Tag.PREPOSITION, Tag.NUMBER) or before.lower in words.possessives)
    )
    if word in words.past:
        return None if in_noun_phrase else Tag.FINITE
    if word in words.participles:
        return Tag.PAST if not in_noun_phrase else None
    if token.text[0].isupper() and after is not None and after.tag is Tag.NAME:
        return None
    regular = len(word) > 3 and word.endswith("ed") and bool(words.verbs)
    if regular or word in words.past_or_participle:
        if in_noun_phrase:
            return None
        return Tag.PAST
    if len(word) > 4 and word.endswith("ing") and words.verbs:
        return Tag.GERUND
    if in_noun_phrase or before is None or token.text[0].isupper():
        return None
    if words.third_person(word):
        # After a pronoun or "who" it is a verb; after a noun it may be the head of a noun phrase.
        if before.tag in (Tag.PRONOUN, Tag.RELATIVE, Tag.ADVERB) or word == "says":
            return Tag.FINITE
        plural_subject = before.tag is Tag.WORD and before.lower.endswith("s")
        auxiliary_follows = after is not None and after.lower in words.auxiliaries
        return None if plural_subject or auxiliary_follows else Tag.PRESENT
    if word in words.verbs and not word.endswith("ss"):
        if (before.tag is Tag.PRONOUN and before.lower not in ("he", "she", "it", "one")) or before.lower in (
            "who",
            "people",
        ):
            return Tag.FINITE
        return (
            Tag.PRESENT
            if before.tag is Tag.WORD and before.lower.endswith("s") and before.lower not in words.possessives
            else None
        )
    return None


def _mark_group(tokens: list[Token], index: int, words: ClauseWords) -> None:
    """Make what follows an auxiliary part of its verb: "had just [ended]", "will probably [meet]"."""
    skipped = 0
    for follower in tokens[index + 1 :]:
        if follower.tag in (Tag.ADVERB, Tag.TIME) or follower.lower in words.adverbs:
            skipped += 1
            if skipped > 4:
                return
            continue
        if follower.lower in words.auxiliaries:
            follower.tag = Tag.GROUP
            continue
        if (
            follower.tag in (Tag.PAST, Tag.GERUND)
            or follower.lower.endswith("ing")
            or (
                follower.lower in words.verbs | words.past_or_participle | words.participles | words.past
                and not follower.text[0].isupper()
            )
        ):
            follower.tag = Tag.GROUP
        elif follower.tag is Tag.PRONOUN and skipped == 0 and not follower.contracted:
            continue
        return


def tells_of_the_past(text: str, start: int, end: int, words: ClauseWords) -> bool:
    """Whether a sentence has a subject and a verb of the past, so that it tells what happened.

    >>> from timeline.clauses.words import load_clause_words
    >>> english = load_clause_words("en")
    >>> [tells_of_the_past(line, 0, len(line), english) for line in ("Ministers met in Accra.", "Photo by: Harbour Desk")]
    [True, False]
    """
    if end - start > 1_500:
        return False
    tokens = tokenise(text, start, end, (), words)
    return any(
        token.tag is Tag.PAST or token.lower in words.past or token.lower in words.past_auxiliaries
        for token in tokens[1:]
    )
