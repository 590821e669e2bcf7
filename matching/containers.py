"""Postings and candidates as arrays, changed row by row. Positions mean nothing, ids do.

Vectors come as a mapping from ``content_hash`` to a row; a text without vector is an error.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

import numpy as np

from matching.classes import CandidateClasses, CandidateSide, VacancyClasses
from matching.columns import Array, Columns, Kept, Shape, TextTable
from matching.criteria import (
    SOFT_FAMILIES,
    occupation_levels,
)
from matching.documents import Facets, candidate_facets, content_hash, vacancy_facets
from matching.eligibility import Rules
from matching.filters import HARD_FAMILIES
from matching.types import Candidate, RequirementKind, Strength, Vacancy

VectorMap = Mapping[str, Array]
Item = TypeVar("Item", Candidate, Vacancy)
MIN_INFORMATIVE_CHARS = 40
MAX_OCCUPATIONS = 6
MAX_TARGETS = 4
LEVELS = 5
# Share of each facet in the vector that finds candidates for the exact score.
SEARCH_SHARES = {"titles": 0.45, "skills": 0.15, "duties": 0.3, "field": 0.1}


class MissingVectorError(KeyError):
    """A facet's text has no vector: embed it before the row is indexed."""


class Index(Generic[Item]):
    """What both sides share: ids to rows, values, and the facets' vectors."""

    def __init__(self, encoder_name: str, dim: int, columns: Columns) -> None:
        self.encoder_name = encoder_name
        self.dim = dim
        self.revision = 0
        self.items: list[Item] = []
        self.titles = TextTable(dim)
        self.columns = columns
        self._row_of: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self.items)

    @property
    def ids(self) -> Array:
        return self.columns["id"]

    def row_of(self, item_id: int) -> int:
        return self._row_of[item_id]

    def __contains__(self, item_id: int) -> bool:
        return item_id in self._row_of

    def remove(self, ids: Iterable[int]) -> None:
        """Forget these; ids that are not there are passed over."""
        for item_id in ids:
            row = self._row_of.pop(item_id, None)
            if row is not None:
                self._remove_row(row)
                self._forget(item_id)
        self.revision += 1

    def _forget(self, item_id: int) -> None:
        """Drop what is kept by id beside the columns."""

    def _remove_row(self, row: int) -> None:
        self.columns.remove(row)
        last = self.items.pop()
        if row < len(self.items):
            self.items[row] = last
            self._row_of[last.id] = row

    def _place(self, item: Item) -> int:
        row = self._row_of.setdefault(item.id, len(self.items))
        if row == len(self.items):
            self.items.append(item)
        else:
            self.items[row] = item
        return row

    def _vector(self, text: str, vectors: VectorMap) -> Array:
        if not text:
            return np.zeros(self.dim, dtype=np.float32)
        try:
            vector = vectors[content_hash(text, self.encoder_name)]
        except KeyError as error:
            raise MissingVectorError(f"No vector of {self.encoder_name} for a text.") from error
        return np.asarray(vector, dtype=np.float32)

    def _facet_values(self, facets: Facets, vectors: VectorMap) -> dict[str, object]:
        parts = {
            "skills": self._vector(facets.skills, vectors),
            "duties": self._vector(facets.duties, vectors),
            "field": self._vector(facets.field, vectors),
            "titles": _mean([self._vector(text, vectors) for text in facets.titles], self.dim),
        }
        found = sum(SEARCH_SHARES[name] * part for name, part in parts.items())
        return {
            "search": unit(np.asarray(found)),
            "duties": parts["duties"],
            "has_duties": bool(facets.duties),
        }


class PostingIndex(Index[Vacancy]):
    """Postings to be found. One instance serves many calls; it is not for concurrent writers."""

    def __init__(self, rules: Rules, encoder_name: str, dim: int) -> None:
        columns = Columns(
            id=((), np.int64),
            hard=((len(HARD_FAMILIES),), np.int32),
            soft=((len(SOFT_FAMILIES),), np.int32),
            search=((dim,), np.float32),
            duties=((dim,), np.float32),
            has_duties=((), bool),
            title=((), np.int32),
            occupations=((MAX_OCCUPATIONS, 4), np.int64),
            pay=((), np.float64),
            years=((), np.float64),
            informative=((), bool),
        )
        super().__init__(encoder_name, dim, columns)
        self.rules = rules
        self.prepared: Any = None
        self.asked = Kept()
        self.hard = VacancyClasses(HARD_FAMILIES, rules)
        self.soft = VacancyClasses(SOFT_FAMILIES, rules)

    def put(self, vacancies: Iterable[Vacancy], vectors: VectorMap) -> None:
        """Add postings, or replace those whose id is known. Raises MissingVectorError."""
        for vacancy in vacancies:
            facets = vacancy_facets(vacancy)
            self._forget(vacancy.id)
            values = self._facet_values(facets, vectors)
            title = facets.titles[0] if facets.titles else ""
            values["title"] = self.titles.add(title, self._vector(title, vectors))
            values |= self._plain_values(vacancy, facets)
            self.columns.put(self._place(vacancy), values)
        self.revision += 1

    def _forget(self, item_id: int) -> None:
        self.asked.forget(item_id)

    def alone(self, vacancy_id: int) -> "PostingIndex":
        """An index of this posting only, for a question about it: sharing what can be shared."""
        row = self.row_of(vacancy_id)
        one = PostingIndex(self.rules, self.encoder_name, self.dim)
        title = int(self.columns["title"][row])
        one.titles.add(self.titles.texts[title], self.titles.vectors[title])
        one.columns.put(one._place(self.items[row]), self.columns.row(row) | {"title": 0})
        one.hard, one.soft = self.hard, self.soft
        return one

    def _plain_values(self, vacancy: Vacancy, facets: Facets) -> dict[str, object]:
        best = vacancy.pay_max if vacancy.pay_max is not None else vacancy.pay_min
        return {
            "id": vacancy.id,
            "hard": self.hard.classify(vacancy),
            "soft": self.soft.classify(vacancy),
            "occupations": occupation_matrix(vacancy.occupations),
            "pay": np.nan if best is None else best,
            "years": asked_years(vacancy),
            "informative": is_informative(vacancy, facets),
        }


