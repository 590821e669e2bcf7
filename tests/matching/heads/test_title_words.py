import numpy as np
import pytest

from matching.heads.fit_title_words import fit_words, word_parts
from matching.heads.title_words import TitleWords, build_words, split_title

WORDS = {"叉车": 0, "操作员": 1, "操作": 2, "java": 3}
ROWS = np.eye(4, dtype=np.float32)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("叉车操作员", ["叉车", "操作员"]),
        ("高叉车操作", ["高", "叉车", "操作"]),
        ("ＪＡＶＡ操作员", ["java", "操作员"]),
        ("forklift", ["forklift"]),
        ("！", []),
    ],
)
def test_titles_split_into_as_few_known_words_as_possible(title, words):
    assert split_title(title, WORDS) == words


def test_words_weigh_by_the_share_of_the_title_that_they_cover():
    own = np.tile(np.array([0, 0, 0, 1], dtype=np.float32), (3, 1))

    whole, half, none = TitleWords(WORDS, ROWS, 0.5).blend(own, ["叉车", "叉车某某", "某某"])

    np.testing.assert_allclose(whole, np.array([1, 0, 0, 1]) / np.sqrt(2), atol=1e-6)
    np.testing.assert_allclose(half, np.array([1, 0, 0, 3]) / np.sqrt(10), atol=1e-6)
    np.testing.assert_allclose(none, own[0])


def test_titles_without_chinese_stay_as_they_are():
    own = np.array([[1, 0, 0, 0]], dtype=np.float32)

    np.testing.assert_array_equal(TitleWords(WORDS, ROWS, 0.5).blend(own, ["java"]), own)


def test_translations_move_the_words_of_their_title_only():
    glossed = {"叉车": np.array([1.0, 0.0]), "护士": np.array([0.0, 1.0])}

    moved = fit_words(glossed, ["叉车"], np.array([[0.0, -1.0]]))

    assert np.linalg.norm(moved[0] - [0, -1]) < np.linalg.norm(glossed["叉车"] - [0, -1]) / 2
    np.testing.assert_allclose(moved[1], glossed["护士"])


def test_words_survive_being_kept():
    kept = build_words(word_parts(WORDS, ROWS * 0.4))

    assert kept is not None
    assert kept.places == WORDS
    np.testing.assert_allclose(kept.rows, ROWS * 0.4, atol=0.002)
    assert build_words({}) is None
