"""Every format is read back by a tool that was not written here: each event, its date and its sources are there."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import docx
import feedparser
import frictionless
import icalendar
import jsonschema
import nh3
import pytest
from drawable import needs_fonts
from handmade import article, event, mention, timeline
from markdown_it import MarkdownIt
from payloads import PAYLOADS
from sites import elements

from timeline import api, extras
from timeline.errors import Incomplete, UsageError
from timeline.exports import Format, find_format, find_formats
from timeline.merging import Timeline
from timeline.picture import drawable
from timeline.published import Site
from timeline.reports import report_of
from timeline.selecting import Selection
from timeline.temporal.timex import Certainty, Modifier

SITE = Site("https://example.org/sub/")
FORMATS = [
    pytest.param(each, id=each.name, marks=needs_fonts if each.name.endswith("png") else ())
    for each in find_formats().values()
]
DOCUMENTS = ("docx", "html", "markdown", "pdf", "tex", "text")
TOLD = (
    ("talks", "They met in Doha last week.", "last week", Certainty.INFERRED, "3–9 August 2015"),
    ("dam", "The dam of Weir broke on 7 July 2015.", "7 July 2015", Certainty.EXACT, "Tuesday 7 July 2015"),
    ("mayor", "The mayor resigned in early August 2015.", "early August 2015", Certainty.VAGUE, "early August 2015"),
    ("fair", "The fair of Ford opened on 3 August 2014.", "3 August 2014", Certainty.VAGUE, "about Sunday 3 August 2014"),
    ("caesar", "Caesar died in 44 BC.", "44 BC", Certainty.EXACT, "44 BC"),
)  # fmt: skip


@pytest.fixture(scope="module")
def whole() -> Timeline:
    """Dates of every certainty, one before the first year, and one event that two articles tell."""
    articles = [
        article(name, text, f"2015-08-{14 + at}", url=f"https://news.example/{name}?a=1&b=2#x", topic="Weir & Ford")
        for at, (name, text, *_) in enumerate(TOLD)
    ]
    again = article("again", "Floods came when the dam of Weir broke on 7 July 2015.", "2015-09-01T10:30")
    mentions = {each.id: mention(each, TOLD[at][2]) for at, each in enumerate(articles)}
    events = [event(mentions[each.id], topics=(each.topic,)) for each in articles if each.id != "dam"]
    events.append(event(mentions["dam"], mention(again, "7 July 2015"), topics=("Weir & Ford",)))
    certainties = {name: certainty for name, _, _, certainty, _ in TOLD}
    placed = [replace(each, certainty=certainties[each.mentions[0].article]) for each in events]
    return timeline([*articles, again], placed)


def written(name: str, whole: Timeline, site: Site = SITE) -> bytes:
    return find_format(name).write(whole, site)


def files(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def squeezed(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def docx_text(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def pdf_text(data: bytes) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not here: apt-get install poppler-utils")
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode()


def html_text(html: str) -> str:
    within_words = re.sub(r"</?(?:time|bdi|a|em|strong|small)\b[^>]*>", "", html)
    return unescape(re.sub(r"<[^>]*>", " ", within_words))


READERS: dict[str, Callable[[bytes], str]] = {
    "docx": docx_text,
    "pdf": pdf_text,
    "text": lambda data: data.decode(),
    "html": lambda data: html_text(data.decode()),
    "markdown": lambda data: html_text(MarkdownIt().render(data.decode())),
    "tex": lambda data: files(data)["timeline.tex"].decode().replace(r"\&", "&"),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_tells_every_event_with_its_date_and_every_source(name: str, whole: Timeline) -> None:
    text = squeezed(READERS[name](written(name, whole)))
    for each in report_of(whole, SITE).events:
        assert each.headline in text
        assert re.sub(r"\s", "", each.when) in re.sub(r"\s", "", text)
    for source in whole.articles:
        assert source.title in text
        assert source.source in text
    for _, _, _, certainty, when in TOLD:
        assert when in text
        assert certainty is Certainty.EXACT or f"({certainty.value})" in text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_says_as_of_when_it_is_and_that_it_is_a_copy(name: str, whole: Timeline) -> None:
    live, frozen = (squeezed(READERS[name](written(name, whole, site))) for site in (SITE, Site()))
    for text in (live, frozen):
        assert "As of 1 September 2015, by the newest article behind it: “Title of again”" in text
        assert "A copy that stays as it is" in text
    assert "the timeline goes on at" in live
    assert "https://example.org/sub/" in live
    assert "the timeline goes on at" not in frozen


@pytest.fixture(scope="module")
def part(whole: Timeline) -> Timeline:
    """What two selections, one after the other, leave of it."""
    return whole.select(Selection.of_query("from=2015&to=2015&source=Harbour+Desk")).key_events(2)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_says_which_part_it_is_and_how_much_of_the_whole(name: str, whole: Timeline, part: Timeline) -> None:
    told = "2015 · Source: Harbour Desk · Key events: 2 · 2 of 5 events"
    assert told in squeezed(READERS[name](written(name, part)))
    assert "of 5 events" not in squeezed(READERS[name](written(name, replace(part, asked=()))))


@pytest.mark.parametrize("name", ["atom", "json-feed", "json-ld", "ics", "markwhen", "timelinejs", "svg", "slide-svg"])
def test_what_has_a_place_for_words_says_which_part_it_is(name: str, part: Timeline) -> None:
    text = written(name, part).decode().replace("\r\n ", "")
    for each in ("Source: Harbour Desk", "Key events: 2", "2 of 5 events"):
        assert each in text


def test_data_say_which_part_they_are(part: Timeline) -> None:
    assert json.loads(written("json", part))["part"] == {
        "events": 5,
        "selections": ["from=2015-01-01&to=2015-12-31&source=Harbour+Desk", "key-events=2"],
    }
    package = json.loads(files(written("data-package", part))["datapackage.json"])
    assert "2 of 5 events" in package["description"]
    assert package["title"] == "A timeline · 2015 · Source: Harbour Desk · Key events: 2"


def test_a_feed_of_a_part_is_another_feed(whole: Timeline, part: Timeline) -> None:
    assert (
        SITE.address
        == feedparser.parse(written("atom", whole)).feed.id
        != feedparser.parse(written("atom", part)).feed.id
    )
    assert "feed.xml" in str(feedparser.parse(written("atom", whole)).feed.links)
    assert "feed.xml" not in str(feedparser.parse(written("atom", part)).feed.links)
    assert ["feed_url" in json.loads(written("json-feed", each)) for each in (whole, part)] == [True, False]


def test_events_of_many_years_stand_under_these_before_those_of_the_year_they_begin_in() -> None:
    told = ("1 January 1930", "the 1930s", "the 19th century", "5 May 1930")
    articles = [article(f"a{at}", f"It rained in {when}.") for at, when in enumerate(told)]
    events = [event(mention(each, when)) for each, when in zip(articles, told, strict=True)]
    headings = [(name, len(under)) for name, under in report_of(timeline(articles, events), SITE).years()]
    assert [("19th century", 1), ("1930s", 1), ("1930", 2)] == headings


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_of_nothing_says_so(name: str, whole: Timeline) -> None:
    text = squeezed(READERS[name](written(name, replace(whole, events=(), articles=()))))
    assert "No event fits." in text
    assert "No article stands behind this" in text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_in_the_language_of_its_readers(name: str, whole: Timeline) -> None:
    text = squeezed(READERS[name](api.Timeline.export(whole, name, locale="de")))  # type: ignore[arg-type]
    assert "Stand vom 1. September 2015" in text
    assert "um Sonntag, 3. August 2014" in text
    assert "The dam of Weir broke" in text


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_timeline_gives_the_same_bytes(form: Format, whole: Timeline) -> None:
    assert form.write(whole, SITE) == form.write(replace(whole), SITE)
    assert form.about
    assert form.text == isinstance(form.writer(whole, SITE), str)


def test_word_has_headings_a_table_with_a_head_and_references_that_lead(whole: Timeline) -> None:
    document = docx.Document(io.BytesIO(written("docx", whole)))
    headings = [each.text for each in document.paragraphs if each.style and each.style.name.startswith("Heading 1")]
    assert ["44 BC", "2014", "2015", "Sources"] == headings
    assert [["Date", "Event", "Sources"]] * 3 == [
        [cell.text for cell in table.rows[0].cells] for table in document.tables
    ]
    xml = document.element.xml
    anchors = set(re.findall(r'w:anchor="(source-\d+)"', xml))
    assert anchors == set(re.findall(r'w:bookmarkStart [^>]*w:name="(source-\d+)"', xml))
    assert len(whole.articles) == len(anchors)
    addresses = {each.target_ref for each in document.part.rels.values() if each.is_external}
    assert {each.url for each in whole.articles if each.url} | {
        SITE.event(each.id) for each in whole.events
    } <= addresses
    assert datetime(2015, 9, 1, 10, 30) == document.core_properties.modified.replace(tzinfo=None)
    assert ("A timeline", "") == (document.core_properties.title, document.core_properties.author)


@needs_fonts
def test_documents_have_the_picture_with_what_is_told_to_those_who_do_not_see_it(whole: Timeline) -> None:
    told = "5 events · 44 BC – 2015 · as of 1 September 2015"
    document = docx.Document(io.BytesIO(written("docx", whole)))
    [shown] = document.inline_shapes
    assert told == shown._inline.docPr.get("descr")
    [picture] = (each for name, each in files(written("docx", whole)).items() if name.endswith(".png"))
    assert b"\x89PNG" == picture[:4]
    page = files(written("tex", whole))["timeline-picture.pdf"]
    assert "The dam of Weir broke" in squeezed(pdf_text(page))
    assert 2 == squeezed(pdf_text(written("pdf", whole))).count("The dam of Weir broke")
    assert r"\includegraphics[width=\linewidth]{timeline-picture.pdf}" in READERS["tex"](written("tex", whole))


@pytest.mark.parametrize("name", ["docx", "pdf", "tex"])
def test_a_document_whose_picture_cannot_be_drawn_says_why(
    name: str, whole: Timeline, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("timeline.picture.fonts._folders", lambda: [tmp_path])
    text = squeezed(READERS[name](written(name, whole)))
    assert "Without its picture: there is no font to draw a picture with" in text
    assert "The dam of Weir broke" in text


LIBERATION = Path("/usr/share/fonts/truetype/liberation")


@needs_fonts
@pytest.mark.skipif(not LIBERATION.is_dir(), reason="needs Liberation Sans, and no font beside it")
class TestLettersWithoutAFont:
    """One letter that no font has costs its own event its name in the picture, and nothing else."""

    @pytest.fixture
    def told(self, whole: Timeline, monkeypatch: pytest.MonkeyPatch) -> Timeline:
        monkeypatch.setattr("timeline.picture.fonts._folders", lambda: [LIBERATION])
        first, *rest = whole.events
        return replace(whole, events=(replace(first, headline="克里 came to Ford"), *rest))

    @pytest.mark.parametrize("name", ["docx", "pdf", "tex"])
    def test_a_document_draws_the_others_and_names_the_letters(self, name: str, told: Timeline) -> None:
        lacking = (
            "1 event is counted in the picture and not named: no font here has the letters 克 (U+514B) 里 (U+91CC)"
        )
        with pytest.warns(Incomplete, match=re.escape(lacking)):
            data = written(name, told)
        text = squeezed(READERS[name](data))
        assert lacking.split("letters")[0] in text
        assert ".png" in str(list(files(data))) if name == "docx" else True
        assert "timeline-picture.pdf" in files(data) if name == "tex" else True
        assert name != "pdf" or 2 == text.count("The dam of Weir broke")

    def test_the_picture_counts_all_and_names_those_it_has_letters_for(self, told: Timeline) -> None:
        shown = drawable(told)
        assert shown.figure is not None
        assert "克" not in "".join(ElementTree.fromstring(shown.figure.svg).itertext())
        assert "5 events" in shown.figure.svg
        assert "+1 more</text>" in shown.figure.svg

    def test_a_page_says_which_letters_are_not_seen(self, told: Timeline) -> None:
        with pytest.warns(Incomplete, match="Some letters are not shown: no font here has the letters 克"):
            written("pdf", told)

    def test_a_picture_alone_is_refused_with_their_names(self, told: Timeline) -> None:
        with pytest.raises(UsageError, match=r"no font here has the letters 克 \(U\+514B\) 里"):
            written("png", told)


def test_a_calendar_has_the_days_and_says_what_is_not_sure(whole: Timeline) -> None:
    data = written("ics", whole)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(data)
    found = {str(each["uid"]).partition("@")[0]: each for each in calendar.walk("VEVENT")}
    assert {each.id for each in whole.events if each.mentions[0].article != "caesar"} == set(found)
    days = {
        str(each["summary"]): (each["dtstart"].dt, each["dtend"].dt, str(each["status"])) for each in found.values()
    }
    assert (date(2015, 7, 7), date(2015, 7, 8), "CONFIRMED") == days["The dam of Weir broke on 7 July 2015"]
    assert (date(2015, 8, 3), date(2015, 8, 10), "TENTATIVE") == days["They met in Doha last week (3–9 August 2015)"]
    assert any("(about Sunday 3 August 2014)" in summary for summary in days)
    assert "44 BC: Caesar died in 44 BC" in str(calendar["x-wr-caldesc"])
    assert "As of 1 September 2015" in str(calendar["x-wr-caldesc"])
    for each in whole.events:
        for told in each.mentions:
            if each.id in found:
                assert whole.article(told.article).title in str(found[each.id]["description"])


def test_the_data_keep_to_their_schema(whole: Timeline) -> None:
    schema = json.loads(written("json-schema", whole))
    jsonschema.Draft202012Validator.check_schema(schema)
    said = json.loads(written("json", whole))
    jsonschema.validate(said, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(said | {"schema": "timeline/2"}, schema)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_spreadsheet_has_a_row_for_each_event(whole: Timeline) -> None:
    found = {row["id"]: row for row in rows(written("csv", whole).decode())}
    assert [each.id for each in whole.events] == list(found)
    for each in whole.events:
        row = found[each.id]
        assert (each.headline, each.certainty.value) == (row["headline"], row["certainty"])
        assert len({told.article for told in each.mentions}) == len(row["sources"].split(" | "))
    fair = next(row for row in found.values() if "fair" in row["headline"])
    assert ("2014-08-03~", "about Sunday 3 August 2014") == (fair["edtf"], fair["date"])


def test_a_data_package_is_valid_and_its_tables_fit_together(whole: Timeline, tmp_path: Path) -> None:
    (tmp_path / "timeline.zip").write_bytes(written("data-package", whole))
    report = frictionless.validate(str(tmp_path / "timeline.zip"), type="package")
    assert report.valid, report.flatten(["message"])
    package = frictionless.Package(str(tmp_path / "timeline.zip"))
    tables = {each.name: each.read_rows() for each in package.resources}
    assert [each.id for each in whole.events] == [row["id"] for row in tables["events"]]
    assert {each.id for each in whole.articles} == {row["id"] for row in tables["sources"]}
    assert {(e.id, m.article) for e in whole.events for m in e.mentions} == {
        (row["event"], row["source"]) for row in tables["event_sources"]
    }
    assert "As of 1 September 2015" in str(package.description)


@pytest.mark.parametrize("name", ["atom", "json-feed"])
def test_a_feed_has_every_event(name: str, whole: Timeline) -> None:
    data = written(name, whole)
    titles = (
        [each.title for each in feedparser.parse(data).entries]
        if name == "atom"
        else [each["title"] for each in json.loads(data)["items"]]
    )
    assert sorted(each.headline for each in whole.events) == sorted(titles)


def test_search_engines_are_given_no_day_that_is_not_known(whole: Timeline) -> None:
    items = json.loads(written("json-ld", whole))["mainEntity"]["itemListElement"]
    assert [each.headline for each in whole.events] == [each["item"]["name"] for each in items]
    assert ["The dam of Weir broke on 7 July 2015"] == [
        each["item"]["name"] for each in items if "startDate" in each["item"]
    ]
    assert {each.title for each in whole.articles} == {
        source["headline"] for each in items for source in each["item"]["subjectOf"]
    }


def test_timelinejs_shows_dates_in_words_and_knows_no_more_than_is_told(whole: Timeline) -> None:
    slides = {each["unique_id"]: each for each in json.loads(written("timelinejs", whole))["events"]}
    for each in report_of(whole, SITE).events:
        slide = slides[each.id]
        assert slide["display_date"].startswith(each.when)
        assert all(source.title in slide["text"]["text"] for source in each.sources)
    caesar = next(each for each in slides.values() if "Caesar" in each["text"]["headline"])
    assert {"year": -43} == caesar["start_date"]


def test_markwhen_has_one_line_an_event(whole: Timeline) -> None:
    text = written("markwhen", whole).decode()
    for each in report_of(whole, SITE).events:
        [line] = [line for line in text.splitlines() if each.headline in line]
        assert each.when in line
        assert all(source.title in line for source in each.sources)
        assert re.match(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d: " if "BC" not in each.when else "// ", line)


def test_timeml_has_an_article_a_file_and_marks_its_time_expressions(whole: Timeline) -> None:
    found = files(written("timeml", whole))
    assert len(whole.articles) == len(found)
    for data in found.values():
        root = ElementTree.fromstring(data)
        own = whole.article(root.findtext("DOCID") or "")
        assert own.text == "".join(root.find("TEXT").itertext())  # type: ignore[union-attr]
        assert [each.expression.text for each in whole.resolutions[own.id]] == [
            each.text for each in root.iterfind("TEXT/TIMEX3")
        ]
        assert own.title == root.findtext("TITLE")


def test_timeml_shows_of_an_article_no_more_than_may_be_shown() -> None:
    own = article("a", "A secret. They met on 5 May 2013. Nothing came of it last week.", publish="quotes")
    data = find_format("timeml").write(timeline([own], [event(mention(own, "5 May 2013"))]))
    [found] = files(data).values()
    root = ElementTree.fromstring(found)
    assert "They met on 5 May 2013." == "".join(root.find("TEXT").itertext())  # type: ignore[union-attr]
    assert ["5 May 2013"] == [each.text for each in root.iterfind("TEXT/TIMEX3")]


def test_html_survives_the_cleaning_of_a_publishing_system(whole: Timeline) -> None:
    html = written("html", whole).decode()
    clean = nh3.clean(html)
    assert {"ol", "li", "details", "summary", "time", "a"} <= {each.tag for each in elements(clean)}
    assert squeezed(html_text(html)) == squeezed(html_text(clean))
    for each in (html, clean):
        links = [found.attributes["href"] for found in elements(each) if found.tag == "a"]
        own = [link for link in links if link and "#" in link and link.startswith(SITE.address)]
        assert [SITE.event(event.id) for event in whole.events] == own
        assert {source.url for source in whole.articles if source.url} <= set(links)
    assert "<script" not in html
    assert "style" not in html


def test_a_bibliography_has_every_source(whole: Timeline) -> None:
    text = files(written("tex", whole))["timeline.bib"].decode()
    assert len(whole.articles) == len(set(re.findall(r"^@misc\{([a-z0-9-]+),$", text, re.MULTILINE)))
    for each in whole.articles:
        assert f"title = {{{{{each.title}}}}}" in text


def hostile() -> Iterator[Timeline]:
    """Timelines that tell what strangers write to make a program do something."""
    more = ("=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1+1", "x\x00y\x1b[31m", "a\r\nBEGIN:VEVENT", "50% of {x} \\input{y}",
            "$x^2_3$ & ~ # \\\\ \\end{longtable}", "#eval(1)", "--- // x", "上海 والعربية", "x" * 400)  # fmt: skip
    for start in range(0, len(PAYLOADS) + len(more), 150):
        words = (*PAYLOADS, *more)[start : start + 150]
        articles = [article(f"a{start + at}", "They met on 5 May 2013.", title=each, source=each, url=each, author=each, topic=each)
                    for at, each in enumerate(words)]  # fmt: skip
        events = [
            replace(event(mention(own, "5 May 2013"), topics=(own.topic,)), headline=own.title, entities=(own.title,))
            for own in articles
        ]
        yield replace(timeline(articles, events), title=words[0])


HOSTILE = list(hostile())


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("told", HOSTILE, ids=range(len(HOSTILE)))
def test_words_of_strangers_are_words_in_every_format(form: Format, told: Timeline) -> None:
    data = form.write(told, SITE)
    count = len(told.events)
    match form.name:
        case "csv":
            table = rows(data.decode())
            assert count == len(table)
            assert [] == [cell for row in table for cell in row.values() if re.match(r"[=+@\t\r＝＋－＠-]", cell)]
        case "data-package":
            found = files(data)
            for name, content in found.items():
                if name.endswith(".csv"):
                    assert count == len(rows(content.decode()))
                    assert not re.search(r'(^|[,\n]"?)[=+@\t＝＋－＠-]', content.decode())
        case "ics":
            assert all(len(line) <= 75 for line in data.split(b"\r\n"))
            assert count == len(list(icalendar.Calendar.from_ical(data).walk("VEVENT")))
        case "atom":
            assert min(count, 100) == len(ElementTree.fromstring(data).findall("{http://www.w3.org/2005/Atom}entry"))
        case "timeml":
            assert count == len([ElementTree.fromstring(each) for each in files(data).values()])
        case "docx":
            assert count == sum(len(table.rows) - 1 for table in docx.Document(io.BytesIO(data)).tables)
            [ElementTree.fromstring(each) for name, each in files(data).items() if name.endswith((".xml", ".rels"))]
        case "tex":
            text = files(data)["timeline.tex"].decode()
            body = text.partition(r"\begin{document}")[2]
            assert count == text.count(" \\\\ \\noalign{\\vskip 3pt}\n")
            assert [r"\end{longtable}", r"\end{enumerate}", r"\end{document}"] == re.findall(r"\\end\{\w+\}", body)
            assert not re.search(r"(?<!\\)[$#~^]|\\input", body)
            assert 0 == len(re.findall(r"(?<!\\)\{", body)) - len(re.findall(r"(?<!\\)\}", body))
        case "html" | "markdown":
            html = data.decode() if form.name == "html" else MarkdownIt("commonmark").render(data.decode())
            assert count == html.count("<li>")
            assert {"script", "img", "svg", "iframe"}.isdisjoint(each.tag for each in elements(html))
            for each in elements(html):
                assert not any(name.startswith("on") for name in each.attributes)
                assert (each.attributes.get("href") or "https:").startswith("https:")
        case "json" | "json-feed" | "json-ld" | "timelinejs" | "json-schema":
            json.loads(data)
            assert form.name != "json-ld" or not re.search(rb"[<>&]", data)
            assert form.name != "timelinejs" or not re.search(rb"<(?!/?(blockquote|p|a)\b)", data)
        case "pdf":
            assert data.startswith(b"%PDF-")
        case "svg" | "slide-svg":
            root = ElementTree.fromstring(data)
            named = sum(each.tag.endswith(("}g", "}a")) and "font-size" not in each.attrib for each in root)
            assert 0 < named <= count  # the others are counted
            assert {"script", "image", "style", "foreignObject"}.isdisjoint(
                each.tag.rpartition("}")[2] for each in root.iter()
            )
        case "png" | "slide-png":
            assert data.startswith(b"\x89PNG")
        case "text" | "markwhen":
            assert all(each.isprintable() or each == "\n" for each in data.decode())
        case _:
            raise AssertionError(f"nobody says what {form.name} has to withstand")


def test_a_vague_date_is_about_then_in_every_format() -> None:
    own = article("a", "They met in 1970.")
    told = timeline([own], [replace(event(mention(own, "1970")), certainty=Certainty.VAGUE)])
    assert (
        "1970~"
        == json.loads(written("json", told))["events"][0]["edtf"]
        == rows(written("csv", told).decode())[0]["edtf"]
    )
    assert "1970~" == rows(files(written("data-package", told))["events.csv"].decode())[0]["edtf"]
    linked = json.loads(written("json-ld", told))
    assert "1970~/1970~" == linked["temporalCoverage"]
    [item] = linked["mainEntity"]["itemListElement"]
    assert ("1970~", "about 1970 (vague)") == (item["item"]["temporalCoverage"], item["item"]["description"])
    for name in ("atom", "json-feed", "ics", "markwhen", "timelinejs", "svg", *DOCUMENTS):
        read = READERS.get(name, bytes.decode)
        assert "about 1970" in html_text(read(written(name, told))), name


def test_an_uncertain_date_is_never_a_day_of_its_own() -> None:
    own = article("a", "They met on 5 May 2013.")
    told = event(mention(own, "5 May 2013"))
    before = replace(told, when=told.when.modified(Modifier.BEFORE))
    data = json.loads(find_format("json-ld").write(timeline([own], [before])))
    assert "../2013-05-05" == data["mainEntity"]["itemListElement"][0]["item"]["temporalCoverage"]
    assert "before Sunday 5 May 2013" in find_format("text").write(timeline([own], [before])).decode()


@pytest.mark.parametrize("name", [each.name for each in find_formats().values() if each.libraries])
def test_a_format_that_lacks_a_library_says_the_one_command(
    name: str, whole: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda library: None)
    form = find_format(name)
    assert "pip install 'event-timeline[report]'" == form.remedy
    with pytest.raises(UsageError, match=r"pip install 'event-timeline\[report\]'"):
        form.write(whole)


def test_a_format_is_found_by_its_name_and_an_unknown_one_named() -> None:
    assert find_format("json-feed") is not None
    assert find_format("JSONFeed").name == "json-feed"
    with pytest.raises(UsageError, match=r'no format "stone"; use one of atom, csv'):
        find_format("stone")


@pytest.fixture(scope="module")
def built() -> api.Timeline:
    return api.build("content")


class TestTimeline:
    """The public `Timeline`."""

    def test_every_format_is_a_method_also_of_a_part(self, built: api.Timeline) -> None:
        part = built.about("syria").key_events(2)
        assert {f"to_{each.name.replace('-', '_')}" for each in find_formats().values()} <= set(dir(part))
        assert part.to_text() == find_format("text").write(part).decode()
        assert part.to_docx() == find_format("docx").write(part)
        assert "Stand vom" in part.to_markdown(locale="de")
        assert "https://example.org/" in part.to_html(address="https://example.org/")

    def test_what_is_no_format_is_no_attribute(self, built: api.Timeline) -> None:
        assert not hasattr(built, "to_stone")
        assert not hasattr(built, "to_json-feed")
        assert not hasattr(built, "_to_json")
        with pytest.raises(UsageError, match=r'no dates in "tlh"; use one of de, en'):
            built.to_text(locale="tlh")

    def test_a_notebook_shows_the_list_and_has_the_text_behind_it(self, built: api.Timeline, tmp_path: Path) -> None:
        nbformat = pytest.importorskip("nbformat")
        preprocessors = pytest.importorskip("nbconvert.preprocessors")
        code = f"import timeline\ntimeline.build({str(Path('content').absolute())!r}).key_events(3)"
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
        preprocessors.ExecutePreprocessor(timeout=120).preprocess(notebook, {"metadata": {"path": str(tmp_path)}})
        [output] = notebook.cells[0].outputs
        for each in built.key_events(3).events:
            assert each.headline in output["data"]["text/plain"].replace("\n ", "")
            assert each.headline in unescape(output["data"]["text/html"])
        assert "<svg" not in output["data"]["text/html"]

    @needs_fonts
    def test_a_notebook_has_a_picture_behind_the_list(self, built: api.Timeline) -> None:
        assert b"\x89PNG" == b64decode(built.key_events(3)._repr_mimebundle_()["image/png"])[:4]
