"""Taking an assessment: every answer is saved at once, safe against double taps and retries."""

from collections.abc import Mapping

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.common.errors import InvalidError, NotAllowedError, StateError
from employment.guidance.assessments.enums import Kind
from employment.guidance.assessments.library import instruments
from employment.guidance.assessments.models import Answer, Result, Sitting
from employment.guidance.assessments.rules.instruments import Item
from employment.guidance.assessments.rules.scoring import scale_scores
from employment.guidance.assessments.rules.validity import Given, flags_of
from employment.guidance.assessments.selectors.sittings import items_of, skill_codes
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import has_consent
from employment.students.models import StudentProfile
from employment.taxonomy.models import Occupation

LONGEST_MS = 3_600_000


def start_sitting(*, student: StudentProfile, code: str, occupation: str = "") -> Sitting:
    """The student's open sitting of the instrument, or a new one; two requests get the same.

    Raises ``NotAllowedError`` without consent to guidance, ``InvalidError`` for an unknown
    instrument or a skills self-check without any skill.
    """
    require_consent(student)
    if code not in instruments():
        raise InvalidError(_("There is no such assessment."))
    present = Sitting.objects.filter(student=student, instrument=code, finished_at=None).first()
    if present:
        return present
    occupation = _known_occupation(code, occupation)
    items = _item_codes(student, code, occupation)
    try:
        with transaction.atomic():
            return Sitting.objects.create(
                student=student, instrument=code, items=items, occupation=occupation
            )
    except IntegrityError:
        return Sitting.objects.get(student=student, instrument=code, finished_at=None)


@transaction.atomic
def save_answer(
    *,
    sitting: Sitting,
    item: str,
    value: int,
    milliseconds: int | None = None,
    evidence: str = "",
) -> Answer:
    """Keep or replace the answer to one item; the time of the first answer stays.

    Raises ``StateError`` after the end, unless the answer is the stored one.
    """
    locked = Sitting.objects.select_for_update().get(pk=sitting.pk)
    known = {one.code: one for one in items_of(locked)}
    if item not in known or value not in known[item].values:
        raise InvalidError(_("Choose one of the answers."))
    before = Answer.objects.filter(sitting=locked, item=item).first()
    if locked.finished_at:
        if before and before.value == value:
            return before
        raise StateError(_("This assessment is finished. Take it again to answer differently."))
    require_consent(locked.student)
    values = {"value": value, "keyed": known[item].keyed(value), "evidence": evidence.strip()[:300]}
    time = None if milliseconds is None else min(max(milliseconds, 0), LONGEST_MS)
    answer, _created = Answer.objects.update_or_create(
        sitting=locked, item=item, defaults=values, create_defaults={**values, "milliseconds": time}
    )
    return answer


@transaction.atomic
def finish_sitting(*, sitting: Sitting) -> Result:
    """Score the answers and note what makes them doubtful; a second call gives the same result.

    Raises ``InvalidError`` while nothing is answered.
    """
    locked = Sitting.objects.select_for_update().get(pk=sitting.pk)
    if locked.finished_at:
        return Result.objects.get(sitting=locked)
    require_consent(locked.student)
    answers = list(locked.answers.all())
    if not answers:
        raise InvalidError(_("Answer at least one question first."))
    locked.finished_at = timezone.now()
    locked.save(update_fields=["finished_at"])
    return Result.objects.create(
        sitting=locked,
        student_id=locked.student_id,
        instrument=locked.instrument,
        **_outcome(locked, items_of(locked), {one.item: one for one in answers}),
    )


def share_result(*, result: Result, shared: bool) -> None:
    """Show a result to the student's counsellor, or hide it again."""
    Result.objects.filter(pk=result.pk).update(is_shared=shared)


def delete_sitting(*, sitting: Sitting) -> None:
    """Its answers and its result go with it."""
    sitting.delete()


def require_consent(student: StudentProfile) -> None:
    if not has_consent(user_id=student.user_id, purpose=Purpose.GUIDANCE):
        raise NotAllowedError(_("This needs your consent to guidance."))


def _known_occupation(code: str, occupation: str) -> str:
    """Only the skills self-check has a target."""
    if instruments()[code].kind is not Kind.SKILLS or not occupation:
        return ""
    if not Occupation.objects.filter(code=occupation).exists():
        raise InvalidError(_("There is no such occupation."))
    return occupation


def _item_codes(student: StudentProfile, code: str, occupation: str) -> list[str]:
    if instruments()[code].kind is not Kind.SKILLS:
        return list(instruments()[code].items)
    items = skill_codes(student, occupation)
    if not items:
        raise InvalidError(_("Add skills to your profile or choose a target occupation first."))
    return items


def _outcome(
    sitting: Sitting, items: list[Item], answers: Mapping[str, Answer]
) -> dict[str, object]:
    instrument = instruments()[sitting.instrument]
    given = {code: Given(one.value, one.milliseconds) for code, one in answers.items()}
    values = {code: one.value for code, one in answers.items()}
    judged = instrument.kind is not Kind.SKILLS
    return {
        "scores": scale_scores(instrument.scales, items, values),
        "flags": flags_of(items, given) if judged else [],
        "is_complete": all(item.code in answers for item in items),
    }
