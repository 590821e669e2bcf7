"""Starts PostgreSQL and stops it when the last process that uses it has gone.

Run as a script: `keeper.py BIN_DIR HOME`. It returns when the server accepts connections and leaves
one small process behind. Use is a shared lock on `users.lock`, which the kernel drops however a
process ends; the keeper waits until it can take that lock alone. Only the standard library is
imported, so that the process left behind stays small.
"""

import fcntl
import os
import pwd
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

SOCKET = ".s.PGSQL.5432"
START_SECONDS = 60
POLL_SECONDS = 0.1
INIT = [
    "--username=postgres",
    "--auth=trust",  # the folder of the socket is closed to other users
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
]
OPTIONS = {
    "listen_addresses": "",
    "unix_socket_directories": ".",  # relative to the data directory: never too long
    "shared_buffers": "256MB",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "max_parallel_maintenance_workers": "0",
    "dynamic_shared_memory_type": "mmap",  # containers give /dev/shm 64 MB
    "log_checkpoints": "off",
    "log_min_error_statement": "panic",  # statements and details carry personal data
    "log_error_verbosity": "terse",
}


def lock_file(path: Path) -> int:
    return os.open(path, os.O_RDONLY | os.O_CREAT, 0o644)


def try_lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def status(data: Path) -> tuple[int, str]:
    """Process id and state of the server as it wrote them down; (0, "") when there is none."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return 0, ""
    return int(lines[0]) if lines else 0, lines[7].strip() if len(lines) > 7 else ""


def accepting(data: Path, address: str) -> bool:
    """Whether the server of `data` answers on the socket in the folder `address`."""
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(f"{address}/{SOCKET}")
        except OSError:
            return False
    return status(data)[1] == "ready"


def is_server(process: int, data: Path) -> bool:
    """A process id outlives its process: after a crash another program may carry it."""
    return process != 0 and str(data).encode() in command_of(process)


def command_of(process: int) -> bytes:
    if not Path("/proc/self").exists():
        command = ["ps", "-o", "command=", "-p", str(process)]
        return subprocess.run(command, check=False, capture_output=True).stdout
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


class Server:
    def __init__(self, bin_dir: Path, home: Path) -> None:
        self.bin_dir, self.data = bin_dir, home / "data"
        self.child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, or adopt a server whose keeper was killed. Raises OSError when it cannot."""
        self.data.mkdir(mode=0o700, exist_ok=True)
        identity = demote(self.bin_dir, self.data) if os.geteuid() == 0 else {}
        os.chdir(self.data)
        if not self.running():
            self.remove_stale_locks()
            self.launch(identity)
        deadline = time.monotonic() + START_SECONDS
        while not accepting(self.data, "."):
            if not self.running() or time.monotonic() > deadline:
                raise ChildProcessError("PostgreSQL does not start")
            time.sleep(0.02)

    def running(self) -> bool:
        if self.child is not None:
            return self.child.poll() is None
        return is_server(status(self.data)[0], self.data)

    def remove_stale_locks(self) -> None:
        for name in ("postmaster.pid", SOCKET, f"{SOCKET}.lock"):
            (self.data / name).unlink(missing_ok=True)

    def launch(self, identity: dict[str, Any]) -> None:
        if not (self.data / "PG_VERSION").exists():
            subprocess.run(
                [self.bin_dir / "initdb", "-D", self.data, *INIT], check=True, **identity
            )
        options = [f"--{name}={value}" for name, value in OPTIONS.items()]
        self.child = subprocess.Popen(
            [self.bin_dir / "postgres", "-D", self.data, *options], **identity
        )

    def stop(self) -> None:
        if self.running():
            os.kill(self.child.pid if self.child else status(self.data)[0], signal.SIGINT)
        while self.running():
            time.sleep(0.02)


def demote(bin_dir: Path, data: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root: it runs as `nobody`, who must reach data and program."""
    nobody = pwd.getpwnam("nobody")
    os.chown(data, nobody.pw_uid, nobody.pw_gid)
    if not (bin_dir / "postgres").stat().st_mode & 0o001:
        package = bin_dir.parent.parent
        for folder in (package, package.with_name(f"{package.name}.libs")):
            open_to_all(folder)
    for folder in {*data.parents, *bin_dir.parents}:
        mode = folder.stat().st_mode
        if not mode & 0o001:
            folder.chmod(mode | 0o001)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def open_to_all(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        mode = path.stat().st_mode
        path.chmod(mode | 0o004 | (mode & 0o100) >> 6)


def detach(log: Path) -> None:
    """Leave the terminal's process group, so that Ctrl-C reaches the users first."""
    os.setsid()
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    descriptor = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    os.dup2(descriptor, 1)
    os.dup2(descriptor, 2)


def keep(server: Server, users: int) -> None:
    while server.running() and not try_lock(users):
        time.sleep(POLL_SECONDS)
    server.stop()


def main(bin_dir: Path, home: Path) -> int:
    turn = lock_file(home / "keeper.lock")
    if not try_lock(turn):
        return 0  # another keeper is at work
    users = lock_file(home / "users.lock")
    reader, writer = os.pipe()
    if os.fork():
        os.close(writer)
        return 0 if os.read(reader, 1) else 1
    detach(home / "log")
    server = Server(bin_dir, home)
    server.start()
    os.write(writer, b"1")
    os.close(writer)
    keep(server, users)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
