"""Prose: what a reader reads of a Markdown text, where it stands there, and its sentences."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.markup import Close, Open, Words, read_markup
from timeline.prose import Prose, read_prose, split_sentences
from timeline.sentences import LONGEST


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("", ""),
        ("They met.", "They met."),
        ("They met.\n\n\nThey parted.", "They met.\n\nThey parted."),
        ("They met\non *Friday*\r\nin __Doha__.", "They met on Friday in Doha."),
        ("They met  \non Friday\\\nin Doha.", "They met\non Friday\nin Doha."),
        ("They met<br>on Friday.", "They met\non Friday."),
        ("# Talks #\n\nSecond\n------\nEnd", "Talks\n\nSecond\n\nEnd"),
        ("- one\n- two\n\n  more\n\n1. three", "one\n\ntwo\n\nmore\n\nthree"),
        ("> quoted\nlazily\n> > twice", "quoted lazily\n\ntwice"),
        ("[Kerry](https://example.org/may-3 'March') met [Lavrov][l].\n\n[l]: /june", "Kerry met Lavrov."),
        ("<https://example.org/a%20b> said", "https://example.org/a%20b said"),
        (
            "AT&amp;T &copy; \\*not emphasis\\* 3&nbsp;May &#8211; &unknown;",
            "AT&T © *not emphasis* 3\u00a0May – &unknown;",
        ),
        ("run `make  all` now", "run make  all now"),
        ("`` a`b ``", "a`b"),
        ("```\nMay 3\n```\n\n    June 4\n\ntext", "text"),
        ("~~not~~ now", "not now"),
        ("a <!-- when: 3 May --> b", "a b"),
        ("<!-- when: 3 May -->\n\ntext", "text"),
        ("<!-- one\n\ntwo -->\ntext", "text"),
        ("Before.\n<!-- when: 3 May -->\nAfter.", "Before.\n\nAfter."),
        ("An <b onclick=x>old</b> <img src=x alt=no>tag", "An old tag"),
        ("<div>\nThe <em>words</em> inside &amp; out\n</div>", "The words inside & out"),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>One.\n\nTwo.</p>", "One.\n\nTwo."),
        ("<script>\nvar may = 3\n</script>\n\ntext", "text"),
        ("text <script>var may = 3</script> more", "text more"),
        ("<style>a</style><p>text", "text"),
        ("![Talks in Doha, 3 August](talks.jpg)", "Talks in Doha, 3 August"),
        ("They ![flag](f.png) met.\n\nThey parted.", "They met.\n\nflag\n\nThey parted."),
        ("![outer ![inner](i.png)](o.png)", "outer\n\ninner"),
        (
            "| When | What |\n|---|---|\n| 3 May | met \\| left |\n| 4 May | | ",
            "When\tWhat\n\n3 May\tmet | left\n\n4 May",
        ),
        ("[x](javascript:alert(1))", "x"),
        ("***", ""),
        ("a\0b", "a\ufffdb"),
        ("<!-- never closed\n\ntext", "<!-- never closed\n\ntext"),
        ("<script>\nnever closed\n\ntext", "never closed\n\ntext"),
        ("\u4ed6\u4eec\u4f1a\u89c1\u3002", "\u4ed6\u4eec\u4f1a\u89c1\u3002"),
    ],
)
def test_prose_is_what_a_reader_reads(markdown: str, expected: str) -> None:
    assert expected == read_prose(markdown).text


@pytest.mark.parametrize(
    ("markdown", "word", "expected"),
    [
        ("They met in *May*.", "May", "May"),
        ("They met in **M*a*y**.", "May", "M*a*y"),
        ("They met on 3&nbsp;May.", "3\u00a0May", "3&nbsp;May"),
        ("They met on 3 May&excl;", "May!", "May&excl;"),
        ("They met on\r\n3 May.", "on 3 May", "on\r\n3 May"),
        ("> They met on\n> 3 May.", "3 May", "3 May"),
        ("- They\n  met on 3 May.", "3 May", "3 May"),
        ("1. > ## On 3 May ##", "3 May", "3 May"),
        ("On 3 May\n===", "3 May", "3 May"),
        ("| a | b |\n|---|---|\n| x \\| y | on 3 May |", "3 May", "3 May"),
        ("> | a | b |\n> |---|---|\n> | May\\|June | c |", "May|June", "May\\|June"),
        ("| a |\n|---|\n| b | c | d |\n\non 3 May", "3 May", "3 May"),
        ("on [3 May](https://example.org/3%20May)", "3 May", "3 May"),
        ("![on 3 *May*](a.png)", "3 May", "3 *May"),
        ("A `` 3 May `` b", "3 May", "3 May"),
        ("\ton 3 May\n\n- a\n\n\tb on 3 May", "b on 3 May", "b on 3 May"),
        ("<p>on 3&nbsp;<b>May</b></p>", "3\u00a0May", "3&nbsp;<b>May"),
        ("\u00a0\f\non 3 May", "3 May", "3 May"),
        ("a<!-- 3 May --> on 3 May", "3 May", "3 May"),
    ],
)
def test_a_span_is_found_again_in_the_markdown(markdown: str, word: str, expected: str) -> None:
    prose = read_prose(markdown)
    start = prose.text.index(word)
    found = markdown[prose.source[start] : prose.source[start + len(word)]]
    assert expected == found[: len(expected)]
    assert set(found[len(expected) :]) <= set("*`#) \n</bp>|.")


def test_headings_are_named_among_the_paragraphs() -> None:
    prose = read_prose("# Talks\n\nLead.\n\nEnd\n---\n\n- ### Item")
    assert ["Talks", "End", "Item"] == [prose.text[start:end] for start, end in prose.headings]
    assert set(prose.headings) <= set(prose.paragraphs)


def test_marks_for_the_page_stand_around_the_same_words() -> None:
    markup = read_markup("a *b* [c](/d)\n\n![e](f)")
    shown = [markup.text[piece.start : piece.end] if isinstance(piece, Words) else piece for piece in markup.pieces]
    assert [
        Open("p"),
        "a ",
        Open("em"),
        "b",
        Close("em"),
        " ",
        Open("a", (("href", "/d"),)),
        "c",
        Close("a"),
        Close("p"),
        Open("p", (("class", "caption"),)),
        "e",
        Close("p"),
    ] == shown


@pytest.mark.parametrize(
    "text",
    [
        "They met on Tuesday. ¦They parted.",
        "They met! ¦Did they part? ¦Yes… ¦No.",
        "Mr. Brown, Dr. Weiss and Lt. Col. J. R. Smith met Gen. B. Ochs.",
        "The U.S. Senate voted at 5 p.m. Tuesday. ¦It was over at 6 p.m. ¦The vote was close.",
        "It began on Sept. 3 and on Wed. Oct. 4 it ended. ¦Not in Nov. ¦The rest came in Dec. 2016.",
        "He left the U.S. ¦The others stayed in the U.S. until May.",
        "Acme Inc. Chairman Ann Orr spoke for Acme Corp. ¦The shares fell.",
        "No. 5 won. ¦He said no. ¦Nobody heard.",
        "Plan B. ¦The rest failed.",
        "World War II. ¦Soldiers came home.",
        "It cost 3.5 million, i.e. 2.1 percent, at example.org and in v1.2 of it.",
        "In 2013. ¦Then nothing. ¦There were 12. ¦Others left.",
        'He said: "We met." ¦She said: "We left."',
        '"We met," she said.¦"He left early."',
        "They met.¦They parted.",
        "They met (in Doha.) ¦They parted.",
        '"Why?" Minister Brown asked. ¦"Because!" she said. ¦"Why not?" ¦The others left.',
        "They waited ... and waited. ¦They left... ¦Nobody came.",
        "Al-Haram fell. ¦al-Qasr held. ¦It was over.",
        "It ended.[3] ¦The rest is known.[12][13] ¦So they say.",
        "Er kam am 3. August und blieb bis zum 12. Oktober. ¦Am 13. ging er.",
        "Im 19. Jahrhundert, z. B. in Wien, d. h. am Ring, hieß es u. a. Ring. ¦Heute nicht.",
        "Dr. Weiss traf z.B. Hrn. Ochs bzw. Frau Orr. ¦Das war am 24. 3. 1976 um 10 Uhr. ¦Danach war Ruhe.",
        "Das kostet 200 Mio. Euro usw. ¦Die Zeit drängt. ¦Der 15. Platz war frei.",
        "«Nous partons.» ¦Il est parti.",
        "\u4ed6\u4eec\u4f1a\u89c1\u3002¦\u4ed6\u4eec\u79bb\u5f00\u3002",
        "1. They met. ¦They parted.",
        "They met , said Corp. , and left .",
        "A sentence without an end",
        "A headline without an end\n\n¦They met\nin Doha. ¦They parted.",
        "Photo by: A. Agency\n¦Photo by: A. Agency\n\n¦They met.",
        "Dead: 5\n¦Injured: 12\n¦Missing: 1",
        "- They met\n¦- They parted",
        "This is a line that was wrapped by somebody at about this\nPlace and goes on and on until it is very long\nIndeed. ¦End.",
        "  A paragraph begins here and goes on in the next line of it and on\n"
        "In that line.\n    ¦Another paragraph begins here with a deeper indent, no blank\nLine before.",
        "One.\r\n\r\n¦Two.\r\r¦Three.",
    ],
)
def test_sentences_end_where_a_reader_pauses(text: str) -> None:
    assert [part.strip() for part in text.split("¦")] == sentences(text.replace("¦", ""))


def test_sentences_stay_inside_their_paragraph() -> None:
    prose = read_prose("# No end\n\n- one\n- two. Three\n\n| a | bee. Cee |\n|--|--|")
    assert ["No end", "one", "two.", "Three", "a\tbee.", "Cee"] == [
        prose.text[start:end] for start, end in prose.sentences
    ]


@given(st.text("aB .!?\"'”(\n\r\t-1é。", max_size=80))
def test_sentences_hold_every_word_once_in_order(text: str) -> None:
    found = split_sentences(text)
    assert "".join(text.split()) == "".join("".join(text[start:end].split()) for start, end in found)
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in found)
    assert found == sorted(found)


@pytest.mark.parametrize(
    "piece", ["x", "word ", "1 May 2015, ", "last week ", "x" * 1999 + " ", "a, " + "b" * 3000, "é\u00a0"]
)
def test_no_sentence_is_longer_than_anybody_reads(piece: str) -> None:
    text = piece * (9000 // len(piece) + 1)
    found = split_sentences(text)
    assert all(end - start <= LONGEST for start, end in found)
    assert "".join(text.split()) == "".join("".join(text[start:end].split()) for start, end in found)
    assert len(found) < 9


MARKDOWN_PARTS = st.sampled_from(
    ["a", "Doha ", "3 May", "\n", "\n\n", "*", "**", "_", "`", "``", "[", "](", "](x)", "![", "<!-- c -->", "<!--", "-->", "<b>",
     "</b>", "<div>", "</div>\n", "&amp;", "&#8211;", "&ngE;", "\\*", "\\", "  \n", "> ", "- ", "1. ", "    ", "\t", "# ",
     "\n---\n", "\n===\n", "| a | b |\n|---|---|\n| c\\|d | e |\n", "|", "~~", "<http://a.b/c%20d>", "<x@y.z>", "\r\n", "\r", "\0",
     "\u00a0", "é", "世界", "<br>", "<script>", "</script>", "[r]: /u\n", "```\n", "\f", "\u2028", "<?", "]]>", "<![CDATA["]
)  # fmt: skip


@given(st.lists(MARKDOWN_PARTS, max_size=30).map("".join))
def test_every_character_knows_where_it_stands(markdown: str) -> None:
    prose = read_prose(markdown)
    assert len(prose.text) + 1 == len(prose.source)
    origins = [markdown[offset : offset + 1] for offset in prose.source[:-1]]
    strange = [
        (char, origin)
        for char, origin in zip(prose.text, origins, strict=True)
        # A line break is a space, a tab stands between cells, and an entity or an escape begins otherwise.
        if char != origin and char not in " \n\t\ufffd" and origin not in ("&", "\\")
    ]
    assert [] == strange


@given(st.lists(MARKDOWN_PARTS, max_size=30).map("".join))
def test_paragraphs_and_pieces_hold_the_whole_text(markdown: str) -> None:
    markup = read_markup(markdown)
    assert markup.text == "\n\n".join(markup.text[start:end] for start, end in markup.paragraphs)
    opened: list[str] = []
    words: list[str] = []
    for piece in markup.pieces:
        if isinstance(piece, Open):
            opened.append(piece.tag)
        elif isinstance(piece, Close):
            assert opened.pop() == piece.tag
        elif isinstance(piece, Words):
            words.append(markup.text[piece.start : piece.end])
    assert [] == opened
    assert "".join(markup.text.split()) == "".join("".join(words).split())


HOSTILE: dict[str, Callable[[int], str]] = {
    "open brackets": lambda n: "[" * n,
    "open images": lambda n: "![" * n,
    "images and brackets": lambda n: "![[]()" * n,
    "CDATA": lambda n: "<![CDATA[" * n,
    "lines of CDATA": lambda n: "<![CDATA[\n" * n,
    "open comments": lambda n: "<!-- x\n\n" * n,
    "open processing": lambda n: "<?\n\n" * n,
    "open declarations": lambda n: "<!A " * n,
    "open scripts": lambda n: "<script>\n\n" * n,
    "scripts in blocks": lambda n: "<div><script>" * n,
    "attributes": lambda n: "<a b='" * n,
    "less than": lambda n: "<" * n,
    "backticks": lambda n: " ".join("`" * length for length in range(1, n // 20)),
    "emphasis": lambda n: "*a_ " * n,
    "crossed emphasis": lambda n: "a**b" * n + "c* " * n,
    "open links": lambda n: "[a](b" * n,
    "nested links": lambda n: "[" * n + "a" + "](b)" * n,
    "nested images": lambda n: "![" * n + "a" + "](b)" * n,
    "references": lambda n: "".join(f"[r{i}]: /u\n" for i in range(n)) + "[r1]" * n,
    "ampersands": lambda n: "&" * n,
    "backslashes": lambda n: "\\" * n,
    "deep lists": lambda n: "* " * n,
    "deep ordered lists": lambda n: "1. " * n,
    "deep quotations": lambda n: ">" * n,
    "deep mixture": lambda n: "- > " * n,
    "stairs": lambda n: "".join(" " * i + "- a\n" for i in range(n // 20)),
    "rows": lambda n: "| a | b |\n|---|---|\n" + "|x|y|\n" * n,
    "setext": lambda n: "a\n=\n" * n,
    "blank lines": lambda n: " \n" * n,
    "spaces": lambda n: "a" + " " * n + "b",
    "full stops": lambda n: ". " * n,
    "initials": lambda n: "A. " * n,
    "quotation marks": lambda n: 'a."B' * n,
    "one word": lambda n: "a" * n + ".",
    "tildes": lambda n: "x " + "~" * n,
    "autolinks": lambda n: "<http://a" * n,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markdown_hides_no_words(name: str) -> None:
    markdown = f"Before.\n\n{HOSTILE[name](5_000)} inside\n\nThey met on 3 May."
    prose = read_prose(markdown)
    assert prose.text.startswith("Before.")
    assert "inside" in prose.text
    assert prose.text.endswith("They met on 3 May.")


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_with_the_length_of_hostile_markdown(name: str) -> None:
    short, long = (_calls(partial(read_prose, HOSTILE[name](size))) for size in (400, 1_600))
    assert long < 6 * short + 5_000


def _calls(work: Callable[[], Prose]) -> int:
    """How many functions were called, a measure of work that no clock disturbs."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
