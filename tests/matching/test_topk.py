import numpy as np
import pytest

from matching.topk import pack, top_k


def brute_force(queries, documents, k, eligible):
    scores = np.where(eligible, queries @ documents.T, -np.inf)
    order = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    return order, np.take_along_axis(scores, order, axis=1)


def random_unit(rng, rows, dim, clustered):
    vectors = rng.normal(size=(rows, dim))
    if clustered:
        vectors = 0.2 * vectors + rng.normal(size=(5, dim))[rng.integers(0, 5, rows)]
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("clustered", [False, True])
def test_top_k_equals_brute_force_under_random_filters(seed, clustered):
    rng = np.random.default_rng(seed)
    rows, columns, k = (int(rng.integers(1, high)) for high in (400, 3000, 60))
    queries = random_unit(rng, rows, 16, clustered)
    documents = random_unit(rng, columns, 16, clustered)
    tables = [rng.random(shape) < 0.35 for shape in ((5, 7), (90, 80), (3, 4))]
    of_rows = [rng.integers(0, len(table), rows) for table in tables]
    of_columns = [rng.integers(0, table.shape[1], columns) for table in tables]
    eligible = np.ones((rows, columns), dtype=bool)
    for table, row, column in zip(tables, of_rows, of_columns, strict=True):
        eligible &= ~table[row][:, column]

    found = top_k(queries, documents, k, packed=pack(tables, of_rows, of_columns))

    _, expected = brute_force(queries, documents, k, eligible)
    width = expected.shape[1]
    present = np.isfinite(expected)
    assert ((found.columns[:, :width] >= 0) == present).all()
    assert np.allclose(found.similarities[:, :width][present], expected[present], atol=1e-5)
    picked = found.columns[:, :width]
    assert eligible[np.arange(rows)[:, None], np.maximum(picked, 0)][present].all()


def test_top_k_equal_similarities_go_to_the_lower_id():
    documents = np.tile(np.array([[1.0, 0.0]], dtype=np.float32), (600, 1))
    ids = np.random.default_rng(0).permutation(600) + 10

    found = top_k(np.array([[1.0, 0.0]], dtype=np.float32), documents, 5, ids=ids)

    assert ids[found.columns[0]].tolist() == [10, 11, 12, 13, 14]


def test_top_k_without_eligible_documents_is_all_empty():
    queries = np.ones((2, 3), dtype=np.float32)
    packed = pack([np.ones((1, 1), bool)], [np.zeros(2, int)], [np.zeros(4, int)])

    found = top_k(queries, np.ones((4, 3), dtype=np.float32), 2, packed=packed)

    assert found.columns.tolist() == [[-1, -1], [-1, -1]]


def test_top_k_of_nothing_is_empty():
    empty = np.zeros((0, 3), dtype=np.float32)

    assert top_k(empty, empty, 5).columns.shape == (0, 5)
