import os
import signal
import subprocess
import sys
import time

import psutil
import psycopg
import pytest
from django.conf import settings

from employment.common.embedded import keeper, server

USER = """
import signal
import sys
from pathlib import Path
import psycopg
from employment.common.embedded import server
signal.signal(signal.SIGINT, signal.default_int_handler)  # background jobs start without
address = server.hold(Path(sys.argv[1]))
with psycopg.connect(host=address, user="postgres", dbname="postgres") as connection:
    print(connection.execute("SELECT 40 + 2").fetchone()[0], flush=True)
sys.stdin.read()
"""


class Process:
    """Another process that uses the server until it is told to leave."""

    def __init__(self, home):
        self.popen = subprocess.Popen(
            [sys.executable, "-c", USER, str(home)],
            cwd=settings.BASE_DIR,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def answer(self):
        return self.popen.stdout.readline().strip()

    def leave(self):
        self.popen.communicate(timeout=20)

    def kill(self):
        self.popen.kill()
        self.popen.communicate()


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("an-instance-with-a-path-longer-than-a-socket-address" * 2)


@pytest.fixture
def user(home):
    process = Process(home)
    assert process.answer() == "42"
    yield process
    process.kill()
    wait_until_gone(home)


def postmaster(home):
    return keeper.status(home / "data")[0]


def wait_until_gone(home):
    deadline = time.monotonic() + 20
    while postmaster(home) or server.has_keeper(home):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_server_stops_with_its_last_user(home, user):
    other = Process(home)
    assert other.answer() == "42"

    user.leave()

    time.sleep(3 * keeper.POLL_SECONDS)
    assert psutil.pid_exists(postmaster(home))
    other.leave()
    wait_until_gone(home)


def test_server_stops_after_its_user_was_killed(home, user):
    user.kill()

    wait_until_gone(home)


def test_processes_that_start_together_share_one_server(home):
    processes = [Process(home) for _ in range(3)]

    answers = [process.answer() for process in processes]

    assert answers == ["42"] * 3
    for process in processes:
        process.leave()
    wait_until_gone(home)


def test_killed_server_and_keeper_leave_nothing_that_prevents_a_start(home, user):
    process = psutil.Process(postmaster(home))
    process.parent().kill()
    process.kill()
    user.kill()

    again = Process(home)

    assert again.answer() == "42"
    again.leave()


def test_server_whose_keeper_was_killed_is_adopted(home, user):
    psutil.Process(postmaster(home)).parent().kill()
    first = postmaster(home)

    other = Process(home)

    assert other.answer() == "42"
    assert postmaster(home) == first
    user.leave()
    other.leave()
    wait_until_gone(home)


def test_process_id_of_another_program_in_the_lock_file_is_stale(home, user):
    lines = (home / "data" / "postmaster.pid").read_text().splitlines()
    user.leave()
    wait_until_gone(home)
    lines[0] = str(os.getpid())
    (home / "data" / "postmaster.pid").write_text("\n".join(lines))

    again = Process(home)

    assert again.answer() == "42"
    again.leave()


@pytest.mark.skipif(os.geteuid() != 0, reason="root starts the server as another user")
def test_root_gives_the_server_to_an_unprivileged_user(home, user):
    assert psutil.Process(postmaster(home)).uids().effective != 0


def test_data_folder_is_closed_to_other_users(home, user):
    assert (home / "data").stat().st_mode & 0o077 == 0


def test_server_has_the_vector_extension(home, user):
    address = server.address_of(home / "data")

    with psycopg.connect(host=address, user="postgres", dbname="postgres") as connection:
        connection.execute("CREATE EXTENSION vector")
        distance = connection.execute("SELECT '[1,0]'::halfvec <=> '[0,1]'::halfvec").fetchone()

    assert distance == (1.0,)


def test_interrupt_of_the_terminal_does_not_reach_the_server(home, user):
    assert os.getsid(postmaster(home)) != os.getsid(user.popen.pid)
    os.kill(user.popen.pid, signal.SIGINT)

    user.popen.wait(timeout=20)
    wait_until_gone(home)
