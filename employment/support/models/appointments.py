from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.students.models import StudentProfile
from employment.support.enums import COUNSELLING_ROLES, HOLDING_STATES, AppointmentState, Topic
from employment.support.models.slots import Slot


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def visible_to(self, actor: Actor) -> Self:
        """A student's own and the counsellor's own; nobody else reads what it is about."""
        if actor.role == Role.STUDENT:
            return self.filter(student__user_id=actor.user_id)
        if actor.role in COUNSELLING_ROLES and actor.university_id:
            return self.filter(
                slot__university_id=actor.university_id, slot__counsellor_id=actor.user_id
            )
        return self.none()

    def with_list_data(self) -> Self:
        return self.select_related(
            "slot__counsellor", "slot__college", "student__user", "student__college"
        )


class Appointment(models.Model):
    """One student at one slot. ``sequence`` counts how often it moved, as calendars want it."""

    slot = models.ForeignKey(Slot, on_delete=models.CASCADE, related_name="appointments")
    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="counselling_appointments"
    )
    state = models.CharField(
        max_length=12, choices=AppointmentState, default=AppointmentState.BOOKED
    )
    topic = models.CharField(_("topic"), max_length=12, choices=Topic)
    message = models.TextField(_("what it is about"), blank=True, max_length=1000)
    outcome = models.TextField(_("outcome"), blank=True, max_length=2000)
    sequence = models.PositiveSmallIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ("slot__starts_at", "id")
        indexes = (models.Index(fields=("student", "state"), name="appointment_student_state"),)
        constraints = (
            models.UniqueConstraint(
                fields=("slot",),
                condition=models.Q(state__in=sorted(HOLDING_STATES)),
                name="appointment_one_a_slot",
                violation_error_message=_("This time has just been taken."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


class AppointmentStateChange(models.Model):
    """One step in the life of an appointment. Written by services, never changed."""

    appointment = models.ForeignKey(
        Appointment, on_delete=models.CASCADE, related_name="state_changes"
    )
    from_state = models.CharField(max_length=12, choices=AppointmentState, blank=True)
    to_state = models.CharField(max_length=12, choices=AppointmentState)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("step of an appointment")
        verbose_name_plural = _("steps of appointments")
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.appointment_id} {self.to_state}"


class WaitingEntry(models.Model):
    """A student who wants a taken slot. The row goes when the student gets it or leaves."""

    slot = models.ForeignKey(Slot, on_delete=models.CASCADE, related_name="waiting")
    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="counselling_waiting"
    )
    topic = models.CharField(_("topic"), max_length=12, choices=Topic)
    message = models.TextField(blank=True, max_length=1000)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("entry of a waiting list")
        verbose_name_plural = _("entries of waiting lists")
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(fields=("slot", "student"), name="waiting_once_a_slot"),
        )

    def __str__(self) -> str:
        return f"{self.slot_id} {self.student_id}"
