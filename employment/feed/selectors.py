"""What each role's first screen shows. Reads the apps below, owns nothing."""

import datetime as dt
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from employment.accounts.actors import Actor
from employment.accounts.enums import OFFICE_ROLES
from employment.applications.enums import OPEN_STATES, ApplicationState
from employment.applications.models import Application
from employment.common.models import Job
from employment.guidance.assessments.selectors import home_card as assessment_card
from employment.guidance.plans.selectors.plan import (
    course_for,
    due_tasks,
    present_steps,
    roadmap,
    settings_of,
)
from employment.guidance.reports.selectors.pages import home_card as report_card
from employment.imports.models import ImportFile
from employment.matches.models import Match, StudentSync
from employment.matches.repeats import overview
from employment.matches.selectors import MatchFilter, student_matches
from employment.postings.enums import PostingState, VerificationState
from employment.postings.models import Employer, Posting
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import has_consent
from employment.students.enums import EnrolmentState
from employment.students.models import StudentProfile
from employment.students.strength import strength_of
from employment.support.selectors.caseload import least_contacted
from employment.support.selectors.home import staff_counselling, student_counselling

TOP = 5
SOON = dt.timedelta(days=14)


def student_home(student: StudentProfile, *, today: dt.date) -> dict[str, Any]:
    matches = student_matches(student, MatchFilter(), today=today)
    matches = matches.exclude(pk__in=overview(matches).hidden)
    applied = student.applications.values("posting")
    ending = (
        matches.filter(posting__deadline__range=(today, today + SOON))
        .exclude(posting__in=applied)
        .order_by("posting__deadline", "-score")
    )
    return {
        "student": student,
        "today": today,
        "plan": plan_today(student, today=today),
        "strength": strength_of(student),
        "agreed": has_consent(user_id=student.user_id, purpose=Purpose.MATCHING),
        "matches": matches[:TOP],
        "match_count": matches.count(),
        "ending": ending[:TOP],
        "applications": student.applications.filter(state__in=OPEN_STATES).with_list_data()[:TOP],
        "offers": student.applications.filter(state=ApplicationState.OFFER).count(),
        "guidance_report": report_card(student),
        "open_assessment": assessment_card(student),
        "counselling": student_counselling(student, now=timezone.now()),
    }


def plan_today(student: StudentProfile, *, today: dt.date) -> dict[str, Any]:
    """What the plan says is due; the card is absent when there is nothing. A milestone that has
    become a task is named once."""
    course = course_for(student, settings_of(student))
    tasks = due_tasks(student, today=today)
    taken = {task.source_key for task in tasks}
    present = present_steps(roadmap(student, course, today=today))
    steps = [step for step in present if step.code not in taken]
    return {"tasks": tasks[:TOP], "steps": steps[: max(0, TOP - len(tasks))]}


def employer_home(actor: Actor) -> dict[str, Any]:
    employer = (
        Employer.objects.select_related("organisation")
        .filter(organisation_id=actor.employer_id or 0)
        .first()
    )
    postings = (
        Posting.objects.visible_to(actor)
        .annotate(
            applicants=Count("applications", distinct=True),
            waiting=Count(
                "applications",
                filter=Q(applications__state=ApplicationState.SUBMITTED),
                distinct=True,
            ),
        )
        .prefetch_related("regions")
        .order_by("-waiting", "-updated_at", "-pk")
    )
    return {
        "employer": employer,
        "postings": postings[:10],
        "states": dict(
            Posting.objects.visible_to(actor)
            .order_by()
            .values_list("state")
            .annotate(n=Count("pk"))
        ),
        "waiting": Application.objects.visible_to(actor)
        .filter(state=ApplicationState.SUBMITTED)
        .with_list_data()[:TOP],
    }


def office_home(actor: Actor) -> dict[str, Any]:
    """Queues with their age: what needs a decision."""
    review = Posting.objects.editable_by(actor).filter(state=PostingState.REVIEW)
    claimed = StudentProfile.objects.visible_to(actor).filter(enrolment=EnrolmentState.CLAIMED)
    employers = Employer.objects.verifiable_by(actor).pending()
    students = StudentProfile.objects.visible_to(actor)
    return {
        "review": review.select_related("employer__organisation").order_by("state_since")[:TOP],
        "review_count": review.count(),
        "claimed": claimed.select_related("user", "major").order_by("created_at")[:TOP],
        "claimed_count": claimed.count(),
        "employer_count": employers.count(),
        "imports": ImportFile.objects.visible_to(actor).select_related("job")[:TOP],
        "students": students.count(),
        "matched": StudentSync.objects.filter(student__in=students).count(),
        "open_postings": Posting.objects.visible_to(actor).open(timezone.localdate()).count(),
        "applications": Application.objects.visible_to(actor).running().count(),
        "latest": Application.objects.visible_to(actor).with_list_data()[:TOP],
        "is_office": actor.role in OFFICE_ROLES,
        "counselling": staff_counselling(actor, now=timezone.now()),
        "cases": least_contacted(actor, now=timezone.now(), limit=TOP),
    }


def platform_home() -> dict[str, Any]:
    """Is it healthy?"""
    return {
        "jobs": Job.objects.select_related("created_by")[:10],
        "running": Job.objects.filter(finished_at__isnull=True, started_at__isnull=False).count(),
        "students": StudentProfile.objects.count(),
        "synced": StudentSync.objects.count(),
        "postings": Posting.objects.open(timezone.localdate()).count(),
        "matches": Match.objects.count(),
        "latest": Match.objects.order_by("-computed_at").values("encoder", "computed_at").first(),
        "pending": Employer.objects.filter(state=VerificationState.PENDING).count(),
    }
