"""What the student's match list says about demand: nothing is scored here."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils import timezone

from employment.guidance.reports.rules.content import Evidence
from employment.guidance.reports.rules.facts import MatchFact, NeedFact, OpeningFact
from employment.guidance.reports.selectors.names import named, plain, skills_by_label
from employment.matches.models import Match
from employment.matches.selectors import MatchFilter, student_matches
from employment.students.models import StudentProfile
from employment.taxonomy.enums import SkillKind
from employment.taxonomy.models import Skill

OPENINGS = 10
NAMED_KINDS = frozenset({"skill", "certificate", "language"})
ONCE_KINDS = frozenset({"major", "experience"})  # counted as one condition, whatever they name
HARD_SKILLS = frozenset(
    {SkillKind.SKILL, SkillKind.TOOL, SkillKind.CERTIFICATE, SkillKind.LANGUAGE}
)


def match_fact(student: StudentProfile, *, today: dt.date) -> MatchFact | None:
    """None without any match, which is also the case without consent to matching."""
    rows = list(student_matches(student, MatchFilter(), today=today))
    if not rows:
        return None
    newest = max(rows, key=lambda row: row.computed_at)
    return MatchFact(
        n=len(rows),
        bands=dict(sorted(Counter(row.band for row in rows).items())),
        coverage=round(sum(row.coverage for row in rows) / len(rows), 4),
        computed_on=timezone.localdate(newest.computed_at),
        engine=f"{newest.encoder}|{newest.weights_version}",
        needs=tuple(needs_of(rows)),
        openings=tuple(opening(row) for row in rows[:OPENINGS] if not row.short),
    )


def needs_of(rows: Sequence[Match]) -> list[NeedFact]:
    """Requirements added up over the list, most asked for first. Attitudes cannot be shown by a
    row of a profile and are left out."""
    labels = {c["label"] for row in rows for c in row.checks if c["kind"] in NAMED_KINDS}
    skills = skills_by_label(labels)
    grouped: dict[tuple[str, str], list[tuple[Match, Mapping[str, Any]]]] = defaultdict(list)
    for row in rows:
        for check in first_of_each(row.checks):
            skill = skills.get(check["label"])
            if check["kind"] == "skill" and (skill is None or skill.kind not in HARD_SKILLS):
                continue
            grouped[check["kind"], code_of(check, skill)].append((row, check))
    found = [need(kind, code, pairs, skills) for (kind, code), pairs in grouped.items()]
    return sorted(found, key=lambda one: (-one.asked, one.kind, one.code))


def first_of_each(checks: Iterable[Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
    seen: set[tuple[str, str]] = set()
    for check in checks:
        once = check["kind"] if check["kind"] in ONCE_KINDS else check["label"]
        if check["kind"] in NAMED_KINDS | ONCE_KINDS and (check["kind"], once) not in seen:
            seen.add((check["kind"], once))
            yield check


def code_of(check: Mapping[str, Any], skill: Skill | None) -> str:
    if check["kind"] in ONCE_KINDS:
        return str(check["kind"])
    return skill.pk if skill else str(check["label"]).casefold()


def need(
    kind: str,
    code: str,
    pairs: Sequence[tuple[Match, Mapping[str, Any]]],
    skills: Mapping[str, Skill],
) -> NeedFact:
    outcomes = Counter(check["outcome"] for _row, check in pairs)
    row, check = pairs[0]
    skill = skills.get(check["label"])
    return NeedFact(
        kind=kind,
        code=code,
        label=named(skill) if skill else plain(check["label"]),
        asked=len(pairs),
        met=outcomes["satisfied"],
        missing=outcomes["missing"],
        unknown=outcomes["unknown"],
        posting=Evidence("posting", row.posting_id, row.posting.title),
    )


def opening(row: Any) -> OpeningFact:
    return OpeningFact(
        id=row.posting_id,
        title=row.posting.title,
        employer=row.posting.employer.organisation.name,
        band=row.band,
        deadline=row.posting.deadline,
        applied=row.has_applied,
    )
