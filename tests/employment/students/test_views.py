import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from employment.accounts.enums import Role
from employment.privacy.enums import Purpose
from employment.students.enums import Degree, EnrolmentState
from employment.students.models import ProtectedTraits, SkillClaim, StudentProfile
from tests.factories.accounts import make_college, make_university, make_user
from tests.factories.students import make_intention, make_skill_claim, make_student
from tests.factories.taxonomy import make_taxonomy

LIST, PROFILE = "students:list", "students:profile"


@pytest.fixture
def university(db):
    make_taxonomy()
    return make_university()


@pytest.fixture
def student(university):
    student = make_student(university=university)
    make_intention(student)
    return student


@pytest.fixture
def office(university):
    return make_user(role=Role.CAREER_OFFICE, organisation=university)


def page(response):
    return BeautifulSoup(response.content, "html.parser")


def quick_start(university, **changes):
    values = {
        "name": "新同学",
        "university": university.pk,
        "degree": Degree.BACHELOR.value,
        "major": "计算机科学与技术",
        "cohort": 2027,
        "consent_matching": "on",
    }
    return values | changes


def test_quick_start_makes_a_claimed_student_with_the_consents_given(client, university):
    user = make_user()
    client.force_login(user)

    response = client.post(reverse("students:start"), quick_start(university))

    student = StudentProfile.objects.get(user=user)
    assert response.url == reverse("matches:list")
    assert student.enrolment == EnrolmentState.CLAIMED
    assert student.major is not None
    assert {row.purpose for row in user.consents.in_force()} == {Purpose.MATCHING}


def test_quick_start_does_not_guess_the_degree(client, university):
    client.force_login(make_user())

    shown = page(client.get(reverse("students:start")))
    response = client.post(reverse("students:start"), quick_start(university, degree=""))

    assert not shown.select("select[name=degree] option[selected][value]:not([value=''])")
    assert "degree" in response.context["form"].errors
    assert not StudentProfile.objects.exists()


def test_students_do_not_start_twice(client, student):
    client.force_login(student.user)

    assert client.get(reverse("students:start")).url == reverse("feed:home")


def test_profile_leads_to_the_part_worth_most(client, student):
    client.force_login(student.user)

    found = page(client.get(reverse(PROFILE)))

    assert found.select_one(
        f'a.btn-primary[href="{reverse("students:add_record", args=["experience"])}"]'
    )


def test_a_skill_named_in_the_address_is_filled_in_and_saved(client, student):
    url = reverse("students:add_record", args=["skills"])
    client.force_login(student.user)

    field = page(client.get(url, {"name": "Python"})).select_one("input[name=name]")
    assert field["value"] == "Python"

    client.post(url, {"name": "Python", "level": 0, "evidence": "课程项目"})
    claim = SkillClaim.objects.get()
    assert (claim.student, claim.evidence) == (student, "课程项目")


def test_the_same_skill_twice_is_said_and_not_stored(client, student):
    make_skill_claim(student, skill="python")
    client.force_login(student.user)

    url = reverse("students:add_record", args=["skills"])
    response = client.post(url, {"name": "Python", "level": 0, "evidence": ""})

    assert response.context["form"].errors
    assert SkillClaim.objects.count() == 1


def test_records_of_others_are_not_found(client, student):
    foreign = make_skill_claim(make_student())
    client.force_login(student.user)

    for name in ("edit_record", "delete_record"):
        url = reverse(f"students:{name}", args=["skills", foreign.pk])
        assert client.post(url, {"name": "x"}).status_code == 404
    assert client.get(reverse("students:add_record", args=["secrets"])).status_code == 404


def test_intention_is_saved_with_named_places(client, student):
    client.force_login(student.user)

    client.post(
        reverse("students:intention"),
        {"titles": "数据分析师，算法工程师", "regions": "杭州", "pay_floor": 7000},
    )

    student.intention.refresh_from_db()
    assert student.intention.titles == ["数据分析师", "算法工程师"]
    assert student.intention.pay_floor == 7000
    assert [row.pk for row in student.intention.regions.all()] == ["330100"]


def test_staff_list_is_narrowed_by_the_address(client, university, office):
    found = make_student(university=university, cohort=2026)
    make_student(university=university)
    make_student()
    client.force_login(office)

    response = client.get(reverse(LIST), {"cohort": "2026"})

    assert list(response.context["page"]) == [found]


def test_counsellor_sees_the_own_college_and_no_import(client, university):
    college = make_college(university=university)
    own = make_student(college=college)
    make_student(university=university)
    client.force_login(make_user(role=Role.COUNSELLOR, organisation=college))

    response = client.get(reverse(LIST))
    assert list(response.context["page"]) == [own]

    own.delete()
    empty = page(client.get(reverse(LIST)))
    assert not empty.select_one(f'a[href="{reverse("imports:upload")}"]')


def test_list_takes_the_same_queries_for_one_and_three_rows(
    client, university, office, django_assert_max_num_queries
):
    make_intention(make_student(university=university))
    client.force_login(office)
    client.get(reverse(LIST))
    with django_assert_max_num_queries(20) as one:
        client.get(reverse(LIST))
    for _ in range(2):
        make_intention(make_student(university=university))

    with django_assert_max_num_queries(20) as three:
        client.get(reverse(LIST))

    assert len(one) == len(three)


def test_student_of_another_university_is_not_found(client, office):
    stranger = make_student()
    client.force_login(office)

    assert client.get(reverse("students:detail", args=[stranger.pk])).status_code == 404


def test_office_confirms_a_claimed_student(client, university, office):
    student = make_student(university=university, enrolment=EnrolmentState.CLAIMED)
    client.force_login(office)

    client.post(reverse("students:decide", args=[student.pk]), {"decision": "confirm"})

    student.refresh_from_db()
    assert student.enrolment == EnrolmentState.CONFIRMED


@pytest.mark.parametrize("name", [LIST, PROFILE, "students:start"])
def test_visitors_are_sent_to_sign_in(client, db, name):
    assert reverse("account_login") in client.get(reverse(name)).url


def test_students_see_no_list_of_students(client, student):
    client.force_login(student.user)

    assert client.get(reverse(LIST)).status_code in (403, 404)
    assert client.get(reverse("students:decide", args=[student.pk])).status_code in (403, 404, 405)


def test_profile_shows_what_the_university_keeps_apart(client, student):
    client.force_login(student.user)
    bare = client.get(reverse(PROFILE)).content.decode()
    ProtectedTraits.objects.create(student=student, ethnicity="回族", disability=False)

    page = client.get(reverse(PROFILE)).content.decode()

    assert "回族" not in bare
    assert "从不用于匹配" not in bare
    assert "回族" in page
    assert "从不用于匹配" in page
