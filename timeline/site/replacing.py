"""Putting a whole directory in another's place in one step.

Whoever reads the published site sees the old one or the new one, never a mixture, whenever the
build is killed and whatever goes wrong in it.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from timeline.errors import TimelineError, UsageError

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100
_NO_EXCHANGE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)
"""What the kernel or a file system answers that cannot exchange two names."""


@contextmanager
def replacing(published: Path, wait: float = 60, spare: Path | None = None) -> Iterator[Path]:
    """A fresh directory that takes the place of `published` when the block ends, and is gone if it raises.

    A symbolic link stays as it is; the directory that it leads to is replaced. Top-level entries
    whose names begin with a dot (`.git`, `.nojekyll`) are carried over, as MkDocs keeps them.
    Another build of the same directory is waited for, up to `wait` seconds.

    With a `spare`, what is replaced lies there afterwards, and is what the next fresh directory begins with: there
    is no need to write the same again, and none to remove thousands of files.

    Raises:
        UsageError: something stands there that cannot be replaced.
        TimelineError: another build goes on for too long.
    """
    target = Path(os.path.realpath(published))
    _refuse_unreplaceable(published, target)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh, aside = (target.with_name(f".{target.name}.{role}") for role in ("building", "old"))
    with _only_one_build(target, wait):
        _recover(target, fresh, aside, spare)
        if spare is None or not _moved(spare, fresh):
            fresh.mkdir()
        try:
            yield fresh
            _carry_over(target, fresh)
            _put_in_place(fresh, target, aside)
        finally:
            # What was served lies in one of them now; after a failure, what was begun with.
            _put_aside((fresh, aside), spare)


def _put_aside(places: Iterable[Path], spare: Path | None) -> None:
    for place in places:
        if spare is None or spare.exists() or not _moved(place, spare):
            shutil.rmtree(place, ignore_errors=True)


def _moved(one: Path, other: Path) -> bool:
    """Whether a directory could be moved to another name."""
    try:
        one.rename(other)
    except OSError:
        return False
    return True


def _refuse_unreplaceable(published: Path, target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise UsageError("is a file, and the site is a directory", path=published, remedy="set site_dir to a directory")
    if target.is_mount() or target == Path.cwd() or target in Path.cwd().parents:
        raise UsageError(
            "cannot be replaced as a whole", path=published, remedy="set site_dir to a directory of its own below it"
        )


@contextmanager
def _only_one_build(target: Path, wait: float) -> Iterator[None]:
    path = target.with_name(f".{target.name}.lock")
    lock = FileLock(path)
    try:
        lock.acquire(timeout=wait)
    except Timeout:
        raise TimelineError(
            f"another build{_holder(path)} is writing this directory", path=target, remedy="wait until it has ended"
        ) from None
    try:
        path.write_text(f"{os.getpid()}\n")
        yield
    finally:
        # Removed while it is still held: who waits for it sees that it is gone and takes a new one.
        path.unlink(missing_ok=True)
        lock.release()


def _holder(lock: Path) -> str:
    with suppress(OSError, ValueError):
        return f" (process {int(lock.read_text())})"
    return ""


def _recover(target: Path, fresh: Path, aside: Path, spare: Path | None) -> None:
    """Clear away what a killed build left behind."""
    if aside.exists() and not target.exists():
        aside.rename(target)
    _put_aside((fresh, aside), spare)


def _carry_over(target: Path, fresh: Path) -> None:
    if not target.exists():
        return
    for entry in sorted(target.iterdir()):
        if not entry.name.startswith(".") or (fresh / entry.name).exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, fresh / entry.name, symlinks=True)
        else:
            shutil.copy2(entry, fresh / entry.name, follow_symlinks=False)


def _put_in_place(fresh: Path, target: Path, aside: Path) -> None:
    if not target.exists():
        fresh.rename(target)
    elif not _exchange(fresh, target):
        # Two renames: between them nothing is published. Where the system knows no exchange, this
        # is the shortest gap there is, and `_recover` closes it after a kill.
        target.rename(aside)
        try:
            fresh.rename(target)
        except BaseException:
            aside.rename(target)
            raise


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step; False where the system cannot."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if renameat2 is None:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NO_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))
