import datetime as dt
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import OFFICE_ROLES, Role
from employment.students.models import StudentProfile
from employment.support.enums import SEATED, RegistrationState, Topic


class WorkshopQuerySet(models.QuerySet["Workshop"]):
    def visible_to(self, actor: Actor) -> Self:
        """Students see those for them or that they joined, staff those of their university."""
        if actor.role == Role.STUDENT:
            student = StudentProfile.objects.visible_to(actor)
            scope = models.Q(college__isnull=True)
            scope |= models.Q(college__in=student.values("college_id"))
            joined = Registration.objects.filter(student__in=student)
            scope |= models.Q(pk__in=joined.values("workshop_id"))
            return self.filter(scope, university_id__in=student.values("university_id"))
        if actor.role in OFFICE_ROLES and actor.university_id:
            return self.filter(university_id=actor.university_id)
        if actor.role == Role.COUNSELLOR and actor.university_id:
            scope = models.Q(host_id=actor.user_id) | models.Q(college__isnull=True)
            scope |= models.Q(college_id=actor.college_id) if actor.college_id else models.Q()
            return self.filter(scope, university_id=actor.university_id)
        return self.none()

    def editable_by(self, actor: Actor) -> Self:
        rows = self.visible_to(actor)
        if actor.role in OFFICE_ROLES:
            return rows
        return rows.filter(host_id=actor.user_id) if actor.role == Role.COUNSELLOR else rows.none()

    def coming(self, now: dt.datetime) -> Self:
        return self.filter(is_cancelled=False, ends_at__gt=now)

    def with_counts(self) -> Self:
        def count(*states: str) -> models.Count:
            return models.Count(
                "registrations",
                filter=models.Q(registrations__state__in=states),
                distinct=True,
            )

        return self.select_related("host", "college").annotate(
            seated=count(*sorted(SEATED)),
            waiting_count=count(RegistrationState.WAITING),
            attended=count(RegistrationState.ATTENDED),
        )


class Workshop(models.Model):
    """A meeting of many, hosted by a member of staff."""

    university = models.ForeignKey(
        "accounts.Organisation", on_delete=models.CASCADE, related_name="workshops"
    )
    college = models.ForeignKey(
        "accounts.Organisation",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="college_workshops",
    )
    host = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="hosted_workshops"
    )
    title = models.CharField(_("title"), max_length=120)
    description = models.TextField(_("what it is about"), blank=True, max_length=3000)
    topic = models.CharField(_("topic"), max_length=12, choices=Topic)
    starts_at = models.DateTimeField(_("start"))
    ends_at = models.DateTimeField(_("end"))
    place = models.CharField(_("place"), max_length=120, blank=True)
    link = models.URLField(_("link to the meeting"), max_length=300, blank=True)
    capacity = models.PositiveSmallIntegerField(
        _("seats"), validators=[MinValueValidator(1), MaxValueValidator(2000)]
    )
    materials_link = models.URLField(_("link to the materials"), max_length=300, blank=True)
    check_in_code = models.CharField(max_length=8)
    is_cancelled = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = WorkshopQuerySet.as_manager()

    class Meta:
        verbose_name = _("workshop")
        verbose_name_plural = _("workshops")
        ordering = ("starts_at", "id")
        indexes = (
            models.Index(fields=("university", "starts_at"), name="workshop_university_start"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="workshop_ends_after_start",
            ),
            models.CheckConstraint(condition=models.Q(capacity__gte=1), name="workshop_has_seats"),
        )

    def __str__(self) -> str:
        return self.title


class Registration(models.Model):
    """A student's place in a workshop. ``seat`` is held from registration to the end."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="registrations")
    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="workshop_registrations"
    )
    state = models.CharField(max_length=12, choices=RegistrationState)
    seat = models.PositiveSmallIntegerField(null=True, blank=True)
    queued_at = models.DateTimeField()
    rating = models.PositiveSmallIntegerField(null=True, blank=True)
    comment = models.CharField(_("comment"), max_length=500, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("workshop registration")
        verbose_name_plural = _("workshop registrations")
        ordering = ("queued_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("workshop", "student"), name="registration_once"),
            models.UniqueConstraint(fields=("workshop", "seat"), name="registration_one_a_seat"),
            models.CheckConstraint(
                condition=models.Q(seat__isnull=True, state__in=["waiting", "cancelled"])
                | models.Q(seat__isnull=False, state__in=["registered", "attended", "absent"]),
                name="registration_seat_goes_with_state",
            ),
            models.CheckConstraint(
                condition=models.Q(rating__isnull=True) | models.Q(rating__range=(1, 5)),
                name="registration_rating_1_to_5",
            ),
        )

    def __str__(self) -> str:
        return f"{self.workshop_id} {self.student_id}"
