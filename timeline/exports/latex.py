"""LaTeX: a picture, a table that goes on over pages, and the sources for BibTeX."""

from __future__ import annotations

import re
from typing import Final

from timeline.archives import zipped
from timeline.merging import Timeline
from timeline.picture import LIBRARIES as DRAWING
from timeline.picture import Illustration, illustration
from timeline.published import NOWHERE, Site
from timeline.reports import Report, ReportEvent, ReportSource, report_of
from timeline.slugs import file_name

LIBRARIES: Final = ("typst", *DRAWING)
FILES: Final = True
_PICTURE: Final = "timeline-picture.pdf"
"""Named unlike the document, which a compiler makes into timeline.pdf."""

_MARKS: Final = {
    **{each: f"\\{each}" for each in "#$%&_{}"},
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "`": r"\textasciigrave{}",
    "[": "{[}",
    "]": "{]}",
    "@": r"\char64{}",
}
_MARKED = re.compile("[" + re.escape("".join(_MARKS)) + "]")
_HEAD = r"""% {title}
% Compile with lualatex or xelatex; pdflatex knows Latin letters only. Letters that the font lacks are left out without
% an error: for Cyrillic, Arabic or Chinese ones name a font that has them, as in \setmainfont{Noto Serif}.
% To have it in a report, write \usepackage{docmute,graphicx,longtable,array,hyperref} and \input{timeline}.
% The articles stand in timeline.bib as well, to be cited by their keys.
\documentclass{article}
\usepackage{iftex}
\ifpdftex
  \usepackage[T1]{fontenc}
\else
  \usepackage{fontspec}
\fi
\usepackage{array}
\usepackage{graphicx}
\usepackage{longtable}
\usepackage[hidelinks]{hyperref}
\hypersetup{pdftitle={{title}}}
\providecommand{\textquotedbl}{\char34}
\begin{document}
"""


def to_tex(timeline: Timeline, site: Site = NOWHERE) -> bytes:
    """LaTeX (a ZIP): timeline.tex with a table over pages, its picture, and timeline.bib with the articles."""
    report = report_of(timeline, site)
    keys = {source.number: file_name(source.id) for source in report.sources}
    picture = illustration(timeline, site.wording)
    files = {
        "timeline.tex": _document(report, picture).encode(),
        "timeline.bib": "".join(_entry(source, keys[source.number]) for source in report.sources).encode(),
    }
    if picture.figure is not None:
        files[_PICTURE] = picture.figure.pdf(report.moment)
    return zipped(files, report.moment)


def _document(report: Report, picture: Illustration) -> str:
    title, part = _text(report.title), _text(report.part)
    kept = _text(report.kept)
    if report.address:
        kept = rf"\href{{{_address(report.address)}}}{{{kept}}}"
    lines = [_HEAD.replace("{title}", _text(report.named)), rf"\section*{{{title}}}"]
    if part:
        lines += [rf"\noindent\textbf{{{part}}}", ""]
    lines += [rf"\noindent {_text(report.as_of)}. {kept}.", ""]
    if picture.figure is not None:
        lines += [rf"\noindent\includegraphics[width=\linewidth]{{{_PICTURE}}}", ""]
    if picture.lacking:
        lines += [f"{_text(picture.lacking)}.", ""]
    if report.events:
        heads = " & ".join(
            rf"\textbf{{{_text(each)}}}" for each in (report.date_heading, report.event_heading, report.sources_heading)
        )
        lines += [
            r"\begin{longtable}{@{}>{\raggedright\arraybackslash}p{0.28\textwidth}"
            r">{\raggedright\arraybackslash}p{0.5\textwidth}>{\raggedright\arraybackslash}p{0.14\textwidth}@{}}",
            rf"{heads} \\ \hline \noalign{{\vskip 3pt}} \endhead",
            *map(_row, report.events),
            r"\end{longtable}",
        ]
    else:
        lines.append(_text(report.nothing))
    if report.sources:
        lines += [rf"\subsection*{{{_text(report.sources_heading)}}}", r"\begin{enumerate}"]
        lines += [*map(_source, report.sources), r"\end{enumerate}"]
    return "\n".join([*lines, r"\end{document}"]) + "\n"


def _row(event: ReportEvent) -> str:
    when = _text(event.when) + (rf" \emph{{({_text(event.certainty)})}}" if event.certainty else "")
    headline = _text(event.headline)
    if event.address:
        headline = rf"\href{{{_address(event.address)}}}{{{headline}}}"
    numbers = ", ".join(rf"\hyperlink{{source-{each.number}}}{{{each.number}}}" for each in event.sources)
    return rf"{when} & {headline} & {numbers} \\ \noalign{{\vskip 3pt}}"


def _source(source: ReportSource) -> str:
    address = rf". \href{{{_address(source.address)}}}{{{_text(source.address)}}}" if source.address else ""
    return rf"\item[\hypertarget{{source-{source.number}}}{{{source.number}.}}] {_text(source.named)}{address}"


def _entry(source: ReportSource, key: str) -> str:
    year, month, day = source.machine_published.split("-")
    fields = {
        "title": f"{{{_text(source.title)}}}",
        "author": f"{{{_text(source.author)}}}" if source.author else "",
        "organization": _text(source.outlet),
        "year": year,
        "month": str(int(month)),
        "day": str(int(day)),
        "url": _address(source.address),
    }
    said = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{key},\n{said}\n}}\n\n"


def _text(text: str) -> str:
    """Words that TeX takes for nothing but words.

    >>> _text("50% of {x} -- a_b")
    '50\\\\% of \\\\{x\\\\} -{}- a\\\\_b'
    """
    return _MARKED.sub(lambda found: _MARKS[found[0]], text).replace("--", "-{}-").replace("--", "-{}-")


def _address(address: str) -> str:
    return re.sub(r"[#%&_$~]", r"\\\g<0>", address)
