"""Accumulated answers to the assessments, so that reliability and norms have a sample.

A stated model with a fixed seed: every person has a normal trait for each scale; an answer is the
middle of the scale plus the trait plus noise, rounded, and turned round for reversed items. Every
twentieth person answers carelessly. For the demo world only.
"""

import random
from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone

from employment.guidance.assessments.enums import Kind
from employment.guidance.assessments.library import instruments
from employment.guidance.assessments.models import Answer, Result, Sitting
from employment.guidance.assessments.rules.instruments import Item
from employment.guidance.assessments.selectors.sittings import (
    claimed_evidence,
    intended_occupation,
    items_of,
)
from employment.guidance.assessments.services.sittings import (
    finish_sitting,
    share_result,
    start_sitting,
)
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import grant_consent
from employment.students.models import StudentProfile

SEED = 20260901
PEOPLE = 90
CARELESS_EVERY = 20
RETEST_AFTER = timedelta(days=150)
SPREAD, NOISE = 0.8, 0.9  # of traits and of single answers, in steps of the scale
EVIDENCE = "课程设计中独立完成，代码和说明文档可以查看"
CODES = [code for code, one in instruments().items() if one.kind is not Kind.SKILLS]


def add_results() -> None:
    if Result.objects.exists():
        return
    named = StudentProfile.objects.filter(user__username__startswith="student").order_by("user_id")
    home = {student.university_id for student in named}
    others = StudentProfile.objects.filter(university__in=home).exclude(pk__in=named)
    for number, student in enumerate(others.order_by("pk")[:PEOPLE]):
        person = Person(number)
        agree(student)
        for code in CODES:
            person.take(student, code)
    for number, student in enumerate(named):
        add_named(student, Person(PEOPLE + 1 + number))


def add_named(student: StudentProfile, person: "Person") -> None:
    """A retest of the interests, one result shared, one assessment left half way."""
    agree(student)
    first = person.take(student, "interests")
    Result.objects.filter(pk=first.pk).update(at=timezone.now() - RETEST_AFTER)
    share_result(result=person.take(student, "interests"), shared=True)
    for code in ("personality", "adaptability", "judgement"):
        person.take(student, code)
    person.answer(start_sitting(student=student, code="values"), share=0.5)
    if student.skills.exists():
        check_skills(student, person)


def check_skills(student: StudentProfile, person: "Person") -> None:
    """Against the first intended occupation; the profile's evidence and a made-up one."""
    target = intended_occupation(student)
    sitting = start_sitting(
        student=student, code="skills", occupation=target.code if target else ""
    )
    person.answer(sitting)
    for answer in sitting.answers.filter(value__gte=4):
        answer.evidence = claimed_evidence(student, answer.item) or EVIDENCE
        answer.save(update_fields=["evidence"])
    finish_sitting(sitting=sitting)


def agree(student: StudentProfile) -> None:
    grant_consent(user=student.user, purpose=Purpose.GUIDANCE)


class Person:
    """Traits that stay, answers that vary."""

    def __init__(self, number: int) -> None:
        self.random = random.Random(SEED + number)  # noqa: S311 -- a model, not a secret
        self.is_careless = number % CARELESS_EVERY == CARELESS_EVERY - 1
        self.traits: dict[str, float] = {}

    def take(self, student: StudentProfile, code: str) -> Result:
        sitting = start_sitting(student=student, code=code)
        self.answer(sitting)
        return finish_sitting(sitting=sitting)

    def answer(self, sitting: Sitting, *, share: float = 1) -> None:
        items = items_of(sitting)
        Answer.objects.bulk_create(self.answers(sitting, items[: round(len(items) * share)]))

    def answers(self, sitting: Sitting, items: Iterable[Item]) -> list[Answer]:
        rows = []
        for item in items:
            value = 4 if self.is_careless else self.value(sitting.instrument, item)
            rows.append(
                Answer(
                    sitting=sitting,
                    item=item.code,
                    value=value,
                    keyed=item.keyed(value),
                    milliseconds=self.milliseconds(),
                )
            )
        return rows

    def value(self, instrument: str, item: Item) -> int:
        name = f"{instrument} {item.scale}"
        trait = self.traits.setdefault(name, self.random.gauss(0, SPREAD))
        if item.options:
            return self.judged(item, trait)
        level = min(5, max(1, round(3.2 + trait + self.random.gauss(0, NOISE))))
        return 6 - level if item.reverse else level

    def judged(self, item: Item, trait: float) -> int:
        """The better the trait, the likelier an answer with more points."""
        weights = [2.0 ** (option.points * (0.8 + trait)) for option in item.options]
        return self.random.choices(list(item.values), weights)[0]

    def milliseconds(self) -> int:
        return round(900 if self.is_careless else self.random.lognormvariate(8.4, 0.35))
