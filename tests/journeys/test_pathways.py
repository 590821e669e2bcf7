"""A student opens what is within reach, makes it a target, and looks at the ways to it."""

from playwright.sync_api import expect

from employment.guidance.pathways.models import TargetOccupation
from employment.guidance.pathways.services.demand import refresh_demand
from tests.factories.pathways import make_cost, make_course, make_demand
from tests.factories.students import make_intention, make_student
from tests.journeys.conftest import COMBINATIONS, word

CODE = "2-02-10-03"


@COMBINATIONS
def test_student_finds_a_direction(open_page, cookie_of, sound, world, screen, language):
    make_demand(6, skills=("python", "mysql", "java"))
    make_cost()
    student = make_student(skills=["python", "mysql"])
    make_intention(student, occupations=(), titles=())
    make_course(university=student.university, skills=["java"], name="Java 程序设计")
    refresh_demand()
    cookies = [cookie_of(student.user)]
    page = open_page("/pathways/", screen=screen, language=language, cookies=cookies, policy=False)
    sound(page)
    page.locator(f"a[href*='{CODE}']").first.click()

    page.wait_for_url(f"**/{CODE}/")
    sound(page)
    page.get_by_role("button", name=word("Make it my target", language)).click()
    expect(page.get_by_role("button", name=word("No longer my target", language))).to_be_visible()
    assert TargetOccupation.objects.get().occupation_id == CODE
    for name in ("courses", "internships", "regions", "transfer"):
        page.goto(f"/pathways/occupations/{CODE}/{name}/")
        sound(page)
    page.goto(f"/pathways/occupations/{CODE}/courses/")
    expect(page.locator("body")).to_contain_text("Java 程序设计")
    for path in ("directions", "further-study", "compare"):
        page.goto(f"/pathways/{path}/")
        sound(page)
