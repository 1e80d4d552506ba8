"""What is one event is told once; what contradicts stays apart."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import handmade
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import grouping
from timeline.api import tag
from timeline.articles import Article
from timeline.clauses import load_clause_words
from timeline.date_words import IN_ENGLISH
from timeline.events import Mention, find_mentions
from timeline.grouping import in_common
from timeline.merging import Event, Merging, Timeline, merge
from timeline.site.cards import card_of
from timeline.site.sources import sources_of
from timeline.tellings import Telling, contradiction, fold_names, likeness
from timeline.temporal.timex import Certainty

PAIRS = tomllib.loads((Path(__file__).parent / "corpus" / "merging.toml").read_text("utf-8"))


def article(identity: str, markdown: str, published: str = "2015-08-14") -> Article:
    return handmade.article(identity, markdown, published, topic="lake")


def mentions(articles: Sequence[Article]) -> list[Mention]:
    return [
        mention
        for each in articles
        for mention in find_mentions(each, tag(each.text, each.published, each.language, each.style))[0]
    ]


def events(*articles: Article) -> list[Event]:
    return merge(mentions(articles), articles)


@pytest.mark.parametrize(("one", "other"), PAIRS["same"])
def test_one_event_told_twice_is_one_event(one: str, other: str) -> None:
    merged = events(article("a", one), article("b", other))
    assert 2 in [len(event.mentions) for event in merged]


@pytest.mark.parametrize(("one", "other"), PAIRS["different"])
def test_two_events_stay_two(one: str, other: str) -> None:
    merged = events(article("a", one), article("b", other))
    assert {1} == {len(event.mentions) for event in merged}


@pytest.mark.xfail(strict=True, reason="merged wrongly so far")
@pytest.mark.parametrize(("one", "other"), PAIRS["merged_wrongly"])
def test_two_events_that_are_merged_should_stay_two(one: str, other: str) -> None:
    test_two_events_stay_two(one, other)


@pytest.mark.xfail(strict=True, reason="told as two so far")
@pytest.mark.parametrize(("one", "other"), PAIRS["kept_apart_wrongly"])
def test_one_event_that_is_told_as_two_should_be_one(one: str, other: str) -> None:
    test_one_event_told_twice_is_one_event(one, other)


def test_what_was_announced_is_told_as_what_came_of_it() -> None:
    announced = article("a", "The lake treaty will be signed in Geneva on 3 September 2015.", "2015-08-14")
    happened = article("b", "Nine towns signed the lake treaty in Geneva on 3 September 2015.", "2015-09-04")
    [event] = events(announced, happened)
    assert "Nine towns signed the lake treaty in Geneva" == event.headline


@pytest.mark.parametrize(
    ("english", "german", "told"),
    [
        ("The probe Tiga landed on a comet on 3 May 2014.", "Am 3. Mai 2014 war Tiga auf einem Kometen gelandet.", 2),
        ("The probe Tiga left on 3 May 2014.", "Am 3. Mai 2014 war Tiga auf einem Kometen gelandet.", 1),
        ("Ann Okoye met Mensah on 3 May 2014.", "Am 3. Mai 2014 wurde Anna Weber gewählt.", 1),
    ],
)
def test_two_languages_tell_one_event_where_names_and_what_happened_agree(english: str, german: str, told: int) -> None:
    german = f"{german} Tiga schweigt. Auf Tiga ist Verlass."
    merged = events(article("a", english), handmade.article("b", german, "2015-08-14", language="de"))
    assert told == max(len(event.mentions) for event in merged)


TIGA_DE = "Am 3. Mai 2014 startete Tiga. Tiga schweigt. Auf Tiga ist Verlass."
TIGA_EN = "The first picture of Tiga reached Accra on 3 May 2014. Tiga is small. Tiga is old."


@pytest.mark.parametrize(
    ("english", "german", "published", "told"),
    [
        pytest.param(TIGA_EN, TIGA_DE, "2015-08-14", 2, id="a day long past"),
        pytest.param(TIGA_EN, TIGA_DE, "2014-05-10", 1, id="a day of last week"),
        pytest.param(
            f"{TIGA_EN} On 3 May 2014 Tiga lost a wheel.", TIGA_DE, "2015-08-14", 1, id="two things told of it"
        ),
        pytest.param(TIGA_EN.replace("picture of Tiga", "farmer"), TIGA_DE, "2015-08-14", 1, id="no name shared"),
        pytest.param(TIGA_EN, TIGA_DE.replace("startete", "landete"), "2015-08-14", 1, id="two things happened"),
        pytest.param(TIGA_EN, TIGA_DE.replace("3. Mai", "4. Mai"), "2015-08-14", 1, id="two days"),
    ],
)
def test_what_two_languages_remember_of_a_day_about_one_name_is_one_event(
    english: str, german: str, published: str, told: int
) -> None:
    merged = events(article("a", english, published), handmade.article("b", german, published, language="de"))
    assert told == max(len(event.mentions) for event in merged)


def test_international_words_are_shared_by_two_languages() -> None:
    german = "Am Freitag soll Tiga auf dem Kometen bleiben. Tiga ist klein. Tiga ist alt."
    merged = events(
        article("a", "On Friday Tiga will stay on its comet, engineers hope."),
        handmade.article("b", german, "2015-08-14", language="de"),
    )
    assert 2 == max(len(event.mentions) for event in merged)


def test_a_headline_is_in_the_language_of_most() -> None:
    german = "Am 3. Mai 2014 war die Sonde Tiga auf einem Kometen gelandet. Tiga schweigt."
    [event] = events(
        handmade.article("a", german, "2015-08-01", language="de"),
        article("b", "It sent down Tiga, which made a landing on a comet on 3 May 2014."),
        article("c", "Tiga landed on a comet on 3 May 2014."),
    )
    assert "Tiga made a landing on a comet" == event.headline


def test_an_event_has_the_id_of_its_first_published_mention_and_leads_there_from_the_others() -> None:
    early = article("z", "A ferry sank off Lome on Monday.", "2015-08-11")
    late = article("a", "On Monday a ferry sank off Lome.", "2015-08-14")
    [event] = events(late, early)
    first, other = mentions([early, late])
    assert (first.id, (other.id,)) == (event.id, event.aliases)
    assert ["z", "a"] == [mention.article for mention in event.mentions]


def test_an_event_takes_the_most_precise_date_its_sources_support() -> None:
    [event] = events(
        article("a", "Last week the Volta bridge collapsed."),
        article("b", "The bridge over the Volta collapsed on Tuesday last week.", "2015-08-14"),
    )
    assert ("2015-08-04", Certainty.INFERRED) == (event.when.value, event.certainty)
    assert [("2015-08-04", 1), ("2015-W32", 1)] == [(told.when.value, told.articles) for told in event.dates]


def test_events_are_sorted_by_start_end_and_id() -> None:
    merged = events(
        article(
            "a",
            "The mill burned down in 2013. A crane fell in May 2013. A ferry sank on 1 May 2013. Okoye left on 2 May 2013.",
        )
    )
    assert ["2013", "2013-05-01", "2013-05", "2013-05-02"] == [event.when.value for event in merged]


def test_names_of_an_event_are_folded_over_its_articles() -> None:
    [event] = events(
        article("a", "Okoye met Mensah in Accra on Tuesday."),
        article("b", "President Ann Okoye held a meeting with Kofi Mensah in Accra on Tuesday."),
    )
    assert ("Accra", "Ann Okoye", "Kofi Mensah") == event.entities


def test_initials_are_the_name_that_another_article_has_in_full() -> None:
    [event] = events(
        article("a", "The Lake Basin Council approved the fishing plan in Accra on Tuesday."),
        article("b", "The LBC approved the plan for fishing in Accra on Tuesday."),
    )
    assert ("Accra", "Lake Basin Council") == event.entities


@pytest.mark.parametrize(
    ("one", "other", "entities"),
    [
        ("President Aldo Reyes opened a school on Monday.", "President Reyes opened a school near Lome on Monday.", ("Aldo Reyes", "Lome")),
        ("The U.N. sent food to Homs on Monday.", "The UN sent food to Homs on Monday.", ("Homs", "U.N.")),
        ("Minister-elect Ann Okoye closed the bridge on Monday.", "Ann Okoye closed the bridge on Monday.", ("Ann Okoye",)),
        ("Harbourmaster Ann Mills closed the bridge on Monday.", "Ann Mills closed the bridge on Monday.", ("Harbourmaster Ann Mills",)),
    ],
)  # fmt: skip
def test_one_person_is_one_however_the_desks_call_them(one: str, other: str, entities: tuple[str, ...]) -> None:
    [event] = events(article("a", one), article("b", other))
    assert entities == event.entities


@pytest.mark.parametrize(
    ("names", "name", "meant"),
    [
        (["Ann Okoye", "Okoye"], "Okoye", "Ann Okoye"),
        (["Ann Okoye", "Kofi Okoye", "Okoye"], "Okoye", "Okoye"),
        (["Lake Basin Council", "LBC"], "LBC", "Lake Basin Council"),
        (["Lake Basin Council", "Lower Bight Council", "LBC"], "LBC", "LBC"),
        (["Ann Reyes", "AR"], "AR", "AR"),
    ],
)
def test_a_name_that_two_could_have_stands_for_neither(names: list[str], name: str, meant: str) -> None:
    assert meant == fold_names(names, load_clause_words("en"))[name]


def test_an_article_teaches_no_other_article_a_name() -> None:
    told = article("b", "The LBC approved the plan for fishing in Accra on Tuesday.")
    [alone] = events(told)
    beside = events(told, article("c", "The Lake Basin Council (LBC) sold a boat in Lome on 3 May 2014."))
    assert alone in beside


SAYS_WHO = article("a", "Khaled Khoja, the LBC chief, met farmers in Accra on Tuesday.")
BY_NAME = article("b", "Khoja talked with farmers about rice on Tuesday.")
BY_WHAT_HE_IS = article("c", "The LBC chief talked about the harvest with farmers on Tuesday.")


def test_who_somebody_is_holds_for_what_the_article_tells_that_says_so() -> None:
    [event] = events(SAYS_WHO, BY_WHAT_HE_IS)
    assert ["a", "c"] == [mention.article for mention in event.mentions]
    assert (
        "the LBC chief" in in_common(event.mentions, {each.id: each.text for each in (SAYS_WHO, BY_WHAT_HE_IS)}).names
    )
    silent = article("a", "Khaled Khoja met farmers in Accra on Tuesday.")
    assert [1, 1] == [len(event.mentions) for event in events(silent, BY_WHAT_HE_IS)]


def test_who_somebody_is_holds_for_no_article_that_does_not_say_so() -> None:
    assert [1, 1] == [len(event.mentions) for event in events(BY_NAME, BY_WHAT_HE_IS)]
    unrelated = article("d", "Khaled Khoja, the LBC chief, sold a boat in Lome on 3 May 2014.")
    alone = events(BY_NAME, BY_WHAT_HE_IS)
    assert alone == [event for event in events(BY_NAME, BY_WHAT_HE_IS, unrelated) if event.mentions[0].article != "d"]


def test_an_event_says_what_made_it_one() -> None:
    articles = [
        article("a", "Okoye met 150 farmers in Accra on Tuesday."),
        article("b", "President Ann Okoye held a meeting with some 150 farmers in Accra on Tuesday."),
    ]
    [event] = events(*articles)
    found = in_common(event.mentions, {each.id: each.text for each in articles})
    assert (("Accra", "Ann Okoye"), ("farmers", "met"), ("150",)) == (found.names, found.words, found.figures)
    line = "Told as one event because the dates agree and the sources share Accra, Ann Okoye, 150, “farmers”, “met”."
    assert line == card_of(event, sources_of(articles, IN_ENGLISH), IN_ENGLISH).together


@pytest.mark.parametrize("told", [1, 2])
def test_what_one_article_tells_needs_no_reason(told: int) -> None:
    one = article("a", " ".join(["Okoye met Mensah in Accra on Tuesday."] * told))
    [event] = events(one)
    assert "" == card_of(event, sources_of([one], IN_ENGLISH), IN_ENGLISH).together


def test_no_mention_is_lost() -> None:
    articles = [
        article(str(number), pair[number % 2]) for number, pair in enumerate(PAIRS["same"] + PAIRS["different"])
    ]
    found = mentions(articles)
    kept = [mention.id for event in merge(found, articles) for mention in event.mentions]
    assert sorted(mention.id for mention in found) == sorted(kept)


SAID_OTHERWISE = {
    "count": ("A blast at the Homs market killed 14 people on Monday.", "A blast at the Homs market killed 21 people on Monday."),
    "side": ("Nine towns approved the lake treaty on Monday.", "Nine towns rejected the lake treaty on Monday."),
    "place": ("Shells hit a bakery in Homs on Monday.", "Shells hit a bakery in Aleppo on Monday."),
    "denial": ("The ferry sank off Keta on Monday.", "The ferry off Keta did not sink on Monday."),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "here", "there"), [(kind, *said) for kind, said in SAID_OTHERWISE.items()])
def test_two_events_that_only_contradict_each_other_say_so_and_in_what(kind: str, here: str, there: str) -> None:
    first, second = events(article("a", here), article("b", there))
    [told], [again] = first.contradictions, second.contradictions
    assert (kind, first.id, second.id) == (told.why.kind, told.mention.id, told.other.id)
    assert told == again.turned()


@pytest.mark.parametrize(
    "here",
    [
        "Mensah offered his resignation, and on Tuesday Okoye rejected it.",
        "Mensah had offered his resignation. Okoye rejected it on Tuesday.",
    ],
)
def test_what_is_said_of_it_is_said_of_what_the_words_before_name(here: str) -> None:
    told = events(article("a", here), article("b", "Okoye accepted the resignation of Mensah on Tuesday."))
    assert ["side", "side"] == [each.why.kind for event in told for each in event.contradictions]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        pytest.param(SAID_OTHERWISE["count"][0], SAID_OTHERWISE["count"][1].replace("Monday", "Tuesday"), id="two days"),
        pytest.param(SAID_OTHERWISE["count"][0], "In Accra a ferry sank and 21 people died on Monday.", id="not alike"),
        pytest.param("Okoye signed the lake treaty on Monday.", "Okoye cancelled the fishing permit on Monday.", id="other deeds"),
    ],
)  # fmt: skip
def test_two_events_of_which_no_source_is_wrong_do_not_contradict_each_other(here: str, there: str) -> None:
    assert [(), ()] == [event.contradictions for event in events(article("a", here), article("b", there))]


def test_an_event_that_contradicts_one_of_several_tellings_contradicts_their_event() -> None:
    silent = "A blast at the Homs market killed many people on Monday."
    articles = [article(str(place), each) for place, each in enumerate([*SAID_OTHERWISE["count"], silent])]
    first, second = events(*articles)
    assert {3} == {len(first.mentions) + len(second.mentions)}
    assert [1, 1] == [len(event.contradictions) for event in (first, second)]


def test_no_event_contradicts_itself() -> None:
    sentences = [sentence for pair in PAIRS["different"] + PAIRS["same"] for sentence in pair]
    articles = [article(str(number), sentence) for number, sentence in enumerate(sentences)]
    for event in events(*articles):
        tellings = [mention.telling for mention in event.mentions]
        assert [] == [found for one in tellings for other in tellings if (found := contradiction(one, other))]


# Articles of a day or two with sentences that are alike, so that much merges and much contradicts.
SENTENCES = [sentence for pair in PAIRS["same"] + PAIRS["different"] for sentence in pair]
ARTICLES = [
    replace(
        article(
            f"a{number}",
            f"{SENTENCES[number]} {SENTENCES[(number * 7 + 3) % len(SENTENCES)]}",
            f"2015-08-{13 + number % 2}",
        ),
        mark=b"%d" % number,
    )
    for number in range(len(SENTENCES))
]
MENTIONS = {each.id: mentions([each]) for each in ARTICLES}
CHOSEN = st.lists(st.sampled_from(ARTICLES), min_size=2, max_size=16, unique_by=lambda each: each.id)


def merged(articles: Sequence[Article]) -> list[Event]:
    return merge([mention for each in articles for mention in MENTIONS[each.id]], articles)


@settings(deadline=None, max_examples=60)
@given(CHOSEN, st.sampled_from(range(len(SENTENCES))))
def test_what_is_known_of_contradictions_is_what_would_be_found_anew(articles: list[Article], number: int) -> None:
    added = ARTICLES[number]
    before = [each for each in articles if each.id != added.id]
    known = Merging()
    merge([mention for each in before for mention in MENTIONS[each.id]], before, merging=known)
    now = [*before, added]
    brought = merge([m for each in now for m in MENTIONS[each.id]], now, merging=Merging(known.after))
    assert merged(now) == brought


@settings(deadline=None, max_examples=60)
@given(CHOSEN, st.randoms(use_true_random=False))
def test_the_order_of_articles_makes_no_difference(articles: list[Article], chance: Random) -> None:
    shuffled = list(articles)
    chance.shuffle(shuffled)
    assert merged(articles) == merged(shuffled)


UNRELATED = article(
    "aa-unrelated",
    "Astronomers in Uppsala photographed a faint nebula on Monday. In 2012 its catalogue was lost. Last week it was found again.",
    "2015-08-12",
)
MENTIONS[UNRELATED.id] = mentions([UNRELATED])


@settings(deadline=None, max_examples=60)
@given(CHOSEN)
def test_an_unrelated_article_changes_nothing(articles: list[Article]) -> None:
    alone = merged(articles)
    together = merged([*articles, UNRELATED])
    assert alone == [event for event in together if event.mentions[0].article != UNRELATED.id]
    assert 3 == len(together) - len(alone)


WHO, DID, WHERE = (
    ("Okoye", "Mensah", "Boateng", "Sarpong", "Lamptey", "Owusu", "Danquah", "Tetteh", "Antwi", "Adoma"),
    ("opened a market", "closed a school", "met farmers", "praised a harvest", "inspected a dam", "signed a lease"),
    ("Accra", "Lome", "Keta", "Tema", "Kumasi", "Axim", "Jos", "Gao"),
)


def busy_day(number: int, *, one_event: bool) -> list[Article]:
    """So many articles that all tell something of one Monday."""
    chance = Random(number)
    lines = (
        "Okoye met Mensah in Accra on Monday." if one_event
        else f"{chance.choice(WHO)} {chance.choice(DID)} in {chance.choice(WHERE)} on Monday."
        for _ in range(number)
    )  # fmt: skip
    return [article(f"b{place:03}", line) for place, line in enumerate(lines)]


@pytest.mark.parametrize("one_event", [True, False])
def test_a_busy_day_costs_what_its_mentions_cost_and_not_their_square(
    one_event: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = busy_day(1600, one_event=one_event)
    found = mentions(articles)
    compared: Counter[str] = Counter()
    for name in ("likeness", "contradiction"):
        real = getattr(grouping, name)

        def count(one: Telling, other: Telling, real: Any = real, name: str = name) -> Any:
            compared[name] += 1
            return real(one, other)

        monkeypatch.setattr(grouping, name, count)
    merge(found, articles)
    assert compared.total() < 100 * len(found)


def test_a_hundred_articles_tell_one_event() -> None:
    [event] = events(*busy_day(100, one_event=True))
    assert 100 == len(event.mentions)


@pytest.mark.parametrize("one_event", [True, False])
def test_the_order_of_articles_makes_no_difference_on_a_busy_day(one_event: bool) -> None:
    articles = busy_day(120, one_event=one_event)
    assert events(*articles) == events(*reversed(articles))


def test_an_article_that_shares_one_word_with_a_busy_day_changes_nothing() -> None:
    articles = busy_day(120, one_event=False)
    other = article("a-first", "Astronomers in Accra photographed a nebula on Monday.")
    told = events(other, *articles)
    assert events(*articles) == [event for event in told if event.mentions[0].article != other.id]


@settings(deadline=None, max_examples=60)
@given(CHOSEN)
def test_events_come_in_the_order_of_time_and_their_salience_is_a_share(articles: list[Article]) -> None:
    found = merged(articles)
    starts = [event.when.interval.first_day for event in found if event.when.interval is not None]
    assert starts == sorted(starts)
    assert all(0 < event.salience < 1 for event in found)


def test_a_better_headline_leaves_the_id_as_it_was() -> None:
    articles = [article("a", "A ferry sank off Lome on Monday.")]
    [mention] = mentions(articles)
    assert merge([replace(mention, headline="Other words")], articles)[0].id == merge([mention], articles)[0].id


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(Telling(), Telling(), 0.0, id="nothing is like nothing"),
        pytest.param(Telling((("flood", 9.0),)), Telling((("flood", 9.0),)), 0.0, id="one word makes nothing alike"),
        pytest.param(
            Telling((("accra", 9.0), ("flood", 9.0))), Telling((("accra", 9.0), ("flood", 9.0))), 1.0, id="the same"
        ),
        pytest.param(Telling((("fell", 2.0), ("rain", 2.0))), Telling((("fell", 2.0), ("rain", 2.0))), 0.25, id="the same little"),
    ],
)  # fmt: skip
def test_likeness_is_a_share_of_what_both_say(one: Telling, other: Telling, expected: float) -> None:
    assert expected == likeness(one, other) == likeness(other, one)


def test_a_timeline_knows_its_articles_by_id() -> None:
    one = article("a", "A ferry sank off Lome on Monday.")
    timeline = Timeline("Lake", tuple(events(one)), (), (one,), ())
    assert one is timeline.article("a")
    with pytest.raises(KeyError):
        timeline.article("b")
