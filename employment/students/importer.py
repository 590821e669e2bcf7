"""Students from a roster or another system's export."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models.functions import Lower

from employment.accounts.models import Organisation, User
from employment.imports.enums import ImportTarget
from employment.imports.importers import ImportContext, ReadRow, RowState
from employment.students.enums import ExperienceKind, SkillLevel
from employment.students.import_cells import NOTHING, Cells, parts, region_names
from employment.students.import_columns import FIELDS, MESSAGES
from employment.students.import_traits import traits_of
from employment.students.models import StudentProfile
from employment.students.services.roster import RosterEntry, add_students, refresh_students
from employment.taxonomy import selectors
from employment.taxonomy.models import Industry, Major, Skill
from employment.taxonomy.selectors.rows import kept_per_process
from matching.normalise.degree import read_degree
from matching.normalise.experience import read_experience
from matching.normalise.region import read_regions

LEVELS = {
    "EXPERT": SkillLevel.EXPERT,
    "PROFICIENT": SkillLevel.EXPERT,
    "SKILLED": SkillLevel.SKILLED,
    "GOOD": SkillLevel.FAMILIAR,
    "GENERAL": SkillLevel.AWARE,
    "精通": SkillLevel.EXPERT,
    "熟练": SkillLevel.SKILLED,
    "掌握": SkillLevel.SKILLED,
    "熟悉": SkillLevel.FAMILIAR,
    "了解": SkillLevel.AWARE,
}
YEAR = re.compile(r"(?:20)?(\d{2})\s*届?")


class StudentImporter:
    target = ImportTarget.STUDENTS
    fields = FIELDS
    messages = MESSAGES

    def read(self, number: int, values: Mapping[str, str], context: ImportContext) -> ReadRow:
        cell = Cells(values)
        if not cell["student_no"]:
            cell.refuse("student_no", "missing")
        if context.organisation_id is None:
            cell.refuse("student_no", "no_university")
        if cell.refused:
            return ReadRow(number, None, tuple(cell.issues))
        entry = RosterEntry(
            student_no=cell["student_no"][:40],
            name=cell["name"][:60] or cell["student_no"][:40],
            email=email_of(cell),
            college=cell["college"][:120],
            profile=profile_of(cell),
            intention={"titles": titles_of(cell), "pay_floor": pay_of(cell)},
            wishes=wishes_of(cell),
            records=records_of(cell),
            traits=traits_of(cell),
        )
        return ReadRow(number, entry, tuple(cell.issues))

    def write(self, records: Sequence[RosterEntry], context: ImportContext) -> list[RowState]:
        if not records:
            return []
        university = Organisation.objects.universities().get(pk=context.organisation_id or 0)
        entries = {entry.student_no: entry for entry in reversed(records)}
        rows = StudentProfile.objects.filter(university=university, student_no__in=entries)
        known = set(rows.values_list("student_no", flat=True))
        fresh = [entry for number, entry in entries.items() if number not in known]
        add_students(
            university=university,
            entries=list(reversed(without_used_emails(fresh))),
            purposes=context.options.get("purposes", ()),
        )
        changed = refresh_students(university=university, entries={no: entries[no] for no in known})
        seen: set[str] = set()
        return [state_of(entry, known, changed, seen) for entry in records]


def state_of(entry: RosterEntry, known: set[str], changed: set[str], seen: set[str]) -> RowState:
    first = entry.student_no not in seen
    seen.add(entry.student_no)
    if first and entry.student_no not in known:
        return RowState.IMPORTED
    return RowState.UPDATED if first and entry.student_no in changed else RowState.DUPLICATE


def without_used_emails(entries: Sequence[RosterEntry]) -> list[RosterEntry]:
    """An address belongs to one account: a second student with it is written without."""
    wanted = [entry.email for entry in entries if entry.email]
    lowered = User.objects.annotate(lowered=Lower("email")).filter(lowered__in=wanted)
    used = set(lowered.values_list("lowered", flat=True))
    kept = []
    for entry in entries:
        taken = entry.email.lower() in used
        used.add(entry.email.lower())
        kept.append(_without_email(entry) if taken and entry.email else entry)
    return kept


def _without_email(entry: RosterEntry) -> RosterEntry:
    return replace(entry, email="")


def titles_of(cell: Cells) -> list[str]:
    return list(dict.fromkeys(title[:60] for title in parts(cell["titles"])))[:10]


def email_of(cell: Cells) -> str:
    text = cell["email"].lower()
    if text:
        try:
            validate_email(text)
            User._meta.get_field("email").run_validators(text)
        except ValidationError:
            cell.warn("email", "email")
            return ""
    return text


def profile_of(cell: Cells) -> dict[str, Any]:
    major = major_of(cell)
    degree = read_degree(parts(cell["degree"])[0] if parts(cell["degree"]) else "")
    if degree.rank is None and cell["degree"] not in NOTHING:
        cell.warn("degree", "degree")
    return {
        "degree": int(degree.rank) if degree.rank else None,
        "major_id": major.pk if major else None,
        "major_text": cell["major"][:80],
        "cohort": cohort_of(cell),
        "gpa": gpa_of(cell),
        "work_years": work_years_of(cell),
        "phone": cell["phone"][:30],
        "summary": cell["summary"][:2000],
    }


def major_of(cell: Cells) -> Major | None:
    names = parts(cell["major"])[:1]
    if not names:
        return None
    row = majors_by_name().get(names[0].casefold())
    if row is None:
        cell.warn("major", "major")
        return None
    return row


@kept_per_process
def majors_by_name() -> dict[str, Major]:
    """Undergraduate first: where a name stands on several levels, the row's degree says more."""
    names: dict[str, Major] = {}
    order = {"undergraduate": 0, "vocational_bachelor": 1, "vocational": 2}
    for row in sorted(Major.objects.all(), key=lambda row: order.get(row.level, 3)):
        for name in (row.name, *row.former_names, row.code):
            names.setdefault(name.casefold(), row)
    return names


