import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone

from employment.applications.enums import ApplicationState
from employment.common.errors import InvalidError, StateError
from employment.guidance.plans.enums import DismissReason, TaskSource, TaskState
from employment.guidance.plans.models import AdviceEpisode, PlanSettings, ReminderMail, Task
from employment.guidance.plans.selectors.worked import what_worked
from employment.guidance.plans.services import advice, reminders, tasks
from employment.guidance.plans.services.settings import save_settings
from employment.privacy.enums import Purpose
from employment.students.models import StudentProfile
from tests.factories.accounts import make_university, make_user
from tests.factories.applications import make_application
from tests.factories.matches import make_match
from tests.factories.plans import make_task
from tests.factories.postings import make_posting
from tests.factories.students import make_intention, make_student

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 10, 15)


def loaded(student):
    return StudentProfile.objects.with_profile().get(pk=student.pk)


def cards(student, today=TODAY):
    return {one.code: one for one in advice.give_advice(student=loaded(student), today=today)}


def test_one_origin_gives_one_task():
    student = make_student()
    first, second = (
        make_task(student, source=TaskSource.MILESTONE, key="autumn") for _ in range(2)
    )

    assert first.pk == second.pk
    assert make_task(student).pk != make_task(student).pk  # own tasks may be alike


def test_done_and_undone():
    task = make_task(make_student())
    tasks.finish_task(task=task)
    task.refresh_from_db()
    assert (task.state, task.done_at is None) == (TaskState.DONE, False)

    tasks.reopen_task(task=task)

    task.refresh_from_db()
    assert (task.state, task.done_at) == (TaskState.OPEN, None)


def test_move_changes_places_and_stops_at_the_ends():
    student = make_student()
    first, second = make_task(student, title="甲"), make_task(student, title="乙")
    tasks.move_task(task=second, up=True)
    tasks.move_task(task=second, up=True)

    assert list(Task.objects.filter(student=student)) == [second, first]


def test_snooze_keeps_the_due_date_and_refuses_the_past():
    task = make_task(make_student(), due=TODAY)
    tasks.snooze_task(task=task, until=TODAY + dt.timedelta(3), today=TODAY)
    task.refresh_from_db()
    assert (task.due, task.snoozed_until) == (TODAY, TODAY + dt.timedelta(3))

    with pytest.raises(InvalidError):
        tasks.snooze_task(task=task, until=TODAY, today=TODAY)


def test_a_suggestion_counts_only_when_accepted():
    student, counsellor = make_student(), make_user()
    values = {"student": student, "title": "约谈", "due": None, "notes": "", "by": counsellor}
    task = tasks.suggest_task(**values)
    assert tasks.suggest_task(**values).pk == task.pk
    assert task.state == TaskState.SUGGESTED

    tasks.answer_suggestion(task=task, accept=True)

    task.refresh_from_db()
    assert task.state == TaskState.OPEN
    with pytest.raises(StateError):
        tasks.answer_suggestion(task=task, accept=False)


def test_advice_is_kept_once_with_its_basis_and_ended_when_its_reason_is_gone():
    student = make_student()
    assert cards(student)["intention-empty"].outcome == "active"
    cards(student, TODAY + dt.timedelta(1))
    episode = AdviceEpisode.objects.get(student=student, module="intention-empty")
    assert (episode.first_shown, episode.last_shown) == (TODAY, TODAY + dt.timedelta(1))
    assert episode.basis == {"titles": 0}

    make_intention(student)
    assert cards(student)["intention-empty"].outcome == "fine"

    episode.refresh_from_db()
    assert episode.cleared
    assert episode.outcome == {"titles": 1}


def test_a_dismissed_advice_returns_as_a_new_one():
    student = make_student()
    cards(student)
    code = "intention-empty"
    advice.dismiss(student=student, code=code, reason=DismissReason.LATER, today=TODAY)

    assert cards(student, TODAY + dt.timedelta(13))[code].dismissed
    assert not cards(student, TODAY + dt.timedelta(14))[code].dismissed
    assert AdviceEpisode.objects.filter(student=student, module=code).count() == 2


