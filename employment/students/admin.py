from django.contrib import admin

from employment.accounts.admin_scope import ActorScopedAdmin, ReadOnlyInline
from employment.students.models import (
    Certificate,
    Education,
    Experience,
    Intention,
    LanguageScore,
    SkillClaim,
    StudentProfile,
)


class IntentionInline(ReadOnlyInline):
    model = Intention
    fields = ("titles", "occupations", "regions", "pay_floor", "kinds", "further_study")


class EducationInline(ReadOnlyInline):
    model = Education
    fields = ("school", "degree", "major", "start", "end", "source")


class ExperienceInline(ReadOnlyInline):
    model = Experience
    fields = ("kind", "title", "organisation", "start", "end", "source")


class SkillInline(ReadOnlyInline):
    model = SkillClaim
    fields = ("name", "level", "evidence", "source")


class CertificateInline(ReadOnlyInline):
    model = Certificate
    fields = ("name", "issued", "source")


class LanguageInline(ReadOnlyInline):
    model = LanguageScore
    fields = ("name", "score", "source")


@admin.register(StudentProfile)
class StudentAdmin(ActorScopedAdmin):
    list_display = ("user", "student_no", "college", "degree", "major", "cohort", "enrolment")
    list_filter = ("enrolment", "degree", "cohort")
    list_select_related = ("user", "college", "major")
    search_fields = ("user__name", "=student_no", "major__name")
    inlines = (
        IntentionInline,
        EducationInline,
        ExperienceInline,
        SkillInline,
        CertificateInline,
        LanguageInline,
    )
