"""Work shared out to many processes in batches, of which only a few are under way at once, and answered in its order.

A batch is plain data and what is done with it a module's own function, so that any `concurrent.futures.Executor` will
do: processes of this machine, or those of a cluster.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from typing import TypeVar

from timeline.errors import WorkerError

Item = TypeVar("Item")
Result = TypeVar("Result")


def worker_processes(number: int) -> ProcessPoolExecutor:
    """That many processes of this machine."""
    return ProcessPoolExecutor(number, initializer=leave_interrupts_to_the_parent)


def processors() -> int:
    """How many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared(
    executor: Executor,
    batches: Iterable[Sequence[Item]],
    work: Callable[[Sequence[Item]], list[Result]],
    place_of: Callable[[Item], object],
    ahead: int = 4,
) -> Iterator[Result]:
    """What the work makes of each item, in their order; at most `ahead` batches are under way.

    Two batches for each worker keep them all at work. `place_of` names an item where a worker dies.

    Raises:
        WorkerError: one of the executor's workers died; the results before those it names are given.
    """
    under_way: deque[tuple[Sequence[Item], Future[list[Result]]]] = deque()

    def first() -> list[Result]:
        try:
            results = under_way[0][1].result()
        except BrokenExecutor:
            # Of several batches under way nobody can tell which one it died of.
            one, other = place_of(under_way[0][0][0]), place_of(under_way[-1][0][-1])
            raise WorkerError(
                f"a worker process died on one of the texts from {one} to {other}",
                remedy="those before are answered; try with fewer workers, which need less memory",
            ) from None
        under_way.popleft()
        return results

    try:
        for batch in batches:
            under_way.append((batch, _submitted(executor, work, batch)))
            while under_way and (len(under_way) >= ahead or under_way[0][1].done()):
                yield from first()
        while under_way:
            yield from first()
    finally:
        for _, future in under_way:
            future.cancel()


def _submitted(
    executor: Executor, work: Callable[[Sequence[Item]], list[Result]], batch: Sequence[Item]
) -> Future[list[Result]]:
    """The batch handed over; if there is nobody left to take it, that is told when its turn has come."""
    try:
        return executor.submit(work, batch)
    except BrokenExecutor as error:
        refused: Future[list[Result]] = Future()
        refused.set_exception(error)
        return refused


def leave_interrupts_to_the_parent() -> None:
    """What a process does first that only works: who started it says when all ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
