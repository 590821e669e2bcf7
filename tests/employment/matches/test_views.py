import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from employment.accounts.enums import Role
from employment.common.enums import JobKind, JobState
from employment.common.models import Job
from employment.matches.enums import Band, DislikeReason, FeedbackKind
from employment.matches.models import BalancingSetting, MatchFeedback, MatchRun
from employment.privacy.enums import Purpose
from tests.factories.accounts import make_membership, make_university, make_user
from tests.factories.applications import make_application
from tests.factories.matches import CHECK, CRITERION, make_match
from tests.factories.postings import make_posting
from tests.factories.students import make_intention, make_student

HTMX = {"HTTP_HX_REQUEST": "true"}
LIST = "matches:list"


@pytest.fixture
def student(db):
    student = make_student()
    make_intention(student)
    return student


def page(response):
    return BeautifulSoup(response.content, "html.parser")


def titles(response):
    return [
        link.get_text(strip=True).replace("\u2009", "") for link in page(response).select("h2 a")
    ]


def feedback_url(match, kind):
    return reverse("matches:feedback", args=[match.posting_id, kind])


def test_list_shows_matches_best_first_with_their_counts(client, student):
    make_match(student=student, posting=make_posting(title="第二"), score=60.0)
    make_match(student=student, posting=make_posting(title="第一"), score=90.0)
    client.force_login(student.user)

    response = client.get(reverse(LIST))

    assert titles(response) == ["第一", "第二"]
    assert "满足 1" in page(response).select_one(".q-outcomes").get_text()


def test_list_without_filters_and_with_all_of_them_answers(client, student):
    make_match(student=student)
    client.force_login(student.user)

    filters = {"q": "Python", "band": Band.STRONG, "kind": "full_time", "pay_min": 1, "sort": "pay"}
    response = client.get(reverse(LIST), filters)

    assert response.status_code == 200
    assert len(titles(response)) == 1


def test_band_tabs_keep_the_other_filters(client, student):
    make_match(student=student)
    client.force_login(student.user)

    response = client.get(reverse(LIST), {"q": "Python", "page": "1"})

    tabs = [link["href"] for link in page(response).select(".q-tabs a")]
    assert tabs == ["?q=Python", "?q=Python&band=strong"]


def test_list_by_htmx_answers_with_the_results_alone(client, student):
    client.force_login(student.user)

    response = client.get(reverse(LIST), **HTMX)

    assert page(response).select_one("html") is None
    assert page(response).select_one("#results") is not None


def test_list_takes_the_same_few_queries_for_one_and_three_rows(
    client, student, django_assert_max_num_queries
):
    make_match(student=student)
    client.force_login(student.user)
    client.get(reverse(LIST))
    with django_assert_max_num_queries(15) as one:
        client.get(reverse(LIST))
    make_match(student=student)
    make_match(student=student)

    with django_assert_max_num_queries(15) as three:
        client.get(reverse(LIST))

    assert len(one) == len(three)


def test_list_without_consent_names_the_way_back(client, db):
    student = make_student(consents=[Purpose.STATISTICS])
    client.force_login(student.user)

    response = client.get(reverse(LIST))

    assert page(response).select_one(f'#results a[href="{reverse("privacy:consents")}"]')


def test_detail_parts_add_up_and_codes_are_named(client, student):
    degree = CHECK | {"kind": "degree", "evidence": [{"source": "education.degree", "text": "40"}]}
    parts = [CRITERION | {"name": name, "points": 33.4} for name in ("skills", "field")]
    match = make_match(student=student, score=66.8, criteria=parts, checks=[degree])
    client.force_login(student.user)

    response = client.get(reverse("matches:detail", args=[match.posting_id]))

    assert sum(part["value"] for part in response.context["why"]["parts"]) == 67
    assert response.context["why"]["total"] == 67
    assert "本科" in page(response).select_one(".q-requirements tbody").get_text()


def test_detail_of_an_applied_posting_links_to_the_application(client, student):
    match = make_match(student=student)
    application = make_application(student=student, posting=match.posting)
    client.force_login(student.user)

    response = client.get(reverse("matches:detail", args=[match.posting_id]))

    assert page(response).select_one(
        f'a[href="{reverse("applications:detail", args=[application.pk])}"]'
    )
    assert not page(response).select_one(
        f'a[href^="{reverse("applications:apply", args=[match.posting_id])}"]'
    )


def test_detail_of_a_posting_outside_the_own_list_is_not_found(client, student):
    foreign = make_match()
    client.force_login(student.user)

    assert client.get(reverse("matches:detail", args=[foreign.posting_id])).status_code == 404


def test_feedback_with_reason_then_undo(client, student):
    match = make_match(student=student)
    client.force_login(student.user)

    answer = client.post(
        feedback_url(match, "not_interested"), {"reason": DislikeReason.PAY}, **HTMX
    )
    row = MatchFeedback.objects.get()
    assert (row.kind, row.reason) == (FeedbackKind.NOT_INTERESTED, DislikeReason.PAY)
    assert page(answer).select_one('button[value="pay"][aria-pressed="true"]')
    assert titles(client.get(reverse(LIST))) == []

    answer = client.post(feedback_url(match, "undo"), **HTMX)
    assert not MatchFeedback.objects.exists()
    assert page(answer).select_one('button[aria-pressed="false"]')
    assert len(titles(client.get(reverse(LIST)))) == 1


def test_saving_without_javascript_returns_to_the_list(client, student):
    match = make_match(student=student)
    client.force_login(student.user)

    response = client.post(feedback_url(match, "saved"))

    assert response.url == reverse(LIST)
    assert len(titles(client.get(reverse(LIST), {"saved": "on"}))) == 1


