"""Similar job titles as a measured task: every title of a corpus is ranked for each query title."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from matching.columns import Array
from matching.fusion import fuse
from matching.heads.title_space import TitleSpace, title_space
from matching.lexical import CharTfidf, similarities
from matching.metrics import average_precision, hit_at
from matching.types import Encoder

LEXICAL_SHARE = 0.2

Figures = dict[str, float | int]
Queries = Sequence[Mapping[str, Any]]
Corpus = Sequence[Mapping[str, str]]


def titles(
    queries: Queries, corpus: Corpus, encoder: Encoder, space: TitleSpace | None = None
) -> Figures:
    """``queries`` have query and relevant (title ids), ``corpus`` title_id and title.

    ``map_others``: the same where the query's own title, which judges never list as similar to
    itself, is taken out of the corpus.
    """
    names = [row["title"] for row in corpus]
    asked = [query["query"] for query in queries]
    scores = title_scores(asked, names, encoder, space)
    own = np.array(names)[None, :] == np.array(asked)[:, None] if asked else scores
    ids = [row["title_id"] for row in corpus]
    relevant = [set(map(str, query["relevant"])) for query in queries]
    rankings = [_ranking(row, ids) for row in scores]
    others = [_ranking(row, ids) for row in np.where(own, -np.inf, scores)]
    return {
        "map": _mean(map(average_precision, rankings, relevant)),
        "map_others": _mean(map(average_precision, others, relevant)),
        "hit1": _mean(
            hit_at(one, wanted, 1) for one, wanted in zip(rankings, relevant, strict=True)
        ),
        "n": len(queries),
    }


def title_scores(
    queries: Sequence[str],
    corpus: Sequence[str],
    encoder: Encoder,
    space: TitleSpace | None = None,
) -> Array:
    """Similarity of job titles (queries × corpus): through the title space, and lexical."""
    space = space or title_space(encoder.name)
    wanted = space.apply(encoder.encode(queries, "query"), queries)
    found = space.apply(encoder.encode(corpus, "document"), corpus)
    tfidf = CharTfidf([*corpus, *queries])
    lexical = similarities(tfidf.rows(queries), tfidf.rows(corpus))
    return fuse([wanted @ found.T, lexical], [1.0, LEXICAL_SHARE])


def _ranking(scores: Array, ids: Sequence[str]) -> list[str]:
    return [ids[at] for at in np.lexsort((np.arange(len(scores)), -scores))]


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return round(float(np.mean(listed)), 4) if listed else 0.0
