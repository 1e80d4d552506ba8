"""Markdown: for a report or a page that is written in it."""

from __future__ import annotations

import re

from timeline.merging import Timeline
from timeline.published import NOWHERE, Site
from timeline.reports import ReportEvent, ReportSource, report_of

_MARKS = re.compile(r"[\\`*_\[\]]")
_ENTITIES = str.maketrans({each: f"&#{ord(each)};" for each in "&<>{}|~$!"})


def to_markdown(timeline: Timeline, site: Site = NOWHERE) -> str:
    """Markdown, for a report or a page written in it: a list by year, each event with its sources."""
    report = report_of(timeline, site)
    parts = [f"# {_text(report.title)}"]
    if report.part:
        parts.append(f"**{_text(report.part)}**")
    parts.append(f"*{_text(report.as_of)}. {_text(report.kept)}.*")
    for year, events in report.years():
        parts += [f"## {_text(year)}", "\n".join(map(_event, events))]
    if not report.events:
        parts.append(_text(report.nothing))
    return "\n\n".join(parts) + "\n"


def _event(event: ReportEvent) -> str:
    when = f"**{_text(event.when)}**" + (f" ({_text(event.certainty)})" if event.certainty else "")
    headline = _link(event.headline, event.address)
    return f"- {when}: {headline}. {'; '.join(map(_source, event.sources))}"


def _source(source: ReportSource) -> str:
    rest = ", ".join(filter(None, (source.outlet, source.published)))
    return ", ".join((_link(source.title, source.address), _text(rest)))


def _link(words: str, address: str) -> str:
    return f"[{_text(words)}](<{address}>)" if address else _text(words)


def _text(text: str) -> str:
    """Words that are nothing but words, in every kind of Markdown and for what templates stand around it."""
    # Not every Markdown takes a backslash before these; all know their names.
    return _MARKS.sub(r"\\\g<0>", text).translate(_ENTITIES)
