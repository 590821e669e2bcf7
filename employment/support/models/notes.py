import datetime as dt
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.students.models import StudentProfile
from employment.support.enums import COUNSELLING_ROLES, TaskOwner, Visibility
from employment.support.models.appointments import Appointment


class NoteQuerySet(models.QuerySet["Note"]):
    def visible_to(self, actor: Actor) -> Self:
        """Shared ones for the student; staff who counsel read theirs and those not private.

        Administrators, employers and everybody else read none.
        """
        rows = self.filter(student__in=StudentProfile.objects.visible_to(actor))
        if actor.role == Role.STUDENT:
            return rows.filter(visibility=Visibility.SHARED)
        if actor.role in COUNSELLING_ROLES:
            private = models.Q(visibility=Visibility.PRIVATE)
            return rows.filter(~private | models.Q(author_id=actor.user_id))
        return rows.none()


class Note(models.Model):
    """What was said. Never changed or removed: a correction is a new note that names the old."""

    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="counselling_notes"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="counselling_notes",
    )
    appointment = models.ForeignKey(
        Appointment, null=True, blank=True, on_delete=models.SET_NULL, related_name="notes"
    )
    visibility = models.CharField(_("who may read it"), max_length=8, choices=Visibility)
    text = models.TextField(_("note"), max_length=4000)
    corrects = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="correction"
    )
    at = models.DateTimeField(auto_now_add=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ("-at", "-id")
        indexes = (models.Index(fields=("student", "-at"), name="note_student_at"),)

    def __str__(self) -> str:
        return f"{self.pk}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A note is never changed; write a correction.")
        super().save(*args, **kwargs)


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def visible_to(self, actor: Actor) -> Self:
        """Students see theirs; staff those of their students and their own."""
        rows = self.filter(student__in=StudentProfile.objects.visible_to(actor))
        if actor.role == Role.STUDENT:
            return rows.filter(owner=TaskOwner.STUDENT)
        if actor.role in COUNSELLING_ROLES:
            own = models.Q(owner=TaskOwner.STAFF, created_by_id=actor.user_id)
            return rows.filter(models.Q(owner=TaskOwner.STUDENT) | own)
        return rows.none()

    def doable_by(self, actor: Actor) -> Self:
        """Whose it is may tick it; the counsellor who set it may too."""
        rows = self.visible_to(actor)
        return rows if actor.role == Role.STUDENT else rows.filter(created_by_id=actor.user_id)

    def open(self) -> Self:
        return self.filter(done_at__isnull=True)

    def overdue(self, today: dt.date) -> Self:
        return self.open().filter(due__lt=today)


class FollowUp(models.Model):
    """Something to do after a talk, by the student or by the counsellor who wrote it down."""

    student = models.ForeignKey(StudentProfile, on_delete=models.CASCADE, related_name="follow_ups")
    owner = models.CharField(_("who does it"), max_length=8, choices=TaskOwner)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="follow_ups"
    )
    appointment = models.ForeignKey(
        Appointment, null=True, blank=True, on_delete=models.SET_NULL, related_name="follow_ups"
    )
    title = models.CharField(_("task"), max_length=160)
    due = models.DateField(_("due"))
    done_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("follow-up task")
        verbose_name_plural = _("follow-up tasks")
        ordering = ("due", "id")
        indexes = (
            models.Index(
                fields=("student", "due"),
                condition=models.Q(done_at__isnull=True),
                name="follow_up_open",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}"
