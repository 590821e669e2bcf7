import dataclasses
import datetime as dt

import pytest

from employment.guidance.reports.enums import Section, When
from employment.guidance.reports.rules.compare import compare
from employment.guidance.reports.rules.compose import compose, fingerprint
from employment.guidance.reports.rules.content import (
    Evidence,
    content_from,
    holds_guidance,
    without_guidance,
)
from employment.guidance.reports.rules.facts import (
    Facts,
    GapFact,
    GradeFact,
    MatchFact,
    NeedFact,
    PartFact,
    ProfileFact,
    RecordFact,
    ResultFact,
    ScaleFact,
    SkillFact,
    TargetFact,
)
from employment.guidance.reports.rules.outlook import term_end

DAY = dt.date(2026, 11, 23)
POSTING = Evidence("posting", 7, "后端开发工程师")
EMPTY = Facts(
    on=DAY,
    profile=ProfileFact(
        id=1,
        updated_on=DAY,
        university="江城大学",
        percent=5,
        missing=("basics", "experience", "skills", "intention"),
    ),
)


def named(text):
    return {"zh": text, "en": text}


def skill(code, *, shown=True, asked=3, level=3):
    proof = (Evidence("experience", 4, "二手平台"),) if shown else ()
    return SkillFact(
        id=len(code), code=code, name=named(code), level=level, shown=proof, asked=asked
    )


def need(code, *, kind="skill", met=0, missing=4, unknown=0):
    asked = met + missing + unknown
    return NeedFact(kind, code, named(code), asked, met, missing, unknown, POSTING)


RICH = Facts(
    on=DAY,
    agreed=True,
    matching=True,
    profile=ProfileFact(
        id=1,
        updated_on=DAY,
        university="江城大学",
        degree=40,
        major=named("软件工程"),
        cohort=2027,
        skills=(skill("python"), skill("go", shown=False)),
        records=(RecordFact(4, "internship", "实习", skills=(named("Python"),)),),
        percent=90,
    ),
    results=(
        ResultFact(
            9,
            "interests",
            named("职业兴趣"),
            DAY,
            tuple(ScaleFact(c, named(c), s) for c, s in (("r", 0.2), ("i", 0.9), ("c", 0.6))),
        ),
    ),
    grades=(GradeFact(3, "数据结构", 95, "2025-1"), GradeFact(4, "体育", 70, "2025-1")),
    matches=MatchFact(
        20, {"strong": 4}, 0.9, DAY, "x|1", (need("mysql"), need("kafka", missing=2))
    ),
    targets=(
        TargetFact(
            "2-02-10-03",
            named("软件工程师"),
            None,
            "student",
            (
                PartFact("interest", 15, 20, known=True, n=6, guidance=True),
                PartFact("skills", 20, 36, known=True, n=50),
                PartFact("region", 7, 14, known=False, n=0),
            ),
            (GapFact("redis", named("Redis"), 1.0, 0.4, 50),),
        ),
    ),
)


def keys(content, section):
    return [claim.key for claim in content.claims(section)]


def test_strengths_have_evidence_and_unproven_skills_are_gaps():
    content = compose(RICH)

    assert "strength:skill:python" in keys(content, Section.STRENGTHS)
    assert "strength:skill:go" not in keys(content, Section.STRENGTHS)
    assert "gap:go" in keys(content, Section.GAPS)
    assert all(claim.evidence for claim in content.claims(Section.STRENGTHS))


def test_gaps_have_size_share_and_an_action():
    for claim in compose(RICH).claims(Section.GAPS):
        assert 0 < claim.values["size"] <= 1
        assert 0 < claim.values["share"] <= 1
        assert claim.values["n"] > 0
        assert claim.actions


def test_gaps_come_by_weight_and_rare_ones_not_at_all():
    found = keys(compose(RICH), Section.GAPS)

    assert found[0] == "gap:redis"
    assert "gap:kafka" not in found


