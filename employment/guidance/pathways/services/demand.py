"""Demand facts: read all postings of a year once, write the figures that pages show."""

import dataclasses
import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import connection, transaction
from django.db.models import Count, Max, Q, QuerySet, Sum
from django.utils import timezone

from employment.guidance.pathways.enums import Subject
from employment.guidance.pathways.models import DemandFact
from employment.guidance.pathways.rules.demand import (
    SMALLEST_N,
    WINDOW_DAYS,
    PostingRow,
    summarise,
)
from employment.guidance.pathways.selectors.facts import MARKET_CODE
from employment.postings.enums import PayUnit, PostingState
from employment.postings.models import Posting, PostingRequirement
from employment.postings.models.requirements import RequirementKind, RequirementStrength
from employment.students.enums import JobType
from employment.students.models import StudentProfile
from employment.taxonomy.models import Industry, Major

SEEN_STATES = (PostingState.PUBLISHED, PostingState.CLOSED, PostingState.EXPIRED)
COMPARABLE_UNITS = ("", PayUnit.MONTH, PayUnit.YEAR)
SKILL_KINDS = (RequirementKind.SKILL, RequirementKind.CERTIFICATE, RequirementKind.LANGUAGE)
LOCK = 7_310_401
MARKS = "TK"


def refresh_demand(*, now: dt.datetime | None = None, only_if_changed: bool = False) -> int:
    """Compute all facts anew and replace them in one transaction; count the rows.

    Two at once: the later waits and, with ``only_if_changed``, finds nothing to do. Returns 0
    where nothing changed.
    """
    now = now or timezone.now()
    period = (timezone.localdate(now) - dt.timedelta(days=WINDOW_DAYS), timezone.localdate(now))
    with transaction.atomic():
        _lock()
        version = version_of(period)
        if only_if_changed and DemandFact.objects.filter(version=version).exists():
            return 0
        rows = list(posting_rows(period))
        fresh = [
            DemandFact(
                subject=subject,
                code=code,
                n=len(own),
                period_start=period[0],
                period_end=period[1],
                facts=dataclasses.asdict(summarise(own)),
                version=version,
                computed_at=now,
            )
            for subject, code, own in grouped(rows)
            if len(own) >= SMALLEST_N
        ]
        DemandFact.objects.all().delete()
        DemandFact.objects.bulk_create(fresh, batch_size=500)
    return len(fresh)


def version_of(period: tuple[dt.date, dt.date]) -> str:
    """Changes with every change of a posting that counts, and with the day."""
    seen: Any = seen_postings(period).aggregate(
        n=Count("pk"), coded=Count("occupation"), changed=Max("updated_at"), total=Sum("revision")
    )
    text = f"{period[1]} {seen['n']} {seen['coded']} {seen['changed']} {seen['total']}"
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def seen_postings(period: tuple[dt.date, dt.date]) -> QuerySet[Posting]:
    """Published, now or until they ended, within the period."""
    start, end = period
    posted = Q(posted_on__range=(start, end))
    published = Q(posted_on__isnull=True, published_at__date__range=(start, end))
    return Posting.objects.filter(posted | published, state__in=SEEN_STATES)


def posting_rows(period: tuple[dt.date, dt.date]) -> Iterator[PostingRow]:
    postings = seen_postings(period)
    regions = _regions(postings)
    skills, majors = _requirements(postings)
    sections = dict(Industry.objects.values_list("pk", "parent_id"))
    fields = ("pk", "posted_on", "published_at", "kind", "occupation_id", "industry_id")
    pay = ("pay_min", "pay_max", "pay_unit", "degree_floor")
    for values in postings.values(*fields, *pay).iterator(chunk_size=2000):
        industry = values["industry_id"] or ""
        published = values["published_at"]
        yield PostingRow(
            id=values["pk"],
            day=values["posted_on"] or timezone.localdate(published),
            is_internship=values["kind"] == JobType.INTERNSHIP,
            occupation=values["occupation_id"] or "",
            industry=sections.get(industry) or industry,
            pay=comparable_pay(values),
            degree=values["degree_floor"],
            regions=tuple(regions[values["pk"]]),
            skills=skills[values["pk"]],
            majors=tuple(majors[values["pk"]]),
        )


def comparable_pay(values: Mapping[str, Any]) -> float | None:
    if values["kind"] != JobType.FULL_TIME or values["pay_unit"] not in COMPARABLE_UNITS:
        return None
    known = [pay for pay in (values["pay_min"], values["pay_max"]) if pay]
    return sum(known) / len(known) if known else None


def grouped(rows: Iterable[PostingRow]) -> Iterator[tuple[str, str, list[PostingRow]]]:
    """The whole market, each occupation, and each major that postings name or students study."""
    all_rows = list(rows)
    yield Subject.MARKET, MARKET_CODE, all_rows
    by_occupation: dict[str, list[PostingRow]] = defaultdict(list)
    by_major: dict[str, list[PostingRow]] = defaultdict(list)
    for row in all_rows:
        if row.occupation:
            by_occupation[row.occupation].append(row)
        for code in dict.fromkeys(row.majors):
            by_major[code].append(row)
    for code, own in sorted(by_occupation.items()):
        yield Subject.OCCUPATION, code, own
    studied = set(StudentProfile.objects.order_by().values_list("major", flat=True).distinct())
    for major in Major.objects.order_by("pk"):
        code = major.pk.rstrip(MARKS)
        if code in by_major or major.pk in studied:
            names = dict.fromkeys((code, major.class_code, major.discipline_code))
            found = {row.id: row for name in names for row in by_major.get(name, ())}
            yield Subject.MAJOR, code, list(found.values())


def _regions(postings: QuerySet[Posting]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    pairs = Posting.regions.through.objects.filter(posting__in=postings.order_by().values("pk"))
    for posting, region in pairs.values_list("posting_id", "region_id"):
        found[posting].append(region)
    return found


def _requirements(
    postings: QuerySet[Posting],
) -> tuple[Mapping[int, dict[str, bool]], Mapping[int, list[str]]]:
    skills: dict[int, dict[str, bool]] = defaultdict(dict)
    majors: dict[int, list[str]] = defaultdict(list)
    rows = PostingRequirement.objects.filter(
        posting__in=postings.order_by().values("pk"), kind__in=(*SKILL_KINDS, RequirementKind.MAJOR)
    ).order_by()
    columns = ("posting_id", "kind", "strength", "codes")
    for posting, kind, strength, codes in rows.values_list(*columns).iterator(chunk_size=5000):
        if kind == RequirementKind.MAJOR:
            majors[posting] += codes
            continue
        for code in codes:
            must = strength == RequirementStrength.MUST
            skills[posting][code] = skills[posting].get(code, False) or must
    return skills, majors


def _lock() -> None:

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
