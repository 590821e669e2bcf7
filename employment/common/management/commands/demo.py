import http.client
import json
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation.reloader import translation_file_changed

from employment.common import stamps
from employment.common.env import env
from employment.common.i18n import catalogues

START_SECONDS = 60
STATIC_SOURCES = (
    "employment/static",
    "employment/common/staticfiles.py",
    "package-lock.json",
    "requirements.txt",
)


class Command(BaseCommand):
    help = "Bring this instance up to date with its demo data, then run every process of it."

    def handle(self, *args: Any, **options: Any) -> None:
        port = env("PORT", int, 8000)
        refuse_used_port(port)
        self.prepare_apart()
        self.serve(port)

    def prepare_apart(self) -> None:
        """In a process of its own, which ends: matching loads the model, a gigabyte."""
        connection.ensure_connection()  # from here on the embedded server stays up
        connection.close()
        child = multiprocessing.get_context("fork").Process(target=self.prepare)
        child.start()
        child.join()
        if child.exitcode:
            raise CommandError("The demo could not be prepared.")

    def prepare(self) -> None:
        catalogues.compile_all()
        translation_file_changed(None, Path("django.mo"))  # forget what was read before
        self.collect_static_files()
        self.run("migrate", verbosity=0)
        self.run("load_reference", verbosity=0)
        self.run("load_demo")
        self.match_once()

    def match_once(self) -> None:
        """Later changes are found by the worker's sweep, without delaying the start."""
        database = MigrationRecorder(connection).migration_qs.earliest("applied").applied
        if not stamps.is_done("match", str(database)):
            self.run("match", lagging=True)
            stamps.mark_done("match", str(database))

    def collect_static_files(self) -> None:
        found = stamps.fingerprint(settings.BASE_DIR / name for name in STATIC_SOURCES)
        if not (stamps.is_done("static", found) and settings.STATIC_ROOT.is_dir()):
            self.run("collectstatic", interactive=False, verbosity=0)
            stamps.mark_done("static", found)

    def run(self, name: str, **options: Any) -> None:
        started = time.monotonic()
        call_command(name, stdout=self.stdout, stderr=self.stderr, **options)
        self.stdout.write(f"{name}: {time.monotonic() - started:.1f} s")

    def serve(self, port: int) -> None:
        """Run the Procfile until it ends. Ctrl-C reaches honcho too, which stops the processes."""
        (settings.VAR_DIR / "tmp").mkdir(exist_ok=True)
        surroundings = {**os.environ, "DEMO": "1", "VAR_DIR": str(settings.VAR_DIR)}
        processes = subprocess.Popen(
            [sys.executable, "-m", "honcho", "start", "--port", str(port)],
            cwd=settings.BASE_DIR,
            env={**surroundings, "PYTHONUNBUFFERED": "1"},
        )
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda *_: processes.terminate())
        self.announce(port, processes)
        processes.wait()

    def announce(self, port: int, processes: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not answers(port):
            if processes.poll() is not None or time.monotonic() > deadline:
                return
            time.sleep(0.2)
        self.stdout.write(f"\n{logins()}http://127.0.0.1:{port} (Ctrl-C stops it)")


def logins() -> str:
    """What the demo loader left: one line for each account."""
    file = settings.VAR_DIR / "demo_accounts.json"
    accounts = json.loads(file.read_text()) if file.exists() else []
    return "".join(f"{a['login']:<24} {a['password']:<20} {a['role']}\n" for a in accounts)


def refuse_used_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CommandError(f"Port {port} is in use: set PORT to another one.") from error


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
