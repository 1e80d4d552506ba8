"""Articles: what front matter says, what is wrong with an article, and which files are opened at all."""

from __future__ import annotations

import os
import pickle
import unicodedata
from collections.abc import Callable
from datetime import datetime
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.articles import Article, ContentSettings, Library, read_article, read_articles
from timeline.content_files import ArticleFile
from timeline.errors import ArticleError, UsageError
from timeline.front_matter import LONGEST, read_front_matter
from timeline.grammar.loading import known_locales

BODY = "The council met on Tuesday."
SETTINGS = ContentSettings()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def put(content: Path, name: str, text: str | bytes) -> Path:
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def article(head: str = "date: 2015-08-14", body: str = BODY) -> str:
    return f"---\n{head}\n---\n{body}\n"


def read(text: str | bytes, name: str = "x.md", settings: ContentSettings = SETTINGS) -> Article:
    file = ArticleFile(PurePosixPath("content", name), Path("content", name))
    result = read_article(file, text if isinstance(text, bytes) else text.encode(), settings)
    assert result is not None
    return result


def messages(library: Library) -> list[str]:
    return [str(error) for error in library.skipped]


class TestFields:
    def test_front_matter_fills_every_field(self) -> None:
        found = read(
            article(
                "title: 'Talks: the second round'\ndate: 2015-08-14 18:30\nlanguage: de-AT\nsource: Sample Wire\n"
                "url: https://example.org/a\nauthor: [A. Writer, B. Writer]\ntags: [talks, Syria]\ntopic: war\n"
                "style: narrative\npublish: quotes"
            ),
            "syria/moscow-talks.md",
        )
        assert (
            "syria/moscow-talks",
            PurePosixPath("content/syria/moscow-talks.md"),
            "Talks: the second round",
            datetime(2015, 8, 14, 18, 30),
            "de",
            "narrative",
            "war",
            ("talks", "Syria"),
            "Sample Wire",
            "https://example.org/a",
            "A. Writer, B. Writer",
            "quotes",
            BODY,
        ) == (
            found.id,
            found.path,
            found.title,
            found.published,
            found.language,
            found.style,
            found.topic,
            found.tags,
            found.source,
            found.url,
            found.author,
            found.publish,
            found.text,
        )
        assert BODY + "\n" == found.markdown

    @pytest.mark.parametrize(
        ("head", "expected"),
        [
            ("DATE: 2015-08-14", datetime(2015, 8, 14)),
            ("PublishDate: 2015-08-14", datetime(2015, 8, 14)),
            ("firstcreated: 2015-08-14T10:00:00Z", datetime(2015, 8, 14, 10)),
            ("lastmod: 2016-01-01\npubdate: 2015-08-14", datetime(2015, 8, 14)),
            ("date:\npublished_at: 2015-08-14", datetime(2015, 8, 14)),
            ("date: ~\ncreated: '2015-08-14'", datetime(2015, 8, 14)),
            ("Date: 2015-08-14\ndate: 2015-08-15", datetime(2015, 8, 14)),
            ("date: August 14, 2015", datetime(2015, 8, 14)),
            ("date: 14. August 2015\nlang: de", datetime(2015, 8, 14)),
        ],
    )
    def test_the_date_is_the_first_of_its_keys_in_any_case(self, head: str, expected: datetime) -> None:
        assert expected == read(article(head)).published

    @pytest.mark.parametrize(
        ("name", "expected"),
        [("2015-08-14-talks.md", datetime(2015, 8, 14)), ("news/2015-08-14.md", datetime(2015, 8, 14))],
    )
    def test_a_date_in_the_file_name_serves_when_front_matter_has_none(self, name: str, expected: datetime) -> None:
        assert expected == read(BODY, name).published

    def test_front_matter_goes_before_the_file_name(self) -> None:
        assert datetime(2015, 8, 15) == read(article("date: 2015-08-15"), "2015-08-14-talks.md").published

    @pytest.mark.parametrize(
        ("head", "body", "name", "expected"),
        [
            ("headline: A", "# B", "c.md", "A"),
            ("title:", "Lead.\n\n## B *and* C\n\n# D", "e.md", "B and C"),
            ("tags: [a]", "Talk.", "moscow-talks_again.md", "Moscow talks again"),
            ("tags: [a]", "Talk.", "2015-08-14-moscow-talks.md", "Moscow talks"),
            ("tags: [a]", "Talk.", "2015-08-14.md", "2015-08-14"),
            ('title: "two\\nlines\\0 \\u202e"', "Talk.", "a.md", "two lines \u202e"),
        ],
    )
    def test_the_title_is_named_or_the_first_heading_or_the_file_name(
        self, head: str, body: str, name: str, expected: str
    ) -> None:
        assert expected == read(article(f"date: 2015-08-14\n{head}", body), name).title

    @pytest.mark.parametrize(("name", "expected"), [("a.md", ""), ("b/a.md", "b"), ("b/c/a.md", "b")])
    def test_the_topic_is_the_first_folder_if_none_is_named(self, name: str, expected: str) -> None:
        assert expected == read(article(), name).topic

    @pytest.mark.parametrize(
        ("value", "expected"),
        [("[a, b]", ("a", "b")), ("a, b,", ("a", "b")), ("a", ("a",)), ("", ()), ("[[a, b], c]", ("a, b", "c"))],
    )
    def test_tags_are_a_list_or_words_with_commas(self, value: str, expected: tuple[str, ...]) -> None:
        assert expected == read(article(f"date: 2015-08-14\ntags: {value}")).tags

    def test_what_an_article_does_not_say_the_settings_say(self) -> None:
        settings = ContentSettings(
            language="de", style="narrative", date_order="DMY", publish={"Wire": "quotes", "default": "excerpt"}
        )
        found = read(article("date: 03/04/2015"), settings=settings)
        assert ("de", "narrative", datetime(2015, 4, 3), "excerpt") == (
            found.language,
            found.style,
            found.published,
            found.publish,
        )
        assert "quotes" == read(article("date: 2015-08-14\nsource: Wire"), settings=settings).publish

    def test_a_clock_time_with_a_zone_becomes_the_time_of_the_desk(self) -> None:
        settings = ContentSettings(timezone="Europe/Vienna")
        found = read(article("date: 2015-08-14T23:30:00Z"), settings=settings)
        assert datetime(2015, 8, 15, 1, 30) == found.published

    @pytest.mark.parametrize(
        "data",
        [
            article().encode("utf-8-sig"),
            article().encode("utf-16"),
            article().replace("\n", "\r\n").encode(),
            article().replace("\n", "\r").encode(),
        ],
        ids=["byte order mark", "UTF-16", "CR LF", "CR"],
    )
    def test_encodings_and_line_ends_that_say_what_they_are_are_read(self, data: bytes) -> None:
        assert (datetime(2015, 8, 14), BODY) == (read(data).published, read(data).text)

    def test_an_article_travels_between_processes(self) -> None:
        found = read(article())
        assert found == pickle.loads(pickle.dumps(found))


