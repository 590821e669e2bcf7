"""The demo students have practised: two finished interviews to compare and one under way."""

from employment.accounts.enums import Role
from employment.accounts.models import User
from employment.guidance.interviews.enums import Criterion
from employment.guidance.interviews.models import Attempt
from employment.guidance.interviews.services.attempts import (
    close_answer,
    save_words,
    share_attempt,
    start_attempt,
)
from employment.guidance.interviews.services.ratings import (
    rate_as_counsellor,
    rate_self,
)
from employment.students.models import StudentProfile

FIRST = (
    "大二的时候我们小组做调查，大家意见不太一致。嗯，我们一起讨论了很多次，后来就做完了，"
    "我觉得团队合作非常重要，沟通也很重要。"
)
LATER = (
    "大三上学期，我们小组五个人做社区养老调查，当时两位组员对问卷有分歧，进度落后了一周。"
    "我的任务是在两周内收回两百份有效问卷，还要让大家意见一致。"
    "我先分别找两位组员谈，听完各自的理由，再把两版问卷各发给十位老人试填。"
    "我把试填结果做成一张对照表，提议按完成率选题，并重新安排了分工。"
    "最后我们收回二百一十六份有效问卷，报告按时交上去，得了92分。"
)
COMMENT = "结果有数字，很好。可以再说说你为什么选择先试填。"


def add_interviews() -> None:
    if Attempt.objects.exists():
        return
    named = StudentProfile.objects.filter(user__username__startswith="student")
    for student in named.order_by("user_id"):
        practise(student, FIRST, level=4)
        later = practise(student, LATER, level=3)
        share_attempt(attempt=later, shared=True)
        rate(later)
        open_attempt = start_attempt(student=student, kind="civil", count=3)
        save_words(attempt=open_attempt, number=1, words="首先，我会先稳定群众情绪，")


def practise(student: StudentProfile, words: str, *, level: int) -> Attempt:
    """The same question each time, so that two attempts can be compared."""
    attempt = start_attempt(student=student, kind="behavioural", count=1)
    attempt.answers.update(question="behavioural-teamwork-1")
    attempt = close_answer(attempt=attempt, number=1, words=words)
    rated = dict.fromkeys(attempt.criteria, (level, ""))
    return rate_self(attempt=attempt, user=student.user, rated=rated)


def rate(attempt: Attempt) -> None:
    staff = User.objects.filter(username=Role.COUNSELLOR).first()
    attempt.refresh_from_db()
    if staff is None:
        return
    rated = {one: (4, COMMENT if one == Criterion.SPECIFICITY else "") for one in attempt.criteria}
    rate_as_counsellor(attempt=attempt, user=staff, rated=rated)
