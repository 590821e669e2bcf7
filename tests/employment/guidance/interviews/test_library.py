from collections import Counter

import pytest

from employment.guidance.interviews.enums import Criterion, QuestionKind
from employment.guidance.interviews.library import anchors, competencies, questions


def test_questions_are_many_of_every_kind():
    kinds = Counter(one.kind for one in questions().values())

    assert len(questions()) >= 120
    assert all(kinds[kind] >= 12 for kind in QuestionKind)
    assert sum(one.needs_skill for one in questions().values()) >= 10


@pytest.mark.parametrize("code", sorted(questions()))
def test_question_is_complete_in_both_languages(code):
    one = questions()[code]

    assert one.seconds >= 120
    assert one.text.zh != one.text.en
    assert one.shows.zh != one.shows.en
    assert len(one.competency.anchors) == 3


def test_gap_of_a_template_is_filled_in_both_languages():
    text = questions()["technical-expertise-1"].text.filled("Python")

    assert "Python" in text.zh
    assert "Python" in text.en
    assert "{" not in text.zh


def test_anchors_name_all_five_levels_of_every_criterion():
    assert set(anchors()) == set(Criterion)
    assert all(set(levels) == {1, 2, 3, 4, 5} for levels in anchors().values())
    assert all(one.terms for one in competencies().values())
