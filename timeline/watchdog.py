"""That nothing takes for ever: work is broken off that takes more than so many seconds of this process's CPU."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN = 0.5
"""Seconds after which it is broken off once more, where something took the first time for a failure of its own."""


class TooLong(BaseException):
    """Work was broken off; no `Exception`, so that nobody takes it for a failure that was to be expected."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Break off what takes longer, where the system can: in the main thread of a process, and not on Windows.

    Seconds of CPU count, so that it makes no difference what else the machine does, or whether it sleeps.

    Raises:
        TooLong: it took longer.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _break_off)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _break_off(number: int, frame: FrameType | None) -> None:
    raise TooLong
