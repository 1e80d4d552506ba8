"""The direction of the imports: what ARCHITECTURE.md lists is what the code does."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = [
    re.findall(r"`(timeline/[^`]*)`", item)
    for item in re.findall(r"^\d+\. (.*\n(?: +.*\n)*)", (ROOT / "ARCHITECTURE.md").read_text("utf-8"), re.MULTILINE)
]
CLOCKS = {"datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time", "time.time_ns"}
PRIVATE_PACKAGES = {
    "dateparser": ("timeline/publication_dates.py",),
    "mkdocs": ("timeline/site/",),
    "click": ("timeline/cli/",),
}
"""Packages that only these parts may import."""


def modules(root: Path) -> dict[str, Path]:
    """Every module of the package: "temporal/operators" and its file."""
    package = root / "timeline"
    return {
        path.relative_to(package).with_suffix("").as_posix().removesuffix("/__init__"): path
        for path in sorted(package.rglob("*.py"))
    }


def layer(path: str, layers: list[list[str]]) -> int:
    """Where a file stands in the list."""
    for number, parts in enumerate(layers):
        if any(path == part or (part.endswith("/") and path.startswith(part)) for part in parts):
            return number
    raise AssertionError(f"{path} is in no layer; add it to the list in ARCHITECTURE.md")


def imported(path: Path) -> Iterator[str]:
    """Every name that a file imports, whole: "timeline.prose.Span", also inside functions."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno}: write the import from `timeline` on"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def graph(root: Path) -> dict[str, set[str]]:
    """Which modules of the package each one imports."""
    known = modules(root)
    return {
        name: {target for each in imported(path) if (target := _module_of(each, known)) and target != name}
        for name, path in known.items()
    }


def _module_of(name: str, known: dict[str, Path]) -> str | None:
    parts = name.split(".")
    if parts[0] != "timeline":
        return None
    for length in range(len(parts), 1, -1):
        if (module := "/".join(parts[1:length])) in known:
            return module
    return "__init__"


def faults(root: Path, layers: list[list[str]]) -> list[str]:
    """Each import that goes the wrong way, in words."""
    known = modules(root)
    place = {name: layer(path.relative_to(root).as_posix(), layers) for name, path in known.items()}
    imports = graph(root)
    wrong = [
        f"{name} imports {target}, which comes later"
        for name, targets in imports.items()
        for target in sorted(targets)
        if place[target] > place[name]
    ]
    wrong += [
        f"{name} imports {target}, but no format knows another"
        for name, targets in imports.items()
        for target in sorted(targets)
        if name.startswith("exports/") and target.startswith("exports/")
    ]
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        circle = error.args[1][:0:-1]
        first = circle.index(min(circle))
        wrong.append(f"a circle: {' imports '.join([*circle[first:], *circle[: first + 1]])}")
    return wrong


def test_modules_import_only_from_earlier_layers() -> None:
    assert faults(ROOT, LAYERS) == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"temporal/operators.py": "from timeline.tagging import tag", "tagging.py": ""},
            ["temporal/operators imports tagging, which comes later"],
            id="a later layer",
        ),
        pytest.param(
            {"temporal/operators.py": "def lazy():\n    import timeline.tagging", "tagging.py": ""},
            ["temporal/operators imports tagging, which comes later"],
            id="a later layer inside a function",
        ),
        pytest.param(
            {"tagging.py": "from timeline.resolving import x", "resolving.py": "from timeline import tagging"},
            ["a circle: resolving imports tagging imports resolving"],
            id="a circle within a layer",
        ),
        pytest.param(
            {"exports/csv.py": "from timeline.exports.json_document import x", "exports/json_document.py": ""},
            ["exports/csv imports exports/json_document, but no format knows another"],
            id="a format that knows another",
        ),
        pytest.param(
            {"tagging.py": "from timeline.temporal.operators import Last\nimport re", "temporal/operators.py": ""},
            [],
            id="the right way",
        ),
    ],
)
def test_an_import_the_wrong_way_is_named(tmp_path: Path, files: dict[str, str], expected: list[str]) -> None:
    for name, source in files.items():
        path = tmp_path / "timeline" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, "utf-8")
    assert expected == faults(tmp_path, LAYERS)


@pytest.mark.parametrize("package", PRIVATE_PACKAGES)
def test_a_package_is_imported_only_where_it_belongs(package: str) -> None:
    importers = {
        path.relative_to(ROOT).as_posix()
        for path in modules(ROOT).values()
        if any(name.split(".")[0] == package for name in imported(path))
    }
    assert [] == sorted(path for path in importers if not path.startswith(PRIVATE_PACKAGES[package]))


def test_the_packages_that_are_imported_are_those_that_are_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    groups = {"": project["dependencies"], **project["optional-dependencies"]}
    declared = {
        re.split(r"[<>=]", requirement)[0].lower()
        for group, requirements in groups.items()
        for requirement in requirements
        if group != "dev"
    }
    provided = packages_distributions()
    tops = {name.split(".")[0] for path in modules(ROOT).values() for name in imported(path)}
    used = {
        provided[top][0].lower().replace("resvg_py", "resvg-py")
        for top in tops - {*sys.stdlib_module_names, "timeline"}
    }
    used_by_others = {"tzdata", "lxml_html_clean"}  # by zoneinfo, by trafilatura
    assert sorted(declared - used_by_others) == sorted(used)


def test_nothing_asks_the_clock() -> None:
    asked = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)}"
        for path in modules(ROOT).values()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and ".".join(ast.unparse(node).split(".")[-2:]) in CLOCKS
    ]
    assert [] == asked


def test_the_list_names_each_part_once_and_none_that_is_not_there() -> None:
    parts = [part for parts in LAYERS for part in parts]
    assert sorted(set(parts)) == sorted(parts)
    assert [] == [part for part in parts if not (ROOT / part).exists()]
    assert len(LAYERS) > 9
