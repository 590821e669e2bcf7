"""The document as PDF: the same chapters and lines as the page."""

from typing import Any

from django.utils.translation import gettext as _

from employment.common.charts import ChartKind
from employment.common.pdf import render_pdf
from employment.guidance.reports.presenters import Chapter, Document, Line, language
from employment.guidance.reports.wording.words import day

TEMPLATE = "reports/report.typ"


def report_pdf(document: Document) -> bytes:
    return render_pdf(TEMPLATE, pdf_data(document))


def pdf_data(document: Document) -> dict[str, Any]:
    made = _("Version %(version)s of %(day)s") % {
        "version": document.version,
        "day": day(document.made_on),
    }
    return {
        "title": _("Guidance report"),
        "name": document.name,
        "made": made,
        "lang": language(),
        "notice": notice(),
        "evidence": _("Rests on"),
        "todo": _("To do"),
        "brief": [{"label": label, "text": line.text} for label, _code, line in document.brief],
        "chapters": [chapter_data(one) for one in document.chapters],
    }


def notice() -> str:
    return _(
        "Made from the data named at the end, by fixed rules. It describes and decides nothing; it "
        "is not for selection by employers."
    )


def chapter_data(chapter: Chapter) -> dict[str, Any]:
    groups = chapter.steps or (("", chapter.lines),)
    return {
        "title": chapter.title,
        "empty": chapter.empty,
        "groups": [
            {"title": title, "lines": [line_data(line) for line in lines]}
            for title, lines in groups
        ],
        "radar": radar_data(chapter),
        "bars": bar_data(chapter),
    }


def line_data(line: Line) -> dict[str, Any]:
    stack = line.stack
    return {
        "text": line.text,
        "proofs": [proof.shown for proof in line.proofs if proof.text],
        "steps": [step.label for step in line.steps],
        "stack": [
            {
                "label": str(part["label"]),
                "points": part["value"],
                "note": part["note"],
                "share": part["share"],
            }
            for part in stack["parts"]
        ]
        if stack
        else [],
    }


def radar_data(chapter: Chapter) -> dict[str, Any] | None:
    """The first radar; unknown axes stand at the centre and are marked."""
    for chart in chapter.charts:
        if chart.kind is ChartKind.RADAR:
            key = chart.series[0].key
            values = [row[key] for row in chart.rows]
            names = [str(row[chart.x]) for row in chart.rows]
            axes = [
                name if value is not None else _("%(name)s (unknown)") % {"name": name}
                for name, value in zip(names, values, strict=True)
            ]
            return {"axes": axes, "values": [value or 0 for value in values]}
    return None


def bar_data(chapter: Chapter) -> list[dict[str, Any]]:
    for chart in chapter.charts:
        if chart.kind is ChartKind.BARS:
            return [
                {
                    "label": str(row["gap"]),
                    "share": row["share"],
                    "shown": chart.columns[1].shown(row["share"]),
                }
                for row in chart.rows
            ]
    return []
