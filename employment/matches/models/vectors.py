from django.db import models
from django.utils.translation import gettext_lazy as _
from pgvector.django import HalfVectorField

from employment.postings.models import Posting
from employment.students.models import StudentProfile


class TextVector(models.Model):
    """The embedding of one text of a row. ``key`` hashes text and encoder: equal texts are
    embedded once, changed texts and other encoders are embedded again. It belongs to its row, so
    that erasing the row erases it."""

    key = models.CharField(max_length=32, db_index=True)
    encoder = models.CharField(max_length=120)
    vector = HalfVectorField()

    class Meta:
        abstract = True


class StudentVector(TextVector):
    student = models.ForeignKey(StudentProfile, on_delete=models.CASCADE, related_name="vectors")

    class Meta:
        verbose_name = _("student vector")
        verbose_name_plural = _("student vectors")
        constraints = (
            models.UniqueConstraint(fields=("student", "key"), name="student_vector_unique"),
        )

    def __str__(self) -> str:
        return f"{self.student_id} {self.key}"


class PostingVector(TextVector):
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="vectors")

    class Meta:
        verbose_name = _("posting vector")
        verbose_name_plural = _("posting vectors")
        constraints = (
            models.UniqueConstraint(fields=("posting", "key"), name="posting_vector_unique"),
        )

    def __str__(self) -> str:
        return f"{self.posting_id} {self.key}"


class Sync(models.Model):
    """Up to which revision matching has seen a row; the sweep repairs whatever lags behind."""

    revision = models.PositiveBigIntegerField()
    engine = models.CharField(max_length=160)
    synced_at = models.DateTimeField()

    class Meta:
        abstract = True


class StudentSync(Sync):
    student = models.OneToOneField(StudentProfile, on_delete=models.CASCADE, related_name="sync")

    class Meta:
        verbose_name = _("student sync")
        verbose_name_plural = _("student syncs")

    def __str__(self) -> str:
        return f"{self.student_id}@{self.revision}"


class PostingSync(Sync):
    posting = models.OneToOneField(Posting, on_delete=models.CASCADE, related_name="sync")
    was_open = models.BooleanField()

    class Meta:
        verbose_name = _("posting sync")
        verbose_name_plural = _("posting syncs")

    def __str__(self) -> str:
        return f"{self.posting_id}@{self.revision}"