@pytest.mark.parametrize("kind", ["saved", "undo"])
def test_feedback_by_get_is_refused(client, student, kind):
    match = make_match(student=student)
    client.force_login(student.user)

    assert client.get(feedback_url(match, kind)).status_code == 405


def test_visitors_are_sent_to_sign_in(client, db):
    assert reverse("account_login") in client.get(reverse(LIST)).url


@pytest.fixture
def posting(db):
    return make_posting()


@pytest.fixture
def recruiter(posting):
    return make_user(role=Role.RECRUITER, organisation=posting.employer.organisation)


def test_employer_sees_candidates_without_names_before_they_apply(client, posting, recruiter):
    shy = make_match(posting=posting, student=make_student(user=make_user(name="李未申")))
    make_membership(user=shy.student.user, role=Role.STUDENT, organisation=shy.student.university)
    bold = make_match(posting=posting, student=make_student())
    make_application(student=bold.student, posting=posting)
    client.force_login(recruiter)

    text = client.get(reverse("matches:posting", args=[posting.pk])).content.decode()

    assert bold.student.name in text
    assert shy.student.name not in text


def test_employer_sees_nobody_who_has_not_agreed(client, posting, recruiter):
    make_match(posting=posting, student=make_student(consents=[Purpose.MATCHING]))
    client.force_login(recruiter)

    response = client.get(reverse("matches:posting", args=[posting.pk]))

    assert response.context["page"].paginator.count == 0


def test_candidates_of_a_foreign_posting_are_not_found(client, recruiter):
    foreign = make_posting()
    client.force_login(recruiter)

    assert client.get(reverse("matches:posting", args=[foreign.pk])).status_code == 404


def test_candidates_take_the_same_queries_for_one_and_three_rows(
    client, posting, recruiter, django_assert_max_num_queries
):
    url = reverse("matches:posting", args=[posting.pk])
    make_match(posting=posting)
    client.force_login(recruiter)
    client.get(url)
    with django_assert_max_num_queries(15) as one:
        client.get(url)
    make_match(posting=posting)
    make_match(posting=posting)

    with django_assert_max_num_queries(15) as three:
        client.get(url)

    assert len(one) == len(three)


def test_staff_read_the_list_of_their_own_student_only(client, student):
    make_match(student=student)
    office = make_user(role=Role.CAREER_OFFICE, organisation=student.university)
    client.force_login(office)

    assert client.get(reverse("matches:student", args=[student.pk])).status_code == 200
    assert client.get(reverse("matches:student", args=[make_student().pk])).status_code == 404


def make_run(state=JobState.RUNNING, university=None):
    finished = timezone.now() if state == JobState.DONE else None
    job = Job.objects.create(
        kind=JobKind.MATCHING, state=state, finished_at=finished, organisation=university
    )
    return MatchRun.objects.create(job=job)


def test_progress_of_a_finished_run_reloads_the_page(client, db):
    client.force_login(make_user(role=Role.PLATFORM_ADMIN))

    running, done = make_run(), make_run(JobState.DONE)
    going = client.get(reverse("matches:run_progress", args=[running.job_id]), **HTMX)
    ended = client.get(reverse("matches:run_progress", args=[done.job_id]), **HTMX)

    assert "HX-Refresh" not in going
    assert ended["HX-Refresh"] == "true"


@pytest.mark.parametrize(
    ("role", "own", "offered"),
    [
        (Role.CAREER_OFFICE, True, True),
        (Role.CAREER_OFFICE, False, False),
        (Role.PLATFORM_ADMIN, True, True),
        (Role.PLATFORM_ADMIN, False, True),
    ],
)
def test_a_university_stops_its_own_run_the_platform_any(client, db, role, own, offered):
    home = make_university()
    place = home if role == Role.CAREER_OFFICE else None
    client.force_login(make_user(role=role, organisation=place))
    run = make_run(university=home if own else None)
    cancel = reverse("matches:run_cancel", args=[run.job_id])

    shown = page(client.get(reverse("matches:runs"))).select_one(f'form[action="{cancel}"]')
    answer = client.post(cancel)

    run.job.refresh_from_db()
    assert bool(shown) == offered
    assert answer.status_code == (302 if offered else 404)
    assert run.job.cancel_requested == offered


def test_run_of_another_university_does_not_exist(client, db):
    client.force_login(make_user(role=Role.CAREER_OFFICE, organisation=make_university()))
    run = make_run(university=make_university())

    assert client.get(reverse("matches:run_progress", args=[run.job_id])).status_code == 404
    assert client.post(reverse("matches:run_cancel", args=[run.job_id])).status_code == 404
    assert client.get(reverse("matches:runs")).context["current"] is None


def test_button_starts_a_run_over_the_own_students_of_a_university(client, student):
    make_intention(make_student())
    client.force_login(make_user(role=Role.CAREER_OFFICE, organisation=student.university))
    client.post(reverse("matches:runs"))
    client.force_login(make_user(role=Role.PLATFORM_ADMIN))
    client.post(reverse("matches:runs"))

    jobs = Job.objects.order_by("created_at").values_list("organisation_id", "total")
    assert list(jobs) == [(student.university_id, 1), (None, 2)]


def test_strength_that_is_not_offered_changes_nothing(client, db):
    client.force_login(make_user(role=Role.CAREER_OFFICE))

    answer = client.post(reverse("matches:runs"), {"strength": "7"}, follow=True)

    assert not BalancingSetting.objects.exists()
    assert page(answer).select_one(".alert-danger, .is-danger, [role=alert]")
