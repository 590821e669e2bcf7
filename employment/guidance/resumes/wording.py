"""Headings and names of fields, for pages, files and differences."""

from django.utils.functional import Promise
from django.utils.translation import gettext, override, pgettext_lazy

SECTION_LABELS: dict[str, Promise] = {
    "summary": pgettext_lazy("section of a resume", "About me"),
    "education": pgettext_lazy("section of a resume", "Education"),
    "experience": pgettext_lazy("section of a resume", "Work experience"),
    "projects": pgettext_lazy("section of a resume", "Projects"),
    "campus": pgettext_lazy("section of a resume", "Campus activities"),
    "awards": pgettext_lazy("section of a resume", "Awards"),
    "skills": pgettext_lazy("section of a resume", "Skills"),
    "certificates": pgettext_lazy("section of a resume", "Certificates"),
    "languages": pgettext_lazy("section of a resume", "Languages"),
}
CONTACT_HEADING = pgettext_lazy("section of a resume", "Contact and aim")
CONTACT_LABELS: dict[str, Promise] = {
    "name": pgettext_lazy("resume", "Name"),
    "phone": pgettext_lazy("resume", "Phone"),
    "email": pgettext_lazy("resume", "E-mail"),
    "city": pgettext_lazy("resume", "City"),
    "links": pgettext_lazy("resume", "Links, one a line"),
}
# Per section: what title, organisation and detail mean there.
ENTRY_LABELS: dict[str, tuple[Promise, Promise, Promise]] = {
    "education": (
        pgettext_lazy("resume", "Major"),
        pgettext_lazy("resume", "School"),
        pgettext_lazy("resume", "Degree, rank"),
    ),
    "experience": (
        pgettext_lazy("resume", "Position"),
        pgettext_lazy("resume", "Organisation"),
        pgettext_lazy("resume", "Department, place"),
    ),
    "projects": (
        pgettext_lazy("resume", "Project"),
        pgettext_lazy("resume", "For whom"),
        pgettext_lazy("resume", "My role"),
    ),
    "campus": (
        pgettext_lazy("resume", "Role"),
        pgettext_lazy("resume", "Organisation"),
        pgettext_lazy("resume", "Remark"),
    ),
    "awards": (
        pgettext_lazy("resume", "Award"),
        pgettext_lazy("resume", "Awarded by"),
        pgettext_lazy("resume", "Level"),
    ),
}
UNTIL_NOW = pgettext_lazy("end of a period in a resume", "now")
CODES = {"zh": "zh-hans", "en": "en"}


def printed_headings(language: str) -> dict[str, str]:
    """Section headings in the language of the resume, whatever the page's language is."""
    with override(CODES[language]):
        return {name: str(label) for name, label in SECTION_LABELS.items()}


def printed_words(language: str) -> dict[str, str]:
    with override(CODES[language]):
        return {"now": str(UNTIL_NOW), "resume": gettext("Resume")}
