"""The arrays this process matches with, kept level with the database by id and revision."""

import os
import threading
from collections.abc import Iterator, Sequence
from functools import lru_cache

from django.utils import timezone

from employment.matches.adapters.postings import load_vacancies
from employment.matches.adapters.students import load_candidates
from employment.matches.models import PostingVector, StudentVector
from employment.matches.services.embedding import store_vectors
from employment.matches.services.engine import encoder, engine_name, rules
from employment.matches.services.occupations import code_intentions, code_postings
from employment.postings.models import Posting
from employment.students.models import StudentProfile
from matching.containers import CandidateIndex, PostingIndex
from matching.documents import candidate_facets, vacancy_facets
from matching.types import Vacancy

CHUNK = 500
Revisions = dict[int, int]


class Live:
    """Open postings and matchable students as arrays. ``revisions`` say how fresh each row is."""

    def __init__(self) -> None:
        model = encoder()
        self.postings = PostingIndex(rules(), model.name, model.dim)
        self.candidates = CandidateIndex(model.name, model.dim, compact=True)
        self.posting_revisions: Revisions = {}
        self.student_revisions: Revisions = {}
        self._refreshing = threading.RLock()

    def refresh_postings(self) -> None:
        """Take in what was published, edited, closed or expired since the last call."""
        with self._refreshing:
            self._refresh_postings()

    def _refresh_postings(self) -> None:
        now = dict(Posting.objects.open(timezone.localdate()).values_list("pk", "revision"))
        gone = self.posting_revisions.keys() - now.keys()
        self.postings.remove(gone)
        for ids in chunks(stale(now, self.posting_revisions)):
            code_postings(posting_ids=ids)
            self.put_postings(load_vacancies(ids))
        self.posting_revisions = now

    def refresh_students(self) -> None:
        """Take in all matchable students, as a question about one posting needs them."""
        with self._refreshing:
            self._refresh_students()

    def _refresh_students(self) -> None:
        now = dict(StudentProfile.objects.matchable().values_list("pk", "revision"))
        gone = self.student_revisions.keys() - now.keys()
        self.candidates.remove(gone)
        for ids in chunks(stale(now, self.student_revisions)):
            put_students(self.candidates, ids)
        self.student_revisions = now

    def put_postings(self, vacancies: Sequence[Vacancy]) -> None:
        texts = {row.id: vacancy_facets(row).texts() for row in vacancies}
        vectors = store_vectors(
            model=PostingVector, owner="posting", texts=texts, encoder=encoder()
        )
        self.postings.put(vacancies, vectors)


def student_block(student_ids: Sequence[int]) -> CandidateIndex:
    """These students as arrays, read now; those who may not be matched are left out."""
    model = encoder()
    block = CandidateIndex(model.name, model.dim)
    rows = StudentProfile.objects.matchable().filter(pk__in=student_ids)
    put_students(block, list(rows.values_list("pk", flat=True)))
    return block


def put_students(index: CandidateIndex, student_ids: Sequence[int]) -> None:
    coded = code_intentions(load_candidates(student_ids))
    texts = {row.id: candidate_facets(row).texts() for row in coded}
    vectors = store_vectors(model=StudentVector, owner="student", texts=texts, encoder=encoder())
    index.put(coded, vectors)


def stale(now: Revisions, loaded: Revisions) -> list[int]:
    return sorted(row for row, revision in now.items() if loaded.get(row) != revision)


def chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))


def live() -> Live:
    return _live(os.getpid(), engine_name(), timezone.localdate().year)


@lru_cache(maxsize=1)
def _live(_pid: int, _engine: str, _year: int) -> Live:
    return Live()
