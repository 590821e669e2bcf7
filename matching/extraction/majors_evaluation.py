"""How well majors are resolved, against official tables."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypedDict


class MajorsScore(TypedDict):
    exact: float
    f1: float
    n: int


def evaluate_majors(
    rows: Iterable[Mapping[str, str]], resolver: Callable[[str], Iterable[str]]
) -> MajorsScore:
    """Compare ``resolver(majors_text)`` with ``expected_codes`` (separated by ``;``) per row.

    ``exact`` is the share of rows with the very same set of codes, ``f1`` the mean of the rows'
    harmonic means of precision and recall.
    """
    exact = total = 0
    f1 = 0.0
    for row in rows:
        expected = {code.strip() for code in row["expected_codes"].split(";") if code.strip()}
        found = set(resolver(row["majors_text"]))
        total += 1
        exact += found == expected
        f1 += 2 * len(found & expected) / (len(found) + len(expected)) if found | expected else 1.0
    if not total:
        return {"exact": 0.0, "f1": 0.0, "n": 0}
    return {"exact": exact / total, "f1": f1 / total, "n": total}
