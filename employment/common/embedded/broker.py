"""A message broker made of folders, for one machine: kombu's file-system transport, with two
gaps closed. A message becomes visible only when it is whole, and one being read stays in our
folder instead of the machine's temporary one."""

import os
import time
import uuid
from pathlib import Path
from queue import Empty
from typing import Any

from kombu.transport import filesystem
from kombu.utils.json import dumps, loads

QUEUES = ("matching-fast", "matching-bulk", "imports")
EXCHANGES = (*QUEUES, "celery.pidbox", "reply.celery.pidbox")


class Channel(filesystem.Channel):
    def _put(self, queue: str, payload: Any, **kwargs: Any) -> None:  # type: ignore[override]
        name = f"{time.monotonic_ns():020}_{uuid.uuid4()}.{queue}.msg"
        draft = self.scratch / name
        draft.write_text(dumps(payload))
        draft.replace(Path(self.data_folder_out) / name)

    def _get(self, queue: str, timeout: float | None = None) -> Any:
        for name in sorted(os.listdir(self.data_folder_in)):
            if name.partition(".")[2] == f"{queue}.msg":
                taken = self.scratch / name
                try:
                    os.rename(Path(self.data_folder_in) / name, taken)
                except FileNotFoundError:
                    continue  # another worker was faster
                text = taken.read_text()
                taken.unlink()
                return loads(text)
        raise Empty

    @property
    def scratch(self) -> Path:
        return Path(self.transport_options["scratch_folder"])


class Transport(filesystem.Transport):
    Channel = Channel


def folders(home: Path) -> dict[str, str | float | Path]:
    """The transport's options, with the folders they name created."""
    for name in ("queue", "control", "scratch"):
        (home / name).mkdir(parents=True, exist_ok=True)
    for exchange in EXCHANGES:
        create_table(home / "control" / f"{exchange}.exchange")
    return {
        "data_folder_in": str(home / "queue"),
        "data_folder_out": str(home / "queue"),
        "control_folder": home / "control",
        "scratch_folder": str(home / "scratch"),
        "polling_interval": 0.05,
    }


def create_table(path: Path) -> None:
    """Two processes that create a table at the same moment read it half written."""
    if not path.exists():
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_text("[]")
        draft.replace(path)
