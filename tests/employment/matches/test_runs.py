"""A full run: begun once, block by block, nothing lost when a worker dies."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from employment.common.enums import JobState
from employment.common.jobs import request_cancel
from employment.common.models import AuditEntry, Job
from employment.matches.models import Match, MatchRun, ReferenceSample, RunBlock, StudentSync
from employment.matches.services import reference, runs
from employment.matches.services.runs import start_run, work_block
from employment.matches.services.sweep import find_lagging
from employment.matches.tasks import sweep, work_run
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import withdraw_consent
from tests.employment.matches.worlds import lists, lists_made_anew, make_empty_lists, make_world
from tests.factories.accounts import make_user
from tests.factories.students import make_student

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("taxonomy")]


@pytest.fixture
def small_blocks(monkeypatch):
    monkeypatch.setattr(runs, "BLOCK_SIZE", 3)


@pytest.fixture
def world(small_blocks):
    return make_world()


def work_all(run):
    while work_block(run_id=run.pk):
        pass
    run.job.refresh_from_db()


def test_run_makes_every_list_and_closes_its_job(world):
    run = start_run(actor=make_user(), ring=False)
    work_all(run)

    made = lists()
    assert run.job.state == JobState.DONE
    assert (run.job.done, run.job.total, run.blocks.count()) == (8, 8, 3)
    assert made == lists_made_anew()
    assert made
    assert not work_block(run_id=run.pk)


def test_second_click_starts_nothing(world):
    first = start_run(ring=False)

    assert start_run(ring=False) == first
    work_all(first)

    assert start_run(ring=False) != first
    assert MatchRun.objects.count() == 2


def test_run_of_a_university_leaves_the_others_as_they_were(world, monkeypatch):
    monkeypatch.setattr(runs, "MANY_POSTINGS", 5)
    student = world[0][0]
    work_all(start_run(university_id=student.university_id, ring=False))

    assert list(StudentSync.objects.values_list("student_id", flat=True)) == [student.pk]
    assert set(Match.objects.values_list("student_id", flat=True)) <= {student.pk}
    assert len(find_lagging().students) == 7
    assert len(find_lagging().postings) == 12
    entry = AuditEntry.objects.get(action="matching.run")
    assert entry.organisation_id == student.university_id
    assert entry.detail == {"students": 1}


def test_run_under_way_holds_back_its_own_students_alone(world):
    student, *others = world[0]
    start_run(university_id=student.university_id, ring=False)

    assert set(find_lagging().students) == {each.pk for each in others}


def test_run_over_everybody_covers_a_university_but_not_the_other_way_round(world):
    here, there = (student.university_id for student in world[0][:2])
    own = start_run(university_id=here, ring=False)
    everybody = start_run(ring=False)

    assert own != everybody
    assert start_run(university_id=there, ring=False) == everybody
    assert start_run(ring=False) == everybody


def test_run_rings_itself_to_its_end(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        start_run()

    assert Job.objects.get().state == JobState.DONE
    assert StudentSync.objects.count() == 8


def test_block_that_fails_stays_free_and_half_a_list_is_never_seen(world, monkeypatch):
    run = start_run(ring=False)
    work_block(run_id=run.pk)
    before = lists()

    def write_and_die(**kwargs):
        Match.objects.all().delete()
        raise ConnectionError

    with monkeypatch.context() as patch:
        patch.setattr(runs, "match_students", write_and_die)
        with pytest.raises(ConnectionError):
            work_block(run_id=run.pk)
    run.job.refresh_from_db()
    assert lists() == before
    assert (run.job.done, run.blocks.filter(done_at=None).count()) == (3, 2)

    work_all(run)
    assert run.job.state == JobState.DONE
    assert lists() == lists_made_anew()


def test_sweep_goes_on_with_a_run_that_nobody_works_on(world):
    run = start_run(ring=False)
    work_block(run_id=run.pk)
    assert find_lagging().runs == []
    long_ago = timezone.now() - timedelta(minutes=2)
    Job.objects.filter(pk=run.job_id).update(heartbeat_at=long_ago)

    sweep()

    run.job.refresh_from_db()
    assert run.job.state == JobState.DONE
    assert lists() == lists_made_anew()


def test_students_are_left_to_the_run_under_way(world):
    start_run(ring=False)

    assert find_lagging().students == []


def test_stopped_run_keeps_its_lists_and_the_sweep_does_the_rest(world):
    run = start_run(ring=False)
    work_block(run_id=run.pk)
    request_cancel(job=run.job)

    work_run(run_id=run.pk)

    run.job.refresh_from_db()
    assert (run.job.state, run.job.done) == (JobState.CANCELLED, 6)
    sweep()
    assert StudentSync.objects.count() == 8
    assert lists() == lists_made_anew()


def test_consent_taken_back_during_a_run_is_heeded(world):
    run = start_run(ring=False)
    student = world[0][-1]
    withdraw_consent(user=student.user, purpose=Purpose.MATCHING)

    work_all(run)

    assert run.job.state == JobState.DONE
    assert not student.matches.exists()


def test_run_takes_waiting_postings_along(world, monkeypatch):
    monkeypatch.setattr(runs, "MANY_POSTINGS", 5)
    assert len(find_lagging().postings) == 12

    work_all(start_run(ring=False))

    assert not find_lagging().anything
    assert lists() == lists_made_anew()


def test_run_whose_last_worker_died_before_closing_it_is_closed(world):
    run = start_run(ring=False)
    work_all(run)
    Job.objects.update(state=JobState.RUNNING, finished_at=None)

    assert not work_block(run_id=run.pk)

    run.job.refresh_from_db()
    assert run.job.state == JobState.DONE


def test_run_without_students_is_closed():
    run = start_run(ring=False)

    work_all(run)

    assert run.job.state == JobState.DONE


def test_sample_is_drawn_once_and_moves_no_score_later(world, monkeypatch):
    monkeypatch.setattr(reference, "ENOUGH_PAIRS", 5)

    work_all(start_run(ring=False))
    sample = ReferenceSample.objects.get()
    before = lists()
    make_student()
    work_all(start_run(ring=False))

    assert ReferenceSample.objects.get() == sample
    after = lists()
    assert {pair: after[pair] for pair in before} == before
    assert not Match.objects.filter(percentile=None).exists()
    assert all(0 <= share <= 1 for share in Match.objects.values_list("percentile", flat=True))


def test_command_matches_all_and_then_finds_nothing_lagging(world, capsys, monkeypatch):
    monkeypatch.setattr(runs, "MANY_POSTINGS", 5)
    call_command("match", all=True, json=True)
    call_command("match", lagging=True, json=True)

    first, second = capsys.readouterr().out.strip().splitlines()
    assert f'"matches": {Match.objects.count()}' in first
    assert '"students": 8' in first
    assert '"lagging": 0' in second


def test_command_matches_one_student_or_one_posting(world, capsys):
    student, posting = world[0][0], world[1][1]

    call_command("match", student=student.pk)
    assert set(Match.objects.values_list("student_id", flat=True)) <= {student.pk}
    make_empty_lists()
    call_command("match", posting=posting.pk)

    assert set(Match.objects.values_list("posting_id", flat=True)) == {posting.pk}


@pytest.mark.django_db(transaction=True)
def test_two_workers_share_the_blocks(world):
    run = start_run(ring=False)

    def work(_number):
        try:
            while work_block(run_id=run.pk):
                pass
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(work, range(2)))

    run.job.refresh_from_db()
    assert (run.job.state, run.job.done) == (JobState.DONE, 8)
    assert not RunBlock.objects.filter(done_at=None).exists()
    assert lists() == lists_made_anew()
