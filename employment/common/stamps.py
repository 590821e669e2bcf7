"""Remember by content what was done to this instance, so that the next start need not repeat it."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings


def fingerprint(sources: Iterable[Path]) -> str:
    """Of the names and contents of files, and of all files in folders."""
    digest = hashlib.sha256()
    for source in sources:
        files = sorted(path for path in source.rglob("*") if path.is_file())
        for path in files if source.is_dir() else [source]:
            digest.update(str(path.relative_to(settings.BASE_DIR)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def is_done(step: str, fingerprint: str) -> bool:
    path = stamp_path(step)
    return path.exists() and path.read_text() == fingerprint


def mark_done(step: str, fingerprint: str) -> None:
    path = stamp_path(step)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(fingerprint)


def stamp_path(step: str) -> Path:
    return Path(settings.VAR_DIR) / "stamps" / step
