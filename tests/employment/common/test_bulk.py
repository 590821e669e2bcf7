import numpy as np
import pytest

from employment.common.bulk import read_columns

pytestmark = pytest.mark.django_db
KIND = np.dtype([("number", "i8"), ("share", "f8"), ("known", "?")])
ROWS = "SELECT v.number, v.share, v.known FROM unnest(%s::bigint[], %s::float8[], %s::bool[])"


def read(*columns):
    query = f"{ROWS} AS v(number, share, known)"
    return read_columns(query, list(columns), kind=KIND)


def test_rows_come_as_they_are():
    found = read([-1, 2**40], [0.1, -2.5], [True, False])

    assert found.dtype == KIND
    assert found.tolist() == [(-1, 0.1, True), (2**40, -2.5, False)]


def test_no_rows_are_an_empty_array():
    assert read([], [], []).tolist() == []


def test_null_is_not_a_number_and_refused_where_there_is_none():
    assert np.isnan(read([1], [None], [True])["share"]).all()
    with pytest.raises(TypeError):
        read([None], [0.5], [True])
