"""The files of a site, brought forward from those of an earlier one: what is the same is not written again.

The site that is served is never touched. Next to it lies the one that was served before; files that have the marks
wanted stay there, or are linked from the one that is served, and only the rest is written.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from timeline.progress import Progress, silent
from timeline.store.database import Store

if TYPE_CHECKING:
    from timeline.site.sheets import Sheet

_KIND: Final = "tree"


class Kept(NamedTuple):
    """A file that was written: what it was made of, and how it looked then."""

    mark: bytes
    size: int
    changed: int


class Tree:
    """The site that a build makes, in a folder where an earlier one may lie."""

    def __init__(self, folder: Path, served: Path, store: Store) -> None:
        self.folder, self.served, self.store = folder, served, store
        self.found = dict(_walk(folder))
        record = _record(self.store, self.served, folder)
        self.here = {address: kept for address, kept in record.items() if self.found.get(address) == kept[1:]}
        """What lies in the folder as it was written."""
        self.there = _record(self.store, self.served, served)
        """What was written into the site that is served."""
        self.files: dict[str, Kept] = {}
        self.written: list[str] = []
        """The addresses of those that were not there."""

    def bring_forward(self, sheets: Iterable[Sheet], progress: Progress = silent) -> list[str]:
        """Put files there, made only where none is made of the same; their addresses."""
        addresses = []
        for sheet in sheets:
            if not self.keep(sheet.address, sheet.mark):
                text = sheet.make()
                self.write(
                    sheet.address, sheet.mark, text.encode("utf-8", "replace") if isinstance(text, str) else text
                )
                progress("files written", len(self.written), 0)
            addresses.append(sheet.address)
        return addresses

    def keep(self, address: str, mark: bytes) -> bool:
        """Take a file over that was made of the same; False where there is none."""
        kept = self.here.get(address)
        if kept is None or kept.mark != mark:
            kept = self._linked(address, mark)
        if kept is not None:
            self.files[address] = kept
        return kept is not None

    def write(self, address: str, mark: bytes, data: bytes) -> None:
        """Put a file there."""
        path = self._free(address)
        path.write_bytes(data)
        self._note(address, mark, path)
        self.written.append(address)

    def adopt(self, folder: Path) -> None:
        """Move all files of another folder there."""
        for address in sorted(dict(_walk(folder))):
            found = folder / address
            mark = blake2b(found.read_bytes(), digest_size=16).digest()
            if not self.keep(address, mark):
                path = self._free(address)
                found.replace(path)
                self._note(address, mark, path)
                self.written.append(address)

    def finish(self) -> None:
        """Remove what is no part of this site, and keep in the store what is."""
        for address in self.found.keys() - self.files.keys():
            path = self.folder / address
            with suppress(FileNotFoundError, NotADirectoryError):
                path.unlink()
            _remove_empty(path.parent, self.folder)
        own = f"{self.served}\n"
        gone = {
            name
            for name in self.store.names(_KIND)
            if name.startswith(own) or not Path(name.partition("\n")[0]).exists()
        }
        self.store.forget(_KIND, gone - {_name(self.served, self.served)})
        self.store.keep(_KIND, [(_name(self.served, self.folder), msgspec.msgpack.encode(self.files))])

    def _linked(self, address: str, mark: bytes) -> Kept | None:
        """The file of the site that is served, if it is made of the same and still as it was written."""
        kept, source = self.there.get(address), self.served / address
        if kept is None or kept.mark != mark or _look(source) != kept[1:]:
            return None
        path = self._free(address)
        try:
            os.link(source, path)
        except OSError:  # another file system, or one without links
            shutil.copyfile(source, path)
            look = _look(path)
            return None if look is None else Kept(mark, *look)
        return kept

    def _free(self, address: str) -> Path:
        """The place of a file, where nothing stands now."""
        path = self.folder / address
        try:
            path.unlink(missing_ok=True)
            path.parent.mkdir(parents=True, exist_ok=True)
        except (IsADirectoryError, PermissionError):
            shutil.rmtree(path)
        except (FileExistsError, NotADirectoryError):
            for parent in path.relative_to(self.folder).parents:
                if (self.folder / parent).is_file():
                    (self.folder / parent).unlink()
            path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def _note(self, address: str, mark: bytes, path: Path) -> None:
        found = path.stat()
        self.files[address] = Kept(mark, found.st_size, found.st_mtime_ns)


def is_as_written(published: Path, store: Store) -> bool:
    """Whether the site that is published is the one that was written, file by file."""
    served = Path(os.path.realpath(published))
    record = _record(store, served, served)
    there = {address: look for address, look in _walk(served) if not address.startswith(".")} if record else {}
    return bool(record) and there == {address: (kept.size, kept.changed) for address, kept in record.items()}


def _record(store: Store, served: Path, folder: Path) -> dict[str, Kept]:
    """What the store knows of a folder."""
    data = store.piece(_KIND, _name(served, folder))
    with suppress(msgspec.MsgspecError):
        if data is not None:
            return msgspec.msgpack.decode(data, type=dict[str, Kept])
    return {}


def _name(served: Path, folder: Path) -> str:
    """By which a folder is known, wherever it is moved to."""
    found = folder.stat() if folder.exists() else None
    return f"{served}\n{found.st_dev}:{found.st_ino}" if found else ""


def _walk(folder: Path) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """Every file below a folder by its address, and how it looks; None for what is no plain file."""
    pending = [""]
    while pending:
        above = pending.pop()
        with os.scandir(folder / above) as entries:
            for entry in entries:
                address = f"{above}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    pending.append(f"{address}/")
                else:
                    found = entry.stat(follow_symlinks=False)
                    plain = entry.is_file(follow_symlinks=False)
                    yield address, (found.st_size, found.st_mtime_ns) if plain else None


def _look(path: Path) -> tuple[int, int] | None:
    try:
        found = path.lstat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _remove_empty(folder: Path, root: Path) -> None:
    with suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent
