import datetime as dt

import pytest
from django.test import TestCase
from django.utils import timezone

from employment.accounts.actors import actor_for_user
from employment.accounts.enums import Role
from employment.common.enums import JobState
from employment.common.errors import InvalidError, StateError
from employment.common.jobs import request_cancel
from employment.guidance.plans.enums import TaskSource
from employment.guidance.plans.services.tasks import finish_task
from employment.guidance.reports.models import Order, Report, ShareLink
from employment.guidance.reports.rules.content import content_from, holds_guidance
from employment.guidance.reports.selectors.plan import plan_facts
from employment.guidance.reports.services import rewording, sharing
from employment.guidance.reports.services.making import make_report
from employment.guidance.reports.services.orders import order_batch, order_report, work_order
from employment.guidance.rewording.services import Proposal
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import withdraw_consent
from tests.factories.accounts import make_college, make_user
from tests.factories.plans import make_task
from tests.factories.reports import make_link, make_rich_student
from tests.factories.reports import make_report as factory_report
from tests.factories.students import make_skill_claim, make_student

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("taxonomy")]


def test_the_same_facts_make_no_second_version():
    student = make_rich_student()

    first, second = make_report(student_id=student.pk), make_report(student_id=student.pk)

    assert first == second
    make_skill_claim(student, skill="mysql", evidence="订单模块")
    assert make_report(student_id=student.pk).version == 2


def test_without_consent_to_guidance_no_result_and_no_grade_is_used():
    agreed = make_rich_student()
    silent = make_rich_student(consents=[Purpose.MATCHING])

    with_all = content_from(make_report(student_id=agreed.pk).content)
    without = content_from(make_report(student_id=silent.pk).content)

    assert with_all.find("who:interests")
    assert with_all.find("strength:grades")
    assert not holds_guidance(without)
    assert without.find("unknown:agree")


def test_without_consent_to_matching_no_match_is_used():
    student = make_rich_student(consents=[Purpose.GUIDANCE])

    content = content_from(make_report(student_id=student.pk).content)

    assert content.find("market:matches") is None
    assert content.find("unknown:matching")


def test_the_plan_is_read_once_for_a_milestone_that_became_a_task():
    student = make_student(cohort=timezone.localdate().year + 1)
    first = next(one for one in plan_facts(student, today=timezone.localdate()) if one.due)
    key, title = first.key, first.title["zh"]
    task = make_task(student, title=title, due=first.due, source=TaskSource.MILESTONE, key=key)

    found = plan_facts(student, today=timezone.localdate())

    assert [one.kind for one in found if one.title == first.title] == ["task"]
    assert not [one for one in found if (one.kind, one.key) == ("milestone", key)]
    finish_task(task=task)
    assert not [one for one in plan_facts(student, today=timezone.localdate()) if one.key == key]


def test_taking_the_consent_back_empties_stored_reports():
    student = make_rich_student()
    report = make_report(student_id=student.pk)
    assert holds_guidance(content_from(report.content))

    withdraw_consent(user=student.user, purpose=Purpose.GUIDANCE)

    report.refresh_from_db()
    assert not holds_guidance(content_from(report.content))
    assert "who:interests" not in str(report.content)


def test_asking_twice_makes_one_order_and_one_report():
    student = make_student()

    with TestCase.captureOnCommitCallbacks() as rung:
        first, second = order_report(student=student), order_report(student=student)

    assert first == second
    assert len(rung) == 1
    work_order(order_id=first.pk)
    assert work_order(order_id=first.pk) is False
    assert Report.objects.get(student=student).order == first
    first.job.refresh_from_db()
    assert (first.job.state, first.job.done) == (JobState.DONE, 1)
    assert order_report(student=student) != first


@pytest.fixture
def college():
    return make_college()


@pytest.fixture
def counsellor(college):
    return actor_for_user(make_user(role=Role.COUNSELLOR, organisation=college))


def test_a_batch_leaves_out_who_has_not_agreed(college, counsellor):
    make_student(college=college, consents=False)
    agreed = [make_student(college=college) for _each in range(2)]
    make_student()

    order = order_batch(actor=counsellor)

    assert order.students == sorted(one.pk for one in agreed)
    assert order.left_out == 1


def test_a_batch_of_nobody_is_refused(college, counsellor):
    make_student(college=college, consents=False)

    with pytest.raises(InvalidError):
        order_batch(actor=counsellor)


def test_a_batch_goes_on_where_it_stopped(monkeypatch, college, counsellor):
    students = [make_student(college=college) for _each in range(3)]
    order = order_batch(actor=counsellor)
    monkeypatch.setattr("employment.guidance.reports.services.orders.AT_ONCE", 2)

    assert work_order(order_id=order.pk) is True
    order.refresh_from_db()
    assert order.position == 2
    assert work_order(order_id=order.pk) is False

    assert Report.objects.filter(order=order).count() == len(students)
    order.job.refresh_from_db()
    assert order.job.state == JobState.DONE
    assert order.job.result == {"made": 3}


def test_a_cancelled_batch_keeps_what_is_made(monkeypatch, college, counsellor):
    for _each in range(3):
        make_student(college=college)
    order = order_batch(actor=counsellor)
    monkeypatch.setattr("employment.guidance.reports.services.orders.AT_ONCE", 1)
    work_order(order_id=order.pk)

    request_cancel(job=order.job)

    assert work_order(order_id=order.pk) is False
    order.job.refresh_from_db()
    assert order.job.state == JobState.CANCELLED
    assert Report.objects.count() == 1


def test_a_student_who_left_does_not_stop_the_batch(college, counsellor):
    gone, stays = make_student(college=college), make_student(college=college)
    order = order_batch(actor=counsellor)
    gone.user.delete()

    work_order(order_id=order.pk)

    order.job.refresh_from_db()
    assert (order.job.done, order.job.failed) == (2, 1)
    assert Report.objects.get().student == stays
    assert Order.objects.get().job.state == JobState.DONE


def test_a_link_is_kept_as_a_hash_counts_and_ends():
    made = make_link(factory_report())

    assert made.token not in str(ShareLink.objects.values().get())
    assert sharing.open_link(token=made.token).views == 1
    assert sharing.open_link(token="wrong") is None
    ShareLink.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    assert sharing.open_link(token=made.token) is None


def test_a_revoked_link_leads_nowhere():
    made = make_link(factory_report())

    sharing.revoke_link(link=made.link)

    assert sharing.open_link(token=made.token) is None


def test_too_many_live_links_are_refused():
    report = factory_report()
    for _each in range(sharing.MOST_LIVE):
        make_link(report)

    with pytest.raises(StateError):
        make_link(report)


def test_only_what_was_proposed_can_be_kept():
    report, other = factory_report(), factory_report()
    proposal = Proposal("旧句", "新句", "model-x")
    sealed = rewording.seal(report=report, claim="who:study", language="zh", proposal=proposal)

    assert rewording.keep(report=report, sealed=sealed).after == "新句"
    with pytest.raises(InvalidError):
        rewording.keep(report=other, sealed=sealed)
    with pytest.raises(InvalidError):
        rewording.keep(report=report, sealed=sealed + "x")
