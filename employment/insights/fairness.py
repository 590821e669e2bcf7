"""Groups added up into the figures of an audit. Small groups end here: they are never stored."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from employment.insights.enums import Measure, Trait
from employment.insights.rules import hidden_cells
from employment.insights.selectors.fairness import UNKNOWN, Answer, Reached
from matching.columns import Array
from matching.fairness import Estimate, GroupRate, compare_groups, observed_to_expected
from matching.metrics import congestion, coverage, gini

MIN_PEOPLE = 10
FULL_LIST, SHORT_LIST = 10, 3
MIN_ANSWERS = 30
DECIMALS = 4
Json = dict[str, Any]


@dataclass(frozen=True)
class People:
    """One entry a student, in the same order throughout."""

    ids: Sequence[int]
    eligible: Mapping[int, int]
    reached: Mapping[int, Reached]
    strata: Mapping[int, str]
    groups: Mapping[Trait, Mapping[int, str]]

    def measured(self, measure: Measure) -> tuple[Array, Array]:
        """(selected, eligible) per student. A full list is one chance a student."""
        rows = [self.reached.get(one, Reached()) for one in self.ids]
        eligible = np.array([self.eligible[one] for one in self.ids], dtype=np.float64)
        if measure is Measure.FULL:
            full = [row.listed >= FULL_LIST for row in rows]
            return np.array(full, dtype=np.float64), np.ones(len(rows))
        values = np.array([getattr(row, measure.value) for row in rows], dtype=np.float64)
        return np.minimum(values, eligible), eligible


def audit_figures(people: People, answers: Sequence[Answer], shown: Sequence[int]) -> Json:
    """Everything an audit says apart from the swap test and the model."""
    traits = {trait.value: trait_figures(people, trait) for trait in Trait}
    return {
        "traits": traits,
        "calibration": {trait.value: calibration(people, trait, answers) for trait in Trait},
        "answers": len(answers) if len(answers) >= MIN_PEOPLE else 0,
        "lists": list_figures(people, shown),
        "flags": sum(
            row["flagged"]
            for figures in traits.values()
            for rows in figures["measures"].values()
            for row in rows
        ),
    }


def trait_figures(people: People, trait: Trait) -> Json:
    """``unknown`` is the share of students without the trait, None when that gives few away."""
    labels = labels_of(people, trait)
    shown = shown_groups(labels)
    hidden = any(name not in shown for name in labels if name != UNKNOWN)
    missing = labels.count(UNKNOWN)
    safe = not hidden and (missing == 0 or missing >= MIN_PEOPLE)
    return {
        "measures": {
            measure.value: measure_rows(people, measure, labels, shown) for measure in Measure
        }
        if len(shown) > 1
        else {},
        "hidden": hidden,
        "unknown": round(missing / len(labels), 2) if labels and safe else None,
    }


def labels_of(people: People, trait: Trait) -> list[str]:
    groups = people.groups[trait]
    return [groups.get(one, UNKNOWN) for one in people.ids]


def shown_groups(labels: Sequence[str]) -> set[str]:
    """Groups of ten people and more, such that the hidden ones cannot be subtracted either."""
    counts: dict[str, int] = Counter(label for label in labels if label != UNKNOWN)
    hidden: set[str] = hidden_cells(counts, k=MIN_PEOPLE, total=len(labels))
    return set(counts) - hidden


def measure_rows(
    people: People, measure: Measure, labels: Sequence[str], shown: set[str]
) -> list[Json]:
    """``adjusted`` compares with what students of the same majors and degrees get."""
    selected, eligible = people.measured(measure)
    plain = compare_groups(selected, eligible, labels, shown=shown)
    expected = expected_of(selected, eligible, [people.strata[one] for one in people.ids])
    adjusted = {row.name: row for row in compare_groups(selected, expected, labels, shown=shown)}
    return [group_json(row, adjusted.get(row.name)) for row in plain]


def expected_of(selected: Array, eligible: Array, strata: Sequence[str]) -> Array:
    """What each student would get at the rate of their stratum (indirect standardisation)."""
    _names, place = np.unique(np.asarray(strata, dtype=str), return_inverse=True)
    whole = np.bincount(place, weights=eligible)
    rate = np.bincount(place, weights=selected) / np.maximum(whole, 1e-12)
    return np.asarray(eligible * rate[place])


def group_json(row: GroupRate, adjusted: GroupRate | None) -> Json:
    return {
        "group": row.name,
        "people": row.people,
        "pairs": int(row.units),
        "rate": numbers(row.rate),
        "ratio": numbers(row.ratio),
        "adjusted": numbers(adjusted.ratio if adjusted else None),
        "best": row.ratio is None,
        "flagged": row.flagged,
    }


def numbers(estimate: Estimate | None) -> list[float] | None:
    if estimate is None:
        return None
    return [round(value, DECIMALS) for value in (estimate.value, estimate.low, estimate.high)]


def calibration(people: People, trait: Trait, answers: Sequence[Answer]) -> Json | None:
    """Answers that led on, over what the shown band gives everybody. None when there are few."""
    groups = people.groups[trait]
    known = [row for row in answers if row.student_id in groups]
    if len(known) < MIN_ANSWERS:
        return None
    labels = [groups[row.student_id] for row in known]
    asked = {(row.student_id, groups[row.student_id]) for row in known}
    shown = shown_groups([group for _student, group in sorted(asked)])
    if len(shown) < 2:
        return None
    led_on = np.array([row.led_on for row in known], dtype=np.float64)
    found = observed_to_expected(led_on, [row.band for row in known], labels, shown=shown)
    return {name: numbers(estimate) for name, estimate in found.items()}


def list_figures(people: People, shown: Sequence[int]) -> Json:
    """Inequality of postings' exposure in first tens, and how long lists are."""
    counts = np.array(shown, dtype=np.float64)
    lengths = [people.reached.get(one, Reached()).listed for one in people.ids]
    return {
        "gini": round(gini(counts), DECIMALS),
        "coverage": round(coverage(counts), DECIMALS),
        "congestion": round(congestion(counts), DECIMALS),
        "short": round(float(np.mean([n < SHORT_LIST for n in lengths])), DECIMALS)
        if lengths
        else None,
    }
