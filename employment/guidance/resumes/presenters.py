"""The editor's page: sections with their fields, and the remarks beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from dataclasses import field as make
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from employment.guidance.resumes.content import SECTIONS, Entry, ResumeContent, Skill
from employment.guidance.resumes.editing import LISTS, Parsed, Place
from employment.guidance.resumes.reading import Doubt
from employment.guidance.resumes.rules import Issue
from employment.guidance.resumes.wording import (
    CONTACT_HEADING,
    CONTACT_LABELS,
    ENTRY_LABELS,
    SECTION_LABELS,
)

Remarks = Mapping[str, list[Issue]]


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    slot: str
    value: str
    number: int
    remarks: list[Issue]

    @property
    def place(self) -> str:
        """As an operation names it: ``experience:0:2``."""
        return self.slot.removeprefix("at-").replace("-", ":")


@dataclass(frozen=True, slots=True)
class Row:
    """One entry, skill or item. ``number`` counts from 1 for people."""

    section: str
    index: int
    prefix: str
    slot: str
    value: Any
    labels: tuple[Promise, Promise, Promise] | None
    lines: list[Line]
    remarks: list[Issue]
    is_new: bool = False

    @property
    def number(self) -> int:
        return self.index + 1


@dataclass(frozen=True, slots=True)
class Section:
    name: str
    label: Promise
    kind: str  # entries, skills, list, text
    rows: list[Row] = make(default_factory=list)
    text: str = ""
    remarks: list[Issue] = make(default_factory=list)


def slot_of(place: Place | tuple[str, int, int]) -> str:
    """The id of the element that shows the remarks of a place."""
    return "-".join(["at", place[0], *(str(n) for n in place[1:] if n >= 0)])


def slot_of_field(name: str) -> str:
    """``experience.0.lines.2`` → ``at-experience-0-2``; ``contact.name`` → ``at-contact``."""
    return "-".join(["at", *(p for i, p in enumerate(name.split(".")) if not i or p.isdigit())])


def remarks_by_slot(remarks: Iterable[Issue], parsed: Parsed | None = None) -> Remarks:
    """Remarks by where they stand on the page; on a page as typed, places are translated."""
    found: dict[str, list[Issue]] = {}
    for remark in remarks:
        at = remark.place
        place = (at.section, *((-1, -1) if at.section == "contact" else (at.index, at.line)))
        if parsed:
            place = parsed.places.get(place, place)
        found.setdefault(slot_of(place), []).append(remark)
    return found


def sections_of(content: ResumeContent, remarks: Remarks, *, add: str = "") -> list[Section]:
    """Sections in the resume's order; ``add`` names the one that gets an empty row."""
    return [
        _section(content, name, remarks, add) for name in content.order if name in SECTION_LABELS
    ]


def contact_fields(content: ResumeContent) -> list[dict[str, Any]]:
    contact = content.contact
    values = asdict(contact) | {"links": "\n".join(contact.links)}
    return [
        {
            "name": f"contact.{name}",
            "label": label,
            "value": values[name],
        }
        for name, label in CONTACT_LABELS.items()
    ]


def _section(content: ResumeContent, name: str, remarks: Remarks, add: str) -> Section:
    own = remarks.get(slot_of((name, -1, -1)), [])
    if name == "summary":
        return Section(name, SECTION_LABELS[name], "text", text=content.summary, remarks=own)
    values = list(getattr(content, name))
    blank = {"skills": Skill("")}.get(name, "" if name in LISTS else Entry())
    rows = [_row(name, at, value, remarks) for at, value in enumerate(values)]
    if add == name:
        rows.append(_row(name, len(values), blank, remarks, is_new=True))
    kind = "skills" if name == "skills" else "list" if name in LISTS else "entries"
    return Section(name, SECTION_LABELS[name], kind, rows, remarks=own)


def _row(name: str, at: int, value: Any, remarks: Remarks, *, is_new: bool = False) -> Row:
    prefix, slot = f"{name}.{at}", slot_of((name, at, -1))
    lines = []
    if name in SECTIONS:
        # One empty line at the end is where the next one is written.
        for number, text in enumerate((*value.lines, "")):
            place = slot_of((name, at, number))
            field = f"{prefix}.lines.{number}"
            lines.append(Line(field, place, text, number + 1, remarks.get(place, [])))
    found = remarks.get(slot, [])
    return Row(name, at, prefix, slot, value, ENTRY_LABELS.get(name), lines, found, is_new)


DATES = {"start": _("Start"), "end": _("End"), "current": _("until now"), "lines": _("Line")}
TEXTS = {"target": _("Position aimed at"), "summary": SECTION_LABELS["summary"]}
SURE = 0.6


def proposal(reading: Mapping[str, Any]) -> dict[str, Any]:
    """What was read from a file, by section; unsure fields are not taken unless they are ticked."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for field in reading["fields"]:
        section = field["name"].split(".")[0]
        shown = field | {"label": field_label(field["name"]), "sure": field["confidence"] >= SURE}
        shown["percent"] = round(100 * field["confidence"])
        groups.setdefault(section, []).append(shown)
    labels = {"contact": CONTACT_HEADING, **TEXTS, **SECTION_LABELS}
    doubts = [Doubt(d["code"], d["detail"], tuple(d["lines"])) for d in reading["doubts"]]
    shown_groups = [(labels[name], fields) for name, fields in groups.items()]
    return {"groups": shown_groups, "doubts": doubts, "left_out": reading["left_out"]}


def field_label(name: str) -> str:
    """``experience.0.title`` as a person reads it: 1 · Position."""
    section, *rest = name.split(".")
    if section == "contact":
        return str(CONTACT_LABELS[rest[0]])
    if not rest:
        return str(TEXTS[section])
    number = int(rest[0]) + 1
    if len(rest) == 1:
        return str(number)
    entry = ("title", "organisation", "detail")
    names = dict(zip(entry, ENTRY_LABELS.get(section, ()), strict=False))
    skill = {"name": _("Skill"), "level": _("Level"), "evidence": _("What proves it")}
    label = {**DATES, **skill, **names}[rest[1]]
    return f"{number} · {label}" + (f" {int(rest[2]) + 1}" if len(rest) > 2 else "")
