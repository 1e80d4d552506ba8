"""HTML that needs nothing around it: no style, no script, and nothing that a publishing system takes away."""

from __future__ import annotations

from html import escape

from timeline.date_words import Piece
from timeline.merging import Timeline
from timeline.published import NOWHERE, Site
from timeline.reports import Quote, Report, ReportEvent, report_of
from timeline.writing_direction import direction_of


def to_html(timeline: Timeline, site: Site = NOWHERE) -> str:
    """HTML to paste into a page or a publishing system: a plain list that survives its cleaning."""
    report = report_of(timeline, site)
    items = "\n".join(_item(event, report) for event in report.events)
    listed = f"<ol>\n{items}\n</ol>" if items else f"<p>{escape(report.nothing)}</p>"
    part = f"<p>{escape(report.part)}</p>\n" if report.part else ""
    return (
        f'<article lang="{escape(report.language)}">\n<h2>{escape(report.title)}</h2>\n{part}{listed}\n'
        f"<p><small>{colophon(report)}</small></p>\n</article>\n"
    )


def colophon(report: Report) -> str:
    """Up to when a copy knows, and where the timeline goes on."""
    return f"{escape(report.as_of)}. {_link(escape(report.kept), report.address)}."


def _item(event: ReportEvent, report: Report) -> str:
    when = "".join(map(_piece, event.pieces))
    if event.certainty:
        when += f" <small>({escape(event.certainty)})</small>"
    headline = f'<bdi lang="{escape(event.language)}" dir="{event.direction}">{escape(event.headline)}</bdi>'
    quotes = "".join(map(_quote, event.quotes))
    heading = escape(f"{report.sources_heading}: {len(event.sources)}")
    return (
        f"<li><p><strong>{when}</strong><br>{_link(headline, event.address)}</p>"
        f"<details><summary>{heading}</summary>{quotes}</details></li>"
    )


def _piece(piece: Piece) -> str:
    words = escape(piece.text)
    return f'<time datetime="{escape(piece.machine)}">{words}</time>' if piece.machine else words


def _quote(quote: Quote) -> str:
    language, direction = escape(quote.source.language), direction_of(quote.source.language)
    return (
        f'<blockquote lang="{language}" dir="{direction}">{escape(quote.words)}</blockquote>'
        f"<p>{_link(escape(quote.source.named), quote.source.address)}</p>"
    )


def _link(html: str, address: str) -> str:
    return f'<a href="{escape(address)}">{html}</a>' if address else html
