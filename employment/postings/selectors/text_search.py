"""Search by text: full text, other words for the same, and near meaning, fused by rank."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.search import SearchRank
from django.db import connection, transaction
from django.db.models import F
from numpy.typing import NDArray

from employment.common.search_fusion import Scores, fuse_scores
from employment.common.search_ids import AnyOf
from employment.postings.models import Posting
from employment.postings.models.querysets import LiteralQuery, PostingQuerySet
from employment.postings.selectors.suggestions import corrected
from employment.postings.semantics import nearest_postings
from employment.postings.text_query import TextQuery
from employment.taxonomy.selectors.synonyms import work_synonyms

# Words in title and requirements, typed or with synonyms; words only in the text; near meaning.
# Compared in docs/quality/text_search.md.
EXACT, WIDE, BODY, NEAR = 0.5, 0.5, 0.15, 1.0
MAX_NEAR = 60
ENOUGH = 3
# What `ts_rank` gives to a row without a hit in its ranking words.
FLOOR = 1e-10


@dataclass(frozen=True, slots=True)
class Found:
    """``ids``: everything found, by relevance. ``near``: what has none of the words and is only
    near in meaning. ``used_meaning`` is False when this process could not compare meanings.
    ``typed``: the text, when ``query`` was searched for in its place; ``meant``: other guesses."""

    query: TextQuery
    ids: Sequence[int] = ()
    near: frozenset[int] = frozenset()
    used_meaning: bool = False
    is_loose: bool = False
    typed: str = ""
    meant: Sequence[str] = ()

    @property
    def word_hits(self) -> int:
        return len(self.ids) - len(self.near)


def search_postings(postings: PostingQuerySet, text: str) -> Found:
    """What ``postings`` (all other filters done) hold for the text, or for what was meant."""
    found = _search(postings, text)
    if found.word_hits >= ENOUGH:
        return found
    meant = corrected(text)
    if meant and not found.word_hits:
        instead = _search(postings, meant[0])
        if instead.word_hits:
            return replace(instead, typed=text, meant=meant[1:])
    if not found.word_hits and found.query.loose:
        found = _search(postings, text, is_loose=True)
    return replace(found, meant=meant)


def _search(postings: PostingQuerySet, text: str, *, is_loose: bool = False) -> Found:
    query = TextQuery.of(text, work_synonyms())
    nearness = nearest_postings(query.text)
    hits = _hits(search=query.exact) | _hits(ranking=query.wide)
    if is_loose:
        hits = _hits(ranking=query.loose)
    ids: list[int] = []
    if hits or nearness:
        ids = _ranked_rows(postings, query, hits, nearness or {}, is_loose=is_loose)
    if hits.isdisjoint(ids) and not query.exact:
        ids = _titled(postings, text)
        hits = set(ids)
    return Found(query, ids, frozenset(ids) - hits, nearness is not None, is_loose)


def _titled(postings: PostingQuerySet, text: str) -> list[int]:
    """A text without a word to look up (one character, say) is looked for inside titles."""
    named = postings.filter(title__icontains=text.strip())
    return list(named.order_by("-published_at", "-pk").values_list("pk", flat=True))


def _hits(**literal: str) -> set[int]:
    """Ids of all rows with the words, whoever may see them: what the index alone can tell.

    With other conditions beside it the planner takes ``@@`` for cheap and reads every row's words
    from their side table when a word is frequent: 280 ms instead of 15 at 20,000 postings.
    """
    [(column, words)] = literal.items()
    if not words:
        return set()
    found = Posting.objects.filter(**{column: LiteralQuery(words)}).order_by()
    with text_index_first():
        return set(found.aggregate(ids=ArrayAgg("pk", default=[]))["ids"])


def _ranked_rows(
    postings: PostingQuerySet,
    query: TextQuery,
    hits: set[int],
    nearness: Mapping[int, float],
    *,
    is_loose: bool,
) -> list[int]:
    """The hits and the nearest rows among ``postings``, best first."""
    own, wide = _literals(query, is_loose=is_loose)
    columns = {"ids": F("pk"), "own": SearchRank(F("ranking"), LiteralQuery(own))}
    if wide != own:
        columns["wide"] = SearchRank(F("ranking"), LiteralQuery(wide))
    found = _columns(postings.filter(AnyOf(F("pk"), hits | nearness.keys())), columns)
    is_hit = np.fromiter((row in hits for row in found["ids"]), dtype=bool)
    near = np.asarray([nearness.get(row, 0.0) for row in found["ids"]])
    ranks = np.asarray(found["own"]), np.asarray(found.get("wide", found["own"]))
    return _ordered(np.asarray(found["ids"], dtype=np.int64), is_hit, *ranks, near)


def _columns(rows: PostingQuerySet, columns: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Whole columns in one row of arrays, newest posting first: faster than a row for each."""
    newest = ("-published_at", "-pk")
    arrays = {name: ArrayAgg(c, order_by=newest, default=[]) for name, c in columns.items()}
    return rows.order_by().aggregate(**arrays)


def _ordered(
    ids: NDArray[np.int64], is_hit: NDArray[np.bool_], own: Scores, other: Scores, near: Scores
) -> list[int]:
    """By fused rank; of what is only near in meaning the best ``MAX_NEAR`` stay."""
    if not len(ids):
        return []
    limit = np.sort(near)[-min(MAX_NEAR, len(near))]
    near = np.where(near >= limit, near, 0.0)
    lists = [(EXACT, _above_floor(own)), (WIDE, _above_floor(other)), (BODY, is_hit * 1.0)]
    scores = fuse_scores([*lists, (NEAR, near)])
    order = np.argsort(-scores, kind="stable")
    return [int(row) for row in ids[order[scores[order] > 0]]]


def _above_floor(ranks: Scores) -> Scores:
    return np.where(ranks > FLOOR, ranks, 0.0)


def _literals(query: TextQuery, *, is_loose: bool) -> tuple[str, str]:
    """What rows are ranked by: the typed words, and these or their synonyms."""
    own = query.loose if is_loose else query.exact
    wide = " | ".join(f"({each})" for each in (own, query.wide) if each)
    return own, own if is_loose or not query.wide else wide


@contextmanager
def text_index_first() -> Iterator[None]:
    """The planner takes ``@@`` for cheap and reads every row's words from their side table when a
    word is frequent (120 ms instead of 30 at 14,000 postings): the index knows the answer."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield
        cursor.execute("SET LOCAL enable_seqscan = on")
