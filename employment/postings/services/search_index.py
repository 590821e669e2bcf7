"""Keeps the full text column: title (A), employer and requirements (B), description (C)."""

from collections.abc import Iterable, Sequence

from django.contrib.postgres.search import SearchVectorField
from django.db import connection
from django.db.models import Value
from django.db.models.functions import Cast

from employment.postings.models import Posting
from employment.postings.segmentation import vector_literal

BATCH = 1000


def search_vector(posting: Posting, *, employer_name: str, labels: Iterable[str]) -> Cast:
    """The column's value as an expression, for a row that is about to be inserted."""
    literal = _literal(
        posting.title, employer_name, [posting.region_text, *labels], posting.description
    )
    return Cast(Value(literal), SearchVectorField())


def index_postings(*, posting_ids: Iterable[int]) -> int:
    """Compute the column again, one statement for ``BATCH`` rows; returns how many."""
    ids = sorted(posting_ids)
    for start in range(0, len(ids), BATCH):
        _index_batch(ids[start : start + BATCH])
    return len(ids)


def _index_batch(posting_ids: Sequence[int]) -> None:
    rows = (
        Posting.objects.filter(pk__in=posting_ids)
        .select_related("employer__organisation")
        .prefetch_related("requirements")
        .defer("search", "duties")
    )
    values = [(row.pk, _literal_of(row)) for row in rows]
    if not values:
        return
    places = ", ".join(["(%s, %s)"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE postings_posting AS p SET search = v.words::tsvector "  # noqa: S608 -- places only
            f"FROM (VALUES {places}) AS v (id, words) WHERE p.id = v.id",
            [item for pair in values for item in pair],
        )


def _literal_of(posting: Posting) -> str:
    labels = [requirement.label for requirement in posting.requirements.all()]
    return _literal(
        posting.title,
        posting.employer.organisation.name,
        [posting.region_text, *labels],
        posting.description,
    )


def _literal(title: str, employer: str, labels: Sequence[str], description: str) -> str:
    parts = [("A", title), ("B", employer), *[("B", label) for label in labels]]
    return vector_literal([*parts, ("C", description)])
