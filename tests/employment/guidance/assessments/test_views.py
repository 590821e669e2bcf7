import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from employment.accounts.enums import Role
from employment.guidance.assessments.models import Answer, Result, Sitting
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import has_consent, withdraw_consent
from employment.students.models import GradeRecord
from tests.factories.accounts import make_college, make_user
from tests.factories.assessments import make_result, make_sitting
from tests.factories.students import make_experience, make_intention, make_skill_claim, make_student

pytestmark = pytest.mark.django_db


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


def test_consent_is_asked_before_the_first_question(client, college):
    student = make_student(college=college, consents=[Purpose.MATCHING])
    client.force_login(student.user)
    start = reverse("assessments:start", args=["interests"])

    client.post(start)
    assert not Sitting.objects.exists()
    intro = page(client.get(reverse("assessments:intro", args=["interests"])))
    assert intro.select("input[name=agree]")

    client.post(start, {"agree": "1"})

    assert has_consent(user_id=student.user_id, purpose=Purpose.GUIDANCE)
    assert Sitting.objects.count() == 1


def test_an_assessment_is_taken_left_and_taken_up_again(client, student):
    here = client.post(reverse("assessments:start", args=["values"])).url
    question = page(client.get(here))
    assert len(question.select("button[name=value]")) == 5

    first = question.select_one("input[name=item]")["value"]
    client.post(f"{here}answer/", {"item": first, "value": 4, "ms": 3200})
    client.post(f"{here}answer/", {"item": first, "value": 4, "ms": 3200})

    client.logout()
    client.force_login(student.user)  # another device
    resumed = page(client.get(here))
    assert resumed.select_one("input[name=item]")["value"] != first
    assert resumed.select_one("progress")["value"] == "1"
    assert Answer.objects.get().milliseconds == 3200


def test_without_the_browsers_clock_the_servers_is_used(client, student):
    sitting = make_sitting(student, answered=0)
    url = reverse("assessments:answer", args=[sitting.pk])
    shown = page(client.get(reverse("assessments:take", args=[sitting.pk])))

    client.post(
        url, {"item": "r1", "value": 2, "shown": shown.select_one("input[name=shown]")["value"]}
    )

    assert 0 <= Answer.objects.get().milliseconds < 60_000


def test_htmx_gets_the_next_question_only(client, student):
    sitting = make_sitting(student, answered=0)
    url = reverse("assessments:answer", args=[sitting.pk])

    answer = client.post(url, {"item": "r1", "value": 2}, headers={"HX-Request": "true"})

    part = page(answer)
    assert part.select_one("input[name=item]")["value"] == "i1"
    assert part.select_one("html") is None


def test_one_may_go_back_and_change(client, student):
    sitting = make_sitting(student, answered=3)

    back = page(client.get(reverse("assessments:take", args=[sitting.pk]), {"item": "r1"}))

    assert back.select_one("button[aria-pressed=true]")["value"] == "1"


def test_open_questions_are_named_before_the_end(client, student):
    sitting = make_sitting(student, answered=58)

    end = page(client.get(reverse("assessments:take", args=[sitting.pk]), {"after": "c10"}))

    assert [link.text.split()[0] for link in end.select(".q-cluster a")] == ["59", "60"]
    client.post(reverse("assessments:finish", args=[sitting.pk]))
    assert Result.objects.get().is_complete is False


@pytest.mark.parametrize(
    "code", ["interests", "personality", "values", "adaptability", "judgement"]
)
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_result_page_shows_every_scale(client, student, code, language):
    make_intention(student)
    client.cookies["django_language"] = language
    result = make_result(student, code=code)

    text = client.get(reverse("assessments:result", args=[result.pk])).content.decode()

    assert "O*NET" in text or code != "interests"
    from django.utils import translation

    from employment.guidance.assessments.library import instruments

    with translation.override(language):
        for scale in instruments()[code].scales:
            assert str(scale.name) in text
        assert str(instruments()[code].cannot) in text


