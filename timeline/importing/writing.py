"""Articles found elsewhere as files of the content folder, with the front matter an editor would have written.

Which article a file holds, and what was written into it, stands in its front matter as `added`: so it is known again
wherever an editor moves it, and what an editor has changed in it stays. What was deleted is known by a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path, PurePosixPath

import yaml

from timeline.articles import ContentSettings
from timeline.content_files import list_articles, read_bytes
from timeline.errors import ArticleError, TimelineError, printable, quoted
from timeline.grammar.loading import known_locales, load_locale
from timeline.importing.added_before import keep_added, read_added, replace_file
from timeline.importing.found import Found, FoundArticle, PassedOver
from timeline.importing.languages import detect_language
from timeline.inferring import Inferred, infer_published
from timeline.plain_yaml import one_text
from timeline.prose import read_prose
from timeline.publication_dates import Refusal, read_published
from timeline.slugs import file_name
from timeline.styles import STYLES

_ADDED = re.compile(rb"^added: ([0-9a-f]{16}) ([0-9a-f]{16})\r?$", re.M)
_HEAD = 70_000
"""Bytes of a file in which its front matter ends."""
_LANGUAGE = re.compile(r"(?P<code>[A-Za-z]{2,3})(?:[-_].{0,30})?")
_DATE = re.compile(rb"^date: ([^\r\n]{1,80})\r?$", re.M)
_LIMITS = {"title": 500, "author": 300, "source": 200, "url": 2_000, "topic": 100}
"""Characters of the longest value of a key."""
_TAGS, _TITLE = 50, 80


class Deed(StrEnum):
    """What became of an article that was found."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    """An editor has changed the file: it stays as it is."""
    SHORTER = "kept the longer text of"
    """What was found now is an excerpt of what was found before."""
    DELETED = "deleted"
    """Somebody has deleted the file that it was added as: it is not added again."""


@dataclass(frozen=True, slots=True)
class Filed:
    """An article and the file that holds it."""

    deed: Deed
    path: Path
    note: str = ""
    """What an editor should know: that its date was inferred, that nobody reads its language."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A file of the content folder that an article was written into."""

    path: Path
    written: str
    """What it came to when it was written."""
    now: str
    """What it comes to now."""
    size: int
    date: str = ""
    """When it was published, as its file says."""


def file_articles(
    found: Iterable[Found],
    content: Path,
    settings: ContentSettings,
    published: str = "",
    dry: bool = False,
    again: bool = False,
) -> Iterator[Filed | PassedOver | TimelineError]:
    """Write each article into the content folder, once; `published` is the date of those that do not say one.

    With `dry` nothing is written, with `again` also what was added before and deleted since.

    Raises:
        ArticleError: it cannot be read which articles were added before.
    """
    filing = _Filing(content, settings, published, dry, again)
    titles: dict[str, str] = {}
    try:
        for article in found:
            if not isinstance(article, FoundArticle):
                yield article
                continue
            try:
                if titles.setdefault(article.key, article.title) != article.title:
                    # Two articles of one source may lie at one address: neither takes the place of the other.
                    article = replace(article, key=f"{article.key}\n{article.title}")
                filed = filing.file(article)
            except TimelineError as error:
                yield error
            except OSError as error:
                yield ArticleError(
                    f"cannot be written ({error.strerror})", path=error.filename, remedy="make room for it"
                )
            else:
                yield filed
    finally:
        filing.keep()


class _Filing:
    """The articles of a content folder that were found elsewhere, while more of them are found."""

    def __init__(self, content: Path, settings: ContentSettings, published: str, dry: bool, again: bool) -> None:
        self.content, self.settings, self.published, self.dry, self.again = content, settings, published, dry, again
        self.held = dict(_held(content))
        self.texts = {each.written: key for key, each in self.held.items()}
        self.listed = read_added(content)
        self.added = {key: _name(each.path, content) for key, each in self.held.items()} | self.listed

    def file(self, article: FoundArticle) -> Filed:
        """Write one article, unless its file or an editor's wish is in the way."""
        key = _digest(article.key.encode("utf-8", "replace"))
        before = self.held.get(key)
        try:
            day, lines, note = _head(article, self.settings, self.published)
        except ArticleError:
            if before is None or article.date or self.published:
                raise
            if before.now != before.written:
                return Filed(Deed.UNCHANGED, before.path)
            # Its source says no date, but somebody did when it was added.
            day, lines, note = _head(article, self.settings, before.date)
        body = lines + f"---\n\n{article.markdown.strip()}\n"
        data = ("---\n" + body).encode("utf-8", "replace")
        if len(data) > self.settings.size_limit:
            reason = f"is larger than {self.settings.size_limit:,} bytes"
            raise ArticleError(reason, path=article.place, remedy="split it, or set size_limit")
        written = _digest(data)
        known = self.held.get(self.texts.get(written, "")) or before
        if known is None and key in self.added and not self.again:
            return Filed(Deed.DELETED, self.content / self.added[key])
        path = known.path if known else _path(article, self.content, day, key)
        self.added[key] = _name(path, self.content)
        if known and known.written == written:
            return Filed(Deed.UNCHANGED, known.path)
        if known and known.now != known.written:
            return Filed(Deed.KEPT, known.path, "an editor has changed it, and its source has changed as well")
        if known and len(data) * 2 < known.size:
            return Filed(Deed.SHORTER, known.path)
        if not self.dry:
            whole = f"---\n{lines}added: {key} {written}\n---\n\n{article.markdown.strip()}\n"
            replace_file(path, whole.encode("utf-8", "replace"))
        self.held[key] = _Held(path, written, written, len(data))
        self.texts[written] = key
        return Filed(Deed.UPDATED if known else Deed.ADDED, path, note)

    def keep(self) -> None:
        """Keep which articles were added, for when a file of theirs is gone."""
        if not self.dry and self.added != self.listed:
            keep_added(self.content, self.added)


