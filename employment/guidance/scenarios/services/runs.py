"""Playing a scenario: saved at every step, safe against double clicks, one step back at a time."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.common.errors import InvalidError, StateError
from employment.guidance.scenarios.enums import NodeKind
from employment.guidance.scenarios.library import scenarios
from employment.guidance.scenarios.models import Run, Step
from employment.guidance.scenarios.rules.graph import Node
from employment.guidance.scenarios.selectors import offered_scenarios
from employment.students.models import StudentProfile

MAX_WORDS = 2000


def start_run(*, student: StudentProfile, code: str) -> Run:
    """The student's open run of the scenario, or a new one; two requests get the same.

    Raises ``InvalidError`` where the student's university does not offer the scenario.
    """
    offered = {one.code: one for one in offered_scenarios(student.university_id)}
    if code not in offered:
        raise InvalidError(_("This scenario is not offered."))
    try:
        with transaction.atomic():
            return Run.objects.create(student=student, scenario=code, node=offered[code].start)
    except IntegrityError:
        return Run.objects.get(student=student, scenario=code, ended=False)


@transaction.atomic
def take_step(*, run: Run, node: str, choice: str = "", words: str = "") -> Run:
    """Answer the node where the run stands and move on.

    The same answer sent twice changes nothing. Raises ``StateError`` for another node than the
    present one and ``InvalidError`` for an unknown choice or empty words.
    """
    locked = Run.objects.select_for_update().get(pk=run.pk)
    if locked.node != node:
        if locked.steps.filter(node=node, choice=choice, undone=False).exists():
            return locked
        raise StateError(_("The scene has moved on. Here is where you stand."))
    scene = scenarios()[locked.scenario].nodes[node]
    to = _next_node(scene, choice, words)
    number = locked.steps.count() + 1
    Step.objects.create(run=locked, number=number, node=node, choice=choice, words=words.strip())
    return _move(locked, to)


@transaction.atomic
def step_back(*, run: Run) -> Run:
    """Take the last step back to try another way; a finished run stays as it is."""
    locked = Run.objects.select_for_update().get(pk=run.pk)
    last = locked.steps.filter(undone=False).last()
    if locked.ended or last is None:
        raise StateError(_("There is no step to take back."))
    Step.objects.filter(pk=last.pk).update(undone=True)
    return _move(locked, last.node)


def share_run(*, run: Run, shared: bool) -> None:
    """Show a finished run to the student's counsellor, or hide it again."""
    Run.objects.filter(pk=run.pk, ended=True).update(is_shared=shared)


def delete_run(*, run: Run) -> None:
    run.delete()


def _next_node(scene: Node, choice: str, words: str) -> str:
    if scene.kind is NodeKind.WRITE:
        if not 0 < len(words.strip()) <= MAX_WORDS:
            raise InvalidError(_("Write between 1 and 2,000 characters."))
        return scene.to
    chosen = scene.choice(choice)
    if chosen is None:
        raise InvalidError(_("Choose one of the answers."))
    return chosen.to


def _move(run: Run, to: str) -> Run:
    run.node = to
    run.ended = scenarios()[run.scenario].nodes[to].kind is NodeKind.END
    run.ended_at = timezone.now() if run.ended else None
    run.save(update_fields=["node", "ended", "ended_at"])
    return run
