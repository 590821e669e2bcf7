"""Evidence of the engine in the reader's words: codes are named, numbers get their unit."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy

from employment.common.numbers import thousands
from employment.matches.adapters.scores import EvidenceJson
from employment.matches.models import Match
from employment.students.enums import Degree, JobType
from employment.taxonomy.models import Industry, Occupation, Region

Named = Mapping[str, str]
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
    "education.major": pgettext_lazy("evidence", "Major"),
    "intention.title": pgettext_lazy("evidence", "Intended work"),
    "intention.occupation": pgettext_lazy("evidence", "Intended occupation"),
    "intention.regions": pgettext_lazy("evidence", "Intended place"),
    "intention.pay": pgettext_lazy("evidence", "Lowest pay"),
    "intention.kinds": pgettext_lazy("evidence", "Kind of work"),
    "intention.industries": pgettext_lazy("evidence", "Intended industry"),
    "posting.title": pgettext_lazy("evidence", "Title"),
    "posting.occupation": pgettext_lazy("evidence", "Occupation"),
    "posting.requirement": pgettext_lazy("evidence", "Asked"),
    "posting.duties": pgettext_lazy("evidence", "Duties"),
    "posting.regions": pgettext_lazy("evidence", "Place"),
    "posting.pay": pgettext_lazy("evidence", "Pay up to"),
    "posting.kind": pgettext_lazy("evidence", "Kind of work"),
    "posting.industries": pgettext_lazy("evidence", "Industry"),
}
REGION_SOURCES = ("intention.regions", "posting.regions")
OCCUPATION_SOURCES = ("intention.occupation", "posting.occupation")
INDUSTRY_SOURCES = ("intention.industries", "posting.industries")


@dataclass(frozen=True, slots=True)
class Names:
    """Code → name of what the evidence of some matches speaks of."""

    regions: Named = field(default_factory=dict)
    occupations: Named = field(default_factory=dict)
    industries: Named = field(default_factory=dict)


def names_for(matches: Iterable[Match]) -> Names:
    """One query for each kind of code that occurs, however many matches there are."""
    found = [item for match in matches for item in all_evidence(match)]

    def codes(sources: tuple[str, ...]) -> set[str]:
        return {code for item in found if item["source"] in sources for code in parts(item["text"])}

    return Names(
        regions=labels(Region, codes(REGION_SOURCES)),
        occupations=labels(Occupation, codes(OCCUPATION_SOURCES)),
        industries=labels(Industry, codes(INDUSTRY_SOURCES)),
    )


def all_evidence(match: Match) -> Iterable[EvidenceJson]:
    for criterion in match.criteria:
        for mine, theirs in criterion["evidence"]:
            yield mine
            yield theirs


def labels(model: Any, codes: set[str]) -> Named:
    if not codes:
        return {}
    return {row.pk: row.label for row in model.objects.filter(pk__in=codes)}


def parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def joined(texts: Iterable[object]) -> str:
    return pgettext("list separator", ", ").join(str(text) for text in texts)


def told(evidence: EvidenceJson, names: Names) -> str:
    """The text of a piece of evidence, without its source."""
    words = WORDING.get(evidence["source"])
    return words(evidence["text"], names) if words else evidence["text"]


def labelled(evidence: EvidenceJson, names: Names) -> str:
    label, text = SOURCES.get(evidence["source"]), told(evidence, names)
    return _("%(label)s: %(text)s") % {"label": label, "text": text} if label else text


def named(kind: str) -> Callable[[str, Names], str]:
    def words(text: str, names: Names) -> str:
        known: Named = getattr(names, kind)
        return joined(known.get(code, code) for code in parts(text))

    return words


def kinds(text: str, names: Names) -> str:
    return joined(dict(JobType.choices).get(kind, kind) for kind in parts(text))


def monthly(text: str, names: Names) -> str:
    amount = thousands(int(text)) if text.isdecimal() else text
    return _("%(amount)s CNY a month") % {"amount": amount}


def degree(text: str, names: Names) -> str:
    ranks = {str(rank): label for rank, label in Degree.choices}
    return str(ranks.get(text, text))


def cohort(text: str, names: Names) -> str:
    return _("class of %(year)s") % {"year": text}


def years(text: str, names: Names) -> str:
    """Experience as months below a year, then years."""
    months = round(float(text) * 12)
    if months == 0:
        return _("No such experience yet")
    if months < 12:
        return ngettext("%(count)s month", "%(count)s months", months) % {"count": months}
    count = round(months / 12, 1)
    return ngettext("%(count)s year", "%(count)s years", round(count)) % {"count": f"{count:g}"}


WORDING: dict[str, Callable[[str, Names], str]] = {
    "education.degree": degree,
    "education.cohort": cohort,
    "experience.years": years,
    "intention.pay": monthly,
    "posting.pay": monthly,
    "intention.kinds": kinds,
    "posting.kind": kinds,
    **dict.fromkeys(REGION_SOURCES, named("regions")),
    **dict.fromkeys(OCCUPATION_SOURCES, named("occupations")),
    **dict.fromkeys(INDUSTRY_SOURCES, named("industries")),
}
