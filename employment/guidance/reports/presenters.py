"""The content of a report as a document in the reader's language: page, print and PDF share it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext as _

from employment.common.charts import Chart
from employment.guidance.pathways.enums import FitPart
from employment.guidance.reports.enums import Reader, Section, When
from employment.guidance.reports.links import action_url, evidence_url
from employment.guidance.reports.models import RewordedClaim
from employment.guidance.reports.pictures import SHOWN_GAPS, section_charts
from employment.guidance.reports.rules.compare import Comparison
from employment.guidance.reports.rules.content import Claim, Content, Evidence
from employment.guidance.reports.wording import action_label, sentence
from employment.guidance.reports.wording.words import name, share

SOURCES: Mapping[str, Promise] = {
    "skills": pgettext_lazy("evidence", "Skill list"),
    "experience": pgettext_lazy("evidence", "Experience"),
    "certificates": pgettext_lazy("evidence", "Certificate"),
    "languages": pgettext_lazy("evidence", "Language"),
    "grade": pgettext_lazy("evidence", "Grade"),
    "profile": pgettext_lazy("evidence", "Profile"),
    "intention": pgettext_lazy("evidence", "Intention"),
    "posting": pgettext_lazy("evidence", "Posting"),
    "matches": pgettext_lazy("evidence", "Match list"),
    "occupation": pgettext_lazy("evidence", "Occupation"),
    "major": pgettext_lazy("evidence", "Major"),
    "region": pgettext_lazy("evidence", "Place"),
    "result": pgettext_lazy("evidence", "Assessment"),
}
LONG = frozenset({Section.STRENGTHS, Section.GAPS})


@dataclass(frozen=True, slots=True)
class Proof:
    label: str
    text: str
    url: str

    @property
    def shown(self) -> str:
        return _("%(label)s: %(text)s") % {"label": self.label, "text": self.text}


@dataclass(frozen=True, slots=True)
class Step:
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """``own`` is the report's sentence, ``text`` what is shown: another wording that the student
    kept, then ``model`` names what wrote it."""

    key: str
    own: str
    text: str
    proofs: tuple[Proof, ...] = ()
    steps: tuple[Step, ...] = ()
    stack: Mapping[str, Any] | None = None
    when: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """``more`` lines are there but not among the first that are shown."""

    code: str
    title: str
    lines: tuple[Line, ...]
    more: tuple[Line, ...] = ()
    charts: tuple[Chart, ...] = ()
    empty: str = ""
    steps: tuple[tuple[str, tuple[Line, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    made_on: str
    version: int
    chapters: tuple[Chapter, ...] = field(default_factory=tuple)

    @property
    def brief(self) -> list[tuple[str, str, Line]]:
        """What matters most, for whoever reads no further: heading, chapter and line."""
        headings = {
            Section.STRENGTHS: _("Strongest"),
            Section.GAPS: _("Largest gap"),
            Section.PATH: _("First step"),
        }
        found = {one.code: one.lines[0] for one in self.chapters if one.lines}
        return [(text, code, found[code]) for code, text in headings.items() if code in found]

    @property
    def sentences(self) -> list[str]:
        return [line.text for one in self.chapters for line in (*one.lines, *one.more)]

    def line(self, key: str) -> Line | None:
        lines = (line for one in self.chapters for line in (*one.lines, *one.more))
        return next((line for line in lines if line.key == key), None)


def document_of(
    content: Content,
    *,
    version: int,
    student_id: int,
    reader: Reader,
    person: str = "",
    rewordings: Sequence[RewordedClaim] = (),
) -> Document:
    """``person``: the name shown, empty for a report without one."""
    kept = {row.claim: row for row in rewordings if row.language == language()}
    chapters = []
    for section in Section:
        made = (line_of(c, reader, student_id, kept.get(c.key)) for c in content.claims(section))
        chapters.append(chapter_of(content, section, tuple(line for line in made if line.own)))
    return Document(person, content.made_on, version, tuple(chapters))


def language() -> str:
    return "en" if (get_language() or "").startswith("en") else "zh"


def chapter_of(content: Content, section: Section, lines: tuple[Line, ...]) -> Chapter:
    first = SHOWN_GAPS if section in LONG else len(lines)
    chapter = Chapter(
        code=section.value,
        title=str(section.label),
        lines=lines[:first],
        more=lines[first:],
        charts=tuple(section_charts(content, section)),
        empty="" if lines else empty_text(section),
    )
    if section == Section.PATH:
        steps = ((str(w.label), tuple(x for x in lines if x.when == w)) for w in When)
        return replace(chapter, steps=tuple(one for one in steps if one[1]))
    return chapter


def empty_text(section: Section) -> str:
    texts = {
        Section.WHO: _("Your profile is empty."),
        Section.STRENGTHS: _(
            "None can be named yet: a strength needs something in your profile that proves it."
        ),
        Section.GAPS: _("None is known. That may be because little is known about you so far."),
        Section.TARGETS: _("No target occupation is known. Choose one to be compared with it."),
        Section.PATH: _("There is nothing to do that follows from what is known."),
        Section.MARKET: _("Nothing is known about a market without a major of the catalogue."),
        Section.UNCERTAINTY: _("Nothing important is missing."),
    }
    return texts.get(section, "")


def line_of(claim: Claim, reader: Reader, student_id: int, reworded: RewordedClaim | None) -> Line:
    own = sentence(claim)
    valid = reworded if reworded and reworded.before == own else None
    steps = (Step(action_label(a), action_url(a, reader)) for a in claim.actions)
    return Line(
        key=claim.key,
        own=own,
        text=valid.after if valid else own,
        proofs=tuple(proof_of(one, reader, student_id) for one in claim.evidence),
        steps=tuple(one for one in steps if one.label),
        stack=stack_of(claim) if "parts" in claim.values else None,
        when=claim.values.get("when", ""),
        model=valid.model if valid else "",
    )


def proof_of(evidence: Evidence, reader: Reader, student_id: int) -> Proof:
    label = str(SOURCES.get(evidence.kind, evidence.kind))
    return Proof(label, name(evidence.text), evidence_url(evidence, reader, student_id))


def stack_of(claim: Claim) -> dict[str, Any]:
    """For ``components/score_stack.html``: points that add up to the total."""
    parts = claim.values["parts"]
    return {
        "total": claim.values["total"],
        "maximum": sum(part["maximum"] for part in parts),
        "parts": [
            {
                "label": FitPart(part["kind"]).label,
                "value": part["points"],
                "share": part["points"] / part["maximum"],
                "note": note_of(part),
            }
            for part in parts
        ],
    }


def note_of(part: Mapping[str, Any]) -> str:
    words = {"maximum": part["maximum"], "n": part["n"]}
    if not part["known"]:
        return _("unknown, counted as half of %(maximum)s") % words
    if part["n"]:
        return _("of %(maximum)s, n = %(n)s") % words
    return _("of %(maximum)s") % words


@dataclass(frozen=True, slots=True)
class Changes:
    """A comparison in sentences; ``fits`` are (name, before, after, difference)."""

    groups: tuple[tuple[str, str, tuple[str, ...]], ...]
    fits: tuple[tuple[str, int, int, int], ...]
    is_empty: bool


def compared(found: Comparison) -> Changes:
    titled = (
        ("success", _("New strengths"), found.new_strengths),
        ("unknown", _("Strengths no longer named"), found.lost_strengths),
        ("success", _("Closed gaps"), found.closed),
        ("unknown", _("New gaps"), found.opened),
    )
    groups = [(tone, title, tuple(map(sentence, claims))) for tone, title, claims in titled]
    resized = tuple(
        _("%(name)s: missing part %(before)s → %(after)s")
        % {
            "name": name(claim.values["name"]),
            "before": share(before),
            "after": share(claim.values["size"]),
        }
        for claim, before in found.resized
    )
    groups.append(("progress", _("Gaps of another size"), resized))
    return Changes(
        groups=tuple(one for one in groups if one[2]),
        fits=tuple(
            (name(one.claim.values["name"]), one.before, one.after, one.difference)
            for one in found.fits
        ),
        is_empty=found.is_empty,
    )
