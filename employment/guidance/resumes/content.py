"""What a resume says, apart from how it looks: the shape that is stored, judged and printed."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

VERSION = 1


@dataclass(frozen=True, slots=True)
class Contact:
    name: str = ""
    phone: str = ""
    email: str = ""
    city: str = ""
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One education, experience, project or award. ``start`` and ``end`` are ``YYYY-MM``, ``YYYY``
    or empty; an empty ``end`` with ``current`` means until now. ``lines`` are its bullet points."""

    title: str = ""  # position, project, award; for an education the major
    organisation: str = ""  # employer, school, issuer
    detail: str = ""  # degree, role, GPA and rank
    start: str = ""
    end: str = ""
    current: bool = False
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skill:
    """``level`` and ``evidence`` are empty where nothing is said."""

    name: str
    level: str = ""
    evidence: str = ""


SECTIONS = ("education", "experience", "projects", "campus", "awards")


@dataclass(frozen=True, slots=True)
class ResumeContent:
    """Immutable; an edit makes a new one. ``order`` names the sections as they are printed."""

    contact: Contact = field(default_factory=Contact)
    target: str = ""  # the position aimed at
    summary: str = ""
    education: tuple[Entry, ...] = ()
    experience: tuple[Entry, ...] = ()
    projects: tuple[Entry, ...] = ()
    campus: tuple[Entry, ...] = ()
    awards: tuple[Entry, ...] = ()
    skills: tuple[Skill, ...] = ()
    certificates: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    order: tuple[str, ...] = (
        *("summary", "education", "experience", "projects", "campus"),
        *("awards", "skills", "certificates", "languages"),
    )

    def to_json(self) -> dict[str, Any]:
        return {"version": VERSION, **asdict(self)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Raises ``ValueError`` where the stored shape is another version's or not a resume."""
        if data.get("version") != VERSION:
            raise ValueError(f"resume content of version {data.get('version')!r}")
        try:
            return cls(
                contact=Contact(**_tuples(data["contact"])),
                target=data["target"],
                summary=data["summary"],
                skills=tuple(Skill(**one) for one in data["skills"]),
                certificates=tuple(data["certificates"]),
                languages=tuple(data["languages"]),
                order=tuple(data["order"]),
                **{name: tuple(Entry(**_tuples(e)) for e in data[name]) for name in SECTIONS},
            )
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"not a resume: {error}") from error


def _tuples(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in data.items()}
