from itertools import pairwise

import pytest

from employment.guidance.scenarios.enums import Competency
from employment.guidance.scenarios.library import scenarios
from employment.guidance.scenarios.rules.debrief import (
    Taken,
    best_way,
    compare_words,
    competencies_shown,
    remarks,
)

SCENARIO = scenarios()["report-delay"]
GOOD = [Taken("found", "size"), Taken("ask", "options"), Taken("write", words="x")]
POOR = [Taken("found", "silent"), Taken("thursday", "vague")]


def points(taken):
    return {
        one.competency: (one.earned, one.possible) for one in competencies_shown(SCENARIO, taken)
    }


def test_points_are_compared_with_the_best_at_the_places_visited():
    assert points(GOOD)[Competency.CLARITY] == (6, 6)
    assert points(GOOD)[Competency.PROBLEM_SOLVING] == (6, 6)
    assert points(GOOD)[Competency.ASSERTIVENESS] == (2, 2)
    assert points(POOR)[Competency.CLARITY] == (0, 5)
    assert points(POOR)[Competency.PROBLEM_SOLVING] == (1, 5)


def test_a_better_choice_is_named_only_where_there_is_one():
    assert [remark.best for remark in remarks(SCENARIO, GOOD)] == [None, None]
    assert [remark.best.code for remark in remarks(SCENARIO, POOR)] == ["size", "honest"]


@pytest.mark.parametrize("code", sorted(scenarios()))
def test_the_best_way_is_the_best_of_all_ways_and_ends_well(code):
    way = best_way(scenarios()[code])

    assert way[-1][0].quality == "good"
    assert all(
        choice is None or choice.to == after.code for (_, choice), (after, _) in pairwise(way)
    )


def test_own_words_make_points_in_either_language():
    node = SCENARIO.nodes["write"]

    chinese = compare_words(node, "三张表有误，其余如期提交，下周二补齐，抱歉。")
    english = compare_words(node, "The tables are WRONG.")
    model = [compare_words(node, text).missed for text in (node.model.zh, node.model.en)]

    assert len(chinese.made) == 4
    assert [str(p.text.en) for p in english.made] == ["What happened and what is affected"]
    assert model == [(), ()]


@pytest.mark.parametrize("code", sorted(scenarios()))
def test_every_model_answer_makes_its_own_points(code):
    for node in scenarios()[code].nodes.values():
        if node.model:
            assert compare_words(node, node.model.zh).missed == ()
            assert compare_words(node, node.model.en).missed == ()
