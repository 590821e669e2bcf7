"""Scores as probabilities: only when enough outcomes exist and a later period bears them out.

Platt's scaling (1999, with his smoothed targets) on the score and on how much is known: two slopes
and an intercept, because below some two thousand outcomes nothing finer is better (research notes).
Fitted on the earlier part of the outcomes, judged on the later one.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy.optimize import minimize

from matching.columns import Array
from matching.metrics import calibration_error

ENOUGH = 200
LARGEST_ERROR = 0.05
EARLIER = 0.7


class Verdict(StrEnum):
    """Why there is a probability, or none."""

    CALIBRATED = "calibrated"
    FEW_POSITIVES = "few_positives"
    FEW_NEGATIVES = "few_negatives"
    NOT_BORNE_OUT = "not_borne_out"


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of score / 100 and coverage; ``error`` and ``later``: the calibration error on the
    later period and how many outcomes that had."""

    intercept: float
    of_score: float
    of_coverage: float
    error: float
    later: int

    def probability(self, score: Array, coverage: Array) -> Array:
        weights = np.array([self.intercept, self.of_score, self.of_coverage])
        return _logistic(_features(score, coverage) @ weights)

    def band(self, score: float, coverage: float) -> tuple[float, float]:
        """The probability give or take the error found and the doubt about a tenth of the later
        outcomes (90 %): wide while there are few."""
        middle = float(self.probability(np.array([score]), np.array([coverage]))[0])
        doubt = 1.645 * (middle * (1 - middle) * 10 / self.later) ** 0.5
        half = self.error + doubt
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Report:
    """What the decision rests on; ``error`` is the expected calibration error on the later period
    and None when it was not reached. ``calibration`` is only there when it may be shown."""

    verdict: Verdict
    positives: int
    negatives: int
    error: float | None = None
    calibration: Calibration | None = None


def calibrate(score: Array, coverage: Array, happened: Array, at: Array) -> Report:
    """Judge outcomes: scores 0–100, coverage 0–1, whether it happened, and when (any order)."""
    positives, negatives = int(np.sum(happened)), int(len(happened) - np.sum(happened))
    if positives < ENOUGH:
        return Report(Verdict.FEW_POSITIVES, positives, negatives)
    if negatives < ENOUGH:
        return Report(Verdict.FEW_NEGATIVES, positives, negatives)
    order = np.argsort(at, kind="stable")
    rows, outcome = _features(score, coverage)[order], np.asarray(happened, float)[order]
    cut = int(EARLIER * len(order))
    earlier = _fit(rows[:cut], outcome[:cut])
    error = calibration_error(_logistic(rows[cut:] @ earlier), outcome[cut:])
    if error > LARGEST_ERROR:
        return Report(Verdict.NOT_BORNE_OUT, positives, negatives, error)
    intercept, of_score, of_coverage = _fit(rows, outcome).tolist()
    found = Calibration(intercept, of_score, of_coverage, error, len(order) - cut)
    return Report(Verdict.CALIBRATED, positives, negatives, error, found)


def _features(score: Array, coverage: Array) -> Array:
    return np.stack([np.ones(len(score)), np.asarray(score) / 100, np.asarray(coverage)], axis=1)


def _fit(rows: Array, outcome: Array) -> Array:
    """Least log loss under Platt's targets; a higher score is never less likely."""
    positives = outcome.sum()
    high = (positives + 1) / (positives + 2)
    low = 1 / (len(outcome) - positives + 2)
    target = np.where(outcome > 0, high, low)

    def loss(weights: Array) -> tuple[float, Array]:
        margin = rows @ weights
        value = np.mean(np.logaddexp(0, margin) - target * margin)
        return float(value), rows.T @ (_logistic(margin) - target) / len(rows)

    begin = np.zeros(rows.shape[1])
    bounds = [(None, None), (0.0, None), (None, None)]
    return np.asarray(minimize(loss, begin, jac=True, method="L-BFGS-B", bounds=bounds).x)


def _logistic(margin: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-np.clip(margin, -30, 30))))