def cohort_of(cell: Cells) -> int | None:
    if not cell["cohort"]:
        return None
    found = YEAR.fullmatch(cell["cohort"].removesuffix("年"))
    if not found:
        cell.warn("cohort", "cohort")
        return None
    return 2000 + int(found[1])


def gpa_of(cell: Cells) -> Decimal | None:
    if not cell["gpa"]:
        return None
    try:
        value = Decimal(cell["gpa"])
    except InvalidOperation:
        value = Decimal("NaN")
    if value.is_nan() or not 0 <= value < 100:
        cell.warn("gpa", "gpa")
        return None
    return value.quantize(Decimal("0.01"))


def work_years_of(cell: Cells) -> Decimal | None:
    if not cell["work_years"]:
        return None
    reading = read_experience(cell["work_years"])
    if reading.minimum is None or reading.days_per_week is not None:
        cell.warn("work_years", "work_years")
        return None
    return Decimal(str(reading.minimum)).quantize(Decimal("0.1"))


def pay_of(cell: Cells) -> int | None:
    text = cell["pay_floor"]
    if text in NOTHING:
        return None
    if not text.isdecimal() or int(text) > 1_000_000:
        cell.warn("pay_floor", "pay")
        return None
    return int(text) or None


def wishes_of(cell: Cells) -> dict[str, list[str]]:
    """Places and industries by code. Of a chain (广东省, 广州市) the nearest place counts."""
    regions = read_regions(",".join(parts(cell["regions"])), region_names())
    for name in regions.unresolved:
        cell.warn("regions", "region", name)
    codes = [code for code in regions.codes if not holds_another(code, regions.codes)]
    picked = selectors.pick_rows(Industry.objects.all(), ",".join(parts(cell["industries"])))
    for name in picked.unknown:
        cell.warn("industries", "industry", name)
    return {"regions": codes, "industries": [row.pk for row in picked.rows]}


def holds_another(code: str, codes: Sequence[str]) -> bool:
    """Whether a province stands beside one of its own cities."""
    return code.endswith("0000") and any(other != code and other[:2] == code[:2] for other in codes)


def records_of(cell: Cells) -> dict[str, list[dict[str, Any]]]:
    experiences = [
        *experience_rows(cell["work"], ExperienceKind.INTERNSHIP),
        *experience_rows(cell["projects"], ExperienceKind.PROJECT),
        *experience_rows(cell["competitions"], ExperienceKind.COMPETITION),
    ]
    return {
        "experiences": experiences,
        "skills": skill_rows(cell["skills"]),
        "certificates": [{"name": name[:120]} for name in parts(cell["certificates"])],
        "languages": [{"name": name[:60]} for name in parts(cell["languages"])],
    }


def experience_rows(text: str, kind: ExperienceKind) -> list[dict[str, Any]]:
    rows = []
    for part in parts(text):
        title, _separator, detail = part.partition("_")
        rows.append({"kind": kind, "title": title[:120], "description": detail})
    return rows


def skill_rows(text: str) -> list[dict[str, Any]]:
    """``Python_SKILLED`` or ``Python(熟练)``: name and level; a name without level is kept."""
    rows: dict[str, dict[str, Any]] = {}
    for part in parts(text):
        name, _separator, word = part.replace("（", "_").replace("(", "_").partition("_")
        level = LEVELS.get(word.strip(" )）").upper(), SkillLevel.UNSTATED)
        skill = skills_by_name().get(name.strip().casefold())
        rows.setdefault(
            name.strip()[:60], {"name": name.strip()[:60], "level": level, "skill_id": skill}
        )
    return list(rows.values())


@kept_per_process
def skills_by_name() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in Skill.objects.all():
        for name in (row.name, row.name_en, *row.aliases):
            names.setdefault(name.casefold(), row.pk)
    return names
