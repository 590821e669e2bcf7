import pytest

from matching.checks import Checks
from matching.eligibility import check_requirements
from tests.matching.worlds import RULES, make_world


@pytest.mark.parametrize("seed", range(5))
def test_shared_checks_are_those_of_every_candidate_alone(seed):
    candidates, vacancies = make_world(seed, students=60, openings=20)

    for vacancy in vacancies:
        checks = Checks(vacancy, RULES)
        assert [checks.of(candidate) for candidate in candidates] == [
            check_requirements(candidate, vacancy, rules=RULES) for candidate in candidates
        ]


def test_candidates_who_agree_share_a_check():
    candidates, vacancies = make_world(1, students=60, openings=20)
    vacancy = max(vacancies, key=lambda vacancy: len(vacancy.requirements))
    checks = Checks(vacancy, RULES)

    made = [check for candidate in candidates for check in checks.of(candidate)]

    assert len({id(check) for check in made}) < len(made) / 2
