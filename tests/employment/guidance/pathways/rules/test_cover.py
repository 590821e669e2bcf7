"""The chosen set equals the best of all sets, tried one by one."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from employment.guidance.pathways.rules.cover import CourseOption, Cover, best_cover

SKILLS = "abcdefgh"


@st.composite
def cases(draw):
    size = draw(st.integers(0, 12))
    codes = [f"C{at:02d}" for at in range(size)]
    options = []
    for at, code in enumerate(codes):
        # Mostly earlier courses, so that most chains can be completed; now and then a circle.
        pool = codes if draw(st.integers(0, 9)) == 0 else codes[:at]
        needs = draw(st.frozensets(st.sampled_from(pool), max_size=2)) if pool else frozenset()
        skills = draw(st.frozensets(st.sampled_from(SKILLS), max_size=3))
        options.append(CourseOption(code, draw(st.integers(1, 8)) / 2, skills, needs))
    weights = draw(st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 1000)))
    done = frozenset(code for code in codes if draw(st.integers(0, 7)) == 0)
    limit = draw(st.integers(0, 24)) / 2
    fewest = draw(st.sampled_from([0, 0, 0, 3]))
    return options, weights, limit, done, fewest


def brute_force(options, weights, limit, done, fewest):
    """Best weight, then fewest credits, over every set of courses."""
    open_options = [one for one in options if one.code not in done]
    best = (0, 0.0)
    for size in range(fewest, len(open_options) + 1):
        for chosen in combinations(open_options, size):
            credits = sum(one.credits for one in chosen)
            if credits > limit or not in_some_order(chosen, done):
                continue
            covered = {skill for one in chosen for skill in one.skills}
            weight = sum(weights.get(skill, 0) for skill in covered)
            if weight > best[0] or (weight == best[0] > 0 and credits < best[1]):
                best = (weight, credits)
    return best


def in_some_order(chosen, done):
    taken, left = set(done), list(chosen)
    while left:
        ready = [one for one in left if one.needs <= taken]
        if not ready:
            return False
        taken.update(one.code for one in ready)
        left = [one for one in left if one.code not in taken]
    return True


@settings(max_examples=150, deadline=None)
@given(cases())
def test_cover_equals_brute_force(case):
    options, weights, limit, done, fewest = case

    found = best_cover(options, weights, limit=limit, done=done, fewest=fewest)
    weight, credits = brute_force(*case)

    assert found.weight == weight
    if weight:
        assert found.credits == pytest.approx(credits)
        by_code = {one.code: one for one in options}
        taken = set(done)
        for code in found.courses:
            assert by_code[code].needs <= taken
            taken.add(code)
        assert sum(weights[s] for added in found.adds.values() for s in added) == weight


def test_prerequisite_is_taken_along_and_named_first():
    options = [
        CourseOption("B", 3, frozenset({"sql"}), frozenset({"A"})),
        CourseOption("A", 2, frozenset()),
    ]

    found = best_cover(options, {"sql": 500}, limit=5)

    assert found.courses == ("A", "B")
    assert found.adds == {"A": (), "B": ("sql",)}
    assert best_cover(options, {"sql": 500}, limit=4) == Cover()
    assert best_cover(options, {"sql": 500}, limit=4, done=frozenset({"A"})).courses == ("B",)


def test_number_of_courses_stays_within_its_bounds():
    options = [CourseOption(f"C{at}", 1, frozenset({SKILLS[at]})) for at in range(8)]
    weights = dict.fromkeys(SKILLS, 100)

    assert len(best_cover(options, weights, limit=30, most=5).courses) == 5
    assert best_cover(options[:2], weights, limit=30, fewest=3) == Cover()
