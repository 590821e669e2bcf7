"""The facts of one student, in a fixed number of queries whatever the lists hold."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from employment.applications.enums import ApplicationState
from employment.applications.models import Application, ApplicationStateChange
from employment.guidance.pathways.selectors.gaps import gaps
from employment.guidance.pathways.selectors.markets import market
from employment.guidance.pathways.selectors.targets import targets
from employment.guidance.plans.rules.facts import Facts
from employment.guidance.plans.rules.roadmap import Course
from employment.matches.models import Match
from employment.matches.selectors import MatchFilter, student_matches
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import has_consent
from employment.students.enums import ExperienceKind
from employment.students.models import StudentProfile

TOP = 20
CLOSING_DAYS, RECENT_DAYS, WAITING_DAYS = 7, 30, 14
SHORT_MESSAGE = 30  # characters
WANTED = 2.0  # times the mean seat
A = ApplicationState
ANSWERED = frozenset({A.INTERVIEW, A.OFFER, A.ACCEPTED, A.DECLINED, A.REJECTED})
WORK = frozenset({ExperienceKind.INTERNSHIP, ExperienceKind.JOB})


def facts_of(student: StudentProfile, course: Course | None, *, today: dt.date) -> Facts:
    """``student`` comes with its profile (``with_profile``)."""
    return Facts(
        today=today,
        agreed=has_consent(user_id=student.user_id, purpose=Purpose.MATCHING),
        profile_days=(today - timezone.localdate(student.updated_at)).days,
        **time_facts(course, today),
        **profile_facts(student),
        **application_facts(student, today),
        **match_facts(student, today),
        **target_facts(student),
    )


def time_facts(course: Course | None, today: dt.date) -> dict[str, Any]:
    if course is None:
        return {}
    month = 1 if course.winter else 6
    left = 12 * (course.cohort - today.year) + month - today.month
    return {"months_left": left, "year": course.year_on(today), "length": course.length}


def profile_facts(student: StudentProfile) -> dict[str, Any]:
    skills = student.skills.all()
    found: dict[str, Any] = {
        "skills": len(skills),
        "proven": sum(bool(row.evidence) for row in skills),
        "internships": sum(row.kind in WORK for row in student.experiences.all()),
        "languages": len(student.languages.all()),
    }
    intention = getattr(student, "intention", None)
    if intention is None:
        return found
    return found | {
        "titles": len(intention.titles),
        "regions": len(intention.regions.all()),
        "regions_hard": intention.regions_hard,
        "pay_floor": intention.pay_floor,
        "further_study": intention.further_study,
    }


def application_facts(student: StudentProfile, today: dt.date) -> dict[str, Any]:
    rows = [row for row in Application.objects.filter(student=student) if row.state != A.WITHDRAWN]
    reached = reached_states(student)
    offers = [row for row in rows if row.state == A.OFFER]
    first = min(offers, key=lambda row: row.updated_at, default=None)
    ages = {row.pk: (today - timezone.localdate(row.created_at)).days for row in rows}
    waiting = [row for row in rows if row.state in (A.SUBMITTED, A.VIEWED)]
    return {
        "sent": len(rows),
        "sent_recently": sum(days <= RECENT_DAYS for days in ages.values()),
        "plain": sum(len(row.message.strip()) < SHORT_MESSAGE for row in rows),
        "unanswered": sum(ages[row.pk] > WAITING_DAYS for row in waiting),
        "answered": sum(row.state in ANSWERED for row in rows),
        "interviews": reached[A.INTERVIEW],
        "offers_ever": reached[A.OFFER],
        "offers": len(offers),
        "offer_days": (today - timezone.localdate(first.updated_at)).days if first else 0,
        "offer_application": first.pk if first else None,
    }


def reached_states(student: StudentProfile) -> Counter[str]:
    """Applications that ever came to a state, or stand there now."""
    logged = ApplicationStateChange.objects.filter(application__student=student).values_list(
        "application_id", "to_state"
    )
    now = Application.objects.filter(student=student).values_list("pk", "state")
    return Counter(state for _application, state in {*logged, *now})


def match_facts(student: StudentProfile, today: dt.date) -> dict[str, Any]:
    """``matches`` stays unknown while there is no list."""
    rows = student_matches(student, MatchFilter(), today=today)
    counted = rows.order_by().aggregate(n=Count("pk"), short=Count("pk", filter=Q(short=True)))
    if not counted["n"]:
        return {}
    top = list(rows.select_related("posting__demand", "posting__employer__organisation")[:TOP])
    name, missing = missing_certificate(top)
    demands = [row.posting.demand.pressure for row in top if hasattr(row.posting, "demand")]
    return {
        "matches": counted["n"],
        "short": counted["short"],
        "top": len(top),
        "missing_certificate": name,
        "missing_certificate_n": missing,
        "language_asked": sum(asks_language(row) for row in top),
        "known_demand": len(demands),
        "crowded": sum(pressure > WANTED for pressure in demands),
        **closing_facts(top, student, today),
    }


def closing_facts(top: Sequence[Match], student: StudentProfile, today: dt.date) -> dict[str, Any]:
    last = today + dt.timedelta(CLOSING_DAYS)
    closing = [
        (row.posting.deadline, row.posting_id)
        for row in top
        if row.posting.deadline and row.posting.deadline <= last
        if not getattr(row, "has_applied", False) and not row.short
    ]
    if not closing:
        return {}
    day, posting = min(closing)
    return {"closing": len(closing), "closing_days": (day - today).days, "closing_posting": posting}


def missing_certificate(top: Sequence[Match]) -> tuple[str, int]:
    """The certificate that most of them require and the profile lacks, with how many."""
    counted = Counter(
        label
        for row in top
        for label in {
            check["label"]
            for check in row.checks
            if check["kind"] == "certificate" and check["outcome"] == "missing"
        }
    )
    ranked = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    return ranked[0] if ranked else ("", 0)


def asks_language(match: Match) -> bool:
    return any(check["kind"] == "language" for check in match.checks)


def target_facts(student: StudentProfile) -> dict[str, Any]:
    """Of the first target: what the market pays and the heaviest gap; unknown without one."""
    target = next(iter(targets(student)), None)
    if target is None:
        return {}
    found: dict[str, Any] = {}
    pay = market(target.occupation).pay
    if pay is not None:
        found |= {"market_p75": round(pay.p75), "market_n": pay.n}
    heaviest = next(iter(gaps(student, target.occupation)), None)
    if heaviest is not None:
        found |= {
            "gap_skill": str(heaviest.skill),
            "gap_share": heaviest.share,
            "gap_n": heaviest.n,
        }
    return found
