"""Which articles were added before, by a list in the content folder: what an editor deletes stays deleted.

The list stands beside the articles and not in `.timeline/`, which may be deleted at any time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from timeline.content_files import ArticleFile, read_bytes

NAME: Final = ".added"
_HEAD = """\
# What `timeline add` has added: an article whose file you delete is not added again.
# To have one added again delete its line here, or say --again.
"""
_LINE = re.compile(rb"^([0-9a-f]{16}) (\S.*?)\r?$", re.M)
_LARGEST = 100_000_000


def read_added(content: Path) -> dict[str, str]:
    """The files that articles were first written into, by the keys of the articles.

    Raises:
        ArticleError: it is no list that can be read.
    """
    path = content / NAME
    if not path.exists():
        return {}
    data = read_bytes(ArticleFile(PurePosixPath(path), path), _LARGEST)
    return {key.decode(): name.decode("utf-8", "replace") for key, name in _LINE.findall(data)}


def keep_added(content: Path, added: Mapping[str, str]) -> None:
    """Write the list, sorted by files, so that versions of it can be compared and joined."""
    lines = (f"{key} {name}\n" for key, name in sorted(added.items(), key=lambda each: each[::-1]))
    replace_file(content / NAME, (_HEAD + "".join(lines)).encode("utf-8", "replace"))


def replace_file(path: Path, data: bytes) -> None:
    """Write a file in one step, its folder as well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name.lstrip('.')}.new")
    fresh.write_bytes(data)
    fresh.replace(path)
