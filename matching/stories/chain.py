"""Sentences in their order: which part follows which, counted in told experiences."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import logsumexp

from matching.stories.features import Array

PSEUDO_COUNT = 1.0


@dataclass(frozen=True, slots=True)
class Chain:
    """Logarithms: of the first part, of each pair, of the last against its share, of shares."""

    first: Array
    pairs: Array
    last: Array
    shares: Array

    @classmethod
    def counted(cls, answers: Sequence[Sequence[int]], size: int) -> "Chain":
        """From label numbers of whole answers; a sentence alone teaches no order."""
        first, last, shares = (np.full(size, PSEUDO_COUNT) for _ in range(3))
        pairs = np.full((size, size), PSEUDO_COUNT)
        for labels in (labels for labels in answers if len(labels) > 1):
            first[labels[0]] += 1
            last[labels[-1]] += 1
            np.add.at(shares, labels, 1)
            np.add.at(pairs, (labels[:-1], labels[1:]), 1)
        return cls(
            np.log(first / first.sum()),
            np.log(pairs / pairs.sum(axis=1, keepdims=True)),
            np.log(last / shares),
            np.log(shares / shares.sum()),
        )

    def placed(self, alone: Array) -> Array:
        """Log probabilities of sentences in their answer from those of each alone
        (forward-backward, Rabiner 1989)."""
        seen = alone - self.shares
        before, after = np.empty_like(seen), np.empty_like(seen)
        before[0], after[-1] = self.first + seen[0], self.last
        for at in range(1, len(seen)):
            before[at] = seen[at] + logsumexp(before[at - 1][:, None] + self.pairs, axis=0)
        for at in range(len(seen) - 2, -1, -1):
            after[at] = logsumexp(self.pairs + (seen[at + 1] + after[at + 1])[None], axis=1)
        both = before + after
        return np.asarray(both - logsumexp(both, axis=1, keepdims=True))
