"""Articles: dated prose with a title, read from Markdown files with front matter.

What is wrong with one article is named with its path and line; the others are read all the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, tzinfo
from pathlib import Path, PurePosixPath
from typing import Final
from zoneinfo import ZoneInfo

from timeline.content_files import ArticleFile, decode, list_articles, read_bytes
from timeline.errors import ArticleError, UsageError, quoted
from timeline.front_matter import FrontMatter, read_front_matter, split_front_matter
from timeline.grammar.loading import known_locales, load_locale
from timeline.inferring import infer_published
from timeline.late import Late
from timeline.plain_yaml import one_text
from timeline.prose import Prose, read_prose
from timeline.publication_dates import DATE_ORDERS, Refusal, read_published
from timeline.styles import STYLES
from timeline.wording import Said, phrase

DATE_KEYS: Final = (
    *("date", "publishDate", "pubdate", "published", "published_at", "datePublished", "date_published", "created"),
    *("firstcreated", "versioncreated", "modified", "updated", "lastmod"),
)
"""Where the publication date stands, the first that has a value."""
TITLE_KEYS: Final = ("title", "headline", "name")
LANGUAGE_KEYS: Final = ("language", "lang", "inLanguage", "locale")

DATE_SOURCES: Final = ("written", "file name", "inferred")
"""A publication date stands in the front matter or in the name of the file, or it follows from the text."""

PUBLISH: Final = ("full", "excerpt", "quotes")
"""How much of an article's text a site may show."""

_DATED_NAME = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})(?:-|$)")
_LANGUAGE = re.compile(r"(?P<code>[A-Za-z]{2,3})(?![A-Za-z])[\w.@-]*")
_YES = frozenset({"true", "yes", "on", "1", "y"})
_NO = frozenset({"false", "no", "off", "0", "n"})


@dataclass(frozen=True, slots=True)
class ContentSettings:
    """What holds for articles that do not say it themselves."""

    language: str = "en"
    style: str = "news"
    timezone: str | None = None
    """The desk's zone ("Europe/Vienna"), into which clock times with a zone are turned."""
    date_order: str | None = None
    """How the desk writes 03/04/2015: "DMY" or "MDY"."""
    publish: Mapping[str, str] = field(default_factory=dict, hash=False)
    """How much may be shown, by source; under "default" what holds for all others."""
    size_limit: int = 1_000_000
    """Bytes of the largest article that is read."""
    expression_limit: int = 5_000
    """Time expressions of the longest article that is read."""

    def __post_init__(self) -> None:
        for name, value, allowed in (
            ("style", self.style, STYLES),
            ("date_order", self.date_order or DATE_ORDERS[0], DATE_ORDERS),
            *((f"publish for {source}", value, PUBLISH) for source, value in self.publish.items()),
        ):
            if value not in allowed:
                raise UsageError(
                    f'{name} "{value}" is not known', remedy=phrase("use one of %(list)s", list=", ".join(allowed))
                )
        for name, limit in (("size_limit", self.size_limit), ("expression_limit", self.expression_limit)):
            if limit < 1:
                raise UsageError(f"{name} {limit} leaves nothing to read", remedy="use a number above 0")
        self.desk()

    def desk(self) -> tzinfo | None:
        """The desk's zone.

        Raises:
            UsageError: no such zone is known.
        """
        if self.timezone is None:
            return None
        try:
            return ZoneInfo(self.timezone)
        except (OSError, ValueError, LookupError):
            raise UsageError(
                f'timezone "{self.timezone}" is not known', remedy='use a name such as "Europe/Vienna"'
            ) from None


@dataclass(frozen=True, slots=True)
class Article(Late):
    """One article, as an editor filed it."""

    id: str
    """The path below the content folder without suffix: "syria/moscow-talks"."""
    path: PurePosixPath
    """As shown in messages: content/syria/moscow-talks.md."""
    title: str
    published: datetime
    """Wall clock of the desk; midnight when only the day is known."""
    language: str
    style: str
    topic: str
    tags: tuple[str, ...]
    source: str
    url: str
    author: str
    publish: str
    markdown: str = field(repr=False)
    """The body, without front matter."""
    prose: Prose = field(repr=False)
    body_line: int = 1
    """The line of its file on which the body begins."""
    date_source: str = "written"
    """Where the publication date is from: one of `DATE_SOURCES`."""
    date_reason: Said = ""
    """Why it is this one, where it was inferred."""
    mark: bytes = field(default=b"", repr=False, compare=False)
    """One for all that it was read from and how; none where that is not known."""

    @property
    def text(self) -> str:
        """The prose of the body."""
        return self.prose.text


@dataclass(frozen=True, slots=True)
class Library:
    """The articles of a content folder."""

    articles: tuple[Article, ...]
    """By publication date, then id."""
    skipped: tuple[ArticleError, ...]
    """What could not be read, and why."""
    drafts: tuple[PurePosixPath, ...] = ()
    """Articles left out because they say `draft: true`."""


def read_articles(content: Path, settings: ContentSettings) -> Library:
    """All articles below a folder; one that cannot be read keeps no other from being read."""
    listing = list_articles(content)
    articles: list[Article] = []
    skipped = list(listing.skipped)
    drafts: list[PurePosixPath] = []
    for file in listing.files:
        try:
            article = read_article(file, read_bytes(file, settings.size_limit), settings)
        except ArticleError as error:
            skipped.append(error)
        else:
            if article is None:
                drafts.append(file.path)
            else:
                articles.append(article)
    return Library(
        tuple(sorted(articles, key=lambda article: (article.published, article.id))),
        tuple(sorted(skipped, key=lambda error: (error.path or "", error.line or 0))),
        tuple(drafts),
    )


