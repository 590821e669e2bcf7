from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.accounts.enums import OFFICE_ROLES, Role
from employment.privacy.enums import Purpose
from employment.students.enums import DataSource, Degree, EnrolmentState


class StudentQuerySet(models.QuerySet["StudentProfile"]):
    def visible_to(self, actor: Actor) -> Self:
        """A student sees the own row, staff the rows of their college or university."""
        if actor.role == Role.STUDENT:
            return self.filter(user_id=actor.user_id)
        if actor.role in OFFICE_ROLES and actor.university_id:
            return self.filter(university_id=actor.university_id)
        if actor.role == Role.COUNSELLOR and actor.university_id:
            mine = models.Q(counsellor_id=actor.user_id)
            if actor.college_id:
                mine |= models.Q(college_id=actor.college_id)
            return self.filter(mine, university_id=actor.university_id)
        if actor.role == Role.PLATFORM_ADMIN:
            return self
        return self.none()

    def consenting(self, purpose: Purpose) -> Self:
        return self.filter(
            user__consents__purpose=purpose, user__consents__withdrawn_at__isnull=True
        )

    def with_profile(self) -> Self:
        """All that a profile page, its strength or the matcher read."""
        return self.select_related(
            "user", "university", "college", "major", "intention"
        ).prefetch_related(
            "skills",
            "experiences",
            "educations__major",
            "certificates",
            "languages",
            "intention__regions",
            "intention__occupations",
            "intention__industries",
        )

    def matchable(self) -> Self:
        """Students who agreed to be matched and say at least their degree or a major."""
        return self.consenting(Purpose.MATCHING).exclude(
            degree__isnull=True, major__isnull=True, major_text=""
        )


class StudentProfile(models.Model):
    """A student of one university. ``revision`` grows with every change that matching must see."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="student"
    )
    university = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="students"
    )
    college = models.ForeignKey(
        "accounts.Organisation",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="college_students",
    )
    counsellor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="counselled_students",
    )
    enrolment = models.CharField(
        max_length=12, choices=EnrolmentState, default=EnrolmentState.CLAIMED
    )
    student_no = models.CharField(_("student number"), max_length=40, blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    degree = models.PositiveSmallIntegerField(_("degree"), choices=Degree, null=True, blank=True)
    major = models.ForeignKey(
        "taxonomy.Major", null=True, blank=True, on_delete=models.PROTECT, related_name="students"
    )
    major_text = models.CharField(_("major as written"), max_length=80, blank=True)
    cohort = models.PositiveSmallIntegerField(_("graduation year"), null=True, blank=True)
    programme_years = models.PositiveSmallIntegerField(
        _("years of the programme"), null=True, blank=True
    )
    gpa = models.DecimalField(
        _("grade point average"), max_digits=4, decimal_places=2, null=True, blank=True
    )
    work_years = models.DecimalField(
        _("years of full-time work"),
        max_digits=3,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(50)],
        help_text=_("0 if none yet. Internships belong to your experience."),
    )
    summary = models.TextField(_("about me"), blank=True, max_length=2000)
    source = models.CharField(max_length=10, choices=DataSource, default=DataSource.STUDENT)
    revision = models.PositiveBigIntegerField(default=1, db_default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True, db_default=Now())

    objects = StudentQuerySet.as_manager()

    class Meta:
        verbose_name = _("student")
        verbose_name_plural = _("students")
        ordering = ("id",)
        indexes = (
            models.Index(fields=("university", "cohort"), name="student_university_cohort"),
            models.Index(fields=("college",), name="student_college"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("university", "student_no"),
                condition=~models.Q(student_no=""),
                name="student_number_unique",
                violation_error_message=_("This student number is in use at the university."),
            ),
            models.CheckConstraint(
                condition=models.Q(cohort__isnull=True) | models.Q(cohort__range=(1990, 2100)),
                name="student_cohort_plausible",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def name(self) -> str:
        return str(self.user)

    @property
    def profile_url(self) -> str:
        return reverse("students:profile")


NO_HARDSHIP = "无"


class ProtectedTraits(models.Model):
    """What must never reach the matcher; read only by the career office and the fairness audit.

    Empty means not known; ``hardship`` says ``NO_HARDSHIP`` where the university knows of none.
    """

    student = models.OneToOneField(
        StudentProfile, on_delete=models.CASCADE, related_name="protected"
    )
    gender = models.CharField(_("gender"), max_length=10, blank=True)
    ethnicity = models.CharField(_("ethnicity"), max_length=20, blank=True)
    birthplace = models.ForeignKey(
        "taxonomy.Region", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    hardship = models.CharField(_("hardship category"), max_length=20, blank=True)
    disability = models.BooleanField(_("disability"), null=True, blank=True)

    class Meta:
        verbose_name = _("protected traits")
        verbose_name_plural = _("protected traits")

    def __str__(self) -> str:
        return f"{self.student_id}"
