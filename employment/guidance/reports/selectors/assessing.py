"""Results of assessments and grades as facts. Without consent to guidance there are none."""

from employment.guidance.assessments.library import instruments
from employment.guidance.assessments.models import Result
from employment.guidance.assessments.rules.instruments import Instrument
from employment.guidance.reports.rules.facts import GradeFact, ResultFact, ScaleFact
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import has_consent
from employment.students.models import GradeRecord, StudentProfile

DESCRIBED = ("interests", "personality", "values", "adaptability")


def has_agreed(student: StudentProfile) -> bool:
    return has_consent(user_id=student.user_id, purpose=Purpose.GUIDANCE)


def result_facts(student: StudentProfile) -> tuple[ResultFact, ...]:
    """The newest result of each instrument that describes a person."""
    rows = Result.objects.usable().filter(student=student, instrument__in=DESCRIBED)
    newest = {row.instrument: row for row in rows.order_by("at", "pk")}
    known = instruments()
    return tuple(
        result_fact(newest[code], known[code])
        for code in DESCRIBED
        if code in newest and code in known
    )


def result_fact(row: Result, instrument: Instrument) -> ResultFact:
    return ResultFact(
        id=row.pk,
        instrument=row.instrument,
        name={"zh": instrument.name.zh, "en": instrument.name.en},
        on=row.at.date(),
        scales=tuple(
            ScaleFact(scale.code, {"zh": scale.name.zh, "en": scale.name.en}, float(score))
            for scale in instrument.scales
            if (score := row.scores.get(scale.code)) is not None
        ),
        flagged=bool(row.flags),
    )


def grade_facts(student: StudentProfile) -> tuple[GradeFact, ...]:
    rows = GradeRecord.objects.filter(student=student, score__isnull=False)
    return tuple(GradeFact(row.pk, row.course, float(row.score or 0), row.term) for row in rows)
