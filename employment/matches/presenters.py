"""Stored criteria and checks in the words of the page."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy

from employment.matches.adapters.scores import CheckJson, CriterionJson, EvidenceJson
from employment.matches.enums import Band
from employment.matches.models import Match
from employment.matches.repeats import Copy
from employment.matches.services.calibration import chance_of
from employment.matches.wording import Names, joined, labelled, names_for
from employment.postings.models import Employer
from employment.postings.models.requirements import RequirementKind
from matching.calibration import ENOUGH, LARGEST_ERROR, Verdict

CRITERIA: dict[str, Promise] = {
    "occupation": pgettext_lazy("criterion", "Occupation"),
    "skills": pgettext_lazy("criterion", "Skills"),
    "experience": pgettext_lazy("criterion", "Experience"),
    "field": pgettext_lazy("criterion", "Major"),
    "preference": pgettext_lazy("criterion", "Wishes"),
    "trajectory": pgettext_lazy("criterion", "Interests"),
}
SORTS: dict[str, Promise] = {
    "": pgettext_lazy("sort", "Recommended"),
    "score": pgettext_lazy("sort", "Best fit"),
    "pay": pgettext_lazy("sort", "Highest pay"),
    "deadline": pgettext_lazy("sort", "Deadline"),
    "newest": pgettext_lazy("sort", "Newest"),
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
# Sections whose entries are found by name, so that the name can be filled in.
NAMED_SECTIONS = frozenset({"skills", "certificates", "languages"})


MOST_NAMED = 3


def share(match: Match) -> int | None:
    """Whole percent of random eligible pairs that score lower; never rounded up to all of them."""
    return None if match.percentile is None else min(int(match.percentile * 100), 99)


def share_range(match: Match) -> tuple[int, int] | None:
    """The same as lowest and highest possible value; None when they are equal or not known."""
    low, high = match.percentile_low, match.percentile_high
    if low is None or high is None:
        return None
    found = min(int(low * 100), 99), min(int(high * 100), 99)
    return found if found[0] != found[1] else None


def move_of(match: Any) -> str:
    """Why an entry is not at the place that the student's own score gives it."""
    if match.extra:
        return _("Extra exposure: without it no list would show this posting")
    place, base = getattr(match, "place", None), getattr(match, "base", None)
    if place is None or place == base:
        return ""
    if base > place:
        text = _(
            "From place %(base)s to %(place)s: fewer students per opening, or a better fit for the "
            "employer, than the postings it passed"
        )
    else:
        text = _(
            "From place %(base)s to %(place)s: more students per opening, or a weaker fit for the "
            "employer, than the postings that passed it"
        )
    return text % {"base": base, "place": place}


def move_note(match: Any) -> str:
    """The same in a few words, for the list."""
    if match.extra:
        return _("Extra exposure")
    place, base = getattr(match, "place", None), getattr(match, "base", None)
    return _("by score alone: place %(base)s") % {"base": base} if place != base else ""


VERDICTS: dict[str, Promise] = {
    Verdict.CALIBRATED: pgettext_lazy(
        "calibration", "Shown as a band: a later period bears the probabilities out."
    ),
    Verdict.FEW_POSITIVES: pgettext_lazy(
        "calibration", "Not shown: too few applications from the lists."
    ),
    Verdict.FEW_NEGATIVES: pgettext_lazy("calibration", "Not shown: too few entries passed over."),
    Verdict.NOT_BORNE_OUT: pgettext_lazy(
        "calibration", "Not shown: a later period does not bear them out."
    ),
}


