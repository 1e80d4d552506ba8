"""Many texts: answered in their order by one process or many, never more of them under way than was asked for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from timeline.batching import Answer, Defaults, Form, answer_texts
from timeline.cli import main
from timeline.errors import WorkerError
from timeline.importing.texts import SourceText, read_lines
from timeline.workers import worker_processes

LAST_WEEK = {"published": "2015-08-14", "text": "Kerry met Lavrov last week."}
BATCH = 256
"""Texts of the largest batch."""


def lines(count: int, **fields: object) -> list[SourceText]:
    """That many lines of JSON with their numbers as ids."""
    return [
        SourceText("articles.jsonl", number, json.dumps({"id": number, **LAST_WEEK, **fields}).encode())
        for number in range(1, count + 1)
    ]


def mixed(count: int) -> list[SourceText]:
    """Lines of which some cannot be read, as the first and the last of a batch too."""
    pieces = lines(count)
    for number in (1, BATCH, BATCH + 1, count):
        pieces[number - 1] = SourceText("articles.jsonl", number, b"no JSON")
    return pieces


def ids(answers: list[Answer]) -> list[int]:
    return [json.loads(answer.content)["id"] for answer in answers if not answer.problem]


class Late(Future[Any]):
    """Is not known to be done until it is waited for."""

    def done(self) -> bool:
        return False


class Here(Executor):
    """Does the work itself as soon as it is handed over, up to the batch at which something happens."""

    def __init__(self, *, idle_from: int = 99, dies_at: int = 99, refuses_at: int = 99) -> None:
        self.submitted = 0
        self.futures: list[Late] = []
        self.idle_from, self.dies_at, self.refuses_at = idle_from, dies_at, refuses_at

    def submit(self, work: Callable[..., Any], /, *arguments: Any, **options: Any) -> Future[Any]:
        self.submitted += 1
        if self.submitted >= self.refuses_at:
            raise BrokenExecutor("nobody is left")
        future = Late()
        if self.submitted >= self.dies_at:
            future.set_exception(BrokenExecutor("a worker died"))
        elif self.submitted < self.idle_from:
            future.set_result(work(*arguments, **options))
        self.futures.append(future)
        return future


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize(
    "executor",
    [
        pytest.param(lambda: worker_processes(2), id="processes"),
        pytest.param(lambda: ThreadPoolExecutor(3), id="threads"),
        pytest.param(Here, id="one that is neither"),
    ],
)
@pytest.mark.parametrize("ahead", [1, 3])
def test_answers_and_their_order_do_not_depend_on_who_does_the_work(
    executor: Callable[[], Executor], form: Form, ahead: int
) -> None:
    pieces = mixed(3 * BATCH)
    alone = list(answer_texts(pieces, form=form))
    with executor() as workers:
        assert alone == list(answer_texts(pieces, workers, form=form, ahead=ahead))
    assert [1, BATCH, BATCH + 1, 3 * BATCH] == [number for number, each in enumerate(alone, 1) if each.problem]
    assert all(answer.content for answer in alone if not answer.problem)


def test_what_the_texts_do_not_say_is_taken_from_the_defaults() -> None:
    bare = SourceText("in", 1, b'{"text": "Sie kamen letzte Woche."}')
    own = SourceText("in", 2, b'{"text": "They came last week.", "language": "en", "published": "2015-08-14"}')
    answers = list(answer_texts([bare, own], defaults=Defaults("2013-02-12", "de", "narrative")))
    values = [json.loads(answer.content)["expressions"][0]["value"] for answer in answers]
    assert ["2013-W06", "2015-W32"] == values


@pytest.mark.parametrize("ahead", [1, 2, 5])
def test_no_more_batches_are_under_way_than_was_said(ahead: int) -> None:
    taken = 0

    def endless() -> Iterator[SourceText]:
        nonlocal taken
        while True:
            for piece in lines(BATCH):
                taken += 1
                yield piece

    executor = Here()
    answers = answer_texts(endless(), executor, ahead=ahead)
    for answered in range(1, 4 * BATCH):
        next(answers)
        assert executor.submitted <= (answered - 1) // BATCH + ahead
        assert taken == executor.submitted * BATCH
    answers.close()  # type: ignore[attr-defined]


def test_what_is_done_is_told_without_waiting_for_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Late, "done", Future.done)
    executor = Here()
    next(answer_texts(lines(4 * BATCH), executor, ahead=3))
    assert 1 == executor.submitted


def test_without_an_executor_a_text_is_answered_before_the_next_is_read() -> None:
    taken: list[int] = []
    answers = answer_texts(piece for piece in lines(5) if taken.append(piece.line) is None)  # type: ignore[func-returns-value]
    for number in range(1, 6):
        next(answers)
        assert list(range(1, number + 1)) == taken


@pytest.mark.parametrize(
    ("size", "batches"),
    [pytest.param(100, 1, id="small ones together"), pytest.param(200_000, 10, id="each large one alone")],
)
def test_batches_are_made_by_what_the_texts_weigh(size: int, batches: int) -> None:
    executor = Here()
    assert list(range(1, 11)) == ids(list(answer_texts(lines(10, more="x" * size), executor)))
    assert batches == executor.submitted


def test_what_is_no_longer_wanted_is_not_done() -> None:
    executor = Here(idle_from=2)
    answers = answer_texts(lines(4 * BATCH), executor, ahead=3)
    next(answers)
    answers.close()  # type: ignore[attr-defined]
    assert [False, True, True] == [future.cancelled() for future in executor.futures]


# ---------------------------------------------------------------- workers that die


@pytest.mark.parametrize(
    ("fate", "answered", "named"),
    [
        pytest.param({"dies_at": 1}, 0, (1, 2 * BATCH), id="at once"),
        pytest.param({"dies_at": 3}, 2, (2 * BATCH + 1, 4 * BATCH), id="at work"),
        pytest.param({"dies_at": 5}, 4, (4 * BATCH + 1, 5 * BATCH), id="at the last batch"),
        pytest.param({"refuses_at": 2}, 1, (BATCH + 1, 2 * BATCH), id="before it was asked"),
    ],
)
def test_a_dead_worker_is_named_with_the_texts_it_had(
    fate: dict[str, int], answered: int, named: tuple[int, int]
) -> None:
    given: list[Answer] = []
    answers = answer_texts(lines(5 * BATCH), Here(**fate), ahead=2)
    with pytest.raises(WorkerError) as told:
        given.extend(answers)
    assert list(range(1, answered * BATCH + 1)) == ids(given)
    first, last = named
    assert f"from articles.jsonl:{first} to articles.jsonl:{last}" in str(told.value)
    assert told.value.remedy


class Deadly(bytes):
    """A text that ends the process that takes it."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (7,)


