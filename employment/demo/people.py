"""The demo world's students, as a roster brings them."""

import datetime as dt
from decimal import Decimal
from typing import Any

from employment.accounts.models import Organisation
from employment.demo import world
from employment.demo.picks import number, pick, some
from employment.demo.places import city_code
from employment.privacy.enums import Purpose
from employment.students.enums import ExperienceKind, SkillLevel
from employment.students.importer import majors_by_name, skills_by_name
from employment.students.models import StudentProfile
from employment.students.services.roster import RosterEntry, add_students
from employment.taxonomy.models import Major


def add_people(schools: dict[str, Organisation]) -> list[StudentProfile]:
    written = []
    for school in world.SCHOOLS:
        rows = [row for row in world.students() if row.school is school]
        agreed = [row for row in rows if number("employers", row.number, below=10) < 7]
        for group, purposes in (
            (agreed, (Purpose.MATCHING, Purpose.STATISTICS, Purpose.EMPLOYERS)),
            ([row for row in rows if row not in agreed], (Purpose.MATCHING, Purpose.STATISTICS)),
        ):
            written += add_students(
                university=schools[school.name],
                entries=[entry_of(row) for row in group],
                purposes=purposes,
            )
    return written


def entry_of(row: world.DemoStudent) -> RosterEntry:
    rich, some_detail = row.detail == 2, row.detail >= 1
    return RosterEntry(
        student_no=row.student_no,
        name=row.name,
        college=row.college,
        profile={
            "degree": 30 if row.school.vocational else 40,
            "major_id": major_of(row).pk,
            "major_text": row.major,
            "cohort": row.cohort,
            "programme_years": 3 if row.school.vocational else 4,
            "gpa": Decimal(260 + number("gpa", row.number, below=130)) / 100,
            "summary": summary_of(row) if rich else "",
        },
        intention=intention_of(row) if some_detail else {},
        wishes={"regions": regions_of(row)} if some_detail else {},
        records=records_of(row) if some_detail else {},
    )


def major_of(row: world.DemoStudent) -> Major:
    """Of the catalogue's level that the school teaches; some names stand on both levels."""
    level = "vocational" if row.school.vocational else "undergraduate"
    found = Major.objects.filter(name=row.major, level=level).first()
    return found or majors_by_name()[row.major.casefold()]


def summary_of(row: world.DemoStudent) -> str:
    skills = "、".join(row.role.must[:2])
    wish = pick(
        (
            "希望在{city}从事{title}，先把基础打牢。",
            "想做{title}，愿意从一线开始。",
            "毕业后打算去{city}，方向是{title}。",
            "对{title}有长期兴趣，喜欢把事情做完再说。",
        ),
        "wish",
        row.number,
    )
    return f"{row.major}专业，{skills}用得最多。" + wish.format(
        city=row.city, title=row.role.titles[0]
    )


def intention_of(row: world.DemoStudent) -> dict[str, Any]:
    low, _high = row.role.pay
    hard = number("hard", row.number, below=10)
    return {
        "titles": world.titles_of(row.role, row.number),
        "pay_floor": int(low * 1000 * (0.7 + number("floor", row.number, below=4) / 10)),
        "regions_hard": hard == 0,
        "pay_hard": hard == 1,
        "kinds": ["full_time"] if number("kind", row.number, below=5) else [],
    }


def regions_of(row: world.DemoStudent) -> list[str]:
    cities = [row.city, pick(world.places(), "second", row.number).city]
    count = 1 + number("regions", row.number, below=2)
    return [city_code(city) for city in dict.fromkeys(cities)][:count]


def records_of(row: world.DemoStudent) -> dict[str, list[dict[str, Any]]]:
    at, role = row.number, row.role
    known = [
        *some(role.must, 2 + number("k", at, below=2), "km", at),
        *some(role.plus, 1 + row.detail, "kp", at),
    ]
    skills = [
        {
            "name": name,
            "level": pick(SkillLevel.values[1:], "level", at, name),
            "skill_id": skills_by_name().get(name.casefold()),
            "evidence": pick(role.projects, "ev", at, name)[:120] if row.detail == 2 else "",
        }
        for name in dict.fromkeys(known)
    ]
    if row.detail < 2:
        return {"skills": skills}
    return {
        "skills": skills,
        "experiences": experiences_of(row),
        "certificates": certificates_of(row),
        "languages": [{"name": "英语四级", "score": str(425 + number("cet", at, below=180))}]
        if number("lang", at, below=3)
        else [],
    }


def experiences_of(row: world.DemoStudent) -> list[dict[str, Any]]:
    start = dt.date(row.cohort - 1, 3 + number("month", row.number, below=6), 1)
    texts_of_role = some(row.role.projects, 1 + number("x", row.number, below=2), "x", row.number)
    return [
        {
            "kind": ExperienceKind.INTERNSHIP if "实习" in text else ExperienceKind.PROJECT,
            "title": text.replace(":", "：").split("：")[0].split("，")[0][:60],
            "description": text,
            "start": start,
            "end": start + dt.timedelta(days=60 + 30 * place),
        }
        for place, text in enumerate(texts_of_role)
    ]


def certificates_of(row: world.DemoStudent) -> list[dict[str, Any]]:
    held = number("cert", row.number, below=3) and row.role.certificates
    return [
        {"name": name, "skill_id": skills_by_name().get(name.casefold())}
        for name in (row.role.certificates[:1] if held else ())
    ]
