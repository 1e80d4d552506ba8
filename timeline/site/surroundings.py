"""In what a step of a build goes on: who is told of its failures, and that nobody looks for garbage meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.exceptions import PluginError

from timeline.errors import TimelineError, printable


@contextmanager
def told_to_mkdocs() -> Iterator[None]:
    """Failures that a person can mend end MkDocs with their message instead of a traceback."""
    try:
        yield
    except TimelineError as error:
        raise PluginError(printable(str(error))) from error


@contextmanager
def without_collecting() -> Iterator[None]:
    """Python looks for no garbage meanwhile: nearly all that is made is needed to the end, and is looked at in vain.

    Nor is it looked at afterwards, until the next build of the same process begins.
    """
    was_on = gc.isenabled()
    gc.disable()
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
