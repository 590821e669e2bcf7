"""The reference tables as named tuples, kept per process until the reference stamp changes."""

import hashlib
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, NamedTuple, TypeVar

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Model, Q

from employment.taxonomy.enums import RegionLevel
from employment.taxonomy.models import (
    DegreeLevel,
    Industry,
    Major,
    Occupation,
    ReferenceStamp,
    Region,
    Skill,
    StrategicIndustry,
)

Result = TypeVar("Result")
Tuple = TypeVar("Tuple", bound=NamedTuple)
Names = tuple[str, ...]


class RegionRow(NamedTuple):
    """`parent`: code of the region above, empty for a province."""

    code: str
    name: str
    short_name: str
    name_en: str
    level: str
    parent: str
    aliases: Names


class RegionIndex(NamedTuple):
    """`codes`: a name, short name or alias → codes, provinces first, then cities, then counties.

    `parents`: code → codes of the regions above, nearest first.
    """

    codes: dict[str, Names]
    parents: dict[str, Names]


class MajorRow(NamedTuple):
    code: str
    name: str
    name_en: str
    level: str
    discipline_code: str
    discipline: str
    class_code: str
    class_name: str
    recruiting_code: str
    former_names: Names


class OccupationRow(NamedTuple):
    code: str
    name: str
    name_en: str
    level: str
    parent: str
    aliases: Names
    definition: str
    is_digital: bool
    is_green: bool


class IndustryRow(NamedTuple):
    """`keywords`: what job sites write; one of a section and a division means the division."""

    code: str
    name: str
    name_en: str
    level: str
    parent: str
    keywords: Names


class StrategicIndustryRow(NamedTuple):
    """`divisions`: codes of the GB/T 4754 divisions the field spans."""

    code: str
    name: str
    name_en: str
    parent: str
    keywords: Names
    divisions: Names


class DegreeRow(NamedTuple):
    rank: int
    code: str
    name: str
    name_en: str
    aliases: Names


class SkillRow(NamedTuple):
    """`contexts`: words of which one must stand near an ambiguous alias; `occupations`: codes."""

    id: str
    name: str
    name_en: str
    family: str
    kind: str
    aliases: Names
    contexts: Names
    occupations: Names


STAMP_SECONDS = 1.0

_kept: dict[str, tuple[str, Any]] = {}
_looked: dict[str, tuple[float, str]] = {}


def recent_stamp() -> str:
    """The stamp, asked for at most once a second: rows are read in loops over thousands."""
    at, stamp = _looked.get("stamp", (0.0, ""))
    if stamp and time.monotonic() - at < STAMP_SECONDS:
        return stamp
    stamp = reference_stamp()
    _looked["stamp"] = (time.monotonic(), stamp)
    return stamp


def reference_stamp() -> str:
    """Changes whenever `load_reference` wrote something; empty before the first load."""
    stamps = list(ReferenceStamp.objects.order_by("dataset").values_list("dataset", "digest"))
    return hashlib.sha256(repr(stamps).encode()).hexdigest() if stamps else ""


def forget_rows() -> None:
    """For the process that just loaded, and for tests that write reference rows by hand."""
    _kept.clear()
    _looked.clear()


def kept_per_process(read: Callable[[], Result]) -> Callable[[], Result]:
    """Read again only when the stamp differs; without a stamp nothing is kept."""

    @wraps(read)
    def reader() -> Result:
        stamp = recent_stamp()
        kept = _kept.get(read.__name__)
        if stamp and kept and kept[0] == stamp:
            return kept[1]  # type: ignore[no-any-return]
        result = read()
        if stamp:
            _kept[read.__name__] = (stamp, result)
        return result

    return reader


def _read(model: type[Model], shape: type[Tuple], **renamed: str) -> list[Tuple]:
    columns = [renamed.get(name, name) for name in shape._fields]
    order = model._meta.ordering or ("pk",)
    rows = model._default_manager.order_by(*order).values_list(*columns)
    return [shape(*map(_plain, row)) for row in rows]


def _plain(value: Any) -> Any:
    if value is None:
        return ""
    return tuple(value) if isinstance(value, list) else value


@kept_per_process
def region_rows() -> list[RegionRow]:
    return _read(Region, RegionRow, parent="parent_id")


@kept_per_process
def region_index() -> RegionIndex:
    rows = region_rows()
    order = list(RegionLevel)
    codes: dict[str, list[str]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (order.index(RegionLevel(row.level)), row.code)):
        for name in dict.fromkeys((row.name, row.short_name, *row.aliases)):
            codes[name].append(row.code)
    above = {row.code: row.parent for row in rows}
    return RegionIndex(
        {name: tuple(found) for name, found in codes.items()},
        {code: tuple(_chain(code, above)) for code in above},
    )


def _chain(code: str, above: dict[str, str]) -> Iterable[str]:
    while code := above.get(code, ""):
        yield code


@kept_per_process
def major_rows() -> list[MajorRow]:
    return _read(Major, MajorRow)


@kept_per_process
def occupation_rows() -> list[OccupationRow]:
    return _read(Occupation, OccupationRow, parent="parent_id")


@kept_per_process
def industry_rows() -> list[IndustryRow]:
    return _read(Industry, IndustryRow, parent="parent_id")


@kept_per_process
def strategic_industry_rows() -> list[StrategicIndustryRow]:
    fields = StrategicIndustry.objects.annotate(codes=_codes("divisions__code")).order_by("code")
    columns = ("code", "name", "name_en", "parent_id", "keywords", "codes")
    return [StrategicIndustryRow(*map(_plain, row)) for row in fields.values_list(*columns)]


@kept_per_process
def degree_rows() -> list[DegreeRow]:
    return _read(DegreeLevel, DegreeRow)


@kept_per_process
def skill_rows() -> list[SkillRow]:
    skills = Skill.objects.annotate(codes=_codes("occupations__code")).order_by("id")
    columns = ("id", "name", "name_en", "family", "kind", "aliases", "contexts", "codes")
    return [SkillRow(*map(_plain, row)) for row in skills.values_list(*columns)]


def _codes(path: str) -> ArrayAgg:
    return ArrayAgg(path, filter=Q(**{f"{path}__isnull": False}), order_by=path, default=[])
