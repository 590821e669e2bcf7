"""A scenario is played, left in the middle, taken up again and looked back at."""

from playwright.sync_api import expect

from employment.guidance.scenarios.models import Run
from tests.factories.students import make_student
from tests.journeys.conftest import COMBINATIONS, word


@COMBINATIONS
def test_student_plays_a_scenario(open_page, cookie_of, sound, world, screen, language):
    student = make_student()
    cookies = [cookie_of(student.user)]
    page = open_page("/scenarios/", screen=screen, language=language, cookies=cookies, policy=False)
    sound(page)
    page.locator("article").first.get_by_role("button").click()

    page.wait_for_url("**/scenarios/runs/*/")
    sound(page)
    page.locator("button[name=choice]").first.click()
    page.goto("/scenarios/")
    page.get_by_role("link", name=word("Continue", language)).first.click()
    page.locator("button[name=choice]").first.click()
    page.fill("[name=words]", "三张表有误，周二补齐，抱歉。")
    page.get_by_role("button", name=word("Compare", language)).click()
    expect(page.locator("body")).to_contain_text("三张表有误")
    sound(page)
    page.locator("button[name=choice]").first.click()

    page.wait_for_url("**/debrief/")
    heading = word("What your choices showed", language)
    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    sound(page)
    page.get_by_role("button", name=word("Show it to my counsellor", language)).click()
    expect(page.locator("body")).to_contain_text(
        word("Your counsellor can read this run.", language)
    )
    assert Run.objects.get().is_shared
