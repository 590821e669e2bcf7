"""A file's text with its layout, taken by a process of its own that may neither write files nor
use much time or memory, and that knows nothing of this product: see ``extractor.py``.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from employment.guidance.resumes.reading.refusals import Reason, RefusedFileError

MAX_BYTES = 5 * 1024 * 1024
MAX_OUTPUT = 8 * 1024 * 1024
SECONDS = 20
_EXTRACTOR = Path(__file__).with_name("extractor.py")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text where it is printed: points from the page's lower left corner."""

    page: int
    x: float
    y: float
    end: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph or a row of a table. ``cells`` hold their paragraphs, one without a table."""

    cells: tuple[tuple[str, ...], ...]
    size: float
    style: str
    in_table: bool
    in_box: bool
    is_bullet: bool


@dataclass(frozen=True, slots=True)
class Extract:
    """What a PDF (``fragments``) or a docx (``rows``) holds."""

    fragments: tuple[Fragment, ...] = ()
    rows: tuple[Row, ...] = ()


def extract(content: bytes) -> Extract:
    """Raises ``RefusedFileError``. The content's own bytes say what it is, never its name."""
    if not content:
        raise RefusedFileError(Reason.EMPTY)
    if len(content) > MAX_BYTES:
        raise RefusedFileError(Reason.TOO_LARGE)
    data = _run(content)
    if reason := data.get("refused"):
        raise RefusedFileError(Reason(reason))
    return Extract(
        tuple(Fragment(*one) for one in data.get("fragments", ())),
        tuple(
            Row(tuple(map(tuple, one["cells"])), **{k: v for k, v in one.items() if k != "cells"})
            for one in data.get("rows", ())
        ),
    )


def _run(content: bytes) -> dict[str, Any]:
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-B", "-X", "utf8", str(_EXTRACTOR)],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise RefusedFileError(Reason.TOO_SLOW) from error
    if done.returncode < 0 or len(done.stdout) > MAX_OUTPUT:
        raise RefusedFileError(Reason.TOO_SLOW)
    if done.returncode:
        raise RefusedFileError(Reason.DAMAGED)
    data: dict[str, Any] = json.loads(done.stdout)
    return data