class CandidateIndex(Index[Candidate]):
    """Candidates to be matched: a block of them, or all to ask who fits one posting.

    ``compact`` is for the latter, a third of the size: there is no vector to search with, and the
    others are in half precision. That is exact for vectors that were stored in it.
    """

    def __init__(self, encoder_name: str, dim: int, *, compact: bool = False) -> None:
        vector: Shape = ((dim,), np.float16 if compact else np.float32)
        columns = Columns(
            id=((), np.int64),
            hard=((len(HARD_FAMILIES),), np.int32),
            soft=((len(SOFT_FAMILIES),), np.int32),
            **({} if compact else {"search": vector}),
            duties=vector,
            has_duties=((), bool),
            field=vector,
            has_field=((), bool),
            titles=((MAX_TARGETS,), np.int32),
            occupations=((MAX_OCCUPATIONS, 4), np.int64),
            pay=((), np.float64),
            years=((), np.float64),
            listed=((), np.int32),
        )
        super().__init__(encoder_name, dim, columns)
        self._compact = compact
        self.shown: dict[int, tuple[Array, Array]] = {}
        self.hard = CandidateClasses(HARD_FAMILIES)
        self.soft = CandidateClasses(SOFT_FAMILIES)

    def put(self, candidates: Iterable[Candidate], vectors: VectorMap) -> None:
        """Add candidates, or replace those whose id is known. Raises MissingVectorError."""
        for candidate in candidates:
            facets = candidate_facets(candidate)
            self._forget(candidate.id)
            values = self._facet_values(facets, vectors)
            if self._compact:
                del values["search"]
            values["field"] = self._vector(facets.field, vectors)
            values["titles"] = self._title_rows(facets.titles, vectors)
            values |= self._plain_values(candidate, facets)
            self.columns.put(self._place(candidate), values)
        self.revision += 1

    def _forget(self, item_id: int) -> None:
        self.shown.pop(item_id, None)

    def _title_rows(self, titles: Sequence[str], vectors: VectorMap) -> Array:
        rows = [self.titles.add(text, self._vector(text, vectors)) for text in titles]
        return np.array(rows + [-1] * (MAX_TARGETS - len(rows)), dtype=np.int32)

    def _plain_values(self, candidate: Candidate, facets: Facets) -> dict[str, object]:
        years = candidate.experience_years
        return {
            "id": candidate.id,
            "hard": self.hard.classify(candidate),
            "soft": self.soft.classify(candidate),
            "has_field": bool(facets.field),
            "occupations": occupation_matrix(candidate.target_occupations),
            "pay": np.nan if candidate.pay_floor is None else candidate.pay_floor,
            "years": np.nan if years is None else years,
            "listed": len({record.skill for record in candidate.skills}),
        }

    def hard_side(self, rows: Array) -> CandidateSide:
        return CandidateSide(
            [self.items[row] for row in rows], self.columns["hard"][rows], self.hard
        )

    def soft_side(self, rows: Array) -> CandidateSide:
        return CandidateSide(
            [self.items[row] for row in rows], self.columns["soft"][rows], self.soft
        )


def unit(vector: Array) -> Array:
    norm = float(np.linalg.norm(vector))
    return np.asarray(vector / norm if norm else vector, dtype=np.float32)


def _mean(rows: Sequence[Array], dim: int) -> Array:
    return unit(np.sum(rows, axis=0)) if rows else np.zeros(dim, dtype=np.float32)


def occupation_matrix(codes: Sequence[str]) -> Array:
    matrix = np.full((MAX_OCCUPATIONS, 4), -1, dtype=np.int64)
    for row, code in enumerate(codes[:MAX_OCCUPATIONS]):
        matrix[row] = occupation_levels(code)
    return matrix


def asked_years(vacancy: Vacancy) -> float:
    """Years of experience a posting asks for as a must, NaN when it says nothing."""
    return max(
        (
            float(requirement.minimum)
            for requirement in vacancy.requirements
            if requirement.kind is RequirementKind.EXPERIENCE
            and requirement.strength is Strength.MUST
            and requirement.minimum is not None
        ),
        default=np.nan,
    )


def is_informative(vacancy: Vacancy, facets: Facets) -> bool:
    """Whether a posting says enough to be judged: some lines of duties or three requirements."""
    return len(facets.duties) >= MIN_INFORMATIVE_CHARS or len(vacancy.requirements) >= 3
