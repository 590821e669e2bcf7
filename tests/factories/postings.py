"""Employers, postings and their requirements, as rows; rules are the services' affair."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from employment.accounts.enums import OrganisationKind
from employment.accounts.models import Organisation
from employment.postings.enums import PostingState, VerificationState
from employment.postings.models import Employer, Posting, PostingRequirement
from employment.postings.models.requirements import RequirementKind, RequirementStrength
from employment.students.enums import Degree
from tests.factories.accounts import make_organisation
from tests.factories.sequence import next_number
from tests.factories.taxonomy import make_industry, make_occupation, make_region

PUBLISHED_AT = dt.datetime(2026, 9, 1, 9, 0, tzinfo=dt.UTC)
FAR_DEADLINE = dt.date(2099, 12, 31)
DESCRIPTION = (
    "岗位职责:\n1. 负责公司业务系统后端接口的设计与开发;\n2. 参与数据库设计和性能优化。\n"
    "任职要求:\n1. 本科及以上学历,计算机相关专业;\n2. 熟练使用 Python,熟悉 MySQL;\n"
    "3. 具有良好的团队合作精神。"
)


def make_employer(
    *,
    organisation: Organisation | None = None,
    state: VerificationState = VerificationState.VERIFIED,
    **fields: Any,
) -> Employer:
    organisation = organisation or make_organisation(kind=OrganisationKind.EMPLOYER)
    return Employer.objects.create(organisation=organisation, state=state, **fields)


def make_posting(
    *,
    employer: Employer | None = None,
    audience: Organisation | None = None,
    published: bool = True,
    state: PostingState | None = None,
    regions: Iterable[str] = ("330100",),
    requirements: bool = False,
    occupation: str | None = None,
    industry: str | None = None,
    **fields: Any,
) -> Posting:
    """A posting for all universities, published unless told otherwise (``state`` beats it).

    ``requirements``: with a degree, a required and a preferred skill. ``occupation``,
    ``industry``, ``regions``: codes of ``tests.factories.taxonomy``.
    """
    number = next_number("posting")
    state = state or (PostingState.PUBLISHED if published else PostingState.DRAFT)
    values: dict[str, Any] = {
        "title": "Python 后端开发工程师" if number == 1 else f"Python 后端开发工程师 {number}",
        "description": DESCRIPTION,
        "region_text": "杭州",
        "pay_min": 8000,
        "pay_max": 12000,
        "degree_floor": Degree.BACHELOR,
        "seats": 3,
        "deadline": FAR_DEADLINE,
        "published_at": None
        if state in (PostingState.DRAFT, PostingState.REVIEW)
        else PUBLISHED_AT,
        "occupation": make_occupation(occupation) if occupation else None,
        "industry": make_industry(industry) if industry else None,
    }
    posting = Posting.objects.create(
        employer=employer or make_employer(), audience=audience, state=state, **(values | fields)
    )
    posting.regions.set([make_region(code) for code in regions])
    if requirements:
        make_requirements(posting)
    return posting


def make_requirement(posting: Posting, **fields: Any) -> PostingRequirement:
    """A required Python skill unless told otherwise; its sentence is located in the text."""
    values: dict[str, Any] = {
        "kind": RequirementKind.SKILL,
        "strength": RequirementStrength.MUST,
        "label": "Python",
        "codes": ["python"],
        "sentence": "熟练使用 Python",
    } | fields
    start = posting.description.find(values["sentence"]) if values["sentence"] else -1
    if start >= 0:
        values = {"start": start, "end": start + len(values["sentence"])} | values
    return PostingRequirement.objects.create(posting=posting, **values)


def make_requirements(posting: Posting) -> list[PostingRequirement]:
    return [
        make_requirement(
            posting,
            position=0,
            kind=RequirementKind.DEGREE,
            label="本科及以上",
            codes=[],
            minimum=float(Degree.BACHELOR),
            hard=True,
            sentence="本科及以上学历",
        ),
        make_requirement(posting, position=1),
        make_requirement(
            posting,
            position=2,
            strength=RequirementStrength.PREFERRED,
            label="MySQL",
            codes=["mysql"],
            sentence="熟悉 MySQL",
        ),
    ]
