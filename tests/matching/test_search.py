import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching import search
from matching.containers import CandidateIndex
from matching.documents import candidate_facets
from matching.eligibility import check_requirements, is_hard
from matching.filters import bare, missing_hard
from matching.reference import Reference
from matching.search import match_column, match_rows
from matching.types import Outcome
from tests.matching.worlds import (
    ENCODER,
    RULES,
    index_candidates,
    index_vacancies,
    make_vacancy,
    make_world,
    vectors_of,
)

REFERENCE = Reference()


def lists_of(candidates, vacancies, **options):
    found = match_rows(
        index_candidates(candidates), index_vacancies(vacancies), reference=REFERENCE, **options
    )
    return {row.id: dict(zip(row.ids.tolist(), row.totals.tolist(), strict=True)) for row in found}


@given(seed=st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_match_rows_equals_judging_every_pair(seed):
    candidates, vacancies = make_world(seed, students=12, openings=60)

    found = match_rows(
        index_candidates(candidates), index_vacancies(vacancies), reference=REFERENCE, k=60
    )

    for row, candidate in zip(found, candidates, strict=True):
        missing = {v.id: missing_hard(candidate, v, rules=RULES) for v in vacancies}
        eligible = {key for key, count in missing.items() if count == 0}
        assert set(row.ids[~row.one_step].tolist()) == eligible
        assert all(missing[i] == 1 for i in row.ids[row.one_step].tolist())


def test_no_hard_violation_in_ten_thousand_pairs():
    candidates, vacancies = make_world(7, students=250, openings=400)
    by_candidate = {value.id: value for value in candidates}
    by_vacancy = {value.id: value for value in vacancies}

    found = match_rows(
        index_candidates(candidates), index_vacancies(vacancies), reference=REFERENCE, k=60
    )

    pairs = 0
    for row in found:
        for vacancy_id, one_step in zip(row.ids.tolist(), row.one_step.tolist(), strict=True):
            candidate, vacancy = by_candidate[row.id], by_vacancy[vacancy_id]
            checks = check_requirements(candidate, vacancy, rules=RULES)
            lacking = [c for c in checks if is_hard(c.requirement) and c.outcome is Outcome.MISSING]
            assert len({bare(check.requirement) for check in lacking}) == one_step
            assert all(check.reachable for check in lacking)
            assert missing_hard(candidate, vacancy, rules=RULES) == one_step
            pairs += 1
    assert pairs >= 10_000


@given(seed=st.integers(0, 10_000))
@settings(max_examples=10, deadline=None)
def test_match_rows_order_of_input_changes_nothing(seed):
    candidates, vacancies = make_world(seed, students=10, openings=50)
    shuffled = random.Random(seed).sample(vacancies, len(vacancies))

    plain = lists_of(candidates, vacancies, k=20)
    turned = lists_of(candidates[::-1], shuffled, k=20)

    assert plain.keys() == turned.keys()
    for key, listed in plain.items():
        assert list(listed) == list(turned[key])
        assert list(listed.values()) == pytest.approx(list(turned[key].values()), abs=1e-3)


@given(seed=st.integers(0, 10_000))
@settings(max_examples=10, deadline=None)
def test_match_column_agrees_with_match_rows(seed):
    candidates, vacancies = make_world(seed, students=30, openings=20)
    people, postings = index_candidates(candidates), index_vacancies(vacancies)
    rows = match_rows(people, postings, reference=REFERENCE, k=20, one_step=20)
    of_rows = {
        (row.id, vacancy): total
        for row in rows
        for vacancy, total in zip(row.ids.tolist(), row.totals, strict=True)
    }

    columns = [match_column(v.id, postings, people, reference=REFERENCE) for v in vacancies]

    of_columns = {
        (candidate, column.id): total
        for column in columns
        for candidate, total in zip(column.ids.tolist(), column.totals, strict=True)
    }
    assert of_columns.keys() == of_rows.keys()
    assert all(of_columns[pair] == pytest.approx(of_rows[pair], abs=1e-3) for pair in of_rows)


@pytest.mark.parametrize("seed", range(3))
def test_compact_candidates_taken_in_small_blocks_are_judged_alike(monkeypatch, seed):
    candidates, vacancies = make_world(seed, students=50, openings=10)
    texts = [text for value in candidates for text in candidate_facets(value).texts()]
    halves = {key: row.astype(np.float16) for key, row in vectors_of(texts).items()}
    plain, compact = (CandidateIndex(ENCODER.name, ENCODER.dim, compact=c) for c in (False, True))
    for index in (plain, compact):
        index.put(candidates, halves)
    postings = index_vacancies(vacancies)
    whole = [match_column(v.id, postings, plain, reference=REFERENCE) for v in vacancies]

    monkeypatch.setattr(search, "COLUMN_BLOCK", 7)
    found = [match_column(v.id, postings, compact, reference=REFERENCE) for v in vacancies]

    for one, other in zip(whole, found, strict=True):
        assert one.totals == pytest.approx(other.totals, abs=1e-3)
        assert dict(zip(one.ids.tolist(), one.one_step.tolist(), strict=True)) == dict(
            zip(other.ids.tolist(), other.one_step.tolist(), strict=True)
        )
        assert {s.candidate: s.checks for s in one.scores()} == {
            s.candidate: s.checks for s in other.scores()
        }
    assert len(whole[0]) > 7


def test_match_rows_single_candidate_equals_batch():
    candidates, vacancies = make_world(3, students=40, openings=80)
    postings = index_vacancies(vacancies)

    batch = match_rows(index_candidates(candidates), postings, reference=REFERENCE, k=10)

    for row, candidate in zip(batch, candidates, strict=True):
        (alone,) = match_rows(index_candidates([candidate]), postings, reference=REFERENCE, k=10)
        assert alone.ids.tolist() == row.ids.tolist()
        assert alone.totals == pytest.approx(row.totals, abs=1e-3)


def test_match_rows_equal_scores_come_in_id_order():
    candidates, vacancies = make_world(5, students=5, openings=1)
    twins = [replace(vacancies[0], id=number, requirements=()) for number in (9, 4, 7, 2)]
    twins = [replace(twin, audience=None, regions=(), kind="", pay_max=None) for twin in twins]

    (first, *_) = match_rows(
        index_candidates(candidates), index_vacancies(twins), reference=REFERENCE, k=3
    )

    assert first.ids.tolist() == [2, 4, 7]


def test_posting_index_put_and_remove_equal_a_fresh_index():
    candidates, vacancies = make_world(11, students=15, openings=40)
    changed = [make_vacancy(random.Random(99), v.id) for v in vacancies[:10]]
    texts = [t for v in changed for t in _texts(v)]
    postings = index_vacancies(vacancies)

    postings.put(changed, vectors_of(texts))
    postings.remove([v.id for v in vacancies[30:]])

    people = index_candidates(candidates)
    fresh = index_vacancies([*changed, *vacancies[10:30]])
    for one, two in zip(
        match_rows(people, postings, reference=REFERENCE, k=15),
        match_rows(people, fresh, reference=REFERENCE, k=15),
        strict=True,
    ):
        assert one.ids.tolist() == two.ids.tolist()
        assert one.totals == pytest.approx(two.totals, abs=1e-3)


def _texts(vacancy):
    from matching.documents import vacancy_facets

    return vacancy_facets(vacancy).texts()


def test_match_rows_without_postings_is_empty():
    candidates, _ = make_world(1, students=2, openings=0)

    found = match_rows(index_candidates(candidates), index_vacancies([]), reference=REFERENCE)

    assert [len(row) for row in found] == [0, 0]


def test_match_list_scores_carry_the_list_numbers():
    candidates, vacancies = make_world(2, students=20, openings=60)

    found = match_rows(
        index_candidates(candidates), index_vacancies(vacancies), reference=REFERENCE, k=10
    )

    for row in found:
        scores = row.scores()
        assert [score.vacancy for score in scores] == row.ids.tolist()
        assert [score.total for score in scores] == row.totals.tolist()
        assert [score.one_step_short for score in scores] == row.one_step.tolist()
        for score in scores:
            assert score.total == sum(criterion.points for criterion in score.criteria)
            assert all(np.isfinite(criterion.points) for criterion in score.criteria)
