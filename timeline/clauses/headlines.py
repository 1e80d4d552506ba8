"""A headline from a clause, by cutting alone."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.clauses.parse import Parse
from timeline.clauses.segments import Kind, Segment
from timeline.clauses.shortening import LONGEST, cut_off, shorten
from timeline.clauses.tokens import NOUNLIKE, VERBS, Tag
from timeline.clauses.verb_second import fills_first_place, shared_subject, without_first_date


def write_headline(parse: Parse, core: Sequence[int], shown: Sequence[int], *, noun: bool = False) -> str:
    """A line that stands alone: the clause without its date and what opens it.

    Words are only ever left out; the first letter becomes a capital. `noun`: the clause is a dated
    noun phrase.
    """
    report = None if noun else next((home for place in core if (home := parse.home[place]).kind is Kind.REPORT), None)
    if noun:
        kept = list(core)
    elif report is not None:
        kept = list(range(report.root.opener, max(shown) + 1))
    else:
        kept = _with_subject(parse, core, list(shown))
    kept = [place for place in kept if not _bracketed(parse, place)]
    if parse.words.verb_second:
        kept = without_first_date(parse, kept) or kept
    for date in parse.times(kept):
        if not _stays(parse, kept, date) and (report is None or date in core):
            kept = _without_date(parse, _without_when(parse, kept, date), date)
    kept = _without_while(parse, kept)
    attribution = [] if report is None else _attribution(parse, kept, report)
    kept, attribution = kept[: len(kept) - len(attribution)], _without_edges(parse, attribution)

    def written(places: Sequence[int]) -> str:
        line = _joined(parse, _without_edges(parse, list(places)))
        return f"{line}, {_joined(parse, attribution, capital=False)}" if attribution and line else line

    kept = shorten(parse, kept, written)
    line = written(kept)
    if attribution and len(line) > LONGEST:
        said, by = _joined(parse, _without_edges(parse, kept)), _joined(parse, attribution, capital=False)
        line = f"{cut_off(said, max(LONGEST - len(by) - 2, LONGEST // 3))}, {by}"
    return cut_off(line) or _joined(parse, _without_edges(parse, list(core)))


def subject_before(parse: Parse, core: Sequence[int], shown: Sequence[int]) -> list[int]:
    """The tokens before the part shown that are its subject: "[Mensah], who will come on Monday"."""
    return [place for place in _with_subject(parse, core, list(shown)) if place < min(shown)]


def _attribution(parse: Parse, kept: Sequence[int], report: Segment) -> list[int]:
    """Who said then what stands before it: ", [the ministry said] on Friday"."""
    spoken = [place for place in kept if parse.home[place] is report]
    return spoken if spoken and spoken[-1] == kept[-1] and spoken[0] != kept[0] else []


def _stays(parse: Parse, kept: list[int], date: int) -> bool:
    """Whether a line needs its date: as a subject, as an owner, in a word, or as the end of what lasts."""
    after = parse.after(date)
    if fills_first_place(parse, kept, date) and (parse.words.verb_second or parse.tokens[date + 1].tag in _SPOKEN):
        return True  # "In May followed another": without it, nothing would come before the verb
    if after is not None and parse.possessive(date + 1):
        return True
    before = parse.before(date)
    if "-" in parse.tokens[date].text.strip("-") or (before is not None and before.lower in parse.words.indefinite):
        return True  # "a June-long strike", "an early morning call"
    bounds = any(parse.bounds_period(parse.home[place]) for place in (date, date + 1) if place in kept)
    if bounds or (before is not None and before.lower in parse.words.comparisons - parse.words.temporal):
        return True  # "the quarter ended 30 September", "lower than a year ago"
    if any(place in kept and parse.lasts(place) for place in (date - 1, date - 2)):
        return True  # "It will go on until May": told without it, it goes on
    # "Last year saw a drought": the date itself is the subject.
    rest = (parse.tokens[place] for place in kept if place > date and parse.tokens[place].tag is not Tag.ADVERB)
    verb = next(rest, None)
    return date == kept[0] and verb is not None and verb.tag in _SPOKEN


_SPOKEN = (Tag.FINITE, Tag.PAST)


def _with_subject(parse: Parse, core: Sequence[int], kept: list[int]) -> list[int]:
    """The clause with the subject that it has left to the clause around it, or to its own first part."""
    first = core[0]
    segment = parse.home[first]
    if kept[0] == first:
        subject = shared_subject(parse, list(core)) if parse.words.verb_second else _left_out(parse, core)
        opens = segment.kind is Kind.PREDICATE and segment.opener == first
        if opens and segment.parent is not None and segment.parent.verb is not None:
            # "He was shot in March [and died]".
            subject = [place for place in segment.parent.tokens if place < segment.parent.verb]
        elif segment.verb is not None and first <= segment.verb <= first + 2 and first != segment.opener:
            # "The bridge, which fell in May, [was reopened]".
            subject = [place for place in segment.tokens if place < first]
        subject = [place for place in subject if parse.tokens[place].tag is not Tag.TIME]
        subject = _with_its_comma(parse, _without_opening(parse, subject))
        if subject:
            joined = parse.tokens[first].tag in (Tag.COORDINATOR, Tag.COMMA)
            return [*subject, *(kept[1:] if joined else kept)]
    return _with_antecedent(parse, core, kept)


def _left_out(parse: Parse, core: Sequence[int]) -> list[int]:
    """Subject and verb of the clause's first part, where this part goes without: "on Friday [he sold] another"."""
    segment = parse.home[core[0]]
    if segment.verb is None or segment.verb > core[0] or any(parse.home[place].verb == place for place in core):
        return []
    spoken = [place for place in segment.tokens if place <= segment.verb]
    subject = any(parse.tokens[place].tag in NOUNLIKE | {Tag.PRONOUN} for place in spoken[:-1])
    bound = [place for place in spoken if place + 1 in spoken and parse.tokens[place + 1].tag is Tag.TIME]
    opens = parse.tokens[core[0]].tag in (Tag.TIME, Tag.PREPOSITION, Tag.DETERMINER)
    return [place for place in spoken if place not in bound] if subject and opens else []


