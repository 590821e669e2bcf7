from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.students.enums import DataSource, Degree, ExperienceKind, SkillLevel
from employment.students.models.profiles import StudentProfile


class Education(models.Model):
    """A programme the student follows or followed, with the courses worth naming."""

    student = models.ForeignKey(StudentProfile, on_delete=models.CASCADE, related_name="educations")
    school = models.CharField(_("school"), max_length=120)
    degree = models.PositiveSmallIntegerField(_("degree"), choices=Degree, null=True, blank=True)
    major = models.ForeignKey(
        "taxonomy.Major", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    major_text = models.CharField(_("major as written"), max_length=80, blank=True)
    start = models.DateField(_("start"), null=True, blank=True)
    end = models.DateField(_("end"), null=True, blank=True)
    is_minor = models.BooleanField(_("minor or second degree"), default=False)
    courses = models.TextField(_("main courses"), blank=True, max_length=2000)
    source = models.CharField(max_length=10, choices=DataSource, default=DataSource.STUDENT)

    class Meta:
        verbose_name = _("education")
        verbose_name_plural = _("educations")
        ordering = ("-end", "-id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(start__isnull=True)
                | models.Q(end__isnull=True)
                | models.Q(end__gte=models.F("start")),
                name="education_ends_after_start",
                violation_error_message=_("The end lies before the start."),
            ),
        )

    def __str__(self) -> str:
        return self.school


class GradeRecord(models.Model):
    """A course result as the university reports it; students read it, imports write it."""

    student = models.ForeignKey(StudentProfile, on_delete=models.CASCADE, related_name="grades")
    course = models.CharField(_("course"), max_length=120)
    credits = models.DecimalField(_("credits"), max_digits=4, decimal_places=1, null=True)
    score = models.DecimalField(_("score"), max_digits=5, decimal_places=2, null=True)
    term = models.CharField(_("term"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("grade")
        verbose_name_plural = _("grades")
        ordering = ("-term", "course")
        constraints = (
            models.UniqueConstraint(fields=("student", "course", "term"), name="grade_unique"),
        )

    def __str__(self) -> str:
        return self.course


class Experience(models.Model):
    """An internship, project or other activity in the student's words: evidence for skills."""

    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="experiences"
    )
    kind = models.CharField(_("kind"), max_length=12, choices=ExperienceKind)
    title = models.CharField(_("title"), max_length=120)
    organisation = models.CharField(_("organisation"), max_length=120, blank=True)
    start = models.DateField(_("start"), null=True, blank=True)
    end = models.DateField(_("end"), null=True, blank=True)
    description = models.TextField(_("what I did and what came of it"), blank=True, max_length=3000)
    source = models.CharField(max_length=10, choices=DataSource, default=DataSource.STUDENT)

    class Meta:
        verbose_name = _("experience")
        verbose_name_plural = _("experiences")
        ordering = ("-end", "-start", "-id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(start__isnull=True)
                | models.Q(end__isnull=True)
                | models.Q(end__gte=models.F("start")),
                name="experience_ends_after_start",
                violation_error_message=_("The end lies before the start."),
            ),
        )

    def __str__(self) -> str:
        return self.title


class SkillClaim(models.Model):
    """A skill the student names, with a level and what proves it."""

    student = models.ForeignKey(StudentProfile, on_delete=models.CASCADE, related_name="skills")
    skill = models.ForeignKey(
        "taxonomy.Skill", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(_("skill"), max_length=60)
    level = models.PositiveSmallIntegerField(
        _("level"), choices=SkillLevel, default=SkillLevel.UNSTATED
    )
    evidence = models.CharField(_("what proves it"), max_length=300, blank=True)
    source = models.CharField(max_length=10, choices=DataSource, default=DataSource.STUDENT)

    class Meta:
        verbose_name = _("skill claim")
        verbose_name_plural = _("skill claims")
        ordering = ("-level", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("student", "name"),
                name="skill_claim_unique",
                violation_error_message=_("This skill is already in your list."),
            ),
        )

    def __str__(self) -> str:
        return self.name


class Certificate(models.Model):
    """A certificate or licence the student holds."""

    student = models.ForeignKey(
        StudentProfile, on_delete=models.CASCADE, related_name="certificates"
    )
    skill = models.ForeignKey(
        "taxonomy.Skill", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(_("certificate"), max_length=120)
    issued = models.DateField(_("issued"), null=True, blank=True)
    source = models.CharField(max_length=10, choices=DataSource, default=DataSource.STUDENT)

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ("-issued", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("student", "name"),
                name="certificate_unique",
                violation_error_message=_("This certificate is already in your list."),
            ),
        )

    def __str__(self) -> str:
        return self.name


class LanguageScore(models.Model):
    """A language with a test result or a level in words."""

    student = models.ForeignKey(StudentProfile, on_delete=models.CASCADE, related_name="languages")
    skill = models.ForeignKey(
        "taxonomy.Skill", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(_("language or test"), max_length=60)
    score = models.CharField(_("score or level"), max_length=30, blank=True)
    source = models.CharField(max_length=10, choices=DataSource, default=DataSource.STUDENT)

    class Meta:
        verbose_name = _("language score")
        verbose_name_plural = _("language scores")
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("student", "name"),
                name="language_score_unique",
                violation_error_message=_("This language is already in your list."),
            ),
        )

    def __str__(self) -> str:
        return self.name
