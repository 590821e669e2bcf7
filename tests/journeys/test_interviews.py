"""An interview is begun, left, taken up again, rated by oneself and read; the counsellor rates."""

from playwright.sync_api import expect

from employment.accounts.enums import Role
from employment.guidance.interviews.models import Answer, Attempt
from tests.factories.accounts import make_college, make_user
from tests.factories.interviews import ANSWER, make_attempt
from tests.factories.students import make_student
from tests.journeys.conftest import COMBINATIONS, word


@COMBINATIONS
def test_student_practises_an_interview(open_page, cookie_of, sound, world, screen, language):
    student = make_student()
    make_attempt(student, finished=True)
    cookies = [cookie_of(student.user)]
    page = open_page(
        "/interviews/", screen=screen, language=language, cookies=cookies, policy=False
    )
    sound(page)
    page.select_option("[name=kind]", "behavioural")
    page.select_option("[name=count]", "1")
    page.get_by_role("button", name=word("Begin", language)).click()

    page.wait_for_url("**/interviews/*/")
    sound(page)
    expect(page.get_by_role("timer")).to_contain_text(":")
    page.fill("[name=words]", ANSWER)
    expect(page.locator("[data-employment-saved]")).to_have_text(word("Saved", language))
    page.goto("/interviews/")
    page.get_by_role("link", name=word("Continue", language)).click()
    assert Answer.objects.get(closed_at=None).words == ANSWER
    page.get_by_role("button", name=word("Done, next", language)).click()

    page.wait_for_url("**/rate/")
    sound(page)
    for group in page.locator("fieldset").all():
        group.locator("input[type=radio]").nth(3).check()
    page.get_by_role("button", name=word("Show the feedback", language)).click()

    page.wait_for_url("**/feedback/")
    expect(page.locator("body")).to_contain_text("我的任务是在两周内找到原因。")
    sound(page)
    page.get_by_role("button", name=word("Compare", language), exact=True).click()
    page.wait_for_url("**/compare/**")
    sound(page)
    page.go_back()
    page.get_by_role("button", name=word("Ask my counsellor to rate it", language)).click()
    shared = word("Your counsellor can read and rate this interview.", language)
    expect(page.locator("body")).to_contain_text(shared)
    assert Attempt.objects.filter(is_shared=True).count() == 1


@COMBINATIONS
def test_counsellor_rates_what_is_shared(open_page, cookie_of, sound, world, screen, language):
    college = make_college()
    student = make_student(college=college)
    attempt = make_attempt(student, finished=True, shared=True)
    counsellor = make_user(role=Role.COUNSELLOR, organisation=college)
    page = open_page(
        f"/interviews/{attempt.pk}/rubric/",
        screen=screen,
        language=language,
        cookies=[cookie_of(counsellor)],
        policy=False,
    )
    sound(page)
    for group in page.locator("fieldset").all():
        group.locator("input[type=radio]").nth(1).check()
    page.get_by_role("button", name=word("Save", language), exact=True).click()

    page.wait_for_url("**/feedback/")
    sound(page)
    assert attempt.ratings.filter(rater="counsellor").count() == 5
