"""Build the reference of an engine from random eligible pairs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from matching.classes import judge_all
from matching.columns import Array
from matching.containers import CandidateIndex, PostingIndex
from matching.criteria import Weights
from matching.filters import count_missing
from matching.heads.title_space import title_space
from matching.reference import DEFAULT_SCALES, Reference
from matching.scoring import PostingSide, Scorer
from matching.skills import asked_skills, skill_key

BLOCK = 256
MIN_SAMPLE = 50
MIN_WIDTH = 0.1
COMMON_RARITY = 0.2


def build_reference(
    candidates: CandidateIndex,
    postings: PostingIndex,
    *,
    weights: Weights | None = None,
    pairs: int = 20_000,
    seed: int = 1,
) -> Reference:
    """Scales of the views, rarity of skills, and totals of random eligible pairs.

    Deterministic for equal input and seed. Freeze the result for as long as encoder and weights
    stay: percentiles of different references are not comparable.
    """
    weights = weights or Weights()
    sample = list(sample_eligible(candidates, postings, pairs=pairs, seed=seed))
    reference = Reference(
        encoder_name=postings.encoder_name,
        weights_version=weights.version,
        scales=_fit_scales(candidates, postings, sample),
        rarity=_rarity(postings),
    )
    side = PostingSide(postings, reference, weights)
    totals = [Scorer(candidates, rows, side).score(pair[0], pair[1]).total for rows, pair in sample]
    joined = np.sort(np.concatenate(totals)) if totals else np.zeros(0)
    return replace(reference, totals=joined)


def _fit_scales(
    candidates: CandidateIndex,
    postings: PostingIndex,
    sample: list[tuple[Array, Array]],
) -> dict[str, tuple[float, float]]:
    """From the median of random pairs to their best thousandth; exact titles are 1."""
    seen: dict[str, list[Array]] = {view: [] for view in DEFAULT_SCALES}
    for rows, (row, column) in sample:
        for view, cosines in _cosines(candidates, postings, rows[row], column):
            seen[view].append(cosines)
    scales = {}
    for view, parts in seen.items():
        values = np.concatenate(parts) if parts else np.zeros(0)
        if len(values) < MIN_SAMPLE:
            scales[view] = DEFAULT_SCALES[view]
            continue
        low, high = (float(q) for q in np.quantile(values, (0.5, 0.999)))
        high = DEFAULT_SCALES[view][1] if view == "titles" else high
        scales[view] = (low, max(high, low + MIN_WIDTH))
    return scales


def _cosines(
    candidates: CandidateIndex, postings: PostingIndex, row: Array, column: Array
) -> Iterator[tuple[str, Array]]:
    mine, theirs = candidates.columns, postings.columns
    target = mine["titles"][row, 0]
    title = postings.titles.vectors[theirs["title"][column]]
    duties = theirs["duties"][column]
    told = mine["has_duties"][row] & theirs["has_duties"][column]
    named, fields = target >= 0, mine["has_field"][row]
    both = fields & theirs["has_duties"][column]
    if len(candidates.titles.texts):
        head = title_space(postings.encoder_name)
        theirs_headed = postings.titles.headed(head)[theirs["title"][column]]
        yield "titles", _dots(candidates.titles.headed(head)[target], theirs_headed)[named]
    yield "duties", _dots(mine["duties"][row], duties)[told]
    yield "field_title", _dots(mine["field"][row], title)[fields]
    yield "field_duties", _dots(mine["field"][row], duties)[both]


def _dots(mine: Array, theirs: Array) -> Array:
    return np.asarray(np.einsum("ij,ij->i", mine, theirs))


def _rarity(postings: PostingIndex) -> dict[int, float]:
    """Inverse document frequency of asked skills, scaled to 0.2 (everywhere) – 1 (nowhere)."""
    asked: Counter[int] = Counter()
    for vacancy in postings.items:
        asked.update({skill_key(r.kind, code) for r in asked_skills(vacancy) for code in r.codes})
    count = len(postings.items)
    scale = np.log(1 + count) or 1.0
    return {
        key: COMMON_RARITY + (1 - COMMON_RARITY) * float(np.log((1 + count) / (1 + seen)) / scale)
        for key, seen in sorted(asked.items())
    }


def sample_eligible(
    candidates: CandidateIndex, postings: PostingIndex, *, pairs: int, seed: int
) -> Iterator[tuple[Array, Array]]:
    """Random eligible pairs: per block of candidates its rows, and the pairs."""
    if not len(postings):
        return
    rng = np.random.default_rng(seed)
    count = min(len(candidates), 4 * BLOCK)
    chosen = np.sort(rng.choice(len(candidates), size=count, replace=False))
    each = -(-pairs // max(count, 1))
    for start in range(0, count, BLOCK):
        rows = chosen[start : start + BLOCK]
        tables = judge_all(candidates.hard_side(rows), postings.hard, postings.columns["hard"])
        row = np.repeat(np.arange(len(rows)), 2 * each)
        column = rng.integers(0, len(postings), len(row))
        fine = count_missing(tables, row, column) == 0
        yield rows, np.stack([row[fine], column[fine]])