def _name(path: Path, content: Path) -> str:
    """A file as the list of those that were added names it: on one line."""
    return printable(path.relative_to(content).as_posix())


def _held(content: Path) -> Iterator[tuple[str, _Held]]:
    """The articles that were added before, by their keys."""
    if not content.is_dir():
        return
    for file in list_articles(content).files:
        try:
            data = read_bytes(file, 50_000_000)
        except ArticleError:
            continue
        if found := _ADDED.search(data, 0, data.find(b"\n---", 3, _HEAD) + 1):
            rest = data[: found.start()] + data[found.end() + 1 :]
            plain = rest.replace(b"\r\n", b"\n")
            date = (
                said[1].decode("utf-8", "replace").strip("'\"") if (said := _DATE.search(data, 0, found.end())) else ""
            )
            yield found[1].decode(), _Held(file.file, found[2].decode(), _digest(plain), len(plain), date)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()


def _head(article: FoundArticle, settings: ContentSettings, published: str) -> tuple[date, str, str]:
    """The day of an article, its front matter without `added`, and what an editor should know of it."""
    prose = read_prose(article.markdown)
    if not prose.text:
        raise ArticleError("has no text", path=article.place, remedy="give the article's own page, or its text")
    said = _LANGUAGE.fullmatch(article.language)
    language = said["code"].lower() if said else detect_language(prose.text) or settings.language
    note = "" if language in known_locales() else f'nobody reads its language, "{language}", yet'
    values: dict[str, object] = {"title": article.title} if article.title else {}
    if not article.title and not prose.headings:  # a heading is the title already
        values["title"] = _start_of(prose.text)
    written = article.date or published
    if written:
        answer = read_published(written, (language,), settings.date_order, settings.desk())
        if isinstance(answer, Refusal):
            raise ArticleError(f"date {quoted(written)} {answer.reason}", path=article.place, remedy=answer.remedy)
        try:  # as it is written, with its zone: which day that is at the desk is told when it is read
            values["date"] = datetime.fromisoformat(written)
        except ValueError:
            values["date"] = answer
        day = answer.date()
    else:
        locale = load_locale(language if language in known_locales() else settings.language)
        inferred = infer_published(prose, locale, article.url, settings.style, settings.date_order)
        if not isinstance(inferred, Inferred):
            remedy = article.undated or "write a date into the source"
            remedy = f"give it with --published, or {remedy}"
            raise ArticleError(inferred.reason, path=article.place, remedy=remedy)
        day = inferred.published
        values |= {"date": day, "date_source": "inferred", "date_reason": str(inferred.reason)}
        note = note or f"its date is inferred: {inferred.reason}"
    if isinstance(moment := values["date"], datetime) and moment.time() == time() and moment.tzinfo is None:
        values["date"] = moment.date()
    for name, longest in _LIMITS.items():
        if value := one_text(getattr(article, name))[:longest]:
            values[name] = value
    if language != settings.language:
        values["language"] = language
    if article.tags:
        values["tags"] = [tag[:100] for tag in article.tags[:_TAGS]]
    if article.style in STYLES:
        values["style"] = article.style
    if article.publish in ("full", "excerpt", "quotes"):
        values["publish"] = article.publish
    if article.draft:
        values["draft"] = True
    return day, "".join(_line(name, value) for name, value in values.items()), note


def _start_of(text: str) -> str:
    """The first words of a text, as a title."""
    words = one_text(text.partition("\n\n")[0])
    return words if len(words) <= _TITLE else f"{words[:_TITLE].rpartition(' ')[0] or words[:_TITLE]} …"


def _line(name: str, value: object) -> str:
    """A line of front matter, a list on it."""
    flow = isinstance(value, list)
    written = yaml.safe_dump(value if flow else {name: value}, allow_unicode=True, width=2**31, default_flow_style=flow)
    return f"{name}: {written}" if flow else written


def _path(article: FoundArticle, content: Path, day: date, key: str) -> Path:
    """A file of its own, named by its day and title."""
    title = file_name(article.title or _start_of(read_prose(article.markdown).text)).rpartition("-")[0]
    name = "-".join(filter(None, [day.isoformat(), title, key[:6]]))
    return content / PurePosixPath(f"{name}.md")
