"""The course catalogue of a university: one course by hand, or a whole file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from employment.accounts.models import Organisation
from employment.common.errors import InvalidError
from employment.guidance.pathways.enums import CourseKind
from employment.guidance.pathways.models import Course
from employment.imports.tables import Readable, Row, read_table
from employment.matches.adapters.lexicon import skill_mentions
from employment.taxonomy.models import Skill

MOST_ROWS = 5000
SEPARATORS = str.maketrans("，、；;|", ",,,,,")
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "code": ("code", "course number", "课程代码", "课程编号", "课程号"),
    "name": ("name", "course", "课程名称", "课程名", "课程"),
    "name_en": ("name_en", "english name", "英文名称"),
    "kind": ("kind", "类型", "课程类型"),
    "programme": ("programme", "program", "辅修或微专业", "微专业", "辅修"),
    "credits": ("credits", "学分"),
    "term": ("term", "开课学期", "学期"),
    "prerequisites": ("prerequisites", "先修课程", "先修"),
    "skills": ("skills", "技能", "培养技能"),
}
KINDS = {
    "": CourseKind.COURSE,
    "course": CourseKind.COURSE,
    "课程": CourseKind.COURSE,
    "minor": CourseKind.MINOR,
    "辅修": CourseKind.MINOR,
    "micro": CourseKind.MICRO,
    "微专业": CourseKind.MICRO,
}


@dataclass(frozen=True, slots=True)
class RowIssue:
    row: int
    field: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    added: int
    changed: int
    issues: tuple[RowIssue, ...]


@transaction.atomic
def save_course(
    *,
    university: Organisation,
    fields: Mapping[str, Any],
    prerequisites: Iterable[Course],
    skills: Iterable[Skill],
    course: Course | None = None,
) -> Course:
    """Add or change a course. Raises ``InvalidError`` where prerequisites run in a circle."""
    Organisation.objects.select_for_update().get(pk=university.pk)
    course = course or Course(university=university)
    for name, value in fields.items():
        setattr(course, name, value)
    course.save()
    course.prerequisites.set(prerequisites)
    course.skills.set(skills)
    if in_circle(university, course):
        raise InvalidError(_("These prerequisites run in a circle."))
    return course


def in_circle(university: Organisation, course: Course) -> bool:
    """Whether the course is among its own prerequisites' prerequisites."""
    pairs = Course.prerequisites.through.objects.filter(from_course__university=university)
    needs: dict[int, set[int]] = {}
    for later, earlier in pairs.values_list("from_course_id", "to_course_id"):
        needs.setdefault(later, set()).add(earlier)
    seen: set[int] = set()
    queue = list(needs.get(course.pk, ()))
    while queue:
        at = queue.pop()
        if at == course.pk:
            return True
        if at not in seen:
            seen.add(at)
            queue += needs.get(at, ())
    return False


def delete_course(*, course: Course) -> None:
    course.delete()


@transaction.atomic
def import_courses(*, university: Organisation, file: Readable, name: str) -> ImportOutcome:
    """Add and change courses by their number; rows with a fault are reported and left out.

    csv, xlsx or JSON lines, UTF-8 or GB18030. Without a skills cell the skills are those that the
    course's name mentions. The same file twice changes nothing. Raises ``TableError`` for an
    unreadable file, ``InvalidError`` for one without the columns of number, name and credits.
    """
    Organisation.objects.select_for_update().get(pk=university.pk)
    table = read_table(file, name)
    columns = mapping_of(table.columns)
    absent = [field for field in ("code", "name", "credits") if field not in columns]
    if absent:
        raise InvalidError(_("The file needs the columns number, name and credits."))
    reader = _Reader(university, columns)
    for row in list(table.rows)[:MOST_ROWS]:
        reader.read(row)
    reader.link()
    return ImportOutcome(reader.added, reader.changed, tuple(reader.issues))


def mapping_of(columns: Sequence[str]) -> dict[str, str]:
    plain = {column.strip().casefold(): column for column in columns}
    found = {
        field: next((plain[name] for name in names if name in plain), "")
        for field, names in HEADINGS.items()
    }
    return {field: column for field, column in found.items() if column}


