"""What a student may send along with an application; apps above register it in ``ready``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from employment.common.errors import InvalidError
from employment.students.models import StudentProfile

Offer = Callable[[StudentProfile], Sequence[tuple[str, str]]]
Make = Callable[[StudentProfile, str], "Made | None"]


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF as it is at this moment. ``number`` tells which state of the original it is."""

    name: str
    number: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Source:
    offer: Offer
    make: Make


_sources: dict[str, Source] = {}


def register(kind: str, *, offer: Offer, make: Make) -> None:
    """``offer`` lists values with labels; ``make`` answers None for a value it did not offer."""
    _sources[kind] = Source(offer, make)


def choices(student: StudentProfile) -> list[tuple[str, str]]:
    return [
        (f"{kind}:{value}", label)
        for kind, source in _sources.items()
        for value, label in source.offer(student)
    ]


def make(student: StudentProfile, chosen: str) -> tuple[str, Made]:
    """The kind and the file. Raises ``InvalidError`` for what was never offered."""
    kind, _colon, value = chosen.partition(":")
    made = _sources[kind].make(student, value) if kind in _sources else None
    if made is None:
        raise InvalidError(f"no attachment {kind}")
    return kind, made
