"""What became of the advice given in a week: counts for the career office, not causes."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q

from employment.guidance.plans.models import AdviceEpisode
from employment.guidance.plans.wording import WORDINGS
from employment.students.models import StudentProfile

FEWEST = 5  # fewer people are not counted in public


@dataclass(frozen=True, slots=True)
class Worked:
    """Of one module. ``cleared``: its reason was gone later, among those who acted and those who
    did not. Counts are None where fewer than five people were shown it."""

    code: str
    title: str
    shown: int | None
    acted: int | None
    dismissed: int | None
    cleared_acted: int | None
    cleared_others: int | None

    @property
    def others(self) -> int | None:
        return None if self.shown is None or self.acted is None else self.shown - self.acted


def what_worked(university_id: int, *, since: dt.date, until: dt.date) -> Sequence[Worked]:
    """Advice first shown from ``since`` until before ``until``, most shown first."""
    acted = Q(acted_at__isnull=False)
    gone = Q(cleared=True)
    rows = (
        AdviceEpisode.objects.filter(
            student__in=StudentProfile.objects.filter(university_id=university_id),
            first_shown__gte=since,
            first_shown__lt=until,
        )
        .order_by()
        .values("module")
        .annotate(
            people=Count("student", distinct=True),
            shown=Count("pk"),
            acted=Count("pk", filter=acted),
            dismissed=Count("pk", filter=Q(dismissed_on__isnull=False)),
            cleared_acted=Count("pk", filter=acted & gone),
            cleared_others=Count("pk", filter=~acted & gone),
        )
        .order_by(F("shown").desc(), "module")
    )
    return [worked(row) for row in rows if row["module"] in WORDINGS]


def worked(row: Mapping[str, Any]) -> Worked:
    code = str(row["module"])
    enough = int(row["people"]) >= FEWEST
    names = ("shown", "acted", "dismissed", "cleared_acted", "cleared_others")
    counts = [int(row[name]) if enough else None for name in names]
    return Worked(code, str(WORDINGS[code].title), *counts)