def test_doubtful_answers_get_a_result_that_asks_to_retake(client, student):
    result = make_result(student, code="personality", choose=lambda item: 5, milliseconds=500)

    shown = page(client.get(reverse("assessments:result", args=[result.pk])))

    assert len(shown.select(".q-alert.is-warning li")) == 3


def test_the_skills_check_shows_evidence(client, student):
    make_skill_claim(student)
    result = make_result(student, code="skills")

    text = client.get(reverse("assessments:result", args=[result.pk])).content.decode()

    assert "Python" in text


def test_a_retest_is_compared(client, student):
    make_result(student)
    result = make_result(student)

    shown = page(client.get(reverse("assessments:result", args=[result.pk])))

    assert len(shown.select("table.q-cards-on-phone")[0].select("th")) == 6


def test_the_counsellor_reads_only_what_is_shared(client, college):
    student = make_student(college=college)
    result = make_result(student)
    url = reverse("assessments:result", args=[result.pk])
    client.force_login(student.user)
    counsellor = make_user(role=Role.COUNSELLOR, organisation=college)
    client.force_login(counsellor)
    assert client.get(url).status_code == 404

    client.force_login(student.user)
    client.post(reverse("assessments:share", args=[result.pk]), {"share": "1"})
    client.force_login(counsellor)

    assert client.get(url).status_code == 200
    profile = client.get(reverse("students:detail", args=[student.pk]))
    assert url in profile.content.decode()
    withdraw_consent(user=student.user, purpose=Purpose.GUIDANCE)
    assert client.get(url).status_code == 404
    assert url not in client.get(reverse("students:detail", args=[student.pk])).content.decode()


def test_a_result_is_deleted_with_its_answers(client, student):
    result = make_result(student)

    client.post(reverse("assessments:delete", args=[result.sitting_id]))

    assert not Answer.objects.exists()
    assert not Result.objects.exists()


def test_own_data_names_source_age_and_consent(client, student):
    make_result(student, code="values")
    make_experience(student)
    GradeRecord.objects.create(
        student=student, course="数据结构", credits=3, score=88, term="2023-2024-1"
    )

    text = client.get(reverse("assessments:data")).content.decode()

    for part in ("数据结构", "88", "2023-2024-1", "工作价值观", "校园二手交易平台"):
        assert part in text


def test_lists_ask_the_same_number_of_queries(client, student, django_assert_max_num_queries):
    make_result(student)
    for name in ("catalogue", "data"):
        client.get(reverse(f"assessments:{name}"))
    counts = {}
    for name in ("catalogue", "data"):
        with django_assert_max_num_queries(60) as first:
            client.get(reverse(f"assessments:{name}"))
        counts[name] = len(first)
    make_result(student, code="values")
    make_result(student, code="values")
    make_sitting(student, code="judgement", answered=1)

    for name in ("catalogue", "data"):
        with django_assert_max_num_queries(counts[name]):
            client.get(reverse(f"assessments:{name}"))


def test_the_first_screen_leads_back_to_an_open_assessment(client, student):
    home = reverse("feed:home")
    assert "assessments/sittings" not in client.get(home).content.decode()

    sitting = make_sitting(student, answered=3)

    assert reverse("assessments:take", args=[sitting.pk]) in client.get(home).content.decode()


def test_a_shared_result_does_not_give_the_unshared_one_before_away(client, college):
    student = make_student(college=college)
    first = make_result(student)
    result = make_result(student, shared=True)
    client.force_login(make_user(role=Role.COUNSELLOR, organisation=college))
    url = reverse("assessments:result", args=[result.pk])

    headings = page(client.get(url)).select("table.q-cards-on-phone")[0].select("th")
    assert len(headings) == 5

    Result.objects.filter(pk=first.pk).update(is_shared=True)
    headings = page(client.get(url)).select("table.q-cards-on-phone")[0].select("th")
    assert len(headings) == 6
