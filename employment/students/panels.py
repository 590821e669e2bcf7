"""Cards that apps above add to the staff page of one student; registered in ``ready``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from employment.accounts.actors import Actor
from employment.students.models import StudentProfile

Load = Callable[[StudentProfile, Actor], Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Panel:
    """``load`` gives the template's context, or None where this actor gets no such card."""

    template: str
    load: Load
    order: int


_panels: dict[str, Panel] = {}


def register(template: str, load: Load, order: int) -> None:
    _panels[template] = Panel(template, load, order)


def panels_for(student: StudentProfile, actor: Actor) -> list[tuple[str, Mapping[str, Any]]]:
    """Templates with their contexts, in order. The student was fetched as visible to the actor."""
    found = [(p, p.load(student, actor)) for p in sorted(_panels.values(), key=lambda p: p.order)]
    return [(panel.template, context) for panel, context in found if context is not None]