def read_article(file: ArticleFile, data: bytes, settings: ContentSettings) -> Article | None:
    """The article that the bytes of a file hold; None for a draft.

    Raises:
        ArticleError: it has no date, no text, or cannot be read; with path and line.
    """
    try:
        return _read(file, data, settings)
    except ArticleError as error:
        raise error.at(file.path) from None
    except Exception as error:  # whatever a stranger's bytes make a library do, it is about this article only
        raise ArticleError(
            phrase("cannot be read (%(error)s)", error=type(error).__name__),
            path=file.path,
            line=1,
            remedy=phrase("simplify its Markdown"),
        ) from error


def _read(file: ArticleFile, data: bytes, settings: ContentSettings) -> Article | None:
    yaml_text, markdown, body_line = split_front_matter(decode(data))
    head = FrontMatter() if yaml_text is None else read_front_matter(yaml_text)
    if _is_draft(head):
        return None
    language = _language(head, settings)
    style = _one_of(head, "style", STYLES, settings.style)
    written = _written(head, file, language, settings)
    prose = read_prose(markdown)
    if not prose.text:
        raise ArticleError(
            phrase("has no text"), line=body_line, remedy=phrase("write the article below its front matter")
        )
    published, date_source, date_reason = written or _inferred(prose, language, style, _value(head, "url"), settings)
    source = _value(head, "source")
    publish = settings.publish.get(source, settings.publish.get("default", "full"))
    return Article(
        id=file.id,
        path=file.path,
        title=_title(head, prose, file),
        published=published,
        language=language,
        style=style,
        topic=_value(head, "topic") or (file.path.parts[1] if len(file.path.parts) > 2 else ""),
        tags=head.texts("tags"),
        source=source,
        url=_value(head, "url"),
        author=_value(head, "author"),
        publish=_one_of(head, "publish", PUBLISH, publish),
        markdown=markdown,
        prose=prose,
        body_line=body_line,
        date_source=date_source,
        date_reason=date_reason,
    )


def _value(head: FrontMatter, key: str) -> str:
    found = head.find([key])
    return found[1] if found else ""


def _one_of(head: FrontMatter, key: str, allowed: Sequence[str], default: str) -> str:
    found = head.find([key])
    if found is None:
        return default
    if found[1].lower() not in allowed:
        raise ArticleError(
            phrase("%(key)s %(value)s is not known", key=found[0], value=quoted(found[1])),
            line=head.lines[found[0]],
            remedy=phrase("use one of %(list)s", list=", ".join(allowed)),
        )
    return found[1].lower()


def _is_draft(head: FrontMatter) -> bool:
    found = head.find(["draft"])
    if found is None or found[1].lower() in _NO:
        return False
    if found[1].lower() in _YES:
        return True
    raise ArticleError(
        phrase("%(key)s %(value)s is not known", key=found[0], value=quoted(found[1])),
        line=head.lines[found[0]],
        remedy=phrase("use true or false"),
    )


def _language(head: FrontMatter, settings: ContentSettings) -> str:
    found = head.find(LANGUAGE_KEYS)
    if found is None:
        return settings.language
    code = _LANGUAGE.fullmatch(found[1])
    if code is None:
        raise ArticleError(
            phrase("%(key)s %(value)s is no language code", key=found[0], value=quoted(found[1])),
            line=head.lines[found[0]],
            remedy=phrase('write a code such as "en"'),
        )
    language = code["code"].lower()
    if language not in known_locales():
        raise ArticleError(
            phrase("%(key)s %(value)s is not known", key=found[0], value=quoted(found[1])),
            line=head.lines[found[0]],
            remedy=phrase("use one of %(list)s", list=", ".join(known_locales())),
        )
    return language


_Dated = tuple[datetime, str, Said]
"""A publication date, where it is from, and why it is this one."""


def _written(head: FrontMatter, file: ArticleFile, language: str, settings: ContentSettings) -> _Dated | None:
    """The date that somebody wrote; None where nobody did."""
    found = head.find(DATE_KEYS)
    if found is not None:
        key, text = found
        answer = read_published(text, (language,), settings.date_order, settings.desk())
        if isinstance(answer, Refusal):
            reason = phrase("%(key)s %(value)s %(reason)s", key=key, value=quoted(text), reason=answer.why)
            raise ArticleError(reason, line=head.lines[key], remedy=answer.remedy)
        source = _one_of(head, "date_source", DATE_SOURCES, "written")
        return answer, source, _value(head, "date_reason") if source == "inferred" else ""
    named = _DATED_NAME.match(PurePosixPath(file.id).name)
    if named is None:
        return None
    try:
        return datetime.combine(date.fromisoformat(named["date"]), time()), "file name", ""
    except ValueError:
        raise ArticleError(
            phrase('the date "%(date)s" of the file name is on no calendar', date=named["date"]),
            line=1,
            remedy=phrase("rename the file"),
        ) from None


def _inferred(prose: Prose, language: str, style: str, url: str, settings: ContentSettings) -> _Dated:
    """The date that follows from what the article says."""
    answer = infer_published(prose, load_locale(language), url, style, settings.date_order)
    if isinstance(answer, Refusal):
        raise ArticleError(answer.why, line=1, remedy=answer.remedy)
    return datetime.combine(answer.published, time()), "inferred", answer.why


def _title(head: FrontMatter, prose: Prose, file: ArticleFile) -> str:
    found = head.find(TITLE_KEYS)
    if found:
        return found[1]
    if prose.headings:
        start, end = prose.headings[0]
        return one_text(prose.text[start:end])
    name = PurePosixPath(file.id).name
    words = re.sub(r"[-_\s]+", " ", _DATED_NAME.sub("", name)).strip() or name
    return words[:1].upper() + words[1:]
