"""Matches as rows, without running the engine."""

import datetime as dt
from typing import Any

from employment.matches.enums import Band
from employment.matches.models import Match
from employment.postings.models import Posting
from employment.students.models import StudentProfile
from tests.factories.postings import make_posting
from tests.factories.students import make_student

CHECK = {
    "requirement": 0,
    "kind": "skill",
    "strength": "must",
    "label": "Python",
    "sentence": "熟练使用 Python",
    "outcome": "satisfied",
    "reachable": True,
    "hard": False,
    "evidence": [{"source": "project", "text": "使用 Python 开发后端接口"}],
}
CRITERION = {
    "name": "skills",
    "value": 0.8,
    "weight": 1.0,
    "points": 80.0,
    "known": True,
    "evidence": [
        [
            {"source": "project", "text": "使用 Python 开发后端接口"},
            {"source": "posting", "text": "熟练使用 Python"},
        ]
    ],
}


def make_match(
    *, student: StudentProfile | None = None, posting: Posting | None = None, **fields: Any
) -> Match:
    values = {
        "score": 80.0,
        "percentile": 0.9,
        "coverage": 1.0,
        "band": Band.STRONG,
        "criteria": [CRITERION],
        "checks": [CHECK],
        "encoder": "hashing",
        "weights_version": "1",
        "computed_at": dt.datetime(2026, 9, 2, 9, 0, tzinfo=dt.UTC),
    } | fields
    return Match.objects.create(
        student=student or make_student(), posting=posting or make_posting(), **values
    )
