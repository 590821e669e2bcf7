"""The named demo students work with a plan; the others have looked at their advice once."""

import datetime as dt

from django.utils import timezone

from employment.guidance.plans.enums import Mark, TaskSource
from employment.guidance.plans.models import AdviceEpisode, Task
from employment.guidance.plans.selectors.plan import page_url
from employment.guidance.plans.services.advice import act_on, give_advice
from employment.guidance.plans.services.settings import mark_milestone
from employment.guidance.plans.services.tasks import (
    add_goal,
    add_task,
    finish_task,
    suggest_task,
)
from employment.students.models import StudentProfile

READERS = 24
PAST = ("explore-self", "explore-field", "first-project", "direction", "english")


def add_plans() -> None:
    if Task.objects.exists():
        return
    today = timezone.localdate()
    rows = StudentProfile.objects.with_profile()
    named = rows.filter(user__username__startswith="student").order_by("user_id")
    for student in named:
        add_plan(student, today=today)
    others = rows.exclude(pk__in=named.values("pk")).order_by("pk")[:READERS]
    for at, student in enumerate(others):
        give_advice(student=student, today=today)
        episode = AdviceEpisode.objects.running().filter(student=student).first()
        if episode and at % 3 == 0:
            act_on(student=student, code=episode.module, today=today)


def add_plan(student: StudentProfile, *, today: dt.date) -> None:
    for code in PAST:
        mark_milestone(student=student, code=code, mark=Mark.DONE)
    goal = add_goal(student=student, title="年底前拿到一份录用", due=today + dt.timedelta(60))
    done = add_task(student=student, title="更新简历中的项目经历", goal=goal)
    finish_task(task=done)
    add_task(
        student=student,
        title="本周投递三个匹配岗位",
        due=today + dt.timedelta(2),
        goal=goal,
        url=page_url("matches:list"),
    )
    add_task(student=student, title="请老师看一遍求职信", due=today - dt.timedelta(1))
    add_task(
        student=student,
        title="准备秋招：名单、简历、笔试",
        due=today + dt.timedelta(5),
        source=TaskSource.MILESTONE,
        key="autumn-prepare",
    )
    if student.counsellor:
        suggest_task(
            student=student,
            title="来办公室聊一次求职进展",
            due=today + dt.timedelta(7),
            notes="带上最近一版简历。",
            by=student.counsellor,
        )
    give_advice(student=student, today=today)
