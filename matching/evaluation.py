"""The evaluation tasks as pure functions: rows and an encoder in, figures out.

Nothing is fitted on the rows that are evaluated.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from matching.columns import Array
from matching.fusion import fuse
from matching.heads import title_head
from matching.lexical import CharTfidf, similarities
from matching.metrics import average_precision, hit_at
from matching.occupations import OccupationCoder, OccupationRow
from matching.titles import clean_title
from matching.types import Encoder

LEXICAL_SHARE = 0.2
MEDIUM_GROUP = 4

Figures = dict[str, float | int]


def titles(
    queries: Sequence[Mapping[str, Any]], corpus: Sequence[Mapping[str, str]], encoder: Encoder
) -> Figures:
    """Rank all corpus titles for each query title.

    ``queries`` have query and relevant (title ids), ``corpus`` title_id and title.
    """
    ids = [row["title_id"] for row in corpus]
    scores = title_scores([q["query"] for q in queries], [row["title"] for row in corpus], encoder)
    rankings = [_ranking(row, ids) for row in scores]
    relevant = [set(map(str, q["relevant"])) for q in queries]
    pairs = list(zip(rankings, relevant, strict=True))
    return {
        "map": _mean(average_precision(ranking, wanted) for ranking, wanted in pairs),
        "hit1": _mean(hit_at(ranking, wanted, 1) for ranking, wanted in pairs),
        "n": len(pairs),
    }


def title_scores(queries: Sequence[str], corpus: Sequence[str], encoder: Encoder) -> Array:
    """Similarity of job titles (queries × corpus): dense through the title head, and lexical."""
    head = title_head(encoder.name)
    wanted = head.apply(encoder.encode(queries, "query"))
    found = head.apply(encoder.encode(corpus, "document"))
    tfidf = CharTfidf([*corpus, *queries])
    lexical = similarities(tfidf.rows(queries), tfidf.rows(corpus))
    return fuse([wanted @ found.T, lexical], [1.0, LEXICAL_SHARE])


def occupations(
    rows: Sequence[Mapping[str, str]],
    occupation_rows: Iterable[OccupationRow | Mapping[str, str]],
    encoder: Encoder,
    examples: Iterable[tuple[str, str]] = (),
) -> Figures:
    """Code job titles; rows have job_name and expected_code. ``examples`` must not be of rows."""
    coder = OccupationCoder.from_rows(occupation_rows, encoder, examples)
    found = coder.code([row["job_name"] for row in rows], limit=5)
    best = [[coded.code for coded in codes] for codes in found]
    pairs = [(codes, row["expected_code"]) for codes, row in zip(best, rows, strict=True)]
    group = [(codes[0][:MEDIUM_GROUP], code[:MEDIUM_GROUP]) for codes, code in pairs]
    return {
        "top1": _mean(float(codes[0] == code) for codes, code in pairs),
        "top5": _mean(float(code in codes) for codes, code in pairs),
        "medium_group_top1": _mean(float(mine == code) for mine, code in group),
        "n": len(pairs),
    }


def occupations_cross_validated(
    rows: Sequence[Mapping[str, str]],
    occupation_rows: Sequence[OccupationRow | Mapping[str, str]],
    encoder: Encoder,
    folds: int = 5,
    seed: int = 0,
) -> Figures:
    """The same with labelled titles of the other folds as examples; equal titles share a fold."""
    rng = np.random.default_rng(seed)
    cleaned = [clean_title(row["job_name"]) for row in rows]
    fold_of = {title: int(rng.integers(folds)) for title in sorted(set(cleaned))}
    fold = np.array([fold_of[title] for title in cleaned])
    totals: dict[str, float] = {}
    for at in range(folds):
        tested = [row for row, own in zip(rows, fold, strict=True) if own == at]
        examples = [
            (row["job_name"], row["expected_code"])
            for row, own in zip(rows, fold, strict=True)
            if own != at
        ]
        figures = occupations(tested, occupation_rows, encoder, examples)
        for name, value in figures.items():
            totals[name] = totals.get(name, 0.0) + value * (1 if name == "n" else len(tested))
    return {k: int(v) if k == "n" else round(v / len(rows), 4) for k, v in totals.items()}


def _ranking(scores: Array, ids: Sequence[Any]) -> list[Any]:
    return [ids[at] for at in np.lexsort((np.arange(len(scores)), -scores))]


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return round(float(np.mean(listed)), 4) if listed else 0.0
