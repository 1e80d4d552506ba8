"""`timeline add`: articles as they come, each filed once, and what an editor wrote left alone."""

from __future__ import annotations

import itertools
import json
import os
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.articles import Article, ContentSettings, read_articles
from timeline.cli import main
from timeline.errors import ArticleError, UsageError
from timeline.importing import fetching
from timeline.importing.fetching import fetch
from timeline.importing.found import FoundArticle
from timeline.importing.html_text import html_to_markdown
from timeline.importing.markdown_text import escape, text_to_markdown
from timeline.importing.sources import read_source
from timeline.importing.watchdog import Watchdog
from timeline.importing.web_pages import linked_articles
from timeline.prose import read_prose

STORY = "The harbour of Lakeview was closed on Tuesday. Two days earlier the dam upstream had failed."
PAGE = """<!doctype html><html lang="en"><head><title>Floods close the harbour</title>
<meta property="article:published_time" content="2015-08-14T09:30:00+02:00"><meta name="author" content="Ann Okoye">
<link rel="canonical" href="https://example.org/floods"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Floods close the harbour</h1>
<p>{story}</p><p>The mayor, Kofi Mensah, said that it would stay closed for a month, and that boats would be moved.</p>
</article><footer>© 2011 The Daily Example</footer></body></html>"""
SAMPLES: dict[str, tuple[str, str]] = {
    "page": ("a.html", PAGE.format(story=STORY)),
    "linked data": (
        "a.html",
        '<html><script type="application/ld+json">'
        + json.dumps(
            {
                "@graph": [
                    {"@type": "WebSite", "name": "x"},
                    {
                        "@type": "NewsArticle",
                        "headline": "Floods close the harbour",
                        "datePublished": "2015-08-14T09:30:00+02:00",
                        "author": [{"@type": "Person", "name": "Ann Okoye"}],
                        "articleBody": STORY,
                        "url": "https://example.org/floods",
                    },
                ]
            }
        )
        + "</script><body><p>Menu</p></body></html>",
    ),
    "RSS": (
        "feed.xml",
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Daily Example</title><item>'
        "<title>Floods close the harbour</title><link>https://example.org/floods</link><dc:creator>Ann Okoye</dc:creator>"
        f"<pubDate>Fri, 14 Aug 2015 09:30:00 +0200</pubDate><description>&lt;p&gt;{STORY}&lt;/p&gt;</description>"
        "</item></channel></rss>",
    ),
    "Atom": (
        "feed.atom",
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily Example</title><entry><id>urn:x:1</id>'
        "<title>Floods close the harbour</title><author><name>Ann Okoye</name></author>"
        f'<published>2015-08-14T09:30:00+02:00</published><content type="html">&lt;p&gt;{STORY}&lt;/p&gt;</content>'
        "</entry></feed>",
    ),
    "JSON Feed": (
        "feed.json",
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "The Daily Example",
                "items": [
                    {
                        "id": "1",
                        "title": "Floods close the harbour",
                        "content_html": f"<p>{STORY}</p>",
                        "date_published": "2015-08-14T09:30:00+02:00",
                        "authors": [{"name": "Ann Okoye"}],
                    }
                ],
            }
        ),
    ),
    "ninjs": (
        "a.json",
        json.dumps(
            {
                "uri": "urn:ninjs:1",
                "headline": "Floods close the harbour",
                "body_html": f"<p>{STORY}</p>",
                "versioncreated": "2015-08-14T09:30:00+02:00",
                "byline": "Ann Okoye",
            }
        ),
    ),
    "ninjs 2": (
        "a.json",
        json.dumps(
            {
                "uri": "urn:ninjs:1",
                "headlines": [{"role": "main", "value": "Floods close the harbour"}],
                "bodies": [{"role": "main", "value": f"<p>{STORY}</p>"}],
                "firstcreated": "2015-08-14T09:30:00+02:00",
                "by": "x",
                "authors": [{"name": "Ann Okoye"}],
            }
        ),
    ),
    "NewsArticle": (
        "a.jsonld",
        json.dumps(
            {
                "@type": "NewsArticle",
                "headline": "Floods close the harbour",
                "articleBody": STORY,
                "datePublished": "2015-08-14T09:30:00+02:00",
                "author": {"name": "Ann Okoye"},
            }
        ),
    ),
    "JSON lines": (
        "a.jsonl",
        json.dumps(
            {"Title": "Floods close the harbour", "published": "2015-08-14 09:30", "text": STORY, "author": "Ann Okoye"}
        ),
    ),
    "CSV": ("a.csv", f'Title,Date,Author,Text\nFloods close the harbour,2015-08-14 09:30,Ann Okoye,"{STORY}"\n'),
    "CSV with semicolons": (
        "a.csv",
        f"\ufeffheadline;pubdate;byline;content\r\nFloods close the harbour;2015-08-14 09:30;Ann Okoye;{STORY}\r\n",
    ),
    "Hugo": (
        "floods.md",
        '+++\ntitle = "Floods close the harbour"\ndate = 2015-08-14T09:30:00+02:00\nauthor = "Ann Okoye"\n'
        f'tags = ["floods"]\n+++\n\n{STORY}\n\n{{{{< figure src="x.jpg" >}}}}\n',
    ),
    "Jekyll": (
        "2015-08-14-floods.md",
        f"---\nlayout: post\ntitle: Floods close the harbour\nauthor: Ann Okoye\ncategories: [floods]\n---\n{STORY}\n",
    ),
    "Pelican": (
        "floods.md",
        "Title: Floods close the harbour\nDate: 2015-08-14 09:30\nAuthor: Ann Okoye\nCategory: floods\nSlug: floods\n\n"
        f"{STORY}\n",
    ),
    "MkDocs": (
        "floods.md",
        "---\ndate:\n  created: 2015-08-14\n  updated: 2015-09-01\nauthors:\n  - Ann Okoye\n---\n"
        f"# Floods close the harbour\n\n{STORY}\n\n<!-- more -->\n",
    ),
    "text": ("a.txt", f"Floods close the harbour\n\nLAKEVIEW, August 14, 2015 - {STORY}\n\nBy Ann Okoye"),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with nothing in it, in which the command runs."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / "sources" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def put_line(project: Path, text: str = STORY) -> Path:
    """One article of a source that may change."""
    record = {
        "title": "Floods close the harbour",
        "date": "2015-08-14",
        "url": "https://example.org/floods",
        "text": text,
    }
    return put(project, "a.jsonl", json.dumps(record))


