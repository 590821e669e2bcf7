"""Every write that matching must see passes through here."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.db.models import F

from employment.postings.models import Posting
from employment.postings.signals import postings_changed


def mark_postings_changed(*, posting_ids: Iterable[int]) -> None:
    """Raise the rows' revision and tell upper apps once the transaction has committed."""
    ids = list(posting_ids)
    if not ids:
        return
    Posting.objects.filter(pk__in=ids).update(revision=F("revision") + 1)
    announce_postings(posting_ids=ids)


def announce_postings(*, posting_ids: list[int]) -> None:
    """Tell upper apps of rows that are new: their first revision stands already."""
    transaction.on_commit(partial(postings_changed.send, sender=Posting, posting_ids=posting_ids))
