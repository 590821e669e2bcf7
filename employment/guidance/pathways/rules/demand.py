"""What a set of postings asks for, as figures that each carry their own n."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

SMALLEST_N = 5
KEPT_SKILLS = 60
TREND_MONTHS = 3
TREND_N = 10
WINDOW_DAYS = 365


@dataclass(frozen=True, slots=True)
class PostingRow:
    """``pay``: the middle of the stated monthly span, None where it is not comparable.

    ``skills``: each skill id with whether it is required; ``majors``: codes that are named.
    """

    id: int
    day: dt.date
    is_internship: bool = False
    occupation: str = ""
    industry: str = ""
    pay: float | None = None
    degree: int | None = None
    regions: tuple[str, ...] = ()
    skills: Mapping[str, bool] = field(default_factory=dict)
    majors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pay:
    """Quantiles of monthly pay over ``n`` full-time postings that state it."""

    n: int
    p25: float
    p50: float
    p75: float


@dataclass(frozen=True, slots=True)
class Trend:
    """``change``: mean change a month as a share of the mean month."""

    n: int
    months: int
    change: float


@dataclass(frozen=True, slots=True)
class Place:
    n: int
    pay: Pay | None
    months: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SkillDemand:
    n: int
    must: int
    share: float


@dataclass(frozen=True, slots=True)
class Demand:
    n: int
    internships: int
    skills: Mapping[str, SkillDemand]
    degrees: Mapping[str, int]
    majors: Mapping[str, int]
    any_major: int
    industries: Mapping[str, int]
    places: Mapping[str, Place]
    months: Mapping[str, int]
    pay: Pay | None

    @property
    def shares(self) -> dict[str, float]:
        return {code: one.share for code, one in self.skills.items()}

    @property
    def trend(self) -> Trend | None:
        return trend_of(self.months)


def summarise(rows: Sequence[PostingRow]) -> Demand:
    """The figures of these postings. Groups below ``SMALLEST_N`` are left out, not rounded."""
    by_place: dict[str, list[PostingRow]] = defaultdict(list)
    for row in rows:
        for place in places_of(row.regions):
            by_place[place].append(row)
    return Demand(
        n=len(rows),
        internships=sum(row.is_internship for row in rows),
        skills=skill_demand(rows),
        degrees=counted(str(row.degree or "") for row in rows),
        majors=counted(code for row in rows for code in dict.fromkeys(row.majors)),
        any_major=sum(not row.majors for row in rows),
        industries=counted(row.industry for row in rows if row.industry),
        places={
            code: Place(len(own), pay_of(own), months_of(own))
            for code, own in sorted(by_place.items())
            if len(own) >= SMALLEST_N
        },
        months=months_of(rows),
        pay=pay_of(rows),
    )


def skill_demand(rows: Sequence[PostingRow]) -> dict[str, SkillDemand]:
    named: Counter[str] = Counter(skill for row in rows for skill in row.skills)
    must: Counter[str] = Counter(s for row in rows for s, needed in row.skills.items() if needed)
    kept = sorted(named.items(), key=lambda pair: (-pair[1], pair[0]))[:KEPT_SKILLS]
    return {skill: SkillDemand(n, must[skill], n / len(rows)) for skill, n in kept}


def counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0])))


def months_of(rows: Iterable[PostingRow]) -> dict[str, int]:
    return dict(sorted(Counter(f"{row.day:%Y-%m}" for row in rows).items()))


def places_of(codes: Iterable[str]) -> list[str]:
    """Each place with its city and province, every one once."""
    found = (place for code in codes for place in (code, f"{code[:4]}00", f"{code[:2]}0000"))
    return list(dict.fromkeys(found))


def pay_of(rows: Iterable[PostingRow]) -> Pay | None:
    """None below ``SMALLEST_N``: internships and pay by the day or hour do not count."""
    pays = sorted(row.pay for row in rows if row.pay is not None and not row.is_internship)
    if len(pays) < SMALLEST_N:
        return None
    return Pay(len(pays), *(quantile(pays, share) for share in (0.25, 0.5, 0.75)))


def quantile(ordered: Sequence[float], share: float) -> float:
    """Linear between neighbours, as NumPy's default."""
    at = share * (len(ordered) - 1)
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


def trend_of(months: Mapping[str, int]) -> Trend | None:
    """Least squares over the months from first to last; empty months between count as zero.

    None where there are fewer than ``TREND_MONTHS`` months or ``TREND_N`` postings.
    """
    total = sum(months.values())
    counts = [months.get(month, 0) for month in month_range(months)]
    if len(counts) < TREND_MONTHS or total < TREND_N:
        return None
    middle, mean = (len(counts) - 1) / 2, total / len(counts)
    spread = sum((at - middle) ** 2 for at in range(len(counts)))
    slope = sum((at - middle) * (count - mean) for at, count in enumerate(counts)) / spread
    return Trend(total, len(counts), slope / mean)


def month_range(months: Mapping[str, int]) -> list[str]:
    if not months:
        return []
    year, month = map(int, min(months).split("-"))
    found = []
    while (name := f"{year}-{month:02d}") <= max(months):
        found.append(name)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found


def demand_from(facts: Mapping[str, Any]) -> Demand:
    """The reverse of ``dataclasses.asdict`` for a stored row."""
    return Demand(
        **{
            **facts,
            "skills": {code: SkillDemand(**one) for code, one in facts["skills"].items()},
            "places": {
                code: Place(one["n"], _pay(one["pay"]), one["months"])
                for code, one in facts["places"].items()
            },
            "pay": _pay(facts["pay"]),
        }
    )


def _pay(values: Mapping[str, Any] | None) -> Pay | None:
    return Pay(**values) if values else None
