"""Attempts with their questions, what the system found in them, and columns to compare."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise

from employment.guidance.interviews.enums import Criterion, Rater
from employment.guidance.interviews.library import Question, Text, anchors, questions
from employment.guidance.interviews.models import Answer, Attempt, Rating
from employment.guidance.interviews.rules.feedback import Feedback, Remark, judge, summary
from employment.guidance.interviews.rules.parts import Part
from employment.guidance.interviews.rules.relevance import rarity, relevance
from employment.guidance.interviews.rules.star import Sentence
from employment.guidance.interviews.wording import PARTS, REMARKS
from employment.matches.adapters.lexicon import skill_lexicon
from employment.students.models import StudentProfile


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer with its question and what was found; ``covered`` are required skills named."""

    answer: Answer
    question: Question
    text: Text
    feedback: Feedback
    covered: tuple[str, ...]

    @property
    def sentences(self) -> list[tuple[Promise | str, Sentence]]:
        return [(PARTS[one.part], one) for one in self.feedback.sentences]

    @property
    def remarks(self) -> list[tuple[Promise | str, Remark]]:
        return [(REMARKS[one.code], one) for one in self.feedback.remarks]

    @property
    def is_story(self) -> bool:
        return any(one.part is not Part.NONE for one in self.feedback.sentences)

    @property
    def is_late(self) -> bool:
        used = self.answer.seconds_used
        return used is not None and used > self.answer.seconds


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion in three columns; None where nobody judged it."""

    criterion: Criterion
    own: Rating | None
    system: float | None
    counsellor: Rating | None

    @property
    def gap(self) -> float | None:
        """How far the own rating lies above the system's."""
        if self.own is None or self.system is None:
            return None
        return round(self.own.value - self.system, 1)

    @property
    def anchors(self) -> list[tuple[int, Text]]:
        return list(anchors()[self.criterion].items())


@dataclass(frozen=True, slots=True)
class Result:
    attempt: Attempt
    answers: list[Judged]
    rows: list[Row]
    covered: list[str]
    missing: list[str]


@dataclass(frozen=True, slots=True)
class Delta:
    criterion: Criterion
    before: float | None
    after: float | None

    @property
    def change(self) -> float | None:
        if self.before is None or self.after is None:
            return None
        return round(self.after - self.before, 1)


def own_attempts(student: StudentProfile) -> list[Attempt]:
    return list(Attempt.objects.filter(student=student).prefetch_related("answers", "ratings"))


def text_of(answer: Answer) -> Text:
    return questions()[answer.question].text.filled(answer.skill)


@cache
def _weights() -> dict[str, float]:
    return rarity([_all_text(one) for one in questions().values()])


def _all_text(one: Question) -> str:
    return f"{one.text.zh} {one.text.en} {one.shows.zh} {one.shows.en}"


def judged(answer: Answer, skills: Sequence[str]) -> Judged:
    question, words = questions()[answer.question], answer.words
    text = question.text.filled(answer.skill)
    terms = (*question.competency.terms, *filter(None, [answer.skill]))
    found = relevance(
        words, question=_asked(words, text, question), terms=terms, weights=_weights()
    )
    feedback = judge(words, form=question.form, relevance=found)
    return Judged(answer, question, text, feedback, tuple(named_skills(words, skills)))


def _asked(words: str, text: Text, question: Question) -> str:
    """In the language of the answer, so that the other one does not thin the shares."""
    if any("\u4e00" <= sign <= "\u9fff" for sign in words):
        return f"{text.zh} {question.shows.zh}"
    return f"{text.en} {question.shows.en}"


def named_skills(words: str, skills: Sequence[str]) -> list[str]:
    """Those of the wanted skills that the words name, also by another name of the lexicon."""
    if not skills:
        return []
    lexicon, folded = skill_lexicon(), words.casefold()
    said = {span.skill.id for span in lexicon.find(words)}
    wanted = {name: {span.skill.id for span in lexicon.find(name)} for name in skills}
    return [name for name, ids in wanted.items() if name.casefold() in folded or ids & said]


def result_of(attempt: Attempt) -> Result:
    """Reads prefetched ``answers`` and ``ratings``."""
    answers = [judged(one, attempt.skills) for one in attempt.answers.all()]
    named = {name for one in answers if one.feedback.enough for name in one.covered}
    share = len(named) / len(attempt.skills) if attempt.skills else None
    levels = summary([one.feedback for one in answers], share)
    given = {(one.rater, one.criterion): one for one in attempt.ratings.all()}
    rows = [
        Row(
            key,
            given.get((Rater.STUDENT, key)),
            levels.get(key),
            given.get((Rater.COUNSELLOR, key)),
        )
        for key in attempt.criteria
    ]
    covered = [name for name in attempt.skills if name in named]
    return Result(attempt, answers, rows, covered, [s for s in attempt.skills if s not in named])


def compare(earlier: Result, later: Result) -> tuple[list[Delta], list[tuple[Judged, Judged]]]:
    """Changes of the system's levels, and answers to the same question side by side."""
    before = {row.criterion: row.system for row in earlier.rows}
    after = {row.criterion: row.system for row in later.rows}
    deltas = [Delta(k, before.get(k), after.get(k)) for k in Criterion if k in before | after]
    first = {(one.question.code, one.answer.skill): one for one in earlier.answers}
    same = [(one.question.code, one.answer.skill) for one in later.answers]
    pairs = [
        (first[key], one) for key, one in zip(same, later.answers, strict=True) if key in first
    ]
    return deltas, pairs
