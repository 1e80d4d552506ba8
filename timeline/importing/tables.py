"""Articles in tables, one a row: CSV and Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from timeline.content_files import decode
from timeline.errors import ArticleError, TimelineError, UsageError
from timeline.extras import require
from timeline.importing.found import Found, read_record

_FIELD = 5_000_000
"""Characters of the longest cell."""


def read_csv(data: bytes, place: str, columns: Mapping[str, str], key: str = "") -> Iterator[Found]:
    """The articles of a table in CSV, whose first row names the columns.

    Raises:
        UsageError: a column of `columns` is not there.
    """
    text = decode(data)
    csv.field_size_limit(_FIELD)
    head = text[: text.find("\n") + 1 or len(text)]
    delimiter = max(",;\t|", key=head.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    _check(rows.fieldnames or (), columns, place)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield ArticleError(f"no CSV: {error}", path=place, line=rows.line_num, remedy="close its quotation marks")
            return
        if None in row:  # where DictReader puts what has no column
            yield ArticleError(
                "has more cells than there are columns",
                path=place,
                line=rows.line_num,
                remedy="put text with the delimiter in it in quotation marks",
            )
            continue
        values = {name: value for name, value in row.items() if isinstance(name, str)}
        yield _row(values, f"{place}:{rows.line_num}", key, columns)


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
        names = file.schema_arrow.names
        rows = [row for batch in file.iter_batches() for row in batch.to_pylist()]
    except (pyarrow.ArrowException, ValueError, OSError) as error:
        yield ArticleError(f"no Parquet ({type(error).__name__})", path=place, remedy="write it anew")
        return
    _check(names, columns, place)
    for number, row in enumerate(rows, 1):
        yield _row(row, f"{place}: row {number}", key, columns)


def _row(values: Mapping[str, object], place: str, key: str, columns: Mapping[str, str]) -> Found:
    try:
        return read_record(values, place, key, columns)
    except TimelineError as error:
        return error


def _check(names: object, columns: Mapping[str, str], place: str) -> None:
    known = {str(name).strip().lower() for name in names} if isinstance(names, (list, tuple)) else set()
    for column in columns.values():
        if column.lower() not in known:
            raise UsageError(f'no column "{column}"', path=place, remedy=f"use one of {', '.join(sorted(known))}")
