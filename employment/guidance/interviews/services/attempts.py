"""An interview from its first question to the finished rating; every step may come twice."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.common.errors import InvalidError, StateError
from employment.guidance.interviews.enums import QuestionKind, Stage
from employment.guidance.interviews.library import questions
from employment.guidance.interviews.models import MAX_WORDS, Answer, Attempt
from employment.guidance.interviews.rules.choice import LENGTHS, pick
from employment.postings.models import Posting
from employment.postings.models.requirements import RequirementKind
from employment.students.models import StudentProfile

MAX_SKILLS = 8


@transaction.atomic
def start_attempt(
    *, student: StudentProfile, kind: str, count: int, posting: Posting | None = None
) -> Attempt:
    """A new interview with its first question opened. Without a kind it follows the posting.

    Raises ``InvalidError`` for an unknown kind or length, or where neither is given.
    """
    if kind not in ("", *QuestionKind.values) or count not in LENGTHS or not (kind or posting):
        raise InvalidError(_("Choose a type and a length."))
    skills = required_skills(posting) if posting else []
    earlier = Answer.objects.filter(attempt__student=student)
    chosen = pick(
        list(questions().values()),
        kind=QuestionKind(kind) if kind else None,
        skills=skills,
        count=count,
        seed=f"{student.pk}:{Attempt.objects.filter(student=student).count()}",
        asked=set(earlier.values_list("question", flat=True)),
    )
    title = posting.title if posting else ""
    attempt = Attempt.objects.create(
        student=student, kind=kind, posting=posting, title=title, skills=skills
    )
    Answer.objects.bulk_create(
        Answer(attempt=attempt, number=at, question=one.code, skill=skill, seconds=one.seconds)
        for at, (one, skill) in enumerate(chosen, start=1)
    )
    open_next(attempt)
    return attempt


def required_skills(posting: Posting) -> list[str]:
    """Skills that the posting names; those of its occupation where it names none."""
    rows = posting.requirements.filter(kind=RequirementKind.SKILL)
    named = list(dict.fromkeys(rows.values_list("label", flat=True)))
    if not named and posting.occupation is not None:
        named = list(posting.occupation.skills.order_by("name").values_list("name", flat=True))
    return named[:MAX_SKILLS]


def open_next(attempt: Attempt) -> Answer | None:
    """The question where the attempt stands; its time runs from when it is first shown."""
    answer = attempt.answers.filter(closed_at=None).first()
    if answer and answer.opened_at is None:
        answer.opened_at = timezone.now()
        answer.save(update_fields=["opened_at"])
    return answer


@transaction.atomic
def save_words(*, attempt: Attempt, number: int, words: str) -> Answer:
    """Keep what is written so far. Raises ``StateError`` for a question that is not open."""
    answer = _open_answer(attempt, number)
    answer.words = _checked(words)
    answer.saved_at = timezone.now()
    answer.save(update_fields=["words", "saved_at"])
    return answer


@transaction.atomic
def close_answer(*, attempt: Attempt, number: int, words: str, skipped: bool = False) -> Attempt:
    """Answer or skip the open question and go on; an answer after the time is kept.

    The same question closed twice changes nothing. Raises ``StateError`` for a later one.
    """
    locked = Attempt.objects.select_for_update().get(pk=attempt.pk)
    if locked.answers.filter(number=number, closed_at__isnull=False).exists():
        return locked
    answer = _open_answer(locked, number)
    answer.words = _checked(words)
    answer.skipped = skipped or not answer.words
    answer.saved_at = answer.closed_at = timezone.now()
    answer.save(update_fields=["words", "skipped", "saved_at", "closed_at"])
    return locked if open_next(locked) else _answered(locked)


@transaction.atomic
def finish_early(*, attempt: Attempt) -> Attempt:
    """Leave out what is still unanswered. An attempt past its questions stays as it is."""
    locked = Attempt.objects.select_for_update().get(pk=attempt.pk)
    if locked.stage != Stage.ANSWERING:
        return locked
    left = locked.answers.filter(closed_at=None)
    left.filter(words="").update(skipped=True)
    left.update(closed_at=timezone.now())
    return _answered(locked)


def share_attempt(*, attempt: Attempt, shared: bool) -> None:
    """Ask the student's counsellor to read and rate a finished attempt, or take that back."""
    Attempt.objects.filter(pk=attempt.pk, stage=Stage.FINISHED).update(is_shared=shared)


def delete_attempt(*, attempt: Attempt) -> None:
    attempt.delete()


def _answered(attempt: Attempt) -> Attempt:
    attempt.stage, attempt.answered_at = Stage.RATING, timezone.now()
    attempt.save(update_fields=["stage", "answered_at"])
    return attempt


def _open_answer(attempt: Attempt, number: int) -> Answer:
    rows = attempt.answers.select_for_update().filter(number=number)
    answer = rows.filter(closed_at=None, opened_at__isnull=False).first()
    if answer is None:
        raise StateError(_("The interview has moved on. Here is where you stand."))
    return answer


def _checked(words: str) -> str:
    if len(words) > MAX_WORDS:
        raise InvalidError(_("This answer is too long."))
    return words.strip()
