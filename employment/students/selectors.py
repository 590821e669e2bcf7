from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import F, Func, Q, QuerySet, TextField, Value
from django.utils.translation import gettext

from employment.accounts.actors import Actor
from employment.common.search_pinyin import name_pattern
from employment.privacy.enums import Purpose
from employment.students.models import Intention, ProtectedTraits, SkillClaim, StudentProfile
from employment.taxonomy.selectors.synonyms import work_synonyms

SHORTEST = 2

SORTS = {
    "": "user__name",
    "name": "user__name",
    "-name": "-user__name",
    "cohort": "cohort",
    "-cohort": "-cohort",
    "updated": "-updated_at",
}


@dataclass(frozen=True, slots=True)
class StudentFilter:
    text: str = ""
    college_id: int | None = None
    cohort: int | None = None
    degree: int | None = None
    enrolment: str = ""
    sort: str = ""


def student_list(actor: Actor, wanted: StudentFilter) -> QuerySet[StudentProfile]:
    """Students the actor may see, narrowed and sorted by the URL."""
    conditions = Q()
    if wanted.text.strip():
        conditions &= _named(wanted.text.strip()) | _able(wanted.text.strip())
    if wanted.college_id:
        conditions &= Q(college_id=wanted.college_id)
    if wanted.cohort:
        conditions &= Q(cohort=wanted.cohort)
    if wanted.degree:
        conditions &= Q(degree=wanted.degree)
    if wanted.enrolment:
        conditions &= Q(enrolment=wanted.enrolment)
    rows = StudentProfile.objects.visible_to(actor).filter(conditions).with_profile()
    return rows.order_by(SORTS.get(wanted.sort, SORTS[""]), "pk")


def _named(text: str) -> Q:
    """By name, also in pinyin, by number or by major."""
    found = (
        Q(user__name__icontains=text)
        | Q(student_no__icontains=text)
        | Q(major__name__icontains=text)
        | Q(major_text__icontains=text)
    )
    pattern = name_pattern(text)
    return found | Q(user__name__regex=pattern) if pattern else found


def _able(text: str) -> Q:
    """By skills and wanted work, also under other names, of those who agreed to be matched."""
    if len(text) < SHORTEST:
        return Q(pk__in=())
    names = (text, *work_synonyms().of(text))
    skills = reduce(or_, (Q(name__icontains=name) for name in names))
    titles = reduce(or_, (Q(wanted__icontains=name) for name in names))
    joined = Func(F("titles"), Value("|"), function="array_to_string", output_field=TextField())
    agreed = StudentProfile.objects.consenting(Purpose.MATCHING).values("pk")
    able = Q(pk__in=SkillClaim.objects.filter(skills).values("student"))
    wanting = Intention.objects.annotate(wanted=joined).filter(titles)
    return Q(pk__in=agreed) & (able | Q(pk__in=wanting.values("student")))


def protected_facts(student: StudentProfile) -> list[tuple[str, str]]:
    """What the university keeps and matching never sees: label and value, known ones only."""
    row = ProtectedTraits.objects.select_related("birthplace").filter(student=student).first()
    if row is None:
        return []
    disability = {None: "", True: gettext("yes"), False: gettext("no")}[row.disability]
    facts = (
        (gettext("Gender"), row.gender),
        (gettext("Ethnicity"), row.ethnicity),
        (gettext("Place of origin"), row.birthplace.label if row.birthplace else ""),
        (gettext("Hardship"), row.hardship),
        (gettext("Disability"), disability),
    )
    return [fact for fact in facts if fact[1]]
