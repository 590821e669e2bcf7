"""An assessment is begun after consent, left, taken up on another device, finished and shared."""

from playwright.sync_api import expect

from employment.guidance.assessments.models import Answer, Result
from employment.privacy.enums import Purpose
from tests.factories.students import make_student
from tests.journeys.conftest import COMBINATIONS, word


@COMBINATIONS
def test_student_takes_an_assessment(open_page, cookie_of, sound, world, screen, language):
    student = make_student(consents=[Purpose.MATCHING])
    cookies = [cookie_of(student.user)]

    def visit(path):
        return open_page(path, screen=screen, language=language, cookies=cookies, policy=False)

    page = visit("/assessments/")
    sound(page)
    page.get_by_role("link", name=word("Begin", language)).nth(2).click()
    expect(
        page.get_by_role("heading", name=word("Your consent comes first", language))
    ).to_be_visible()
    sound(page)
    page.get_by_role("button", name=word("I agree, begin", language)).click()

    page.wait_for_url("**/assessments/sittings/*/")
    sound(page)
    answer(page, "4")
    answer(page, "2")
    page.keyboard.press("5")
    expect(page.locator("progress").first).to_have_attribute("value", "3")

    other = visit("/assessments/")  # another device
    other.get_by_role("link", name=word("Continue", language)).click()
    expect(other.locator("progress").first).to_have_attribute("value", "3")
    for number in range(3, 24):
        answer(other, str(1 + number * 7 % 5))
    sound(other)
    other.get_by_role("button", name=word("Finish and see the result", language)).click()

    other.wait_for_url("**/assessments/results/*/")
    expect(other.locator(".q-alert.is-warning")).to_be_visible()  # a machine answers fast
    sound(other)
    other.get_by_role("button", name=word("Show it to my counsellor", language)).click()
    expect(other.locator("body")).to_contain_text(
        word("Your counsellor can read this result.", language)
    )
    assert Result.objects.get().is_shared
    assert Answer.objects.count() == 24
    assert not Answer.objects.filter(milliseconds=None).exists()


def answer(page, value):
    """Wait for the question to change, as a person would."""
    here = page.locator("input[name=item]").get_attribute("value")
    page.locator(f"button[name=value][value='{value}']").click()
    page.wait_for_function(
        "here => document.querySelector('input[name=item]')?.value !== here", arg=here
    )


@COMBINATIONS
def test_own_data_fits_its_screen(open_page, cookie_of, sound, world, screen, language):
    cookies = [cookie_of(make_student(skills=["python"]).user)]

    page = open_page(
        "/assessments/data/", screen=screen, language=language, cookies=cookies, policy=False
    )

    sound(page)
    expect(page.locator("body")).to_contain_text("Python")
