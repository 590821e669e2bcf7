"""A report is made, read, shared, opened by a stranger, taken back, and compared with the next."""

import pytest
from django.test import TestCase
from playwright.sync_api import expect

from employment.accounts.enums import Role
from employment.guidance.reports.models import Order, Report
from employment.guidance.reports.services.making import make_report
from employment.guidance.reports.services.orders import order_report, work_order
from tests.factories.accounts import make_college, make_user
from tests.factories.reports import make_rich_student
from tests.factories.students import make_skill_claim
from tests.journeys.conftest import COMBINATIONS, word


@COMBINATIONS
def test_student_reads_and_shares_a_report(open_page, cookie_of, sound, world, screen, language):
    student = make_rich_student()
    cookies = [cookie_of(student.user)]
    options = {"screen": screen, "language": language, "policy": False}
    page = open_page("/reports/", cookies=cookies, **options)
    sound(page)
    with TestCase.captureOnCommitCallbacks():
        order = order_report(student=student)
    page.goto("/reports/")
    work_order(order_id=order.pk)

    page.wait_for_url(f"**/reports/{Report.objects.get().pk}/")
    expect(page.locator("section.q-report-section")).to_have_count(8)
    sound(page)
    page.get_by_role("button", name=word("Make a link", language)).click()
    link = page.locator("#report-link").inner_text()
    sound(page)

    guest = open_page("/", **options)
    guest.goto(link)
    expect(guest.locator("section.q-report-section")).to_have_count(8)
    assert student.name not in guest.locator("body").inner_text()
    sound(guest)

    page.goto("/reports/")
    page.get_by_role("button", name=word("Take it back", language)).click()
    expect(page.get_by_role("heading", name=word("Open links", language))).to_have_count(0)

    make_skill_claim(student, skill="mysql", evidence="订单模块")
    make_report(student_id=student.pk)
    page.goto("/reports/")
    page.get_by_role("link", name=word("What has changed", language)).click()
    expect(page.get_by_role("heading", name=word("New strengths", language))).to_be_visible()
    sound(page)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_counsellor_makes_reports_of_a_college(open_page, cookie_of, sound, world, language):
    college = make_college()
    make_rich_student(college=college, university=college.parent)
    counsellor = make_user(role=Role.COUNSELLOR, organisation=college)
    page = open_page(
        "/reports/batches/", language=language, cookies=[cookie_of(counsellor)], policy=False
    )
    page.get_by_role("button", name=word("Make reports", language)).click()

    expect(page.locator(".q-job")).to_be_visible()
    sound(page)
    assert Order.objects.get().left_out == 0
