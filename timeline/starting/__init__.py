"""The first files of a project: enough to build at once, every line explained."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from timeline.errors import UsageError

FILES: Final = {
    "mkdocs.yml": "mkdocs.yml",
    "corrections.yml": "corrections.yml",
    "content/harbour/2015-08-14-floods.md": "content/harbour/2015-08-14-floods.md",
    ".github/workflows/timeline.yml": "workflows/timeline.yml",
    ".gitignore": "gitignore",
}
"""Where each file stands in a project, and where it stands here."""


def start_project(folder: Path) -> Iterator[Path]:
    """Write the files into a folder, one after the other; nothing that is there is written over.

    Raises:
        UsageError: one of them is there already, or the folder is a file.
        OSError: it cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError("is a file", path=folder, remedy="name a folder")
    there = [folder / name for name in FILES if (folder / name).exists()]
    if there:
        raise UsageError("is there already", path=there[0], remedy="name another folder, or move it away")
    source = Path(__file__).parent / "files"
    for name, ours in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((source / ours).read_bytes())
        yield path
