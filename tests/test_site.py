"""The pages: what a reader finds on them, and what no article can put there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

import jinja2
import pytest
from handmade import article, event, mention, resolved, timeline
from payloads import FEW
from sites import Element, build, elements, embeds, pages, tree, write_article, write_config

from timeline.date_words import IN_ENGLISH
from timeline.entity_names import folded_entities
from timeline.events import find_mentions
from timeline.merging import Timeline, merge
from timeline.site import rendering
from timeline.site.addresses import is_page
from timeline.site.body import Mark, body_html, quotes_html
from timeline.site.cards import card_of
from timeline.site.chronology import years_of
from timeline.site.density import Strip, strip_of
from timeline.site.figures import figures_of
from timeline.site.frame import Frame
from timeline.site.listing import Listing
from timeline.site.pages import site_pages
from timeline.site.paging import Bound
from timeline.site.rendering import make_environment, templates_dir
from timeline.site.sources import sources_of
from timeline.spans import Span
from timeline.temporal.calendar import ordinal
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.timex import TimeValue, TimexType
from timeline.wording import ENGLISH, load_wording

TALKS = article("talks", "They met in Doha last week. In May 2014 they had not. Recently it was quiet.")
REPORT = article("report", "The meeting of 5 August 2015 was long. It began in 2013.", "2015-08-20")
OTHER = article("other", "The meeting of 3 August 2015 was short.", "2015-08-21")
_GAPS = article("gaps", "In May 2013. In December 2013. In the summer of 2014. On 24 December 2014. In 2016.")
GAPS = timeline(
    [_GAPS],
    [
        event(mention(_GAPS, phrase))
        for phrase in ("May 2013", "December 2013", "the summer of 2014", "24 December 2014", "2016")
    ],
)


def made(*events: tuple[str, ...]) -> Timeline:
    """Three articles and the events that the named phrases of each tell."""
    by_phrase = {"last week": TALKS, "May 2014": TALKS, "5 August 2015": REPORT, "2013": REPORT, "3 August 2015": OTHER}
    return timeline(
        [TALKS, REPORT, OTHER],
        [event(*(mention(by_phrase[phrase], phrase) for phrase in phrases)) for phrases in events],
        unplaced=[mention(TALKS, "Recently")],
    )


def site(of: Timeline, **given: object) -> dict[str, str]:
    """The pages of a timeline by their address."""
    frame = Frame(of.title, **given)  # type: ignore[arg-type]
    return {page.address: page.text for page in site_pages(of, frame, make_environment([templates_dir()]))}


def strip_for(told: Timeline) -> Strip | None:
    """The strip of all events, on one page."""
    cards = [card_of(each, sources_of(told.articles, IN_ENGLISH), IN_ENGLISH) for each in told.events]
    listing = Listing("index.html", cards, lambda card: card.place, lambda card: card.size, Bound(500, 500_000))
    return strip_of(cards, listing, lambda card: f"index.html#{card.id}")


def find(html: str, tag: str, **attributes: str) -> list[Element]:
    """The elements with that tag and those attributes."""
    return [
        each
        for each in elements(html)
        if each.tag == tag and all(each.attributes.get(name) == value for name, value in attributes.items())
    ]


class TestCards:
    """What a card says of its event."""

    @pytest.mark.parametrize(
        ("phrases", "expected"),
        [
            (("last week", "5 August 2015"), []),
            (("last week", "3 August 2015"), []),
            (("5 August 2015", "3 August 2015"), [("Wednesday 5 August 2015", 1), ("Monday 3 August 2015", 1)]),
            (("last week", "5 August 2015", "3 August 2015"), [("3–9 August 2015", 1), ("Wednesday 5 August 2015", 1), ("Monday 3 August 2015", 1)]),
        ],
        ids=["a day in the week", "its first day", "two days", "two days in the week"],
    )  # fmt: skip
    def test_sources_disagree_only_where_not_all_can_be_right(
        self, phrases: tuple[str, ...], expected: list[tuple[str, int]]
    ) -> None:
        told = made(phrases)
        card = card_of(told.events[0], sources_of(told.articles, IN_ENGLISH), IN_ENGLISH)
        assert [(each.when, each.articles) for each in card.disagreement] == expected

    def test_one_person_of_a_topic_is_chosen_by_one_name_whatever_each_article_calls_them(self) -> None:
        told = [
            article("a", "Sergei Lavrov left Doha on 3 May 2014.", topic="talks"),
            article("b", "Lavrov met rebels in York on 5 May 2014. The UN was there on 9 May 2014.", topic="talks"),
            article("c", "The United Nations left New York on 7 May 2014.", topic="talks"),
            article("d", "Lavrov sold a boat on 5 May 2014.", topic="boats"),
        ]  # fmt: skip
        named = folded_entities(merge([m for each in told for m in find_mentions(each, resolved(each))[0]], told))
        chosen = {name for names in named.values() for name in names}
        assert {"Sergei Lavrov", "Lavrov", "United Nations", "York", "New York", "Doha"} == chosen

    def test_what_two_desks_tell_otherwise_leads_from_each_card_to_the_other(self) -> None:
        told = [
            article(f"a{dead}", f"A blast at the Homs market killed {dead} people on 3 May 2014.") for dead in (14, 21)
        ]
        events = merge([m for each in told for m in find_mentions(each, resolved(each))[0]], told)
        home = site(Timeline("Homs", tuple(events), (), tuple(told), ()))["index.html"]
        lines = [each for each in elements(home) if each.attributes.get("class") == "conflict"]
        links = {each.attributes.get("href") for each in elements(home) if each.tag == "a"}
        assert {f"#{event.id}" for event in events} <= links
        assert ["14, there 21", "21, there 14"] == sorted(
            each.text.split("here ")[1].split(",")[0] + "," + each.text.split(",")[1] for each in lines
        )

    def test_the_ids_of_all_mentions_lead_to_the_card(self) -> None:
        told = made(("last week", "5 August 2015"))
        home = site(told)["index.html"]
        ids = {each.attributes.get("id") for each in elements(home)}
        assert {mention.id for mention in told.events[0].mentions} <= ids

    def test_the_phrase_is_marked_in_its_sentence_beside_the_steps_and_the_day_of_publication(self) -> None:
        home = site(made(("last week",)))["index.html"]
        assert [each.text for each in find(home, "mark")][:1] == ["last week"]
        assert [each.text for each in find(home, "blockquote")][:1] == ["They met in Doha last week."]
        assert "Friday 14 August 2015" in find(home, "p", **{"class": "source"})[0].text
        steps = find(home, "ol", **{"class": "derivation"})[0].text
        assert steps.startswith(
            "“last week” is read as a time counted back from the publication date it means the week"
        )
        assert steps.endswith("so it is the week of Monday 3 August 2015: Monday 3 August to Sunday 9 August 2015")
        assert (
            "en: last | this | next <unit> · 2015-W32" == find(home, "p", **{"class": "reading"})[0].attributes["title"]
        )

    def test_a_page_of_a_topic_or_a_source_says_which_it_is_and_calls_it_by_a_title(self) -> None:
        own = article("own", "They met in Doha last week.")
        made_of = site(timeline([own], [replace(event(mention(own, "last week")), topics=("syria",))]))
        for folder, kind, name in (("topics", "Topic", "Syria"), ("sources", "Source", "Harbour Desk")):
            [page] = [text for address, text in made_of.items() if address.startswith(f"{folder}/")]
            assert [each.text for each in find(page, "p", **{"class": "kind"})] == [kind]
            assert [each.text for each in find(page, "h1")] == [name]
            assert find(page, "title")[0].text.startswith(f"{kind}: {name}")

    def test_what_sources_share_of_their_reasons_is_said_once(self) -> None:
        same = [
            article(name, "The meeting of 5 August 2015 was long.", f"2015-08-2{at}") for at, name in enumerate("abc")
        ]
        late = article("late", "The meeting of August 5, 2015 was short.", "2015-08-28")
        told = timeline(
            [*same, late], [event(*(mention(each, "5 August 2015") for each in same), mention(late, "August 5, 2015"))]
        )
        home = site(told)["index.html"]
        quoted = [each.text for each in find(home, "blockquote")]
        assert quoted == ["The meeting of 5 August 2015 was long.", "The meeting of August 5, 2015 was short."]
        assert len(find(home, "p", **{"class": "source"})) == 4
        assert len(find(home, "p", **{"class": "reading"})) == len(find(home, "ol", **{"class": "derivation"})) == 2

    def test_a_week_is_two_valid_times_with_its_edtf(self) -> None:
        home = site(made(("last week",)))["index.html"]
        [line] = find(home, "p", **{"class": "when"})
        assert (line.text, line.attributes["data-edtf"]) == (
            "3–9 August 2015 some time in this week",
            "2015-08-03/2015-08-09",
        )

    @pytest.mark.parametrize(
        ("phrase", "wide", "extent"),
        [
            ("last week", True, (2, 7, 31)),
            ("5 August 2015", False, None),
            ("May 2014", True, None),
            ("2013", True, None),
        ],
    )
    def test_how_wide_a_date_is_shows_beside_it(
        self, phrase: str, wide: bool, extent: tuple[int, int, int] | None
    ) -> None:
        told = made((phrase,))
        card = card_of(told.events[0], sources_of(told.articles, IN_ENGLISH), IN_ENGLISH)
        assert (wide, extent) == (card.wide, card.extent)
        home = site(told)["index.html"]
        assert ("event inferred wide" if phrase == "last week" else "event") in home
        assert ("extent" in home) == (extent is not None)

    def test_the_sentence_stands_on_the_card_where_the_headline_says_much_less(self) -> None:
        long = "The envoy hopes that both will come back soon, because they met in Doha last week."
        for text, expected in (("They met in Doha last week.", ""), (long, long)):
            own = article("own", text)
            told = timeline([own], [event(replace(mention(own, "last week"), headline="They met in Doha"))])
            card = card_of(told.events[0], sources_of(told.articles, IN_ENGLISH), IN_ENGLISH)
            assert card.summary == expected
            assert [each.text for each in find(site(told)["index.html"], "p", **{"class": "summary"})] == [expected][
                : bool(expected)
            ]

    def test_every_page_leads_to_what_can_be_taken_along_and_to_where_errors_are_reported(self) -> None:
        given = {"url": "https://example.org/", "report": "https://example.org/report"}
        for address, page in site(made(("last week",)), **given).items():
            if is_page(address) and address != "404.html":
                targets = [each.attributes["href"] for each in find(page, "a") if "href" in each.attributes]
                for wanted in ("timeline.json", "feed.xml", "feed.json", "https://example.org/report"):
                    assert any(str(target).endswith(wanted) for target in targets), address


class TestChronology:
    """Order, headings and what is left out."""

    def test_years_and_months_follow_each_other_and_a_bare_year_stands_first(self) -> None:
        told = made(("last week",), ("5 August 2015",), ("May 2014",), ("2013",))
        years = years_of(
            [card_of(each, sources_of(told.articles, IN_ENGLISH), IN_ENGLISH) for each in told.events], IN_ENGLISH
        )
        assert [(year.gap, year.heading, [(group.heading, len(group.cards)) for group in year.groups]) for year in years] == [
            ("", "2013", [("2013, month not given", 1)]),
            ("4 months with no events", "2014", [("May 2014", 1)]),
            ("14 months with no events", "2015", [("August 2015", 2)]),
        ]  # fmt: skip

    def test_a_gap_stands_between_the_years_or_the_months_that_it_parts(self) -> None:
        told = GAPS
        [first, second, third] = years_of(
            [card_of(each, sources_of(told.articles, IN_ENGLISH), IN_ENGLISH) for each in told.events], IN_ENGLISH
        )
        assert [(each.heading, each.gap) for each in first.groups] == [
            ("May 2013", ""),
            ("December 2013", "6 months with no events"),
        ]
        assert ("5 months with no events", "") == (second.gap, second.groups[0].gap), (
            "the summer of 2014 is wider than a month"
        )
        assert [(each.heading, each.gap) for each in second.groups] == [
            ("2014, month not given", ""),
            ("December 2014", "4 months with no events"),
        ]
        assert ("12 months with no events", "2016, month not given") == (third.gap, third.groups[0].heading)
        home = site(told)["index.html"]
        lines = re.findall(r'<p class="gap">([^<]*)|<h[23] id="[ym][^"]*">([^<]*)', home)
        assert [(gap or heading).strip() for gap, heading in lines] == [
            "2013", "May 2013", "6 months with no events", "December 2013",
            "5 months with no events", "2014", "2014, month not given", "4 months with no events", "December 2014",
            "12 months with no events", "2016", "2016, month not given",
        ]  # fmt: skip

    def test_what_lasts_hides_no_gap_in_what_is_listed_while_it_does(self) -> None:
        own = article("mill", "In May 2013 it ran. On 4 December 2014 it stopped. In 2016 it was sold.")
        ran = mention(own, "May 2013")
        days = Interval.of_days(ordinal(2013, 5, 1), ordinal(2014, 12, 31))
        lasting = replace(ran, when=TimeValue(TimexType.DATE, "2013-05/2014-12", Granularity.MONTH, None, days))
        told = timeline([own], [event(lasting), event(mention(own, "4 December 2014")), event(mention(own, "2016"))])
        cards = [card_of(each, sources_of(told.articles, IN_ENGLISH), IN_ENGLISH) for each in told.events]
        years = years_of(cards, IN_ENGLISH)
        assert [(year.heading, year.gap) for year in years] == [
            ("2013", ""),
            ("2014", "19 months with no other events"),
            ("2016", "12 months with no events"),
        ]

    def test_the_strip_leads_to_every_month_with_events(self) -> None:
        told = made(("last week",), ("5 August 2015",), ("May 2014",))
        strip = strip_for(told)
        assert strip is not None
        assert [(column.label, column.address) for column in strip.columns] == [
            ("May 2014: 1 event", "index.html#m2014-05"),
            ("August 2015: 2 events", "index.html#m2015-08"),
        ]
        assert (strip.first, strip.last, strip.width) == ("May 2014", "August 2015", 160)

    @pytest.mark.parametrize("phrases", [[], [("last week",)]], ids=["no event", "one event"])
    def test_there_is_no_strip_where_nothing_is_compared(self, phrases: list[tuple[str, ...]]) -> None:
        told = made(*phrases)
        assert strip_for(told) is None

    def test_a_long_timeline_has_a_page_for_each_year_and_every_link_arrives(self) -> None:
        told = made(("last week",), ("5 August 2015",), ("May 2014",), ("2013",))
        addresses = site(told, events_per_page=3)
        assert [each for each in addresses if each.startswith("years/")] == [
            "years/2013.html",
            "years/2014.html",
            "years/2015.html",
        ]
        assert not find(addresses["index.html"], "article")
        assert len(find(addresses["years/2015.html"], "article")) == 2
        assert dead_links(addresses) == []


class TestStates:
    """A site says what it does not have."""

    def test_nothing_at_all(self) -> None:
        home = site(timeline([]))["index.html"]
        assert "No dated events were found in 0 articles" in [each.text for each in find(home, "h2")]

    def test_articles_without_dates(self) -> None:
        quiet = article("quiet", "Nothing is said about any day.")
        told = site(timeline([quiet]))
        assert "No dated events were found in 1 article" in [each.text for each in find(told["index.html"], "h2")]
        assert "Title of quiet" in told["how-dates-were-resolved.html"]

    def test_what_has_no_place_on_the_calendar_stands_last(self) -> None:
        home = site(made(("last week",)))["index.html"]
        assert [each.text for each in find(home, "h2")] == ["2015", "Date unknown", "Articles"]
        assert "Recently" in find(home, "section", id="date-unknown")[0].text


class TestFigures:
    """What the page on how dates were resolved counts."""

    TEXT = (
        "They met on 3 May 2013 in Doha. The talks lasted from 3 June 2013 to 5 June 2013. Every week they rested. "
        "They will meet soon. Nobody, of May 2011."
    )

    def test_each_time_expression_is_counted_once_by_what_came_of_it(self) -> None:
        own = article("a", self.TEXT)
        told = timeline([own], [event(mention(own, "3 May 2013")), event(mention(own, "3 June 2013"))])
        figures = figures_of(told, wordless=0)
        assert 6 == figures.expressions == sum(each.count for each in figures.outcomes)
        assert [2, 1, 1, 1, 1] == [each.count for each in figures.outcomes]
        assert {"exact": 4, "inferred": 0, "vague": 1} == figures.certainty
        used = [(str(each.words), each.names, each.count) for each in figures.rules]
        assert used[0][::2] == ("a full date", 3)
        assert all(name.startswith("en: ") for _, names, _ in used for name in names)

    def test_numbers_are_written_as_the_language_of_the_page_has_them(self) -> None:
        own = article("a", "On 3 May 2013 they met. " * 1234)
        for language, expected in ((ENGLISH, "1,234 time expressions"), ("de", "1.234 Zeitangaben")):
            wording = load_wording(language)
            environment = make_environment([templates_dir()], wording)
            pages_of_site = site_pages(
                timeline([own], [event(mention(own, "3 May 2013"))]), Frame("A", wording=wording), environment
            )
            method = next(page.text for page in pages_of_site if page.address == "how-dates-were-resolved.html")
            assert expected in find(method, "p", **{"class": "lead"})[0].text


class TestBody:
    """The text of an article on its page."""

    @pytest.mark.parametrize(
        ("markdown", "phrase", "expected"),
        [
            ("They met last week.", "last week", '<p>They met <a href="#rt9" class="time exact" id="t9">last week</a>.</p>'),
            (
                "They met *last* week.",
                "last week",
                '<p>They met <em><a href="#rt9" class="time exact" id="t9">last</a></em>'
                '<a href="#rt9" class="time exact"> week</a>.</p>',
            ),
            (
                "They [met last week](https://example.org/x).",
                "last week",
                '<p>They <a href="https://example.org/x" rel="noopener noreferrer">met <span class="time exact" id="t9">'
                "last week</span></a>.</p>",
            ),
            ("# Last week\n\n### It", "Last week", '<h2><a href="#rt0" class="time exact" id="t0">Last week</a></h2><h3>It</h3>'),
            ("* in May\n* never", "May", '<ul><li>in <a href="#rt3" class="time exact" id="t3">May</a></li><li>never</li></ul>'),
            ("x &lt; y in May", "May", '<p>x &lt; y in <a href="#rt9" class="time exact" id="t9">May</a></p>'),
        ],
        ids=["plain", "across emphasis", "in a link", "heading", "list", "entity"],
    )  # fmt: skip
    def test_a_time_expression_is_marked_exactly(self, markdown: str, phrase: str, expected: str) -> None:
        text = article("a", markdown).text
        start = text.index(phrase)
        mark = Mark(Span(start, start + len(phrase)), f"t{start}", "exact")
        assert re.sub(r"\n", "", body_html(markdown, [mark])) == expected

    @pytest.mark.parametrize(
        ("publish", "shown", "hidden"),
        [
            ("full", ["It rained.", "They met on 5 August 2015.", "Nobody spoke."], []),
            ("excerpt", ["It rained.", "They met on 5 August 2015."], ["Nobody spoke."]),
            ("quotes", ["They met on 5 August 2015."], ["It rained.", "Nobody spoke."]),
        ],
    )
    def test_no_more_is_shown_than_may_be(self, publish: str, shown: list[str], hidden: list[str]) -> None:
        text = "It rained.\n\nThey met on 5 August 2015. Nobody spoke."
        own = article("a", text, publish=publish)
        told = timeline([own], [event(mention(own, "5 August 2015"))])
        pages_of_site = site(told)
        page = next(page for address, page in pages_of_site.items() if address.startswith("articles/a-"))
        [body] = find(page, "div", **{"class": "body"})
        assert all(each in body.text for each in shown)
        everything = " ".join(pages_of_site.values())
        assert not [each for each in hidden if each in everything]

    def test_quotes_are_escaped(self) -> None:
        text = "Is 1 < 2 & <b>so</b>?"
        assert quotes_html(text, [Span(0, len(text))], []) == "<p>Is 1 &lt; 2 &amp; &lt;b&gt;so&lt;/b&gt;?</p>"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of articles that carry every payload in every place."""
    folder = tmp_path_factory.mktemp("hostile")
    for number, payload in enumerate(FEW):
        value = json.dumps(payload)
        head = f"title: {value}\nsource: {value}\nauthor: {value}\nurl: {value}\ntopic: {value}\ntags: [{value}]\ndate: 2015-08-14"
        write_article(
            folder,
            f"a{number}",
            f"The ministers {payload} met {payload} in Doha on 5 August 2015. {payload} plainword{number}",
            head,
        )
    write_config(
        folder, site_name="'<b>Name</b> & \"more\"'", site_url="https://example.org/sub/", copyright="'<i>©</i>'"
    )
    build(folder)
    return folder / "site"  # fmt: skip


