from dataclasses import replace

import numpy as np
import pytest

from matching.encoders import HashingEncoder, PackagedEncoder
from matching.heads import fit_title_space
from matching.heads.fit_title_space import Material, embed, fit_space, judged_groups, translations
from matching.heads.fit_title_words import gloss_vectors
from matching.heads.title_glosses import read_glosses
from matching.heads.title_space import PATH, WORDS_PATH, TitleSpace, build_space, title_space

ENCODER = HashingEncoder(64)
ONET = [
    ["cook", "line cook", "chef", "kitchen hand"],
    ["nurse", "staff nurse", "ward sister"],
    ["welder", "pipe welder", "metal joiner"],
]
CLASSIFICATION = [["厨师", "炊事员"], ["护士", "护理人员"], ["焊工", "电焊工"]]


@pytest.fixture(scope="module")
def material():
    titles = [title for group in (*ONET, *CLASSIFICATION) for title in group]
    return Material(ONET, CLASSIFICATION, vectors=embed(titles, ENCODER))


@pytest.fixture(scope="module")
def space(material):
    return build_space(fit_space(material, ENCODER.name))


def test_space_brings_titles_of_one_occupation_together(space, material):
    titles = ["cook", "kitchen hand", "ward sister"]
    plain = material.rows(titles)
    rows = space.apply(plain, titles)

    near, far = rows[0] @ rows[1], rows[0] @ rows[2]
    assert near > far
    assert near - far > plain[0] @ plain[1] - plain[0] @ plain[2]


def test_space_gives_unit_rows_that_do_not_depend_on_their_neighbours(space, material):
    titles = ["cook", "nurse", "焊工"]
    vectors = material.rows(titles)

    together = space.apply(vectors, titles)
    alone = np.concatenate([space.apply(vectors[at : at + 1], [titles[at]]) for at in range(3)])

    assert together.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1.0, rtol=1e-5)
    np.testing.assert_allclose(together, alone, atol=1e-5)


def test_space_of_wider_vectors_reads_the_general_half(space, material):
    titles = ["cook", "nurse"]
    vectors = material.rows(titles)
    wider = np.concatenate([vectors, np.ones_like(vectors)], axis=1)

    np.testing.assert_allclose(space.apply(wider, titles), space.apply(vectors, titles), atol=1e-6)


def test_space_of_no_titles_is_empty(space):
    assert len(space.apply(np.zeros((0, 64), dtype=np.float32), [])) == 0


def test_chinese_titles_are_read_by_what_their_words_mean(material):
    words = gloss_vectors({"掌勺": ["chef", "cook"], "的": ["nurse"]}, ENCODER)
    titles = ["掌勺", "chef", "ward sister"]
    vectors = embed(titles, ENCODER)
    rows = np.stack([vectors[title] for title in titles])

    read = build_space(fit_space(replace(material, words=words), ENCODER.name))
    near, far = (read.project(rows, titles)[0] @ read.project(rows, titles)[1:].T).tolist()

    assert near > 0.5 > far


def test_shipped_words_belong_to_the_shipped_space():
    with np.load(PATH) as space, np.load(WORDS_PATH) as words:
        assert words["word_rows"].shape[1] == space["projection"].shape[1]
        assert words["words"].tobytes().decode().split("\n") == list(read_glosses())
    space = title_space(PackagedEncoder().name)
    titles = ["叉车操作员", "forklift operator", "civil engineer"]
    driver, same, other = space.apply(PackagedEncoder().encode(titles), titles)

    assert driver @ same > 0.5 > driver @ other


def test_fit_is_repeatable(material):
    first, second = (fit_space(material, ENCODER.name) for _ in range(2))

    assert sorted(first) == sorted(second)
    for name, part in first.items():
        np.testing.assert_array_equal(part, second[name])


def test_space_of_another_encoder_leaves_vectors_as_they_are():
    found = title_space("some-other-encoder")
    vectors = ENCODER.encode(["cook"])

    assert found == TitleSpace("none")
    np.testing.assert_array_equal(found.apply(vectors, ["cook"]), vectors)


def test_translations_are_each_others_nearest(monkeypatch):
    monkeypatch.setattr(fit_title_space, "HUBNESS", 1)
    titles = ["java开发", "java", "护士"]
    material = Material(
        [], [], chinese=["java开发", "护士"], english=["java"], vectors=embed(titles, ENCODER)
    )

    monkeypatch.setattr(fit_title_space, "LEAST_COSINE", 0.3)
    assert translations(material) == [("java开发", "java")]


def test_judged_groups_begin_with_the_query():
    groups = judged_groups([{"query": "cook", "relevant": ["2", "1"]}], {"1": "chef", "2": "baker"})

    assert groups == [["cook", "baker", "chef"]]
