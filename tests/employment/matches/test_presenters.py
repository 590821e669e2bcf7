import pytest
from django.urls import reverse

from employment.matches import presenters
from employment.matches.wording import Names, labelled, names_for, told
from tests.factories.matches import CHECK, CRITERION, make_match
from tests.factories.taxonomy import make_region


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([30.0, 19.4, 7.4, 12.6, 7.5], [30, 19, 7, 13, 8]),
        ([0.4, 0.4, 0.4], [1, 0, 0]),
        ([], []),
    ],
)
def test_whole_points_add_up_to_the_rounded_total(points, expected):
    found = presenters.whole_points(points)

    assert sum(found) == round(sum(points))
    assert found == expected


@pytest.mark.parametrize(("percentile", "share"), [(None, None), (0.979, 97), (1.0, 99)])
def test_share_is_never_rounded_up(db, percentile, share):
    match = make_match(percentile=percentile)

    assert presenters.share(match) == share


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("education.degree", "40", "本科"),
        ("education.cohort", "2027", "2027 届"),
        ("experience.years", "0", "尚无相关经历"),
        ("experience.years", "0.164258", "2 个月"),
        ("experience.years", "1.5", "1.5 年"),
        ("intention.pay", "6300", "6,300 元/月"),
        ("intention.kinds", "full_time, internship", "全职、实习岗位"),
        ("claim", "熟练使用 Python", "熟练使用 Python"),
    ],
)
def test_evidence_is_told_in_words(source, text, expected):
    assert told({"source": source, "text": text}, Names()) == expected


def test_region_codes_are_named(db):
    make_region("330100")
    evidence = {"source": "intention.regions", "text": "330100"}
    match = make_match(criteria=[CRITERION | {"evidence": [[evidence, evidence]]}])

    assert labelled(evidence, names_for([match])) == "意向地点：杭州市"


def test_named_codes_take_one_query_for_all_matches(db, django_assert_num_queries):
    evidence = {"source": "posting.regions", "text": "330100"}
    matches = [make_match(criteria=[CRITERION | {"evidence": [[evidence, evidence]]}])] * 3

    with django_assert_num_queries(1):
        names_for(matches)


def test_missing_skill_leads_to_the_editor_with_its_name(db):
    match = make_match(checks=[CHECK | {"outcome": "missing", "evidence": [], "label": "A / B"}])

    [row] = presenters.requirement_rows(match, own=True)

    assert row["action_url"] == reverse("students:add_record", args=["skills"]) + "?name=A"


def test_anonymous_candidate_shows_neither_name_nor_own_words(db):
    match = make_match()
    match.has_applied = False

    card = presenters.candidate_card(match, anonymous=True)

    assert not card["named"]
    assert "Python 开发后端接口" not in str(card["rows"])


def test_candidate_code_survives_a_new_run(db):
    old = make_match()
    code = presenters.candidate_code(old)
    student, posting = old.student, old.posting
    old.delete()

    assert presenters.candidate_code(make_match(student=student, posting=posting)) == code


def test_the_list_names_what_is_missing_and_what_is_required_first(db):
    missing = CHECK | {"outcome": "missing"}
    checks = [
        missing | {"label": "团队合作", "strength": "preferred"},
        missing | {"label": "MySQL", "strength": "must"},
        CHECK | {"label": "Java", "outcome": "satisfied"},
    ]

    assert presenters.match_card(make_match(checks=checks))["missing"] == "MySQL、团队合作"


@pytest.mark.parametrize(
    ("band", "bounds", "label"),
    [
        ("strong", (0.98, 0.99), "很契合"),
        ("good", (0.98, 0.99), "较契合"),
        ("good", (0.95, 0.99), "较契合"),
        ("good", (0.80, 0.99), "可尝试–较契合（信息不足）"),
        ("strong", (0.80, 0.99), "可尝试–很契合（信息不足）"),
    ],
)
def test_a_missing_condition_caps_the_label(db, band, bounds, label):
    match = make_match(
        band=band, percentile=0.98, percentile_low=bounds[0], percentile_high=bounds[1]
    )

    assert match.fit_label == label


@pytest.mark.parametrize(
    ("name", "source", "known", "note"),
    [
        ("occupation", "intention.title", True, ""),
        ("occupation", "claim", True, "未填写求职意向：以技能代替"),
        ("occupation", "intention.title", False, "信息不足，未计入"),
        ("skills", "claim", True, ""),
    ],
)
def test_a_score_says_where_skills_stood_for_a_wish(db, name, source, known, note):
    pair = [{"source": source, "text": "Spark"}, {"source": "posting.title", "text": "分析师"}]
    match = make_match(criteria=[CRITERION | {"name": name, "known": known, "evidence": [pair]}])

    (part,) = presenters.score_parts(match, names_for([match]))

    assert part["note"] == note
