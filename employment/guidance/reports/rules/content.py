"""What a report holds: claims as codes with values and evidence, in no language.

The JSON of a content is versioned by ``SCHEMA``; a stored report of an older schema is read as it
is, claims whose code nobody knows any more are left out when it is shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from employment.guidance.reports.enums import Section

SCHEMA = 1
Named = Mapping[str, str]  # {"zh": …, "en": …}
Text = str | Named
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The row that proves a claim: ``kind`` and ``id`` find it, ``text`` is what it said then."""

    kind: str
    id: int | str
    text: Text


@dataclass(frozen=True, slots=True)
class Action:
    """What to do about a claim; ``values`` name what the link needs."""

    code: str
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """``key`` is stable between versions. ``guidance``: rests on assessments or grades, shown
    only where the student lets them be seen."""

    key: str
    code: str
    values: Values = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    actions: tuple[Action, ...] = ()
    guidance: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """``made_on`` is an ISO date; ``sections`` by code of ``Section``."""

    made_on: str
    sections: Mapping[str, tuple[Claim, ...]]
    schema: int = SCHEMA

    def claims(self, section: str) -> tuple[Claim, ...]:
        return tuple(self.sections.get(section, ()))

    def find(self, key: str) -> Claim | None:
        return next((c for s in Section for c in self.claims(s) if c.key == key), None)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def content_from(data: Mapping[str, Any]) -> Content:
    """The reverse of ``Content.as_json``."""
    return Content(
        made_on=data["made_on"],
        schema=data["schema"],
        sections={code: _claims(rows) for code, rows in data["sections"].items()},
    )


def without_guidance(content: Content) -> Content:
    """The same report without anything that rests on assessments or grades: claims are left out,
    and so are parts of a fit; its total is then the sum of the parts that stay."""
    kept = {
        code: tuple(_plain_fit(claim) for claim in rows if not claim.guidance)
        for code, rows in content.sections.items()
    }
    return replace(content, sections=kept)


def without_tasks(content: Content) -> Content:
    """The same report without the student's own tasks: notes to oneself, not for strangers."""
    kept = {
        code: tuple(claim for claim in rows if not claim.code.startswith("path.task"))
        for code, rows in content.sections.items()
    }
    return replace(content, sections=kept)


def holds_guidance(content: Content) -> bool:
    return without_guidance(content) != content


def _plain_fit(claim: Claim) -> Claim:
    parts: Sequence[Mapping[str, Any]] = claim.values.get("parts", ())
    stay = [part for part in parts if not part["guidance"]]
    if len(stay) == len(parts):
        return claim
    low = sum(part["points"] if part["known"] else 0 for part in stay)
    high = sum(part["points"] if part["known"] else part["maximum"] for part in stay)
    total = sum(part["points"] for part in stay)
    return replace(
        claim, values={**claim.values, "parts": stay, "total": total, "low": low, "high": high}
    )


def _claims(rows: Iterable[Mapping[str, Any]]) -> tuple[Claim, ...]:
    return tuple(
        Claim(
            key=row["key"],
            code=row["code"],
            values=row["values"],
            evidence=tuple(Evidence(**one) for one in row["evidence"]),
            actions=tuple(Action(**one) for one in row["actions"]),
            guidance=row["guidance"],
        )
        for row in rows
    )