def parts_of(text: str) -> list[str]:
    cut = text.translate(SEPARATORS).split(",")
    return list(dict.fromkeys(part.strip() for part in cut if part.strip()))


class _Reader:
    """One file's rows; prerequisites are linked at the end, when all courses are known."""

    def __init__(self, university: Organisation, columns: Mapping[str, str]) -> None:
        self.university = university
        self.columns = columns
        self.added = self.changed = 0
        self.issues: list[RowIssue] = []
        self.needs: list[tuple[int, Course, list[str]]] = []
        self.skills = {row.name.casefold(): row for row in Skill.objects.all()}
        self.known = {row.code: row for row in Course.objects.filter(university=university)}

    def cell(self, row: Row, field: str) -> str:
        column = self.columns.get(field)
        return row.values.get(column, "").strip() if column else ""

    def refuse(self, row: Row, field: str, reason: str | Promise) -> None:
        self.issues.append(RowIssue(row.number, field, self.cell(row, field)[:80], str(reason)))

    def read(self, row: Row) -> None:
        code, name = self.cell(row, "code")[:30], self.cell(row, "name")[:120]
        credits = credits_of(self.cell(row, "credits"))
        kind = KINDS.get(self.cell(row, "kind").casefold())
        if not code or not name:
            self.refuse(row, "code" if not code else "name", _("This cell is empty."))
            return
        if credits is None:
            self.refuse(row, "credits", _("A number of credits between 0.5 and 30."))
            return
        if kind is None:
            self.refuse(row, "kind", _("Course, minor or micro-credential."))
            return
        values = {
            "name": name,
            "name_en": self.cell(row, "name_en")[:200],
            "kind": kind,
            "programme": self.cell(row, "programme")[:120],
            "credits": credits,
            "term": self.cell(row, "term")[:30],
        }
        course = self.write(code, values, self.skills_of(row, name))
        self.needs.append((row.number, course, parts_of(self.cell(row, "prerequisites"))))

    def skills_of(self, row: Row, name: str) -> list[Skill]:
        named = parts_of(self.cell(row, "skills"))
        if not named:
            ids = {skill for skill, _sentence in skill_mentions(name)}
            return [skill for skill in self.skills.values() if skill.pk in ids]
        found = []
        for one in named:
            skill = self.skills.get(one.casefold()) or self.mentioned(one)
            if skill:
                found.append(skill)
            else:
                reason = str(_("This skill is not known."))
                self.issues.append(RowIssue(row.number, "skills", one[:80], reason))
        return found

    def mentioned(self, text: str) -> Skill | None:
        ids = [skill for skill, _sentence in skill_mentions(text)]
        return next((row for row in self.skills.values() if row.pk in ids), None)

    def write(self, code: str, values: Mapping[str, Any], skills: Sequence[Skill]) -> Course:
        course = self.known.get(code)
        if course is None:
            course = Course.objects.create(university=self.university, code=code, **values)
            self.known[code] = course
            self.added += 1
        elif self.differs(course, values, skills):
            for name, value in values.items():
                setattr(course, name, value)
            course.save()
            self.changed += 1
        course.skills.set(skills)
        return course

    def differs(self, course: Course, values: Mapping[str, Any], skills: Sequence[Skill]) -> bool:
        same = all(getattr(course, name) == value for name, value in values.items())
        taught = set(course.skills.values_list("pk", flat=True))
        return not same or taught != {row.pk for row in skills}

    def link(self) -> None:
        for number, course, codes in self.needs:
            rows = [
                self.known[code] for code in codes if code in self.known and code != course.code
            ]
            for code in codes:
                if code not in self.known:
                    reason = str(_("No course has this number."))
                    self.issues.append(RowIssue(number, "prerequisites", code[:80], reason))
            course.prerequisites.set(rows)
            if rows and in_circle(self.university, course):
                course.prerequisites.clear()
                reason = str(_("These prerequisites run in a circle."))
                self.issues.append(RowIssue(number, "prerequisites", ", ".join(codes), reason))


def credits_of(text: str) -> Decimal | None:
    """In steps of a half; None for what is no such number."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    fits = value.is_finite() and Decimal("0.5") <= value <= 30 and value * 2 == int(value * 2)
    return value if fits else None
