"""Names of groups, of what the engine sees, and of what it never sees."""

from dataclasses import fields

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.insights.enums import Trait
from matching.types import Candidate, Vacancy

Text = str | Promise

GROUPS: dict[tuple[str, str], Text] = {
    (Trait.GENDER, "women"): _("Women"),
    (Trait.GENDER, "men"): _("Men"),
    (Trait.GENDER, "other"): pgettext_lazy("gender", "Other"),
    (Trait.ETHNICITY, "han"): _("Han"),
    (Trait.ETHNICITY, "minority"): _("Ethnic minorities"),
    (Trait.BIRTHPLACE, "east"): pgettext_lazy("region of China", "East"),
    (Trait.BIRTHPLACE, "central"): pgettext_lazy("region of China", "Central"),
    (Trait.BIRTHPLACE, "west"): pgettext_lazy("region of China", "West"),
    (Trait.BIRTHPLACE, "northeast"): pgettext_lazy("region of China", "Northeast"),
    (Trait.AREA, "district"): _("Born in a city district"),
    (Trait.AREA, "county"): _("Born in a county"),
    (Trait.HARDSHIP, "yes"): _("Recognised hardship"),
    (Trait.HARDSHIP, "no"): _("No recognised hardship"),
    (Trait.DISABILITY, "yes"): _("With a disability"),
    (Trait.DISABILITY, "no"): _("Without a disability"),
}
# Fields of the engine's input types in words; a test holds this list against the types.
CANDIDATE: dict[str, Text] = {
    "id": _("a number without meaning"),
    "audience": _("university (only for postings meant for its students)"),
    "degree": _("degree"),
    "majors": _("majors"),
    "major_name": _("major as written"),
    "cohort": _("graduation year"),
    "experience_years": _("years of work"),
    "skills": _("skills with level and evidence"),
    "certificates": _("certificates"),
    "languages": _("languages"),
    "courses": _("courses"),
    "experiences": _("projects, internships and jobs in the student's words"),
    "summary": _("the text “about me”"),
    "target_titles": _("intended job titles"),
    "target_occupations": _("intended occupations"),
    "trade": _("skills that stand for a wish not stated"),
    "regions": _("wanted places"),
    "regions_hard": _("whether only these places"),
    "industries": _("wanted industries"),
    "pay_floor": _("lowest pay"),
    "pay_hard": _("whether not below this pay"),
    "kinds": _("wanted kinds of work"),
    "kinds_hard": _("whether only these kinds"),
}
VACANCY: dict[str, Text] = {
    "id": _("a number without meaning"),
    "title": _("title"),
    "description": _("text"),
    "duties": _("duties"),
    "requirements": _("requirements read from the text"),
    "occupations": _("occupation code"),
    "regions": _("places"),
    "industries": _("industry"),
    "pay_min": _("pay from"),
    "pay_max": _("pay to"),
    "kind": _("kind of work"),
    "seats": _("seats"),
    "audience": _("university it is meant for"),
}
NEVER: tuple[Text, ...] = (
    pgettext_lazy("of a person", "name"),
    _("photo"),
    _("gender"),
    _("ethnicity"),
    _("place of birth"),
    _("hardship"),
    _("disability"),
    _("phone and e-mail"),
    _("student number"),
    _("grade point average"),
    _("answers to assessments"),
)


def group_name(trait: str, group: str) -> str:
    return str(GROUPS.get((trait, group), group))


def engine_inputs() -> dict[str, list[str]]:
    """Read from the types themselves: a new field shows up here at once, named or not."""
    return {
        "candidate": [str(CANDIDATE.get(f.name, f.name)) for f in fields(Candidate)],
        "vacancy": [str(VACANCY.get(f.name, f.name)) for f in fields(Vacancy)],
        "never": [str(word) for word in NEVER],
    }
