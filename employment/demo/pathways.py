"""What planning needs to show something: a catalogue, internships, months, admissions, targets."""

import csv
import datetime as dt
import io
from collections.abc import Iterator

from django.utils import timezone

from employment.accounts.enums import OrganisationKind
from employment.accounts.models import Organisation
from employment.demo import world
from employment.demo.picks import number, pick
from employment.demo.places import city_code
from employment.guidance.pathways.enums import StudyPath
from employment.guidance.pathways.models import AdmissionRecord, Course
from employment.guidance.pathways.services.costs import load_costs
from employment.guidance.pathways.services.courses import import_courses
from employment.guidance.pathways.services.demand import refresh_demand
from employment.guidance.pathways.services.targets import choose_target
from employment.postings.enums import PostingState
from employment.postings.industries import industry_code
from employment.postings.models import Employer, Posting
from employment.postings.services.fields import NewPosting, PostingFields
from employment.postings.services.writing import add_postings
from employment.students.enums import JobType
from employment.students.models import StudentProfile
from employment.taxonomy.models import Occupation

MONTHS = 8
MONTH_DAYS = 30
INTERNSHIPS = 60
SOURCE = "demo-internship"
LOGIN_TARGETS = {
    "student": "计算机软件工程技术人员",
    "student2": "机械设计工程技术人员",
    "student3": "数控程序员",
}
HEADER = ("课程代码", "课程名称", "类型", "微专业", "学分", "学期", "先修课程", "技能")


def add_pathways() -> None:
    if Course.objects.exists():
        return
    now = timezone.now()
    load_costs()
    spread_over_months(timezone.localdate(now))
    add_internships(now)
    for school in Organisation.objects.filter(kind=OrganisationKind.UNIVERSITY).order_by("pk"):
        file = io.BytesIO(catalogue().encode())
        import_courses(university=school, file=file, name="courses.csv")
        add_admissions(school, timezone.localdate(now).year)
    pin_targets()
    refresh_demand(now=now)


def spread_over_months(today: dt.date) -> None:
    """The demo postings came over eight months; of some trades more of late, of others fewer."""
    at_of = {row.source_id: row for row in world.postings()}
    rows = list(Posting.objects.filter(source="demo", source_id__in=at_of))
    for row in rows:
        role = at_of[row.source_id].role.slug
        ways = [number("age", way, row.source_id, below=MONTHS * MONTH_DAYS) for way in (0, 1)]
        age = pick((min(ways), max(ways), ways[0]), "trend", role)
        row.posted_on = today - dt.timedelta(days=age)
    Posting.objects.bulk_update(rows, ["posted_on"], batch_size=500)


def add_internships(now: dt.datetime) -> None:
    employers = {
        row.organisation.name: row for row in Employer.objects.select_related("organisation")
    }
    step = max(1, len(world.postings()) // INTERNSHIPS)
    fresh = [
        internship(row, employers[row.employer.name], timezone.localdate(now))
        for row in world.postings()[::step]
    ]
    add_postings(rows=fresh, actor_id=None, now=now)


def internship(row: world.DemoPosting, employer: Employer, today: dt.date) -> NewPosting:
    role, city = row.role, row.employer.place.city
    season = pick(("暑期实习", "寒假实习", "日常实习（每周三天以上）"), "season", row.number)
    asked = "、".join((*role.must, *role.plus[:1]))
    duties = "；".join(role.duties[:3])
    fields: PostingFields = {
        "title": f"{role.titles[0]}实习生",
        "description": f"{season}。\n工作内容：{duties}。\n要求：在校生，熟悉{asked}。",
        "kind": JobType.INTERNSHIP,
        "region_codes": [city_code(city)],
        "region_text": city,
        "pay_min": 2600,
        "pay_max": 3600,
        "pay_unit": "month",
        "pay_text": "2600-3600元/月",
        "seats": 1 + number("intern seats", row.number, below=4),
        "deadline": today + dt.timedelta(days=40 + number("intern", row.number, below=120)),
        "industry_id": industry_code(role.industry),
        "source": SOURCE,
        "source_id": f"intern-{row.number}",
    }
    return NewPosting(
        employer_id=employer.pk,
        employer_name=employer.organisation.name,
        fields=fields,
        audience_id=None,
        state=PostingState.PUBLISHED,
    )


def catalogue() -> str:
    """Three courses a trade, the second after the first; the third opens others to a trade."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(HEADER)
    for at, role in enumerate(world.roles().values(), start=1):
        table.writerows(courses_of(at, role))
    return text.getvalue()


def courses_of(at: int, role: world.Role) -> Iterator[tuple[str, ...]]:
    first, second, micro = (f"QC{at:02d}{place}" for place in (1, 2, 3))
    a, b, c = role.must[:3]
    d, e, f = role.plus[:3]
    name = role.titles[0].split("（")[0]
    yield first, f"{a}与{b}", "课程", "", "2.5", "秋季学期", "", f"{a}、{b}"
    yield second, f"{c}与{d}实践", "课程", "", "3", "春季学期", first, f"{c}、{d}"
    yield micro, f"{e}与{f}", "微专业", f"{name}微专业", "2", "秋季学期", "", f"{e}、{f}"
    yield f"{micro}A", f"{name}导论", "微专业", f"{name}微专业", "2", "秋季学期", "", f"{a}、{c}"
    yield f"{micro}B", f"{name}项目", "微专业", f"{name}微专业", "3", "春季学期", f"{micro}A", b


def add_admissions(school: Organisation, year: int) -> None:
    """Of the last three cohorts: some majors with enough people to show a rate, some without."""
    seen = StudentProfile.objects.filter(university=school, major__isnull=False)
    majors = sorted(set(seen.values_list("major_id", "degree")))
    vocational = school.is_vocational
    paths = [StudyPath.UPGRADE if vocational else StudyPath.POSTGRADUATE, StudyPath.CIVIL_SERVICE]
    AdmissionRecord.objects.bulk_create(
        AdmissionRecord(
            university=school,
            path=path,
            major_id=major,
            degree=degree,
            cohort=cohort,
            tried=(tried := number("tried", school.pk, path, major, cohort, below=24)),
            admitted=number("in", school.pk, path, major, cohort, below=tried // 2 + 1),
            source="演示数据",
        )
        for path in paths
        for major, degree in majors
        if degree
        for cohort in range(year - 2, year + 1)
    )


def pin_targets() -> None:
    for login, name in LOGIN_TARGETS.items():
        student = StudentProfile.objects.filter(user__username=login).select_related("user").first()
        occupation = Occupation.objects.details().filter(name=name).first()
        if student and occupation:
            region = student.intention.regions.first()
            choose_target(student=student, occupation=occupation, region=region, user=student.user)
