"""What the page of a result shows: scale by scale, chart, retest, occupations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from employment.common.charts import Chart, ChartKind, Column, Format, Series
from employment.guidance.assessments.enums import Band, Change, Flag, Kind
from employment.guidance.assessments.library import instruments
from employment.guidance.assessments.models import Answer, Result
from employment.guidance.assessments.rules.instruments import Instrument, Item, Option, Scale, Text
from employment.guidance.assessments.rules.scoring import band_of
from employment.guidance.assessments.rules.statistics import (
    Reliability,
    change_between,
)
from employment.guidance.assessments.selectors.quality import Group, norm_groups, reliabilities
from employment.guidance.assessments.selectors.results import previous_result
from employment.guidance.assessments.selectors.sittings import items_of


@dataclass(frozen=True, slots=True)
class Row:
    """One scale. ``low`` and ``high``: 95 % interval of the score, known with the reliability;
    ``share`` of the chosen norm group that scores lower."""

    scale: Scale
    score: float | None
    band: Band | None
    reliability: Reliability
    low: float | None
    high: float | None
    share: float | None
    before: float | None
    change: Change | None

    @property
    def meaning(self) -> Text | None:
        if self.band is None or self.band is Band.MIDDLE:
            return None
        return self.scale.high if self.band is Band.HIGH else self.scale.low

    @property
    def of_100(self) -> int | None:
        return _of_100(self.score)

    @property
    def interval(self) -> tuple[int | None, int | None]:
        return _of_100(self.low), _of_100(self.high)


@dataclass(frozen=True, slots=True)
class Judged:
    """An answered judgement item with the key."""

    item: Item
    chosen: Option
    best: Option


@dataclass(frozen=True, slots=True)
class Checked:
    """A skill of the self-check; ``is_claimed`` when it is in the profile."""

    item: Item
    value: int | None
    label: Text | None
    evidence: str
    is_claimed: bool

    @property
    def is_proven(self) -> bool:
        return bool(self.evidence)


@dataclass(frozen=True, slots=True)
class Page:
    instrument: Instrument
    rows: Sequence[Row]
    flags: Sequence[Flag]
    groups: Sequence[Group]
    norm: Group | None
    before: Result | None
    chart: Chart | None
    judged: Sequence[Judged]
    checked: Sequence[Checked]


def result_page(result: Result, norm: str = "", *, is_own: bool = True) -> Page:
    """``norm``: key of the group to compare with; the narrowest with 30 people by default.

    Others than the student see the result before only where it is shared too.
    """
    instrument = instruments()[result.instrument]
    compared = instrument.kind is not Kind.SKILLS
    known = reliabilities(instrument)
    groups = norm_groups(result) if compared else []
    group = chosen_group(groups, norm) if result.is_valid else None
    before = previous_result(result, only_shared=not is_own) if compared else None
    rows = [_row(one, result, known[one.code], group, before) for one in instrument.scales]
    answers = {one.item: one for one in result.sitting.answers.all()}
    items = items_of(result.sitting)
    return Page(
        instrument,
        rows,
        [Flag(flag) for flag in result.flags],
        groups,
        group,
        before,
        profile_chart(instrument, rows) if compared else None,
        _judged(items, answers) if instrument.kind is Kind.JUDGEMENT else [],
        _checked(instrument, items, answers) if instrument.kind is Kind.SKILLS else [],
    )


def chosen_group(groups: Sequence[Group], key: str) -> Group | None:
    enough = [group for group in groups if group.is_enough]
    asked = [group for group in enough if group.key == key]
    return next(iter(asked or enough[-1:]), None)


def profile_chart(instrument: Instrument, rows: Sequence[Row]) -> Chart:
    """Radar over the scales, before beside now."""
    known = [row for row in rows if row.score is not None]
    top = max(known, key=lambda row: row.score or 0, default=None)
    is_retest = any(row.before is not None for row in rows)
    columns = [
        Column("scale", _("Scale")),
        Column("score", _("Score (0–100)"), Format.NUMBER, missing=_("too few answers")),
    ]
    if is_retest:
        columns.append(Column("before", _("Last time"), Format.NUMBER))
    highest = _("Highest: %(scale)s.") % {"scale": top.scale.name} if top else ""
    return Chart(
        ChartKind.RADAR,
        instrument.name,  # type: ignore[arg-type]
        highest,
        columns,
        [
            {
                "scale": str(row.scale.name),
                "score": _of_100(row.score),
                "before": _of_100(row.before),
            }
            for row in rows
        ],
        x="scale",
        series=[Series("score"), *([Series("before", dashed=True, muted=True)] * is_retest)],
        maximum=100,
    )


def _row(
    scale: Scale,
    result: Result,
    known: Reliability,
    group: Group | None,
    before: Result | None,
) -> Row:
    score = result.scores.get(scale.code)
    earlier = before.scores.get(scale.code) if before else None
    margin = None if known.error is None else 1.96 * known.error
    change = None
    if score is not None and earlier is not None:
        change = change_between(earlier, score, known)
    return Row(
        scale,
        score,
        None if score is None else band_of(score),
        known,
        None if score is None or margin is None else max(0.0, score - margin),
        None if score is None or margin is None else min(1.0, score + margin),
        group.shares.get(scale.code) if group else None,
        earlier,
        change,
    )


def _judged(items: Sequence[Item], answers: Mapping[str, Answer]) -> list[Judged]:
    return [
        Judged(
            item,
            item.options[answers[item.code].value - 1],
            max(item.options, key=lambda option: option.points),
        )
        for item in items
        if item.code in answers
    ]


def _checked(
    instrument: Instrument, items: Sequence[Item], answers: Mapping[str, Answer]
) -> list[Checked]:
    rows = []
    for item in items:
        answer = answers.get(item.code)
        label = instrument.labels[answer.value - 1] if answer else None
        evidence = answer.evidence if answer else ""
        rows.append(
            Checked(item, answer.value if answer else None, label, evidence, item.scale == "own")
        )
    return rows


def _of_100(score: float | None) -> int | None:
    return None if score is None else round(score * 100)