def _with_its_comma(parse: Parse, subject: list[int]) -> list[int]:
    """A subject with the comma behind what describes it: "the mayor, Ann Okoye[,]"."""
    commas = [place for place in subject if parse.tokens[place].tag is Tag.COMMA]
    listed = any(parse.tokens[place].tag is Tag.COORDINATOR for place in subject)
    closing = subject[-1] + 1 if subject else 0
    if len(commas) % 2 and not listed and parse.tokens[closing].tag is Tag.COMMA:
        return [*subject, closing]
    return subject


def _with_antecedent(parse: Parse, core: Sequence[int], kept: list[int]) -> list[int]:
    """A relative clause told as a sentence: "the ship [that] sank" is "the ship sank"."""
    for place in kept:
        token, segment = parse.tokens[place], parse.home[place]
        if token.tag in (Tag.FINITE, Tag.PAST):
            break
        if segment.kind is not Kind.RELATIVE or segment.opener != place or not parse.contains(segment, core[-1]):
            continue
        following = parse.after(place)
        start = parse.start_of_antecedent(place - 1 if parse.comma_before(place) else place)
        noun = [other for other in range(start, place) if parse.tokens[other].tag is not Tag.COMMA]
        if following is not None and following.tag in (*_SPOKEN, Tag.ADVERB):
            return [*noun, *(other for other in kept if other > place)]
        if place == kept[0]:
            return [*noun, *kept]  # "the mill [that Okoye sold]" stays a noun
        break
    return kept


def _without_opening(parse: Parse, subject: list[int]) -> list[int]:
    """A subject without the phrase that opens the sentence ("On Monday in Accra, [the court]"), nor a last comma."""
    commas = [number for number, place in enumerate(subject) if parse.tokens[place].tag is Tag.COMMA]
    opens = subject and parse.tokens[subject[0]].tag in (Tag.PREPOSITION, Tag.ADVERB, Tag.SUBORDINATOR)
    if opens and commas:
        subject = subject[commas[0] + 1 :]
    while subject and parse.tokens[subject[-1]].tag is Tag.COMMA:
        subject = subject[:-1]
    return subject


def _without_date(parse: Parse, kept: list[int], date: int) -> list[int]:
    """The words without a date and the prepositions that bind it."""
    if parse.attributive(date) and not parse.of_noun(date):
        return [place for place in kept if place != date]  # "by [overnight] losses"
    cut = {date}
    place = date - 1
    while place in kept and parse.tokens[place].lower in parse.words.dating:
        cut.add(place)
        place -= 1
    if place in kept and parse.tokens[place].lower in parse.words.temporal and not _particle(parse, place):
        cut.add(place)
        place -= 1
        before = parse.before(place)
        parts = parse.tokens[place].lower in parse.words.parting
        again = parse.tokens[place].tag is Tag.ADVERB and before is not None and before.tag is Tag.COORDINATOR
        if place in kept and (parts or again):
            cut.add(place)  # "[late] on Sunday", "in May and [again] in June"
            place -= 1
    if (
        place in kept
        and parse.tokens[place].tag is Tag.COMMA
        and date + 1 in kept
        and parse.tokens[date + 1].tag is Tag.COMMA
    ):
        cut.add(place)  # ", on Sunday," leaves one comma
    remaining = [place for place in kept if place not in cut]
    # "from June 3 to June 5", "in 1990 and 1991": nothing is left for the joining word to join.
    after = parse.after(date)
    if after is not None and after.tag in (Tag.COORDINATOR, Tag.COMMA) and date + 1 in remaining:
        following = date + 2
        binding = parse.words.temporal | parse.words.dating
        while following < len(parse.tokens) and (
            parse.tokens[following].lower in binding or parse.tokens[following].tag is Tag.ADVERB
        ):
            following += 1
        next_date = following < len(parse.tokens) and parse.tokens[following].tag is Tag.TIME
        if next_date or (after.tag is Tag.COMMA and (not remaining or remaining[0] == date + 1)):
            remaining.remove(date + 1)
    return remaining


