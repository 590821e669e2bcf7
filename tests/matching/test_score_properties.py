"""What a score promises whatever the profile: parts add up, order of input does not matter, more
never lowers it, and whatever it cites carries weight."""

import random
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from matching.balancing import EMPLOYER_SIDE, employer_gain_of
from matching.criteria import CRITERIA
from matching.reference import Reference
from matching.search import match_column
from matching.types import (
    Candidate,
    ExperienceRecord,
    Requirement,
    RequirementKind,
    SkillRecord,
    Strength,
    Vacancy,
)
from tests.matching.worlds import CERTIFICATES, LANGUAGES, index_candidates, index_vacancies
from tests.matching.worlds import make_world as world_of

REFERENCE = Reference()
SEEDS = st.integers(0, 100_000)
NO_EXCLUSION = {"regions_hard": False, "pay_hard": False, "kinds_hard": False}


def score_of(candidate, vacancy):
    found = match_column(
        vacancy.id, index_vacancies([vacancy]), index_candidates([candidate]), reference=REFERENCE
    )
    return found.score(0) if len(found) else None


def open_pair(seed):
    (candidate,), (vacancy,) = world_of(seed, students=1, openings=1)
    soft = tuple(replace(one, hard=False) for one in vacancy.requirements)
    return replace(candidate, **NO_EXCLUSION, audience=None), replace(
        vacancy, requirements=soft, audience=None
    )


@given(seed=SEEDS)
@settings(max_examples=80, deadline=None)
def test_parts_add_up_to_the_total(seed):
    score = score_of(*open_pair(seed))

    assert sum(part.points for part in score.criteria) == pytest.approx(score.total, abs=1e-6)
    assert all(part.points == 0 for part in score.criteria if not part.known)
    assert 0 <= employer_gain_of(score) <= 1
    assert set(EMPLOYER_SIDE) <= set(CRITERIA)


@given(seed=SEEDS, order=st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_what_is_said_changes_nothing(seed, order):
    candidate, vacancy = open_pair(seed)

    def mixed(values):
        return tuple(order.sample(values, len(values)))

    other = replace(
        candidate,
        **{
            name: mixed(getattr(candidate, name))
            for name in (
                "skills",
                "certificates",
                "languages",
                "target_occupations",
                "regions",
                "industries",
            )
        },
    )
    asked = replace(vacancy, requirements=mixed(vacancy.requirements))

    assert score_of(other, asked).total == pytest.approx(
        score_of(candidate, vacancy).total, abs=1e-4
    )


def asking(kind, code, **fields):
    return Requirement(kind, Strength.MUST, code, (code,), sentence=code, **fields)


def with_certificate(candidate, vacancy):
    code = CERTIFICATES[0]
    record = SkillRecord(code, 0, "certificate", f"持有{code}")
    return (
        replace(candidate, certificates=(record,)),
        replace(
            vacancy,
            requirements=(*vacancy.requirements, asking(RequirementKind.CERTIFICATE, code)),
        ),
        replace(candidate, certificates=()),
    )


def with_language(candidate, vacancy):
    code = LANGUAGES[0]
    record = SkillRecord(code, 0, "language", f"通过{code}")
    return (
        replace(candidate, languages=(record,)),
        replace(
            vacancy, requirements=(*vacancy.requirements, asking(RequirementKind.LANGUAGE, code))
        ),
        replace(candidate, languages=()),
    )


def with_major(candidate, vacancy):
    stated = Requirement(RequirementKind.MAJOR, Strength.MUST, "软件工程", ("080902",))
    told = replace(candidate, majors=("080902",), major_name="软件工程")
    asked = replace(vacancy, requirements=(stated,))
    return told, asked, replace(candidate, majors=("050101",), major_name="软件工程")


def with_occupation(candidate, vacancy):
    told = replace(candidate, target_occupations=("2-02-10-03",), target_titles=())
    asked = replace(vacancy, occupations=("2-02-10-03",))
    return told, asked, replace(told, target_occupations=("4-14-01-01",))


def with_title(candidate, vacancy):
    told = replace(candidate, target_titles=("护士",), target_occupations=())
    return told, replace(vacancy, title="护士"), replace(told, target_titles=("焊工",))


def with_region(candidate, vacancy):
    told = replace(candidate, regions=("440100",))
    return told, replace(vacancy, regions=("440100",)), replace(told, regions=("110000",))


def with_pay(candidate, vacancy):
    told = replace(candidate, pay_floor=5000)
    asked = replace(vacancy, pay_min=4000, pay_max=6000)
    return told, asked, replace(told, pay_floor=20_000)


def with_years(candidate, vacancy):
    asked = Requirement(RequirementKind.EXPERIENCE, Strength.MUST, "3年", minimum=3)
    told = replace(candidate, experience_years=3.0)
    return (
        told,
        replace(vacancy, requirements=(*vacancy.requirements, asked)),
        replace(told, experience_years=0.5),
    )


def with_duties(candidate, vacancy):
    duties = "负责病房护理、用药核对和护理记录，配合医生完成查房和治疗工作。"
    told = replace(
        candidate,
        experiences=(ExperienceRecord("病房护理", duties, "internship", 6, 2026),),
        experience_years=None,
        cohort=None,
        summary="",
    )
    plain = tuple(one for one in vacancy.requirements if one.kind is not RequirementKind.EXPERIENCE)
    asked = replace(vacancy, description=duties, duties=duties, requirements=plain)
    other = ExperienceRecord("电焊", "在车间焊接钢梁并检查焊缝。", "internship", 6, 2026)
    return told, asked, replace(told, experiences=(other,))


CITED = {
    "certificate": with_certificate,
    "language": with_language,
    "education.major": with_major,
    "intention.occupation": with_occupation,
    "intention.title": with_title,
    "intention.regions": with_region,
    "intention.pay": with_pay,
    "experience.years": with_years,
    "internship": with_duties,
}


@pytest.mark.parametrize("source", sorted(CITED))
@given(seed=SEEDS)
@settings(max_examples=25, deadline=None)
def test_what_is_cited_carries_the_score(source, seed):
    """Deletion test: the cited thing taken away, or turned into its opposite where its absence
    means "not said", lowers the score."""
    candidate, vacancy = open_pair(seed)
    told, asked, without = CITED[source](candidate, vacancy)
    score, less = score_of(told, asked), score_of(without, asked)
    cited = {mine.source for part in score.criteria for mine, _theirs in part.evidence}
    assume(less is not None)

    assert source in cited
    assert less.total < score.total or score.total == pytest.approx(100, abs=1e-3)


@given(seed=SEEDS)
@settings(max_examples=40, deadline=None)
def test_less_known_is_a_wider_range_around_the_same_place(seed):
    score = score_of(*open_pair(seed))
    reference = Reference(totals=sorted(random.Random(seed).uniform(0, 100) for _ in range(400)))
    assume(score.coverage < 1)

    low, high = reference.percentile_range(score.total, score.coverage)

    assert low <= reference.percentile(score.total) <= high
    assert reference.percentile_range(score.total, 1.0) == (
        reference.percentile(score.total),
        reference.percentile(score.total),
    )


def test_bare_profile_scores_as_high_as_its_only_evidence_allows():
    bare = Candidate(id=1, degree=40, majors=("101101",), major_name="护理学")
    vacancy = Vacancy(1, "护士", requirements=(asking(RequirementKind.MAJOR, "101101"),))

    score = score_of(bare, vacancy)

    assert score.total > 50
    assert score.coverage < 0.5
