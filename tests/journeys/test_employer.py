"""An employer writes a posting, the career office publishes it, candidates appear unnamed."""

import pytest
from playwright.sync_api import expect

from employment.accounts.enums import Role
from employment.matches.services.rows import sync_students
from employment.postings.enums import PostingState
from employment.postings.models import Posting
from tests.factories.accounts import make_user
from tests.factories.applications import make_application
from tests.factories.postings import make_employer
from tests.factories.students import make_experience, make_intention, make_student
from tests.journeys.conftest import word

TEXT = (
    "岗位职责:\n1. 负责业务系统后端接口的设计与开发;\n"
    "任职要求:\n1. 本科及以上学历,计算机相关专业;\n2. 熟练使用 Python,熟悉 MySQL。"
)


@pytest.fixture
def people(world):
    """A student who agreed to be shown to employers, the office and the recruiter."""
    student = make_student(skills=["python"])
    student.user.name = "林不露名"
    student.user.save()
    make_intention(student)
    make_experience(student, description="独一无二的校园外卖调度接口。")
    sync_students(student_ids=[student.pk])
    return {
        "student": student,
        "office": make_user(role=Role.CAREER_OFFICE, organisation=student.university),
        "recruiter": make_user(role=Role.RECRUITER, organisation=make_employer().organisation),
    }


@pytest.mark.parametrize(("screen", "language"), [("desktop", "zh-CN"), ("phone", "en")])
def test_posting_goes_from_employer_to_candidates(
    open_page, cookie_of, sound, people, screen, language
):
    cookies = {who: [cookie_of(people[who])] for who in ("recruiter", "office")}
    options = {"screen": screen, "language": language, "policy": False}
    page = open_page("/postings/own/", cookies=cookies["recruiter"], **options)
    sound(page)
    page.get_by_role("link", name=word("New posting", language)).first.click()
    write_posting(page, people["student"].university)
    sound(page)
    page.get_by_role("button", name=word("Save and check requirements", language)).click()

    page.wait_for_url("**/requirements/")
    expect(page.locator("body")).to_contain_text("熟练使用 Python")
    sound(page)
    page.get_by_role("button", name=word("Save requirements", language)).click()
    posting = Posting.objects.get()
    page.wait_for_url(f"**/postings/{posting.pk}/")
    submit = word("Submit for review", language, "posting action")
    page.get_by_role("button", name=submit).click()
    page.wait_for_load_state()
    posting.refresh_from_db()
    assert posting.state == PostingState.REVIEW

    desk = open_page("/postings/manage/", cookies=cookies["office"], **options)
    desk.get_by_role("link", name="平台后端工程师").click()
    sound(desk)
    desk.get_by_role("button", name=word("Publish", language, "posting action"), exact=True).click()
    desk.wait_for_load_state()
    posting.refresh_from_db()
    assert posting.state == PostingState.PUBLISHED

    page.goto(f"/matches/postings/{posting.pk}/")
    expect(page.locator("article")).to_have_count(1)
    expect(page.locator("body")).to_contain_text(word("Anonymous until they apply", language))
    assert unnamed(page, people["student"])
    sound(page)

    make_application(student=people["student"], posting=posting)
    page.reload()
    expect(page.locator("article")).to_contain_text("林不露名")


def write_posting(page, university):
    page.fill("[name=title]", "平台后端工程师")
    page.select_option("[name=audience]", label=university.name)
    page.fill("[name=description]", TEXT)
    page.locator("#id_regions").fill("杭州")
    page.locator("[role=option]").first.click()
    page.fill("[name=pay_min]", "8000")
    page.fill("[name=pay_max]", "12000")


def unnamed(page, student):
    html = page.content()
    hidden = [student.user.name, student.student_no, "校园外卖调度", student.user.username]
    return not [text for text in hidden if text in html]
