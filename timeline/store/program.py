"""Which program this is: what another one found out is not believed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
_LIBRARIES = ("dateparser", "jinja2", "markdown-it-py", "markupsafe", "mkdocs", "msgspec", "nh3", "polib", "tzdata")
"""Those that have a say in what comes out."""


@cache
def program() -> str:
    """A name for the program as it is: its own code and rules, Python, and the libraries it asks."""
    said = blake2b(sys.version.encode(), digest_size=16)
    for name in _LIBRARIES:
        said.update(f"{name} {_version(name)}\n".encode())
    for path in sorted(_files(PACKAGE)):
        said.update(f"{path.relative_to(PACKAGE).as_posix()}\n".encode())
        said.update(blake2b(path.read_bytes(), digest_size=16).digest())
    return said.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """The code and the rules, without what Python makes of them."""
    return (path for path in folder.rglob("*") if path.suffix in (".py", ".toml", ".txt", ".po"))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
