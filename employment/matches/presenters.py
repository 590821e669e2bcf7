"""Stored criteria and checks in the words of the page."""

from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from employment.matches.adapters.scores import CheckJson, EvidenceJson
from employment.matches.models import Match
from employment.postings.models.requirements import RequirementKind

CRITERIA: dict[str, Promise] = {
    "occupation": pgettext_lazy("criterion", "Occupation"),
    "skills": pgettext_lazy("criterion", "Skills"),
    "experience": pgettext_lazy("criterion", "Experience"),
    "field": pgettext_lazy("criterion", "Major"),
    "preference": pgettext_lazy("criterion", "Wishes"),
    "trajectory": pgettext_lazy("criterion", "Interests"),
}
SOURCES: dict[str, Promise] = {
    "claim": pgettext_lazy("evidence", "Skill list"),
    "project": pgettext_lazy("evidence", "Project"),
    "internship": pgettext_lazy("evidence", "Internship"),
    "job": pgettext_lazy("evidence", "Job"),
    "competition": pgettext_lazy("evidence", "Competition"),
    "research": pgettext_lazy("evidence", "Research"),
    "campus": pgettext_lazy("evidence", "Campus activity"),
    "volunteer": pgettext_lazy("evidence", "Volunteering"),
    "course": pgettext_lazy("evidence", "Course"),
    "summary": pgettext_lazy("evidence", "About me"),
    "certificate": pgettext_lazy("evidence", "Certificate"),
    "language": pgettext_lazy("evidence", "Language"),
    "degree": pgettext_lazy("evidence", "Degree"),
    "major": pgettext_lazy("evidence", "Major"),
    "cohort": pgettext_lazy("evidence", "Graduation year"),
    "title": pgettext_lazy("evidence", "Intended work"),
    "occupation": pgettext_lazy("evidence", "Occupation"),
    "region": pgettext_lazy("evidence", "Place"),
    "pay": pgettext_lazy("evidence", "Pay"),
    "kind": pgettext_lazy("evidence", "Kind of work"),
    "industry": pgettext_lazy("evidence", "Industry"),
    "posting": pgettext_lazy("evidence", "Posting"),
}
# Section of the profile editor that answers a requirement of this kind.
SECTIONS = {
    RequirementKind.DEGREE: "basics",
    RequirementKind.MAJOR: "basics",
    RequirementKind.COHORT: "basics",
    RequirementKind.SKILL: "skills",
    RequirementKind.EXPERIENCE: "experience",
    RequirementKind.CERTIFICATE: "certificates",
    RequirementKind.LANGUAGE: "languages",
}
NO_RECORD = gettext_lazy("Nothing in the profile says so")


def score_parts(match: Match) -> list[dict[str, Any]]:
    """Parts of the score in points; they add up to ``match.score``."""
    return [
        {
            "label": CRITERIA.get(row["name"], row["name"]),
            "value": row["points"],
            "note": "" if row["known"] else _("not enough information, not counted"),
            "known": row["known"],
            "pairs": [
                {"mine": source_text(mine), "theirs": theirs["text"]}
                for mine, theirs in row["evidence"]
            ],
        }
        for row in match.criteria
    ]


def source_text(evidence: EvidenceJson) -> str:
    label = SOURCES.get(evidence["source"])
    return f"{label}: {evidence['text']}" if label else evidence["text"]


def requirement_rows(match: Match, *, own: bool, evidence: bool = True) -> list[dict[str, Any]]:
    """Rows of the requirement table. ``own``: the student reads it and gets the next step.

    ``evidence`` off keeps the student's words out, for employers before an application.
    """
    return [requirement_row(check, own=own, evidence=evidence) for check in match.checks]


def requirement_row(check: CheckJson, *, own: bool, evidence: bool) -> dict[str, Any]:
    found = [source_text(item) for item in check["evidence"]] if evidence else []
    row: dict[str, Any] = {
        "kind": RequirementKind(check["kind"]).label,
        "label": check["label"],
        "preferred": check["strength"] == "preferred",
        "quote": check["sentence"],
        "evidence": "; ".join(found),
        "state": check["outcome"],
    }
    if own and check["outcome"] != "satisfied":
        row["action_url"] = profile_section(check["kind"])
        row["action_label"] = _("Add it to my profile")
    return row


def profile_section(kind: str) -> str:
    return f"{reverse('students:profile')}#{SECTIONS[RequirementKind(kind)]}"


def next_steps(match: Match) -> list[dict[str, Any]]:
    """At most three things that would help: unknown requirements first, then missing ones."""
    open_checks = [row for row in match.checks if row["outcome"] != "satisfied"]
    open_checks.sort(key=lambda row: (row["outcome"] != "unknown", row["strength"] != "must"))
    return [step_of(row) for row in open_checks[:3]]


def step_of(check: CheckJson) -> dict[str, Any]:
    unknown = check["outcome"] == "unknown"
    title = _("Say whether you have: %(label)s") if unknown else _("Work towards: %(label)s")
    if unknown:
        text = _("One minute; removes one open question")
    elif check["reachable"]:
        text = _("Can still be had in time")
    else:
        text = _("Only add it when you can show it")
    return {
        "url": profile_section(check["kind"]),
        "title": title % {"label": check["label"]},
        "text": text,
        "icon": "edit" if unknown else "target-arrow",
    }


def missing_information(match: Match) -> list[Any]:
    """Names of the score's parts that one side says nothing about."""
    return [CRITERIA.get(row["name"], row["name"]) for row in match.criteria if not row["known"]]


def candidate_card(match: Any, *, anonymous: bool) -> dict[str, Any]:
    """A match from the posting's side; ``match`` carries ``has_applied``. An anonymous one shows
    neither name nor own words before the student applies."""
    named = not anonymous or match.has_applied
    return {
        "match": match,
        "named": named,
        "rows": requirement_rows(match, own=False, evidence=named),
    }
