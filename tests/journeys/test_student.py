"""From the first page to a sent application, without anybody's help."""

import re

from playwright.sync_api import expect

from employment.applications.models import Application
from employment.matches.models import Match
from employment.postings.services import index_postings
from employment.students.models import StudentProfile
from tests.factories.accounts import make_university
from tests.factories.postings import make_posting
from tests.factories.students import make_student
from tests.journeys.conftest import COMBINATIONS, word

PASSWORD = "orchard-lantern-42"


@COMBINATIONS
def test_student_signs_up_sees_reasons_and_applies(open_page, sound, world, screen, language):
    university = make_university()
    posting = make_posting(title="Python 后端开发工程师", requirements=True)
    make_posting(title="内科护士", audience=make_university())
    index_postings(posting_ids=[posting.pk])

    page = open_page("/", screen=screen, language=language, policy=False)
    sound(page)
    page.get_by_role("link", name=word("I am a student", language)).click()
    page.fill("[name=email]", "lin@example.edu.cn")
    page.fill("[name=password1]", PASSWORD)
    page.fill("[name=password2]", PASSWORD)
    page.get_by_role("button", name=word("Register", language)).click()

    page.wait_for_url("**/students/start/")
    sound(page)
    quick_start(page, university)
    page.get_by_role("button", name=word("Show my matches", language)).click()

    page.wait_for_url("**/matches/")
    assert Match.objects.get().posting == posting
    entry = page.locator("article").filter(has_text="Python")
    expect(page.locator("article")).to_have_count(1)
    sound(page)
    entry.get_by_role("heading").get_by_role("link").click()

    page.wait_for_url(f"**/matches/{posting.pk}/")
    expect(page.get_by_role("heading", name=word("Why you", language))).to_be_visible()
    expect(page.locator("body")).to_contain_text("熟练使用 Python")
    expect(page.locator("body")).to_contain_text("本科及以上学历")
    sound(page)
    here = page.locator("#main")
    here.get_by_role("link", name=word("Apply", language), exact=True).click()

    page.fill("[name=message]", "您好,我用 Python 做过订单接口。")
    sound(page)
    page.get_by_role("button", name=word("Send the application", language)).click()

    page.wait_for_url(re.compile(r"/applications/\d+/"))
    state = word("Submitted", language, "application state")
    expect(page.locator(".q-badge").filter(has_text=state).first).to_be_visible()
    sound(page)
    application = Application.objects.get()
    page.goto("/postings/?q=Python")
    expect(page.locator("article")).to_have_count(1)
    sound(page)
    assert (application.posting, application.student.user.email) == (posting, "lin@example.edu.cn")


def quick_start(page, university):
    page.fill("[name=name]", "林晓")
    page.select_option("[name=university]", label=university.name)
    page.select_option("[name=degree]", "40")
    page.locator("#id_major").fill("软件工程")
    page.locator("[role=option]").first.click()
    page.fill("[name=cohort]", "2027")
    page.fill("[name=titles]", "后端开发工程师")
    page.check("[name=consent_matching]")


def test_student_without_consent_is_told_why_the_list_is_empty(open_page, cookie_of, world):
    make_posting()
    student = make_student(consents=False)
    page = open_page("/matches/", cookies=[cookie_of(student.user)])

    expect(page.locator("#results")).to_contain_text(word("Matching is switched off", "zh-CN"))
    page.goto("/privacy/")
    page.locator("form[action$='/matching/']").get_by_role("button").click()
    page.goto("/matches/")

    expect(page.locator("article")).to_have_count(1)
    assert StudentProfile.objects.get().matches.count() == 1
