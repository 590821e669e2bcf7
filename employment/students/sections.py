"""The lists of a profile, each with its model, form and words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.students.forms import (
    CertificateForm,
    EducationForm,
    ExperienceForm,
    LanguageForm,
    SkillForm,
)
from employment.students.models import (
    Certificate,
    Education,
    Experience,
    LanguageScore,
    SkillClaim,
    StudentProfile,
)


@dataclass(frozen=True, slots=True)
class Section:
    name: str
    title: Promise
    empty: Promise
    model: type[models.Model]
    form: "type[forms.ModelForm[Any]]"
    relation: str

    def rows_of(self, student: StudentProfile) -> "models.QuerySet[Any]":
        rows: models.QuerySet[Any] = getattr(student, self.relation).all()
        return rows


SECTIONS: Mapping[str, Section] = {
    section.name: section
    for section in (
        Section(
            "skills",
            _("Skills"),
            _("Tools, methods and abilities, each with what proves it."),
            SkillClaim,
            SkillForm,
            "skills",
        ),
        Section(
            "experience",
            pgettext_lazy("profile section", "Experience"),
            _("Internships, projects, competitions: what you did and what came of it."),
            Experience,
            ExperienceForm,
            "experiences",
        ),
        Section(
            "education",
            _("Education"),
            _("Schools, minors and the courses worth naming."),
            Education,
            EducationForm,
            "educations",
        ),
        Section(
            "certificates",
            _("Certificates"),
            _("Licences and certificates you hold."),
            Certificate,
            CertificateForm,
            "certificates",
        ),
        Section(
            "languages",
            _("Languages"),
            _("Tests such as CET-4 with their scores."),
            LanguageScore,
            LanguageForm,
            "languages",
        ),
    )
}
