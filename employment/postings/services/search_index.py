"""Keeps the full text columns: what a posting is found by, and what hits are ranked by."""

from collections.abc import Iterable, Sequence

from django.contrib.postgres.search import SearchVectorField
from django.db import connection
from django.db.models import Value
from django.db.models.functions import Cast

from employment.postings.models import Posting
from employment.postings.segmentation import weighted_literal, word_literal

BATCH = 1000


def fill_search(posting: Posting, *, employer_name: str, labels: Sequence[str]) -> None:
    """Set both columns of a row that is about to be inserted."""
    search, ranking = _literals(posting, employer_name, labels)
    posting.search = Cast(Value(search), SearchVectorField())
    posting.ranking = Cast(Value(ranking), SearchVectorField())


def index_postings(*, posting_ids: Iterable[int]) -> int:
    """Compute the columns again, one statement for ``BATCH`` rows; returns how many."""
    ids = sorted(posting_ids)
    for start in range(0, len(ids), BATCH):
        _index_batch(ids[start : start + BATCH])
    return len(ids)


def _index_batch(posting_ids: Sequence[int]) -> None:
    rows = (
        Posting.objects.filter(pk__in=posting_ids)
        .select_related("employer__organisation")
        .prefetch_related("requirements")
        .defer("search", "ranking", "duties")
    )
    values = [(row.pk, *_literals_of(row)) for row in rows]
    if not values:
        return
    places = ", ".join(["(%s, %s, %s)"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE postings_posting AS p "  # noqa: S608 -- only places for values are put in
            "SET search = v.search::tsvector, ranking = v.ranking::tsvector "
            f"FROM (VALUES {places}) AS v (id, search, ranking) WHERE p.id = v.id",
            [item for triple in values for item in triple],
        )


def _literals_of(posting: Posting) -> tuple[str, str]:
    labels = [requirement.label for requirement in posting.requirements.all()]
    return _literals(posting, posting.employer.organisation.name, labels)


def _literals(posting: Posting, employer_name: str, labels: Sequence[str]) -> tuple[str, str]:
    """Title counts most (A), then employer and requirements (B), then the place (C)."""
    heads = [("A", posting.title), ("B", employer_name), ("C", posting.region_text)]
    ranked = weighted_literal([*heads, *(("B", label) for label in labels)])
    texts = [text for _weight, text in heads]
    return word_literal([*texts, *labels, posting.description]), ranked
