"""Real worker processes on one run: killed ones lose nothing, several double nothing."""

import hashlib
import multiprocessing
import os
import signal
from collections import Counter

import pytest
from django.db import connection

from employment.common.enums import JobState
from employment.matches.models import RunBlock
from employment.matches.services import runs
from employment.matches.services.runs import start_run, work_block
from employment.students.models import StudentProfile
from tests.employment.matches.worlds import lists, lists_made_anew, make_world

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("taxonomy"),
]
PROCESSES = multiprocessing.get_context("fork")
SECONDS = 120


def digest(made):
    return hashlib.sha256(repr(sorted(made.items())).encode()).hexdigest()


def work(run_id, told, *, die_in_first=False):
    """What a worker does with a run; ``told`` receives the students of every block it worked."""
    match_students = runs.match_students

    def match_and_tell(*, student_ids):
        match_students(student_ids=student_ids)
        told.put(list(student_ids))
        if die_in_first:
            told.close()
            told.join_thread()
            os.kill(os.getpid(), signal.SIGKILL)  # lists written, nothing committed

    runs.match_students = match_and_tell
    while work_block(run_id=run_id):
        pass


def start_worker(run, told, **options):
    worker = PROCESSES.Process(target=work, args=(run.pk, told), kwargs=options)
    worker.start()
    return worker


def everything_told(told):
    found = []
    while not told.empty():
        found += told.get()
    return found


@pytest.fixture
def run(monkeypatch):
    monkeypatch.setattr(runs, "BLOCK_SIZE", 2)
    make_world(students=16, postings=12)
    run = start_run(ring=False)
    connection.close()  # a forked child must not end the parent's session
    return run


def test_two_processes_share_a_run_and_double_nothing(run):
    told = PROCESSES.Queue()

    workers = [start_worker(run, told) for _number in range(2)]
    for worker in workers:
        worker.join(SECONDS)

    assert [worker.exitcode for worker in workers] == [0, 0]
    worked = Counter(everything_told(told))
    assert worked == Counter(StudentProfile.objects.values_list("pk", flat=True))
    run.job.refresh_from_db()
    assert (run.job.state, run.job.done) == (JobState.DONE, 16)
    assert digest(lists()) == digest(lists_made_anew())


def test_run_of_a_killed_process_is_finished_by_another(run):
    told = PROCESSES.Queue()
    killed = start_worker(run, told, die_in_first=True)
    killed.join(SECONDS)
    assert killed.exitcode == -signal.SIGKILL
    lost = everything_told(told)
    assert lists() == {}
    assert RunBlock.objects.filter(done_at=None).count() == 8
    connection.close()

    other = start_worker(run, told)
    other.join(SECONDS)

    assert other.exitcode == 0
    worked = Counter(everything_told(told))
    assert set(lost) <= set(worked)
    assert worked == Counter(StudentProfile.objects.values_list("pk", flat=True))
    run.job.refresh_from_db()
    assert (run.job.state, run.job.done) == (JobState.DONE, 16)
    assert digest(lists()) == digest(lists_made_anew())
