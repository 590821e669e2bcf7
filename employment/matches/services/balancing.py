"""The order of balanced lists: demand from all stored lists, published with what it leads to.

A full run publishes it; a list computed alone in between is put in order by the demand last
published, so that it does not jump between two orders.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from django.db import transaction
from django.db.models import Exists, OuterRef

from employment.accounts.models import Organisation, User
from employment.common.audit import record
from employment.common.bulk import copy_rows, copy_values, read_columns
from employment.matches.models import BalancingSetting, ListOrder, Match, PostingDemand
from employment.matches.services.locks import own_lists
from employment.postings.models import Posting
from employment.students.models import StudentProfile
from matching.balancing import DEFAULT_STRENGTH, SHOWN, Wishes, arrange, balance
from matching.columns import Array

ENTRY = np.dtype(
    [("student", "i8"), ("posting", "i8"), ("score", "f8"), ("theirs", "f8"), ("extra", "?")]
)
LISTED = """
    SELECT student_id, posting_id, score, coalesce(theirs, score / 100), extra FROM matches_match
    WHERE short = false {whose} ORDER BY student_id, score DESC, posting_id
"""
NEUTRAL = 1.0  # pressure of a posting that no run has seen yet


@dataclass(frozen=True)
class Lists:
    """Stored lists as arrays: ``wishes`` and ``extra`` are rows × depth, ``students`` and
    ``postings`` the ids of rows and of posting positions."""

    students: Array
    postings: Array
    wishes: Wishes
    extra: Array


@transaction.atomic
def publish_balance() -> int:
    """Balance every stored list and publish the demand; count of lists. The same lists give the
    same result, however often it is done."""
    own_lists()
    lists = read_lists()
    found = balance(lists.wishes, strengths_of(lists.students))
    PostingDemand.objects.all().delete()
    copy_rows(list(demand_rows(lists, found.order, found.pressure)))
    ListOrder.objects.all().delete()
    return write_orders(lists, found.order)


@transaction.atomic
def arrange_lists(*, student_ids: Collection[int]) -> int:
    """Put these lists in order by the demand last published; count of lists."""
    ids = sorted(student_ids)
    ListOrder.objects.filter(student__in=ids).delete()
    if not PostingDemand.objects.exists():
        return 0
    lists = read_lists(ids)
    known = PostingDemand.objects.filter(posting__in=lists.postings.tolist())
    pressure = dict(known.values_list("posting_id", "pressure"))
    stored = np.array([pressure.get(pk, NEUTRAL) for pk in lists.postings.tolist()])
    return write_orders(lists, arrange(lists.wishes, stored, strengths_of(lists.students)))


def read_lists(student_ids: Sequence[int] | None = None) -> Lists:
    """Entries of open eligibility of these students, else of all; each list best first, as the
    student's page sorts by score."""
    query = LISTED.format(whose="" if student_ids is None else "AND student_id = ANY(%s)")
    parameters = [] if student_ids is None else [list(student_ids)]
    entries = read_columns(query, parameters, kind=ENTRY)
    students, start, size = np.unique(entries["student"], return_index=True, return_counts=True)
    postings, position = np.unique(entries["posting"], return_inverse=True)
    row = np.repeat(np.arange(len(students)), size)
    place = np.arange(len(entries)) - np.repeat(start, size)
    shape = (len(students), int(size.max(initial=1)))

    def spread(values: Array, empty: float) -> Array:
        table = np.full(shape, empty, dtype=np.asarray(values).dtype)
        table[row, place] = values
        return table

    wishes = Wishes(
        spread(position, -1),
        spread(entries["score"] / 100, 0),
        spread(entries["theirs"], 0),
        seats_of(postings),
    )
    return Lists(students, postings, wishes, spread(entries["extra"], 0))


def seats_of(posting_ids: Array) -> Array:
    """Seats by posting; one where the employer does not say."""
    rows = Posting.objects.filter(pk__in=posting_ids.tolist(), seats__gt=0)
    known = dict(rows.values_list("pk", "seats"))
    return np.array([known.get(pk, 1) for pk in posting_ids.tolist()], dtype=np.int64)


def strengths_of(student_ids: Array) -> Array:
    """Each student's strength, as their university has set it."""
    by_university = dict(BalancingSetting.objects.values_list("university_id", "strength"))
    homes: dict[int, int] = {}
    if by_university:
        rows = StudentProfile.objects.filter(pk__in=student_ids.tolist())
        homes = dict(rows.values_list("pk", "university_id"))
    found = [by_university.get(homes.get(pk, 0), DEFAULT_STRENGTH) for pk in student_ids.tolist()]
    return np.array(found, dtype=np.float64)


def demand_rows(lists: Lists, order: Array, pressure: Array) -> Iterator[PostingDemand]:
    listed = np.take_along_axis(lists.wishes.postings, order, 1)
    shown = np.bincount(listed[listed >= 0], minlength=len(lists.postings))
    for pk, count, value in zip(
        lists.postings.tolist(), shown.tolist(), pressure.tolist(), strict=True
    ):
        yield PostingDemand(posting_id=pk, shown=count, pressure=value)


def write_orders(lists: Lists, order: Array) -> int:
    """One row a student whose university balances. Orders must not be there yet."""
    wanted = np.flatnonzero(strengths_of(lists.students) > 0).tolist()
    copy_values(
        ListOrder,
        (order_row(lists, at, shown_places(order[at], lists.extra[at])) for at in wanted),
    )
    return len(wanted)


def shown_places(order: Array, extra: Array) -> list[int]:
    """The best entry of extra exposure takes the last of the first places when it has none."""
    places: list[int] = order.tolist()
    extras = np.flatnonzero(extra).tolist()
    if extras and not set(extras) & set(places) and len(places) >= SHOWN:
        places[-1:] = [extras[0], places[-1]]
    return places


def order_row(lists: Lists, at: int, places: list[int]) -> dict[str, object]:
    listed = lists.wishes.postings[at][places]
    used = np.array(places)[listed >= 0] + 1
    return {
        "student_id": int(lists.students[at]),
        "postings": array_text(lists.postings[listed[listed >= 0]]),
        "base": array_text(used),
    }


def array_text(numbers: Array) -> str:
    return f"{{{','.join(map(str, numbers.tolist()))}}}"


@transaction.atomic
def set_strength(*, university: Organisation, strength: float, actor: User) -> BalancingSetting:
    """How strongly this university's lists are spread, 0–1; counts from the next run on."""
    setting, _created = BalancingSetting.objects.update_or_create(
        university=university, defaults={"strength": strength}
    )
    record(
        action="matching.balancing",
        obj=university,
        actor_id=actor.pk,
        organisation_id=university.pk,
        strength=strength,
    )
    return setting


def unreached_postings(open_ids: Collection[int]) -> list[int]:
    """Of these, the ones that no list holds."""
    held = Exists(Match.objects.filter(posting=OuterRef("pk"), short=False))
    rows = Posting.objects.filter(~held, pk__in=open_ids).order_by("pk")
    return list(rows.values_list("pk", flat=True))
