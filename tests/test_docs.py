"""The documents are true: what they show is run, what they point at is there."""

from __future__ import annotations

import ast
import json
import re
import shlex
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from handmade import article
from reading import values
from sites import write_article

from timeline.cli import main
from timeline.colors import LIGHT
from timeline.corrections import Kind, parse_corrections
from timeline.grammar.loading import LOCALES, load_locale
from timeline.grammar.locale import Locale
from timeline.readings import read_times
from timeline.resolutions import Resolution
from timeline.resolving import resolve
from timeline.tagging import tag
from timeline.temporal.written import written_value

ROOT = Path(__file__).parent.parent
DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "bench/README.md"]


def section(document: str, heading: str) -> str:
    """The text under a heading of the second level."""
    _, _, rest = (ROOT / document).read_text("utf-8").partition(f"\n## {heading}\n")
    assert rest, f"{document} has no heading {heading!r}"
    return rest.partition("\n## ")[0]


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def consoles(text: str) -> list[tuple[str, str]]:
    """Each command that a document shows after a `$`, and what it shows as the answer."""
    return [
        (command, answer)
        for block in blocks(text, "console")
        for command, answer in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    ]


def readings(text: str, locale: Locale) -> list[Resolution]:
    published = datetime.combine(locale.reference, datetime.min.time())
    return resolve(text, tag(text, locale), published, locale)


def examples(
    locale: Locale, rules: str
) -> list[tuple[str, list[tuple[str, str | None]], list[tuple[str, str | None]]]]:
    """For each example of the rules whose name has those words: the phrase, what it shall give, what it gives."""
    return [
        (
            example.text,
            [(example.text, value) for value in example.values],
            [(each.expression.text, each.value and each.value.value) for each in readings(example.text, locale)],
        )
        for rule, example in locale.examples
        if rules in rule
    ]


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_help_with_an_example_and_stands_in_the_readme(name: str) -> None:
    command = main.commands[name]
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert re.search(rf"Example:\n +.*timeline {name}\b", result.stdout)
    assert f"| `timeline {name}` | {(command.help or '').split('.')[0]} |" in section("README.md", "Commands")


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_option_has_help(name: str) -> None:
    for parameter in main.commands[name].params:
        if parameter.param_type_name == "option":
            assert parameter.help, parameter.name  # type: ignore[attr-defined]


def test_the_readme_names_no_command_that_is_not_there() -> None:
    named = re.findall(r"^\| `timeline (\w+)` \|", section("README.md", "Commands"), re.MULTILINE)
    assert sorted(main.commands) == sorted(named)


@pytest.mark.parametrize(
    ("command", "answer"), consoles((ROOT / "README.md").read_text("utf-8")), ids=lambda text: text[:30]
)
def test_the_readmes_commands_answer_what_it_shows(command: str, answer: str) -> None:
    program, *arguments = shlex.split(command)
    result = CliRunner().invoke(main, arguments)
    assert ("timeline", answer) == (program, result.stdout)


def test_the_readmes_python_prints_what_it_shows(capsys: pytest.CaptureFixture[str]) -> None:
    text = section("README.md", "From Python")
    [code] = blocks(text, "python")
    [shown] = blocks(text, "text")
    exec(compile(code, "README.md", "exec"), {})
    assert shown == capsys.readouterr().out


def test_the_readmes_article_and_settings_make_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = section("README.md", "Your own articles")
    [article], [settings] = blocks(text, "markdown"), blocks(text, "yaml")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "harbour.md").write_text(article, "utf-8")
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["build", "--strict"])
    assert (0, "") == (result.exit_code, result.stderr)
    published = json.loads((tmp_path / "site" / "timeline.json").read_text("utf-8"))
    assert ["2015-08-09", "2015-08-11"] == [event["start"] for event in published["events"]]


def test_the_readmes_looks_can_be_chosen_so_and_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = section("README.md", "Its looks")
    [settings] = blocks(text, "yaml")
    write_article(tmp_path, "harbour", "They met last week.")
    (tmp_path / "brand").mkdir()
    for name in re.findall(r"brand/([\w.]+)", settings):
        (tmp_path / "brand" / name).touch()
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["build", "--strict"])
    assert (0, "") == (result.exit_code, result.stderr)
    [named] = re.findall(r"The colours are (.*?)\.", text, re.DOTALL)
    assert list(LIGHT) == re.findall("`(.*?)`", named)


