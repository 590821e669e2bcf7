"""Speed of the exact search and of the encoder, measured on made-up but realistic input.

The yardstick is the plain matrix product of the same size in the same process.
"""

import resource
import time
from collections.abc import Sequence

import numpy as np

from matching.columns import Array
from matching.topk import Packed, pack, top_k
from matching.types import Encoder

DIM = 512
CLUSTERS = 200
BLOCK = 1024
CHECKED = 200

Figures = dict[str, float | int]


def benchmark_search(students: int, postings: int, *, k: int = 50, seed: int = 0) -> Figures:
    """Top ``k`` under degree, major, region and cohort filters against the plain product.

    ``violations`` counts found pairs that a filter forbids, over all lists; in addition some rows
    are compared with a brute-force search (``differences``).
    """
    rng = np.random.default_rng(seed)
    queries, documents = (_clustered(rng, count) for count in (students, postings))
    tables, rows, columns = _filters(rng, students, postings)
    top_k(queries[:1], documents[:1], 1)  # loads the compiled loops, which a worker does once
    gemm = _time_product(queries, documents)
    before = time.perf_counter()
    packed = pack(tables, rows, columns)
    found = top_k(queries, documents, k, packed=packed)
    seconds = time.perf_counter() - before
    eligible = packed.eligible(np.arange(students)[:, None], found.columns)
    checked = rng.choice(students, size=min(CHECKED, students), replace=False)
    return {
        "students": students,
        "postings": postings,
        "seconds": round(seconds, 3),
        "gemm_seconds": round(gemm, 3),
        "ratio_to_gemm": round(seconds / gemm, 3),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "violations": int((~eligible & (found.columns >= 0)).sum()),
        "differences": _differences(queries, documents, packed, found.similarities, checked),
        "eligible_share": round(_eligible_share(rng, packed), 3),
    }


def benchmark_encode(texts: Sequence[str], encoder: Encoder) -> Figures:
    """Texts a second, after a first small batch that loads the model."""
    encoder.encode(texts[:8], "document")
    before = time.perf_counter()
    encoder.encode(texts, "document")
    seconds = time.perf_counter() - before
    length = float(np.mean([len(text) for text in texts])) if texts else 0.0
    return {
        "n": len(texts),
        "mean_chars": round(length),
        "seconds": round(seconds, 3),
        "per_second": round(len(texts) / max(seconds, 1e-9), 1),
    }


def _clustered(rng: np.random.Generator, count: int) -> Array:
    centres = np.random.default_rng(0).normal(size=(CLUSTERS, DIM))
    vectors = centres[rng.integers(0, CLUSTERS, count)] + 0.8 * rng.normal(size=(count, DIM))
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / norms, dtype=np.float32)


def _filters(
    rng: np.random.Generator, students: int, postings: int
) -> tuple[list[Array], list[Array], list[Array]]:
    """Excluded class pairs as they occur: a third of postings takes any major, half names a
    discipline or several classes; a fifth of students insists on regions; degrees are floors."""
    degree = np.array([[0, 0, 1, 1], [0, 0, 0, 1], [0, 0, 0, 0]], dtype=bool)
    majors = _major_table(rng, classes=90, wishes=250)
    regions = rng.random((120, 340)) < 0.9
    regions[0] = False
    cohort = np.array([[0, 1, 1], [0, 0, 1], [0, 1, 0]], dtype=bool)
    rows = [
        rng.choice(3, students, p=[0.2, 0.65, 0.15]),
        rng.integers(0, 90, students),
        np.where(rng.random(students) < 0.8, 0, rng.integers(1, 120, students)),
        rng.integers(0, 3, students),
    ]
    columns = [
        rng.choice(4, postings, p=[0.15, 0.35, 0.45, 0.05]),
        np.where(rng.random(postings) < 0.35, 0, rng.integers(1, 250, postings)),
        rng.integers(0, 340, postings),
        rng.choice(3, postings, p=[0.7, 0.2, 0.1]),
    ]
    return [degree, majors, regions, cohort], rows, columns


def _major_table(rng: np.random.Generator, classes: int, wishes: int) -> Array:
    """Wish 0 takes everyone, the others one discipline (8 neighbouring classes) or a few."""
    excluded = np.ones((classes, wishes), dtype=bool)
    excluded[:, 0] = False
    for wish in range(1, wishes):
        first = int(rng.integers(0, classes))
        excluded[(first + np.arange(8 * int(rng.integers(1, 4)))) % classes, wish] = False
    return excluded


def _time_product(queries: Array, documents: Array) -> float:
    before = time.perf_counter()
    for start in range(0, len(queries), BLOCK):
        queries[start : start + BLOCK] @ documents.T
    return time.perf_counter() - before


def _eligible_share(rng: np.random.Generator, packed: Packed) -> float:
    row, column = (rng.integers(0, count, 100_000) for count in packed.count)
    return float(packed.eligible(row, column).mean())


def _differences(
    queries: Array, documents: Array, packed: Packed, found: Array, checked: Array
) -> int:
    """Rows whose similarities are not those of sorting all eligible ones."""
    scores = queries[checked] @ documents.T
    scores[~packed.eligible(checked[:, None], np.arange(len(documents)))] = -np.inf
    k = min(found.shape[1], scores.shape[1])
    best = -np.sort(-scores, axis=1)[:, :k]
    same = np.isclose(best, found[checked][:, :k], atol=1e-5) | (best == found[checked][:, :k])
    return int((~same.all(axis=1)).sum())
