"""Figures of fit, pay and trend in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from employment.common.charts import Chart, ChartKind, Column, Format, Series
from employment.common.numbers import percent, thousands
from employment.guidance.assessments.library import instruments
from employment.guidance.pathways.enums import FitPart
from employment.guidance.pathways.rules.demand import Demand, Pay, Trend, month_range
from employment.guidance.pathways.rules.fit import Fit, Part
from employment.guidance.pathways.selectors.gaps import Gap
from employment.taxonomy.models import Skill

STEADY = 0.02
MOST_NAMED = 4
MOST_BARS = 8


@dataclass(frozen=True, slots=True)
class PartView:
    label: str
    points: int
    maximum: int
    is_known: bool
    lines: tuple[str, ...]


def part_views(fit: Fit) -> list[PartView]:
    names = skill_names(fit)
    return [
        PartView(str(part.kind.label), part.points, part.maximum, part.is_known, lines(part, names))
        for part in fit.parts
    ]


def stack(fit: Fit) -> list[dict[str, Any]]:
    """For the stacked bar: the points of the parts, which add up to the total."""
    note = pgettext("part of a fit", "not known, half assumed")
    return [
        {
            "label": part.kind.label,
            "value": part.points,
            "note": "" if part.is_known else note,
        }
        for part in fit.parts
    ]


def lines(part: Part, names: Mapping[str, str]) -> tuple[str, ...]:
    if not part.is_known:
        return (str(UNKNOWN[part.kind]()),)
    return tuple(WORDS[part.kind](part, names))


def skills_lines(part: Part, names: Mapping[str, str]) -> list[str]:
    if not part.evidence:
        text = _("None of the skills that %(n)s postings ask for shows in your profile yet.")
        return [text % {"n": part.n}]
    shown = [names.get(row["skill"], row["skill"]) for row in part.evidence[:MOST_NAMED]]
    text = _("You have %(part)s of what %(n)s postings ask for, among it %(skills)s.")
    skills = pgettext("list", ", ").join(shown)
    return [text % {"part": percent(part.value or 0, 0), "n": part.n, "skills": skills}]


def major_lines(part: Part, names: Mapping[str, str]) -> list[str]:
    row = part.evidence[0]
    text = _("Of %(n)s postings %(named)s name your major and %(any)s take any.")
    return [text % {"n": part.n, "named": row["named"], "any": row["any_major"]}]


def region_lines(part: Part, names: Mapping[str, str]) -> list[str]:
    row = part.evidence[0]
    place = _("%(region)s (whole province)") if row["is_province"] else "%(region)s"
    values = {
        "region": place % {"region": row["label"]},
        "share": percent(row["share"], 1),
        "all": percent(row["share_all"], 1),
        "n": part.n,
    }
    text = _("In %(region)s %(share)s of the postings are for this work, %(all)s everywhere.")
    count = ngettext("It rests on %(n)s posting.", "It rests on %(n)s postings.", part.n)
    return [f"{text % values} {count % values}", change_words(row["change"], row["months"])]


def trajectory_lines(part: Part, names: Mapping[str, str]) -> list[str]:
    found = []
    for row in part.evidence:
        if "title" in row:
            found.append(_("“%(title)s” used its skills.") % row)
        else:
            text = _("Your grades changed by %(change)s points from the first to the last term.")
            found.append(text % {"change": f"{row['grade_change']:+.1f}"})
    if not any("title" in row for row in part.evidence):
        found.insert(0, _("No project or internship of yours used two of its skills yet."))
    return found


def interest_lines(part: Part, names: Mapping[str, str]) -> list[str]:
    text = _("Your strongest interests: %(own)s; those of this work: %(occupation)s.")
    row = part.evidence[0]
    return [text % {key: interest_names(row[key]) for key in ("own", "occupation")}]


def interest_names(letters: str) -> str:
    """Of the three letters that stand for the strongest interests."""
    scales = {scale.code: str(scale.name) for scale in instruments()["interests"].scales}
    return pgettext("list", ", ").join(scales[letter.lower()] for letter in letters)


WORDS = {
    FitPart.INTEREST: interest_lines,
    FitPart.SKILLS: skills_lines,
    FitPart.MAJOR: major_lines,
    FitPart.REGION: region_lines,
    FitPart.TRAJECTORY: trajectory_lines,
}
UNKNOWN = {
    FitPart.INTEREST: lambda: _("Not known: no interest result that may be used for guidance."),
    FitPart.SKILLS: lambda: _(
        "Not known: your profile names no skills, or there are few postings."
    ),
    FitPart.MAJOR: lambda: _("Not known: your profile names no major, or there are few postings."),
    FitPart.REGION: lambda: _("Not known: no region chosen, or fewer than five postings there."),
    FitPart.TRAJECTORY: lambda: _("Not known: your profile has no experience yet."),
}


def skill_names(fit: Fit) -> dict[str, str]:
    codes = [row["skill"] for row in fit.part(FitPart.SKILLS).evidence]
    return {row.pk: row.label for row in Skill.objects.filter(pk__in=codes)}


def change_words(change: float | None, months: int) -> str:
    if change is None:
        return _("Too few months with postings to tell a trend.")
    values = {"change": f"{change:+.0%}", "months": months}
    if abs(change) < STEADY:
        return _("Demand is steady over %(months)s months.") % values
    if change > 0:
        return (
            _("Demand grows, by %(change)s of a mean month each month over %(months)s months.")
            % values
        )
    return (
        _("Demand falls, by %(change)s of a mean month each month over %(months)s months.") % values
    )


def trend_words(trend: Trend | None) -> str:
    return change_words(trend.change, trend.months) if trend else change_words(None, 0)


def pay_words(pay: Pay | None) -> str:
    """The middle half of stated monthly pay."""
    if pay is None:
        return _("pay stated too rarely")
    return _("%(low)s–%(high)s yuan a month, half of %(n)s postings") % {
        "low": thousands(pay.p25),
        "high": thousands(pay.p75),
        "n": pay.n,
    }


def gap_chart(gaps: Sequence[Gap]) -> Chart:
    n = gaps[0].n if gaps else 0
    shown = sorted(gaps, key=lambda gap: -gap.share)[:MOST_BARS]
    return Chart(
        ChartKind.BARS,
        _("What is missing, by demand"),
        _("%(skill)s is asked for most.") % {"skill": shown[0].skill.label} if shown else "",
        [
            Column("skill", _("Skill")),
            Column("share", _("Share of postings"), Format.SHARE),
        ],
        [{"skill": gap.skill.label, "share": gap.share} for gap in shown],
        x="skill",
        series=[Series("share")],
        note=_("%(n)s postings of the last twelve months") % {"n": n},
        horizontal=True,
        maximum=1,
    )


def month_chart(demand: Demand) -> Chart:
    names = month_range(demand.months)
    return Chart(
        ChartKind.LINES,
        _("Postings by month"),
        trend_words(demand.trend),
        [Column("month", _("Month")), Column("n", _("Postings"), Format.NUMBER)],
        [{"month": name, "n": demand.months.get(name, 0)} for name in names],
        x="month",
        series=[Series("n")],
        note=_("%(n)s postings of the last twelve months") % {"n": demand.n},
    )
