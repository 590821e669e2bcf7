"""Where evidence and actions lead, by who reads: a link exists only for whoever may follow it."""

from collections.abc import Callable

from django.urls import NoReverseMatch, reverse

from employment.guidance.reports.enums import Reader
from employment.guidance.reports.rules.content import Action, Evidence, Values

RECORDS = frozenset({"skills", "experience", "certificates", "languages"})
EDITORS = {
    "basics": ("students:basics",),
    "intention": ("students:intention",),
    "regions": ("students:intention",),
    "skills": ("students:add_record", "skills"),
    "evidence": ("students:profile",),
    "experience": ("students:add_record", "experience"),
    "certificates": ("students:add_record", "certificates"),
    "languages": ("students:add_record", "languages"),
}


def evidence_url(evidence: Evidence, reader: Reader, student_id: int) -> str:
    if reader == Reader.STUDENT:
        return _own(evidence)
    if reader == Reader.STAFF:
        return _staff(evidence, student_id)
    return ""


def action_url(action: Action, reader: Reader) -> str:
    """Actions are the student's; others read them without links."""
    to = ACTIONS.get(action.code)
    return to(action.values) if to and reader == Reader.STUDENT else ""


def link(name: str, *args: object) -> str:
    """Empty where this installation has no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def _own(evidence: Evidence) -> str:
    if evidence.kind in RECORDS:
        return link("students:edit_record", evidence.kind, evidence.id)
    named: dict[str, tuple[str, *tuple[int | str, ...]]] = {
        "profile": ("students:profile",),
        "intention": ("students:intention",),
        "posting": ("matches:detail", evidence.id),
        "matches": ("matches:list",),
        "occupation": ("pathways:occupation", evidence.id),
        "major": ("pathways:overview",),
        "region": ("pathways:overview",),
        "result": ("assessments:result", evidence.id),
        "grade": ("assessments:data",),
    }
    return link(*named[evidence.kind]) if evidence.kind in named else ""


def _staff(evidence: Evidence, student_id: int) -> str:
    if evidence.kind in RECORDS:
        return f"{link('students:detail', student_id)}#{evidence.kind}"
    if evidence.kind == "posting":
        return link("postings:detail", evidence.id)
    if evidence.kind == "matches":
        return link("matches:student", student_id)
    return link("students:detail", student_id) if evidence.kind in ("profile", "intention") else ""


def _profile(v: Values) -> str:
    return link(*EDITORS.get(str(v.get("section", "")), ("students:profile",)))


def _fill(v: Values) -> str:
    return link(*EDITORS.get(str(v["part"]), ("students:profile",)))


def _internship(v: Values) -> str:
    return f"{link('pathways:internships', v['occupation'])}?skill={v['skill']}"


def _posting(v: Values) -> str:
    return link("matches:detail", v["posting"])


ACTIONS: dict[str, Callable[[Values], str]] = {
    "profile": _profile,
    "prove": lambda v: link("students:edit_record", "skills", v["id"]),
    "fill": _fill,
    "way.course": lambda v: link("pathways:courses", v["occupation"]),
    "way.certificate": lambda _v: link("students:add_record", "certificates"),
    "way.internship": _internship,
    "way.project": lambda _v: link("students:add_record", "experience"),
    "learn.skill": _posting,
    "learn.certificate": _posting,
    "learn.language": _posting,
    "learn.experience": _posting,
    "occupation": lambda v: link("pathways:occupation", v["code"]),
    "plan.task": lambda v: link("plans:task", v["key"]),
    "plan.milestone": lambda v: f"{link('plans:overview')}#step-{v['key']}",
    "targets": lambda _v: link("pathways:overview"),
    "posting": lambda v: link("matches:detail", v["id"]),
    "matches": lambda _v: link("matches:list"),
    "agree": lambda _v: link("privacy:consents"),
    "assess": lambda _v: link("assessments:catalogue"),
    "internships": lambda _v: f"{link('postings:list')}?kind=internship",
    "study": lambda _v: link("pathways:study"),
}
