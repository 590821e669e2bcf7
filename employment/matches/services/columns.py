"""Column tasks: one posting merged into, or taken out of, the stored lists of all students."""

from collections.abc import Container, Sequence
from functools import partial

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from employment.matches.models import Match, PostingSync, StudentSync
from employment.matches.services.balancing import arrange_lists
from employment.matches.services.engine import weights
from employment.matches.services.entering import (
    cut_lists,
    entrants,
    lengths,
)
from employment.matches.services.exposure import expose_postings, made_lists
from employment.matches.services.live import Live, live
from employment.matches.services.locks import own_lists
from employment.matches.services.reference import level, reference
from employment.matches.services.results import write_matches
from employment.matches.signals import lists_changed
from employment.postings.models import Posting
from matching.search import match_column

# A list that closings have shortened below this is computed anew by the sweep.
REFILL_BELOW = 30
MERGED_AT_ONCE = 50  # postings a transaction: their columns of all students are in memory together


def sync_postings(*, posting_ids: Sequence[int]) -> int:
    """Bring those of these postings that lag behind into all lists; count them."""
    today = timezone.localdate()
    synced = PostingSync.objects.filter(posting__in=posting_ids, engine=level())
    known = {row.posting_id: (row.revision, row.was_open) for row in synced}
    rows = Posting.objects.filter(pk__in=posting_ids)
    behind = [row.pk for row in rows if known.get(row.pk) != (row.revision, row.is_open(today))]
    for start in range(0, len(behind), MERGED_AT_ONCE):
        merge_postings(posting_ids=behind[start : start + MERGED_AT_ONCE])
    return len(behind)


@transaction.atomic
def merge_postings(*, posting_ids: Sequence[int]) -> set[int]:
    """Replace these postings' entries in every list; ids of the students whose lists changed.

    Students whose list was never made are passed over: it is about to be made whole, and one begun
    with these postings would show what does not belong there.
    """
    own_lists()
    rows = Posting.objects.filter(pk__in=posting_ids)
    seen = dict(rows.values_list("pk", "revision"))
    state = live()
    state.refresh_postings()
    state.refresh_students()
    left = take_out(posting_ids)
    still_open = [pk for pk in posting_ids if pk in state.posting_revisions]
    entered = put_in(state, still_open)
    refill_short_lists(left - entered)
    save_syncs(seen=seen, open_now=state.posting_revisions)
    changed = left | entered | expose_postings(posting_ids=still_open)
    arrange_lists(student_ids=changed)
    transaction.on_commit(partial(lists_changed.send, sender=Match, student_ids=sorted(changed)))
    return changed


def take_out(posting_ids: Sequence[int]) -> set[int]:
    """Delete these postings' entries; the students who had one."""
    entries = Match.objects.filter(posting__in=posting_ids)
    left = set(entries.values_list("student_id", flat=True))
    entries.delete()
    return left


def put_in(state: Live, posting_ids: Sequence[int]) -> set[int]:
    """Enter these postings where they belong; the students in whose lists they now may be.

    All pairs are compared before the first is explained: only what gets in is explained, and
    written while the next is.
    """
    frozen, live_weights = reference(), weights()
    columns = [
        match_column(pk, state.postings, state.candidates, reference=frozen, weights=live_weights)
        for pk in posting_ids
    ]
    made = made_lists()
    found = [(entrants(columns, made, short=s, depth=d), s, d) for s, d in lengths()]
    scores = (
        columns[column].score(place)
        for part, _short, _depth in found
        for column, place in zip(part.column.tolist(), part.place.tolist(), strict=True)
    )
    write_matches(scores, reference=frozen, now=timezone.now())
    for part, short, depth in found:
        cut_lists(part.student, short=short, depth=depth)
    return {pk for part, _short, _depth in found for pk in part.student.tolist()}


def refill_short_lists(student_ids: set[int]) -> None:
    """Make the sweep see students whose lists have become short."""
    if not student_ids:
        return
    enough = (
        Match.objects.order_by()
        .filter(student__in=student_ids, extra=False)
        .values("student_id")
        .annotate(n=Count("pk"))
        .filter(n__gte=REFILL_BELOW)
        .values("student_id")
    )
    StudentSync.objects.filter(student__in=student_ids).exclude(student__in=enough).update(
        revision=0
    )


def mark_synced(*, posting_ids: Sequence[int]) -> None:
    """Postings that a run under way will bring into every list."""
    rows = Posting.objects.filter(pk__in=posting_ids)
    open_now = rows.open(timezone.localdate()).values_list("pk", flat=True)
    save_syncs(seen=dict(rows.values_list("pk", "revision")), open_now=set(open_now))


def save_syncs(*, seen: dict[int, int], open_now: Container[int]) -> None:
    now, engine = timezone.now(), level()
    PostingSync.objects.bulk_create(
        (
            PostingSync(
                posting_id=pk,
                revision=revision,
                engine=engine,
                synced_at=now,
                was_open=pk in open_now,
            )
            for pk, revision in seen.items()
        ),
        update_conflicts=True,
        unique_fields=["posting"],
        update_fields=["revision", "engine", "synced_at", "was_open"],
    )
