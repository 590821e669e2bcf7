"""Learning codes from labelled titles: kernel ridge regression, then the choice among the best.

The classification's names are labelled titles nobody had to label: regression on them alone is the
prior, the labelled titles correct what it gets wrong (Gaussian process regression, Rasmussen and
Williams 2006, 2.2). Scores of a title for the choice come from the other folds, in closed form.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.linalg import cho_factor, cho_solve

from matching.columns import Array
from matching.heads import Head
from matching.lexical import title_tfidf
from matching.occupations.choice import (
    Candidates,
    Choice,
    Groups,
    find_candidates,
    fit_calibration,
    fit_choice,
)
from matching.occupations.features import TitleReader, Titles
from matching.occupations.learned import Learned, LinearScores
from matching.occupations.names import Names, Views
from matching.occupations.types import OccupationRow
from matching.titles import clean_title
from matching.types import Encoder

NAME_NOISE = 1.0
LABEL_NOISE = 0.3
INNER_FOLDS = 5


class NamePrior:
    """Regression on the classification's names; knows no label."""

    def __init__(self, codes: Sequence[str], names: Names, head: Head) -> None:
        self.codes, self.names, self.head = list(codes), names, head
        kernel = names.titles.kernel(names.titles)
        kernel[np.diag_indices(len(kernel))] += NAME_NOISE
        self._factor = cho_factor(kernel, lower=True, overwrite_a=True, check_finite=False)
        self.weights = self.solve(one_hot(names.owner, len(codes)))

    def solve(self, right: Array) -> Array:
        return np.asarray(cho_solve(self._factor, right, check_finite=False), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Labelled:
    """Labelled titles against the names: what does not depend on which of them are used.

    ``truth``: place of each title's code in the list of codes.
    """

    titles: Titles
    truth: Array
    views: Views
    mean: Array
    covariance: Array
    explained: Array

    @classmethod
    def of(cls, titles: Titles, truth: Array, prior: NamePrior) -> "Labelled":
        near = titles.kernel(prior.names.titles)
        explained = prior.solve(np.ascontiguousarray(near.T))
        covariance = titles.kernel(titles) - near @ explained
        views = prior.names.views(titles)
        return cls(titles, truth, views, near @ prior.weights, covariance, explained)

    def __getitem__(self, rows: Array) -> "Labelled":
        near = self.views
        views = Views(near.dense[rows], near.headed[rows], near.lexical[rows])
        return Labelled(
            self.titles[rows],
            self.truth[rows],
            views,
            self.mean[rows],
            self.covariance[np.ix_(rows, rows)],
            self.explained[:, rows],
        )


def fit(labelled: Labelled, folds: Array, prior: NamePrior, seed: int = 0) -> Learned:
    """``folds``: a number a title; equal titles must share it, or confidence is too high."""
    size = len(prior.codes)
    noisy = labelled.covariance + LABEL_NOISE * np.eye(len(labelled.truth), dtype=np.float32)
    precision = np.linalg.inv(noisy)
    target = one_hot(labelled.truth, size)
    weights = precision @ (target - labelled.mean)
    scores = _scores_of_other_folds(labelled, folds, precision, weights, target)
    seen = np.bincount(labelled.truth, minlength=size)
    others = np.stack(
        [seen - np.bincount(labelled.truth[folds == own], minlength=size) for own in folds]
    )
    groups = Groups.of(prior.codes)
    found = find_candidates(scores, labelled.views, others, groups)
    choice = _calibrated_choice(found, labelled.truth, folds, seed)
    linear = LinearScores.of(
        [
            (prior.names.titles, prior.weights - labelled.explained @ weights),
            (labelled.titles, weights),
        ]
    )
    return Learned(prior.head, prior.codes, linear, seen, choice)


def _scores_of_other_folds(
    labelled: Labelled, folds: Array, precision: Array, weights: Array, target: Array
) -> Array:
    scores = np.empty_like(target)
    for fold in np.unique(folds):
        own = np.flatnonzero(folds == fold)
        error = np.linalg.solve(precision[np.ix_(own, own)], weights[own])
        scores[own] = target[own] - error
    return scores


def _calibrated_choice(found: Candidates, truth: Array, folds: Array, seed: int) -> Choice:
    shares, right = np.zeros(len(truth)), np.zeros(len(truth), dtype=bool)
    for fold in np.unique(folds):
        own = folds == fold
        rest = Candidates(found.codes[~own], found.features[~own])
        own_shares = fit_choice(rest, truth[~own], seed).shares(found.features[own])
        best = own_shares.argmax(axis=1)
        shares[own] = own_shares.max(axis=1)
        right[own] = found.codes[own][np.arange(len(best)), best] == truth[own]
    slope, shift = fit_calibration(shares, right)
    return replace(fit_choice(found, truth, seed), slope=slope, shift=shift)


def one_hot(places: Array, size: int) -> Array:
    rows = np.zeros((len(places), size), dtype=np.float32)
    rows[np.arange(len(places)), places] = 1
    return rows


def fold_numbers(cleaned: Sequence[str], folds: int, seed: int = 0) -> Array:
    """A fold for each title; equal cleaned titles share one."""
    rng = np.random.default_rng(seed)
    fold_of = {title: int(rng.integers(folds)) for title in sorted(set(cleaned))}
    return np.array([fold_of[title] for title in cleaned], dtype=np.int64)


@dataclass(frozen=True, slots=True)
class LabelledTitles:
    """Labelled rows ready for fitting; rows with an unknown code are left out (``kept``)."""

    kept: Array
    cleaned: list[str]
    labelled: Labelled
    prior: NamePrior

    @classmethod
    def read(
        cls,
        entries: Sequence[OccupationRow],
        rows: Sequence[Mapping[str, str]],
        encoder: Encoder,
    ) -> "LabelledTitles":
        """``rows`` have job_name and expected_code."""
        codes = [entry.code for entry in entries]
        place = {code: at for at, code in enumerate(codes)}
        kept = [at for at, row in enumerate(rows) if row["expected_code"] in place]
        cleaned = [clean_title(rows[at]["job_name"]) for at in kept]
        truth = np.array([place[rows[at]["expected_code"]] for at in kept], dtype=np.int64)
        reader = TitleReader(encoder, title_tfidf())
        prior = NamePrior(codes, Names(entries, reader), reader.head)
        labelled = Labelled.of(reader.read(cleaned), truth, prior)
        return cls(np.array(kept, dtype=np.int64), cleaned, labelled, prior)
