"""A message broker made of folders, for one machine."""

from pathlib import Path


def folders(home: Path) -> dict[str, str | Path]:
    """The options of kombu's file-system transport, with their folders created."""
    for name in ("queue", "control"):
        (home / name).mkdir(parents=True, exist_ok=True)
    return {
        "data_folder_in": str(home / "queue"),
        "data_folder_out": str(home / "queue"),
        "control_folder": home / "control",
    }
