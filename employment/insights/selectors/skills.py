"""Skills that postings ask for, against students who show them."""

from typing import Any

from employment.insights.selectors.compiled import grouped
from employment.insights.selectors.scope import Scope
from employment.taxonomy.enums import SkillKind
from employment.taxonomy.models import Skill

# A requirement may name alternatives: having one of them is enough.
ASKED_AND_SHOWN = """,
asked AS (
    SELECT r.label, min(r.codes) AS codes, count(DISTINCT p.id) AS postings,
        count(DISTINCT p.id) FILTER (WHERE r.strength = 'must') AS must
    FROM openings p
    JOIN postings_postingrequirement r ON r.posting_id = p.id
    JOIN lexicon l ON l.id = r.codes[1]
    WHERE r.kind = 'skill'
    GROUP BY r.label ORDER BY count(DISTINCT p.id) DESC, r.label LIMIT 15
),
owned AS (
    SELECT student_id, skill_id FROM students_skillclaim
    UNION ALL SELECT student_id, skill_id FROM students_certificate
    UNION ALL SELECT student_id, skill_id FROM students_languagescore
),
wanted AS (SELECT label, unnest(codes) AS skill_id FROM asked),
showing AS (
    SELECT w.label, count(DISTINCT s.id) AS students
    FROM wanted w JOIN owned o USING (skill_id) JOIN people s ON s.id = o.student_id
    GROUP BY w.label
)
SELECT a.label, a.codes, a.postings, a.must, coalesce(h.students, 0) AS students
FROM asked a LEFT JOIN showing h USING (label) ORDER BY a.postings DESC, a.label
"""


def asked_and_shown(scope: Scope) -> list[dict[str, Any]]:
    """The most asked skills without general abilities: label, codes, postings,
    must, students."""
    return grouped(
        ASKED_AND_SHOWN,
        people=scope.students().order_by().values("id"),
        openings=scope.postings().values("id"),
        lexicon=Skill.objects.exclude(kind=SkillKind.SOFT).order_by().values("id"),
    )


def skill_names(ids: set[str]) -> dict[str, str]:
    rows = Skill.objects.filter(pk__in=ids).only("id", "name", "name_en")
    return {row.pk: row.label for row in rows}
