"""The demo world, written through the services that pages and imports use."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from employment.accounts.actors import actor_for_user
from employment.accounts.enums import OrganisationKind, Role
from employment.accounts.models import Membership, Organisation, User
from employment.applications.enums import ApplicationAction
from employment.applications.services import apply, move_application
from employment.demo import texts, world
from employment.demo.guidance import add_guidance
from employment.demo.people import add_people
from employment.demo.picks import number, pick, some
from employment.demo.places import city_code
from employment.demo.traits import add_traits
from employment.postings.enums import CompanySize, Ownership, PostingState, VerificationAction
from employment.postings.industries import industry_code
from employment.postings.models import Employer, Posting
from employment.postings.services.employers import change_verification, ensure_employers
from employment.postings.services.fields import NewPosting, PostingFields
from employment.postings.services.writing import add_postings
from employment.students.models import StudentProfile
from matching.normalise.credit_code import check_digit

PASSWORD = "qicheng-demo-2026"  # noqa: S105 -- printed for everybody, demo only
SOURCE = "demo"
STUDENT_LOGINS = ("student", "student2", "student3")
LOGINS = (
    *STUDENT_LOGINS,
    "recruiter",
    "counsellor",
    "office",
    "dean",
    "government",
    "social",
    "platform",
)
BASE_DATE = dt.date(2026, 9, 1)
BATCH = 200


def is_loaded() -> bool:
    return Posting.objects.filter(source=SOURCE).exists()


@transaction.atomic
def load_world() -> dict[str, int]:
    """Write everything once; counts by kind."""
    now = timezone.now()
    schools = {school.name: add_school(school) for school in world.SCHOOLS}
    students = add_people(schools)
    add_traits(students)
    employers = add_employers(now)
    add_all_postings(employers, schools, now)
    add_accounts(schools, employers, now)
    applications = add_applications()
    add_guidance()
    return {
        "universities": len(schools),
        "colleges": Organisation.objects.filter(kind=OrganisationKind.COLLEGE).count(),
        "students": len(students),
        "employers": len(employers),
        "postings": len(world.postings()),
        "applications": applications,
    }


def add_school(school: world.School) -> Organisation:
    university = Organisation.objects.create(
        kind=OrganisationKind.UNIVERSITY,
        name=school.name,
        name_en=school.name_en,
        region_code=school.region,
        is_vocational=school.vocational,
    )
    for name in school.colleges:
        Organisation.objects.create(kind=OrganisationKind.COLLEGE, name=name, parent=university)
    return university


def add_employers(now: dt.datetime) -> dict[str, Employer]:
    rows = world.employers()
    employers = ensure_employers(names=[row.name for row in rows], now=now)
    for row in rows:
        employer = employers[row.name]
        employer.organisation.credit_code = credit_code(row.number)
        employer.organisation.save(update_fields=["credit_code"])
        employer.industry_id = industry_code(row.role.industry)
        employer.region_id = city_code(row.place.city)
        employer.size = pick(CompanySize.values, "size", row.number)
        employer.ownership = pick(Ownership.values[:5], "own", row.number)
        employer.intro = intro_of(row)
        employer.save(update_fields=["industry", "region", "size", "ownership", "intro"])
    return employers


def intro_of(row: world.DemoEmployer) -> str:
    year = 1992 + number("year", row.number, below=30)
    line = pick(
        (
            "成立于{year}年，总部在{city}，主要做{body}方面的产品和服务。",
            "{city}本地企业，{year}年起步，客户以周边制造和公共机构为主。",
            "一家在{city}的{body}单位，{year}年设立，近三年人员稳定。",
        ),
        "intro",
        row.number,
    )
    return line.format(year=year, city=row.place.city, body=row.body)


def credit_code(at: int) -> str:
    body = f"91{420100 + at % 90:06d}MA{at:07d}"[:17]
    return body + check_digit(body)


def add_all_postings(
    employers: dict[str, Employer], schools: dict[str, Organisation], now: dt.datetime
) -> None:
    rows = [new_posting(row, employers, schools) for row in world.postings()]
    for start in range(0, len(rows), BATCH):
        add_postings(rows=rows[start : start + BATCH], actor_id=None, now=now)


def new_posting(
    row: world.DemoPosting, employers: dict[str, Employer], schools: dict[str, Organisation]
) -> NewPosting:
    at, role = row.number, row.role
    places = [row.employer.place.city]
    if number("two", at, below=12) == 0:
        places.append(pick(world.places(), "branch", at).city)
    low, high = (round(value * row.employer.place.factor * 2) * 500 for value in role.pay)
    fields: PostingFields = {
        "title": pick(role.titles, "title", at),
        "description": texts.description(row),
        "region_codes": [city_code(city) for city in places],
        "region_text": "、".join(places),
        "pay_min": low,
        "pay_max": max(high, low + 500),
        "pay_unit": "month",
        "pay_text": f"{low}-{high}元/月",
        "seats": 1 + number("seats", at, below=10),
        "deadline": BASE_DATE + dt.timedelta(days=100 + number("deadline", at, below=180)),
        "industry_id": industry_code(role.industry),
        "source": SOURCE,
        "source_id": row.source_id,
    }
    queue = number("state", at, below=40)
    state = {0: PostingState.REVIEW, 1: PostingState.DRAFT}.get(queue, PostingState.PUBLISHED)
    audience = (
        pick(list(schools.values()), "audience", at) if number("own", at, below=8) == 0 else None
    )
    if state != PostingState.PUBLISHED:
        audience = audience or pick(list(schools.values()), "reviewed by", at)
    return NewPosting(
        employer_id=employers[row.employer.name].pk,
        employer_name=row.employer.name,
        fields=fields,
        audience_id=audience.pk if audience else None,
        state=state,
    )


def add_user(username: str, name: str, role: Role, home: Organisation) -> User:
    user = User.objects.create_user(username=username, password=PASSWORD, name=name)
    user.is_staff = role in (Role.UNIVERSITY_ADMIN, Role.PLATFORM_ADMIN)
    user.is_superuser = role == Role.PLATFORM_ADMIN
    user.save(update_fields=["is_staff", "is_superuser"])
    Membership.objects.create(user=user, organisation=home, role=role)
    return user


def add_accounts(
    schools: dict[str, Organisation], employers: dict[str, Employer], now: dt.datetime
) -> None:
    """One account for every role, and verification of all but the newest employers."""
    home = schools[world.SCHOOLS[0].name]
    college = Organisation.objects.colleges_of(home.pk).order_by("pk")[0]
    platform = Organisation.objects.create(kind=OrganisationKind.PLATFORM, name="启程平台")
    bureau = Organisation.objects.create(
        kind=OrganisationKind.GOVERNMENT, name="江城市人力资源和社会保障局", region_code="420100"
    )
    social = Organisation.objects.create(kind=OrganisationKind.SOCIAL, name="江城青年就业服务中心")
    admin = add_user("platform", "平台管理员", Role.PLATFORM_ADMIN, platform)
    add_user("office", "周就业", Role.CAREER_OFFICE, home)
    add_user("dean", "顾校长", Role.UNIVERSITY_ADMIN, home)
    add_user("counsellor", "叶辅导", Role.COUNSELLOR, college)
    add_user("government", "沈处长", Role.GOVERNMENT, bureau)
    add_user("social", "任干事", Role.SOCIAL, social)
    hiring = world.employers()[0]
    add_user("recruiter", "陆经理", Role.RECRUITER, employers[hiring.name].organisation)
    add_contacts(employers)
    for school, name in zip(world.SCHOOLS, STUDENT_LOGINS, strict=True):
        give_login(name, school)
    actor = actor_for_user(admin)
    for row in world.employers()[:-6]:
        change_verification(
            employer=employers[row.name], action=VerificationAction.VERIFY, actor=actor, now=now
        )


def add_contacts(employers: dict[str, Employer]) -> None:
    """The other employers' recruiters: they answer applications, and have no password."""
    for row in world.employers()[1:]:
        user = User(username=f"hr{row.number}", name=f"{row.place.city}招聘专员{row.number}")
        user.set_unusable_password()
        user.save()
        home = employers[row.name].organisation
        Membership.objects.create(user=user, organisation=home, role=Role.RECRUITER)


