"""What the fairness audit counts: one row a student, thrown away once groups are added up."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery

from employment.applications.enums import ApplicationState
from employment.applications.models import Application
from employment.insights.enums import Trait
from employment.insights.selectors.compiled import grouped
from employment.matches.models import Match
from employment.postings.models.querysets import PostingQuerySet
from employment.students.models import ProtectedTraits
from employment.students.models.profiles import NO_HARDSHIP, StudentQuerySet
from employment.taxonomy.enums import RegionLevel

UNKNOWN = ""
WOMEN, MEN = frozenset({"女", "女性", "female", "f"}), frozenset({"男", "男性", "male", "m"})
HAN = frozenset({"汉", "汉族", "han"})
# The four regions of the National Bureau of Statistics, by the code's first two digits.
REGIONS = {
    "east": ("11", "12", "13", "31", "32", "33", "35", "37", "44", "46"),
    "central": ("14", "34", "36", "41", "42", "43"),
    "west": ("15", "45", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65"),
    "northeast": ("21", "22", "23"),
}
FIRST_COUNTY = 21  # third pair of a county-level code: 01–20 are districts of a city
ANSWERED = {
    ApplicationState.INTERVIEW: True,
    ApplicationState.OFFER: True,
    ApplicationState.ACCEPTED: True,
    ApplicationState.DECLINED: True,
    ApplicationState.REJECTED: False,
}

# Places as an employer sees them, over the lists of everybody; then only these students' rows.
REACHED = """,
placed AS (
    SELECT m.student_id, m.short, m.band, row_number() OVER (
        PARTITION BY m.posting_id ORDER BY m.short, m.score DESC, m.student_id) AS place
    FROM matches_match m JOIN openings o ON o.id = m.posting_id
)
SELECT student_id,
    count(*) FILTER (WHERE NOT short) AS listed,
    count(*) FILTER (WHERE NOT short AND place <= 10) AS top,
    count(*) FILTER (WHERE NOT short AND band = 'strong') AS strong,
    count(*) FILTER (WHERE NOT short AND band IN ('strong', 'good')) AS good,
    coalesce(sum(1 / log(2, place + 1)) FILTER (WHERE NOT short), 0)::float AS exposure
FROM placed WHERE student_id IN (SELECT id FROM people) GROUP BY student_id
"""
SHOWN = """,
placed AS (
    SELECT m.posting_id, row_number() OVER (
        PARTITION BY m.student_id ORDER BY m.short,
            array_position(l.postings, m.posting_id) NULLS LAST, m.score DESC, m.posting_id
    ) AS place
    FROM matches_match m JOIN people p ON p.id = m.student_id
    LEFT JOIN matches_listorder l ON l.student_id = m.student_id
)
SELECT o.id AS posting, count(placed.place) AS students
FROM openings o LEFT JOIN placed ON placed.posting_id = o.id AND placed.place <= 10 GROUP BY o.id
"""


@dataclass(frozen=True, slots=True)
class Reached:
    """What the lists hold of one student."""

    listed: int = 0
    top: int = 0
    strong: int = 0
    good: int = 0
    exposure: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """An answered application: the band the student was shown, and whether it led on."""

    student_id: int
    band: str
    led_on: bool


def trait_groups(students: StudentQuerySet) -> dict[Trait, dict[int, str]]:
    """Group of each student by trait; who stated nothing is left out."""
    rows = ProtectedTraits.objects.filter(student__in=students.order_by().values("pk"))
    found: dict[Trait, dict[int, str]] = {trait: {} for trait in Trait}
    for row in rows.select_related("birthplace"):
        for trait, group in _groups_of(row):
            if group != UNKNOWN:
                found[trait][row.student_id] = group
    return found


def _groups_of(row: ProtectedTraits) -> Iterable[tuple[Trait, str]]:
    yield Trait.GENDER, gender_group(row.gender)
    yield Trait.ETHNICITY, ethnicity_group(row.ethnicity)
    yield Trait.BIRTHPLACE, region_group(row.birthplace_id or "")
    yield Trait.AREA, area_group(row.birthplace)
    yield (
        Trait.HARDSHIP,
        yes_or_no(row.hardship and row.hardship != NO_HARDSHIP, row.hardship != ""),
    )
    yield Trait.DISABILITY, yes_or_no(row.disability, row.disability is not None)


def yes_or_no(present: object, known: bool) -> str:
    return ("yes" if present else "no") if known else UNKNOWN


def gender_group(written: str) -> str:
    word = written.strip().casefold()
    if not word:
        return UNKNOWN
    return "women" if word in WOMEN else "men" if word in MEN else "other"


def ethnicity_group(written: str) -> str:
    word = written.strip().casefold()
    return (word and "han" if word in HAN else word and "minority") or UNKNOWN


def region_group(code: str) -> str:
    return next((name for name, codes in REGIONS.items() if code[:2] in codes), UNKNOWN)


def area_group(region: Any) -> str:
    """A birthplace known only by its city tells nothing about town or country."""
    if region is None or region.level != RegionLevel.COUNTY:
        return UNKNOWN
    return "county" if int(region.code[4:6]) >= FIRST_COUNTY else "district"


def reached(students: StudentQuerySet, openings: PostingQuerySet) -> dict[int, Reached]:
    rows = grouped(REACHED, **_tables(students, openings))
    return {row.pop("student_id"): Reached(**row) for row in rows}


def shown_counts(students: StudentQuerySet, openings: PostingQuerySet) -> list[int]:
    """Per open posting the students who have it among their first ten."""
    return [row["students"] for row in grouped(SHOWN, **_tables(students, openings))]


def _tables(students: StudentQuerySet, openings: PostingQuerySet) -> dict[str, Any]:
    return {
        "people": students.order_by().values("id"),
        "openings": openings.order_by().values("id"),
    }


def answers(students: StudentQuerySet) -> list[Answer]:
    """Answered applications whose pair is still in the student's list."""
    band = Match.objects.filter(student=OuterRef("student"), posting=OuterRef("posting"))
    rows = (
        Application.objects.filter(student__in=students.order_by().values("pk"))
        .filter(Q(state__in=ANSWERED))
        .annotate(band=Subquery(band.values("band")[:1]))
        .filter(band__isnull=False)
        .order_by("pk")
        .values_list("student_id", "band", "state")
    )
    return [
        Answer(student, band, ANSWERED[ApplicationState(state)]) for student, band, state in rows
    ]


def major_classes(students: StudentQuerySet) -> dict[int, str]:
    """Discipline or class of a student's major: what is compared with itself when adjusting."""
    rows = students.order_by().values_list("pk", "major_id", "degree")
    return {pk: f"{(major or '')[:4]}/{degree or 0}" for pk, major, degree in rows}


def engines(university_id: int | None) -> list[tuple[str, str]]:
    """(encoder, version of the weights) that made the stored lists, the most frequent first."""
    rows = Match.objects.order_by()
    if university_id:
        rows = rows.filter(student__university_id=university_id)
    counted = rows.values_list("encoder", "weights_version").annotate(n=Count("pk"))
    return [(encoder, version) for encoder, version, _n in counted.order_by("-n", "encoder")]


def present_encoder() -> str:
    """The text model of the latest list; empty before the first run."""
    newest = Match.objects.order_by("-computed_at").values_list("encoder", flat=True)
    return newest.first() or ""
