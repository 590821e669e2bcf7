"""Skill coverage of many pairs at once: asked skills of postings, shown skills of candidates."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from matching.columns import Array, Ragged
from matching.criteria import SKILL_KINDS, Weights, level_quality, recency, trust
from matching.eligibility import held_records
from matching.types import Candidate, Requirement, RequirementKind, Strength, Vacancy

LEVELS = 5


@lru_cache(maxsize=1 << 16)
def skill_key(kind: RequirementKind, code: str) -> int:
    """A stable 63-bit number for a skill, certificate or language."""
    digest = hashlib.blake2b(f"{kind.value}:{code}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def asked_skills(vacancy: Vacancy) -> list[Requirement]:
    return [r for r in vacancy.requirements if r.kind in SKILL_KINDS and r.codes]


def asked_level(requirement: Requirement) -> int:
    return min(LEVELS - 1, max(0, int(requirement.minimum or 0)))


@dataclass(frozen=True, slots=True)
class SkillCoverage:
    """``covered`` is the weighted share of what a posting asks; ``other`` counts listed skills it
    did not ask for. NaN where a posting asks nothing."""

    covered: Array
    other: Array


class AskedSkills:
    """What postings ask, alternatives laid end to end: (key, level, weight, flags) a line.

    ``kept`` remembers each posting's lines by id between calls with the same rarity and weights.
    """

    def __init__(
        self,
        vacancies: Sequence[Vacancy],
        rarity: Mapping[int, float],
        weights: Weights,
        kept: dict[int, Array],
    ) -> None:
        for vacancy in vacancies:
            if vacancy.id not in kept:
                kept[vacancy.id] = _asked_lines(vacancy, rarity, weights)
        self.lines = Ragged([kept[vacancy.id] for vacancy in vacancies], width=5)
        keys = self.lines.values["key"] if len(vacancies) else np.zeros(0, np.int64)
        self.vocabulary, self.places = np.unique(keys, return_inverse=True)


_LINE = np.dtype(
    [("key", "i8"), ("level", "i4"), ("weight", "f8"), ("first", "?"), ("counts", "?")]
)


def _asked_lines(vacancy: Vacancy, rarity: Mapping[int, float], weights: Weights) -> Array:
    """One line per alternative; ``first`` opens a requirement, ``counts`` marks a skill's first
    mention in the posting."""
    lines = []
    seen: set[int] = set()
    for requirement in asked_skills(vacancy):
        keys = sorted(skill_key(requirement.kind, code) for code in set(requirement.codes))
        rare = min(rarity.get(key, 1.0) for key in keys)
        strength = 1.0 if requirement.strength is Strength.MUST else weights.preferred
        for place, key in enumerate(keys):
            counts = requirement.kind is RequirementKind.SKILL and key not in seen
            lines.append((key, asked_level(requirement), rare * strength, place == 0, counts))
            seen.add(key)
    return np.array(lines, dtype=_LINE)


class ShownSkills:
    """What candidates show: for each (candidate, skill) the best quality against every level.

    ``kept`` remembers each candidate's part by id between calls.
    """

    def __init__(
        self,
        candidates: Sequence[Candidate],
        vocabulary: Array,
        now_year: int,
        kept: dict[int, tuple[Array, Array]],
    ) -> None:
        self._size = max(len(vocabulary), 1)
        for candidate in candidates:
            if candidate.id not in kept:
                kept[candidate.id] = _shown(candidate, now_year)
        found = [kept[candidate.id] for candidate in candidates]
        owner = np.repeat(np.arange(len(found)), [len(keys) for keys, _ in found])
        keys = np.concatenate([np.zeros(0, np.int64), *(keys for keys, _ in found)])
        quality = np.concatenate([np.zeros((0, LEVELS)), *(rows for _, rows in found)])
        place, known = _find(vocabulary, keys)
        flat = owner[known] * self._size + place[known]
        order = np.argsort(flat)
        self._flat = flat[order]
        self._quality = np.concatenate([quality[known][order], np.zeros((1, LEVELS))])

    def quality(self, candidate: Array, place: Array, level: Array) -> Array:
        at, hit = _find(self._flat, candidate * self._size + place)
        return np.asarray(self._quality[np.where(hit, at, len(self._flat)), level])


def _find(ordered: Array, wanted: Array) -> tuple[Array, Array]:
    """Places of ``wanted`` among ``ordered`` numbers, and which of them are really there."""
    place = np.searchsorted(ordered, wanted)
    there = place < len(ordered)
    there[there] = ordered[place[there]] == wanted[there]
    return place, there


def _shown(candidate: Candidate, now_year: int) -> tuple[Array, Array]:
    """Keys of the skills shown and their quality against levels 0 (none named) to 4."""
    best: dict[int, tuple[float, ...]] = {}
    for kind in SKILL_KINDS:
        for record in held_records(candidate, kind):
            factor = recency(record.year, now_year) * trust(record.source)
            new = tuple(factor * level_quality(record.level, minimum) for minimum in range(LEVELS))
            key = skill_key(kind, record.skill)
            old = best.get(key, new)
            best[key] = tuple(map(max, old, new))
    keys = np.fromiter(best.keys(), dtype=np.int64, count=len(best))
    return keys, np.array(list(best.values())).reshape(-1, LEVELS)


def cover(
    asked: AskedSkills, shown: ShownSkills, listed: Array, row: Array, column: Array
) -> SkillCoverage:
    """Coverage of the pairs (row[i], column[i]); ``listed`` counts each candidate's skills."""
    covered = np.full(len(row), np.nan)
    other = listed[row].astype(np.float64)
    at, owner = asked.lines.expand(column)
    if not len(at):
        return SkillCoverage(covered, other)
    line = asked.lines.values[at]
    quality = shown.quality(row[owner], asked.places[at], line["level"])
    other -= np.bincount(owner, (quality > 0) & line["counts"], minlength=len(row))
    starts = np.flatnonzero(line["first"])
    best = np.maximum.reduceat(quality, starts)
    weight, pair = line["weight"][starts], owner[starts]
    total = np.bincount(pair, weight, minlength=len(row))
    gained = np.bincount(pair, weight * best, minlength=len(row))
    np.divide(gained, total, out=covered, where=total > 0)
    return SkillCoverage(covered, other)


