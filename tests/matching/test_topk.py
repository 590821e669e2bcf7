import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.tiles import TILE_ROWS, plan_tiles
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


def small_numbers(rng, rows, dim):
    """Few distinct vectors whose products are exact in single precision: many ties."""
    return rng.integers(-2, 3, size=(max(1, rows // 4), dim))[
        rng.integers(0, max(1, rows // 4), rows)
    ].astype(np.float32)


def random_filters(rng, rows, columns, count):
    tables, of_rows, of_columns = [], [], []
    for _number in range(count):
        shape = (int(rng.integers(1, 90)), int(rng.integers(1, 40)))
        tables.append(rng.random(shape) < rng.random())
        of_rows.append(rng.integers(0, shape[0], rows))
        of_columns.append(rng.integers(0, shape[1], columns))
    return tables, of_rows, of_columns


def expected_columns(queries, documents, k, eligible, ids):
    exact = documents.astype(np.float64)
    for query, fine in zip(queries, eligible, strict=True):
        row = (exact * query).sum(axis=1)  # a matrix product may tell copies apart
        best = sorted(np.flatnonzero(fine), key=lambda at, row=row: (-row[at], ids[at]))[:k]
        yield [*best, *[-1] * (k - len(best))]


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    rows=st.integers(1, 220),
    columns=st.integers(1, 900),
    k=st.integers(1, 70),
    filters=st.integers(0, 4),
    kind=st.sampled_from(["spread", "clustered", "ties", "copies"]),
)
def test_top_k_is_the_reference_to_the_last_tie(seed, rows, columns, k, filters, kind):
    rng = np.random.default_rng(seed)
    if kind == "ties":
        queries, documents = small_numbers(rng, rows, 8), small_numbers(rng, columns, 8)
    else:
        queries = random_unit(rng, rows, 24, kind == "clustered")
        documents = random_unit(rng, columns, 24, kind == "clustered")
    if kind == "copies":
        documents = documents[rng.integers(0, columns, columns)]
    tables, of_rows, of_columns = random_filters(rng, rows, columns, filters)
    eligible = np.ones((rows, columns), dtype=bool)
    for table, row, column in zip(tables, of_rows, of_columns, strict=True):
        eligible &= ~table[row][:, column]
    ids = rng.permutation(columns * 3)[:columns]

    found = top_k(
        queries, documents, k, packed=pack(tables, of_rows, of_columns), ids=ids, threads=1
    )

    wanted = list(expected_columns(queries, documents, k, eligible, ids))
    assert found.columns.tolist() == wanted


def test_top_k_does_not_depend_on_the_order_of_rows_and_columns():
    rng = np.random.default_rng(3)
    queries, documents = random_unit(rng, 1500, 16, True), random_unit(rng, 700, 16, True)
    documents = documents[rng.integers(0, 300, 700)]
    ids = np.arange(700)
    tables, of_rows, of_columns = random_filters(rng, 1500, 700, 3)
    row, column = rng.permutation(1500), rng.permutation(700)

    first = top_k(queries, documents, 20, packed=pack(tables, of_rows, of_columns), ids=ids)
    second = top_k(
        queries[row],
        documents[column],
        20,
        packed=pack(tables, [r[row] for r in of_rows], [c[column] for c in of_columns]),
        ids=ids[column],
    )

    named = np.append(ids[column], -1)[second.columns]
    assert (named == first.columns[row]).all()


@pytest.mark.parametrize("rows", [1, TILE_ROWS - 1, TILE_ROWS, TILE_ROWS + 1, 1000])
def test_tiles_hold_every_row_once(rows):
    rng = np.random.default_rng(rows)

    tiles = plan_tiles(pack(*random_filters(rng, rows, 50, 3)), rows)

    assert sorted(np.concatenate(tiles)) == list(range(rows))
    assert max(map(len, tiles)) <= TILE_ROWS


@pytest.mark.parametrize("count", [1023, 1024, 1025, 5000])
def test_top_k_of_nothing_but_ties_takes_the_lowest_ids(count):
    """Every block leaves all rows full: nothing may be lost or written beyond the room."""
    documents = np.ones((count, 4), dtype=np.float32)
    ids = np.random.default_rng(count).permutation(count)

    found = top_k(np.ones((3, 4), dtype=np.float32), documents, 7, ids=ids)

    assert (ids[found.columns] == np.arange(7)).all()
