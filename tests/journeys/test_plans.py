"""A plan is read, an advice put away, a milestone marked, a task written and finished."""

import datetime as dt

from django.utils import timezone
from playwright.sync_api import expect

from employment.guidance.plans.models import AdviceEpisode, MilestoneMark, Task
from tests.factories.plans import make_task
from tests.factories.students import make_student
from tests.journeys.conftest import COMBINATIONS, word


@COMBINATIONS
def test_student_works_with_the_plan(open_page, cookie_of, sound, world, screen, language):
    student = make_student(cohort=timezone.localdate().year + 1)
    make_task(student, title="投递三个岗位", due=timezone.localdate() - dt.timedelta(1))
    cookies = [cookie_of(student.user)]
    page = open_page("/", screen=screen, language=language, cookies=cookies, policy=False)
    sound(page)
    page.get_by_role("link", name="投递三个岗位").click()
    page.wait_for_url("**/plans/tasks/*/")
    page.goto("/plans/")
    expect(page.locator("#tasks")).to_contain_text("投递三个岗位")
    sound(page)

    page.locator("#roadmap details[open] button[value=done]").first.click()
    page.wait_for_load_state()
    assert MilestoneMark.objects.filter(student=student, mark="done").count() == 1
    page.locator("#advice article summary").first.click()
    page.locator("#advice article button[value=later]").first.click()
    page.wait_for_load_state()
    assert AdviceEpisode.objects.filter(student=student, dismiss_reason="later").exists()
    page.locator("#tasks .list-group form[action$='/done/'] button").first.click()
    page.wait_for_load_state()
    assert Task.objects.get(student=student).state == "done"

    page.goto("/plans/settings/")
    page.get_by_role("button", name=word("Make an address", language)).click()
    expect(page.locator("#feed")).to_be_visible()
    sound(page)
