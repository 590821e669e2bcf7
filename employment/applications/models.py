from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.applications.enums import OPEN_STATES, ApplicationState
from employment.postings.models import Posting
from employment.students.models import StudentProfile


class ApplicationQuerySet(models.QuerySet["Application"]):
    def visible_to(self, actor: Actor) -> Self:
        """The student, the posting's employer, and the staff who see that student."""
        if actor.role == Role.RECRUITER:
            return self.filter(posting__employer__organisation_id=actor.employer_id)
        return self.filter(student__in=StudentProfile.objects.visible_to(actor))

    def running(self) -> Self:
        return self.filter(state__in=OPEN_STATES)

    def with_list_data(self) -> Self:
        return self.select_related(
            "posting__employer__organisation", "student__user", "student__major"
        )


class Application(models.Model):
    """A student's application for a posting; one a pair, its life in ``ApplicationStateChange``."""

    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="applications"
    )
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="applications")
    state = models.CharField(
        max_length=10, choices=ApplicationState, default=ApplicationState.SUBMITTED
    )
    message = models.TextField(_("message to the employer"), blank=True, max_length=1000)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ("-created_at", "-id")
        indexes = (models.Index(fields=("posting", "state"), name="application_posting_state"),)
        constraints = (
            models.UniqueConstraint(
                fields=("student", "posting"),
                name="application_unique",
                violation_error_message=_("You have applied for this posting already."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.student_id}→{self.posting_id}"


class ApplicationAttachment(models.Model):
    """A PDF sent along, as it was then: for the student and the posting's employer alone."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="attachments"
    )
    kind = models.SlugField(max_length=20)
    name = models.CharField(_("name"), max_length=160)
    number = models.PositiveIntegerField(_("version"))
    content = models.BinaryField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.application_id} {self.kind}"


class ApplicationStateChange(models.Model):
    """A step of an application: who, when, from where to where, with what note."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="state_changes"
    )
    from_state = models.CharField(max_length=10, choices=ApplicationState, blank=True)
    to_state = models.CharField(max_length=10, choices=ApplicationState)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    note = models.TextField(blank=True, max_length=1000)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("application step")
        verbose_name_plural = _("application steps")
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.application_id} {self.from_state}→{self.to_state}"
