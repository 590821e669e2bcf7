"""Which of the best candidates is right: a small network over what is known of each candidate.

Conditional logit (McFadden 1974) with one hidden layer: one value a candidate, a softmax over the
candidates of a title. Platt's scaling (1999) then turns the softmax into the chance of being right,
as the right code is not always among the candidates.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit, logit, softmax

from matching.columns import Array
from matching.occupations.names import Views

CANDIDATES = 20
HIDDEN = 12
RIDGE = 2e-3
ITERATIONS = 70
SAME = 0.999
FEATURES = 16
TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Groups:
    """Of each code: its level (4 detailed) and the numbers of its small and medium groups."""

    level: Array
    small: Array
    medium: Array

    @classmethod
    def of(cls, codes: Sequence[str]) -> "Groups":
        stems = [code.rstrip("0-") for code in codes]
        above = {stem[: 2 + 3 * at - 1] for stem in stems for at in range(3) if "-" in stem}
        level = [
            sum(part.strip("0") != "" for part in code.split("-")) if stem in above else 4
            for code, stem in zip(codes, stems, strict=True)
        ]
        small = np.unique([code[:7] for code in codes], return_inverse=True)[1]
        medium = np.unique([code[:4] for code in codes], return_inverse=True)[1]
        return cls(np.array(level, dtype=np.int64), small, medium)


@dataclass(frozen=True, slots=True)
class Candidates:
    """The best codes of each title (titles × candidates) and their features."""

    codes: Array
    features: Array


def find_candidates(scores: Array, views: Views, seen: Array, groups: Groups) -> Candidates:
    """``seen``: labelled titles a code has, one row for all titles or a row a title."""
    codes = np.argsort(-scores, axis=1, kind="stable")[:, :CANDIDATES]
    score = np.take_along_axis(scores, codes, 1).astype(np.float64)
    near = [np.take_along_axis(view, codes, 1) for view in (views.dense, views.headed)]
    words = np.take_along_axis(views.lexical, codes, 1)
    known = np.take_along_axis(np.broadcast_to(seen, scores.shape), codes, 1)
    level = groups.level[codes]
    lead = [score, score - score[:, :1], np.sqrt(np.maximum(score, 0)), score >= score[:, :1]]
    same = [words > SAME, (words > SAME) & (level < 4)]
    counts = [np.log1p(known), known == 0]
    kin = [_support(score, ids[codes]) for ids in (groups.small, groups.medium)]
    parts = [*lead, *near, words, *same, *counts, *(level == at for at in (1, 2, 3)), *kin]
    return Candidates(codes, np.stack([part.astype(np.float64) for part in parts], axis=2))


def _support(score: Array, group: Array) -> Array:
    """Score of the other candidates of the same group."""
    positive = np.maximum(score, 0)
    together = (group[:, :, None] == group[:, None, :]) * positive[:, None, :]
    return np.asarray(together.sum(axis=2) - positive)


@dataclass(frozen=True, slots=True)
class Choice:
    """``hidden``: (features + 1) × units with the bias last; ``out``: a weight a unit."""

    centre: Array
    scale: Array
    hidden: Array
    out: Array
    slope: float = 1.0
    shift: float = 0.0

    def shares(self, features: Array) -> Array:
        """Softmax over the candidates of each title."""
        return np.asarray(softmax(self._values(features), axis=1))

    def confidence(self, shares: Array) -> Array:
        """Calibrated chance that a candidate is right."""
        return np.asarray(expit(self.slope * _log_odds(shares) + self.shift))

    def _values(self, features: Array) -> Array:
        level = (features - self.centre) / self.scale
        return np.asarray(np.tanh(level @ self.hidden[:-1] + self.hidden[-1]) @ self.out)


def fit_choice(found: Candidates, truth: Array, seed: int = 0) -> Choice:
    """Titles whose code (a place in the list of codes) is no candidate teach nothing."""
    right = found.codes == truth[:, None]
    taught = right.any(axis=1)
    features, place = found.features[taught], right[taught].argmax(axis=1)
    flat = found.features.reshape(-1, found.features.shape[2])
    centre, scale = flat.mean(axis=0), flat.std(axis=0) + TINY
    level = np.concatenate([(features - centre) / scale, np.ones((*features.shape[:2], 1))], axis=2)
    level = level.astype(np.float32)
    start = np.random.default_rng(seed).normal(0, 0.3, (level.shape[2] + 1) * HIDDEN)
    best = minimize(
        _loss, start, (level, place), "L-BFGS-B", jac=True, options={"maxiter": ITERATIONS}
    ).x.reshape(-1, HIDDEN)
    return Choice(centre, scale, best[:-1], best[-1])


def _loss(flat: Array, level: Array, place: Array) -> tuple[float, Array]:
    weights = flat.reshape(-1, HIDDEN).astype(np.float32)
    inputs = level.reshape(-1, level.shape[2])
    units = np.tanh(inputs @ weights[:-1])
    shares = softmax((units @ weights[-1]).reshape(level.shape[:2]), axis=1)
    rows = np.arange(len(place))
    cost = -np.log(shares[rows, place] + 1e-12).mean() + RIDGE * float(flat @ flat)
    shares[rows, place] -= 1
    error = (shares / len(place)).reshape(-1, 1)
    back = error * weights[-1] * (1 - units**2)
    slope = np.concatenate([inputs.T @ back, (units.T @ error).T]).astype(np.float64)
    return float(cost), slope.ravel() + 2 * RIDGE * flat


def fit_calibration(shares: Array, right: Array) -> tuple[float, float]:
    """Slope and shift of Platt's scaling, from shares of titles not used to fit the choice."""
    odds, wanted = _log_odds(shares), right.astype(np.float64)

    def cost(line: Array) -> float:
        chance = np.clip(expit(line[0] * odds + line[1]), TINY, 1 - TINY)
        return -float(np.mean(wanted * np.log(chance) + (1 - wanted) * np.log(1 - chance)))

    slope, shift = minimize(cost, np.array([1.0, 0.0]), method="Nelder-Mead").x
    return float(slope), float(shift)


def _log_odds(shares: Array) -> Array:
    return np.asarray(logit(np.clip(shares, TINY, 1 - TINY)))
