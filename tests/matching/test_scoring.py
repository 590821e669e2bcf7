import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from matching.criteria import CRITERIA, Weights, level_quality, occupation_levels
from matching.reference import Reference
from matching.scoring import combine
from matching.search import match_column
from matching.types import (
    Candidate,
    Requirement,
    RequirementKind,
    SkillRecord,
    Strength,
    Vacancy,
)
from tests.matching.worlds import SKILLS, index_candidates, index_vacancies, make_world

REFERENCE = Reference()
PARTS = st.one_of(st.none(), st.floats(0, 1))


TRADE = ("spark", "sql")


def asking(*codes):
    wanted = (Requirement(RequirementKind.SKILL, Strength.MUST, c, (c,)) for c in codes)
    return Vacancy(1, "分析师", requirements=tuple(wanted))


def occupation_of(score):
    return score.criteria[CRITERIA.index("occupation")]


def score_of(candidate, vacancy):
    found = match_column(
        vacancy.id, index_vacancies([vacancy]), index_candidates([candidate]), reference=REFERENCE
    )
    return found.score(0) if len(found) else None


def combined(values, other=0.0):
    parts = [np.array([math.nan if value is None else value]) for value in values]
    return combine(parts, np.array([other]), Weights(), np.zeros(1, dtype=int))


@given(values=st.tuples(*[PARTS] * 5), other=st.integers(0, 30))
def test_combine_parts_add_up_to_the_total(values, other):
    scores = combined(values, other)

    assert scores.total[0] == sum(scores.points[0].tolist())
    assert -1e-9 <= scores.total[0] <= 100 + 1e-9
    assert 0 <= scores.coverage[0] <= 1


@given(values=st.tuples(*[PARTS] * 5), other=st.integers(0, 30), place=st.integers(0, 4))
def test_combine_a_better_part_never_lowers_the_total(values, other, place):
    assume(values[place] is not None)
    better = (*values[:place], min(1.0, values[place] + 0.2), *values[place + 1 :])
    listed = max(other, 1)  # whether skills are known at all stays the same

    assert combined(better, listed).total[0] >= combined(values, listed).total[0] - 1e-6


@given(values=st.tuples(*[st.floats(0, 1)] * 5), place=st.integers(0, 4))
def test_combine_an_unknown_part_costs_coverage_not_points(values, place):
    assume(place != CRITERIA.index("skills"))
    known = combined(values, 5)
    unknown = combined((*values[:place], None, *values[place + 1 :]), 5)
    rest = [v for at, v in enumerate(values) if at not in (place, CRITERIA.index("skills"))]

    assert unknown.coverage[0] < known.coverage[0]
    assert unknown.points[0, place] == 0
    assert unknown.total[0] >= 100 * min(*rest, values[CRITERIA.index("skills")]) - 1e-3


@given(seed=st.integers(0, 100_000), skill=st.sampled_from(SKILLS))
@settings(max_examples=60, deadline=None)
def test_adding_a_required_skill_never_lowers_the_score(seed, skill):
    (candidate,), (vacancy,) = make_world(seed, students=1, openings=1)
    asked = Requirement(RequirementKind.SKILL, Strength.MUST, skill, (skill,), sentence=skill)
    vacancy = replace(vacancy, requirements=(*vacancy.requirements, asked), audience=None)
    richer = replace(candidate, skills=(*candidate.skills, SkillRecord(skill, 3, "project", skill)))
    before, after = score_of(candidate, vacancy), score_of(richer, vacancy)
    assume(before is not None and after is not None)

    assert after.total >= before.total - 1e-4


@given(seed=st.integers(0, 100_000))
@settings(max_examples=60, deadline=None)
def test_removing_a_cited_skill_lowers_the_score(seed):
    (candidate,), (vacancy,) = make_world(seed, students=1, openings=1)
    own = SkillRecord("python", 2, "project", "会python")
    wishes = {"regions_hard": False, "pay_hard": False, "kinds_hard": False}
    candidate = replace(candidate, skills=(*candidate.skills, own), **wishes)
    asked = Requirement(RequirementKind.SKILL, Strength.MUST, "python", ("python",))
    wanted = tuple(r for r in vacancy.requirements if not r.hard)
    vacancy = replace(vacancy, requirements=(*wanted, asked), audience=None)
    score = score_of(candidate, vacancy)
    skills = score.criteria[CRITERIA.index("skills")]
    cited = {mine.text for mine, _ in skills.evidence}
    kept = tuple(record for record in candidate.skills if record.text not in cited)

    without = score_of(replace(candidate, skills=kept), vacancy)

    assert own.text in cited
    assert without.total < score.total or score.total == pytest.approx(100, abs=1e-3)


@given(seed=st.integers(0, 100_000))
@settings(max_examples=40, deadline=None)
def test_score_cites_both_sides_for_known_criteria_only(seed):
    (candidate,), (vacancy,) = make_world(seed, students=1, openings=1)
    score = score_of(candidate, vacancy)
    assume(score is not None)

    for criterion in score.criteria:
        assert criterion.known or not criterion.evidence
        assert all(mine.text and theirs.text for mine, theirs in criterion.evidence)
    assert len(score.checks) == len(vacancy.requirements)


def test_bare_profile_is_scored_by_its_major():
    nursing = Candidate(id=1, degree=40, major_name="护理学")
    near, far = Vacancy(1, "护理"), Vacancy(2, "焊工")

    assert score_of(nursing, near).total > score_of(nursing, far).total
    assert score_of(nursing, near).coverage < 0.5


def test_what_somebody_can_do_stands_for_a_wish_that_is_not_stated():
    undecided = Candidate(
        id=1, skills=(SkillRecord("sql"), SkillRecord("spark")), trade=("spark", "sql")
    )
    both, one, none = (score_of(undecided, asking(*codes)) for codes in (TRADE, TRADE[:1], ("c",)))
    decided = score_of(replace(undecided, trade=(), target_titles=("会计",)), asking(*TRADE))

    assert [occupation_of(score).value for score in (both, one, none)] == [1.0, 0.5, 0.0]
    assert [mine.text for mine, _ in occupation_of(both).evidence] == ["spark", "sql"]
    assert both.coverage < decided.coverage  # a wish would still tell more


def test_short_posting_is_not_informative():
    assert score_of(Candidate(id=1), Vacancy(1, "文员", "待遇优厚")).informative is False


def test_fresh_graduate_scores_lower_where_years_are_asked():
    years = Requirement(RequirementKind.EXPERIENCE, Strength.MUST, "3年", minimum=3)
    candidate = Candidate(id=1, cohort=2026, target_titles=("会计",))

    plain = score_of(candidate, Vacancy(1, "会计"))
    senior = score_of(candidate, Vacancy(1, "会计", requirements=(years,)))

    assert senior.total < plain.total


@pytest.mark.parametrize("minimum", range(5))
def test_level_quality_grows_with_the_level(minimum):
    values = [level_quality(level, minimum) for level in (1, 2, 3, 4)]

    assert values == sorted(values)
    assert values[-1] == 1.0


def test_occupation_levels_share_prefixes():
    one, two = occupation_levels("2-02-10-03"), occupation_levels("2-02-10-09")

    assert [a == b for a, b in zip(one, two, strict=True)] == [True, True, True, False]
