"""Small worlds of unlike students and postings, and what their lists hold."""

import random

from employment.matches.models import Match
from employment.matches.services.rows import match_students
from employment.postings.models import Posting
from employment.postings.models.requirements import RequirementKind
from employment.students.enums import Degree, JobType
from employment.students.models import StudentProfile
from tests.factories.postings import make_employer, make_posting, make_requirement
from tests.factories.students import make_experience, make_intention, make_student

MAJORS = ["080901", "080902", "080202", "120203K", "101101", None]
DEGREES = [Degree.JUNIOR_COLLEGE, Degree.BACHELOR, Degree.MASTER, None]
COHORTS = [2026, 2027, 2028, None]
SKILLS = ["python", "java", "mysql", "autocad", "accounting"]
REGIONS = ["330100", "330200", "340100", "110000", "310000"]
WORK = [
    ("后端开发工程师", "2-02-10-03", "负责业务系统后端接口的设计与开发,熟练使用 Python。"),
    ("机械设计工程师", "2-02-07-02", "负责通用设备的结构设计和出图,熟练使用 AutoCAD。"),
    ("会计", "2-06-03-00", "负责会计核算、纳税申报和月末结账。"),
    ("内科护士", "2-05-08-01", "负责病房护理、用药核对和护理记录。"),
]


def make_world(*, students=8, postings=12, seed=7):
    """Rows drawn from the lists above: the same seed gives the same world."""
    draw = random.Random(seed)
    employer = make_employer()
    return (
        [some_student(draw) for _number in range(students)],
        [some_posting(draw, employer) for _number in range(postings)],
    )


def some_student(draw):
    title, occupation, text = draw.choice(WORK)
    student = make_student(
        major=draw.choice(MAJORS),
        degree=draw.choice(DEGREES),
        cohort=draw.choice(COHORTS),
        skills=draw.sample(SKILLS, draw.randint(0, 3)),
    )
    make_intention(
        student,
        titles=[title],
        occupations=[occupation],
        regions=draw.sample(REGIONS, 2),
        regions_hard=draw.random() < 0.3,
        pay_floor=draw.choice([None, 5000, 9000]),
        pay_hard=draw.random() < 0.3,
        kinds=draw.choice([[], [JobType.FULL_TIME], [JobType.INTERNSHIP]]),
        kinds_hard=draw.random() < 0.3,
    )
    make_experience(student, description=text)
    return student


def some_posting(draw, employer):
    title, occupation, text = draw.choice(WORK)
    low = draw.choice([None, 4000, 8000])
    universities = list(StudentProfile.objects.values_list("university_id", flat=True)[:2])
    posting = make_posting(
        employer=employer,
        title=title,
        occupation=occupation,
        description=text * draw.randint(1, 2),
        regions=draw.sample(REGIONS, draw.randint(0, 2)),
        pay_min=low,
        pay_max=low and low + 2000,
        kind=draw.choice([JobType.FULL_TIME, JobType.INTERNSHIP]),
        audience_id=draw.choice([None, None, None, *universities]),
    )
    demand(posting, draw, RequirementKind.DEGREE, minimum=float(draw.choice(DEGREES[:3])))
    demand(posting, draw, RequirementKind.MAJOR, codes=[draw.choice(["08", "0809", "1202"])])
    demand(posting, draw, RequirementKind.COHORT, codes=["2027"])
    demand(posting, draw, RequirementKind.CERTIFICATE, codes=["cet-4"])
    demand(posting, draw, RequirementKind.SKILL, codes=[draw.choice(SKILLS)], hard=False)
    return posting


def demand(posting, draw, kind, **fields):
    if draw.random() < 0.5:
        values = {"label": kind, "codes": [], "hard": draw.random() < 0.7, "sentence": ""}
        make_requirement(posting, kind=kind, **(values | fields))


def lists():
    """All lists: (student, posting) → score, band and whether one step is missing."""
    return {
        (row.student_id, row.posting_id): (round(row.score, 4), row.band, row.short)
        for row in Match.objects.all()
    }


def lists_made_anew():
    """What a full recomputation gives, written over the present lists."""
    ids = list(StudentProfile.objects.values_list("pk", flat=True))
    match_students(student_ids=ids)
    return lists()


def make_empty_lists():
    """Every student's list, as made while nothing was open."""
    lists_made_anew()
    Match.objects.all().delete()


def entries():
    """All that is stored of each entry but when: (student, posting) → its fields."""
    names = [f.attname for f in Match._meta.concrete_fields if f.name not in ("id", "computed_at")]
    rows = Match.objects.values_list("student_id", "posting_id", *names)
    return {(student, posting): fields for student, posting, *fields in rows}


def posting_ids():
    return list(Posting.objects.values_list("pk", flat=True))
