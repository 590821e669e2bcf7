"""How complete a profile is, and which field is worth filling next."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from employment.students.models import StudentProfile

ENOUGH_SKILLS = 5
ENOUGH_EXPERIENCES = 2


@dataclass(frozen=True, slots=True)
class Part:
    """``points`` of 100; ``gain`` says what filling it does for the student."""

    name: str
    label: Promise
    points: int
    share: float
    gain: Promise
    section: str

    @property
    def is_done(self) -> bool:
        return self.share >= 1


@dataclass(frozen=True, slots=True)
class Strength:
    parts: Sequence[Part]

    @property
    def percent(self) -> int:
        return round(sum(part.points * part.share for part in self.parts))

    @property
    def next_part(self) -> Part | None:
        """The gap that is worth most."""
        gaps = [part for part in self.parts if not part.is_done]
        return max(gaps, key=lambda part: part.points * (1 - part.share), default=None)


def strength_of(student: StudentProfile) -> Strength:
    """Reads the profile's related rows (prefetch them for lists); adds nothing by judgement."""
    intention = getattr(student, "intention", None)
    skills = len(student.skills.all())
    proven = sum(bool(row.evidence) for row in student.skills.all())
    told = sum(len(row.description) >= 30 for row in student.experiences.all())
    return Strength(
        (
            Part(
                "basics",
                _("Degree, major and graduation year"),
                20,
                sum(bool(v) for v in (student.degree, student.major_id, student.cohort)) / 3,
                _("decides what you are eligible for"),
                "basics",
            ),
            Part(
                "intention",
                _("Intended work"),
                15,
                float(bool(intention and intention.titles)),
                _("brings the right occupations to the top"),
                "intention",
            ),
            Part(
                "regions",
                _("Intended places and pay"),
                10,
                (
                    bool(intention and intention.regions.all())
                    + bool(intention and intention.pay_floor)
                )
                / 2,
                _("sorts out what you would never take"),
                "intention",
            ),
            Part(
                "skills",
                _("At least five skills"),
                15,
                min(skills / ENOUGH_SKILLS, 1),
                _("answers most requirements"),
                "skills",
            ),
            Part(
                "evidence",
                _("Evidence for three skills"),
                10,
                min(proven / 3, 1),
                _("lets an employer believe them"),
                "skills",
            ),
            Part(
                "experience",
                _("Two experiences in your own words"),
                20,
                min(told / ENOUGH_EXPERIENCES, 1),
                _("shows what you have really done"),
                "experience",
            ),
            Part(
                "certificates",
                _("Certificates and languages"),
                10,
                float(bool(student.certificates.all() or student.languages.all())),
                _("removes the most common open questions"),
                "certificates",
            ),
        )
    )