def test_the_readmes_corrections_can_be_written_so() -> None:
    text = section("README.md", "When a date is wrong")
    [markdown], [yaml] = blocks(text, "markdown"), blocks(text, "yaml")
    said = parse_corrections(yaml)
    assert ((), set(Kind)) == (said.problems, {entry.kind for entry in said.entries})
    found = read_times(article("a", markdown))
    assert ([("last week", "2015-W32")], ()) == (values(found.resolutions), found.problems)
    [forms] = re.findall(r"Dates are written (.*?)\.", text, re.DOTALL)
    assert [] == [form for form in re.findall("`(.*?)`", forms) if written_value(form) is None]


def test_a_language_is_one_file_in_a_folder(tmp_path: Path) -> None:
    text = section("CONTRIBUTING.md", "A language")
    [toml] = blocks(text, "toml")
    (tmp_path / "eo.toml").write_text(toml, "utf-8")
    locale = load_locale("eo", folder=tmp_path)
    for phrase, expected, actual in examples(locale, ""):
        assert expected == actual, phrase
    [(command, _)] = consoles(text)
    [sentence] = re.findall(r'"(.*)"', command)
    assert [("hieraŭ", "2013-02-11"), ("antaŭ 3 jaroj", "2010")] == [
        (each.expression.text, each.value and each.value.value) for each in readings(sentence, locale)
    ]
    for words, value in (("hieraŭ", "2013-02-11"), ("antaŭ 3 jaroj", "2010")):
        assert f'"{words}" as {value}' in text.replace("reads ", "")


def test_a_rule_is_one_block_of_a_languages_file(tmp_path: Path) -> None:
    [toml] = blocks(section("CONTRIBUTING.md", "A rule"), "toml")
    [name] = re.findall(r'^name = "(.*)"', toml, re.MULTILINE)
    (tmp_path / "en.toml").write_text((LOCALES / "en.toml").read_text("utf-8") + "\n" + toml, "utf-8")
    shown = examples(load_locale("en", folder=tmp_path), name)
    assert shown
    for phrase, expected, actual in shown:
        assert expected == actual, phrase


def test_a_word_is_one_entry_of_its_class(tmp_path: Path) -> None:
    [toml] = blocks(section("CONTRIBUTING.md", "A word"), "toml")
    [heading, entry] = toml.splitlines()
    source = (LOCALES / "en.toml").read_text("utf-8")
    assert f"\n{heading}\n" in source
    key, _, words = entry.partition(" = ")
    changed, count = re.subn(
        rf"(?m)(^{re.escape(heading)}\n(?:(?!\[).*\n)*?){re.escape(key)} += .*", rf"\g<1>{entry}", source
    )
    assert count == 1
    (tmp_path / "en.toml").write_text(changed, "utf-8")
    locale = load_locale("en", folder=tmp_path)
    for word in re.findall(r'"(.*?)"', words):
        [reading] = readings(f"in {word} 2012", locale)
        assert reading.value is not None
        assert f"2012-{int(key):02}" == reading.value.value


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_links_to_is_there(document: str) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)\)", (ROOT / document).read_text("utf-8"))
    assert [] == [target for target in targets if not (ROOT / document).parent.joinpath(target).exists()]


def test_what_the_architecture_sends_to_is_there() -> None:
    paths = re.findall(r"`([\w./]+)` \|$", section("ARCHITECTURE.md", "To change X, open Y"), re.MULTILINE)
    assert len(paths) > 10
    assert [] == [path for path in paths if not (ROOT / path).exists()]


@pytest.mark.parametrize(
    "package", ["clauses", "grammar", "markup", "picture", "site", "store", "tellings", "temporal"]
)
def test_a_package_that_lists_its_modules_names_each_of_them(package: str) -> None:
    folder = ROOT / "timeline" / package
    listed = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
    named = set(re.findall(r"`(\w+)`", listed))
    modules = {path.stem for path in folder.glob("*.py")} | {path.parent.name for path in folder.glob("*/__init__.py")}
    assert modules - {"__init__"} == named


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_make_target_that_a_document_names_is_there(document: str) -> None:
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", (ROOT / document).read_text("utf-8"), re.MULTILINE))
    known = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set() == named - known