def _without_when(parse: Parse, kept: list[int], date: int) -> list[int]:
    """Without what tells the date again: "They met on Friday[, when the lake froze]"."""
    for segment in parse.segments:
        again = segment.kind is Kind.SUBORDINATE and parse.tokens[segment.opener].lower in parse.words.simultaneous
        if again and segment.opener == date + 2 and parse.comma_before(date + 2) and date != kept[0]:
            shorter = [place for place in kept if place != date + 1 and not parse.contains(segment, place)]
            told = any(parse.home[place].verb == place for place in shorter if place < date)
            return shorter if told else kept
    return kept


def _without_while(parse: Parse, kept: list[int]) -> list[int]:
    """Without what happened at the same time and is told first: "[While it froze,] the mayor met Okoye"."""
    first = next((place for place in kept if parse.tokens[place].tag not in (*_SIGNS, Tag.COORDINATOR)), None)
    if first is None or parse.home[first].kind is not Kind.SUBORDINATE or parse.home[first].opener != first:
        return kept
    beside = parse.tokens[first].lower in parse.words.simultaneous | parse.words.accompanying
    rest = [place for place in kept if place > first and not parse.contains(parse.home[first], place)]
    told = any(parse.home[place].verb == place for place in rest)
    return rest if beside and told and parse.comma_before(rest[0]) else kept


def _particle(parse: Parse, place: int) -> bool:
    """Whether a preposition before a date rather belongs to the verb: "took [over] last week"."""
    verb, date = parse.before(place), parse.after(place)
    governed = verb is not None and (verb.tag in VERBS or verb.tag is Tag.GROUP)
    articled = date is not None and date.lower.split()[0] in parse.words.articles
    return parse.tokens[place].lower in parse.words.particles and governed and not articled


def _bracketed(parse: Parse, place: int) -> bool:
    """Whether the token stands in round brackets."""
    for segment in (parse.home[place], *parse.around(parse.home[place])):
        if segment.kind is Kind.ASIDE and parse.tokens[segment.opener].tag is Tag.OPEN:
            return True
    return False


def _without_edges(parse: Parse, kept: list[int]) -> list[int]:
    """Without the signs, joining words and opening adverbs at both ends."""
    tokens = parse.tokens
    while (kept and tokens[kept[-1]].tag in (*_SIGNS, Tag.COORDINATOR)) or (kept and tokens[kept[-1]].text == "."):
        kept = kept[:-1]
    while len(kept) > 1 and tokens[kept[-1]].tag is Tag.PREPOSITION and _object_cut(parse, kept[-1]):
        kept = kept[:-1]
    while kept:
        first = tokens[kept[0]]
        opener = first.lower in parse.words.openers and len(kept) > 3
        if (
            first.tag in (*_SIGNS, Tag.COORDINATOR)
            or (first.tag is Tag.COMPLEMENTISER and parse.home[kept[0]].opener == kept[0])
            or (first.tag is Tag.SUBORDINATOR and _idle(parse, kept) and not parse.lasts(kept[0]))
            or opener
        ):
            kept = kept[1:]
        else:
            break
    return kept


def _object_cut(parse: Parse, place: int) -> bool:
    """Whether what the preposition at the end of a line governs was left out: "in [what has become a rally]"."""
    after = parse.after(place)
    governed = NOUNLIKE | {Tag.DETERMINER, Tag.SUBORDINATOR, Tag.COMPLEMENTISER}
    return after is not None and after.tag in governed and after.text[0].isalnum()


def _idle(parse: Parse, kept: Sequence[int]) -> bool:
    """Whether the subordinator that a line begins with has nothing behind its clause, or its noun, to go with."""
    opened = parse.home[kept[0]]
    alone = opened if opened.kind is Kind.SUBORDINATE else None
    return not any(
        parse.home[place].verb == place and (alone is None or not parse.contains(alone, place)) for place in kept
    )


_SIGNS = (Tag.COMMA, Tag.BREAK, Tag.DASH, Tag.OPEN)


def _joined(parse: Parse, kept: Sequence[int], *, capital: bool = True) -> str:
    """The tokens as text, with the spacing they had."""
    pieces: list[str] = []
    for number, place in enumerate(kept):
        token = parse.tokens[place]
        if number:
            before = kept[number - 1]
            between = parse.text[parse.tokens[before].end : token.start]
            if before == place - 1:
                pieces.append(between)
            elif token.tag not in (Tag.COMMA, Tag.BREAK, Tag.CLOSE) and not parse.possessive(place):
                pieces.append(" ")
        pieces.append(token.text)
    line = " ".join("".join(pieces).split())
    for mark, other in (("“", "”"), ("``", "''"), ("«", "»"), ("„", "“")):
        if line.count(mark) != line.count(other) and mark != "“":
            line = line.replace(mark, "").replace(other, "")
    if line.count('"') % 2:
        line = line.replace('"', "")
    if line.count("“") != line.count("”"):
        line = line.replace("“", "").replace("”", "")
    line = line.strip(" ,;:-–—_")
    return line[:1].upper() + line[1:] if capital else line
