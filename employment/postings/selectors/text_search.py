"""Search by text: full text, other words for the same, and near meaning, fused by rank."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.search import SearchRank
from django.db import connection, transaction
from django.db.models import F

from employment.common.search_fusion import fuse_scores
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
MAX_RANKED = 1000
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
    if not found.ids and found.query.loose:
        found = _search(postings, text, is_loose=True)
    return replace(found, meant=meant)


def _search(postings: PostingQuerySet, text: str, *, is_loose: bool = False) -> Found:
    query = TextQuery.of(text, work_synonyms())
    nearness = nearest_postings(query.text)
    used_meaning = nearness is not None
    own, wide = (query.loose, query.loose) if is_loose else (query.exact, query.with_synonyms)
    with text_index_first():
        hits = Hits(set() if is_loose else _hits(search=own), _hits(ranking=wide))
    if nearness is None or (query.text.isascii() and not hits.anywhere | hits.ranked):
        nearness = {}  # letters that no posting knows: to an encoder they resemble anything
    allowed = _allowed(postings, hits.anywhere | hits.ranked | nearness.keys())
    if hits.is_disjoint(allowed) and not query.exact:
        allowed = _titled(postings, text)
        hits = Hits(set(allowed), set())
    ids = _ordered(allowed, hits, own, wide, nearness)
    near = frozenset(ids) - hits.anywhere - hits.ranked
    return Found(query, ids, near, used_meaning, is_loose)


@dataclass(frozen=True, slots=True)
class Hits:
    """Rows with the words anywhere, and with them or synonyms in title or requirements."""

    anywhere: set[int]
    ranked: set[int]

    def is_disjoint(self, ids: Sequence[int]) -> bool:
        return self.anywhere.isdisjoint(ids) and self.ranked.isdisjoint(ids)


def _hits(**literal: str) -> set[int]:
    """Ids of all rows with the words, whoever may see them: what the index alone can tell.

    With other conditions beside it the planner takes ``@@`` for cheap and reads every row's words
    from their side table when a word is frequent: 280 ms instead of 15 at 20,000 postings.
    """
    [(column, words)] = literal.items()
    if not words:
        return set()
    found = Posting.objects.filter(**{column: LiteralQuery(words)}).order_by()
    return set(found.aggregate(ids=ArrayAgg("pk", default=[]))["ids"])


def _allowed(postings: PostingQuerySet, ids: set[int]) -> list[int]:
    """Those of the rows that the filters leave, newest first, as one array."""
    if not ids:
        return []
    rows = postings.filter(AnyOf(F("pk"), ids)).order_by()
    newest = ArrayAgg("pk", order_by=("-published_at", "-pk"), default=[])
    return list(rows.aggregate(ids=newest)["ids"])


def _titled(postings: PostingQuerySet, text: str) -> list[int]:
    """A text without a word to look up (one character, say) is looked for inside titles."""
    named = postings.filter(title__icontains=text.strip())
    return list(named.order_by("-published_at", "-pk").values_list("pk", flat=True))


def _ordered(
    allowed: Sequence[int], hits: Hits, own: str, wide: str, nearness: Mapping[int, float]
) -> list[int]:
    """By fused rank; of what is only near in meaning the best ``MAX_NEAR`` stay.

    Of very many hits the newest ``MAX_RANKED`` and the near ones are ranked: among thousands of
    titles with a word its rank says nothing.
    """
    nearest = sorted((row for row in allowed if row in nearness), key=lambda row: -nearness[row])
    kept = set(nearest[:MAX_NEAR])
    with_words = hits.anywhere | hits.ranked
    ids = [row for row in allowed if row in with_words or row in kept]
    to_rank = islice((row for row in ids if row in hits.ranked), MAX_RANKED)
    ranks = _ranks([*to_rank, *kept & hits.ranked], own, wide) if wide else {}
    place = {row: at for at, row in enumerate(ids) if row in ranks or row in kept}
    exact, meant, near = (np.zeros(len(ids)) for _ in range(3))
    for row, (typed, synonymous) in ranks.items():
        exact[place[row]], meant[place[row]] = typed, synonymous
    for row in kept:
        near[place[row]] = nearness[row]
    words = np.fromiter((row in with_words for row in ids), dtype=np.float64, count=len(ids))
    scores = fuse_scores([(EXACT, exact), (WIDE, meant), (BODY, words), (NEAR, near)])
    return [ids[at] for at in np.argsort(-scores, kind="stable").tolist()] if ids else []


def _ranks(ids: Sequence[int], own: str, wide: str) -> dict[int, tuple[float, float]]:
    """Rank by the typed words, and by these or their synonyms; 0 where they do not stand."""
    columns = {"own": SearchRank(F("ranking"), LiteralQuery(own))}
    if wide != own:
        columns["wide"] = SearchRank(F("ranking"), LiteralQuery(wide))
    rows = Posting.objects.filter(AnyOf(F("pk"), ids)).order_by().annotate(**columns)
    return {
        row: tuple(rank if rank > FLOOR else 0.0 for rank in (ranks[0], ranks[-1]))  # type: ignore[misc]
        for row, *ranks in rows.values_list("pk", *columns)
    }


@contextmanager
def text_index_first() -> Iterator[None]:
    """The planner takes ``@@`` for cheap and reads every row's words from their side table when a
    word is frequent (120 ms instead of 30 at 14,000 postings): the index knows the answer."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield
        cursor.execute("SET LOCAL enable_seqscan = on")
