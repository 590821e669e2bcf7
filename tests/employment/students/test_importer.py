import datetime as dt

import pytest

from employment.imports.importers import ImportContext
from employment.students.enums import SkillLevel
from employment.students.import_traits import ETHNIC_GROUPS
from employment.students.importer import StudentImporter, without_used_emails
from employment.students.services.roster import RosterEntry
from employment.taxonomy.selectors import forget_rows
from tests.factories.taxonomy import make_taxonomy

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reference_rows(db):
    forget_rows()
    make_taxonomy()
    yield
    forget_rows()


def read(**cells):
    context = ImportContext(1, None, dt.date(2026, 9, 1))
    return StudentImporter().read(2, {"student_no": "S1", **cells}, context)


def test_names_of_the_lexicon_are_found_and_others_kept_as_written():
    row = read(skills="python_SKILLED,JAVA（精通）,MySQL(熟悉),编织,python")

    rows = row.record.records["skills"]
    assert [(item["name"], item["level"], item["skill_id"]) for item in rows] == [
        ("python", SkillLevel.SKILLED, "python"),
        ("JAVA", SkillLevel.EXPERT, "java"),
        ("MySQL", SkillLevel.FAMILIAR, "mysql"),
        ("编织", SkillLevel.UNSTATED, None),
    ]
    assert row.issues == ()


def test_nearest_place_of_a_chain_counts():
    assert read(regions="浙江省，杭州市").record.wishes["regions"] == ["330100"]
    assert read(regions="浙江").record.wishes["regions"] == ["330000"]
    assert read(regions="不限").record.wishes["regions"] == []


@pytest.mark.parametrize(
    ("text", "year", "fine"),
    [
        ("2027", 2027, True),
        ("27届", 2027, True),
        ("2027届", 2027, True),
        ("2027年", 2027, True),
        ("", None, True),
        ("明年", None, False),
        ("20271", None, False),
    ],
)
def test_graduation_year_as_people_write_it(text, year, fine):
    row = read(cohort=text)

    assert row.record.profile["cohort"] == year
    assert [issue.code for issue in row.issues] == ([] if fine else ["cohort"])


@pytest.mark.parametrize("text", ["-1", "100", "NaN", "Infinity", "1e3", "三点五"])
def test_grade_that_is_none_is_reported(text):
    row = read(gpa=text)

    assert row.record.profile["gpa"] is None
    assert [(issue.field, issue.value, issue.code) for issue in row.issues] == [
        ("gpa", text, "gpa")
    ]


def test_work_is_split_into_entries_with_their_text():
    row = read(work="云杉软件_负责接口测试", projects="校园平台_Python 后端,无")

    kinds = [(item["kind"], item["title"]) for item in row.record.records["experiences"]]
    assert kinds == [("internship", "云杉软件"), ("project", "校园平台")]
    assert row.record.records["experiences"][0]["description"] == "负责接口测试"


def test_long_cells_are_cut_to_what_is_kept():
    row = read(name="名" * 500, college="院" * 500, summary="文" * 5000, titles="岗" * 500)

    entry = row.record
    assert (len(entry.name), len(entry.college)) == (60, 120)
    assert len(entry.profile["summary"]) == 2000
    assert all(len(title) <= 60 for title in entry.intention["titles"])


def test_former_name_and_code_of_a_major_are_read():
    assert read(major="软件工程").record.profile["major_id"] == "080902"
    assert read(major="080902").record.profile["major_id"] == "080902"
    row = read(major="物联网魔法")
    assert (row.record.profile["major_id"], row.record.profile["major_text"]) == (
        None,
        "物联网魔法",
    )


def test_address_twice_in_a_batch_goes_to_the_first():
    entries = [RosterEntry("1", "甲", "a@x.cn"), RosterEntry("2", "乙", "A@x.cn")]

    kept = without_used_emails(entries)

    assert [entry.email for entry in kept] == ["a@x.cn", ""]


@pytest.mark.parametrize(
    "text", ["nobody", "a@b", f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 90}.cn"]
)
def test_address_that_is_none_is_reported_and_left_out(text):
    row = read(email=text)

    assert row.record.email == ""
    assert [issue.code for issue in row.issues] == ["email"]


@pytest.mark.parametrize(
    ("text", "years", "fine"),
    [
        ("无经验", 0, True),
        ("应届", 0, True),
        ("2年", 2, True),
        ("1-3年", 1, True),
        ("", None, True),
        ("很多", None, False),
    ],
)
def test_years_of_work_as_people_write_them(text, years, fine):
    row = read(work_years=text)

    assert row.record.profile["work_years"] == years
    assert (row.issues == ()) is fine


@pytest.mark.parametrize(
    ("cells", "traits"),
    [
        ({"gender": "女性", "ethnicity": "回"}, {"gender": "女", "ethnicity": "回族"}),
        ({"gender": "1", "disability": "否"}, {"gender": "男", "disability": False}),
        ({"hardship": "0"}, {"hardship": "无"}),
        ({"hardship": "5"}, {"hardship": "就业困难、残疾", "disability": True}),
        ({"hardship": "特别困难"}, {"hardship": "特别困难"}),
        ({"hardship": "4", "disability": "否"}, {"hardship": "残疾", "disability": False}),
        ({"birthplace": "浙江省杭州市"}, {"birthplace_id": "330100"}),
        ({}, {}),
        ({"gender": "", "ethnicity": "未知", "hardship": "", "disability": ""}, {}),
    ],
)
def test_protected_traits_are_read_apart_from_the_profile(cells, traits):
    row = read(**cells)

    assert row.record.traits == traits
    assert row.issues == ()
    assert not set(row.record.profile) & {"gender", "ethnicity", "hardship", "disability"}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("gender", "未婚"),
        ("ethnicity", "火星族"),
        ("birthplace", "某地"),
        ("hardship", "9"),
        ("disability", "也许"),
    ],
)
def test_protected_trait_that_cannot_be_read_is_reported(field, text):
    row = read(**{field: text})

    assert row.record.traits == {}
    assert [(issue.field, issue.value, issue.code) for issue in row.issues] == [
        (field, text, field)
    ]


def test_all_ethnic_groups_of_the_standard_are_known():
    assert len(ETHNIC_GROUPS - {"其他"}) == 56