def add(*sources: Path | str, expected: int = 0) -> Result:
    result = CliRunner().invoke(main, ["add", *map(str, sources)])
    assert expected == result.exit_code, result.output
    return result


def filed(project: Path) -> list[Article]:
    library = read_articles(project / "content", ContentSettings())
    assert () == library.skipped
    return list(library.articles)


def files(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((project / "content").rglob("[!.]*")) if path.is_file()}


@pytest.mark.parametrize("kind", SAMPLES)
def test_an_article_is_filed_with_its_date_and_text_and_only_once(project: Path, kind: str) -> None:
    source = put(project, *SAMPLES[kind])
    add(source)
    [article] = filed(project)
    assert "Floods close the harbour" == article.title
    assert datetime(2015, 8, 14) == article.published.replace(hour=0, minute=0)
    assert STORY in article.text
    assert "Menu" not in article.text
    assert "Home" not in article.text
    if kind not in ("text",):
        assert "Ann Okoye" == article.author
    before = files(project)
    assert "1 unchanged" in add(source.parent).stderr
    assert before == files(project)
    built = CliRunner().invoke(main, ["build", "--strict"])
    assert built.exit_code == 0, built.output


def test_a_page_reads_as_it_is_filed(project: Path) -> None:
    result = add(put(project, *SAMPLES["page"]))
    [(name, content)] = files(project).items()
    assert f"added content/{name}\n" == result.stdout
    assert name.startswith("2015-08-14-floods-close-the-harbour-")
    head = content.decode().split("---")[1].split("added:")[0]
    assert (
        "\ntitle: Floods close the harbour\ndate: 2015-08-14\nauthor: Ann Okoye\n"
        "source: example.org\nurl: https://example.org/floods\n" == head
    )


