"""Matches as rows, without running the engine."""

import datetime as dt
from typing import Any

from employment.matches.enums import Band, WeightOrigin
from employment.matches.models import Match, OccupationCoding, WeightSet
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


def make_weights(*, version: str = "2026.1-r9", **fields: Any) -> WeightSet:
    """A fitted set that waits for a decision."""
    figures = {
        "positives": 240,
        "later_students": 30,
        "present": {"ndcg": 0.6, "average_precision": 0.5},
        "proposed": {"ndcg": 0.65, "average_precision": 0.55},
        "gain": [0.05, 0.02, 0.08],
        "against": "2026.1",
    }
    shares = {"occupation": 0.2, "skills": 0.4, "experience": 0.2, "field": 0.1, "preference": 0.1}
    values = {"values": shares, "origin": WeightOrigin.REFIT, "figures": figures}
    return WeightSet.objects.create(version=version, **(values | fields))


def make_coding(posting: Posting | None = None, **fields: Any) -> OccupationCoding:
    """What the machine made of a posting's title, unsure as it is."""
    posting = posting or make_posting()
    values = {
        "title": posting.title,
        "proposals": [["2-05-08-01", 0.3], ["2-02-10-03", 0.1]],
        "confidence": 0.3,
        "coder": "x+0",
    } | fields
    confidence = values["confidence"]
    Posting.objects.filter(pk=posting.pk).update(occupation_confidence=confidence)
    return OccupationCoding.objects.create(posting=posting, **values)
