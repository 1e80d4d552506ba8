"""`timeline new`: a project that builds at once, whose every line is explained."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from timeline.cli import main
from timeline.starting import FILES


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["new", "mine"])
    assert 0 == result.exit_code, result.output
    assert [f"mine/{name}" for name in FILES] == result.stdout.split()
    monkeypatch.chdir(tmp_path / "mine")
    return tmp_path / "mine"


def test_it_builds_at_once_and_has_nothing_to_mend(project: Path) -> None:
    result = CliRunner().invoke(main, ["build", "--strict"])
    assert 0 == result.exit_code, result.output
    page = (project / "site/index.html").read_text("utf-8")
    assert "The harbour of Lakeview was closed" in page
    assert "2015-08-11" in page
    checked = CliRunner().invoke(main, ["check"])
    assert "skipped" not in checked.stdout


def test_its_workflow_is_well_formed_and_uses_verbs_that_there_are(project: Path) -> None:
    text = (project / ".github/workflows/timeline.yml").read_text("utf-8")
    workflow = yaml.safe_load(text)
    steps = [step["run"] for step in workflow["jobs"]["build"]["steps"] if "run" in step]
    verbs = {run.split()[1] for run in steps if run.startswith("timeline ")}
    assert {"check", "build"} == verbs
    assert verbs <= set(main.commands)
    assert workflow[True]["schedule"]  # YAML 1.1 reads `on` as true


@pytest.mark.parametrize("name", ["mkdocs.yml", "corrections.yml", "content/harbour/2015-08-14-floods.md"])
def test_every_setting_is_explained(project: Path, name: str) -> None:
    lines = (project / name).read_text("utf-8").split("\n")
    if name.endswith(".md"):
        lines = lines[1 : lines.index("---", 1)]
    explained = False
    for line in lines:
        if not line.strip():
            explained = False
        elif line.lstrip().startswith("#"):
            explained = True
        else:
            assert explained or line.endswith(("plugins:", "- timeline:")), line


def test_nothing_is_written_over(project: Path) -> None:
    config = project / "mkdocs.yml"
    config.write_text("mine", "utf-8")
    result = CliRunner().invoke(main, ["new", "."])
    assert 2 == result.exit_code
    assert "mkdocs.yml: is there already; name another folder, or move it away" in result.output
    assert "mine" == config.read_text("utf-8")
    assert 2 == CliRunner().invoke(main, ["new", "mkdocs.yml"]).exit_code
