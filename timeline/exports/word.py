"""Word (.docx): headings, a picture, a table a year, the sources by number."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from timeline.archives import unzipped, zipped
from timeline.merging import Timeline
from timeline.picture import LIBRARIES as DRAWING
from timeline.picture import ZOOM, Illustration, illustration
from timeline.published import NOWHERE, Site
from timeline.reports import Report, ReportEvent, ReportSource, report_of
from timeline.writing_direction import direction_of
from timeline.xml_text import xml_text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

LIBRARIES: Final = ("docx", *DRAWING)

_WIDTHS = (4.2, 8.6, 3.6)
"""Of the columns, in centimetres; together they are as wide as the text of a page of A4."""


def to_docx(timeline: Timeline, site: Site = NOWHERE) -> bytes:
    """Word document (.docx): headings, a picture, a table of dates, events and sources, with a list of the articles."""
    report = report_of(timeline, site)
    document = _empty(report)
    document.add_heading(_safe(report.title), 0)
    if report.part:
        document.add_paragraph(_safe(report.part), "Subtitle")
    document.add_paragraph(f"{_safe(report.as_of)}.")
    _link(document.add_paragraph(), f"{_safe(report.kept)}.", report.address)
    _picture(document, illustration(timeline, site.wording))
    for year, events in report.years():
        document.add_heading(year, 1)
        _table(document, report, events)
    if not report.events:
        document.add_paragraph(report.nothing)
    if report.sources:
        document.add_heading(report.sources_heading, 1)
        for source in report.sources:
            _source(document, source)
    written = io.BytesIO()
    document.save(written)
    # It dates the files in it by the clock.
    return zipped(unzipped(written.getvalue()), report.moment)


def _empty(report: Report) -> Document:
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    about = document.core_properties
    about.title, about.language, about.author, about.comments = _safe(report.named), report.language, "", ""
    about.created = about.modified = report.moment
    about.last_modified_by, about.revision = "", 1
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(10)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if defaults is not None:
        defaults.set(qn("w:val"), report.language)
    return document


def _picture(document: Document, picture: Illustration) -> None:
    """The picture as wide as the text, with what is told to those who do not see it, and what it lacks."""
    from docx.shared import Cm

    if picture.figure is not None:
        shown = document.add_picture(io.BytesIO(picture.figure.png(ZOOM)), width=Cm(sum(_WIDTHS)))
        shown._inline.docPr.set("descr", picture.figure.alternative)
    if picture.lacking:
        document.add_paragraph(f"{_safe(picture.lacking)}.")


def _table(document: Document, report: Report, events: list[ReportEvent]) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    table = document.add_table(rows=len(events) + 1, cols=3)
    table.autofit = False
    table._tbl.tblPr.append(_lines())
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
    cells = table._cells  # asked for once: it is counted anew for every cell else
    for at, heading in enumerate((report.date_heading, report.event_heading, report.sources_heading)):
        cells[at].paragraphs[0].add_run(heading).bold = True
    for at, cell in enumerate(cells):
        cell.width = Cm(_WIDTHS[at % 3])
        space = cell.paragraphs[0].paragraph_format
        space.space_before = space.space_after = Pt(2)
    for at, event in enumerate(events, start=1):
        _row(cells[3 * at : 3 * at + 3], event)
    for at, row in enumerate(table._tbl.tr_lst):
        marks = row.get_or_add_trPr()
        marks.append(_element("w:cantSplit"))
        if at == 0:
            marks.append(_element("w:tblHeader", {qn("w:val"): "true"}))  # comes again on every page


def _lines() -> Any:
    """Hairlines between the rows, and none between the columns."""
    from docx.oxml.ns import qn

    borders = _element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        drawn = {qn("w:val"): "single", qn("w:sz"): "4", qn("w:space"): "0", qn("w:color"): "B9C0C8"}
        borders.append(_element(f"w:{side}", drawn))
    return borders


def _row(cells: list[_Cell], event: ReportEvent) -> None:
    when, told, sources = (cell.paragraphs[0] for cell in cells)
    when.add_run(event.when)
    if event.certainty:
        when.add_run(f" ({event.certainty})").italic = True
    if event.direction == "rtl":
        told.paragraph_format.element.get_or_add_pPr().append(_element("w:bidi"))
    _link(told, _safe(event.headline), event.address)
    for at, source in enumerate(event.sources):
        sources.add_run(("; " if at else "") + _safe(source.outlet or source.title))
        _reference(sources, source)


def _reference(paragraph: Paragraph, source: ReportSource) -> None:
    """The number of a source, raised as that of a footnote is, which leads to it."""
    from docx.oxml.ns import qn

    link = _element("w:hyperlink", {qn("w:anchor"): f"source-{source.number}"})
    run = paragraph.add_run(str(source.number))
    run.font.superscript = True
    link.append(run._r)
    paragraph._p.append(link)


def _source(document: Document, source: ReportSource) -> None:
    from docx.oxml.ns import qn

    paragraph = document.add_paragraph()
    number = {qn("w:id"): str(source.number)}
    paragraph._p.append(_element("w:bookmarkStart", number | {qn("w:name"): f"source-{source.number}"}))
    paragraph.add_run(f"{source.number}. ")
    paragraph._p.append(_element("w:bookmarkEnd", number))
    if direction_of(source.language) == "rtl":
        paragraph.paragraph_format.element.get_or_add_pPr().append(_element("w:bidi"))
    paragraph.add_run(_safe(source.named))
    if source.address:
        paragraph.add_run(". ")
        _link(paragraph, source.address, source.address)


def _link(paragraph: Paragraph, words: str, address: str) -> None:
    """Words that lead to an address of the web, if there is one."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    run = paragraph.add_run(words)
    if not address:
        return
    run.font.color.rgb = RGBColor(0x0B, 0x4F, 0x8A)
    identity = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = _element("w:hyperlink", {qn("r:id"): identity})
    link.append(run._r)
    paragraph._p.append(link)


def _element(name: str, attributes: dict[str, str] | None = None) -> Any:
    from docx.oxml import OxmlElement

    return OxmlElement(name, attrs=attributes or {})


def _safe(text: str) -> str:
    return xml_text(text)
