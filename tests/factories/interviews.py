"""Practice interviews."""

from employment.guidance.interviews.enums import Stage
from employment.guidance.interviews.models import Attempt
from employment.guidance.interviews.services.attempts import (
    close_answer,
    share_attempt,
    start_attempt,
)
from employment.guidance.interviews.services.ratings import rate_self
from employment.students.models import StudentProfile

ANSWER = (
    "大三时我在实验室做课程设计，当时样机经常断电。我的任务是在两周内找到原因。"
    "我先用万用表记录了三天的数据，再逐项排除供电和接线。我和队友分工，每天晚上核对一次。"
    "最后断电从每天五次降到零次，我们拿到了课程第一名。"
)


def make_attempt(
    student: StudentProfile,
    *,
    kind: str = "behavioural",
    count: int = 1,
    answered: bool = False,
    finished: bool = False,
    shared: bool = False,
    words: str = ANSWER,
) -> Attempt:
    """Just begun, answered up to the own rating, or finished."""
    attempt = start_attempt(student=student, kind=kind, count=count)
    if answered or finished:
        for number in range(1, count + 1):
            attempt = close_answer(attempt=attempt, number=number, words=words)
    if finished:
        rated = dict.fromkeys(attempt.criteria, (3, ""))
        attempt = rate_self(attempt=attempt, user=student.user, rated=rated)
        share_attempt(attempt=attempt, shared=shared)
    assert attempt.stage in Stage
    attempt.refresh_from_db()
    return attempt
