import datetime as dt

import pytest
from django.core.management import call_command

from employment.imports.importers import ImportContext
from employment.postings.enums import PostingState
from employment.postings.importer import PostingImporter, PostingRecord, state_of
from employment.postings.models import Posting, PostingRequirement
from matching.types import Degree

DUTIES = "负责后端接口的设计与开发。"


def state(title, text=DUTIES, *, draft=False):
    fields = {"title": title, "description": text}
    return state_of(PostingRecord(company="某公司", fields=fields), draft=draft)


def test_a_course_on_sale_waits_for_a_person():
    assert state("Java开发课程/培训招生") == PostingState.REVIEW
    assert state("Java开发工程师") == PostingState.PUBLISHED
    assert state("Java开发课程/培训招生", draft=True) == PostingState.DRAFT


@pytest.mark.django_db
def test_the_text_of_an_imported_posting_may_ask_for_more_than_its_columns(tmp_path):
    demands = "任职要求：1、计算机相关专业硕士学历；2、三年以上数据分析经验。"
    rows = (
        f"S1,数据分析师,{demands},1年,本科",
        "S2,数据分析助理,任职要求：熟悉 Excel。,1年,本科",
        "S3,数据分析专员,任职要求：本科以上学历，专业不限。,经验不限,大专",
    )
    table = tmp_path / "postings.csv"
    table.write_text("\n".join(["编号,职位名称,职位描述,工作经验,学历", *rows]), encoding="utf-8")

    call_command("import_postings", str(table), verbosity=0)

    floors = Posting.objects.order_by("source_id").values_list("experience_min", "degree_floor")
    assert list(floors) == [(3, Degree.MASTER), (1, Degree.BACHELOR), (None, Degree.BACHELOR)]
    hard = PostingRequirement.objects.filter(kind="experience").order_by("posting__source_id")
    assert list(hard.values_list("minimum", "hard")) == [(3, True), (1, True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("专业不限,有无经验均可,包吃住,前期有主管亲自带。", PostingState.REVIEW),
        ("操作公司账户,分析外汇行情,不看学历。", PostingState.REVIEW),
        (f"{DUTIES}接受应届生,提供住宿。", PostingState.PUBLISHED),
    ],
)
def test_bait_in_the_text_waits_too(text, expected):
    assert state("数据分析师", text) == expected


def test_an_import_holds_the_bait_and_publishes_the_rest(university, office):
    importer, context = (
        PostingImporter(),
        ImportContext(university.pk, office.pk, dt.date(2026, 9, 1)),
    )
    rows = [
        {"title": "软件测试助理", "description": "专业不限,零基础可,包吃住。", "company": "甲"},
        {"title": "软件测试工程师", "description": "负责编写测试用例。包吃住。", "company": "乙"},
    ]
    read = [importer.read(number, row, context) for number, row in enumerate(rows)]

    importer.write([row.record for row in read], context)

    assert [[issue.code for issue in row.issues] for row in read] == [["held"], []]

    assert dict(Posting.objects.values_list("title", "state")) == {
        "软件测试助理": PostingState.REVIEW,
        "软件测试工程师": PostingState.PUBLISHED,
    }


@pytest.mark.django_db
def test_the_command_counts_what_it_took_with_a_remark(tmp_path, capsys):
    rows = (f"{title},专业不限、零基础可、包吃住。" for title in ("测试助理", "软件测试"))
    table = tmp_path / "postings.csv"
    table.write_text("\n".join(["职位名称,职位描述", *rows]), encoding="utf-8")

    call_command("import_postings", str(table))

    printed = capsys.readouterr().out
    assert "imported 2" in printed
    assert "  2 × 看起来是课程推销" in printed