def trade_of(candidate: Candidate) -> tuple[str, ...]:
    """The skills that stand for a wish, of who states none."""
    return () if candidate.target_titles or candidate.target_occupations else candidate.trade


class TradeSkills:
    """Skills that stand for a wish where none is stated, each worth its rarity."""

    def __init__(
        self, candidates: Sequence[Candidate], vocabulary: Array, rarity: Mapping[int, float]
    ) -> None:
        self._size = max(len(vocabulary), 1)
        codes = [(row, code) for row, c in enumerate(candidates) for code in set(trade_of(c))]
        owner = np.array([row for row, _ in codes], dtype=np.int64)
        skills = [skill_key(RequirementKind.SKILL, code) for _, code in codes]
        worth = np.array([rarity.get(key, 1.0) for key in skills])
        self._total = np.bincount(owner, worth, minlength=len(candidates))
        place, known = _find(vocabulary, np.array(skills, dtype=np.int64))
        flat = owner[known] * self._size + place[known]
        order = np.argsort(flat)
        self._flat, self._worth = flat[order], worth[known][order]

    def share(self, asked: AskedSkills, row: Array, column: Array) -> Array:
        """How much of these skills each pair's posting asks for, 0–1; NaN where there are none."""
        share = np.full(len(row), np.nan)
        pairs = np.flatnonzero(self._total[row] > 0)
        if not len(pairs):
            return share
        at, owner = asked.lines.expand(column[pairs])
        place, hit = _find(self._flat, row[pairs][owner] * self._size + asked.places[at])
        hit &= asked.lines.values[at]["counts"]
        worth = np.bincount(owner[hit], self._worth[place[hit]], minlength=len(pairs))
        share[pairs] = worth / self._total[row[pairs]]
        return share
