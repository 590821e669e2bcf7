from typing import Self

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import Role
from employment.matches.enums import Band, DislikeReason, FeedbackKind
from employment.postings.models import Posting
from employment.privacy.enums import Purpose
from employment.students.models import StudentProfile
from matching.reference import band_at


class MatchQuerySet(models.QuerySet["Match"]):
    def visible_to(self, actor: Actor) -> Self:
        """Students and their staff; employers see consenting students on their own postings."""
        if actor.role == Role.RECRUITER:
            return self.filter(
                posting__employer__organisation_id=actor.employer_id,
                student__in=StudentProfile.objects.consenting(Purpose.EMPLOYERS),
            )
        return self.filter(student__in=StudentProfile.objects.visible_to(actor))


class Match(models.Model):
    """An eligible pair worth showing: its score, the parts it adds up from, and the evidence.

    ``criteria`` and ``checks`` are the engine's own objects as JSON (see ``adapters``): the page
    explains the score from them and computes nothing. ``short`` entries lack one condition that
    can still be met; they come after all others. ``percentile_low`` and ``percentile_high`` are
    how far the percentile may be off for want of information. ``theirs`` is what the employer
    gains, 0–1. ``extra`` entries are here because the posting reached nobody otherwise.
    """

    # Both keys lead an index below: one more each would only make writing slower.
    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="matches", db_index=False
    )
    posting = models.ForeignKey(
        Posting, on_delete=models.CASCADE, related_name="matches", db_index=False
    )
    score = models.FloatField()
    percentile = models.FloatField(null=True)
    percentile_low = models.FloatField(null=True)
    percentile_high = models.FloatField(null=True)
    theirs = models.FloatField(null=True)
    extra = models.BooleanField(default=False)
    coverage = models.FloatField()
    band = models.CharField(max_length=10, choices=Band)
    short = models.BooleanField(default=False)
    informative = models.BooleanField(default=True)
    criteria = models.JSONField(default=list)
    checks = models.JSONField(default=list)
    encoder = models.CharField(max_length=120)
    weights_version = models.CharField(max_length=20)
    computed_at = models.DateTimeField()

    objects = MatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("match")
        verbose_name_plural = _("matches")
        ordering = ("short", "-score", "posting_id")
        indexes = (
            models.Index(
                fields=("student", "short", "-score", "posting"),
                include=("extra",),  # the last place of a list is read from the index alone
                name="match_student_score",
            ),
            models.Index(
                fields=("posting", "short", "-score", "student"), name="match_posting_score"
            ),
            models.Index(fields=("student",), condition=models.Q(extra=True), name="match_extra"),
        )
        constraints = (models.UniqueConstraint(fields=("student", "posting"), name="match_unique"),)

    def __str__(self) -> str:
        return f"{self.student_id}×{self.posting_id}"

    @property
    def bands(self) -> tuple[Band, Band]:
        """Lowest and highest band that the known information allows; a missing condition caps
        both (see ``matching.reference.band``)."""
        low, high, band = self.percentile_low, self.percentile_high, Band(self.band)
        if low is None or high is None or band == Band.ONE_STEP:
            return band, band
        is_capped = band == Band.GOOD and Band(band_at(100 * (self.percentile or 0))) == Band.STRONG
        lowest, highest = (Band(band_at(100 * share)) for share in (low, high))
        if is_capped and highest == Band.STRONG:
            return (Band.GOOD if lowest == Band.STRONG else lowest), Band.GOOD
        return lowest, highest

    @property
    def fit_label(self) -> str:
        """The band, or from which to which it may be when too little is known to say."""
        low, high = self.bands
        if low == high:
            return str(low.label)
        return gettext("%(low)s–%(high)s (not enough information)") % {
            "low": low.label,
            "high": high.label,
        }


class MatchFeedback(models.Model):
    """What a student said about a posting: saved, or not interested and why."""

    student = models.ForeignKey(StudentProfile, on_delete=models.CASCADE, related_name="feedback")
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="feedback")
    kind = models.CharField(max_length=16, choices=FeedbackKind)
    reason = models.CharField(max_length=10, choices=DislikeReason, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("match feedback")
        verbose_name_plural = _("match feedback")
        constraints = (
            models.UniqueConstraint(fields=("student", "posting"), name="match_feedback_unique"),
        )

    def __str__(self) -> str:
        return f"{self.student_id}×{self.posting_id} {self.kind}"