class TestHostileArticles:
    """Nothing that an article says is alive on a page."""

    def test_no_page_holds_anything_that_runs(self, hostile: Path) -> None:
        alive = [
            (address, each)
            for address, html in pages(hostile)
            for each in elements(html)
            if each.tag in {"iframe", "object", "embed", "base", "style", "img", "math", "form"} - ({"form"} if "role" in each.attributes else set())
            or (each.tag == "script" and each.attributes.get("type") != "application/ld+json" and not (each.attributes.get("src") or "").endswith(("assets/timeline.js", "assets/filter.js", "assets/embedding.js")))
            or (each.tag == "meta" and "http-equiv" in each.attributes)
            or any(name.startswith("on") or name in ("style", "srcdoc") for name in each.attributes)
            or re.match(r"\s*(javascript|data|vbscript):", each.attributes.get("href") or "", re.IGNORECASE)
        ]  # fmt: skip
        assert alive == []

    def test_every_articles_plain_words_are_still_there(self, hostile: Path) -> None:
        text = " ".join(html for address, html in pages(hostile) if address.startswith("articles/"))
        assert [number for number in range(len(FEW)) if f"plainword{number}" not in text] == []

    def test_templates_in_articles_are_not_run(self, hostile: Path) -> None:
        assert not [name for name, data in tree(hostile).items() if str(1337 * 1009).encode() in data]

    def test_data_in_pages_parses(self, hostile: Path) -> None:
        for _, html in pages(hostile):
            for found in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL):
                assert json.loads(found)["mainEntity"]["@type"] == "ItemList"
        assert json.loads((hostile / "timeline.json").read_text())["schema"] == "timeline/1"

    def test_every_link_arrives(self, hostile: Path) -> None:
        assert dead_links({**dict(pages(hostile)), **dict(embeds(hostile))}) == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with pages of its makers, an article that cannot be read and a bad address."""
    folder = tmp_path_factory.mktemp("site")
    write_article(folder, "syria/talks", TALKS.markdown, "date: 2015-08-14\nurl: https://example.org/talks")
    write_article(folder, "syria/report", REPORT.markdown, "date: 2015-08-20\nurl: javascript:alert(1)")
    write_article(folder, "undated", "It was in May.", "title: no date")
    write_config(folder, site_url="https://example.org/sub/", docs_dir="docs", use_directory_urls="false")
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Not the home\n")
    (folder / "docs" / "about-us.md").write_text("# About &amp; us\n\nWe *are*.\n")
    build(folder)
    return folder


class TestSite:
    """The site as MkDocs builds it."""

    def test_both_commands_give_the_same_pages(self, folder: Path) -> None:
        build_with_mkdocs(folder, "--site-dir", "other")
        assert tree(folder / "other") == tree(folder / "site")
        assert [".timeline"] == [path.name for path in folder.glob(".*")], "nothing is left beside the site"

    def test_two_builds_are_the_same_bytes(self, folder: Path) -> None:
        before = tree(folder / "site")
        build(folder)
        assert tree(folder / "site") == before

    def test_every_link_arrives(self, folder: Path) -> None:
        assert dead_links({**dict(pages(folder / "site")), **dict(embeds(folder / "site"))}) == []

    def test_names_are_given_once_a_page(self, folder: Path) -> None:
        for _, html in pages(folder / "site"):
            names = Counter(each.attributes["id"] for each in elements(html) if "id" in each.attributes)
            assert [name for name, count in names.items() if count > 1] == []

    def test_no_page_asks_another_host(self, folder: Path) -> None:
        asked = [
            each
            for _, html in pages(folder / "site")
            for each in elements(html)
            for address in [each.attributes.get("src") or (each.tag == "link" and each.attributes["href"]) or ""]
            if re.match(r"(https?:)?//", str(address)) and each.attributes.get("rel") not in ("canonical", "alternate")
        ]
        assert asked == []

    def test_what_is_wrong_is_reported(self, folder: Path) -> None:
        report = build(folder)
        assert [problem.partition(":")[0] for problem in report.problems] == [
            "content/undated.md",
            "content/syria/report.md",
        ]
        assert (report.articles, report.pages) == (2, 8)
        method = (folder / "site" / "how-dates-were-resolved.html").read_text()
        assert "content/undated.md" in method

    def test_pages_of_the_makers_are_rendered_in_the_same_frame(self, folder: Path) -> None:
        html = (folder / "site" / "about-us.html").read_text()
        assert [each.text for each in find(html, "em")] == ["are"]
        assert "About us" in [each.text for each in find(html, "a")]

    def test_the_home_is_the_timelines(self, folder: Path) -> None:
        assert "Not the home" not in (folder / "site" / "index.html").read_text()

    def test_the_map_of_the_site_names_every_page_but_the_one_that_is_not_there(self, folder: Path) -> None:
        named = re.findall(r"<loc>(.*?)</loc>", (folder / "site" / "sitemap.xml").read_text())
        assert {each.removeprefix("https://example.org/sub/") for each in named} == {
            address for address, _ in pages(folder / "site")
        } - {"404.html"}

    def test_the_page_for_unknown_addresses_has_links_that_lead_home_from_anywhere(self, folder: Path) -> None:
        html = (folder / "site" / "404.html").read_text()
        relative = [each.attributes["href"] for each in elements(html) if each.attributes.get("href")]
        assert all((address or "").startswith(("/sub/", "#")) for address in relative)

    def test_strict_builds_fail_on_what_is_wrong_and_still_publish(self, folder: Path) -> None:
        answer = build_with_mkdocs(folder, "--strict", "--site-dir", "strict", check=False)
        assert answer.returncode == 1
        assert "content/undated.md" in answer.stderr
        assert "Traceback" not in answer.stderr
        assert (folder / "strict" / "index.html").exists()


def build_with_mkdocs(folder: Path, *options: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options], cwd=folder, check=check, capture_output=True, text=True
    )


def dead_links(site: dict[str, str]) -> list[tuple[str, str]]:
    """Links of the pages to pages or names in them that are not there."""
    names = {
        address: {each.attributes.get("id") for each in elements(html)}
        for address, html in site.items()
        if address.endswith(".html")
    }
    dead = []
    for address in names:
        if address == "404.html":
            continue
        for each in elements(site[address]):
            link = each.attributes.get("href")
            if each.tag != "a" or not link or re.match(r"https?:", link):
                continue
            path, _, name = link.partition("#")
            path = path.partition("?")[0]
            target = normpath(str(PurePosixPath(address).parent / unquote(path))) if path else address
            if (target not in names and not target.endswith((".svg", ".json", ".xml"))) or (
                name and name not in names[target]
            ):
                dead.append((address, link))
    return dead  # fmt: skip


class TestCompiledTemplates:
    def test_a_shipped_one_is_compiled_once(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rendering, "_compiled", lambda bucket: tmp_path / f"{bucket.key}.pyc")
        monkeypatch.setattr(sys, "dont_write_bytecode", False)
        first = make_environment([templates_dir()]).get_template("404.html")
        assert list(tmp_path.iterdir())
        monkeypatch.setattr(jinja2.Environment, "compile", None)
        assert make_environment([templates_dir()]).get_template("404.html").blocks.keys() == first.blocks.keys()

    def test_somebody_elses_is_kept_nowhere(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        kept, own = tmp_path / "kept", tmp_path / "own"
        kept.mkdir()
        own.mkdir()
        monkeypatch.setattr(rendering, "_compiled", lambda bucket: kept / f"{bucket.key}.pyc")
        (own / "404.html").write_text("Gone.", "utf-8")
        assert make_environment([own]).get_template("404.html").render() == "Gone."
        assert not list(kept.iterdir())

    def test_one_that_cannot_be_kept_is_compiled_all_the_same(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(rendering, "_compiled", lambda bucket: tmp_path / "nowhere" / f"{bucket.key}.pyc")
        assert make_environment([templates_dir()]).get_template("404.html").blocks
