"""What was fitted: one linear score a label, and the order of parts."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import log_softmax

from matching.stories.chain import Chain
from matching.stories.features import Array, Sentences, Terms, Vocabulary

FORMAT = 1
STRENGTH = 10.0  # how much the data may say against small weights
ROUNDS = 300


@dataclass(frozen=True, slots=True)
class StoryModel:
    """``weights``: features × labels; ``base``: one a label; ``encoder``: whose senses it reads."""

    encoder: str
    vocabulary: Vocabulary
    weights: Array
    base: Array
    chain: Chain

    def alone(self, sentences: Sentences) -> Array:
        """Log probabilities, sentences × labels, each sentence for itself."""
        scores = self.vocabulary.rows(sentences) @ self.weights + self.base
        return np.asarray(log_softmax(scores, axis=1))

    def save(self, file: Path) -> None:
        words, shapes, chain = self.vocabulary.written, self.vocabulary.built, self.chain
        np.savez_compressed(
            file,
            format=np.array(FORMAT),
            encoder=np.array(self.encoder),
            written=_packed(words),
            built=_packed(shapes),
            written_rarity=words.rarity.astype(np.float32),
            built_rarity=shapes.rarity.astype(np.float32),
            weights=self.weights.astype(np.float16),
            base=self.base,
            **{f"chain_{name}": getattr(chain, name) for name in _CHAIN},
        )

    @classmethod
    def load(cls, file: Path) -> "StoryModel":
        with np.load(file, allow_pickle=False) as kept:
            parts = {name: kept[name] for name in kept.files}
        if int(parts["format"]) != FORMAT:
            raise ValueError(f"{file.name} has format {parts['format']}, not {FORMAT}.")
        vocabulary = Vocabulary(_terms(parts, "written"), _terms(parts, "built"))
        chain = Chain(*(parts[f"chain_{name}"] for name in _CHAIN))
        weights = parts["weights"].astype(np.float64)
        return cls(str(parts["encoder"]), vocabulary, weights, parts["base"], chain)


_CHAIN = ("first", "pairs", "last", "shares")


def _packed(terms: Terms) -> "np.ndarray[tuple[int], np.dtype[np.uint8]]":
    return np.frombuffer("\n".join(terms.keys).encode(), dtype=np.uint8)


def _terms(parts: dict[str, Array], name: str) -> Terms:
    keys = parts[name].tobytes().decode().split("\n")
    return Terms(tuple(keys), parts[f"{name}_rarity"].astype(np.float64))


def fit_model(
    sentences: Sentences, labels: Array, chain: Chain, encoder: str, size: int
) -> StoryModel:
    """Multinomial logistic regression by L-BFGS from zero: no randomness."""
    vocabulary = Vocabulary.learned(sentences)
    weights, base = _fitted(vocabulary.rows(sentences), labels, size)
    return StoryModel(encoder, vocabulary, weights, base, chain)


def _fitted(rows: csr_matrix, labels: Array, size: int) -> tuple[Array, Array]:
    wanted = np.eye(size)[labels.astype(int)]
    width = rows.shape[1]
    turned = rows.T.tocsr()

    def loss(flat: Array) -> tuple[float, Array]:
        weights, base = flat[:-size].reshape(width, size), flat[-size:]
        logs = log_softmax(rows @ weights + base, axis=1)
        wrong = np.exp(logs) - wanted
        slope = turned @ wrong + weights / STRENGTH
        total = -(wanted * logs).sum() + (weights**2).sum() / (2 * STRENGTH)
        return float(total), np.concatenate([slope.ravel(), wrong.sum(axis=0)])

    start = np.zeros((width + 1) * size)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return found.x[:-size].reshape(width, size), found.x[-size:]
