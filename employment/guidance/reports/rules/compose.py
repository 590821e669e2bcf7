"""Facts → the content of a report. Pure: the same facts give the same report."""

import hashlib
import json

from employment.guidance.reports.enums import Section
from employment.guidance.reports.rules import limits, needs, outlook, person
from employment.guidance.reports.rules.content import Claim, Content
from employment.guidance.reports.rules.facts import Facts, is_sparse


def compose(facts: Facts) -> Content:
    gaps = needs.gaps(facts)
    about = list(person.about(facts))
    if is_sparse(facts):
        about.append(Claim("who:short", "who.short", {"percent": facts.profile.percent}))
    sections = {
        Section.WHO: about,
        Section.STRENGTHS: person.strengths(facts),
        Section.GAPS: gaps,
        Section.TARGETS: list(outlook.targets(facts)),
        Section.PATH: outlook.path(facts, gaps),
        Section.MARKET: list(outlook.market(facts)),
        Section.UNCERTAINTY: limits.limits(facts),
        Section.SOURCES: list(limits.sources(facts)),
    }
    rows = {section.value: tuple(claims) for section, claims in sections.items()}
    return Content(made_on=facts.on.isoformat(), sections=rows)


def fingerprint(content: Content) -> str:
    """Equal when two reports say the same, whatever day they were made."""
    said = content.as_json()["sections"]
    said = {code: claims for code, claims in said.items() if code != Section.SOURCES}
    text = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
