import datetime as dt

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.postings.enums import PayUnit, PostingState
from employment.postings.models.employers import Employer
from employment.postings.models.querysets import PostingQuerySet
from employment.students.enums import Degree, JobType


class Posting(models.Model):
    """A vacancy. ``revision`` grows with every change that matching must see.

    ``audience`` is the university whose students see it and whose career office manages it;
    empty: all universities, managed by the platform.
    """

    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="postings")
    audience = models.ForeignKey(
        "accounts.Organisation",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="audience_postings",
        verbose_name=_("university"),
    )
    title = models.CharField(_("title"), max_length=120)
    description = models.TextField(_("description"), max_length=12000)
    duties = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=PostingState, default=PostingState.DRAFT)
    kind = models.CharField(
        _("kind of work"), max_length=12, choices=JobType, default=JobType.FULL_TIME
    )
    occupation = models.ForeignKey(
        "taxonomy.Occupation", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    occupation_confidence = models.FloatField(null=True, blank=True)
    industry = models.ForeignKey(
        "taxonomy.Industry", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    regions = models.ManyToManyField("taxonomy.Region", blank=True, related_name="postings")
    region_text = models.CharField(_("place as written"), max_length=200, blank=True)
    pay_min = models.PositiveIntegerField(_("monthly pay from"), null=True, blank=True)
    pay_max = models.PositiveIntegerField(_("monthly pay to"), null=True, blank=True)
    pay_unit = models.CharField(max_length=6, choices=PayUnit, blank=True)
    pay_months = models.PositiveSmallIntegerField(
        _("salaries a year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(10), MaxValueValidator(36)],
    )
    pay_text = models.CharField(_("pay as written"), max_length=60, blank=True)
    pay_negotiable = models.BooleanField(_("negotiable"), default=False)
    degree_floor = models.PositiveSmallIntegerField(
        _("lowest degree"), choices=Degree, null=True, blank=True
    )
    experience_min = models.DecimalField(
        _("years of experience"),
        max_digits=3,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    fresh_only = models.BooleanField(_("fresh graduates"), null=True, blank=True)
    seats = models.PositiveIntegerField(
        _("seats"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    deadline = models.DateField(_("deadline"), null=True, blank=True)
    posted_on = models.DateField(_("first posted"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=60, blank=True)
    source_id = models.CharField(max_length=80, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    tags = models.CharField(max_length=400, blank=True)
    # Columns whose value was read from the text: read again when the text changes.
    read_fields = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    # Requirements that a person deleted, as "kind:label": not read from the text again.
    dismissed = ArrayField(models.CharField(max_length=220), default=list, blank=True)
    extraction_version = models.PositiveSmallIntegerField(default=0)
    # Every word, to find by; and the weighted words of title, employer and requirements, to
    # rank by: small enough to stay in the row, so that ranking thousands of hits is quick.
    search = SearchVectorField(null=True, editable=False)
    ranking = SearchVectorField(null=True, editable=False)
    revision = models.PositiveBigIntegerField(default=1, db_default=1)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True, db_default=Now())
    updated_at = models.DateTimeField(auto_now=True, db_default=Now())
    published_at = models.DateTimeField(null=True, blank=True)
    state_since = models.DateTimeField(default=timezone.now, db_default=Now())

    objects = PostingQuerySet.as_manager()

    class Meta:
        verbose_name = _("posting")
        verbose_name_plural = _("postings")
        ordering = ("-published_at", "-id")
        indexes = (
            models.Index(fields=("state", "-published_at"), name="posting_state_published"),
            models.Index(fields=("audience", "state"), name="posting_audience_state"),
            GinIndex(fields=("search",), name="posting_search"),
            GinIndex(fields=("ranking",), name="posting_ranking"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("source", "source_id", "audience"),
                condition=~models.Q(source_id=""),
                nulls_distinct=False,
                name="posting_source_id_unique",
                violation_error_message=_("This source already has a posting with this id."),
            ),
            models.UniqueConstraint(
                fields=("fingerprint", "audience"),
                condition=~models.Q(fingerprint=""),
                nulls_distinct=False,
                name="posting_fingerprint_unique",
                violation_error_message=_("The same posting exists already."),
            ),
            models.CheckConstraint(
                condition=models.Q(pay_min__isnull=True)
                | models.Q(pay_max__isnull=True)
                | models.Q(pay_max__gte=models.F("pay_min")),
                name="posting_pay_order",
                violation_error_message=_("The upper pay lies below the lower."),
            ),
            models.CheckConstraint(
                condition=models.Q(seats__isnull=True) | models.Q(seats__gte=1),
                name="posting_seats_positive",
                violation_error_message=_("At least one seat."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state=PostingState.PUBLISHED)
                | models.Q(published_at__isnull=False),
                name="posting_published_has_date",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def monthly_pay(self) -> tuple[int | None, int | None] | None:
        """Both bounds, or None when neither is known."""
        known = self.pay_min is not None or self.pay_max is not None
        return (self.pay_min, self.pay_max) if known else None

    def is_open(self, today: dt.date) -> bool:
        return self.state == PostingState.PUBLISHED and (
            self.deadline is None or self.deadline >= today
        )
