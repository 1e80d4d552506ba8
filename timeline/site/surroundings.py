"""In what a step of a build goes on: who is told of its failures, what time it is, and that nobody looks for garbage."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Final

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
def dated(newest: datetime | None) -> Iterator[None]:
    """MkDocs' themes are told that the newest article's moment is now, so that no page hangs on the clock.

    `SOURCE_DATE_EPOCH`, where it is set, goes before.
    """
    given = EPOCH in os.environ
    if not given:
        moment = (newest or datetime.fromtimestamp(0, UTC)).replace(tzinfo=UTC)
        os.environ[EPOCH] = str(max(0, int(moment.timestamp())))
    try:
        yield
    finally:
        if not given:
            os.environ.pop(EPOCH, None)


EPOCH: Final = "SOURCE_DATE_EPOCH"


@contextmanager
def without_collecting() -> Iterator[None]:
    """Python looks for no garbage meanwhile: nearly all that is made is needed to the end, and is looked at in vain.

    Nor is it looked at afterwards, until the next build of the same process begins, or somebody has time to.
    """
    was_on = gc.isenabled()
    gc.disable()
    collect()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def collect() -> None:
    """Let go of what the last build made, if nobody has since."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
