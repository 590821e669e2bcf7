"""Column tasks: one posting merged into, or taken out of, the stored lists of all students."""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from functools import partial

from django.db import connection, transaction
from django.db.models import Count
from django.utils import timezone

from employment.common.bulk import copy_rows
from employment.matches.models import Match, PostingSync, StudentSync
from employment.matches.services.balancing import arrange_lists
from employment.matches.services.engine import weights
from employment.matches.services.exposure import expose_postings
from employment.matches.services.live import Live, live
from employment.matches.services.locks import own_lists
from employment.matches.services.reference import level, reference
from employment.matches.services.results import kept_score, match_row
from employment.matches.services.rows import DEPTH, SHORT_DEPTH
from employment.matches.signals import lists_changed
from employment.postings.models import Posting
from matching.reference import Reference
from matching.search import MatchList, match_column
from matching.types import MatchScore

# A list that closings have shortened below this is computed anew by the sweep.
REFILL_BELOW = 30
NO_FLOOR = -1.0

Floors = dict[int, float]


def sync_postings(*, posting_ids: Sequence[int]) -> int:
    """Bring those of these postings that lag behind into all lists; count them."""
    today = timezone.localdate()
    synced = PostingSync.objects.filter(posting__in=posting_ids, engine=level())
    known = {row.posting_id: (row.revision, row.was_open) for row in synced}
    rows = Posting.objects.filter(pk__in=posting_ids)
    behind = [row.pk for row in rows if known.get(row.pk) != (row.revision, row.is_open(today))]
    if behind:
        merge_postings(posting_ids=behind)
    return len(behind)


@transaction.atomic
def merge_postings(*, posting_ids: Sequence[int]) -> set[int]:
    """Replace these postings' entries in every list; ids of the students whose lists changed."""
    own_lists()
    rows = Posting.objects.filter(pk__in=posting_ids)
    seen = dict(rows.values_list("pk", "revision"))
    state = live()
    state.refresh_postings()
    state.refresh_students()
    entries = Match.objects.filter(posting__in=posting_ids)
    left = set(entries.values_list("student_id", flat=True))
    entries.delete()
    now, frozen = timezone.now(), reference()
    still_open = [pk for pk in posting_ids if pk in state.posting_revisions]
    found = best_scores(state, still_open, frozen)
    copy_rows([match_row(score, reference=frozen, now=now) for score in found])
    joined = {score.candidate for score in found}
    cut_lists(joined)
    refill_short_lists(left - joined)
    save_syncs(seen=seen, open_now=state.posting_revisions)
    joined |= expose_postings(posting_ids=still_open)
    changed = left | joined
    arrange_lists(student_ids=changed)
    transaction.on_commit(partial(lists_changed.send, sender=Match, student_ids=sorted(changed)))
    return changed


def best_scores(state: Live, posting_ids: Sequence[int], frozen: Reference) -> list[MatchScore]:
    """Pairs that may enter a list: it has room, or its last entry scores no higher."""
    live_weights = weights()
    columns = [
        match_column(pk, state.postings, state.candidates, reference=frozen, weights=live_weights)
        for pk in posting_ids
    ]
    asked = {student_id for column in columns for student_id in column.ids.tolist()}
    floors = {
        False: list_floors(DEPTH, student_ids=asked, short=False),
        True: list_floors(SHORT_DEPTH, student_ids=asked, short=True),
    }
    return [score for column in columns for score in entering(column, floors)]


def entering(column: MatchList, floors: Mapping[bool, Floors]) -> Iterator[MatchScore]:
    rows = zip(column.ids.tolist(), column.totals.tolist(), column.one_step.tolist(), strict=True)
    for place, (student_id, total, short) in enumerate(rows):
        if kept_score(total) >= floors[short].get(student_id, NO_FLOOR):
            yield column.score(place)


def list_floors(depth: int, *, student_ids: Collection[int], short: bool) -> Floors:
    """Score of the last entry of those of these lists that are full, read from the index in the
    order of a list: as many rows as a list has, not the whole table."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT asked.id, last.score FROM unnest(%s::bigint[]) AS asked(id), LATERAL (
                SELECT score FROM matches_match
                WHERE student_id = asked.id AND short = %s AND NOT extra
                ORDER BY score DESC, posting_id OFFSET %s LIMIT 1
            ) AS last
            """,
            [sorted(student_ids), short, depth - 1],
        )
        return dict(cursor.fetchall())


def cut_lists(student_ids: set[int]) -> None:
    """Take away what no longer has a place in these lists."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            DELETE FROM matches_match WHERE id IN (
                SELECT id FROM (
                    SELECT id, short, row_number() OVER (
                        PARTITION BY student_id, short ORDER BY score DESC, posting_id
                    ) AS place
                    FROM matches_match WHERE student_id = ANY(%s) AND NOT extra
                ) AS placed WHERE place > CASE WHEN short THEN %s ELSE %s END
            )
            """,
            [sorted(student_ids), SHORT_DEPTH, DEPTH],
        )


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
