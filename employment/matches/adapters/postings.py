"""Posting rows → ``matching.types.Vacancy``."""

from collections.abc import Iterable

from employment.postings.models import Posting, PostingRequirement
from matching.types import Requirement, RequirementKind, Strength, Vacancy


def load_vacancies(posting_ids: Iterable[int]) -> list[Vacancy]:
    """The engine's view of these postings, ordered by id; gone rows are left out."""
    rows = (
        Posting.objects.filter(pk__in=list(posting_ids))
        .prefetch_related("requirements", "regions")
        .order_by("pk")
    )
    return [vacancy_of(row) for row in rows]


def vacancy_of(posting: Posting) -> Vacancy:
    """Requirements keep the rows' order: results refer to them by position."""
    return Vacancy(
        id=posting.pk,
        title=posting.title,
        description=posting.description,
        duties=posting.duties,
        requirements=tuple(requirement_of(row) for row in posting.requirements.all()),
        occupations=(posting.occupation_id,) if posting.occupation_id else (),
        regions=tuple(row.pk for row in posting.regions.all()),
        industries=(posting.industry_id,) if posting.industry_id else (),
        pay_min=posting.pay_min,
        pay_max=posting.pay_max,
        kind=posting.kind,
        seats=posting.seats,
        audience=posting.audience_id,
    )


def requirement_of(row: PostingRequirement) -> Requirement:
    return Requirement(
        kind=RequirementKind(row.kind),
        strength=Strength(row.strength),
        label=row.label,
        codes=tuple(row.codes),
        minimum=row.minimum,
        related=row.related,
        hard=row.hard,
        sentence=row.sentence,
        start=row.start,
        end=row.end,
    )