def test_an_advice_becomes_a_task_once():
    student = make_student()
    cards(student)
    one, two = (
        advice.task_from_advice(student=loaded(student), code="intention-empty", today=TODAY)
        for _ in range(2)
    )

    assert one.pk == two.pk
    assert one.url.endswith("/intention/")
    assert AdviceEpisode.objects.get(module="intention-empty").acted_at is not None


def test_facts_come_from_the_students_own_rows():
    student = make_student()
    make_intention(student)
    for _ in range(5):
        make_application(student=student)
    make_application(student=student, state=ApplicationState.OFFER)
    missing = {
        "requirement": 0, "kind": "certificate", "strength": "must", "label": "教师资格证",
        "sentence": "", "outcome": "missing", "reachable": True, "hard": False, "evidence": [],
    }  # fmt: skip
    for _ in range(5):
        make_match(student=student, posting=make_posting(), checks=[missing])

    facts = advice.facts_for(loaded(student), today=timezone.localdate())

    assert (facts.sent, facts.plain, facts.offers) == (6, 6, 1)
    assert (facts.matches, facts.top) == (5, 5)
    assert (facts.missing_certificate, facts.missing_certificate_n) == ("教师资格证", 5)


def test_queries_do_not_grow_with_the_lists(
    django_assert_num_queries, django_assert_max_num_queries
):
    student = make_student()
    make_intention(student)
    make_match(student=student, posting=make_posting())
    make_application(student=student)
    row = loaded(student)
    with django_assert_max_num_queries(30) as few:
        advice.facts_for(row, today=TODAY)
    for _ in range(3):
        make_match(student=student, posting=make_posting())
        make_application(student=student)
    row = loaded(student)

    with django_assert_num_queries(len(few)):
        advice.facts_for(row, today=TODAY)


@pytest.mark.parametrize(
    ("by_mail", "agreed", "email", "sent"),
    [
        (True, True, "a@example.org", 1),
        (False, True, "a@example.org", 0),
        (True, False, "a@example.org", 0),
        (True, True, "", 0),
    ],
)
def test_mail_goes_to_those_who_want_it_and_agreed(by_mail, agreed, email, sent):
    student = make_student(consents=[Purpose.MESSAGES] if agreed else [], cohort=None)
    student.user.email = email
    student.user.save()
    save_settings(student=student, by_mail=by_mail)
    make_task(student, due=TODAY)

    assert reminders.send_reminders(today=TODAY) == sent
    assert len(mail.outbox) == sent


def test_mails_are_capped_and_sent_once_a_day():
    student = make_student(cohort=None)
    student.user.email = "a@example.org"
    student.user.save()
    save_settings(student=student, by_mail=True)
    make_task(student, title="投递三个岗位", due=TODAY)

    for days in (0, 0, 1, 2, 3):
        reminders.send_reminders(today=TODAY + dt.timedelta(days))

    assert [row.day for row in ReminderMail.objects.order_by("day")] == [
        TODAY, TODAY + dt.timedelta(3),
    ]  # fmt: skip
    assert "投递三个岗位" in mail.outbox[0].body
    assert PlanSettings.objects.get().by_mail


def test_what_worked_hides_few_people():
    university = make_university()
    people = [make_student(university=university) for _ in range(5)]
    for student in people:
        cards(student)
    advice.act_on(student=loaded(people[0]), code="intention-empty", today=TODAY)
    for student in people[:2]:
        make_intention(student)
        cards(student)
    week = {"since": TODAY, "until": TODAY + dt.timedelta(7)}

    rows = {one.code: one for one in what_worked(university.pk, **week)}

    row = rows["intention-empty"]
    assert (row.shown, row.acted, row.cleared_acted, row.cleared_others) == (5, 1, 1, 1)
    people[0].delete()
    rows = {one.code: one for one in what_worked(university.pk, **week)}
    assert rows["intention-empty"].shown is None
