import pytest

from employment.postings.extraction import column_requirements
from employment.postings.models import Posting


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"degree_floor": 40}, [("degree", 40.0, True)]),
        ({"experience_min": 0.5}, [("experience", 0.5, False)]),
        ({"experience_min": 1}, [("experience", 1.0, True)]),
        ({}, []),
    ],
)
def test_a_degree_excludes_and_experience_from_a_year_on(columns, expected):
    found = column_requirements(Posting(**columns))

    assert [(r.kind.value, r.minimum, r.hard) for r in found] == expected
