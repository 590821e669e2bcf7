"""Must show: forty seeded defects are found, and mending one never lowers the score."""

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.rules import POINTS, Judgement, Part, Severity, judge
from employment.guidance.resumes.rules.judging import REMARKS, part_scores
from tests.employment.guidance.resumes.rules.seeds import (
    CHINESE,
    CLEAN,
    ENGLISH,
    SEEDS,
    Seed,
    is_english,
    top,
)


def judged(content: ResumeContent, kind: str = "variant") -> Judgement:
    return judge(content, language="en" if is_english(content) else "zh", kind=kind)


SEEDS_ZH = [seed for seed in SEEDS if seed.base is CHINESE]
ISSUES = [issue for seed in SEEDS for issue in judged(seed.bad).issues]


def found(content: ResumeContent) -> set[tuple[str, object]]:
    return {(issue.code, issue.place) for issue in judged(content).issues}


def is_found(seed: Seed) -> bool:
    return (seed.code, seed.place) in found(seed.bad) - found(seed.base)


def test_seeded_defects_are_found(record_property):
    missed = [seed.name for seed in SEEDS if not is_found(seed)]
    record_property("resume_defect_recall", 1 - len(missed) / len(SEEDS))

    assert len(SEEDS) == 40
    assert len({seed.name for seed in SEEDS}) == 40
    assert 1 - len(missed) / len(SEEDS) >= 0.9, missed


def test_clean_resumes_raise_few_false_alarms(record_property):
    alarms = [(issue.code, issue.quote) for one in CLEAN for issue in judged(one).issues]
    hits = sum(is_found(seed) for seed in SEEDS)
    precision = hits / (hits + len(alarms))
    record_property("resume_defect_precision", precision)

    assert precision >= 0.9, alarms
    assert min(judged(one).score for one in CLEAN) >= 90


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_mending_a_defect_never_lowers_the_score(seed: Seed):
    bad, good = judged(seed.bad), judged(seed.base)

    assert good.score >= bad.score
    for one, other in zip(bad.parts, good.parts, strict=True):
        assert other.points >= one.points


@settings(max_examples=50, deadline=None)
@given(
    numbers=st.permutations(range(len(SEEDS_ZH))),
    taken=st.integers(min_value=1, max_value=8),
)
def test_mending_one_of_several_defects_never_lowers_the_score(numbers, taken):
    """The last of several changes is undone. Where it wrote over an earlier defect, undoing it
    brings that back and is no mending."""
    content = bad = CHINESE
    try:
        for number in numbers[:taken]:
            content, bad = bad, SEEDS_ZH[number].change(bad)
    except IndexError:
        return  # the entry it needs went with an earlier change

    if not found(content) - found(bad):
        assert judged(content).score >= judged(bad).score


@settings(max_examples=100, deadline=None)
@given(kept=st.lists(st.tuples(st.integers(0, len(ISSUES) - 1), st.booleans()), max_size=60))
def test_fewer_issues_never_score_lower(kept):
    some = [ISSUES[number] for number, _ in kept]
    fewer = [ISSUES[number] for number, stays in kept if stays]

    assert sum(p.points for p in part_scores(fewer)) >= sum(p.points for p in part_scores(some))


@pytest.mark.parametrize("content", [*CLEAN, *(seed.bad for seed in SEEDS), ResumeContent()])
def test_parts_add_up_and_repeat(content: ResumeContent):
    one, other = judged(content), judged(content)

    assert one == other
    assert one.score == sum(part.points for part in one.parts)
    assert [part.part for part in one.parts] == list(Part)
    assert all(0 <= part.points <= part.most == POINTS[part.part] for part in one.parts)
    assert 0 <= one.score <= sum(POINTS.values()) == 100


def test_issues_are_ordered_and_named():
    issues = judged(ResumeContent()).issues
    ranks = [list(Severity).index(issue.severity) for issue in issues]

    assert ranks == sorted(ranks)
    assert {issue.code for issue in issues} >= {"no_name", "no_education", "no_experience"}


@pytest.mark.parametrize("code", sorted(REMARKS))
def test_every_remark_is_bilingual_and_asks_for_its_detail(code: str):
    remark = REMARKS[code]
    for text in (remark.title, remark.why, remark.fix):
        with override("en"):
            english = str(text)
        with override("zh-hans"):
            chinese = str(text)
        assert any("\u4e00" <= char <= "\u9fff" for char in chinese), english
        assert ("{detail}" in english) == ("{detail}" in chinese)


def test_political_status_is_no_issue_where_the_posting_asks():
    told = top(summary="中共党员，做过两段数据分析实习。")(CHINESE)

    asked = judge(told, language="zh", kind="variant", asked=frozenset({"political_status"}))

    assert "political_status" in {issue.code for issue in judged(told).issues}
    assert "political_status" not in {issue.code for issue in asked.issues}


def test_a_master_may_be_longer_than_a_variant():
    lines = tuple(f"Built {n} small tools that cut a weekly chore by {n} minutes" for n in range(6))
    entry = ENGLISH.experience[0]
    rows = tuple(
        type(entry)(f"Intern {n}", "Harbour Ltd", "", "2024-01", "2024-02", False, lines)
        for n in range(9)
    )
    long = top(experience=rows)(ENGLISH)

    codes = {kind: {i.code for i in judged(long, kind).issues} for kind in ("master", "variant")}

    assert "too_many_pages" in codes["variant"]
    assert "too_many_pages" not in codes["master"]


def test_detail_goes_into_the_words():
    seed = next(one for one in SEEDS if one.code == "tech_name")
    with override("en"):
        issue = next(one for one in judged(seed.bad).issues if one.code == "tech_name")

        assert "Javascript → JavaScript" in issue.fix
    assert issue.quote == seed.bad.experience[0].lines[0]
