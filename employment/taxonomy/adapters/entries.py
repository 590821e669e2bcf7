"""Data files → unsaved rows of the reference tables, the texts of the search boxes filled in."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from employment.taxonomy import rules
from employment.taxonomy.adapters.tables import (
    Row,
    occupation_table,
    pinyin_initials,
    read_rows,
    table,
)
from employment.taxonomy.enums import IndustryLevel, MajorLevel, OccupationLevel, RegionLevel
from employment.taxonomy.models import (
    DegreeLevel,
    Industry,
    Major,
    Occupation,
    ReferenceEntry,
    Region,
    StrategicIndustry,
)

Entry = TypeVar("Entry", bound=ReferenceEntry)

OCCUPATION_LEVELS = {
    "1": OccupationLevel.MAJOR,
    "2": OccupationLevel.MEDIUM,
    "3": OccupationLevel.MINOR,
    "4": OccupationLevel.DETAIL,
}
# What tells namesakes apart in a text box; stored with the row, so in both languages.
MAJOR_REMARKS = {
    MajorLevel.UNDERGRADUATE: ("本科", "undergraduate"),
    MajorLevel.VOCATIONAL: ("高职专科", "vocational college"),
    MajorLevel.VOCATIONAL_BACHELOR: ("职业本科", "vocational bachelor"),
    MajorLevel.POSTGRADUATE: ("研究生", "postgraduate"),
}
GROUP_REMARKS = {
    OccupationLevel.DETAIL: ("职业", "occupation"),
    OccupationLevel.MINOR: ("小类", "minor group"),
    OccupationLevel.MEDIUM: ("中类", "medium group"),
    OccupationLevel.MAJOR: ("大类", "major group"),
}
INDUSTRY_REMARKS = {
    IndustryLevel.DIVISION: ("大类", "division"),
    IndustryLevel.SECTION: ("门类", "section"),
}


def region_entries() -> list[Region]:
    entries = [_region(row) for row in read_rows(table("regions"))]
    chinese = Counter(text for entry in entries for text in {entry.short_name, entry.name})
    english = Counter(entry.name_en for entry in entries)
    place = {entry.code: (entry.short_name, entry.name_en) for entry in entries}

    def first(entry: Region) -> tuple[str, str]:
        """Namesakes among counties all say where they are."""
        if entry.level != RegionLevel.COUNTY:
            return entry.short_name, entry.name_en
        above, above_en = place[entry.parent_id or ""]
        is_known = chinese[entry.short_name] == 1
        is_known_en = english[entry.name_en] == 1
        return (
            entry.short_name if is_known else f"{entry.name} ({above})",
            entry.name_en if is_known_en else f"{entry.name_en} ({above_en})",
        )

    order = list(RegionLevel)
    _fill_texts(
        sorted(entries, key=lambda entry: (order.index(RegionLevel(entry.level)), entry.code)),
        spellings=lambda entry: [entry.short_name, *entry.aliases],
        first=first,
        remark=lambda entry: place.get(entry.parent_id or "", ("", "")),
    )
    return entries


def _region(row: Row) -> Region:
    return Region(
        code=row["code"],
        name=row["name"],
        short_name=row["short_name"],
        name_en=row["name_en"],
        level=row["level"],
        parent_id=row["parent"] or None,
        aliases=row.names("aliases"),
    )


def major_entries() -> list[Major]:
    entries = [
        Major(**{**row.values, "former_names": row.names("former_names")})
        for row in read_rows(table("majors"))
    ]
    order = list(MajorLevel)
    _fill_texts(
        sorted(entries, key=lambda entry: order.index(MajorLevel(entry.level))),
        spellings=lambda entry: [*entry.former_names, entry.class_name],
        first=_major_text,
        remark=lambda entry: MAJOR_REMARKS[MajorLevel(entry.level)],
    )
    return entries


def _major_text(entry: Major) -> tuple[str, str]:
    """A postgraduate programme always says so: `会计` alone means another programme to most."""
    if entry.level != MajorLevel.POSTGRADUATE:
        return entry.name, entry.name_en
    remark, remark_en = MAJOR_REMARKS[MajorLevel.POSTGRADUATE]
    english = f"{entry.name_en} ({remark_en})" if entry.name_en else ""
    return f"{entry.name} ({remark})", english


def occupation_entries() -> list[Occupation]:
    """The deepest row of a code wins: a minor group with one occupation shares its code."""
    deepest: dict[str, Row] = {}
    for row in read_rows(occupation_table()):
        if row["code"] not in deepest or row["level"] > deepest[row["code"]]["level"]:
            deepest[row["code"]] = row
    english = {row["code"]: row["name_en"] for row in read_rows(table("occupations_en"))}
    entries = [_occupation(row, deepest, english) for row in deepest.values()]
    order = list(GROUP_REMARKS)
    _fill_texts(
        sorted(entries, key=lambda entry: order.index(OccupationLevel(entry.level))),
        spellings=lambda entry: entry.aliases,
        first=lambda entry: (entry.name, entry.name_en),
        remark=lambda entry: GROUP_REMARKS[OccupationLevel(entry.level)],
    )
    return entries


def _occupation(row: Row, known: dict[str, Row], english: dict[str, str]) -> Occupation:
    name, is_green, is_digital = rules.split_marks(row["name"])
    aliases = [alias.strip() for alias in row["alias"].split(",")]
    return Occupation(
        code=row["code"],
        name=name,
        name_en=english.get(row["code"], ""),
        level=OCCUPATION_LEVELS[row["level"]],
        parent_id=rules.parent_of_occupation(row["code"], known),
        aliases=[a for a in dict.fromkeys(aliases) if a and a not in {name, row["name"]}],
        definition=row["definition"],
        is_green=is_green,
        is_digital=is_digital,
    )


def industry_entries() -> list[Industry]:
    entries = [
        Industry(
            code=row["code"],
            name=row["name"],
            name_en=row["name_en"],
            level=row["level"],
            parent_id=row["parent"] or None,
            keywords=row.names("keywords"),
        )
        for row in read_rows(table("industries"))
    ]
    order = list(INDUSTRY_REMARKS)
    _fill_texts(
        sorted(entries, key=lambda entry: order.index(IndustryLevel(entry.level))),
        spellings=lambda entry: entry.keywords,
        first=lambda entry: (entry.name, entry.name_en),
        remark=lambda entry: INDUSTRY_REMARKS[IndustryLevel(entry.level)],
    )
    return entries


def strategic_entries() -> list[tuple[StrategicIndustry, list[str]]]:
    """Each field with the codes of the divisions it spans."""
    return [
        (
            StrategicIndustry(
                code=row["code"],
                name=row["name"],
                name_en=row["name_en"],
                parent_id=row["parent"] or None,
                keywords=row.names("keywords"),
            ),
            row.names("divisions"),
        )
        for row in read_rows(table("strategic_industries"))
    ]


def degree_entries() -> list[DegreeLevel]:
    return [
        DegreeLevel(
            rank=int(row["rank"]),
            code=row["code"],
            name=row["name"],
            name_en=row["name_en"],
            aliases=row.names("aliases"),
        )
        for row in read_rows(table("degree_levels"))
    ]


def fill_plain_texts(entries: Sequence[Entry], spellings: Callable[[Entry], list[str]]) -> None:
    """For tables whose names are unique by themselves."""
    _fill_texts(
        entries,
        spellings=spellings,
        first=lambda entry: (entry.name, entry.name_en),
        remark=lambda entry: (str(entry.pk), str(entry.pk)),
    )


def _fill_texts(
    entries: Sequence[Entry],
    *,
    spellings: Callable[[Entry], list[str]],
    first: Callable[[Entry], tuple[str, str]],
    remark: Callable[[Entry], tuple[str, str]],
) -> None:
    initials = pinyin_initials()
    for entry in entries:
        written = [entry.name, entry.name_en, *spellings(entry), str(entry.pk)]
        entry.search_text = rules.search_text(written, initials)
    chinese = rules.unique_texts([_texts(e, first(e)[0], e.name, remark(e)[0]) for e in entries])
    english = rules.unique_texts(
        [_texts(e, first(e)[1] or first(e)[0], e.name_en, remark(e)[1]) for e in entries]
    )
    for entry, text, text_en in zip(entries, chinese, english, strict=True):
        entry.pick_text, entry.pick_text_en = text, text_en


def _texts(entry: ReferenceEntry, first: str, name: str, remark: str) -> list[str]:
    """The plain name, the full name, the name with a remark, with its code."""
    full = name or first
    texts = [first, full, f"{full} ({remark})", f"{full} ({remark} {entry.pk})"]
    return [rules.without_list_separators(text) for text in texts]
