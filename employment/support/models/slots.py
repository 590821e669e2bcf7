import datetime as dt
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import OFFICE_ROLES, Role
from employment.students.models import StudentProfile
from employment.support.enums import HOLDING_STATES, Topic


class CounsellingRules(models.Model):
    """How a university handles appointments; without a row the defaults hold."""

    university = models.OneToOneField(
        "accounts.Organisation", on_delete=models.CASCADE, related_name="counselling_rules"
    )
    cancel_hours = models.PositiveSmallIntegerField(
        _("students may cancel or move until (hours before)"),
        default=12,
        validators=[MaxValueValidator(168)],
    )
    no_show_limit = models.PositiveSmallIntegerField(
        _("missed appointments before bookings need a confirmation"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
    )
    reminder_hours = models.PositiveSmallIntegerField(
        _("reminder (hours before)"),
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(168)],
    )

    class Meta:
        verbose_name = _("rules of counselling")
        verbose_name_plural = _("rules of counselling")

    def __str__(self) -> str:
        return f"{self.university_id}"


class SlotQuerySet(models.QuerySet["Slot"]):
    def offered_to(self, student: StudentProfile) -> Self:
        """Of the own university: for everybody, for the own college, or of the own counsellor."""
        scope = models.Q(college__isnull=True)
        if student.college_id:
            scope |= models.Q(college_id=student.college_id)
        if student.counsellor_id:
            scope |= models.Q(counsellor_id=student.counsellor_id)
        return self.filter(scope, university_id=student.university_id)

    def visible_to(self, actor: Actor) -> Self:
        """Own slots of a counsellor, all of the university for its office."""
        if actor.role in OFFICE_ROLES and actor.university_id:
            return self.filter(university_id=actor.university_id)
        if actor.role == Role.COUNSELLOR and actor.university_id:
            return self.filter(university_id=actor.university_id, counsellor_id=actor.user_id)
        return self.none()

    def coming(self, now: dt.datetime) -> Self:
        return self.filter(is_cancelled=False, starts_at__gt=now)

    def free(self) -> Self:
        """Neither held nor waited for."""
        return self.without_holder().filter(waiting__isnull=True)

    def without_holder(self) -> Self:
        return self.exclude(
            models.Exists(
                self.model._base_manager.filter(
                    pk=models.OuterRef("pk"), appointments__state__in=sorted(HOLDING_STATES)
                )
            )
        )

    def with_taken(self) -> Self:
        """``taken_count``: whether an appointment holds it; ``waiting_count``: who waits for it."""
        held = models.Q(appointments__state__in=sorted(HOLDING_STATES))
        return self.annotate(
            taken_count=models.Count("appointments", filter=held, distinct=True),
            waiting_count=models.Count("waiting", distinct=True),
        )


class Slot(models.Model):
    """A time at which a counsellor sees one student. Its time never changes: it is cancelled."""

    university = models.ForeignKey(
        "accounts.Organisation", on_delete=models.CASCADE, related_name="counselling_slots"
    )
    college = models.ForeignKey(
        "accounts.Organisation",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="college_counselling_slots",
    )
    counsellor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="counselling_slots"
    )
    starts_at = models.DateTimeField(_("start"))
    ends_at = models.DateTimeField(_("end"))
    place = models.CharField(_("place"), max_length=120, blank=True)
    link = models.URLField(_("link to the meeting"), max_length=300, blank=True)
    topics = ArrayField(
        models.CharField(max_length=12, choices=Topic), verbose_name=_("topics"), default=list
    )
    series = models.UUIDField(null=True, blank=True, db_index=True)
    is_cancelled = models.BooleanField(default=False)
    cancelled_because = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SlotQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment slot")
        verbose_name_plural = _("appointment slots")
        ordering = ("starts_at", "id")
        indexes = (
            models.Index(fields=("university", "starts_at"), name="slot_university_start"),
            models.Index(fields=("counsellor", "starts_at"), name="slot_counsellor_start"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="slot_ends_after_start"
            ),
            models.CheckConstraint(
                condition=~models.Q(place="", link=""), name="slot_has_place_or_link"
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def topic_labels(self) -> list[str]:
        return [str(Topic(value).label) for value in self.topics]
