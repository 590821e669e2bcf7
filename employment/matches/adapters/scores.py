"""``matching.types.MatchScore`` → the JSON kept with a match, and back for the page."""

import json
from collections.abc import Sequence
from typing import TypedDict

from matching.types import Check, CriterionScore, Evidence


class EvidenceJson(TypedDict):
    source: str
    text: str


class CheckJson(TypedDict):
    """``requirement`` is the row's position in the posting, ``label`` what it said then."""

    requirement: int
    kind: str
    strength: str
    label: str
    sentence: str
    outcome: str
    reachable: bool
    hard: bool
    evidence: list[EvidenceJson]


class CriterionJson(TypedDict):
    name: str
    value: float
    weight: float
    points: float
    known: bool
    evidence: list[list[EvidenceJson]]


MAX_EVIDENCE = 3
MAX_TEXT = 200


def evidence_json(evidence: Evidence) -> EvidenceJson:
    return {"source": evidence.source, "text": evidence.text[:MAX_TEXT]}


def check_json(position: int, check: Check) -> CheckJson:
    requirement = check.requirement
    return {
        "requirement": position,
        "kind": requirement.kind,
        "strength": requirement.strength,
        "label": requirement.label,
        "sentence": requirement.sentence[:MAX_TEXT],
        "outcome": check.outcome,
        "reachable": check.reachable,
        "hard": requirement.hard,
        "evidence": [evidence_json(item) for item in check.evidence[:MAX_EVIDENCE]],
    }


def criterion_json(criterion: CriterionScore) -> CriterionJson:
    return {
        "name": criterion.name,
        "value": round(criterion.value, 6),
        "weight": round(criterion.weight, 6),
        "points": criterion.points,
        "known": criterion.known,
        "evidence": [
            [evidence_json(mine), evidence_json(theirs)]
            for mine, theirs in criterion.evidence[:MAX_EVIDENCE]
        ],
    }


def criteria_text(criteria: Sequence[CriterionScore]) -> str:
    return text_of([criterion_json(row) for row in criteria])


# By place and identity: the check itself, so that its identity stays its own, and its JSON.
KnownChecks = dict[tuple[int, int], tuple[Check, str]]
MANY = 10_000


def checks_text(checks: Sequence[Check], known: KnownChecks) -> str:
    """One posting's candidates share most of their checks (``matching.checks``)."""
    if len(known) > MANY:
        known.clear()
    texts = []
    for position, check in enumerate(checks):
        key = position, id(check)
        kept = known.get(key)
        if kept is None:
            kept = known[key] = check, text_of(check_json(position, check))
        texts.append(kept[1])
    return f"[{','.join(texts)}]"


def text_of(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