def test_parquet_is_a_table(project: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = put(project, "a.parquet", b"")
    rows = {"title": ["One", "Two"], "date": [datetime(2015, 8, 14), datetime(2015, 8, 15)], "body": [STORY, STORY]}
    parquet.write_table(pyarrow.table(rows), path)
    add(path)
    assert [("One", 14), ("Two", 15)] == [(each.title, each.published.day) for each in filed(project)]


def test_columns_of_other_names_are_mapped(project: Path) -> None:
    path = put(project, "a.csv", f"Schlagzeile,Tag,Inhalt\nA dam fails,2015-08-14,{STORY}\n")
    mapped = ["--map", "title=Schlagzeile", "--map", "date=tag", "--map", "text=Inhalt"]
    assert CliRunner().invoke(main, ["add", str(path), *mapped]).exit_code == 0
    assert ["A dam fails"] == [each.title for each in filed(project)]
    wrong = CliRunner().invoke(main, ["add", str(path), "--map", "title=Nichts"])
    assert 2 == wrong.exit_code
    assert 'no column "Nichts"; use one of Schlagzeile, Tag, Inhalt' in wrong.output


def test_the_same_article_from_a_page_and_a_feed_is_one(project: Path) -> None:
    add(put(project, *SAMPLES["page"]))
    add(put(project, *SAMPLES["RSS"]))
    assert 1 == len(filed(project))


@pytest.mark.parametrize("form", ["page", "record"])
def test_a_first_line_that_only_repeats_the_headline_is_left_out(project: Path, form: str) -> None:
    head = "<h1>Floods close  the <em>harbour</em></h1>"
    record = {"title": "Floods close the harbour", "date": "2015-08-14", "body_html": f"{head}<p>{STORY}</p>"}
    page = PAGE.format(story=STORY).replace("<h1>Floods close the harbour</h1>", head.replace("h1>", "p>"))
    add(put(project, "a.html", page) if form == "page" else put(project, "a.json", json.dumps(record)))
    [article] = filed(project)
    assert "Floods close the harbour" == article.title
    assert article.text.startswith(STORY)


def test_articles_of_one_name_in_two_folders_are_two(project: Path) -> None:
    add(put(project, "a/one.txt", "Dam fails\n\nAugust 14, 2015 - It broke."))
    add(put(project, "b/one.txt", "Dam holds\n\nAugust 15, 2015 - It held."))
    assert ["Dam fails", "Dam holds"] == [each.title for each in filed(project)]


def test_a_row_put_before_others_leaves_them_as_they_are(project: Path) -> None:
    head, row = "title,date,text\n", "Floods,2015-08-14,They came.\n"
    source = put(project, "a.csv", head + row)
    add(source)
    before = files(project)
    put(project, "a.csv", head + "Drought,2015-08-13,It ended.\n" + row)
    assert "1 added, 1 unchanged" in add(source).stderr
    assert before.items() <= files(project).items()


def test_a_changed_article_is_updated_and_says_so(project: Path) -> None:
    source = put_line(project)
    add(source)
    [name] = files(project)
    put_line(project, STORY + " It opened again on Thursday.")
    assert f"updated content/{name}\n" == add(source).stdout
    [article] = filed(project)
    assert "It opened again on Thursday." in article.text


def test_a_date_that_was_given_once_holds_when_its_article_is_found_again(project: Path) -> None:
    source = put(project, "a.txt", f"Storm\n\n{STORY}")
    add("--published", "14 August 2015", source)
    before = files(project)
    assert "1 unchanged" in add(source).stderr
    assert before == files(project)
    put(project, "a.txt", f"Storm\n\n{STORY} It opened again on Thursday.")
    assert add(source).stdout.startswith("updated content/2015-08-14-storm-")
    [path] = (project / "content").glob("*.md")
    path.write_bytes(path.read_bytes().replace(b"2015-08-14", b"2015-08-15"))
    assert "1 unchanged" in add(source).stderr
    assert [15] == [each.published.day for each in filed(project)]


@pytest.mark.parametrize(
    ("said", "told"), [("en-GB", "en"), ("de_AT", "de"), ("English", "en"), ("Deutsch", "en"), ("", "en")]
)
def test_a_language_is_known_by_its_code_and_else_by_the_text(project: Path, said: str, told: str) -> None:
    add(put(project, "a.json", json.dumps({"date": "2015-08-14", "text": STORY, "language": said})))
    assert [told] == [each.language for each in filed(project)]


def test_columns_in_german_are_known(project: Path) -> None:
    add(
        put(
            project,
            "a.csv",
            "Titel;Datum;Artikel;Quelle;Autor\nEin Damm;14.8.2015;Der Damm brach am Dienstag, und der Hafen wurde gesperrt, sagte sie.;Der Bote;Ann Okoye\n",
        )
    )
    assert [("Ein Damm", 14, "Der Bote", "Ann Okoye")] == [
        (each.title, each.published.day, each.source, each.author) for each in filed(project)
    ]


def test_what_an_editor_changed_stays_wherever_it_is(project: Path) -> None:
    source = put_line(project)
    add(source)
    [path] = (project / "content").glob("*.md")
    moved = project / "content/floods/lakeview.md"
    moved.parent.mkdir()
    moved.write_text(path.read_text("utf-8").replace("Tuesday", "Tuesday<!-- when: 2015-08-11 -->"), "utf-8")
    path.unlink()
    edited = moved.read_bytes()
    assert "1 unchanged" in add(source).stderr
    put_line(project, STORY + " It opened again on Thursday.")
    result = add(source)
    assert "kept content/floods/lakeview.md\n" == result.stdout
    assert "an editor has changed it, and its source has changed as well" in result.stderr
    assert edited == moved.read_bytes()
    assert ["lakeview.md"] == list(files(project))


def test_what_an_editor_deleted_stays_deleted_until_it_is_asked_for(project: Path) -> None:
    source = put_line(project)
    add(source, put(project, "b.txt", f"Storm\n\nAugust 20, 2015 - {STORY}"))
    [deleted, _] = sorted((project / "content").glob("*.md"))
    deleted.unlink()
    put_line(project, STORY + " It opened again on Thursday.")
    for _ in range(2):
        result = add(source.parent)
        assert result.stdout == ""
        assert [
            f"deleted since it was added, and left out; add it with --again: content/{deleted.name}",
            "1 unchanged, 1 left out",
        ] == result.stderr.splitlines()
    assert ["Storm"] == [each.title for each in filed(project)]
    assert f"added content/{deleted.name}\n" == add("--again", source).stdout
    assert "1 unchanged" in add(source).stderr


@pytest.mark.parametrize("kind", ["page", "RSS"])
def test_what_was_deleted_is_known_from_wherever_it_came(project: Path, kind: str) -> None:
    for name in ("page", "RSS"):
        add(put(project, *SAMPLES[name]))
    for path in (project / "content").glob("*.md"):
        path.unlink()
    assert "1 left out" in add(put(project, *SAMPLES[kind])).stderr


def test_what_was_deleted_is_known_though_its_list_is_cut_joined_or_new(project: Path) -> None:
    source = put_line(project)
    add(source)
    kept = project / "content" / ".added"
    kept.unlink()  # as in a folder of articles that were added before there was one
    add(source)
    kept.write_bytes(b"<<<<<<< ours\r\n" + kept.read_bytes().replace(b"\n", b"\r\n") + b"=======\n0123456789abc")
    [path] = (project / "content").glob("*.md")
    path.unlink()
    assert "1 left out" in add(source).stderr
    kept.unlink()
    kept.mkdir()
    assert "content/.added: cannot be read" in add(source, expected=1).stderr


def test_two_articles_at_one_address_are_two(project: Path) -> None:
    lines = [{"url": "https://example.org/live", "title": name, "date": "2015-08-14", "text": name} for name in "AB"]
    source = put(project, "a.jsonl", "\n".join(map(json.dumps, lines)))
    add(source)
    assert ["A", "B"] == sorted(each.title for each in filed(project))
    assert "2 unchanged" in add(source).stderr


def test_an_excerpt_does_not_take_the_place_of_the_whole(project: Path) -> None:
    add(put(project, "a.jsonl", json.dumps({"url": "https://example.org/a", "date": "2015-08-14", "text": STORY * 9})))
    before = files(project)
    add(put(project, "a.jsonl", json.dumps({"url": "https://example.org/a", "date": "2015-08-14", "text": STORY})))
    assert before == files(project)


def test_a_dry_run_writes_nothing(project: Path) -> None:
    source = put_line(project)
    result = CliRunner().invoke(main, ["add", "--dry-run", str(source)])
    assert result.stdout.startswith("added content/2015-08-14-floods")
    assert {} == files(project)


def test_the_language_is_told_where_the_source_does_not(project: Path) -> None:
    text = "Der Damm brach am Dienstag, und der Hafen wurde noch am selben Tag gesperrt, sagte die Bürgermeisterin."
    add(put(project, "a.jsonl", json.dumps({"title": "Damm bricht", "date": "14. August 2015", "text": text})))
    assert ["de"] == [each.language for each in filed(project)]


def test_a_language_that_nobody_reads_is_named(project: Path) -> None:
    result = add(put(project, "a.jsonl", '{"title": "x", "date": "2015-08-14", "text": "Aa.", "language": "fi-FI"}'))
    assert 'nobody reads its language, "fi", yet' in result.stderr


def test_a_date_that_nobody_wrote_is_inferred_or_asked_for(project: Path) -> None:
    told = put(project, "told.txt", "Dam\n\nLOTA, August 14, 2015 - It broke.")
    untold = put(project, "untold.txt", "Dam\n\nIt broke.")
    assert "its date is inferred: its dateline gives “August 14, 2015”" in add(told).stderr
    [article] = filed(project)
    assert ("inferred", "its dateline gives “August 14, 2015”") == (article.date_source, article.date_reason)
    result = add(untold, expected=1)
    assert (
        "untold.txt: has no publication date, and its text does not tell one; give it with --published" in result.stderr
    )
    assert CliRunner().invoke(main, ["add", "--published", "2015-08-15", str(untold)]).exit_code == 0
    assert 2 == len(filed(project))


BROKEN: dict[str, str | bytes] = {
    "empty.html": "",
    "tags.html": "<" * 5000,
    "deep.html": "<div>" * 20_000 + "x",
    "open.html": "<script type=application/ld+json>" * 2000,
    "linked.html": '<script type="application/ld+json">' + "[" * 50_000 + "</script><p>x",
    "bytes.html": bytes(range(256)) * 40,
    "empty.xml": "",
    "bomb.xml": '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel>&b;</channel></rss>',
    "entity.xml": '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&a;'
    "</title><description>&a; x</description></item></channel></rss>",
    "page.xml": "<html><p>x</p></html>",
    "deep.json": "[" * 100_000,
    "number.json": "3",
    "bool.json": '{"title": true, "date": [[[[[[[[[["2015"]]]]]]]]]], "text": {"a": 1}}',
    "huge.json": '{"date": ' + "9" * 5000 + ', "text": "x"}',
    "cut.json": '{"text": "x',
    "null.jsonl": "null\n[]\n{}\n",
    "nul.txt": "a\0b",
    "latin.txt": "caf\xe9".encode("latin-1"),
    "blank.txt": " \n\n",
    "bomb.md": "---\na: &a [x]\nb: [*a, *a]\n---\nx",
    "open.md": "---\ntitle: x\nx",
    "toml.md": "+++\ntitle = \n+++\nx",
    "empty.md": "",
    "quote.csv": 'title,text\n"a,b\n',
    "head.csv": "a,b\n1,2\n",
    "cells.csv": "title,date,text\nStorm,2015-08-14,It rained, and it blew.\n",
    "none.csv": "",
    "not.parquet": b"PAR1" + bytes(200),
}


ADVICE: dict[str, tuple[str, list[str]]] = {
    "foreign.csv": (
        "Schlagzeile,Tag,Langer Text\nEin Damm bricht,14.8.2015,Der Damm brach am Dienstag.\nB,,C\n",
        [
            ": no column is known to hold the text; say what holds it, as --map 'text=Langer Text' --map date=Tag "
            "--map title=Schlagzeile; there are Schlagzeile, Tag, Langer Text"
        ],
    ),
    "undated.csv": (
        "title,Tag,text\nA dam,2015-08-14,It failed.\n",
        [
            ":2: has no publication date, and its text does not tell one; give it with --published, or say what holds "
            "it, as --map date=Tag; there are title, Tag, text"
        ],
    ),
    "lines.csv": (
        'title,date,text\n\nA,2015-02-30,"It failed.\n\nIt was old."\nB,2015-02-30,x\nC,2015-08-14,a,b\nD,2015-08-14,"x\n\n',
        [
            ':3: date "2015-02-30" is on no calendar; write it as 2015-08-14',
            ':6: date "2015-02-30" is on no calendar; write it as 2015-08-14',
            ":7: has more cells than there are columns; put text with the delimiter in it in quotation marks",
            ":8: no CSV from here on: unexpected end of data; close its quotation marks",
        ],
    ),
    "head.csv": ("title,date,text\n", [": holds no article; see whether it is whole"]),
    "empty.csv": ("", [": holds no article; see whether it is whole"]),
    "empty.json": ("[]", [": holds no article; see whether it is whole"]),
    "none.json": ('{"status": "ok"}', [": has no text; write it under body, text, content, articleBody"]),
    "cut.json": (
        '{\n"title": "x',
        [":2: no JSON: unterminated string starting at (character 10); mend it, or export it anew"],
    ),
    "cut.jsonl": (
        '{"title": "x", "date": "2015-08-14", "text": "A dam failed."}\n{"title": ,}\n',
        [":2: no JSON: expecting value (character 11); mend it, or export it anew"],
    ),
    "foreign.jsonl": (
        '{"kopf": "Ein Damm bricht", "inhalt": "Der Damm brach am Dienstag."}\n',
        [": has no text; say what holds it, as --map text=inhalt --map title=kopf; there are kopf, inhalt"],
    ),
    "cut.xml": (
        '<rss version="2.0"><channel><title>x</title><item><title>One</title><description>Kerry m',
        [": entry 1: has no text; add its own page, or fetch the feed anew"],
    ),
    "empty.xml": ('<rss version="2.0"><channel/></rss>', [": holds no article; see whether it is whole"]),
}


@pytest.mark.parametrize("name", ADVICE)
def test_what_is_wrong_with_a_source_is_said_where_it_is_and_how_it_can_be_mended(project: Path, name: str) -> None:
    content, told = ADVICE[name]
    source = put(project, name, content)
    result = add(source, expected=1)
    assert [f"{source}{line}" for line in told] == [
        line.replace(f"{source}:1:", f"{source}:") for line in result.stderr.splitlines()[:-1]
    ]


def test_what_is_wrong_with_many_is_said_three_times_and_counted(project: Path) -> None:
    rows = "".join(f"A{number},2015-02-30,It failed.\n" for number in range(9))
    result = add(put(project, "a.csv", f"title,date,text\n{rows}"), expected=1)
    assert 3 == result.stderr.count("a.csv:")
    assert '6 more: date "2015-02-30" is on no calendar; write it as 2015-08-14\n9 problems\n' in result.stderr


@pytest.mark.parametrize(
    ("others", "told"),
    [
        (["a.pdf", "b/c.docx"], "passed over, by their endings: a.pdf, b/c.docx"),
        (["a.pdf", "b.pdf", "c.pdf", "README"], "passed over, by their endings: 3 .pdf, 1 without an ending"),
        ([".DS_Store", "good_files/picture.png"], ""),
    ],
)
def test_files_that_nobody_can_read_are_named_and_no_problem(project: Path, others: list[str], told: str) -> None:
    put(project, "good.html", PAGE.format(story=STORY))
    put(project, "good_files/frame.html", PAGE.format(story="An advertisement of May 2011."))
    for name in others:
        put(project, name, b"\x00")
    assert ([f"sources: {told}"] if told else []) + ["1 added"] == add("sources").stderr.splitlines()
    assert 1 == len(filed(project))


def test_names_in_json_are_mapped_too(project: Path) -> None:
    source = put(project, "a.json", json.dumps([{"kopf": "A dam fails", "tag": "2015-08-14", "inhalt": STORY}]))
    add("--map", "title=kopf", "--map", "date=tag", "--map", "text=inhalt", source)
    assert ["A dam fails"] == [each.title for each in filed(project)]


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_named_and_the_others_go_on(project: Path, name: str) -> None:
    put(project, name, BROKEN[name])
    put(project, "zz-good.txt", f"Floods\n\nAugust 14, 2015 - {STORY}")
    result = CliRunner().invoke(main, ["add", "sources"])
    assert isinstance(result.exception, SystemExit) or result.exception is None, result.exception
    assert "Floods" in [each.title for each in filed(project)]
    assert "Traceback" not in result.output
    assert "Storm" not in [each.title for each in filed(project)]
    assert b"root:" not in b"".join(files(project).values())
    if result.exit_code:
        assert f"sources/{name}" in result.stderr


HOSTILE = [
    '"}\n---\nscript: 1',
    "a: b\n- c: [",
    "../../../etc/passwd",
    "---\ndate: 1999-01-01\n---",
    "<script>alert(1)</script>",
    "\x1b[31m\u202e",
    "&a *a !!python/object:x",
    "\ud800",
    "x" * 100_000,
    "CON",
    "{{ 7 * 7 }}",
    "a\0b\x85c",
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_words_of_strangers_do_nothing_in_front_matter_or_names(project: Path, words: str) -> None:
    record = {"title": words, "author": words, "tags": [words], "source": words, "topic": words, "date": "2015-08-14"}
    add(put(project, "a.jsonl", json.dumps({**record, "text": f"It broke. {words}"})))
    [article] = filed(project)
    assert datetime(2015, 8, 14) == article.published
    [path] = (project / "content").rglob("[!.]*")
    assert len(path.name) < 120
    assert path.name.isascii()
    assert ["content", "sources"] == sorted(each.name for each in project.iterdir())


def test_comments_of_strangers_give_no_readings_and_no_markup(project: Path) -> None:
    words = (
        "It broke<!-- when: none --> in May 2015. <script>alert(1)</script> [x](javascript:alert(1)) ![](http://x/y)"
    )
    add(put(project, "a.jsonl", json.dumps({"title": "x", "date": "2015-08-14", "text": words})))
    [article] = filed(project)
    assert () == article.prose.comments
    assert "[x](javascript:alert(1))" in article.text


def test_links_that_lead_out_of_a_folder_are_named_and_not_read(project: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Secret\n\nAugust 14, 2015 - A word.")
    put(project, "good.txt", f"Floods\n\nAugust 14, 2015 - {STORY}")
    (project / "sources/out.txt").symlink_to(secret)
    (project / "sources/zero.txt").symlink_to("/dev/zero")
    (project / "sources/loop").symlink_to(project / "sources")
    os.mkfifo(project / "sources/pipe.txt")
    result = add("sources", expected=1)
    assert ["Floods"] == [each.title for each in filed(project)]
    for name in ("out.txt", "zero.txt", "pipe.txt"):
        assert f"sources/{name}: is no regular file of the folder" in result.stderr


def test_wrong_use_ends_with_2(project: Path) -> None:
    assert "there is no such file" in add("nowhere.html", expected=2).output
    assert (
        "nobody knows what it is; give it one of the endings .html"
        in add(put(project, "a.pdf", "x"), expected=2).output
    )
    assert "begins with http:// or https://" in add("ftp://example.org/a", expected=2).output
    assert "Usage" in CliRunner().invoke(main, ["add"]).output


@pytest.mark.parametrize(("library", "kind"), [("trafilatura", "page"), ("feedparser", "RSS")])
def test_a_missing_library_is_named_with_its_extra(
    project: Path, monkeypatch: pytest.MonkeyPatch, library: str, kind: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    result = add(put(project, *SAMPLES[kind]), expected=2)
    assert f"cannot be read without {library}; pip install 'event-timeline[add]'" in result.output


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")), max_size=60))
def test_words_made_markdown_read_as_the_words(words: str) -> None:
    line = " ".join(words.split())
    assert line == read_prose(escape(words)).text


def test_of_html_the_words_are_left() -> None:
    html = "<h1>Talks</h1><p>They <b>met</b>.<p onclick=x>Twice &amp; again<style>p{}</style><ul><li>one<li>two</ul><p># no"
    assert "Talks\n\nThey met.\n\nTwice & again\n\none\n\ntwo\n\n\\# no" == html_to_markdown(html)
    assert "a\n\nb" == text_to_markdown("a\r\n\r\nb")


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()
            return
        if self.path.startswith("/sent?"):
            self.send_response(302)
            self.send_header("Location", self.path.partition("?")[2])
            self.end_headers()
            return
        body = b"x" * 3000 if self.path == "/large" else PAGE.format(story=STORY).encode()
        self.send_response(404 if self.path == "/gone" else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body + self.headers["User-Agent"].encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Server) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def test_a_page_is_fetched_by_its_address(project: Path) -> None:
    with serving() as address:
        result = CliRunner().invoke(main, ["add", "--private", f"{address}/floods"])
        assert 0 == result.exit_code, result.output
        again = CliRunner().invoke(main, ["add", "--private", f"{address}/floods"])
    assert "1 unchanged" in again.stderr
    assert ["https://example.org/floods"] == [each.url for each in filed(project)]


@pytest.mark.parametrize(
    ("path", "private", "largest", "reason"),
    [
        ("/a", False, 9999, "stands in a private network (127.0.0.1); allow it with --private"),
        ("/large", True, 1000, "answers more than 1,000 bytes"),
        ("/gone", True, 9999, "answers 404"),
        ("/file", True, 9999, "answers 302"),
    ],
)
def test_what_an_address_must_not_give_is_refused(path: str, private: bool, largest: int, reason: str) -> None:
    with serving() as address, pytest.raises(ArticleError) as error:
        fetch(address + path, private, largest)
    assert reason in str(error.value)
    assert path in str(error.value)


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.0.0.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]"),
        *("[2002:7f00:1::]", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[fe80::1]", "[fc00::1]", "224.0.0.1"),
    ],
)
def test_a_private_network_is_not_asked_anything(host: str) -> None:
    with socket.create_server(("", 0), dualstack_ipv6=False) as listening:
        listening.setblocking(False)
        for port in (listening.getsockname()[1], 1):
            with pytest.raises(ArticleError, match=r"stands in a private network \(.+\); allow it with --private"):
                fetch(f"http://{host}:{port}/a")
        with pytest.raises(BlockingIOError):
            listening.accept()


def test_a_page_that_sends_into_a_private_network_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_is_public", lambda address: address == "127.0.0.1")
    with serving() as address, socket.create_server(("127.0.0.2", 0)) as listening:
        listening.setblocking(False)
        with pytest.raises(ArticleError, match=r"private network \(127\.0\.0\.2\)"):
            fetch(f"{address}/sent?http://127.0.0.2:{listening.getsockname()[1]}/")
        with pytest.raises(BlockingIOError):
            listening.accept()


def test_a_name_is_looked_up_once_and_only_what_was_looked_at_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["9.9.9.9", "127.0.0.1"])
    asked: list[str] = []

    def look_up(host: str, port: int, *_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    def connect(place: tuple[str, int], *_: object) -> socket.socket:
        asked.append(place[0])
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", connect)
    for scheme in ("http", "https"):
        answers = iter(["9.9.9.9", "127.0.0.1"])
        with pytest.raises(ArticleError, match=r"does not answer \(Connection refused\); look at the address"):
            fetch(f"{scheme}://rebinding.example/")
    assert ["9.9.9.9", "9.9.9.9"] == asked


def test_an_address_may_be_written_as_it_is_read() -> None:
    with serving() as address:
        assert fetch(f"{address}/Brücke?von=Süd#Ä", private=True).url == f"{address}/Br%C3%BCcke?von=S%C3%BCd"


def test_who_asks_is_said_and_only_the_web_is_asked() -> None:
    with serving() as address:
        assert b"event-timeline (timeline add" in fetch(address + "/a", private=True).content
    for url in ("file:///etc/passwd", "//example.org", "http://", "javascript:1"):
        with pytest.raises(UsageError, match="is no address"):
            fetch(url)


def test_a_password_is_neither_sent_nor_shown() -> None:
    with pytest.raises(UsageError) as error:
        fetch("http://ann:secret@127.0.0.1:1/a", private=True)
    assert "secret" not in str(error.value)


def test_a_source_says_where_each_article_stands(project: Path) -> None:
    path = put(project, "a.jsonl", '{"text": "One.", "date": "2015-08-14"}\n\nnonsense\n{"title": "no text"}\n')
    with Watchdog() as watchdog:
        found = [*read_source(str(path), watchdog)]
    assert [f"{path}:1", f"{path}:3", f"{path}:4"] == [
        each.place if isinstance(each, FoundArticle) else str(each).partition(": ")[0] for each in found
    ]


def test_what_takes_too_long_is_ended_and_named_and_the_next_goes_on() -> None:
    with Watchdog(seconds=1) as watchdog:
        with pytest.raises(ArticleError, match="takes longer than 1 seconds to read; save the article alone"):
            watchdog.run(sum, itertools.repeat(1))
        assert 6 == watchdog.run(sum, [1, 2, 3])
        with pytest.raises(ArticleError, match="is no page"):
            watchdog.run(_fail, "is no page")


def _fail(reason: str) -> None:
    raise ArticleError(reason)


def test_linked_data_may_hold_markup_and_is_looked_for_once() -> None:
    record = json.dumps({"@type": "NewsArticle", "headline": "Floods", "articleBody": f"<p>{STORY}</p>"})
    page = f'<script type="application/ld+json">{record}</SCRIPT>' + '<script type="application/ld+json">' * 20_000
    assert ["Floods"] == [each["headline"] for each in linked_articles(page.encode())]


@pytest.mark.parametrize(
    "piece", ["<", "<div>", "<p>x", "<!--", "<![CDATA[", '<a b="', "&", "{{<", "_a", "*a", "     \n"]
)
def test_words_of_html_and_text_grow_no_faster_than_what_they_are_made_of(piece: str) -> None:
    long = piece * (300_000 // len(piece))
    for read in (html_to_markdown, text_to_markdown):
        assert len(read(long)) <= 2 * len(long)