def give_login(username: str, school: world.School) -> None:
    """A rich profile of each school gets a name and password to try."""
    row = next(s for s in world.students() if s.school is school and s.detail == 2)
    user = User.objects.get(student__student_no=row.student_no)
    user.username = username
    user.set_password(PASSWORD)
    user.save(update_fields=["username", "password"])


def add_applications() -> int:
    """Some students have applied for work of their own kind, and some got an answer."""
    rows = [row for row in world.students() if row.detail == 2 and row.number % 3 == 0]
    count = 0
    for row in rows:
        student = StudentProfile.objects.select_related("user").get(student_no=row.student_no)
        for posting in fitting_postings(row, student):
            application = apply(
                student=student, posting=posting, today=timezone.localdate(), message=""
            )
            count += 1
            answer(application, row.number + count)
    return count


def fitting_postings(row: world.DemoStudent, student: StudentProfile) -> Sequence[Posting]:
    wanted = [p.source_id for p in world.postings() if p.role.slug == row.role.slug]
    chosen = some(wanted, min(2, len(wanted)), "apply", row.number)
    rows = Posting.objects.open(timezone.localdate()).for_audience(student.university_id)
    return list(rows.filter(source=SOURCE, source_id__in=chosen).order_by("pk"))


def answer(application: Any, at: int) -> None:
    steps = (
        (),
        (ApplicationAction.VIEW,),
        (ApplicationAction.VIEW, ApplicationAction.INVITE),
        (ApplicationAction.REJECT,),
        (ApplicationAction.VIEW, ApplicationAction.INVITE, ApplicationAction.OFFER),
    )
    organisation_id = application.posting.employer.organisation_id
    member = Membership.objects.filter(organisation=organisation_id).select_related("user").first()
    if member is None:
        return
    for action in pick(steps, "answer", at):
        move_application(application=application, action=action, actor=actor_for_user(member.user))
