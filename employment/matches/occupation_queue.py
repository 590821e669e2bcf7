"""The queue of occupation codes to look at: what is least sure and seen by most comes first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, FloatField, Q, QuerySet, Value
from django.db.models.functions import Cast, Ln

from employment.accounts.actors import Actor
from employment.matches.enums import CodedBy
from employment.matches.models import OccupationCoding
from employment.matches.selectors import shown_to
from employment.taxonomy.models import Occupation
from matching.occupations import CONFIDENT_FROM


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Empty fields ask for nothing."""

    text: str = ""
    state: str = "open"
    kind: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    code: str
    name: str
    confidence: float
    chosen: bool


@dataclass(frozen=True, slots=True)
class QueueRow:
    coding: OccupationCoding
    occupation: Occupation | None
    proposals: Sequence[Proposal]

    @property
    def by_person(self) -> bool:
        return self.coding.coded_by == CodedBy.PERSON


def queue(actor: Actor, wanted: QueueFilter) -> "QuerySet[OccupationCoding]":
    """Within the actor's scope. A posting whose code a person chose in its form is settled."""
    settled = Q(posting__isnull=False, posting__occupation_confidence__isnull=True)
    rows = OccupationCoding.objects.visible_to(actor).exclude(settled & Q(coded_by=CodedBy.MACHINE))
    return _ordered(_narrowed(rows, wanted), wanted.sort)


def _narrowed(
    rows: "QuerySet[OccupationCoding]", wanted: QueueFilter
) -> "QuerySet[OccupationCoding]":
    states = {
        "open": Q(coded_by=CodedBy.MACHINE),
        "unsure": Q(coded_by=CodedBy.MACHINE, confidence__lt=CONFIDENT_FROM),
        "person": Q(coded_by=CodedBy.PERSON),
    }
    condition = states.get(wanted.state, Q())
    if wanted.text:
        condition &= Q(title__icontains=wanted.text)
    if wanted.kind:
        condition &= Q(posting__isnull=wanted.kind != "posting")
    return rows.filter(condition)


def _ordered(rows: "QuerySet[OccupationCoding]", sort: str) -> "QuerySet[OccupationCoding]":
    shown = rows.select_related("posting__employer__organisation").annotate(
        shown=shown_to("posting")
    )
    if sort == "newest":
        return shown.order_by("-coded_at", "-pk")
    if sort == "confidence":
        return shown.order_by("confidence", "-pk")
    doubt = Value(1.0) - F("confidence")
    weight = Ln(Cast(F("shown"), FloatField()) + Value(2.0))
    return shown.annotate(urgency=doubt * weight).order_by("-urgency", "-pk")


def queue_rows(codings: Iterable[OccupationCoding]) -> list[QueueRow]:
    """Rows with the occupations' names, two queries for any number of rows."""
    listed = list(codings)
    codes = {code for row in listed for code, _ in row.proposals}
    codes |= {row.occupation_id for row in listed if row.occupation_id}
    known = Occupation.objects.in_bulk(codes)
    return [_row(coding, known) for coding in listed]


def _row(coding: OccupationCoding, known: dict[Any, Occupation]) -> QueueRow:
    proposals = [
        Proposal(code, known[code].pick_label, confidence, code == coding.occupation_id)
        for code, confidence in coding.proposals
        if code in known
    ]
    return QueueRow(coding, known.get(coding.occupation_id), proposals)
