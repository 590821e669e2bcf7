"""The students of a counsellor, and the load of the office's counsellors as counts."""

import datetime as dt
from typing import Any

from django.db import models
from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.utils.timezone import localdate
from django.utils.translation import pgettext_lazy

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.accounts.models import User
from employment.students.models import StudentProfile
from employment.support.enums import (
    ACTIVE_STATES,
    COUNSELLING_ROLES,
    HOLDING_STATES,
    AppointmentState,
    Visibility,
)
from employment.support.models import Appointment, FollowUp, Note


class CaseState(models.TextChoices):
    """Which students a counsellor wants to see."""

    NEVER = "never", pgettext_lazy("caseload", "Never spoken to")
    LATE = "late", pgettext_lazy("caseload", "With an overdue task")
    COMING = "coming", pgettext_lazy("caseload", "With an appointment ahead")


def chosen_cases(rows: "QuerySet[Any]", *, text: str = "", state: str = "") -> "QuerySet[Any]":
    """Those of a caseload whose name, number or major holds the text, in the wanted state."""
    if text:
        name = Q(user__name__icontains=text) | Q(student_no__iexact=text)
        rows = rows.filter(name | Q(major__name__icontains=text) | Q(major_text__icontains=text))
    match state:
        case CaseState.NEVER:
            return rows.filter(last_contact__isnull=True)
        case CaseState.LATE:
            return rows.filter(has_late=True)
        case CaseState.COMING:
            return rows.filter(next_talk__isnull=False)
    return rows


def caseload(actor: Actor, *, now: dt.datetime, mine: bool) -> QuerySet[StudentProfile]:
    """Least recently contacted first, never contacted before all.

    A contact is an appointment that took place or a note that the actor may read. Annotates
    ``last_contact``, ``next_talk`` and ``late_tasks``.
    """
    rows = StudentProfile.objects.visible_to(actor)
    if mine:
        rows = rows.filter(counsellor_id=actor.user_id)
    of_student = Appointment.objects.order_by().filter(student=OuterRef("pk"))
    talk = of_student.filter(state=AppointmentState.ATTENDED).values("student")
    coming = of_student.filter(state__in=ACTIVE_STATES, slot__starts_at__gt=now).values("student")
    readable = ~Q(visibility=Visibility.PRIVATE) | Q(author_id=actor.user_id)
    note = Note.objects.order_by().filter(readable, student=OuterRef("pk")).values("student")
    late = FollowUp.objects.visible_to(actor).overdue(localdate(now))
    return (
        rows.select_related("user", "college", "major")
        .annotate(
            last_talk=Subquery(talk.annotate(at=Max("slot__starts_at")).values("at")),
            last_note=Subquery(note.annotate(at=Max("at")).values("at")),
            next_talk=Subquery(coming.annotate(at=Min("slot__starts_at")).values("at")),
            has_late=Exists(late.filter(student=OuterRef("pk"))),
        )
        .annotate(last_contact=Greatest(F("last_talk"), F("last_note")))
        .order_by(F("last_contact").asc(nulls_first=True), "pk")
    )


def own_caseload_exists(actor: Actor) -> bool:
    rows = StudentProfile.objects.visible_to(actor)
    return rows.filter(counsellor_id=actor.user_id).exists()


def least_contacted(actor: Actor, *, now: dt.datetime, limit: int) -> list[StudentProfile]:
    """Of the own caseload, or of everybody when there is none."""
    return list(caseload(actor, now=now, mine=own_caseload_exists(actor))[:limit])


def load_of_counsellors(university_id: int, *, now: dt.datetime) -> QuerySet[User]:
    """Counts a counsellor, by name: students, times offered ahead, of them taken, talks of 90 days.

    Work to be shared out, not results: nothing here says how students fared.
    """
    since = now - dt.timedelta(days=90)
    ours = Q(memberships__organisation_id=university_id)
    ours |= Q(memberships__organisation__parent_id=university_id)
    ahead = Q(
        counselling_slots__is_cancelled=False,
        counselling_slots__starts_at__gt=now,
        counselling_slots__university_id=university_id,
    )
    taken = ahead & Q(counselling_slots__appointments__state__in=sorted(HOLDING_STATES))
    talks = Q(
        counselling_slots__appointments__state=AppointmentState.ATTENDED,
        counselling_slots__starts_at__gt=since,
        counselling_slots__university_id=university_id,
    )
    people = User.objects.filter(
        ours, memberships__role__in=sorted(COUNSELLING_ROLES), memberships__is_active=True
    )
    slots = "counselling_slots"
    students = (
        StudentProfile.objects.order_by()
        .filter(university_id=university_id, counsellor=OuterRef("pk"))
        .values("counsellor")
        .annotate(n=Count("pk"))
        .values("n")
    )
    return (
        User.objects.filter(pk__in=people.values("pk"))
        .annotate(
            students=Coalesce(Subquery(students), 0),
            ahead=Count(slots, filter=ahead, distinct=True),
            taken=Count(slots, filter=taken, distinct=True),
            talks=Count(f"{slots}__appointments", filter=talks, distinct=True),
        )
        .order_by("name", "pk")
    )


def counsellors_of(actor: Actor) -> QuerySet[User]:
    """For whom the actor may publish times: the office for all, a counsellor for the own person."""
    if actor.role == Role.CAREER_OFFICE:
        inside = Q(memberships__organisation_id=actor.university_id)
        inside |= Q(memberships__organisation__parent_id=actor.university_id)
        rows = User.objects.filter(
            inside, memberships__role__in=sorted(COUNSELLING_ROLES), memberships__is_active=True
        )
        return User.objects.filter(pk__in=rows.values("pk")).order_by("name", "pk")
    return User.objects.filter(pk=actor.user_id)
