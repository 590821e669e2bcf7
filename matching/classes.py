"""Both sides sorted into classes: a pair of classes is judged once, a pair of rows looked up.

A family is one aspect (degree, region, …): what of a candidate and of a posting matters to it, and
how such a pair is judged. Thousands of rows have a few hundred classes.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from matching.eligibility import Rules
from matching.types import Candidate, Vacancy

Key = Hashable
Cells = NDArray[np.float32]
Classes = NDArray[np.int32]
MAX_JUDGED = 20_000
EVERYONE: Key = "everyone"


@dataclass(frozen=True, slots=True)
class Family:
    """``codes`` is given where the candidate's key depends on what postings ask for: then only the
    asked codes tell candidates apart, and nobody is told apart while no posting asks."""

    name: str
    candidate_key: Callable[[Candidate, frozenset[str]], Key]
    vacancy_key: Callable[[Vacancy], Key]
    judge: Callable[[Candidate, Vacancy, Rules], float]
    codes: Callable[[Vacancy], frozenset[str]] | None = None


@dataclass
class VacancyClasses:
    """The classes postings fall into, per family; grows when an unseen combination appears.

    Judged rows are kept by candidate key: a block of students judges only what is new to it.
    """

    families: tuple[Family, ...]
    rules: Rules
    examples: list[list[Vacancy]] = field(init=False)
    asked: list[frozenset[str]] = field(init=False)
    _known: list[dict[Key, int]] = field(init=False)
    _judged: list[dict[Key, Cells]] = field(init=False)

    def __post_init__(self) -> None:
        self.examples = [[] for _ in self.families]
        self.asked = [frozenset() for _ in self.families]
        self._known = [{} for _ in self.families]
        self._judged = [{} for _ in self.families]

    def classify(self, vacancy: Vacancy) -> Classes:
        """Class of a posting in every family."""
        row = np.zeros(len(self.families), dtype=np.int32)
        for place, family in enumerate(self.families):
            key = family.vacancy_key(vacancy)
            known = self._known[place]
            if key not in known:
                known[key] = len(known)
                self._open(place, vacancy)
            row[place] = known[key]
        return row

    def _open(self, place: int, vacancy: Vacancy) -> None:
        self.examples[place].append(replace(vacancy, description="", duties=""))
        codes = self.families[place].codes
        if codes is not None and not codes(vacancy) <= self.asked[place]:
            self.asked[place] |= codes(vacancy)
            self._judged[place].clear()  # keys of candidates now tell more of them apart

    def judged(self, place: int, key: Key, candidate: Candidate) -> Cells:
        """One class of candidates against every class of postings."""
        rows, examples = self._judged[place], self.examples[place]
        if len(rows) > MAX_JUDGED:
            rows.clear()
        row = rows.get(key, np.zeros(0, dtype=np.float32))
        if len(row) < len(examples):
            judge = self.families[place].judge
            new = [judge(candidate, v, self.rules) for v in examples[len(row) :]]
            row = rows[key] = np.concatenate([row, np.array(new, dtype=np.float32)])
        return row


@dataclass
class CandidateClasses:
    """The classes candidates fall into, in every family whose key asks nothing of the postings."""

    families: tuple[Family, ...]
    keys: list[list[Key]] = field(init=False)
    examples: list[list[Candidate]] = field(init=False)
    _known: list[dict[Key, int]] = field(init=False)

    def __post_init__(self) -> None:
        self.keys = [[] for _ in self.families]
        self.examples = [[] for _ in self.families]
        self._known = [{} for _ in self.families]

    def classify(self, candidate: Candidate) -> Classes:
        row = np.zeros(len(self.families), dtype=np.int32)
        for place, family in enumerate(self.families):
            if family.codes is None:
                row[place] = self._class(place, family, candidate)
        return row

    def _class(self, place: int, family: Family, candidate: Candidate) -> int:
        key = family.candidate_key(candidate, frozenset())
        known = self._known[place]
        if key not in known:
            known[key] = len(known)
            self.keys[place].append(key)
            self.examples[place].append(candidate)
        return known[key]


@dataclass(frozen=True, slots=True)
class CandidateSide:
    """Some candidates with their class ids, as ``CandidateClasses`` gave them."""

    candidates: Sequence[Candidate]
    rows: Classes
    known: CandidateClasses

    def classes(
        self, place: int, asked: frozenset[str]
    ) -> tuple[Classes, list[Key], list[Candidate]]:
        """Class id per candidate, and key and example of each class in use."""
        family = self.known.families[place]
        if family.codes is not None:
            return _classify_by(self.candidates, family, asked)
        used, ids = np.unique(self.rows[:, place], return_inverse=True)
        keys, examples = self.known.keys[place], self.known.examples[place]
        return ids.astype(np.int32), [keys[at] for at in used], [examples[at] for at in used]


def _classify_by(
    candidates: Sequence[Candidate], family: Family, asked: frozenset[str]
) -> tuple[Classes, list[Key], list[Candidate]]:
    ids = np.zeros(len(candidates), dtype=np.int32)
    if not asked:
        return ids, [EVERYONE], list(candidates[:1])
    known: dict[Key, int] = {}
    examples: list[Candidate] = []
    for row, candidate in enumerate(candidates):
        key = family.candidate_key(candidate, asked)
        if key not in known:
            known[key] = len(known)
            examples.append(candidate)
        ids[row] = known[key]
    return ids, list(known), examples


@dataclass(frozen=True, slots=True)
class Table:
    """One family's judgements: look up ``cells[rows[r], columns[c]]`` for any pairs (r, c)."""

    rows: Classes
    columns: Classes
    cells: Cells

    def at(self, row: NDArray[np.intp], column: NDArray[np.intp]) -> Cells:
        return self.cells[self.rows[row], self.columns[column]]


def judge_all(side: CandidateSide, classes: VacancyClasses, columns: Classes) -> list[Table]:
    """A table per family for these candidates and the postings whose class ids are given."""
    tables = []
    for place in range(len(classes.families)):
        ids, keys, examples = side.classes(place, classes.asked[place])
        judged = [classes.judged(place, key, c) for key, c in zip(keys, examples, strict=True)]
        tables.append(Table(ids, columns[:, place], np.array(judged, dtype=np.float32)))
    return tables


def judge_one(side: CandidateSide, vacancy: Vacancy, rules: Rules) -> list[Table]:
    """The same for a single posting, without the classes of all others."""
    tables = []
    column = np.zeros(1, dtype=np.int32)
    for place, family in enumerate(side.known.families):
        asked = family.codes(vacancy) if family.codes else frozenset()
        ids, _, examples = side.classes(place, asked)
        judged = [[family.judge(candidate, vacancy, rules)] for candidate in examples]
        tables.append(Table(ids, column, np.array(judged, dtype=np.float32)))
    return tables
