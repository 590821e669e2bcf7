"""Whose rows an actor's figures count, narrowed by the filters of the URL."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.applications.models import Application, ApplicationQuerySet
from employment.insights.rules import K, is_safe_slice
from employment.postings.models import Posting
from employment.postings.models.querysets import PostingQuerySet
from employment.privacy.enums import Purpose
from employment.students.enums import EnrolmentState
from employment.students.models import StudentProfile
from employment.students.models.profiles import StudentQuerySet

PUBLIC_ROLES = frozenset({Role.GOVERNMENT, Role.SOCIAL})


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters; 0 and None ask for everything."""

    cohort: int = 0
    college_id: int | None = None
    degree: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class Scope:
    """``is_public``: aggregates over all universities for those outside them, of students who
    agreed to statistics, with small counts hidden."""

    actor: Actor
    wanted: Wanted
    today: dt.date

    @property
    def is_public(self) -> bool:
        return self.actor.role in PUBLIC_ROLES

    @property
    def k(self) -> int:
        return K if self.is_public else 0

    @property
    def since(self) -> dt.date | None:
        return self.today - dt.timedelta(days=self.wanted.days) if self.wanted.days else None

    def all_students(self) -> StudentQuerySet:
        """Before the filters. Refused enrolments are nobody's students."""
        rows: StudentQuerySet = StudentProfile.objects.exclude(enrolment=EnrolmentState.REFUSED)
        if self.is_public:
            return rows.consenting(Purpose.STATISTICS)
        return rows.visible_to(self.actor)

    def students(self) -> StudentQuerySet:
        rows = self.all_students()
        if self.wanted.cohort:
            rows = rows.filter(cohort=self.wanted.cohort)
        if self.wanted.degree:
            rows = rows.filter(degree=self.wanted.degree)
        if self.wanted.college_id and not self.is_public:
            rows = rows.filter(college_id=self.wanted.college_id)
        return rows

    def postings(self) -> PostingQuerySet:
        """Open postings that these students may see."""
        rows: PostingQuerySet = Posting.objects.all()
        if not self.is_public:
            rows = rows.visible_to(self.actor)
        rows = rows.open(self.today).order_by()
        if self.wanted.degree:
            rows = rows.open_to_degree(self.wanted.degree)
        return rows.filter(published_at__date__gte=self.since) if self.since else rows

    def applications(self) -> ApplicationQuerySet:
        rows = Application.objects.filter(student__in=self.students()).order_by()
        return rows.filter(created_at__date__gte=self.since) if self.since else rows

    def is_safe(self) -> bool:
        """False when the filters would single out fewer than ``k`` people."""
        if not self.is_public:
            return True
        rows = self.all_students().order_by().values_list("cohort", "degree")
        counts = {(c or -1, d or -1): n for c, d, n in rows.annotate(n=Count("pk"))}
        return is_safe_slice(counts, (self.wanted.cohort, self.wanted.degree), k=self.k)
