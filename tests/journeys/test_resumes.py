"""A resume is started from the profile, edited while the page saves, kept, and printed."""

from playwright.sync_api import expect

from employment.guidance.resumes.models import Resume
from tests.factories.postings import make_posting
from tests.factories.students import make_experience, make_skill_claim, make_student
from tests.journeys.conftest import COMBINATIONS, word

LINE = "用 Python 重构订单接口，延迟从 800 ms 降到 120 ms。"


@COMBINATIONS
def test_student_writes_a_resume(open_page, cookie_of, sound, world, screen, language):
    student = make_student()
    make_experience(student)
    make_skill_claim(student, evidence="课程项目")
    posting = make_posting()
    cookies = [cookie_of(student.user)]
    page = open_page("/resumes/", screen=screen, language=language, cookies=cookies, policy=False)
    sound(page)
    page.get_by_role("button", name=word("Start from my profile", language)).click()

    page.wait_for_url("**/resumes/*/")
    sound(page)
    lines = page.locator("[name^='projects.0.lines.']")
    count = lines.count()
    lines.last.fill(LINE)
    expect(lines).to_have_count(count + 1)
    expect(page.locator("#state [name=revision]")).to_have_value("2")
    assert LINE in Resume.objects.get().content.projects[0].lines
    page.locator("button[value='add:awards']").click()
    expect(page.locator("[name='awards.0.title']")).to_be_visible()
    page.locator("button[value='remove:skills:0']").click()
    expect(page.locator("[name='skills.0.name']")).to_have_count(0)
    page.locator("#state button").click()
    expect(page.locator("[name='skills.0.name']")).to_have_value("Python")
    sound(page)
    page.get_by_role("button", name=word("Keep this version", language)).click()
    page.get_by_role("link", name=word("Versions", language), exact=True).first.click()
    page.wait_for_url("**/versions/")
    sound(page)

    page.goto(f"/postings/{posting.pk}/")
    page.get_by_role("link", name=word("Tailor my resume", language)).click()
    page.locator("#main button[name=language]").first.click()
    page.wait_for_url("**/resumes/*/")
    expect(page.locator("[name=target]")).to_have_value(posting.title)


def test_two_windows_lose_nothing(open_page, cookie_of, world):
    student = make_student()
    cookies = [cookie_of(student.user)]
    first = open_page("/resumes/", cookies=cookies)
    first.locator("button[value=empty]").click()
    first.wait_for_url("**/resumes/*/")
    second = open_page(first.url, cookies=cookies)

    first.fill("[name=target]", "窗口一")
    expect(first.locator("#state [name=revision]")).to_have_value("2")
    second.fill("[name=target]", "窗口二")

    expect(second.locator("[data-employment-conflict]")).to_be_visible()
    resume = Resume.objects.get()
    assert resume.content.target == "窗口一"
    assert resume.versions.get().content.target == "窗口二"
