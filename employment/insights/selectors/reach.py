"""What matches say about majors, coverage and exposure. Good: strong or good fit, nothing missing.

Postings are contested by every student they fit, of whichever university; a reader sees the sum.
"""

from typing import Any

from django.db.models import Max

from employment.insights.selectors.compiled import grouped
from employment.insights.selectors.scope import Scope
from employment.matches.models import Match
from employment.taxonomy.models import Major

MAJOR_BALANCE = """,
good AS (
    SELECT m.student_id, p.id AS posting_id, p.seats
    FROM matches_match m JOIN openings p ON p.id = m.posting_id
    WHERE NOT m.short AND m.band IN ('strong', 'good')
),
crowd AS (SELECT posting_id, count(*) AS students FROM good GROUP BY posting_id),
reach AS (
    SELECT g.student_id, count(*) AS matches, sum(g.seats::float / c.students) AS seats
    FROM good g JOIN crowd c USING (posting_id) GROUP BY g.student_id
)
SELECT s.major_id AS major, count(*) AS students,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY coalesce(r.matches, 0)) AS good_matches,
    coalesce(sum(r.seats), 0) / nullif(count(*), 0) AS seats_per_student
FROM people s LEFT JOIN reach r ON r.student_id = s.id
GROUP BY GROUPING SETS ((s.major_id), ())
ORDER BY seats_per_student, major
"""
COVERAGE = """,
listed AS (
    SELECT s.id, count(p.id) AS matches
    FROM people s
    LEFT JOIN matches_match m ON m.student_id = s.id AND NOT m.short
    LEFT JOIN openings p ON p.id = m.posting_id
    GROUP BY s.id
)
SELECT count(*) AS students, count(*) FILTER (WHERE matches >= 10) AS ten,
    count(*) FILTER (WHERE matches >= 3) AS three, count(*) FILTER (WHERE matches = 0) AS none,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY matches) AS median
FROM listed
"""
EXPOSURE = """,
listed AS (
    SELECT m.posting_id, count(*) AS students
    FROM matches_match m JOIN people s ON s.id = m.student_id GROUP BY m.posting_id
),
shown AS (
    SELECT coalesce(l.students, 0) AS students
    FROM openings p LEFT JOIN listed l ON l.posting_id = p.id
)
SELECT width_bucket(students, ARRAY[1, 5, 10, 20, 50, 100]) AS bucket, count(*) AS postings
FROM shown GROUP BY bucket ORDER BY bucket
"""
BUCKETS = ("0", "1–4", "5–9", "10–19", "20–49", "50–99", "100+")


def major_balance(scope: Scope) -> list[dict[str, Any]]:
    """Fewest seats first; the row whose major is None is the average student."""
    people = scope.students().matchable().filter(major__isnull=False)
    return grouped(MAJOR_BALANCE, **_tables(scope, people.values("id", "major_id")))


def coverage(scope: Scope) -> dict[str, Any]:
    people = scope.students().matchable()
    return grouped(COVERAGE, **_tables(scope, people.values("id")))[0]


def exposure(scope: Scope) -> dict[int, int]:
    """Number of postings by how many students have them in their lists (place in ``BUCKETS``)."""
    rows = grouped(EXPOSURE, **_tables(scope, scope.students().values("id")))
    return {row["bucket"]: row["postings"] for row in rows}


def _tables(scope: Scope, people: Any) -> dict[str, Any]:
    return {"people": people.order_by(), "openings": scope.postings().values("id", "seats")}


def major_names(codes: "set[str]") -> dict[str, str]:
    rows = Major.objects.filter(pk__in=codes).only("code", "name", "name_en")
    return {row.pk: row.label for row in rows}


def last_matched(scope: Scope) -> Any:
    """When the newest of these matches was computed."""
    rows = Match.objects.filter(student__in=scope.students().values("pk")).order_by()
    return rows.aggregate(at=Max("computed_at"))["at"]
