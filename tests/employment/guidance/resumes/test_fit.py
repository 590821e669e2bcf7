"""What a posting asks for against what the resume shows and the profile proves."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from employment.guidance.resumes.content import Entry, ResumeContent, Skill
from employment.guidance.resumes.fit import Fit, State, fit_to_posting
from employment.guidance.resumes.rules import Place
from matching.lexicon import Lexicon
from matching.types import Requirement, RequirementKind, Strength

NAMES = {
    "python": "Python",
    "sql": "SQL",
    "tableau": "Tableau",
    "java": "Java",
    "cpa": "注册会计师",
}
LEXICON = Lexicon.from_rows(
    {"id": code, "name": name, "kind": "certificate" if code == "cpa" else "tool", "family": "it"}
    for code, name in NAMES.items()
)
CONTENT = ResumeContent(
    target="Java 开发工程师",
    experience=(Entry("实习生", "星河科技", lines=("用 Python 搭建 12 张日报",)),),
    skills=(Skill("Python"), Skill("SQL")),
)


def asks(*codes: str, strength: Strength = Strength.MUST) -> Requirement:
    kind = RequirementKind.CERTIFICATE if codes == ("cpa",) else RequirementKind.SKILL
    return Requirement(kind, strength, " / ".join(codes), codes)


def fit(*requirements: Requirement, evidence: dict[str, str] | None = None) -> Fit:
    return fit_to_posting(CONTENT, requirements, evidence or {}, lexicon=LEXICON)


def test_shown_skill_quotes_the_line_that_uses_it():
    (row,) = fit(asks("python")).rows

    assert row.state is State.SHOWN
    assert row.shown is not None
    assert (row.shown.place, row.shown.quote) == (
        Place("experience", 0, 0), "用 Python 搭建 12 张日报"
    )  # fmt: skip


def test_proven_skill_is_advised_with_its_evidence():
    (row,) = fit(asks("tableau"), evidence={"tableau": "课程《数据可视化》 92 分"}).rows

    assert (row.state, row.add, row.evidence) == (
        State.PROVEN, "tableau", "课程《数据可视化》 92 分"
    )  # fmt: skip


def test_unproven_skill_is_to_learn_and_never_to_add():
    (row,) = fit(asks("cpa"), evidence={"tableau": "课程", "cpa": "  "}).rows

    assert (row.state, row.add, row.evidence, row.shown) == (State.TO_LEARN, "", "", None)


def test_aim_shows_no_skill():
    assert fit(asks("java")).rows[0].state is State.TO_LEARN


@pytest.mark.parametrize("codes", [("java", "python"), ("python", "java")])
def test_one_of_the_alternatives_is_enough(codes):
    assert fit(asks(*codes)).rows[0].state is State.SHOWN


def test_musts_come_first_and_count_twice():
    result = fit(asks("tableau", strength=Strength.PREFERRED), asks("python"))

    assert [row.requirement.label for row in result.rows] == ["python", "tableau"]
    assert result.score == 67


def test_conditions_that_are_no_skill_are_left_to_the_match():
    degree = Requirement(RequirementKind.DEGREE, Strength.MUST, "本科", ("50",))

    assert fit(degree).rows == ()
    assert fit(degree).score is None


codes = st.sampled_from(sorted(NAMES))
REQUIREMENTS = st.lists(
    st.lists(codes, min_size=1, max_size=3, unique=True).map(lambda c: asks(*c)), max_size=6
)
EVIDENCE = st.dictionaries(codes, st.text("证据 ab", max_size=6), max_size=5)
SHOWN = st.lists(codes, max_size=4, unique=True)


@settings(max_examples=300, deadline=None)
@given(requirements=REQUIREMENTS, evidence=EVIDENCE, shown=SHOWN)
def test_never_an_invented_skill(requirements, evidence, shown):
    """Whatever is asked for, only what the profile proves may be added."""
    content = replace(CONTENT, skills=tuple(Skill(NAMES[code]) for code in shown))

    rows = fit_to_posting(content, requirements, evidence, lexicon=LEXICON).rows

    assert len(rows) == len(requirements)
    for row in rows:
        if row.add:
            assert row.add in row.requirement.codes
            assert row.add not in shown
            assert row.evidence == evidence[row.add].strip() != ""
        if row.state is State.TO_LEARN:
            assert not any(evidence.get(c, "").strip() for c in row.requirement.codes)
            assert (row.add, row.evidence) == ("", "")
        if row.shown:
            place = row.shown.place
            assert place.section in {"experience", "skills"}
            assert row.shown.quote in {
                *CONTENT.experience[0].lines,
                *(s.name for s in content.skills),
            }
