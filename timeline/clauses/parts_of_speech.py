"""What part each word of a sentence can play in cutting it into clauses, by its form and its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.clauses.tokens import NOUNLIKE, PUNCTUATION, Tag, Token, scan, without_full_stops
from timeline.clauses.words import ClauseWords


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
        tokens += scan(text, position, first)
        spoken = text[first:last]
        tokens.append(Token(first, last, spoken, spoken.lower(), Tag.TIME, number))
        position = last
    tokens += scan(text, position, end)
    tokens = without_full_stops(tokens)
    if words.known:
        _tag(tokens, words)
    return tokens


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
        opens = before is not None and before.tag in (Tag.RELATIVE, Tag.COMPLEMENTISER)
        subject = before is not None and before.lower in words.subject_pronouns | words.pronominal
        return Tag.FINITE if opens or subject else Tag.WORD
    if word in words.auxiliaries:
        # "may" and "will" as nouns follow a determiner.
        noun = word in words.noun_auxiliaries and before is not None and before.tag is Tag.DETERMINER
        return Tag.WORD if noun else Tag.FINITE
    for apostrophe in "'’":
        head, sign, tail = word.partition(apostrophe)
        if sign and head in words.subject_pronouns and sign + tail in words.contracted_auxiliaries:
            token.contracted = True
            return Tag.PRONOUN
    if word in words.infinitive_markers:
        return Tag.INFINITIVE if _starts_infinitive(tokens, index + 1, words) else Tag.PREPOSITION
    if word in words.complementisers and opening and index == 0:
        return Tag.DETERMINER  # "That role ended"
    following = after.lower if after is not None else ""
    if word in words.pairing and (following in words.auxiliaries | words.past or words.is_past_form(following)):
        return Tag.PRONOUN  # "both left"
    if word in words.relatives and words.commas == "grammatical" and not _behind_comma(tokens, index):
        return Tag.DETERMINER
    if word in words.subject_pronouns and following in words.stretches:
        return Tag.NUMBER  # "one day later"
    for tag, listed in (
        (Tag.RELATIVE, words.relatives), (Tag.COMPLEMENTISER, words.complementisers), (Tag.COORDINATOR, words.coordinators),
        (Tag.SUBORDINATOR, words.subordinators), (Tag.PREPOSITION, words.prepositions), (Tag.DETERMINER, words.determiners),
        (Tag.PRONOUN, words.subject_pronouns), (Tag.ADVERB, words.adverbs),
    ):  # fmt: skip
        if word in listed:
            return tag
    if words.is_adverb(word) and not token.text[0].isupper():
        return Tag.ADVERB
    if before is not None and before.lower in words.comparisons and words.is_past_form(word):
        beside = f"{tokens[index - 2].lower} {before.lower}" if index > 1 else ""
        if beside not in words.bounds:
            return Tag.WORD  # "a week later than [planned]", but "more than doubled"
    if before is not None and before.tag is Tag.NUMBER and _names(tokens, index - 1, words):
        before = tokens[index - 2]
    return _verb_tag(token, before, after, words) or (token.tag if token.tag is Tag.NAME else Tag.WORD)


def _names(tokens: list[Token], index: int, words: ClauseWords) -> bool:
    """Whether a number names something and counts nothing: "resolution [2118] passed"."""
    if index == 0 or tokens[index - 1].tag not in NOUNLIKE:
        return False
    bound = index > 1 and f"{tokens[index - 2].lower} {tokens[index - 1].lower}" in words.bounds
    return not bound and tokens[index - 1].lower not in words.approximations


def _behind_comma(tokens: list[Token], index: int) -> bool:
    """Whether a comma stands before the word, or before the preposition before it (", in der")."""
    if index > 1 and tokens[index - 1].tag is Tag.PREPOSITION:
        index -= 1
    return index > 0 and tokens[index - 1].tag is Tag.COMMA


def _starts_infinitive(tokens: list[Token], index: int, words: ClauseWords) -> bool:
    while index < len(tokens) and (words.is_adverb(tokens[index].lower) or tokens[index].tag is Tag.TIME):
        index += 1
    if index >= len(tokens) or tokens[index].text[0].isupper():
        return False
    word, after = tokens[index].lower, tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if word.isalpha() and after in words.articles and not words.small(word) and not words.has_gerund_ending(word):
        return True  # "to [refurbish] the mill"
    return word in words.verbs or word in words.auxiliary_infinitives or word in words.past_or_participle


def _verb_tag(token: Token, before: Token | None, after: Token | None, words: ClauseWords) -> Tag | None:
    """What a word may be as a verb, judged by its form and its two neighbours."""
    word = token.lower
    goes_along = before is not None and before.tag is Tag.COMMA and after is not None and words.is_gerund(word)
    if goes_along and after is not None and (after.tag is Tag.TIME or after.lower in words.locative):
        return Tag.GERUND  # "The board, [meeting] on Monday, rejected it"
    if word in words.not_verbs or not word.isalpha():
        return None
    owned = before is not None and before.lower in words.possessives
    if owned and after is not None and (words.is_past_form(word) or word in words.past):
        # "Moody's [lowered] the rating", but "the bank's lowered rating".
        owned = (
            after.lower not in words.determiners | words.prepositions | words.complementisers and word not in words.past
        )
    in_noun_phrase = (
        before is not None
        and before.lower not in words.subject_pronouns
        and (before.tag in (Tag.DETERMINER, Tag.PREPOSITION, Tag.NUMBER) or owned)
    )
    if word in words.past:
        return None if in_noun_phrase else Tag.FINITE
    if word in words.participles:
        return Tag.PAST if not in_noun_phrase else None
    if token.text[0].isupper() and after is not None and after.tag is Tag.NAME:
        return None
    if words.is_past_form(word):
        return None if in_noun_phrase else Tag.PAST
    if words.is_gerund(word):
        return Tag.GERUND
    if in_noun_phrase or before is None or token.text[0].isupper() or before.lower in words.prepositional:
        return None
    reports = word in words.bare_reporting & words.verbs and word not in words.content_nouns
    if reports and after is not None and after.lower in words.determiners | words.subject_pronouns:
        return Tag.FINITE  # "Police in Ho [believe] the same man"
    # A noun before a plural, and a plural before a base form, leave it open what is the verb.
    plural_before = before.tag is Tag.WORD and words.is_plural(before.lower)
    if words.third_person(word):
        if before.tag in (Tag.PRONOUN, Tag.RELATIVE, Tag.ADVERB) or word in words.present:
            return Tag.FINITE
        auxiliary_follows = after is not None and after.lower in words.auxiliaries
        return None if plural_before or auxiliary_follows else Tag.PRESENT
    if word in words.verbs:
        if before.lower in words.plural_subjects:
            return Tag.FINITE
        return Tag.PRESENT if plural_before else None
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
        form = follower.lower
        verbal = (
            form in words.verbs or form in words.past_or_participle or form in words.participles or form in words.past
        )
        if (
            follower.tag in (Tag.PAST, Tag.GERUND)
            or words.has_gerund_ending(form)
            or (verbal and not follower.text[0].isupper())
            or (follower.tag is Tag.WORD and tokens[index].lower in words.modals and form.isalpha())
        ):
            follower.tag = Tag.GROUP
        elif follower.tag is Tag.PRONOUN and skipped == 0 and not follower.contracted:
            continue
        return
