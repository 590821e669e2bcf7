"""Field-level precision and recall of a reading against the content the file was made from."""

import re
from collections import Counter
from collections.abc import Iterable

from employment.guidance.resumes.content import Entry, ResumeContent

Bag = Counter[str]


def fields(content: ResumeContent) -> dict[str, Bag]:
    """Every field's values, spaces and case aside (PDF sets spaces between scripts)."""
    person = content.contact
    return {
        "name": _bag([person.name]),
        "phone": _bag([re.sub(r"\D", "", person.phone)]),
        "email": _bag([person.email]),
        "city": _bag([person.city]),
        "summary": _bag([content.summary]),
        "school": _bag(e.organisation for e in content.education),
        "major": _bag(e.title for e in content.education),
        "degree": _bag(e.detail.split(" · ")[0] for e in content.education if _has_degree(e)),
        "gpa": _bag(d for e in content.education for d in e.detail.split(" · ") if "GPA" in d),
        "education dates": _dates(content.education),
        "organisation": _bag(e.organisation for e in (*content.experience, *content.campus)),
        "position": _bag(e.title for e in (*content.experience, *content.campus)),
        "work dates": _dates((*content.experience, *content.projects, *content.campus)),
        "work lines": _lines((*content.experience, *content.campus)),
        "project": _bag(e.title for e in content.projects),
        "project lines": _lines(content.projects),
        "award": _bag(e.title for e in content.awards),
        "award date": _bag(e.start for e in content.awards),
        "skill": _bag(skill.name for skill in content.skills),
        "certificate": _bag(content.certificates),
        "language": _bag(content.languages),
    }


def _has_degree(entry: Entry) -> bool:
    return bool(entry.detail) and not entry.detail.startswith("GPA")


def _dates(entries: Iterable[Entry]) -> Bag:
    return _bag(d for e in entries for d in (f"from {e.start}", f"to {e.end or e.current}"))


def _lines(entries: Iterable[Entry]) -> Bag:
    return _bag(line for entry in entries for line in entry.lines)


def _bag(values: Iterable[str]) -> Bag:
    plain = (re.sub(r"\s", "", value).casefold() for value in values)
    return Counter(value for value in plain if value)


def f1(hits: int, wrong: int, missed: int) -> float:
    return 2 * hits / (2 * hits + wrong + missed) if hits + wrong + missed else 1.0
