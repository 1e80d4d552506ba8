"""Tables as CSV (RFC 4180) whose cells a spreadsheet takes for words, and never for formulas."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

from timeline.plain_words import one_line

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
BETWEEN = " | "
"""What stands between several values of one cell."""


def cell(text: str) -> str:
    """The text of a cell; one that a spreadsheet would calculate begins with an apostrophe.

    >>> cell("=1+1"), cell("1+1"), cell("＝1+1")
    ("'=1+1", '1+1', "'＝1+1")
    """
    line = one_line(text)
    # Letters of full width are calculated as well.
    return f"'{line}" if unicodedata.normalize("NFKC", line).startswith(_FORMULA) else line


def joined(values: Iterable[str]) -> str:
    """Several values for one cell."""
    return BETWEEN.join(map(one_line, values))


def write_table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The rows below the names of their columns."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([cell(value) for value in row] for row in rows)
    return written.getvalue()
