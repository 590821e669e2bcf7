"""The student's own plan stands in the path of the report, with its days."""

import dataclasses
import datetime as dt

from employment.guidance.reports.enums import Section, When
from employment.guidance.reports.rules.compose import compose
from employment.guidance.reports.rules.content import without_tasks
from employment.guidance.reports.rules.facts import PlanFact
from tests.employment.guidance.reports.rules.test_compose import DAY, RICH

PLAN = (
    PlanFact("task", "5", "问学长内推"),
    PlanFact("task", "4", "改简历", DAY + dt.timedelta(days=3)),
    PlanFact("milestone", "autumn", {"zh": "秋招", "en": "Autumn"}, DAY - dt.timedelta(days=20)),
    PlanFact("milestone", "spring", {"zh": "春招", "en": "Spring"}, dt.date(2027, 4, 1)),
    PlanFact("milestone", "exam", {"zh": "考试", "en": "Exam"}, dt.date(2027, 1, 10)),
)


WITH_PLAN = dataclasses.replace(RICH, plan=PLAN)


def path(facts=WITH_PLAN):
    return compose(facts).claims(Section.PATH)


def codes(claims, when):
    return [claim.code for claim in claims if claim.values["when"] == when]


def test_own_steps_come_first_and_chosen_ones_before_the_roadmap():
    assert codes(path(), When.NOW)[:2] == ["path.task", "path.milestone.late"]
    assert codes(path(), When.TERM)[0] == "path.milestone"
    assert codes(path(), When.LATER)[0] == "path.milestone"


def test_they_crowd_out_nothing_that_follows_from_the_facts():
    own = ("path.task", "path.milestone")
    others = [claim for claim in path() if not claim.code.startswith(own)]

    assert others == list(path(RICH))


def test_each_step_leads_to_its_place_in_the_plan():
    late = path()[1]

    assert late.actions[0].values == {"key": "autumn"}
    assert late.values["due"] == "2026-11-03"


def test_tasks_can_be_left_out_while_milestones_stay():
    left = without_tasks(compose(WITH_PLAN))

    assert "改简历" not in str(left.as_json())
    assert left.find("path:now:plan:milestone:autumn")
