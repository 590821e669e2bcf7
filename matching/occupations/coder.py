"""Occupation codes for titles.

With what was learned from labelled titles (``learned``) where it was learned on this encoder,
otherwise an equal-weight fusion of dense and lexical views. Titles corrected by people sharpen
both. Abstains where the best code is not sure enough.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from matching.columns import Array
from matching.lexical import CharTfidf, title_tfidf
from matching.occupations.corrections import Corrections
from matching.occupations.features import TitleReader
from matching.occupations.learned import Learned, load_learned
from matching.occupations.names import Names
from matching.occupations.rankers import ranker_of
from matching.occupations.types import Coded, OccupationRow
from matching.types import Encoder

CHUNK = 256
CONFIDENT_FROM = 0.4
UNLEARNED = "names-2"

Rows = Iterable[OccupationRow | Mapping[str, str]]
Examples = Iterable[tuple[str, str]]


class OccupationCoder:
    """Built once with ``from_rows``; ``code`` then takes any number of titles.

    ``is_calibrated``: whether ``confidence`` is the chance of being right.
    """

    def __init__(
        self,
        rows: Sequence[OccupationRow],
        encoder: Encoder,
        examples: Examples = (),
        learned: Learned | None = None,
        version: str = UNLEARNED,
    ) -> None:
        self.codes = [row.code for row in rows]
        self.version = version
        self.is_calibrated = learned is not None
        if not rows:
            return
        tfidf = title_tfidf() if learned else CharTfidf(name for row in rows for name in row.names)
        self._reader = TitleReader(encoder, tfidf, learned.head if learned else None)
        self._names = Names(rows, self._reader)
        self._ranker = ranker_of(learned, rows, encoder)
        self._corrections = self._correct(examples)

    @classmethod
    def from_rows(cls, rows: Rows, encoder: Encoder, examples: Examples = ()) -> "OccupationCoder":
        """``examples`` are (title, code) pairs known to be right; what ships is used by itself."""
        entries = [
            row if isinstance(row, OccupationRow) else OccupationRow.from_mapping(row)
            for row in rows
        ]
        found = load_learned(encoder.name)
        if found is None:
            return cls(entries, encoder, examples)
        return cls(entries, encoder, examples, found.learned, found.version)

    def code(self, titles: Sequence[str], limit: int = 5) -> list[list[Coded]]:
        """The best codes of each title, best first; none without a classification."""
        if not self.codes:
            return [[] for _ in titles]
        coded: list[list[Coded]] = []
        for start in range(0, len(titles), CHUNK):
            coded += self._code(titles[start : start + CHUNK], limit)
        return coded

    def code_or_abstain(self, titles: Sequence[str]) -> list[str | None]:
        """The best code where confident, else None: no code is better than a wrong one."""
        return [
            found[0].code if found and is_confident(found[0].confidence) else None
            for found in self.code(titles, limit=1)
        ]

    def _code(self, titles: Sequence[str], limit: int) -> list[list[Coded]]:
        read = self._reader.read_titles(titles)
        views = self._names.views(read)
        scores = self._ranker.scores(read, views)
        seen: Array = np.zeros(len(self.codes), dtype=np.int64)
        if self._corrections:
            scores, seen = scores + self._corrections.change(read), self._corrections.seen
        return [
            [Coded(self.codes[one.place], one.score, one.confidence) for one in row]
            for row in self._ranker.best(scores, views, seen, limit)
        ]

    def _correct(self, examples: Examples) -> Corrections | None:
        place = {code: at for at, code in enumerate(self.codes)}
        known = [(title, place[code]) for title, code in examples if code in place]
        if not known:
            return None
        titles = self._reader.read_titles([title for title, _ in known])
        scores = self._ranker.scores(titles, self._names.views(titles))
        return Corrections(titles, [at for _, at in known], scores)


def is_confident(confidence: float) -> bool:
    return confidence >= CONFIDENT_FROM
