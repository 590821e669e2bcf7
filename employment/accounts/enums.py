from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class OrganisationKind(models.TextChoices):
    UNIVERSITY = "university", _("University")
    COLLEGE = "college", _("College")
    EMPLOYER = "employer", _("Employer")
    GOVERNMENT = "government", _("Government body")
    SOCIAL = "social", _("Social body")
    PLATFORM = "platform", _("Platform operator")


class Role(models.TextChoices):
    STUDENT = "student", _("Student")
    RECRUITER = "recruiter", _("Employer recruiter")
    COUNSELLOR = "counsellor", _("Counsellor")
    CAREER_OFFICE = "career_office", pgettext_lazy("role", "Career office")
    UNIVERSITY_ADMIN = "university_admin", _("University admin")
    GOVERNMENT = "government", _("Government")
    SOCIAL = "social", _("Social body member")
    PLATFORM_ADMIN = "platform_admin", _("Platform admin")


UNIVERSITY_STAFF = frozenset({Role.COUNSELLOR, Role.CAREER_OFFICE, Role.UNIVERSITY_ADMIN})
OFFICE_ROLES = frozenset({Role.CAREER_OFFICE, Role.UNIVERSITY_ADMIN})

# Which organisations a role can be held in.
ROLE_HOMES: dict[Role, frozenset[OrganisationKind]] = {
    Role.STUDENT: frozenset({OrganisationKind.UNIVERSITY}),
    Role.RECRUITER: frozenset({OrganisationKind.EMPLOYER}),
    Role.COUNSELLOR: frozenset({OrganisationKind.COLLEGE, OrganisationKind.UNIVERSITY}),
    Role.CAREER_OFFICE: frozenset({OrganisationKind.UNIVERSITY}),
    Role.UNIVERSITY_ADMIN: frozenset({OrganisationKind.UNIVERSITY}),
    Role.GOVERNMENT: frozenset({OrganisationKind.GOVERNMENT}),
    Role.SOCIAL: frozenset({OrganisationKind.SOCIAL}),
    Role.PLATFORM_ADMIN: frozenset({OrganisationKind.PLATFORM}),
}
