"""Plain text: for mail, and wherever nothing else is taken."""

from __future__ import annotations

from textwrap import fill

from timeline.merging import Timeline
from timeline.published import NOWHERE, Site
from timeline.reports import Report, ReportEvent, report_of

_WIDTH = 78


def to_text(timeline: Timeline, site: Site = NOWHERE) -> str:
    """Plain text, for mail: dates and events below each other, the sources by number at the end."""
    report = report_of(timeline, site)
    parts = [
        _underlined(report.title, "="),
        "\n".join(_filled(each) for each in (report.part, report.as_of, report.kept) if each),
    ]
    for year, events in report.years():
        parts += [_underlined(year, "-"), *map(_event, events)]
    if not report.events:
        parts.append(report.nothing)
    return "\n\n".join([*parts, *_sources(report)]) + "\n"


def _event(event: ReportEvent) -> str:
    when = f"{event.when} ({event.certainty})" if event.certainty else event.when
    numbers = "".join(f"[{source.number}]" for source in event.sources)
    return f"{when}\n{_filled(f'{event.headline} {numbers}', '  ')}"


def _sources(report: Report) -> list[str]:
    if not report.sources:
        return []
    lines = [_filled(f"[{each.number}] {each.named} {each.address}".rstrip(), "", "    ") for each in report.sources]
    return [_underlined(report.sources_heading, "-"), "\n".join(lines)]


def _underlined(heading: str, stroke: str) -> str:
    return f"{heading}\n{stroke * min(len(heading), _WIDTH)}"


def _filled(text: str, first: str = "", others: str | None = None) -> str:
    further = first if others is None else others
    options = {"break_long_words": False, "break_on_hyphens": False}
    return fill(text, _WIDTH, initial_indent=first, subsequent_indent=further, **options)  # type: ignore[arg-type]
