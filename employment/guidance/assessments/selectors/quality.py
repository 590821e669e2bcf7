"""Reliability and norms of the instruments from stored answers.

The sample: the newest complete result without flags of each person who agrees to guidance.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet, Variance
from django.utils.translation import gettext as _

from employment.guidance.assessments.enums import Kind
from employment.guidance.assessments.library import instruments
from employment.guidance.assessments.models import Answer, Result
from employment.guidance.assessments.rules.instruments import Instrument, Scale
from employment.guidance.assessments.rules.statistics import (
    LEAST_PEOPLE,
    Reliability,
    percentile,
    reliability,
)

Scores = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Group:
    """A named norm group; ``shares`` by scale are None while it has fewer than 30 people."""

    key: str
    name: str
    n: int
    shares: Mapping[str, float | None]

    @property
    def is_enough(self) -> bool:
        return self.n >= LEAST_PEOPLE


@dataclass(frozen=True, slots=True)
class Quality:
    """One instrument for its keepers: ``flagged`` of ``taken`` results have a validity flag.

    ``scales``: each with its reliability and its mean, 0 to 100.
    """

    instrument: Instrument
    n: int
    taken: int
    flagged: int
    scales: Sequence[tuple[Scale, Reliability, float | None]]

    @property
    def flagged_share(self) -> float | None:
        return self.flagged / self.taken if self.taken >= LEAST_PEOPLE else None


def sample(instrument: str) -> "QuerySet[Result]":
    rows = Result.objects.usable().valid().filter(instrument=instrument, is_complete=True)
    return rows.order_by("student_id", "-at", "-id").distinct("student_id")


def reliabilities(
    instrument: Instrument, people: Sequence[Scores] | None = None
) -> dict[str, Reliability]:
    """By scale. ``people``: their scores where already fetched."""
    if instrument.kind is Kind.SKILLS:
        return {scale.code: Reliability(0) for scale in instrument.scales}
    rows = sample(instrument.code)
    scores = list(rows.values_list("scores", flat=True)) if people is None else people
    variances = _item_variances(rows) if len(scores) >= LEAST_PEOPLE else {}
    return {
        scale.code: reliability(
            [variances.get(i.code, 0) for i in instrument.items.values() if i.scale == scale.code],
            known_scores(scores, scale.code),
        )
        for scale in instrument.scales
    }


def norm_groups(result: Result) -> list[Group]:
    """The groups in which the result can be placed, the largest first."""
    student = result.student
    people = list(
        sample(result.instrument).values_list("student__university", "student__cohort", "scores")
    )
    home = [row for row in people if row[0] == student.university_id]
    groups = [
        ("platform", _("All users of this platform"), people),
        ("university", student.university.label, home),
    ]
    if student.cohort:
        name = _("%(university)s, class of %(cohort)s") % {
            "university": student.university.label,
            "cohort": student.cohort,
        }
        groups.append(("cohort", name, [row for row in home if row[1] == student.cohort]))
    return [
        _group(key, name, [row[2] for row in rows], result.scores) for key, name, rows in groups
    ]


def qualities() -> list[Quality]:
    """Of every instrument with a fixed key."""
    return [_quality(one) for one in instruments().values() if one.kind is not Kind.SKILLS]


def known_scores(people: Sequence[Scores], scale: str) -> list[float]:
    return [score for scores in people if (score := scores.get(scale)) is not None]


def _item_variances(rows: "QuerySet[Result]") -> dict[str, float]:
    answers = Answer.objects.filter(sitting__in=rows.values("sitting")).order_by()
    found = answers.values_list("item").annotate(variance=Variance("keyed", sample=True))
    return {item: variance or 0 for item, variance in found}


def _group(key: str, name: str, people: Sequence[Scores], scores: Scores) -> Group:
    shares = {
        scale: None if score is None else percentile(score, known_scores(people, scale))
        for scale, score in scores.items()
    }
    return Group(key, name, len(people), shares)


def _quality(instrument: Instrument) -> Quality:
    people = list(sample(instrument.code).values_list("scores", flat=True))
    known = reliabilities(instrument, people)
    taken = Result.objects.usable().filter(instrument=instrument.code)
    enough = len(people) >= LEAST_PEOPLE
    scales = []
    for scale in instrument.scales:
        scores = known_scores(people, scale.code)
        mean = 100 * sum(scores) / len(scores) if enough and scores else None
        scales.append((scale, known[scale.code], mean))
    flagged = taken.exclude(flags=[]).count()
    return Quality(instrument, len(people), taken.count(), flagged, scales)
