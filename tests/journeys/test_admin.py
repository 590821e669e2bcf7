"""A university's admin reads the dashboard as pictures, as tables and as files."""

import io

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from employment.accounts.enums import Role
from employment.matches.services.rows import match_students
from employment.students.models import StudentProfile
from tests.factories.accounts import make_university, make_user
from tests.factories.postings import make_posting
from tests.factories.students import make_intention, make_student
from tests.journeys.conftest import COMBINATIONS, word


@pytest.fixture
def dean(world):
    university = make_university()
    for major in ("080901", "080902", "120203K", "101101", "080202", "080901"):
        make_intention(make_student(university=university, major=major))
    for occupation in ("2-02-10-03", "2-02-10-03", "2-06-03-00"):
        make_posting(occupation=occupation, industry="65", requirements=True)
    match_students(student_ids=list(StudentProfile.objects.values_list("pk", flat=True)))
    return make_user(role=Role.UNIVERSITY_ADMIN, organisation=university)


@COMBINATIONS
def test_admin_reads_charts_as_tables_and_takes_them_away(
    open_page, cookie_of, sound, dean, screen, language
):
    page = open_page("/", screen=screen, language=language, cookies=[cookie_of(dean)], policy=False)
    page.wait_for_url("**/insights/")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        word("Employment at a glance", language)
    )
    figure = page.locator("figure#occupations")
    figure.scroll_into_view_if_needed()
    expect(figure.locator("svg path").first).to_be_attached(timeout=15_000)
    sound(page)

    figure.get_by_role("button", name=word("Table", language), exact=True).click()
    expect(figure.locator("tbody tr")).to_have_count(2)
    shown = figure.locator("tbody tr").first.locator("th").inner_text()
    with page.expect_download() as download:
        figure.get_by_role("link", name=word("Spreadsheet", language)).click()

    sheet = load_workbook(io.BytesIO(download.value.path().read_bytes())).active
    assert shown in {str(cell) for row in sheet.iter_rows(values_only=True) for cell in row}


def test_admin_narrows_the_dashboard_and_every_chart_follows(open_page, cookie_of, dean):
    page = open_page("/insights/?cohort=2027", cookies=[cookie_of(dean)])
    expect(page.locator("figure").first).to_be_visible()

    page.goto("/insights/?cohort=2028")

    expect(page.locator("#results")).to_be_visible()
    assert page.locator("#results").inner_text() != ""


@pytest.mark.parametrize("path", ["/admin/", "/admin/postings/posting/"])
def test_admin_site_works_under_its_own_policy(open_page, cookie_of, dean, path):
    page = open_page(path, cookies=[cookie_of(dean)])

    expect(page.locator("main, #content, #main").first).to_be_visible()
