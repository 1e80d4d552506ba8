"""How long the libraries may take that only some sources need."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from functools import partial
from typing import Final, ParamSpec, Self, TypeVar

from timeline.errors import ArticleError
from timeline.workers import leave_interrupts_to_the_parent

SECONDS: Final = 10
"""Of the processor's time that one source may take: real pages take less than one."""

P = ParamSpec("P")
R = TypeVar("R")


class Watchdog:
    """Runs functions in another process, and ends it when one takes too long, in whatever it is."""

    def __init__(self, seconds: int = SECONDS) -> None:
        self.seconds = seconds
        self._process: ProcessPoolExecutor | None = None

    def run(self, function: Callable[P, R], *arguments: P.args, **named: P.kwargs) -> R:
        """What a module's own function gives, or raises.

        Raises:
            ArticleError: it takes too long, or more memory than there is.
        """
        if self._process is None:
            context = multiprocessing.get_context("spawn")
            self._process = ProcessPoolExecutor(1, context, initializer=leave_interrupts_to_the_parent)
        try:
            return self._process.submit(_limited, self.seconds, partial(function, *arguments, **named)).result()
        except BrokenExecutor:
            self.close()
            raise ArticleError(
                f"takes longer than {self.seconds} seconds to read", remedy="save the article alone, or its text"
            ) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process; the next function begins another."""
        if self._process is not None:
            self._process.shutdown(cancel_futures=True)
            self._process = None


def _limited(seconds: int, function: Callable[[], R]) -> R:
    if not hasattr(signal, "setitimer"):  # Windows has no such alarm
        return function()
    # Left to the system, the signal ends the process even in the middle of a library's compiled code.
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        return function()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
