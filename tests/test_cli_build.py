"""`timeline build` and `timeline export`: what they publish, say and end with."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sites import tree, write_article, write_config

from timeline.cli import main

GOOD = {
    "port/harbour": "The harbour was closed on Tuesday. Recently there had been talk of it.",
    "port/dam": "The dam at Obertal failed last week.",
}
BAD = {
    "no-date": (b"---\ntitle: No date\n---\nThey met last week.\n", 1, "date"),
    "two-readings": (b"---\ntitle: Two\ndate: 03/04/2015\n---\nThey met.\n", 3, "2015-04-03"),
    "no-such-day": (b"---\ndate: 2015-02-30\n---\nThey met.\n", 2, "2015-02-30"),
    "year-0": (b"---\ndate: 0000-01-01\n---\nThey met.\n", 2, "0000"),
    "year-99999": (b"---\ndate: 99999-01-01\n---\nThey met.\n", 2, "99999"),
    "clock": (b"---\ndate: 2015-01-01T10:60\n---\nThey met.\n", 2, "10:60"),
    "words": (b"---\n\ndate: yesterday\n---\nThey met.\n", 3, "yesterday"),
    "broken-yaml": (b"---\ntitle: [a\ndate: 2015-01-01\n---\nThey met.\n", None, ""),
    "never-closed": (b"---\ntitle: x\ndate: 2015-01-01\nThey met.\n", 1, "---"),
    "no-body": (b"---\ntitle: x\ndate: 2015-01-01\n---\n\n \n", None, ""),
    "empty": (b"", 1, ""),
    "no-text": (b"---\ndate: 2015-01-01\n---\n\xff\xfe\x00\x00\xd8", None, ""),
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, which holds nothing but two articles in `content/`."""
    for name, body in GOOD.items():
        write_article(tmp_path, name, body)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def with_bad_ones(folder: Path) -> Path:
    """The same with a dozen articles that cannot be read."""
    for name, (content, _, _) in BAD.items():
        (folder / "content" / f"{name}.md").write_bytes(content)
    return folder


def test_a_folder_that_holds_nothing_but_content_builds_into_site(folder: Path) -> None:
    result = run("build")
    assert (0, "") == (result.exit_code, result.stderr)
    counts, page, address = result.stdout.splitlines()
    assert counts.startswith("2 articles read, 0 skipped; 2 events, 1 without a date; ")
    assert str(folder / "site" / "index.html") == page
    assert (folder / "site" / "index.html").as_uri() == address
    assert ["content", "site"] == sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def test_the_site_can_go_elsewhere(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "new" / "site"
    assert run("build", "--site-dir", str(elsewhere)).exit_code == 0
    assert (elsewhere / "index.html").is_file()
    assert not (folder / "site").exists()


def test_settings_of_another_folder_are_read_from_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_config(folder, site_name="The harbour")
    (folder / "away").mkdir()
    monkeypatch.chdir(folder / "away")
    assert run("build", "--config", "../mkdocs.yml").exit_code == 0
    assert "The harbour" in (folder / "site" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(("strict", "expected"), [([], 0), (["--strict"], 1)])
def test_articles_that_cannot_be_read_are_named_and_the_others_published(
    with_bad_ones: Path, strict: list[str], expected: int
) -> None:
    result = run("build", *strict)
    assert expected == result.exit_code
    assert result.stdout.startswith("2 articles read, 12 skipped; 2 events, ")
    messages = {
        path: (int(line), reason)
        for path, line, reason in re.findall(r"^content/(.+)\.md:(\d+): (.+; .+)$", result.stderr, re.MULTILINE)
    }
    assert sorted(BAD) == sorted(messages)
    assert len(BAD) == len(result.stderr.splitlines())
    for name, (_, line, words) in BAD.items():
        assert line in (None, messages[name][0]), name
        assert words in messages[name][1], name
    published = json.loads((with_bad_ones / "site" / "timeline.json").read_text("utf-8"))
    assert sorted(GOOD) == sorted(article["id"] for article in published["articles"])
    assert sorted(f"content/{name}.md" for name in BAD) == sorted(each["path"] for each in published["skipped"])


def test_what_an_article_may_be_at_most_is_set_in_the_configuration(folder: Path) -> None:
    write_article(folder, "long", "They met on 3 May 2015, and on 4 May 2015, and on 5 May 2015.")
    write_article(folder, "large", "They met. " * 100)
    write_config(folder, plugins="[timeline: {expression_limit: 2, size_limit: 600}]")
    result = run("build")
    assert [
        "content/large.md:1: is larger than 600 bytes; split it, or set size_limit",
        "content/long.md:1: has more than 2 time expressions; split it, or set expression_limit",
    ] == result.stderr.splitlines()
    assert result.stdout.startswith("2 articles read, 2 skipped; ")
    write_config(folder, plugins="[timeline: {expression_limit: 3, size_limit: 2000}]")
    assert run("build").stdout.startswith("4 articles read, 0 skipped; ")


def test_a_build_that_fails_half_way_leaves_the_published_site_whole(folder: Path) -> None:
    assert run("build").exit_code == 0
    before = tree(folder / "site")
    write_config(folder, theme="{name: null, custom_dir: templates}")
    (folder / "templates").mkdir()
    (folder / "templates" / "article.html").write_text("{{ 1 // 0 }}", "utf-8")
    write_article(folder, "port/new", "It rained on Monday.")
    result = run("build")
    assert result.exit_code == 1
    assert "article.html" in result.stderr
    assert "Traceback" not in result.stderr
    assert 1 == len(result.stderr.splitlines())
    assert before == tree(folder / "site")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        pytest.param("site_name: [", "mkdocs.yml", id="no YAML"),
        pytest.param("site_name: x\nplugins: []", "plugin", id="without the plugin"),
        pytest.param("plugins:\n- timeline:\n    content_dir: nowhere", "nowhere", id="no such folder of articles"),
        pytest.param("plugins:\n- timeline:\n    style: ode", "style", id="an unknown style"),
        pytest.param("plugins:\n- timeline:\n    timezone: Mars/Base", "Mars/Base", id="an unknown zone"),
    ],
)
@pytest.mark.parametrize("verb", [["build"], ["export", "--format", "json"]], ids=["build", "export"])
def test_wrong_settings_are_wrong_use(folder: Path, verb: list[str], settings: str, words: str) -> None:
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    result = run(*verb)
    assert (2, "") == (result.exit_code, result.stdout)
    assert words in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("verb", [["build"], ["export", "--format", "json"]], ids=["build", "export"])
