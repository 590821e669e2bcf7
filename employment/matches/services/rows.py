"""Row tasks: the whole list of some students, computed anew and replaced in one transaction."""

from collections.abc import Sequence
from functools import partial

from django.db import transaction
from django.utils import timezone

from employment.matches.models import Match, StudentSync
from employment.matches.services.balancing import arrange_lists
from employment.matches.services.engine import weights
from employment.matches.services.exposure import kept_extras
from employment.matches.services.live import live, student_block
from employment.matches.services.locks import share_lists
from employment.matches.services.reference import level, reference
from employment.matches.services.results import write_matches
from employment.matches.signals import lists_changed
from employment.students.models import StudentProfile
from matching.search import match_rows

DEPTH = 50
SHORT_DEPTH = 5  # further entries that are one reachable condition away


def sync_students(*, student_ids: Sequence[int]) -> int:
    """Bring the lists of those of these students that lag behind up to date; count them."""
    synced = StudentSync.objects.filter(student__in=student_ids, engine=level())
    known = dict(synced.values_list("student_id", "revision"))
    now = StudentProfile.objects.filter(pk__in=student_ids).values_list("pk", "revision")
    behind = [pk for pk, revision in now if known.get(pk) != revision]
    if behind:
        match_students(student_ids=behind)
    return len(behind)


@transaction.atomic
def match_students(*, student_ids: Sequence[int]) -> int:
    """Replace these students' lists; a reader sees the old list or the new one. Count of rows.

    Students who may not be matched (no consent, nothing said) end with an empty list.
    """
    share_lists()
    seen = seen_revisions(student_ids)
    state = live()
    state.refresh_postings()
    frozen, now = reference(), timezone.now()
    block = student_block(student_ids)
    lists = match_rows(
        block,
        state.postings,
        reference=frozen,
        weights=weights(),
        k=DEPTH,
        one_step=SHORT_DEPTH,
    )
    listed = {(found.id, posting_id) for found in lists for posting_id in found.ids.tolist()}
    extras = kept_extras(student_ids=student_ids, block=block, listed=listed)
    Match.objects.filter(student__in=student_ids).delete()
    own = (score for found in lists for score in found.scores())
    write_matches(own, reference=frozen, now=now)
    write_matches(extras, reference=frozen, now=now, extra=True)
    arrange_lists(student_ids=student_ids)
    save_syncs(seen=seen)
    transaction.on_commit(partial(lists_changed.send, sender=Match, student_ids=list(student_ids)))
    return len(listed) + len(extras)


def seen_revisions(student_ids: Sequence[int]) -> dict[int, int]:
    """Read before the rows themselves: a change in between is then done again, never missed."""
    rows = StudentProfile.objects.filter(pk__in=student_ids)
    return dict(rows.values_list("pk", "revision"))


def save_syncs(*, seen: dict[int, int]) -> None:
    now, engine = timezone.now(), level()
    StudentSync.objects.bulk_create(
        (
            StudentSync(student_id=pk, revision=revision, engine=engine, synced_at=now)
            for pk, revision in seen.items()
        ),
        update_conflicts=True,
        unique_fields=["student"],
        update_fields=["revision", "engine", "synced_at"],
    )
