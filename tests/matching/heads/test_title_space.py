import numpy as np
import pytest

from matching.encoders import HashingEncoder
from matching.heads import fit_title_space
from matching.heads.fit_title_space import Material, embed, fit_space, judged_groups, translations
from matching.heads.title_space import TitleSpace, build_space, title_space

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
    rows = space.apply(material.rows(["cook", "kitchen hand", "ward sister"]))
    plain = material.rows(["cook", "kitchen hand", "ward sister"])

    near, far = rows[0] @ rows[1], rows[0] @ rows[2]
    assert near > far
    assert near - far > plain[0] @ plain[1] - plain[0] @ plain[2]


def test_space_gives_unit_rows_that_do_not_depend_on_their_neighbours(space, material):
    vectors = material.rows(["cook", "nurse", "焊工"])

    together = space.apply(vectors)
    alone = np.concatenate([space.apply(vectors[at : at + 1]) for at in range(3)])

    assert together.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1.0, rtol=1e-5)
    np.testing.assert_allclose(together, alone, atol=1e-5)


def test_space_of_wider_vectors_reads_the_general_half(space, material):
    vectors = material.rows(["cook", "nurse"])
    wider = np.concatenate([vectors, np.ones_like(vectors)], axis=1)

    np.testing.assert_allclose(space.apply(wider), space.apply(vectors), atol=1e-6)


def test_space_of_no_titles_is_empty(space):
    assert len(space.apply(np.zeros((0, 64), dtype=np.float32))) == 0


def test_fit_is_repeatable(material):
    first, second = (fit_space(material, ENCODER.name) for _ in range(2))

    assert sorted(first) == sorted(second)
    for name, part in first.items():
        np.testing.assert_array_equal(part, second[name])


def test_space_of_another_encoder_leaves_vectors_as_they_are():
    found = title_space("some-other-encoder")
    vectors = ENCODER.encode(["cook"])

    assert found == TitleSpace("none")
    np.testing.assert_array_equal(found.apply(vectors), vectors)


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
