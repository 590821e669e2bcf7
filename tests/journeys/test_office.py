"""A table with bad rows: looked at, mended, imported, reviewed, published, and matched."""

import io

from openpyxl import load_workbook
from playwright.sync_api import expect

from employment.accounts.enums import Role
from employment.matches.models import Match
from employment.matches.services.rows import sync_students
from employment.postings.enums import PostingState
from employment.postings.models import Posting
from tests.factories.accounts import make_user
from tests.factories.students import make_intention, make_student
from tests.journeys.conftest import COMBINATIONS, word

HEADINGS = "职位名称,职位描述,公司名称,工作城市,薪资,学历"
TEXT = "负责后端接口开发。任职要求:本科及以上学历;熟练使用 Python。"
GOOD = f"后端开发工程师,{TEXT},云杉软件有限公司,杭州,8000-12000元/月,本科"
BAD = [
    f",{TEXT},云杉软件有限公司,杭州,8000-12000元/月,本科",
    f"测试工程师,{TEXT},云杉软件有限公司,仙境,很多钱,博土",
]
MENDED = [
    f"数据工程师,{TEXT},云杉软件有限公司,杭州,8000-12000元/月,本科",
    f"测试工程师,{TEXT},云杉软件有限公司,杭州,7000-9000元/月,本科",
]


def table(*rows):
    content = "\n".join([HEADINGS, *rows]).encode("gb18030")
    return {"name": "招聘会.csv", "mimeType": "text/csv", "buffer": content}


@COMBINATIONS
def test_office_imports_mends_reviews_and_publishes(
    open_page, cookie_of, sound, world, screen, language
):
    student = make_student()
    make_intention(student)
    sync_students(student_ids=[student.pk])
    office = make_user(role=Role.CAREER_OFFICE, organisation=student.university)
    page = open_page(
        "/imports/new/",
        screen=screen,
        language=language,
        cookies=[cookie_of(office)],
        policy=False,
    )

    upload(page, table(GOOD, *BAD), language)
    assert page.input_value("[name=title]") == "职位名称"
    assert page.input_value("[name=salary]") == "薪资"
    sound(page)
    page.get_by_role("button", name=word("Dry run: check only", language)).click()

    page.wait_for_url("**/imports/*/")
    findings = page.locator("tbody tr")
    expect(findings).to_have_count(4)
    for value in ("仙境", "很多钱", "博土"):
        expect(findings.filter(has_text=value)).to_have_count(1)
    sound(page)
    assert Posting.objects.count() == 0
    assert rows_to_mend(page, language) == {"3", "4"}

    page.goto("/imports/new/")
    upload(page, table(GOOD, *MENDED), language)
    page.get_by_role("button", name=word("Import", language), exact=True).click()
    page.wait_for_url("**/imports/*/")
    expect(page.locator("body")).to_contain_text(word("Every cell was read", language))
    assert Posting.objects.filter(state=PostingState.DRAFT).count() == 3

    page.goto("/postings/manage/?queue=draft")
    boxes = page.locator("input[name=posting]")
    expect(boxes).to_have_count(3)
    sound(page)
    for box in boxes.all():
        box.check()
    publish = word("Publish", language, "posting action")
    page.get_by_role("button", name=publish, exact=True).click()

    page.wait_for_load_state()
    page.goto("/postings/manage/?queue=published")
    expect(page.locator("input[name=posting]")).to_have_count(3)
    assert Match.objects.filter(student=student).count() == 3


def upload(page, file, language):
    page.select_option("[name=target]", "postings")
    page.set_input_files("[name=file]", file)
    page.check("[name=draft]")
    page.get_by_role("button", name=word("Continue to the columns", language)).click()
    page.wait_for_url("**/columns/")


def rows_to_mend(page, language):
    """Row numbers in the downloaded findings."""
    link = page.get_by_role("link", name=word("Download the findings (xlsx)", language))
    with page.expect_download() as download:
        link.click()
    content = io.BytesIO(download.value.path().read_bytes())
    return {str(row[0]) for row in load_workbook(content).active.iter_rows(2, values_only=True)}
