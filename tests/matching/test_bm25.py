import pytest

from matching.bm25 import Bm25, words

TEXTS = ("招聘护士，负责病房护理", "Java 开发工程师，熟悉 MySQL", "会计，负责记账报税")


@pytest.mark.parametrize(
    ("query", "best"), [("护理专业，想做护士", 0), ("会用 java 和 mysql", 1), ("记账", 2)]
)
def test_scores_are_highest_for_the_text_that_shares_words(query, best):
    assert Bm25(TEXTS).scores(query).argmax() == best


def test_scores_are_zero_without_shared_words():
    assert Bm25(TEXTS).scores("焊接").tolist() == [0, 0, 0]


def test_a_rare_word_weighs_more_than_a_common_one():
    found = Bm25(("负责 护理", "负责 会计", "负责 教学"))

    assert found.scores("护理")[0] > found.scores("负责")[0]


def test_longer_texts_do_not_win_by_length():
    short, long = Bm25(("护士", "护士 " + "其他 " * 50)).scores("护士")

    assert short > long


def test_words_fold_case_and_drop_marks():
    assert words("Java，MySQL！") == ["java", "mysql"]
