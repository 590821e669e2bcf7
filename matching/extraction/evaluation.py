"""How well requirements are read out of postings, against labels made by a person.

A label holds facts only: codes, numbers and short names (tests/matching/extraction/data). Skills
are named by the lexicon's ids; what the lexicon lacks stands as a phrase and counts as missed until
an entry of that name exists. Requirements that only the duties or the title suggest are not
statements of a condition: they are neither right nor wrong here, and what is asked is not found
when it is only found there.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, TypedDict

from matching.extraction.majors import MajorIndex, resolve_majors
from matching.extraction.requirements import Extraction
from matching.lexicon import Lexicon
from matching.normalise.pay import Pay, PayUnit, read_pay
from matching.normalise.reading import fold
from matching.types import Requirement, RequirementKind, Strength

Label = Mapping[str, Any]
Items = set[Any]


class FieldScore(TypedDict):
    """``n`` is the number of labelled items; precision and recall are micro averages."""

    precision: float
    recall: float
    f1: float
    n: int


@dataclass(frozen=True)
class LabelReader:
    """``softs`` are the ids of soft skills, ``ids`` turns a name of the lexicon into its id."""

    ids: Mapping[str, str]
    softs: frozenset[str]
    majors: MajorIndex

    @classmethod
    def of(cls, lexicon: Lexicon, majors: MajorIndex) -> "LabelReader":
        entries = lexicon.entries.values()
        return cls(
            ids={fold(entry.name): entry.id for entry in entries},
            softs=frozenset(entry.id for entry in entries if entry.kind == "soft"),
            majors=majors,
        )

    def code(self, written: str) -> str:
        return self.ids.get(fold(written), written)

    def major_codes(self, names: Sequence[str]) -> Items:
        return set(resolve_majors("、".join(names), self.majors).codes) if names else set()


@dataclass(frozen=True, slots=True)
class _Group:
    """Alternatives of which one is enough, as labelled or as read."""

    codes: frozenset[str]
    is_wish: bool
    level: int


@dataclass
class _Counts:
    found: Counter[str] = field(default_factory=Counter)
    expected: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, expected: Items, found: Items) -> None:
        self.expected[name] += len(expected)
        self.found[name] += len(found)
        self.right[name] += len(expected & found)

    def score(self, name: str) -> FieldScore:
        right, found, expected = self.right[name], self.found[name], self.expected[name]
        return {
            "precision": right / found if found else 0.0,
            "recall": right / expected if expected else 0.0,
            "f1": 2 * right / (found + expected) if found + expected else 0.0,
            "n": expected,
        }


def evaluate_requirements(
    postings: Iterable[tuple[Label, Extraction]], reader: LabelReader
) -> dict[str, FieldScore]:
    """Per field the precision, recall and F1 of ``Extraction`` against its label.

    ``skills`` compares named skills; ``skills_strength`` the same with must or preferred;
    ``skills_level`` levels of skills both sides name; ``skills_either`` the pairs of alternatives.
    """
    counts = _Counts()
    for label, found in postings:
        for name, pair in _compare(label, found, reader).items():
            counts.add(name, *pair)
    return {name: counts.score(name) for name in counts.expected}


def _compare(
    label: Label, found: Extraction, reader: LabelReader
) -> dict[str, tuple[Items, Items]]:
    asked = [item for item in found.requirements if not _is_suggested(item, found)]
    softs = [item for item in asked if reader.softs.issuperset(item.codes) and item.codes]
    named = _labelled(label, "skills", reader)
    hard = _groups_of(asked, RequirementKind.SKILL, reader.softs)
    return {
        "degree": (_value(label, "degree"), _minimums(asked, RequirementKind.DEGREE)),
        "experience": (_value(label, "experience"), _minimums(asked, RequirementKind.EXPERIENCE)),
        **_compare_majors(label, asked, reader),
        **_compare_skills([g for g in named if not reader.softs.issuperset(g.codes)], hard),
        "soft": (
            set(label.get("soft", ())) | (_codes(named) & reader.softs),
            {c for r in softs if r.kind is RequirementKind.SKILL for c in r.codes},
        ),
        "certificates": _compare_named(label, "certificates", asked, reader),
        **_compare_languages(label, asked, reader),
        "cohorts": (set(label.get("cohorts", ())), _first_years(label, found)),
        "fresh": (_value(label, "fresh"), {found.fresh.value} if found.fresh else set()),
        "seats": (_value(label, "seats"), {found.seats} if found.seats else set()),
    }


def _is_suggested(item: Requirement, found: Extraction) -> bool:
    """Skills without a sentence of the conditions: of the title, or of the duties alone."""
    if item.kind not in {
        RequirementKind.SKILL,
        RequirementKind.LANGUAGE,
        RequirementKind.CERTIFICATE,
    }:
        return False
    return item.sentence not in found.demands.split("\n")


def _value(label: Label, name: str) -> Items:
    return {label[name]} if name in label else set()


def _minimums(asked: Sequence[Requirement], kind: RequirementKind) -> Items:
    musts = {r.minimum for r in asked if r.kind is kind and r.strength is Strength.MUST}
    if musts or kind is RequirementKind.DEGREE:
        return musts
    return {r.minimum for r in asked if r.kind is kind}


def _compare_majors(
    label: Label, asked: Sequence[Requirement], reader: LabelReader
) -> dict[str, tuple[Items, Items]]:
    read = [item for item in asked if item.kind is RequirementKind.MAJOR]
    musts = reader.major_codes(label.get("majors", ()))
    wishes = reader.major_codes(label.get("majors_wish", ()))
    named = {code for item in read for code in item.codes}
    strong = {(c, r.strength is Strength.PREFERRED) for r in read for c in r.codes}
    expected = {(c, False) for c in musts} | {(c, True) for c in wishes}
    return {
        "majors": (musts | wishes, named),
        "majors_strength": (expected, strong),
        "majors_related": (
            {True} if label.get("majors_related") else set(),
            {True} if any(item.related for item in read) else set(),
        ),
    }


def _compare_skills(
    expected: Sequence[_Group], found: Sequence[_Group]
) -> dict[str, tuple[Items, Items]]:
    named, read = _codes(expected), _codes(found)
    both = named & read
    return {
        "skills": (named, read),
        "skills_strength": (_strengths(expected), _strengths(found)),
        "skills_level": (_levels(expected, both), _levels(found, both)),
        "skills_either": (_pairs(expected), _pairs(found)),
    }


def _codes(groups: Iterable[_Group]) -> Items:
    return {code for group in groups for code in group.codes}


def _strengths(groups: Sequence[_Group]) -> Items:
    """A skill that is both asked and preferred is asked."""
    musts = {code for group in groups if not group.is_wish for code in group.codes}
    return {(code, code in musts) for code in _codes(groups)}


def _levels(groups: Iterable[_Group], both: Items) -> Items:
    """The highest level stated for each skill that both sides name and ask for."""
    levels: dict[str, int] = {}
    for group in groups:
        for code in group.codes & both:
            levels[code] = max(levels.get(code, 0), group.level)
    return {(code, level) for code, level in levels.items() if level}


def _pairs(groups: Iterable[_Group]) -> Items:
    return {pair for group in groups for pair in combinations(sorted(group.codes), 2)}


def _labelled(label: Label, name: str, reader: LabelReader) -> list[_Group]:
    return [
        _Group(
            frozenset(map(reader.code, item["any"])),
            bool(item.get("wish")),
            int(item.get("level", 0)),
        )
        for item in label.get(name, ())
    ]


def _groups_of(
    asked: Iterable[Requirement], kind: RequirementKind, without: frozenset[str] = frozenset()
) -> list[_Group]:
    return [
        _Group(frozenset(r.codes), r.strength is Strength.PREFERRED, int(r.minimum or 0))
        for r in asked
        if r.kind is kind and r.codes and not without.issuperset(r.codes)
    ]


def _compare_named(
    label: Label, name: str, asked: Sequence[Requirement], reader: LabelReader
) -> tuple[Items, Items]:
    """Groups that share a code are the same: higher certificates are added while reading."""
    expected = _labelled(label, name, reader)
    found = _groups_of(asked, RequirementKind.CERTIFICATE)
    matched = {
        group: next((e for e in expected if e.codes & group.codes), group) for group in found
    }
    return {group.codes for group in expected}, {group.codes for group in matched.values()}


def _compare_languages(
    label: Label, asked: Sequence[Requirement], reader: LabelReader
) -> dict[str, tuple[Items, Items]]:
    expected = _labelled(label, "languages", reader)
    found = _groups_of(asked, RequirementKind.LANGUAGE)
    both = _codes(expected) & _codes(found)
    return {
        "languages": (_codes(expected), _codes(found)),
        "languages_level": (_levels(expected, both), _levels(found, both)),
    }


def _first_years(label: Label, found: Extraction) -> Items:
    """``2024届及以后`` is labelled by its first year; the years read after it are the same."""
    years = set(found.cohorts)
    return {min(years)} if label.get("cohorts_open") and years else years


def evaluate_fields(
    rows: Iterable[tuple[Label, str, str]], read_region: Callable[[str], Iterable[str]]
) -> dict[str, FieldScore]:
    """Regions and pay of ``(label, city, salary)`` as written in a source's own columns."""
    counts = _Counts()
    for label, city, salary in rows:
        counts.add("regions", _value(label, "region"), set(read_region(city)))
        counts.add("pay", _labelled_pay(label), _read_pay(read_pay(salary)))
    return {name: counts.score(name) for name in ("regions", "pay")}


def _labelled_pay(label: Label) -> Items:
    return {tuple(label["pay"])} if "pay" in label else set()


def _read_pay(pay: Pay) -> Items:
    if pay.minimum is None or pay.maximum is None or pay.unit is None:
        return set()
    share = {PayUnit.DAY: 21.75, PayUnit.YEAR: 1 / 12}.get(pay.unit, 1)
    low, high = sorted((pay.minimum, pay.maximum))
    return {(round(low / share), round(high / share), pay.unit.value)}
