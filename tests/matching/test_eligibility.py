import pytest

from matching.eligibility import Rules, check_requirements, judge, major_fit
from matching.explain import is_one_step_short
from matching.filters import is_region_wanted, missing_hard
from matching.types import (
    Candidate,
    Evidence,
    Outcome,
    Requirement,
    RequirementKind,
    SkillRecord,
    Strength,
    Vacancy,
)

RULES = Rules(now_year=2026, related_majors={"0809": ("0807",)})
SATISFIED, MISSING, UNKNOWN = Outcome.SATISFIED, Outcome.MISSING, Outcome.UNKNOWN


def must(kind, *codes, minimum=None, related=False, hard=True, label="x"):
    return Requirement(
        RequirementKind(kind), Strength.MUST, label, tuple(codes), minimum, related, hard
    )


@pytest.mark.parametrize(
    ("majors", "codes", "related", "outcome"),
    [
        (("080901",), ("080901",), False, SATISFIED),
        (("080901",), ("0809",), False, SATISFIED),
        (("080901",), ("08",), False, SATISFIED),
        (("080902",), ("080901",), False, MISSING),
        (("080902",), ("080901",), True, SATISFIED),
        (("080703",), ("0809",), True, SATISFIED),
        (("080703",), ("0809",), False, MISSING),
        (("120203",), ("0809",), True, MISSING),
        (("120203", "080901"), ("0809",), False, SATISFIED),
        (("0809",), ("080901",), False, UNKNOWN),
        (("A081203",), ("A0812",), False, SATISFIED),
        (("G0812",), ("A0812",), False, SATISFIED),
        (("A081203",), ("A081201",), False, MISSING),
        (("A081203",), ("A081201",), True, SATISFIED),
        (("G0812",), ("A081201",), True, SATISFIED),
        (("A081203",), ("A081101",), True, MISSING),
        (("A0812",), ("08",), False, SATISFIED),
        (("A0812",), ("12",), False, MISSING),
        (("A0812",), ("0809",), False, UNKNOWN),
        (("080901",), ("A0812",), False, UNKNOWN),
        (("A1202",), ("0809",), False, MISSING),
        (("C020204",), ("5302",), False, UNKNOWN),
        (("C020204",), ("C0202",), False, SATISFIED),
        (("080910TK",), ("080910",), False, SATISFIED),
        ((), ("0809",), False, UNKNOWN),
        (("120203",), (), False, UNKNOWN),
    ],
)
def test_judge_major(majors, codes, related, outcome):
    requirement = must("major", *codes, related=related)

    assert judge(Candidate(id=1, majors=majors), requirement, rules=RULES) is outcome


def test_judge_major_open_to_all_is_satisfied():
    requirement = must("major", label="专业不限")

    assert judge(Candidate(id=1), requirement, rules=RULES) is SATISFIED


def test_major_fit_prefers_the_named_major():
    named, by_class, by_discipline, related = (
        major_fit("080901", must("major", code, related=True), RULES)
        for code in ("080901", "0809", "08", "080902")
    )

    assert named > by_class > by_discipline > related > 0


@pytest.mark.parametrize(
    ("candidate", "requirement", "outcome"),
    [
        (Candidate(id=1, degree=40), must("degree", minimum=40), SATISFIED),
        (Candidate(id=1, degree=30), must("degree", minimum=40), MISSING),
        (Candidate(id=1), must("degree", minimum=40), UNKNOWN),
        (Candidate(id=1, cohort=2026), must("cohort", "2026", "2027"), SATISFIED),
        (Candidate(id=1, cohort=2025), must("cohort", "2026"), MISSING),
        (Candidate(id=1), must("cohort", "2026"), UNKNOWN),
        (Candidate(id=1, experience_years=1.0), must("experience", minimum=3), MISSING),
        (Candidate(id=1, cohort=2026), must("experience", minimum=3), MISSING),
        (Candidate(id=1, cohort=2026), must("experience", minimum=1), UNKNOWN),
        (Candidate(id=1, cohort=2024), must("experience", minimum=3), UNKNOWN),
        (Candidate(id=1), must("experience", minimum=3), UNKNOWN),
        (Candidate(id=1, cohort=2020), must("experience", minimum=3), UNKNOWN),
        (Candidate(id=1), must("skill", "sql"), UNKNOWN),
        (Candidate(id=1, skills=(SkillRecord("sql"),)), must("skill", "sql", "r"), SATISFIED),
        (
            Candidate(id=1, skills=(SkillRecord("sql", 1),)),
            must("skill", "sql", minimum=3),
            MISSING,
        ),
        (Candidate(id=1, skills=(SkillRecord("sql"),)), must("skill", "sql", minimum=3), SATISFIED),
        (Candidate(id=1, skills=(SkillRecord("r"),)), must("skill", "sql"), MISSING),
        (Candidate(id=1), must("certificate", "nurse"), UNKNOWN),
    ],
)
def test_judge_by_kind(candidate, requirement, outcome):
    assert judge(candidate, requirement, rules=RULES) is outcome


@pytest.mark.parametrize(
    "requirement",
    [
        must("degree", minimum=50),
        must("major", "0809"),
        must("experience", minimum=3),
        must("cohort", "2027"),
        must("certificate", "teacher"),
        must("language", "cet6"),
        must("skill", "sql"),
    ],
)
@pytest.mark.parametrize("cohort", [2026, None])
def test_nothing_said_excludes_nobody(requirement, cohort):
    told_by_year = {RequirementKind.COHORT, RequirementKind.EXPERIENCE}
    cohort = None if requirement.kind in told_by_year else cohort
    candidate, vacancy = (
        Candidate(id=1, cohort=cohort),
        Vacancy(1, "x", requirements=(requirement,)),
    )

    (check,) = check_requirements(candidate, vacancy, rules=RULES)

    assert check.outcome is UNKNOWN
    assert missing_hard(candidate, vacancy, rules=RULES) == 0


