import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from employment.accounts.enums import Role
from employment.guidance.resumes.editing import fields_of
from employment.guidance.resumes.models import Resume
from employment.guidance.resumes.services.drafts import save_draft
from employment.guidance.resumes.services.versions import keep_version
from tests.factories.accounts import make_college, make_user
from tests.factories.postings import make_posting
from tests.factories.resumes import FULL, LINE, make_resume
from tests.factories.students import make_student

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def college():
    return make_college()


@pytest.fixture
def student(client, college):
    student = make_student(college=college)
    client.force_login(student.user)
    return student


def page(response):
    return BeautifulSoup(response.content, "html.parser")


def url(name, resume, *args):
    return reverse(f"resumes:{name}", args=[resume.pk, *args])


def fields(revision=1, **changes):
    return fields_of(FULL) | {"revision": str(revision)} | changes


def test_a_resume_is_started_from_the_profile(client, student):
    answer = client.post(reverse("resumes:start"), {"language": "zh", "source": "profile"})

    assert answer.url == url("edit", Resume.objects.get())
    assert student.name in client.get(answer.url).content.decode()


def test_the_editor_shows_every_line_in_a_named_field(client, student):
    shown = page(client.get(url("edit", make_resume(student))))

    assert shown.select_one("[name='experience.0.lines.0']").text == LINE
    names = {field["name"] for field in shown.select("#editor-form [name]")}
    assert fields_of(FULL).keys() <= names
    for field in shown.select("#editor-form :is(input:not([type=hidden]), textarea)"):
        assert field.find_parent("label") or shown.find("label", {"for": field["id"]})


def test_typing_saves_and_answers_with_state_and_remarks(client, student):
    resume = make_resume(student)

    answer = client.post(url("edit", resume), fields(target="测试开发"), headers=HTMX)

    resume.refresh_from_db()
    assert resume.content.target == "测试开发"
    shown = page(answer)
    assert shown.select_one("#state [name=revision]")["value"] == "2"
    assert shown.select_one("#at-experience-0-1")["hx-swap-oob"] == "true"


def test_the_whole_form_saves_without_javascript(client, student):
    resume = make_resume(student)

    answer = client.post(url("edit", resume), fields(target="测试开发"))

    assert answer.status_code == 302
    assert Resume.objects.get().content.target == "测试开发"


def test_buttons_add_move_and_remove_and_save_what_was_typed(client, student):
    resume = make_resume(student)

    added = client.post(url("edit", resume), fields(op="add:projects", target="甲"), follow=True)
    assert page(added).select_one("[name='projects.1.title']")["value"] == ""
    client.post(url("edit", resume), fields(2, op="remove:experience:0", target="甲"))
    editor = client.post(url("undo", resume), headers=HTMX)

    resume.refresh_from_db()
    assert resume.content.target == "甲"
    assert (
        page(editor).select_one("[name='experience.0.organisation']")["value"] == "云帆科技有限公司"
    )


@pytest.mark.parametrize(
    "extra", [{"op": "explode:experience:0"}, {"op": "up"}, {"revision": "x"}, {"revision": ""}]
)
def test_a_button_that_does_not_exist_is_refused(client, student, extra):
    resume = make_resume(student)

    assert client.post(url("edit", resume), fields() | extra).status_code == 400
    assert Resume.objects.get().revision == 1


def test_a_stale_window_is_told_and_its_text_kept(client, student):
    resume = make_resume(student)
    client.post(url("edit", resume), fields(target="窗口一"))

    answer = client.post(url("edit", resume), fields(target="窗口二"), headers=HTMX)
    plain = client.post(url("edit", resume), fields(target="窗口二"), follow=True)

    assert page(answer).select_one("[data-employment-conflict]")
    assert Resume.objects.get().content.target == "窗口一"
    assert resume.versions.get().content.target == "窗口二"
    assert "<del>二</del>" in plain.content.decode()


def test_a_bad_date_is_named_beside_its_entry(client, student):
    resume = make_resume(student)

    answer = client.post(url("edit", resume), fields(**{"projects.0.start": "去年"}), headers=HTMX)

    assert page(answer).select_one("#at-projects-0").text.strip()


def test_versions_are_compared_and_restored(client, student):
    resume = make_resume(student)
    client.post(url("keep", resume), {"note": "第一版"})
    save_draft(resume=resume, content=resume.content.__class__(), revision=1)

    shown = client.get(url("versions", resume)).content.decode()
    client.post(url("restore", resume, 1))

    assert "第一版" in shown
    assert "<del>英语六级 520</del>" in shown
    assert Resume.objects.get().content == FULL
    assert client.get(url("versions", resume), {"old": 99}).status_code == 200


def test_the_pdf_has_a_chinese_name(client, student):
    resume = make_resume(student)

    answer = client.get(url("pdf", resume), {"download": 1})

    assert answer.content.startswith(b"%PDF")
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert client.get(url("picture", resume, 1))["Content-Type"] == "image/svg+xml"
    assert client.get(url("picture", resume, 2)).status_code == 404


def test_staff_read_only_what_is_shared_and_never_edit(client, student, college):
    resume = make_resume(student)
    keep_version(resume=resume)
    client.post(url("share", resume), {"share": "1"})
    staff = make_user(role=Role.COUNSELLOR, organisation=college)
    client.force_login(staff)

    assert client.get(url("pdf", resume)).status_code == 200
    assert client.get(url("version_pdf", resume, 1)).status_code == 200
    assert (
        url("pdf", resume)
        in client.get(reverse("students:detail", args=[student.pk])).content.decode()
    )
    assert client.get(url("edit", resume)).status_code == 404
    Resume.objects.update(is_shared=False)
    assert client.get(url("pdf", resume)).status_code == 404


def test_a_posting_opens_a_variant(client, student):
    posting = make_posting()
    address = reverse("resumes:tailor", args=[posting.pk])

    assert client.get(address).status_code == 200
    answer = client.post(address, {"language": "en"})

    assert answer.url == url("edit", Resume.objects.get(posting=posting))
    assert address in client.get(reverse("postings:detail", args=[posting.pk])).content.decode()


def test_the_list_asks_as_often_for_three_as_for_one(
    client, student, django_assert_max_num_queries
):
    make_resume(student)
    client.get(reverse("resumes:list"))
    with django_assert_max_num_queries(100) as one:
        client.get(reverse("resumes:list"))
    make_resume(student)
    make_resume(student)
    with django_assert_max_num_queries(100) as three:
        client.get(reverse("resumes:list"))

    assert len(one) == len(three)


def test_settings_and_deletion(client, student):
    resume = make_resume(student)

    client.post(url("settings", resume), {"title": "新名", "template": "modern"})
    assert list(Resume.objects.values_list("title", "template")) == [("新名", "modern")]
    client.post(url("delete", resume))
    assert not Resume.objects.exists()
