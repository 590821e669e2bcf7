import pytest

from employment.accounts.enums import Role
from employment.students.enums import EnrolmentState
from employment.students.models import SkillClaim
from tests.factories.accounts import make_college, make_university, make_user
from tests.factories.students import make_experience, make_intention, make_skill_claim, make_student
from tests.factories.taxonomy import make_taxonomy

PROFILE = "/api/v1/profile/"
STUDENTS = "/api/v1/students/"
STAFF = {Role.COUNSELLOR, Role.CAREER_OFFICE, Role.UNIVERSITY_ADMIN, Role.PLATFORM_ADMIN}


@pytest.fixture
def student(client, db):
    make_taxonomy()
    student = make_student(enrolment=EnrolmentState.CLAIMED)
    make_intention(student)
    client.force_login(student.user)
    return student


def send(client, method, url, body):
    return getattr(client, method)(url, body, content_type="application/json")


def test_the_profile_holds_everything_in_it(client, student):
    make_skill_claim(student)
    make_experience(student)

    body = client.get(PROFILE).json()

    assert body["id"] == student.pk
    assert [row["skill"] for row in body["skills"]] == ["python"]
    assert [row["title"] for row in body["experiences"]] == ["校园二手交易平台"]
    assert body["intention"]["regions"] == ["330100"]


def test_basics_change_and_matching_hears_of_it(client, student):
    before = student.revision

    answer = send(client, "patch", PROFILE, {"major": "120203K", "cohort": 2028})

    student.refresh_from_db()
    assert (answer.status_code, answer.json()["major"]) == (200, "120203K")
    assert (student.major_id, student.cohort) == ("120203K", 2028)
    assert student.revision > before


def test_what_the_university_confirmed_stays(client, student):
    student.enrolment = EnrolmentState.CONFIRMED
    student.save(update_fields=["enrolment"])

    answer = send(client, "patch", PROFILE, {"cohort": 2030, "summary": "你好"})

    assert (answer.status_code, list(answer.json())) == (400, ["cohort"])


def test_wishes_replace_the_lists_that_are_sent(client, student):
    answer = send(
        client,
        "patch",
        f"{PROFILE}intention/",
        {"titles": ["会计"], "regions": ["110000"], "kinds": ["full_time"]},
    )

    assert answer.status_code == 200
    assert answer.json()["titles"] == ["会计"]
    assert answer.json()["regions"] == ["110000"]
    assert answer.json()["occupations"] == ["2-02-10-03"]


def test_entries_are_added_changed_and_deleted(client, student):
    url = f"{PROFILE}skills/"

    added = send(client, "post", url, {"name": "Python", "level": 3})
    entry = f"{url}{added.json()['id']}/"
    changed = send(client, "patch", entry, {"evidence": "课程设计"})
    listed = client.get(url).json()["results"]
    gone = client.delete(entry)

    assert (added.status_code, added.json()["skill"]) == (201, "python")
    assert changed.json()["evidence"] == "课程设计"
    assert [row["level"] for row in listed] == [3]
    assert gone.status_code == 204
    assert not SkillClaim.objects.exists()


@pytest.mark.parametrize(
    ("section", "body", "field"),
    [
        ("skills", {"name": ""}, "name"),
        ("skills", {"name": "Java", "level": 9}, "level"),
        ("skills", {"name": "Python"}, "__all__"),  # already there
        ("skills", {"name": "a\x00"}, "name"),
        (
            "education",
            {"school": "江城大学", "start": "2026-01-01", "end": "2025-01-01"},
            "__all__",
        ),
        ("education", {"school": "江城大学", "major": "无"}, "major"),
        ("experience", {"title": "实习", "kind": "x"}, "kind"),
    ],
)
def test_wrong_values_name_their_field(client, student, section, body, field):
    make_skill_claim(student)

    answer = send(client, "post", f"{PROFILE}{section}/", body)

    named = "non_field_errors" if field == "__all__" else field
    assert (answer.status_code, list(answer.json())) == (400, [named])


def test_entries_of_others_do_not_exist(client, student):
    foreign = make_skill_claim(make_student())
    url = f"{PROFILE}skills/{foreign.pk}/"

    assert client.get(url).status_code == 404
    assert send(client, "patch", url, {"level": 1}).status_code == 404
    assert client.delete(url).status_code == 404
    assert SkillClaim.objects.filter(pk=foreign.pk).exists()


@pytest.mark.parametrize("role", list(Role))
def test_each_role_has_its_routes(client, student, role):
    user = make_user(role=role)
    if role == Role.STUDENT:
        make_student(user=user)
    client.force_login(user)

    assert client.get(PROFILE).status_code == (200 if role == Role.STUDENT else 404)
    assert client.get(STUDENTS).status_code == (200 if role in STAFF else 404)


def test_staff_list_and_open_their_own_students(client, student):
    university = make_university()
    office = make_user(role=Role.CAREER_OFFICE, organisation=university)
    own = make_student(college=make_college(university=university), cohort=2028)
    make_student(university=university)
    client.force_login(office)

    listed = client.get(STUDENTS, {"cohort": 2028}).json()["results"]

    assert [row["id"] for row in listed] == [own.pk]
    assert client.get(f"{STUDENTS}{own.pk}/").json()["name"] == own.name
    assert client.get(f"{STUDENTS}{student.pk}/").status_code == 404
    assert list(client.get(STUDENTS, {"cohort": "x"}).json()) == ["cohort"]


@pytest.mark.parametrize("count", [1, 3])
def test_list_keeps_its_query_count(client, db, count, django_assert_num_queries):
    make_taxonomy()
    university = make_university()
    for _ in range(count):
        make_intention(make_student(university=university, skills=["python"]))
    client.force_login(make_user(role=Role.CAREER_OFFICE, organisation=university))

    with django_assert_num_queries(13):
        assert len(client.get(STUDENTS).json()["results"]) == count
