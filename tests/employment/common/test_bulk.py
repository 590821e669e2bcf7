import numpy as np
import pytest
from django.db import DataError

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


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("SELECT 1", "i8"),
        ("SELECT NULL::bigint", "i8"),
        ("SELECT 1::bigint, 2::bigint", "i8"),
    ],
)
def test_other_widths_and_nulls_are_refused(query, kind):
    with pytest.raises((ValueError, DataError)):
        read_columns(query, [], kind=np.dtype([("number", kind)]))
