"""Everything that can go wrong, in one tree, and how the words of strangers stand in a message about it.

::

    TimelineError
    ├── ArticleError     an article cannot be read
    ├── CorrectionError  what an editor corrects cannot be read, or is no longer there
    ├── LocaleError      a language file is not well formed
    ├── TemplateError    a page template cannot be rendered
    ├── ExportError      a format cannot hold what it was given
    ├── UsageError       a command or function was called in a way that has no answer
    └── WorkerError      a process that shared the work is gone

A time that cannot be resolved is no error: it is a resolution without a value.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Self

from timeline.wording import IN_ENGLISH, Said, Wording


class TimelineError(Exception):
    """A failure that a person can mend: where it is, what is wrong, what to do.

    >>> str(ArticleError('date "03/04/2015" has two readings', path="content/x.md", line=3,
    ...                  remedy="write 2015-03-04 or set date_order"))
    'content/x.md:3: date "03/04/2015" has two readings; write 2015-03-04 or set date_order'
    """

    def __init__(
        self,
        reason: Said,
        *,
        path: PurePath | str | None = None,
        line: int | None = None,
        remedy: Said = "",
    ) -> None:
        self.reason = reason
        self.path = None if path is None else str(path)
        self.line = line
        self.remedy = remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        return f"{self.place}: {self.advice}" if self.place else self.advice

    @property
    def place(self) -> str:
        """Path and line as far as they are known: "content/x.md:3"."""
        return "" if self.path is None else self.path if self.line is None else f"{self.path}:{self.line}"

    @property
    def advice(self) -> str:
        """What is wrong and what to do, in English."""
        return self.advised(IN_ENGLISH)

    def advised(self, wording: Wording) -> str:
        """The same in the words of a language, as far as they are phrases: what is wrong with articles is."""
        return "; ".join(wording.tell(each) for each in (self.reason, self.remedy) if each)

    def at(self, path: PurePath | str) -> Self:
        """The same failure, of which it is now known in which file it is."""
        return type(self)(self.reason, path=path, line=self.line, remedy=self.remedy)

    def __reduce__(self) -> tuple[object, ...]:
        # The default would call the class with the message alone and lose path and line on the way
        # out of a worker process.
        return _rebuild, (type(self), self.reason, self.path, self.line, self.remedy)


class ArticleError(TimelineError):
    """An article cannot be read; it is skipped and named, the others go on."""


class CorrectionError(TimelineError):
    """What an editor corrects cannot be read, or is no longer there; the other corrections hold."""


class LocaleError(TimelineError):
    """A language file is not well formed."""


class TemplateError(TimelineError):
    """A page template cannot be rendered."""


class ExportError(TimelineError):
    """A format cannot hold what it was given."""


class UsageError(TimelineError):
    """A command or function was called in a way that has no answer."""


class WorkerError(TimelineError):
    """A process that shared the work is gone."""


class Incomplete(UserWarning):
    """What was written lacks something, and says so."""


def _rebuild(
    kind: type[TimelineError], reason: Said, path: str | None, line: int | None, remedy: Said
) -> TimelineError:
    return kind(reason, path=path, line=line, remedy=remedy)


def printable(text: str) -> str:
    """The text on one line, with what a terminal would obey, or what would reorder it, spelled out.

    Messages name files and words of strangers: whoever shows one on a terminal or in a log calls this.

    >>> printable("content/\\x1b[31mred.md")
    'content/\\\\x1b[31mred.md'
    """
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def quoted(text: str, longest: int = 60) -> str:
    """Somebody's words for a message: in quotation marks, cut short, with nothing invisible in them.

    >>> quoted("2015\\u202e41-80-"), quoted("x" * 100, 5)
    ('"2015\\\\u202e41-80-"', '"xxxxx…"')
    """
    return f'"{printable(text if len(text) <= longest else text[:longest] + "…")}"'
