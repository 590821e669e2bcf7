from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.enums import Kind, Language, Template
from employment.postings.models import Posting
from employment.students.models import StudentProfile


class ResumeQuerySet(models.QuerySet["Resume"]):
    def visible_to(self, actor: Actor) -> Self:
        """The student's own; for staff what their students share. Employers see what is attached
        to an application, never a resume."""
        rows = self.filter(student__in=StudentProfile.objects.visible_to(actor))
        return rows if actor.role == Role.STUDENT else rows.filter(is_shared=True)


class Resume(models.Model):
    """``draft`` is what the editor shows; ``revision`` grows with every saved change of it."""

    student = models.ForeignKey(StudentProfile, on_delete=models.CASCADE, related_name="resumes")
    title = models.CharField(_("title"), max_length=80)
    language = models.CharField(_("language"), max_length=2, choices=Language)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.MASTER)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="variants"
    )
    posting = models.ForeignKey(
        Posting, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    template = models.CharField(
        _("template"), max_length=8, choices=Template, default=Template.CLASSIC
    )
    draft = models.JSONField()
    revision = models.PositiveIntegerField(default=1)
    is_shared = models.BooleanField(_("shared with the counsellor"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ResumeQuerySet.as_manager()

    class Meta:
        verbose_name = _("resume")
        verbose_name_plural = _("resumes")
        ordering = ("kind", "-updated_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("student", "posting", "language"), name="resume_one_variant_a_posting"
            ),
            models.CheckConstraint(
                condition=models.Q(kind=Kind.VARIANT)
                | models.Q(parent__isnull=True, posting__isnull=True),
                name="resume_master_stands_alone",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def content(self) -> ResumeContent:
        return ResumeContent.from_json(self.draft)


class ResumeVersion(models.Model):
    """A kept state of a resume with what the rules said about it then."""

    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    data = models.JSONField()
    score = models.PositiveSmallIntegerField(null=True)
    judgement = models.JSONField(default=dict)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    note = models.CharField(_("note"), max_length=120, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("resume version")
        verbose_name_plural = _("resume versions")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=("resume", "number"), name="resume_version_number"),
        )

    def __str__(self) -> str:
        return f"{self.resume_id} {self.number}"

    @property
    def content(self) -> ResumeContent:
        return ResumeContent.from_json(self.data)


class DraftStep(models.Model):
    """The draft before a change, for taking it back; only the newest are kept."""

    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="steps")
    data = models.JSONField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("earlier draft")
        verbose_name_plural = _("earlier drafts")
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.resume_id} {self.pk}"


class UploadedResume(models.Model):
    """What was read from a file, until the student confirms it or a day has passed. The file
    itself is not kept."""

    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="uploaded_resumes"
    )
    name = models.CharField(max_length=200)
    reading = models.JSONField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("uploaded resume")
        verbose_name_plural = _("uploaded resumes")
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.pk}"
