"""Names of reference rows in both languages, so that a stored report can be read in either."""

from collections.abc import Iterable, Mapping

from django.db.models import Q

from employment.guidance.reports.rules.content import Named
from employment.taxonomy.models import ReferenceEntry, Skill


def named(entry: ReferenceEntry) -> Named:
    return {"zh": entry.name, "en": entry.name_en or entry.name}


def plain(text: str) -> Named:
    """What people wrote stays as they wrote it."""
    return {"zh": text, "en": text}


def skills_by_label(labels: Iterable[str]) -> Mapping[str, Skill]:
    """Label as a posting or student wrote it → the lexicon's entry."""
    wanted = {label.casefold(): label for label in labels}
    rows = Skill.objects.filter(Q(name__in=wanted.values()) | Q(name_en__in=wanted.values()))
    found: dict[str, Skill] = {}
    for skill in rows.order_by("pk"):
        for name in (skill.name, skill.name_en):
            if name.casefold() in wanted:
                found.setdefault(wanted[name.casefold()], skill)
    return found