def test_a_folder_without_articles_is_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*verb)
    assert (2, "") == (result.exit_code, result.stdout)
    assert "content" in result.stderr


def test_what_a_terminal_would_obey_is_spelled_out(folder: Path) -> None:
    (folder / "content" / "\x1b[31m\u202ered.md").write_text("no front matter", "utf-8")
    result = run("build")
    assert result.exit_code == 0
    assert "red.md" in result.stderr
    assert all(character.isprintable() or character == "\n" for character in result.stderr)


def test_export_writes_what_the_site_publishes(with_bad_ones: Path) -> None:
    write_config(with_bad_ones, site_name="The harbour")
    assert run("build").exit_code == 0
    result = run("export", "--format", "json")
    assert result.exit_code == 0
    assert len(BAD) == len(result.stderr.splitlines())
    assert (with_bad_ones / "site" / "timeline.json").read_text("utf-8") == result.stdout


def test_export_writes_a_file(folder: Path) -> None:
    result = run("export", "--format", "json", "--output", "out.json")
    assert (0, "", "") == (result.exit_code, result.stdout, result.stderr)
    assert json.loads((folder / "out.json").read_text("utf-8"))["schema"] == "timeline/1"
    assert not (folder / "site").exists()


def test_a_disk_that_refuses_is_named(folder: Path) -> None:
    (folder / "taken").write_text("")
    result = run("export", "--format", "json", "--output", "taken/out.json")
    assert (1, "") == (result.exit_code, result.stdout)
    assert "taken/out.json" in result.stderr
    assert 1 == len(result.stderr.splitlines())


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], ["2015-08-03", "2015-08-11"]),
        (["--from", "2015-08-10"], ["2015-08-11"]),
        (["--text", "dam", "--certainty", "inferred", "--topic", "port", "--key-events", "1"], ["2015-08-03"]),
    ],
)
def test_export_writes_the_part_that_is_selected(folder: Path, options: list[str], expected: list[str]) -> None:
    result = run("export", "--format", "json", *options)
    assert expected == [event["start"] for event in json.loads(result.stdout)["events"]]


@pytest.mark.parametrize("name", ["docx", "pdf"])
def test_export_says_what_a_document_lacks(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.picture.fonts._folders", lambda: [folder])
    result = run("export", "--format", name, "--output", "out")
    assert result.exit_code == 0
    assert f"{name}: Without its picture: there is no font to draw a picture with" in result.stderr
    assert (folder / "out").stat().st_size > 1000


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--topic", "tides"], 'no events of the topic "tides"'),
        (["--from", "soon"], '"soon" is no day; write it as 2015-08-14'),
        (["--certainty", "sure"], "use one of exact, inferred, vague"),
    ],
)
def test_a_part_that_is_not_there_is_wrong_use(folder: Path, options: list[str], words: str) -> None:
    result = run("export", "--format", "json", *options)
    assert (2, "") == (result.exit_code, result.stdout)
    assert words in result.stderr
