"""What the lists of postings show."""

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum

from django.db.models import Count, F, Model, Prefetch, Q, prefetch_related_objects
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.accounts.actors import Actor
from employment.common.search_ids import RowsByIds
from employment.postings.enums import PostingState
from employment.postings.models import Posting, PostingRequirement, PostingStateChange
from employment.postings.models.querysets import PostingQuerySet
from employment.postings.models.requirements import RequirementKind
from employment.postings.selectors.text_search import Found
from employment.privacy.enums import Purpose

EXPIRING_DAYS = 7


class Queue(StrEnum):
    """The managing side's view of its postings, by what has to be done."""

    REVIEW = "review"
    DRAFT = "draft"
    PUBLISHED = "published"
    EXPIRING = "expiring"
    CLOSED = "closed"
    REJECTED = "rejected"


QUEUE_LABELS = {
    Queue.REVIEW: pgettext_lazy("queue", "To review"),
    Queue.DRAFT: pgettext_lazy("queue", "Drafts"),
    Queue.PUBLISHED: pgettext_lazy("queue", "Published"),
    Queue.EXPIRING: pgettext_lazy("queue", "Expiring in 7 days"),
    Queue.CLOSED: pgettext_lazy("queue", "Closed and expired"),
    Queue.REJECTED: pgettext_lazy("queue", "Rejected"),
}
SORTS = {
    "relevance": _("Relevance"),
    "newest": _("Newest first"),
    "pay": _("Highest pay"),
    "deadline": _("Deadline first"),
}
# What waits longest comes first where something has to be decided.
OLDEST_FIRST = frozenset({Queue.REVIEW, Queue.DRAFT})


def searchable_postings(*, actor: Actor, today: dt.date) -> PostingQuerySet:
    """What the search page and the API's list look through: open postings the actor may see."""
    return Posting.objects.visible_to(actor).open(today)


def sort_postings(
    postings: PostingQuerySet, sort: str, *, found: Found | None = None
) -> "PostingQuerySet | RowsByIds[Posting]":
    """Order by one of ``SORTS``; relevance needs a text searched for and is its default."""
    name = sort if sort.removeprefix("-") in SORTS else "relevance"
    if name == "relevance" and found:
        return RowsByIds(postings, found.ids)
    top = Coalesce("pay_max", "pay_min")
    first = {
        "pay": (top.desc(nulls_last=True),),
        "deadline": (F("deadline").asc(nulls_last=True),),
        "-deadline": (F("deadline").desc(nulls_last=True),),
    }
    return postings.order_by(*first.get(name, ()), "-published_at", "-pk")


def with_skills(postings: Sequence[Posting]) -> Sequence[Posting]:
    """``skill_requirements``: what a card of a list names, the required ones first."""
    skills = PostingRequirement.objects.filter(kind=RequirementKind.SKILL)
    wanted = Prefetch(
        "requirements",
        queryset=skills.order_by("strength", "position"),
        to_attr="skill_requirements",
    )
    prefetch_related_objects(postings, wanted)
    return postings


def queue_filter(queue: Queue, today: dt.date) -> Q:
    soon = today + dt.timedelta(days=EXPIRING_DAYS)
    states = {
        Queue.REVIEW: Q(state=PostingState.REVIEW),
        Queue.DRAFT: Q(state=PostingState.DRAFT),
        Queue.PUBLISHED: Q(state=PostingState.PUBLISHED),
        Queue.EXPIRING: Q(state=PostingState.PUBLISHED, deadline__lte=soon),
        Queue.CLOSED: Q(state__in=(PostingState.CLOSED, PostingState.EXPIRED)),
        Queue.REJECTED: Q(state=PostingState.REJECTED),
    }
    return states[queue]


def managed_postings(*, actor: Actor, queue: Queue, today: dt.date) -> PostingQuerySet:
    postings = Posting.objects.editable_by(actor).filter(queue_filter(queue, today))
    if queue == Queue.EXPIRING:
        return postings.order_by("deadline", "pk")
    return postings.order_by("state_since" if queue in OLDEST_FIRST else "-state_since", "-pk")


def count_queues(*, actor: Actor, today: dt.date) -> dict[Queue, int]:
    counts = Posting.objects.editable_by(actor).aggregate(
        **{queue.value: Count("pk", filter=queue_filter(queue, today)) for queue in Queue}
    )
    return {queue: counts[queue.value] for queue in Queue}


def count_waiting(*, actor: Actor) -> int:
    return Posting.objects.editable_by(actor).filter(state=PostingState.REVIEW).count()


def count_applicants(posting_ids: Iterable[int]) -> dict[int, int]:
    rows = Posting.objects.filter(pk__in=list(posting_ids)).annotate(n=Count("applications"))
    return dict(rows.values_list("pk", "n"))


def count_candidates(posting_ids: Iterable[int]) -> dict[int, int]:
    """Matched students who agreed to be shown to employers."""
    consenting = Q(
        matches__student__user__consents__purpose=Purpose.EMPLOYERS,
        matches__student__user__consents__withdrawn_at__isnull=True,
    )
    rows = Posting.objects.filter(pk__in=list(posting_ids)).annotate(
        n=Count("matches", filter=consenting)
    )
    return dict(rows.values_list("pk", "n"))


def similar_postings(
    posting: Posting, *, actor: Actor, today: dt.date, limit: int = 4
) -> list[Posting]:
    """Open postings of the same occupation, then of its group; newest first."""
    if posting.occupation_id is None:
        return []
    others = searchable_postings(actor=actor, today=today).exclude(pk=posting.pk)
    found = list(others.filter(occupation_id=posting.occupation_id).with_list_data()[:limit])
    if len(found) < limit:
        group = posting.occupation_id.rsplit("-", 1)[0]
        near = others.in_occupation(group).exclude(occupation_id=posting.occupation_id)
        found += near.with_list_data()[: limit - len(found)]
    return found


def own_application(posting: Posting, *, actor: Actor) -> Model | None:
    """The student's own application for the posting."""
    return posting.applications.filter(student__user_id=actor.user_id).first()


def has_own_match(posting: Posting, *, actor: Actor) -> bool:
    return posting.matches.filter(student__user_id=actor.user_id).exists()


def posting_history(posting: Posting) -> list[PostingStateChange]:
    """Every step of the posting's life, newest first, with who took it."""
    return list(posting.state_changes.select_related("actor"))


def rejection_reasons(posting_ids: Iterable[int]) -> dict[int, str]:
    """The latest reason given for each rejected posting."""
    steps = PostingStateChange.objects.filter(
        posting_id__in=list(posting_ids),
        posting__state=PostingState.REJECTED,
        to_state=PostingState.REJECTED,
    )
    return dict(steps.order_by("at", "pk").values_list("posting_id", "reason"))