def test_check_requirements_names_the_student_source():
    candidate = Candidate(id=1, skills=(SkillRecord("sql", 3, "project", "用SQL写报表"),))
    vacancy = Vacancy(1, "分析师", requirements=(must("skill", "sql"),))

    (check,) = check_requirements(candidate, vacancy, rules=RULES)

    assert check.evidence == (Evidence("project", "用SQL写报表"),)


@pytest.mark.parametrize(("cohort", "one_step"), [(2026, True), (2025, False), (None, False)])
def test_missing_certificate_is_one_step_short_before_graduation(cohort, one_step):
    candidate = Candidate(id=1, cohort=cohort, certificates=(SkillRecord("driver"),))
    vacancy = Vacancy(1, "教师", requirements=(must("certificate", "teacher"),))

    checks = check_requirements(candidate, vacancy, rules=RULES)

    assert is_one_step_short(checks) is one_step
    assert missing_hard(candidate, vacancy, rules=RULES) == (1 if one_step else 2)


@pytest.mark.parametrize(
    ("cohort", "years", "missing"),
    [(2026, 1, 1), (2026, 2, 2), (2025, 1, 2), (None, 1, 2)],
)
def test_a_year_of_experience_is_one_step_away_only_while_studying(cohort, years, missing):
    candidate = Candidate(id=1, cohort=cohort, experience_years=0.0)
    asked = must("experience", minimum=years, hard=True)

    assert (
        missing_hard(candidate, Vacancy(1, "分析师", requirements=(asked,)), rules=RULES) == missing
    )


def test_experience_nobody_stated_excludes_nobody_from_what_internships_give():
    candidate = Candidate(id=1, cohort=2026)
    vacancy = Vacancy(1, "分析师", requirements=(must("experience", minimum=1),))

    assert missing_hard(candidate, vacancy, rules=RULES) == 0


@pytest.mark.parametrize(
    ("years", "asked", "outcome"),
    [
        (0.0, ("2021",), MISSING),
        (0.0, ("2024",), UNKNOWN),
        (3.0, ("2021",), UNKNOWN),
        (0.0, ("2021", "2026"), UNKNOWN),
        (None, ("2021",), UNKNOWN),
    ],
)
def test_who_has_hardly_worked_did_not_graduate_long_ago(years, asked, outcome):
    candidate = Candidate(id=1, experience_years=years)

    (check,) = check_requirements(
        candidate, Vacancy(1, "分析师", requirements=(must("cohort", *asked),)), rules=RULES
    )

    assert check.outcome is outcome
    sources = [evidence.source for evidence in check.evidence]
    assert sources == (["experience.years"] if outcome is MISSING else [])


def test_certificate_asked_for_twice_is_one_step():
    candidate = Candidate(id=1, cohort=2026, certificates=(SkillRecord("driver"),))
    twice = (must("certificate", "teacher", label="a"), must("certificate", "teacher", label="b"))
    vacancy = Vacancy(1, "教师", requirements=twice)

    assert missing_hard(candidate, vacancy, rules=RULES) == 1
    assert is_one_step_short(check_requirements(candidate, vacancy, rules=RULES))


@pytest.mark.parametrize(
    "requirement",
    [must("degree", minimum=50), must("major", "0809"), must("cohort", "2027")],
)
def test_preferred_or_soft_requirements_exclude_nobody(requirement):
    candidate = Candidate(id=1, degree=40, majors=("120203",), cohort=2026)
    soft = Requirement(
        requirement.kind, Strength.PREFERRED, "x", requirement.codes, requirement.minimum, hard=True
    )

    assert missing_hard(candidate, Vacancy(1, "x", requirements=(requirement,)), rules=RULES) == 2
    assert missing_hard(candidate, Vacancy(1, "x", requirements=(soft,)), rules=RULES) == 0


@pytest.mark.parametrize(
    ("wishes", "posting", "missing"),
    [
        ({"regions": ("440100",), "regions_hard": True}, {"regions": ("310000",)}, 2),
        ({"regions": ("440100",), "regions_hard": False}, {"regions": ("310000",)}, 0),
        ({"regions": ("440100",), "regions_hard": True}, {}, 0),
        ({"pay_floor": 8000, "pay_hard": True}, {"pay_min": 5000, "pay_max": 7000}, 2),
        ({"pay_floor": 8000, "pay_hard": True}, {"pay_min": 5000, "pay_max": 9000}, 0),
        ({"pay_floor": 8000, "pay_hard": True}, {}, 0),
        ({"kinds": ("internship",), "kinds_hard": True}, {"kind": "full_time"}, 2),
        ({"audience": 3}, {"audience": 4}, 2),
        ({}, {"audience": 4}, 2),
        ({"audience": 4}, {"audience": 4}, 0),
    ],
)
def test_missing_hard_by_the_students_own_conditions(wishes, posting, missing):
    candidate, vacancy = Candidate(id=1, **wishes), Vacancy(1, "x", **posting)

    assert missing_hard(candidate, vacancy, rules=RULES) == missing


@pytest.mark.parametrize(
    ("wanted", "offered", "inside"),
    [
        ("440000", "440300", True),
        ("440300", "440000", True),
        ("440100", "440300", False),
        ("310000", "310115", True),
        ("310000", "320000", False),
    ],
)
def test_region_contains_its_cities(wanted, offered, inside):
    assert is_region_wanted((wanted,), (offered,)) is inside
