import csv
import json
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError


def read_csv(path: str) -> list[dict[str, str]]:
    with existing(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_json_lines(path: str) -> list[dict[str, Any]]:
    with existing(path).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def existing(path: str) -> Path:
    if not Path(path).is_file():
        raise CommandError(
            f"There is no file {path}: the labelled sets are not part of the product."
        )
    return Path(path)
