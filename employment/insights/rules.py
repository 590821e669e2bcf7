"""What may be shown of few people, and when few are too few to judge. Pure."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from employment.insights.enums import Balance

K = 5  # people or postings: smaller counts are not shown outside the own university
ENOUGH = 10  # students: below this a major gets no verdict
OVERSUPPLIED_BELOW = 0.8
SCARCE_FROM = 1.25
Key = TypeVar("Key", bound=Hashable)


def hidden_cells(counts: Mapping[Key, int], *, k: int, total: int | None = None) -> set[Key]:
    """Keys of the counts to hide so that none below ``k`` is shown or can be subtracted.

    ``total`` is what is published beside the counts: what it holds beyond them is hidden too.
    When the hidden part is itself below ``k``, or one count alone, the next smallest goes as well.
    """
    hidden = {key for key, count in counts.items() if 0 < count < k}
    rest = max((total or 0) - sum(counts.values()), 0)
    shown = sorted((n, str(key), key) for key, n in counts.items() if n and key not in hidden)
    while shown and _is_open(sum(counts[key] for key in hidden) + rest, len(hidden), rest, k):
        hidden.add(shown.pop(0)[2])
    return hidden


def _is_open(left: int, cells: int, rest: int, k: int) -> bool:
    """Whether subtracting the shown counts from their total gives a small count away."""
    return k > 0 and left > 0 and (left < k or (cells == 1 and not rest))


def hidden_in_grid(counts: Mapping[tuple[str, str], int], *, k: int) -> set[tuple[str, str]]:
    """The same for a table with row and column sums: repeated until nothing more has to go."""
    hidden: set[tuple[str, str]] = set()
    while True:
        found = set(hidden)
        for line in _lines(counts):
            found |= _hidden_in_line({key: counts[key] for key in line}, hidden, k)
        if found == hidden:
            return hidden
        hidden = found


def _lines(counts: Iterable[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    lines: dict[tuple[int, str], list[tuple[str, str]]] = defaultdict(list)
    for key in counts:
        lines[0, key[0]].append(key)
        lines[1, key[1]].append(key)
    return list(lines.values())


def _hidden_in_line(
    line: Mapping[tuple[str, str], int], known: set[tuple[str, str]], k: int
) -> set[tuple[str, str]]:
    hidden = {key for key, n in line.items() if 0 < n < k or (key in known and n)}
    shown = sorted((n, key) for key, n in line.items() if n and key not in hidden)
    while shown and _is_open(sum(line[key] for key in hidden), len(hidden), 0, k):
        hidden.add(shown.pop(0)[1])
    return hidden


def hidden_steps(reached: Sequence[int], *, k: int) -> set[int]:
    """Places to hide in a sequence in which each count is part of the one before."""
    hidden: set[int] = set()
    before: int | None = None
    for place, count in enumerate(reached):
        lost = before - count if before is not None else 0
        if 0 < count < k or 0 < lost < k:
            hidden.add(place)
        else:
            before = count
    return hidden


def is_safe_slice(
    counts: Mapping[tuple[int, int], int], chosen: tuple[int, int], *, k: int
) -> bool:
    """Whether a filtered view, and what is left of each wider view, holds nobody or ``k`` people.

    ``counts``: people by (cohort, degree); ``chosen``: the filter, 0 for any.
    """
    size = _people(counts, chosen)
    wider = {(0, chosen[1]), (chosen[0], 0), (0, 0)}
    left = [_people(counts, view) - size for view in wider]
    return not any(0 < n < k for n in (size, *left))


def _people(counts: Mapping[tuple[int, int], int], view: tuple[int, int]) -> int:
    return sum(
        n
        for (cohort, degree), n in counts.items()
        if view[0] in (0, cohort) and view[1] in (0, degree)
    )


def balance_of(*, students: int, seats_per_student: float | None, average: float | None) -> Balance:
    """A major against the average student; few students give no verdict."""
    if students < ENOUGH or seats_per_student is None or not average:
        return Balance.UNKNOWN
    ratio = seats_per_student / average
    if ratio < OVERSUPPLIED_BELOW:
        return Balance.OVERSUPPLIED
    return Balance.SCARCE if ratio >= SCARCE_FROM else Balance.EVEN


def safe_share(part: int, whole: int, *, k: int) -> float | None:
    """``part / whole``; None when nobody is there, or when it would single out a few."""
    if not whole or 0 < part < k or 0 < whole - part < k:
        return None
    return part / whole
