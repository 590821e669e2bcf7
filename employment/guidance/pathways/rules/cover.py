"""The set of courses that closes most of a gap within a limit of credits, exactly.

Maximises the covered weight; among equal sets the one with fewer credits. Integer programme
(courses and skills are 0/1 variables) solved by branch and cut (HiGHS); weights are whole
numbers, so that both aims fit one objective without rounding.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix

HALVES = 2  # credits come in halves
PER_MILLE = 1000


@dataclass(frozen=True, slots=True)
class CourseOption:
    """``credits`` in multiples of 0.5; ``needs``: codes of courses taken before."""

    code: str
    credits: float
    skills: frozenset[str]
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cover:
    """``courses`` in an order that respects prerequisites; ``adds``: skills each one brings."""

    courses: tuple[str, ...] = ()
    weight: int = 0
    credits: float = 0.0
    adds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def best_cover(
    options: Sequence[CourseOption],
    weights: Mapping[str, int],
    *,
    limit: float,
    done: frozenset[str] = frozenset(),
    fewest: int = 0,
    most: int | None = None,
) -> Cover:
    """``weights``: whole numbers for each missing skill. ``done``: courses already taken.

    ``fewest`` and ``most`` bound the number of courses; where no set has ``fewest`` courses
    within the limit the cover is empty. A course whose prerequisite is not among the options and
    not done cannot be taken.
    """
    open_options = takeable([one for one in options if one.code not in done], done)
    useful = {skill: weight for skill, weight in weights.items() if weight > 0}
    if not open_options or not useful:
        return Cover()
    chosen = _solve(open_options, useful, limit, done, fewest, most)
    return described(chosen, useful, done)


def takeable(options: Sequence[CourseOption], done: frozenset[str]) -> list[CourseOption]:
    """Options whose chain of prerequisites can be completed, sorted by code."""
    left = {one.code: one for one in options}
    reached = set(done)
    while True:
        fresh = [one.code for one in left.values() if one.code not in reached]
        fresh = [code for code in fresh if left[code].needs <= reached]
        if not fresh:
            return [left[code] for code in sorted(left) if code in reached]
        reached.update(fresh)


def _solve(
    options: Sequence[CourseOption],
    weights: Mapping[str, int],
    limit: float,
    done: frozenset[str],
    fewest: int,
    most: int | None,
) -> list[CourseOption]:
    skills = sorted(set(weights) & {skill for one in options for skill in one.skills})
    halves = [round(one.credits * HALVES) for one in options]
    size = len(options) + len(skills)
    scale = sum(halves) + 1
    aim = np.array([*halves, *(-weights[skill] * scale for skill in skills)], dtype=float)
    rows = _constraints(options, skills, done)
    matrix = lil_matrix((len(rows) + 2, size))
    for at, row in enumerate(rows):
        for column, value in row.items():
            matrix[at, column] = value
    matrix[len(rows), : len(options)] = halves
    matrix[len(rows) + 1, : len(options)] = 1
    upper = [*([0] * len(rows)), int(limit * HALVES), len(options) if most is None else most]
    lower = [*([-np.inf] * len(rows)), -np.inf, fewest]
    found = milp(
        aim,
        constraints=LinearConstraint(matrix.tocsc(), lower, upper),
        integrality=np.ones(size),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0.0},
    )
    if found.x is None:
        return []
    return [one for one, value in zip(options, found.x, strict=False) if value > 0.5]


def _constraints(
    options: Sequence[CourseOption], skills: Sequence[str], done: frozenset[str]
) -> list[dict[int, float]]:
    """Each at most zero: a skill needs a course that has it, a course its prerequisites."""
    place = {one.code: at for at, one in enumerate(options)}
    rows: list[dict[int, float]] = []
    for at, skill in enumerate(skills, start=len(options)):
        teaching = {place[one.code]: -1.0 for one in options if skill in one.skills}
        rows.append({at: 1.0, **teaching})
    for one in options:
        rows.extend({place[one.code]: 1.0, place[need]: -1.0} for need in sorted(one.needs - done))
    return rows


def described(
    chosen: Sequence[CourseOption], weights: Mapping[str, int], done: frozenset[str]
) -> Cover:
    """What each course adds to those before it."""
    got: set[str] = set()
    adds: dict[str, tuple[str, ...]] = {}
    for one in in_order(chosen, done):
        new = sorted((one.skills & weights.keys()) - got, key=lambda s: (-weights[s], s))
        adds[one.code] = tuple(new)
        got.update(new)
    return Cover(
        courses=tuple(adds),
        weight=sum(weights[skill] for skill in got),
        credits=sum(one.credits for one in chosen),
        adds=adds,
    )


def in_order(chosen: Sequence[CourseOption], done: frozenset[str]) -> list[CourseOption]:
    left, before, ordered = sorted(chosen, key=lambda one: one.code), set(done), []
    while left:
        ready = next((one for one in left if one.needs <= before), left[0])
        left.remove(ready)
        before.add(ready.code)
        ordered.append(ready)
    return ordered