MALFORMED: dict[str, tuple[str | bytes, str]] = {
    "no-date": (
        BODY,
        '1: has no publication date, and its text does not tell one; add a line "date: 2015-08-14" to its front matter',
    ),
    "two-readings": (
        article("title: A\ndate: 03/04/2015"),
        '3: date "03/04/2015" has two readings; write 2015-04-03 or 2015-03-04, or set date_order',
    ),
    "no-calendar": (article("date: 2015-02-30"), '2: date "2015-02-30" is on no calendar; write it as 2015-08-14'),
    "year-zero": (article("date: 0000-01-01"), '2: date "0000-01-01" is on no calendar; write it as 2015-08-14'),
    "far-year": (article("date: 99999-01-01"), '2: date "99999-01-01" names no day; write it as 2015-08-14'),
    "clock": (
        article("date: 2015-08-14 10:60"),
        '2: date "2015-08-14 10:60" has a time that is on no clock; write it as 2015-08-14',
    ),
    "zone": (
        article("date: 2015-08-14T10:00+99:99"),
        '2: date "2015-08-14T10:00+99:99" has a zone that does not exist; write it as 2015-08-14',
    ),
    "bidi": (article("date: \u202e2015"), '2: date "\\u202e2015" holds the invisible character U+202E; remove it'),
    "bad-date-goes-before-a-good-one": (
        article("created: 2015-08-14\ndate: soon"),
        '3: date "soon" names no day; write it as 2015-08-14',
    ),
    "2015-02-30-name": (BODY, '1: the date "2015-02-30" of the file name is on no calendar; rename the file'),
    "never-closed": (
        "---\ndate: 2015-08-14\n\n" + BODY,
        '1: the front matter is opened and never closed; close it with a line "---"',
    ),
    "colon": (
        article("date: 2015-08-14\ntitle: Talks: round two"),
        "3: the front matter is no YAML (mapping values are not allowed here); "
        "put a value that holds a colon or a quotation mark in quotes",
    ),
    "no-keys": (
        article("- a\n- b"),
        '2: the front matter has no keys; write lines such as "date: 2015-08-14"',
    ),
    "anchor": (
        article("date: 2015-08-14\na: &a [x]\nb: [*a, *a]"),
        "3: the front matter uses an anchor or alias; write the value out",
    ),
    "alias": (article("a: *b"), "2: the front matter uses an anchor or alias; write the value out"),
    "tag": (
        article("date: !!python/object/apply:os.system [x]"),
        "2: the front matter uses a tag; write the plain value, in quotes if need be",
    ),
    "deep": (article("a: " + "[" * 21 + "]" * 21), "2: the front matter nests deeper than 20; flatten it"),
    "very-deep": (article("a: " + "[" * 9_000), "2: the front matter nests deeper than 20; flatten it"),
    "long": (
        article("a: " + "x" * LONGEST),
        "1: the front matter is longer than 65536 characters; shorten it",
    ),
    "twice": (
        article("date: 2015-08-14\ntitle: A\ndate: 2015-08-15"),
        '4: the key "date" stands twice (line 2); remove one',
    ),
    "key": (article("? [a]\n: b"), "2: the front matter has a list or mapping for a key; use words as keys"),
    "control": (
        article("date: 2015-08-14\ntitle: \x07"),
        "3: the front matter holds the control character U+0007; remove it",
    ),
    "documents": (article("date: 2015-08-14\n--- b"), "3: the front matter is more than one document; keep one"),
    "nul": (article(body="met\n\n\0 on"), "6: holds a NUL character; save it as text in UTF-8"),
    "nul-cr": (article(body="met\n\n\0").replace("\n", "\r"), "6: holds a NUL character; save it as text in UTF-8"),
    "latin-1": (
        article(body="Met in M\u00fcnchen.").encode("latin-1"),
        "4: byte 0xFC is no UTF-8; save the file in UTF-8",
    ),
    "utf-16": (article().encode("utf-16") + b"x", "5: byte 0x78 is no UTF-16; save the file in UTF-8"),
    "utf-16-unsaid": (article().encode("utf-16-le"), "1: holds a NUL character; save it as text in UTF-8"),
    "empty": ("", "1: has no text; write the article below its front matter"),
    "empty-body": (article(body=" \n"), "4: has no text; write the article below its front matter"),
    "only-a-comment": (article(body="<!-- later -->"), "4: has no text; write the article below its front matter"),
    "style": (article("date: 2015-08-14\nstyle: poem"), '3: style "poem" is not known; use one of news, narrative'),
    "publish": (
        article("date: 2015-08-14\nPublish: all"),
        '3: Publish "all" is not known; use one of full, excerpt, quotes',
    ),
    "language": (
        article("date: 2015-08-14\nlanguage: English"),
        '3: language "English" is no language code; write a code such as "en"',
    ),
    "unknown-language": (
        article("date: 2015-08-14\nlang: tlh"),
        f'3: lang "tlh" is not known; use one of {", ".join(known_locales())}',
    ),
    "draft": (article("date: 2015-08-14\ndraft: maybe"), '3: draft "maybe" is not known; use true or false'),
    "large": (article(body="word " * 200_000), "1: is larger than 1,000,000 bytes; split it, or set size_limit"),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_wrong_with_an_article_is_named_with_path_and_line(content: Path, name: str) -> None:
    text, expected = MALFORMED[name]
    put(content, f"{name}.md", text)
    assert [f"content/{name}.md:{expected}"] == messages(read_articles(content, SETTINGS))


def test_malformed_articles_keep_no_other_from_being_read(content: Path) -> None:
    for number, (name, (text, _)) in enumerate(MALFORMED.items()):
        put(content, f"{name}.md", text)
        put(content, f"good/{name}-{number}.md", article(f"date: 2015-08-{number % 28 + 1:02}"))
    library = read_articles(content, SETTINGS)
    assert len(MALFORMED) == len(library.articles)
    assert sorted(f"content/{name}.md" for name in MALFORMED) == [error.path for error in library.skipped]


def test_an_article_that_makes_a_library_fail_is_named(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(markdown: str) -> None:
        raise RecursionError

    monkeypatch.setattr("timeline.articles.read_prose", fail)
    put(content, "a.md", article())
    assert ["content/a.md:1: cannot be read (RecursionError); simplify its Markdown"] == messages(
        read_articles(content, SETTINGS)
    )


def test_a_draft_is_left_out_and_counted(content: Path) -> None:
    put(content, "a.md", article("draft: true"))
    put(content, "b.md", article("draft: false\ndate: 2015-08-14"))
    library = read_articles(content, SETTINGS)
    assert (["b"], [], (PurePosixPath("content/a.md"),)) == (
        [each.id for each in library.articles],
        messages(library),
        library.drafts,
    )


def test_articles_come_by_date_then_id(content: Path) -> None:
    put(content, "c.md", article("date: 2015-08-14 09:00"))
    put(content, "b.md", article("date: 2015-08-14"))
    put(content, "a/z.md", article("date: 2015-08-14"))
    put(content, "d.md", article("date: 2015-08-13"))
    assert ["d", "a/z", "b", "c"] == [each.id for each in read_articles(content, SETTINGS).articles]


def test_names_that_differ_in_case_or_unicode_form_alone_are_two_articles(content: Path) -> None:
    names = ["Talks", "talks", unicodedata.normalize("NFC", "Zürich"), unicodedata.normalize("NFD", "Zürich")]
    for name in names:
        put(content, f"{name}.md", article())
    put(content, "talks.MD", article())
    assert sorted([*names, "talks.MD"]) == [each.id for each in read_articles(content, SETTINGS).articles]


def test_an_id_does_not_depend_on_the_other_articles(content: Path) -> None:
    put(content, "talks.md", article())
    (alone,) = read_articles(content, SETTINGS).articles
    put(content, "Talks.md", article())
    assert alone in read_articles(content, SETTINGS).articles


def test_a_file_name_that_is_no_utf_8_can_be_shown(content: Path) -> None:
    os.close(os.open(os.fsencode(content) + b"/caf\xe9.md", os.O_CREAT | os.O_WRONLY))
    (error,) = read_articles(content, SETTINGS).skipped
    assert b"content/caf\\xe9.md" == (error.path or "").encode()


def test_an_empty_folder_has_no_articles(content: Path) -> None:
    assert Library((), ()) == read_articles(content, SETTINGS)


def test_a_missing_folder_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere: is no folder; create it, or set content_dir"):
        read_articles(tmp_path / "nowhere", SETTINGS)


class TestFiles:
    def test_what_is_no_regular_file_is_named_and_never_opened(self, content: Path, tmp_path: Path) -> None:
        put(content, "good.md", article())
        put(tmp_path, "outside/secret.md", article())
        (content / "folder.md").mkdir()
        put(content, "folder.md/inside.md", article())
        os.mkfifo(content / "pipe.md")
        (content / "device.md").symlink_to("/dev/zero")
        (content / "outside.md").symlink_to(tmp_path / "outside/secret.md")
        (content / "outside").symlink_to(tmp_path / "outside")
        (content / "loop").symlink_to(content)
        (content / "circle.md").symlink_to(content / "circle.md")
        (content / "broken.md").symlink_to(content / "nothing.md")
        library = read_articles(content, SETTINGS)
        assert ["good"] == [each.id for each in library.articles]
        assert [
            "content/broken.md: is a link that leads nowhere; replace it by the article itself",
            "content/circle.md: is a link that leads nowhere; replace it by the article itself",
            "content/device.md: is a link that leads out of the content folder; replace it by the article itself",
            "content/folder.md: is a folder, not an article; rename it",
            "content/loop: is a link to a folder; put the articles into the folder itself",
            "content/outside: is a link that leads out of the content folder; replace it by the article itself",
            "content/outside.md: is a link that leads out of the content folder; replace it by the article itself",
            "content/pipe.md: is no regular file; replace it by the article itself",
        ] == messages(library)

    def test_a_link_to_an_article_of_the_folder_is_an_article(self, content: Path) -> None:
        put(content, "a.md", article())
        (content / "b.md").symlink_to("a.md")
        assert ["a", "b"] == [each.id for each in read_articles(content, SETTINGS).articles]

    def test_other_files_and_hidden_ones_are_passed_over(self, content: Path) -> None:
        put(content, ".git/a.md", article())
        put(content, ".hidden.md", article())
        put(content, "photo.jpg", b"\xff\xd8")
        put(content, "notes.txt", BODY)
        (content / "link.txt").symlink_to("/etc/hostname")
        assert Library((), ()) == read_articles(content, SETTINGS)

    def test_the_content_folder_itself_may_be_a_link(self, content: Path, tmp_path: Path) -> None:
        put(content, "a.md", article())
        (tmp_path / "linked").symlink_to(content)
        library = read_articles(tmp_path / "linked", SETTINGS)
        assert ["linked/a.md"] == [str(each.path) for each in library.articles]

    def test_the_size_limit_is_a_setting(self, content: Path) -> None:
        put(content, "a.md", article())
        library = read_articles(content, ContentSettings(size_limit=10))
        assert ["content/a.md:1: is larger than 10 bytes; split it, or set size_limit"] == messages(library)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"style": "poem"}, 'style "poem" is not known; use one of news, narrative'),
        ({"date_order": "YDM"}, 'date_order "YDM" is not known; use one of DMY, MDY, YMD'),
        ({"publish": {"Wire": "all"}}, 'publish for Wire "all" is not known; use one of full, excerpt, quotes'),
        ({"size_limit": 0}, "size_limit 0 leaves nothing to read; use a number above 0"),
        ({"expression_limit": -5}, "expression_limit -5 leaves nothing to read; use a number above 0"),
        ({"timezone": "Mars/Crater"}, 'timezone "Mars/Crater" is not known; use a name such as "Europe/Vienna"'),
        (
            {"timezone": "../../etc/passwd"},
            'timezone "../../etc/passwd" is not known; use a name such as "Europe/Vienna"',
        ),
    ],
)
def test_settings_with_no_meaning_are_wrong_use(settings: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        ContentSettings(**settings)  # type: ignore[arg-type]
    assert message == str(caught.value)


YAML_PARTS = st.sampled_from(
    ["a", "date", ": ", ":", "- ", "\n", "  ", "[", "]", "{", "}", ", ", "'", '"', "\\", "#", "|", "&x ", "*x", "!t ", "? ",
     "%", "@", "...", "\t", "\x07", "\u2028", "\\ud800", "<<: ", "~", "9" * 5_000, "2015-02-30", "\ufeff"]
)  # fmt: skip


@given(st.lists(YAML_PARTS, max_size=14).map("".join))
def test_any_front_matter_is_read_or_named(text: str) -> None:
    error = _error(lambda: read_front_matter(text))
    assert error is None or (error.line and error.remedy)


@given(st.binary(max_size=60))
def test_any_bytes_are_an_article_or_named(data: bytes) -> None:
    error = _error(lambda: read(data, "2015-08-14-x.md"))
    assert error is None or (error.path == "content/2015-08-14-x.md" and error.remedy)


def _error(attempt: Callable[[], object]) -> ArticleError | None:
    try:
        attempt()
    except ArticleError as error:
        return error
    return None
