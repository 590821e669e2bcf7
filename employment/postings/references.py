"""What people write in a requirement's text box ↔ the codes the engine compares."""

import re
from collections.abc import Sequence

from employment.postings.extraction import label_of_minimum, posting_major_index
from employment.postings.models.requirements import RequirementKind
from employment.taxonomy import selectors
from employment.taxonomy.models import Major, Skill
from employment.taxonomy.selectors.rows import kept_per_process
from matching.extraction.majors import resolve_majors
from matching.types import RequirementKind as EngineKind

SKILL_KINDS = frozenset(
    {RequirementKind.SKILL, RequirementKind.CERTIFICATE, RequirementKind.LANGUAGE}
)
FLOORS = frozenset({RequirementKind.DEGREE, RequirementKind.EXPERIENCE})
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
MARKS = "TK"  # of a major's printed code; the engine's codes are digits


def codes_of(kind: RequirementKind, text: str) -> tuple[list[str], list[str]]:
    """Codes of the entries, and the entries that are not known."""
    if not text.strip():
        return [], []
    if kind in SKILL_KINDS:
        picked = selectors.pick_rows(Skill.objects.all(), text)
        return [row.pk for row in picked.rows], picked.unknown
    if kind == RequirementKind.MAJOR:
        return _major_codes(text)
    if kind == RequirementKind.COHORT:
        years = YEAR.findall(text)
        return years, [] if years else [text]
    return [], []


def names_of(kind: RequirementKind, codes: Sequence[str]) -> list[str]:
    """The codes as a text box shows them, each name once; an unknown code stays as it is."""
    names: dict[str, str] = {}
    if kind in SKILL_KINDS:
        names = {row.id: row.name for row in selectors.skill_rows()}
    elif kind == RequirementKind.MAJOR:
        names = posting_major_names()
    return list(dict.fromkeys(names.get(code, code) for code in codes))


def label_of(kind: RequirementKind, codes: Sequence[str], minimum: float | None) -> str:
    """A wording for a requirement that was given none, as Chinese postings put it."""
    if kind in FLOORS:
        return "" if minimum is None else label_of_minimum(EngineKind(kind), minimum)
    names = names_of(kind, codes)
    if kind == RequirementKind.COHORT:
        return "、".join(f"{year}届" for year in names)
    return "、".join(names)[:200]


def _major_codes(text: str) -> tuple[list[str], list[str]]:
    """Majors, classes and disciplines as written, else as the suggestions word them."""
    named = resolve_majors(text, posting_major_index())
    picked = selectors.pick_rows(Major.objects.all(), ",".join(named.unresolved))
    codes = [row.code.rstrip(MARKS) for row in picked.rows]
    return list(dict.fromkeys([*named.codes, *codes])), picked.unknown


@kept_per_process
def posting_major_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in selectors.major_rows():
        names |= {row.class_code: row.class_name, row.discipline_code: row.discipline}
        names[row.code.rstrip(MARKS)] = row.name
    return names
