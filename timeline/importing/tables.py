"""Articles in tables, one a row: CSV and Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from timeline.content_files import decode
from timeline.errors import ArticleError, TimelineError, UsageError
from timeline.extras import require
from timeline.importing.found import Found, how_to_map, read_record

_FIELD = 5_000_000
"""Characters of the longest cell."""


def read_csv(data: bytes, place: str, columns: Mapping[str, str], key: str = "") -> Iterator[Found]:
    """The articles of a table in CSV, whose first row names the columns.

    Raises:
        UsageError: a column of `columns` is not there.
    """
    yield from _articles(_rows(decode(data), place), place, key, columns)


_Row = tuple[str, Mapping[str, object] | ArticleError]
"""Where a row stands, and its cells by their columns; or what is wrong with it."""


def _rows(text: str, place: str) -> Iterator[_Row]:
    """The rows of a table in CSV, each by the line on which it begins."""
    csv.field_size_limit(_FIELD)
    head = text[: text.find("\n") + 1 or len(text)]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t|", key=head.count), strict=True)
    names: list[str] | None = None
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            remedy = "close its quotation marks"
            yield "", ArticleError(f"no CSV from here on: {error}", path=place, line=line, remedy=remedy)
            return
        if cells is None:
            return
        if not any(map(str.strip, cells)):
            continue
        if names is None:
            names = cells
        elif len(cells) > len(names):
            remedy = "put text with the delimiter in it in quotation marks"
            yield "", ArticleError("has more cells than there are columns", path=place, line=line, remedy=remedy)
        else:
            yield f"{place}:{line}", dict(zip_longest(names, cells, fillvalue=""))


def read_parquet(data: bytes, place: str, columns: Mapping[str, str], key: str = "") -> Iterator[Found]:
    """The articles of a table in Parquet.

    Raises:
        UsageError: pyarrow is not installed, or a column of `columns` is not there.
    """
    require("parquet", "Parquet cannot be read", "pyarrow")
    import pyarrow
    from pyarrow.parquet import ParquetFile

    try:
        file = ParquetFile(io.BytesIO(data))
        rows = [row for batch in file.iter_batches() for row in batch.to_pylist()]
    except (pyarrow.ArrowException, ValueError, OSError) as error:
        yield ArticleError(f"no Parquet ({type(error).__name__})", path=place, remedy="write it anew")
        return
    numbered = ((f"{place}: row {number}", row) for number, row in enumerate(rows, 1))
    yield from _articles(numbered, place, key, columns)


def _articles(rows: Iterable[_Row], place: str, key: str, columns: Mapping[str, str]) -> Iterator[Found]:
    """The articles of rows; where no column holds the text that is said once, and no row is read."""
    checked = False
    for where, row in rows:
        if isinstance(row, ArticleError):
            yield row
            continue
        if not checked:
            _check([*row], columns, place)
            if remedy := how_to_map("text", row, columns):
                yield ArticleError("no column is known to hold the text", path=place, remedy=remedy)
                return
            checked = True
        try:
            yield read_record(row, where, key, columns)
        except TimelineError as error:
            yield error


def _check(names: Sequence[str], columns: Mapping[str, str], place: str) -> None:
    known = {name.strip().lower() for name in names}
    for column in columns.values():
        if column.strip().lower() not in known:
            raise UsageError(f'no column "{column}"', path=place, remedy=f"use one of {', '.join(names)}")