def test_a_process_that_dies_is_named_and_all_before_it_is_answered() -> None:
    pieces = lines(4 * BATCH)
    pieces[3 * BATCH + 5] = pieces[3 * BATCH + 5]._replace(content=Deadly(b"{}"))
    given: list[Answer] = []
    with worker_processes(2) as workers:
        answers = answer_texts(pieces, workers, ahead=1)
        with pytest.raises(WorkerError, match=r"a worker process died .*articles\.jsonl:"):
            given.extend(answers)
    assert list(range(1, 3 * BATCH + 1)) == ids(given)


# ---------------------------------------------------------------- the command


def run(*arguments: str | Path, source: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], input=source, catch_exceptions=False)


def test_two_workers_write_what_one_writes(tmp_path: Path) -> None:
    source = b"\n".join(piece.content for piece in mixed(2 * BATCH) if isinstance(piece.content, bytes))
    one, two = (run("tag", "--workers", workers, source=source) for workers in ("1", "2"))
    assert (1, one.stdout_bytes, one.stderr) == (two.exit_code, two.stdout_bytes, two.stderr)
    assert 2 * BATCH - 4 == len(one.stdout_bytes.splitlines())
    assert 4 == len(one.stderr.splitlines())
    for workers in ("1", "2"):
        run("tag", "--workers", workers, "--format", "tml", "--output", tmp_path / workers, source=source)
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / workers).iterdir()} for workers in ("1", "2")
    )
    assert first == second
    assert 2 * BATCH - 4 == len(first)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_reader_that_has_seen_enough_ends_it_quietly(workers: str, tmp_path: Path) -> None:
    source = tmp_path / "articles.jsonl"
    source.write_bytes(b"\n".join(piece.content for piece in lines(8 * BATCH) if isinstance(piece.content, bytes)))
    command = [sys.executable, "-m", "timeline", "tag", "--workers", workers, str(source)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert b'"id":1,' in process.stdout.readline()
        process.stdout.close()
        assert b"" == process.stderr.read()


# ---------------------------------------------------------------- lines


def test_a_line_beyond_the_limit_is_named_and_none_of_it_kept() -> None:
    stream = BytesIO(b"12345\n" + b"1234567890\n" + b"x" * 35 + b"\n" + b"   \n" + b"last")
    pieces = list(read_lines(stream, "in", limit=11))
    assert [(1, b"12345\n"), (2, b"1234567890\n"), (5, b"last")] == [
        (piece.line, piece.content) for piece in pieces if isinstance(piece.content, bytes)
    ]
    [refused] = [piece for piece in pieces if not isinstance(piece.content, bytes)]
    assert (3, "is longer than 11 bytes; split the text") == (refused.line, str(refused.content))


@pytest.mark.parametrize("kind", ["one word", "one number", "ago ago", "Jan Jan", "2020-01-01", "10:10:10"])
@pytest.mark.parametrize("form", Form)
def test_twice_the_text_takes_twice_the_work_from_line_to_answer(kind: str, form: Form) -> None:
    phrase = {"one word": "a", "one number": "7", "ago ago": "ago ", "Jan Jan": "Jan ", "10:10:10": "10:"}.get(
        kind, f"{kind} "
    )

    def work(length: int) -> int:
        text = phrase * (length // len(phrase))
        piece = SourceText("in", 1, json.dumps({"text": text, "published": "2015-08-14"}).encode())
        calls = 0

        def counted(*_: object) -> None:
            nonlocal calls
            calls += 1

        before = sys.getprofile()
        sys.setprofile(counted)
        try:
            [answer] = answer_texts([piece], form=form)
        finally:
            sys.setprofile(before)
        assert answer.content
        return calls

    work(4000)  # what is remembered is no part of the growth
    assert work(8000) <= 2.1 * work(4000) + 100