def calibration_facts(figures: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Whether a probability is shown, why, and what that rests on."""
    if not figures:
        return []
    rows = [
        (_("Probability of an application"), VERDICTS[figures["verdict"]]),
        (_("Applications (at least %(n)s are needed)") % {"n": ENOUGH}, figures["positives"]),
        (_("Passed over (at least %(n)s are needed)") % {"n": ENOUGH}, figures["negatives"]),
    ]
    if figures["error"] is not None:
        label = _("Calibration error on the later period (at most %(n)s)")
        rows.append((label % {"n": LARGEST_ERROR}, round(figures["error"], 3)))
    return rows


def whole_points(values: Sequence[float]) -> list[int]:
    """Whole numbers that add up to the rounded sum (largest remainders are rounded up)."""
    floors = [math.floor(value) for value in values]
    lacking = round(sum(values)) - sum(floors)
    by_remainder = sorted(range(len(values)), key=lambda i: floors[i] - values[i])
    for index in by_remainder[:lacking]:
        floors[index] += 1
    return floors


def score_parts(match: Match, names: Names) -> list[dict[str, Any]]:
    """Parts of the score in whole points that add up to the rounded ``match.score``."""
    points = whole_points([row["points"] for row in match.criteria])
    return [
        {
            "label": CRITERIA.get(row["name"], row["name"]),
            "value": value,
            "note": note_of(row),
            "pairs": pairs_of(row["evidence"], names),
        }
        for row, value in zip(match.criteria, points, strict=True)
    ]


def note_of(row: CriterionJson) -> str:
    if not row["known"]:
        return _("not enough information")
    is_told = all(mine["source"].startswith("intention.") for mine, _theirs in row["evidence"])
    if row["name"] == "occupation" and not is_told:
        return _("no wish stated: the skills stand for it")
    return ""


def pairs_of(evidence: Sequence[Sequence[EvidenceJson]], names: Names) -> list[dict[str, str]]:
    """One sentence may answer several requirements of another: it is shown once."""
    pairs = [(labelled(mine, names), labelled(theirs, names)) for mine, theirs in evidence]
    return [{"mine": mine, "theirs": theirs} for mine, theirs in dict.fromkeys(pairs)]


def explanation(match: Match) -> dict[str, Any]:
    """Why this posting: parts that add up to ``total``, each with its evidence."""
    parts = score_parts(match, names_for([match]))
    return {
        "parts": parts,
        "total": sum(part["value"] for part in parts),
        "share": share(match),
        "share_range": share_range(match),
        "move": move_of(match),
        "chance": chance_of(match),
        "unknown": missing_information(match),
    }


def requirement_rows(match: Match, *, own: bool, evidence: bool = True) -> list[dict[str, Any]]:
    """Rows of the requirement table. ``own``: the student reads it and gets the next step.

    ``evidence`` off keeps the student's words out, for employers before an application.
    """
    return [requirement_row(check, own=own, evidence=evidence) for check in match.checks]


def requirement_row(check: CheckJson, *, own: bool, evidence: bool) -> dict[str, Any]:
    found = [labelled(item, Names()) for item in check["evidence"]] if evidence else []
    row: dict[str, Any] = {
        "kind": RequirementKind(check["kind"]).label,
        "label": check["label"],
        "preferred": check["strength"] == "preferred",
        "quote": check["sentence"],
        "evidence": evidence_text(check, found),
        "state": check["outcome"],
    }
    if own and check["outcome"] != "satisfied":
        row["action_url"] = editor_url(check)
        row["action_label"] = _("Add it to my profile")
    elif not evidence and check["outcome"] == "satisfied":
        row["evidence"] = _("Shown after an application")
    return row


def evidence_text(check: CheckJson, found: Sequence[str]) -> str:
    text = pgettext("evidence separator", "; ").join(dict.fromkeys(found))
    is_held = SECTIONS[RequirementKind(check["kind"])] in NAMED_SECTIONS
    if text and is_held and check["outcome"] == "missing":
        return _("Held, but below the level asked. %(evidence)s") % {"evidence": text}
    return text


def editor_url(check: CheckJson) -> str:
    """Where the student answers a requirement; a named skill or certificate is filled in."""
    section = SECTIONS[RequirementKind(check["kind"])]
    if section == "basics":
        return reverse("students:basics")
    url = reverse("students:add_record", args=[section])
    name = check["label"].split(" / ")[0]
    return f"{url}?{urlencode({'name': name})}" if section in NAMED_SECTIONS else url


def outcome_counts(match: Match) -> dict[str, int]:
    counted = Counter(check["outcome"] for check in match.checks)
    return {outcome: counted[outcome] for outcome in ("satisfied", "missing", "unknown")}


def missing_names(match: Match) -> str:
    """What is missing first of all: what the posting insists on before what it prefers."""
    missing = [row for row in match.checks if row["outcome"] == "missing"]
    missing.sort(key=lambda row: row["strength"] != "must")
    return joined(list(dict.fromkeys(row["label"] for row in missing))[:MOST_NAMED])


def next_steps(match: Match) -> list[dict[str, Any]]:
    """At most three things that would help: unknown requirements first, then missing ones."""
    open_checks = [row for row in match.checks if row["outcome"] != "satisfied"]
    open_checks.sort(key=lambda row: (row["outcome"] != "unknown", row["strength"] != "must"))
    return [step_of(row) for row in open_checks[:3]]


def step_of(check: CheckJson) -> dict[str, Any]:
    unknown = check["outcome"] == "unknown"
    title = _("Say whether you have: %(label)s") if unknown else _("Work towards: %(label)s")
    kind = RequirementKind(check["kind"]).label
    return {
        "url": editor_url(check),
        "title": title % {"label": f"{kind} · {check['label']}"},
        "text": step_reason(check),
        "icon": "edit" if unknown else "target-arrow",
    }


def step_reason(check: CheckJson) -> str:
    if check["outcome"] == "unknown":
        return _("One minute; removes one open question")
    if check["strength"] == "preferred":
        return _("Preferred, not required; add it once you can show it")
    if check["reachable"]:
        return _("Required; can still be had in time")
    return _("Required; the employer will look for it")


def missing_information(match: Match) -> list[Any]:
    """Names of the score's parts that one side says nothing about."""
    return [CRITERIA.get(row["name"], row["name"]) for row in match.criteria if not row["known"]]


def match_card(match: Match, copies: Sequence[Copy] = ()) -> dict[str, Any]:
    """An entry of the list: its place among random pairs and how many requirements are met, and
    which others of the same employer and text it stands for."""
    return {
        "match": match,
        "copies": copies,
        "share": share(match),
        "share_range": share_range(match),
        "move": move_note(match),
        "outcomes": outcome_counts(match),
        "missing": missing_names(match),
    }


def band_tabs(counts: Mapping[str, int], query: QueryDict, *, current: str) -> list[dict[str, Any]]:
    """Links to the bands that hold something; the other filters stay in the URL."""
    chosen = [("", _("All"), sum(counts.values()))]
    chosen += [(band.value, str(band.label), counts[band]) for band in Band if counts[band]]
    return [
        {
            "label": label,
            "url": url_with(query, band=value),
            "active": value == current,
            "count": count,
        }
        for value, label, count in chosen
    ]


def url_with(query: QueryDict, **changes: str) -> str:
    changed = query.copy()
    changed.pop("page", None)
    for name, value in changes.items():
        changed.pop(name, None)
        if value:
            changed[name] = value
    return f"?{changed.urlencode()}"


def sort_links(current: str) -> list[dict[str, Any]]:
    return [
        {"value": value, "label": label, "active": value == current}
        for value, label in SORTS.items()
    ]


def employer_facts(employer: Employer, record: dict[str, Any]) -> list[tuple[str, Any]]:
    """The trust card: who the employer is and how it behaves on the platform, with n."""
    rows = [
        (_("Industry"), employer.industry.label if employer.industry else ""),
        (_("Head office"), employer.region.label if employer.region else ""),
        (_("Size"), employer.get_size_display() if employer.size else ""),
        (_("Ownership"), employer.get_ownership_display() if employer.ownership else ""),
        (_("Open postings"), record["open_postings"]),
        (_("Answers an application after"), answer_time(record)),
    ]
    return [row for row in rows if row[1] != ""]


def answer_time(record: dict[str, Any]) -> str:
    if record["answer_days"] is None:
        return _("not enough answers yet (n = %(n)s)") % {"n": record["answered"]}
    days = max(1, round(record["answer_days"]))
    text = ngettext("%(count)s day (n = %(n)s)", "%(count)s days (n = %(n)s)", days)
    return text % {"count": days, "n": record["answered"]}


def candidate_code(match: Match) -> str:
    """A name for an anonymous candidate: the same after every run, another on each posting."""
    pair = f"{match.student_id}-{match.posting_id}"
    return salted_hmac("matches.candidate", pair).hexdigest()[:5].upper()


def candidate_card(match: Any, *, anonymous: bool) -> dict[str, Any]:
    """A match from the posting's side; ``match`` carries ``has_applied``. An anonymous one shows
    neither name nor own words before the student applies."""
    named = not anonymous or match.has_applied
    return {
        **match_card(match),
        "named": named,
        "code": candidate_code(match),
        "rows": requirement_rows(match, own=False, evidence=named),
    }