def test_a_claimed_skill_below_the_wanted_level_is_not_called_absent():
    profile = dataclasses.replace(RICH.profile, skills=(skill("mysql", level=1),))
    facts = dataclasses.replace(RICH, profile=profile)

    assert compose(facts).find("gap:mysql").code == "gap.level"


def test_parts_of_a_fit_add_up_with_and_without_guidance():
    content = compose(RICH)
    for report in (content, without_guidance(content)):
        values = report.find("target:2-02-10-03").values
        assert values["total"] == sum(part["points"] for part in values["parts"])
        assert values["low"] <= values["total"] <= values["high"]

    plain = without_guidance(content).find("target:2-02-10-03").values
    assert [part["kind"] for part in plain["parts"]] == ["skills", "region"]


def test_nothing_of_assessments_and_grades_stays_without_guidance():
    content = compose(RICH)
    plain = without_guidance(content)

    assert holds_guidance(content)
    assert not holds_guidance(plain)
    kinds = {e.kind for s in Section for c in plain.claims(s) for e in c.evidence}
    assert not kinds & {"result", "grade"}


def test_a_nearly_empty_profile_gets_a_short_report_with_what_to_fill():
    content = compose(EMPTY)

    assert "who:short" in keys(content, Section.WHO)
    assert not content.claims(Section.STRENGTHS)
    assert not content.claims(Section.GAPS)
    unknown = keys(content, Section.UNCERTAINTY)
    assert [f"unknown:fill:{part}" for part in EMPTY.profile.missing] == unknown[:4]
    assert keys(content, Section.PATH)[0] == "path:now:fill:basics"


def test_a_nearly_empty_profile_is_not_told_that_everything_is_missing():
    needs = tuple(need(f"skill-{n}") for n in range(20))
    matches = dataclasses.replace(RICH.matches, needs=needs)

    sparse = compose(dataclasses.replace(EMPTY, matches=matches))
    filled = dataclasses.replace(EMPTY.profile, percent=80, missing=())
    full = compose(dataclasses.replace(EMPTY, matches=matches, profile=filled))

    assert len(sparse.claims(Section.GAPS)) == 3
    assert len(full.claims(Section.GAPS)) == 20
    assert not compare(sparse, full).opened


def test_a_flagged_result_describes_nothing():
    result = dataclasses.replace(RICH.results[0], flagged=True)
    content = compose(dataclasses.replace(RICH, results=(result,)))

    assert content.find("who:interests").code == "who.flagged"
    assert content.find("unknown:flagged:interests")


def test_content_survives_json():
    content = compose(RICH)

    again = content_from(content.as_json())

    assert fingerprint(again) == fingerprint(content)
    assert again.find("gap:redis").actions == content.find("gap:redis").actions


def test_another_day_alone_is_no_new_report():
    later = dataclasses.replace(RICH, on=DAY + dt.timedelta(days=1))

    assert fingerprint(compose(later)) == fingerprint(compose(RICH))


def test_comparison_names_closed_gaps_new_strengths_and_fits():
    profile = dataclasses.replace(RICH.profile, skills=(skill("python"), skill("go")))
    target = dataclasses.replace(RICH.targets[0], gaps=())
    found = compare(
        compose(RICH), compose(dataclasses.replace(RICH, profile=profile, targets=(target,)))
    )

    assert [claim.key for claim in found.new_strengths] == ["strength:skill:go"]
    assert {claim.key for claim in found.closed} == {"gap:redis", "gap:go"}
    assert found.fits[0].difference == 0
    assert not found.lost_strengths


def test_steps_fall_into_three_times():
    whens = {claim.values["when"] for claim in compose(RICH).claims(Section.PATH)}

    assert whens == set(When.values)


@pytest.mark.parametrize(
    ("on", "end"),
    [
        (dt.date(2026, 11, 23), dt.date(2027, 1, 20)),
        (dt.date(2027, 1, 5), dt.date(2027, 1, 20)),
        (dt.date(2027, 3, 1), dt.date(2027, 7, 15)),
        (dt.date(2027, 8, 1), dt.date(2028, 1, 20)),
    ],
)
def test_term_ends_follow_the_university_year(on, end):
    assert term_end(on) == end
