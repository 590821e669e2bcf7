"""Titles → codes of the occupation classification, for postings and for intentions."""

import dataclasses
from collections.abc import Sequence

from employment.matches.services.engine import occupation_coder
from employment.postings.models import Posting
from matching.types import Candidate

KEPT = 3


def code_postings(*, posting_ids: Sequence[int]) -> None:
    """Fill the occupation of postings that have none; a person's choice is never replaced.

    Derived from the title alone, so it changes no revision.
    """
    rows = list(
        Posting.objects.filter(pk__in=posting_ids, occupation_confidence__isnull=True).filter(
            occupation__isnull=True
        )
    )
    if not rows:
        return
    for row, codes in zip(rows, occupation_coder().code([row.title for row in rows]), strict=True):
        row.occupation_id = codes[0].code if codes else None
        row.occupation_confidence = codes[0].confidence if codes else 0.0
    Posting.objects.bulk_update(rows, ["occupation", "occupation_confidence"], batch_size=500)


def code_intentions(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Add the coded occupations of the titles a student wrote to those chosen from the list."""
    titles = sorted({title for row in candidates for title in row.target_titles})
    coded = dict(zip(titles, occupation_coder().code(titles), strict=True)) if titles else {}
    return [
        dataclasses.replace(
            row,
            target_occupations=tuple(
                dict.fromkeys(
                    (
                        *row.target_occupations,
                        *(c.code for title in row.target_titles for c in coded[title][:KEPT]),
                    )
                )
            ),
        )
        for row in candidates
    ]
