"""Similar titles measured on queries whose judgements the fit has not seen.

The space is fitted anew for every fold, without any judged group that asks for the same job as a
query of that fold, in either language.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from matching.columns import Array
from matching.evaluation import Corpus, Figures, Queries, titles
from matching.heads.fit_title_space import Material, fit_space, read_material, translations
from matching.heads.title_space import TitleSpace, build_space
from matching.types import Encoder

SAME_COSINE = 0.75
SAME_MEMBERS = 0.25


def titles_cross_validated(
    queries: Queries, corpus: Corpus, folder: Path, encoder: Encoder, folds: int = 5, seed: int = 0
) -> Figures:
    """Means over all queries; ``folder`` holds what the space is fitted on."""
    material = read_material(folder, encoder)
    totals: dict[str, float] = {}
    for tested, space in _fold_spaces(queries, corpus, material, encoder, folds, seed):
        for name, value in titles(tested, corpus, encoder, space).items():
            share = 1 if name == "n" else len(tested) / len(queries)
            totals[name] = totals.get(name, 0.0) + value * share
    return {name: int(v) if name == "n" else round(v, 4) for name, v in totals.items()}


def _fold_spaces(
    queries: Queries, corpus: Corpus, material: Material, encoder: Encoder, folds: int, seed: int
) -> Iterator[tuple[Queries, TitleSpace]]:
    same = same_jobs(queries, corpus, material, encoder)
    fold = np.random.default_rng(seed).permutation(len(queries)) % folds
    for at in range(min(folds, len(queries))):
        hidden = same[fold == at].any(axis=0)
        judged = [group for group, out in zip(material.judged, hidden, strict=True) if not out]
        parts = fit_space(replace(material, judged=judged), encoder.name)
        yield [q for q, own in zip(queries, fold, strict=True) if own == at], build_space(parts)


def same_jobs(queries: Queries, corpus: Corpus, material: Material, encoder: Encoder) -> Array:
    """Which judged groups (columns) ask for the same job as which queries (rows).

    By the likeness of the query to the group's first title, or by titles they share, counting a
    title and its translation as one.
    """
    english = dict(translations(material))
    names = {row["title_id"]: row["title"] for row in corpus}
    asked = encoder.encode([query["query"] for query in queries], "query")
    heads = material.rows(group[0] for group in material.judged)
    same = asked @ heads.T > SAME_COSINE
    groups = [_in_english(group, english) for group in material.judged]
    for row, query in enumerate(queries):
        mine = _in_english([query["query"], *(names[str(at)] for at in query["relevant"])], english)
        for column, group in enumerate(groups):
            same[row, column] |= len(mine & group) > SAME_MEMBERS * len(mine | group)
    return np.asarray(same)


def _in_english(titles: Sequence[str], english: dict[str, str]) -> set[str]:
    return {english.get(title, title) for title in titles}
