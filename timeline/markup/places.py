"""Where in a Markdown text the words stand that the parser hands over without their place.

The parser says on which line a block begins, and takes away what stands before and behind the words of
each line. What is left is found again from the end of the line.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from itertools import pairwise

from timeline.markup.parser import TRIMMED

_NEWLINE = re.compile(r"\r\n?|\n")
_BLANKS = " \t"


class Places:
    """Finds the offsets of words in a Markdown text.

    Every answer has one entry more than there are characters: where the last of them ends.
    """

    def __init__(self, markdown: str) -> None:
        self.markdown = markdown
        breaks = [(found.start(), found.end()) for found in _NEWLINE.finditer(markdown)]
        self.lines = [(start, end) for (_, start), (end, _) in pairwise([(0, 0), *breaks, (len(markdown), 0)])]

    def of_lines(self, content: str, first: int) -> Sequence[int]:
        """Offsets of whole lines, of which the first stands in line `first`, from 0.

        >>> list(Places("> to\\r\\n> be").of_lines("to\\nbe", 0))
        [2, 3, 4, 8, 9, 10]
        """
        where = array("I")
        end = last = 0
        head = content.partition("\n")[0].strip(TRIMMED)
        # Lines of white space that Markdown does not count as blank, such as a form feed, are taken away whole.
        while first < len(self.lines) - 1 and not self._line(first).rstrip(TRIMMED).endswith(head):
            first += 1
        for number, line in enumerate(content.split("\n"), first):
            if number > first:
                where.append(end)
            start, end = self.lines[number] if number < len(self.lines) else (end, end)
            source = self.markdown[start:end]
            body = line.lstrip(_BLANKS)
            last = end if source.endswith(body) else start + len(source.rstrip(TRIMMED))
            begin = last - len(body)
            lead = len(line) - len(body)  # may be spaces that stand for part of a tab
            where.extend(max(start, begin - lead + i) for i in range(lead))
            where.extend(range(begin, last))
        where.append(last)
        return where

    def _line(self, number: int) -> str:
        start, end = self.lines[number]
        return self.markdown[start:end]

    def of_heading(self, size: int, number: int) -> Sequence[int]:
        """Offsets of the words behind the `#` signs of a line.

        >>> list(Places("> ## Talks ##").of_heading(5, 0))
        [5, 6, 7, 8, 9, 10]
        """
        end = self.lines[number][1]
        line = self._line(number)
        # Nothing that may stand before a heading, such as "> " or "- ", holds the sign.
        begin = end - len(line[line.index("#") :].lstrip("#").lstrip(TRIMMED))
        return range(begin, begin + size + 1)

    def of_cells(self, number: int, column: int) -> list[Sequence[int]]:
        """Offsets of each cell of a row of a table, which begins in this column of the line.

        >>> [list(cell) for cell in Places("| on | a\\\\|b |").of_cells(0, 0)]
        [[2, 3, 4], [7, 9, 10, 11], [0]]
        """
        start, end = self.lines[number]
        row = self.markdown[start + column : end].strip(TRIMMED)
        begin = self.markdown.index(row, start + column)
        cells: list[list[int]] = [[]]
        for index, char in enumerate(row):
            if char != "|":
                cells[-1].append(index)
            elif row[index - 1 : index] == "\\":
                cells[-1][-1] = index  # the parser drops the backslash
            else:
                cells.append([])
        if not cells[0]:
            del cells[0]
        return [_trimmed(row, cell, begin) for cell in cells]


def _trimmed(row: str, cell: list[int], begin: int) -> Sequence[int]:
    while cell and row[cell[-1]] in TRIMMED:
        cell.pop()
    lead = next((i for i, index in enumerate(cell) if row[index] not in TRIMMED), 0)
    kept = [begin + index for index in cell[lead:]]
    return [*kept, kept[-1] + 1] if kept else [begin]


def part(where: Sequence[int], start: int, size: int) -> Sequence[int]:
    """Offsets of `size` characters from `start` on; the end is repeated where words are longer than their source."""
    found = where[start : start + size + 1]
    missing = size + 1 - len(found)
    return [*found, *([where[-1]] * missing)] if missing > 0 else found
