import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from icalendar import Calendar

from employment.accounts.enums import Role
from employment.guidance.pathways.models import Course, PathDate, TargetOccupation
from employment.guidance.pathways.presenters import interest_names
from employment.guidance.pathways.services.demand import refresh_demand
from employment.guidance.plans.models import Task
from employment.students.enums import Degree
from tests.factories.accounts import make_university, make_user
from tests.factories.pathways import make_admission, make_cost, make_course, make_demand
from tests.factories.students import make_intention, make_student
from tests.factories.taxonomy import make_major, make_region, make_taxonomy

pytestmark = pytest.mark.django_db
CODE = "2-02-10-03"
PAGES = ["overview", "compare", "directions", "study"]
OCCUPATION_PAGES = ["occupation", "transfer", "courses", "internships", "regions"]


def urls():
    own = [reverse(f"pathways:{name}") for name in PAGES]
    return [*own, *(reverse(f"pathways:{name}", args=[CODE]) for name in OCCUPATION_PAGES)]


@pytest.fixture
def world():
    make_taxonomy()
    make_demand(6)
    make_demand(5, occupation="2-06-03-00")
    make_cost()
    refresh_demand()


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_pages_show_with_and_without_a_profile(client, world, bare, language):
    student = make_student(bare=bare, skills=[] if bare else ["python", "mysql"])
    if not bare:
        make_intention(student)
        make_course(university=student.university, skills=["mysql"])
    client.force_login(student.user)

    for url in urls():
        answer = client.get(url, headers={"accept-language": language})
        assert answer.status_code == 200, url


def test_pages_show_before_anything_is_computed(client):
    make_taxonomy()
    client.force_login(make_student().user)

    for url in urls():
        assert client.get(url).status_code == 200, url


def test_compare_shows_both_sides(client, world):
    client.force_login(make_student(skills=["python"]).user)

    answer = client.get(
        reverse("pathways:compare"), {"first": CODE, "second": "2-06-03-00", "region": "330100"}
    )

    assert [side["occupation"].pk for side in answer.context["sides"]] == [CODE, "2-06-03-00"]


def test_a_gap_becomes_a_task_and_interests_have_names(client, world):
    student = make_student(skills=["python"])
    client.force_login(student.user)
    shown = BeautifulSoup(
        client.get(reverse("pathways:occupation", args=[CODE])).content, "html.parser"
    )
    form = shown.select_one(f"#missing form[action='{reverse('plans:new_task')}']")

    client.post(form["action"], {"title": form.select_one("[name=title]")["value"]})

    assert Task.objects.get(student=student).title.startswith("学习")
    assert interest_names("RIA") == "现实型（R）、研究型（I）、艺术型（A）"


def test_compare_begins_with_the_targets(client, world):
    client.force_login(make_student().user)
    client.post(reverse("pathways:choose", args=[CODE]))

    form = client.get(reverse("pathways:compare")).context["form"]

    assert form.initial["first"].pk == CODE


def test_target_is_chosen_and_dropped(client, world):
    student = make_student()
    client.force_login(student.user)

    client.post(reverse("pathways:choose", args=[CODE]), {"region": "330100"})
    target = TargetOccupation.objects.get()
    assert (target.student, target.region_id) == (student, "330100")
    client.post(reverse("pathways:drop", args=[CODE]))
    assert not TargetOccupation.objects.exists()


@pytest.mark.parametrize(
    ("degree", "status"), [(Degree.JUNIOR_COLLEGE, 200), (Degree.BACHELOR, 404), (None, 404)]
)
def test_upgrade_calendar_exists_for_junior_college_only(client, degree, status):
    make_taxonomy()
    client.force_login(make_student(degree=degree).user)

    page = client.get(reverse("pathways:study"))
    answer = client.get(reverse("pathways:calendar", args=["upgrade"]))

    assert answer.status_code == status
    assert ("专升本" in page.content.decode()) is (status == 200)
    if status == 200:
        events = Calendar.from_ical(answer.content).walk("VEVENT")
        assert len({str(event["uid"]) for event in events}) == 5


def test_own_date_replaces_the_shipped_one(client):
    make_taxonomy()
    student = make_student()
    for university, day in ((student.university, "2026-12-26"), (make_university(), "2026-12-05")):
        PathDate.objects.create(
            path="postgraduate", step="exam", cohort=2027, university=university, starts=day
        )
    client.force_login(student.user)

    page = client.get(reverse("pathways:study")).content.decode()

    assert "2026-12-26" in page
    assert "2026-12-05" not in page


def test_rates_of_few_graduates_are_hidden(client):
    make_taxonomy()
    student = make_student()
    make_admission(student.university, tried=9, admitted=4, cohort=2025)
    make_admission(student.university, tried=30, admitted=6, major=make_major("101101"))
    make_admission(make_university(), tried=500, admitted=400)
    client.force_login(student.user)

    view = client.get(reverse("pathways:study")).context["paths"][0]

    assert (view.own_rate.tried, view.own_rate.share) == (None, None)
    assert (view.all_rate.tried, view.all_rate.share) == (39, pytest.approx(10 / 39))


def test_catalogue_asks_as_often_for_one_course_as_for_three(client, django_assert_num_queries):
    make_taxonomy()
    office = make_user(role=Role.CAREER_OFFICE, organisation=make_university())
    home = office.memberships.get().organisation
    client.force_login(office)
    url = reverse("pathways:catalogue")
    first = make_course(university=home)
    client.get(url)

    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as one:
        client.get(url)
    make_course(university=home, needs=[first])
    make_course(university=home, needs=[first])
    with django_assert_num_queries(len(one)):
        client.get(url)


def test_office_writes_its_own_courses(client):
    make_taxonomy()
    office = make_user(role=Role.CAREER_OFFICE, organisation=make_university())
    client.force_login(office)
    values = {"code": "X1", "name": "数据库", "kind": "course", "credits": "2.5", "skills": "MySQL"}

    client.post(reverse("pathways:new_course"), values | {"is_offered": "on"})
    course = Course.objects.get()
    wrong = client.post(reverse("pathways:new_course"), values | {"code": "X2", "credits": "2.3"})
    other = make_course()

    assert (course.university_id, course.skills.get().pk) == (
        office.memberships.get().organisation_id,
        "mysql",
    )
    assert wrong.context["form"].errors["credits"]
    again = client.post(reverse("pathways:new_course"), values)
    assert again.status_code == 200
    assert Course.objects.filter(code="X1").count() == 1
    assert client.get(reverse("pathways:edit_course", args=[other.pk])).status_code == 404
    client.post(reverse("pathways:remove_course", args=[course.pk]))
    assert list(Course.objects.all()) == [other]


def test_api_answers_fit_reach_and_cover(client, world):
    student = make_student(skills=["python", "mysql"])
    make_course(university=student.university, skills=["java"])
    client.force_login(student.user)
    make_region("330100")

    fit = client.get(reverse("api:pathways-api:fit", args=[CODE]), {"region": "330100"}).json()
    found = client.get(reverse("api:pathways-api:reachable")).json()
    cover = client.get(reverse("api:pathways-api:cover", args=[CODE]), {"credits": 6}).json()

    assert sum(part["points"] for part in fit["parts"]) == fit["total"]
    assert CODE in [row["occupation"]["code"] for row in found]
    assert cover["single"] is None
