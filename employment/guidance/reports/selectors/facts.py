"""All sources of a report, read for one student. A source that has nothing gives nothing."""

import datetime as dt

from employment.guidance.reports.rules.facts import Facts
from employment.guidance.reports.selectors.assessing import (
    grade_facts,
    has_agreed,
    result_facts,
)
from employment.guidance.reports.selectors.matching import match_fact
from employment.guidance.reports.selectors.plan import plan_facts
from employment.guidance.reports.selectors.planning import market_fact, target_facts
from employment.guidance.reports.selectors.profile import profile_fact
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import has_consent
from employment.students.models import StudentProfile


def facts_of(student_id: int, *, today: dt.date) -> Facts:
    """Gender, ethnicity, birthplace, hardship and disability are not among the sources."""
    student = StudentProfile.objects.with_profile().get(pk=student_id)
    agreed = has_agreed(student)
    matching = has_consent(user_id=student.user_id, purpose=Purpose.MATCHING)
    matches = match_fact(student, today=today) if matching else None
    return Facts(
        on=today,
        profile=profile_fact(student, matches.needs if matches else ()),
        agreed=agreed,
        matching=matching,
        results=result_facts(student) if agreed else (),
        grades=grade_facts(student) if agreed else (),
        matches=matches,
        targets=target_facts(student, matching=matching),
        market=market_fact(student),
        plan=plan_facts(student, today=today),
    )
