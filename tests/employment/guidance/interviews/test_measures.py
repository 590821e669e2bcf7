"""The labelled sentences and answers; docs/quality/interview.md says how they came about."""

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from employment.guidance.interviews.enums import Criterion
from employment.guidance.interviews.library import questions
from employment.guidance.interviews.models import Answer
from employment.guidance.interviews.rules.feedback import judge
from employment.guidance.interviews.rules.parts import Part
from employment.guidance.interviews.rules.relevance import Relevance, rarity, relevance, told_share
from employment.guidance.interviews.rules.star import part_of, parts_of
from matching.encoders import PackagedEncoder
from matching.stories import ARTEFACT
from matching.stories.model import StoryModel
from matching.stories.training import figures, packaged_answers, read_answers

DATA = Path(__file__).parent / "data"
FLOORS = {
    "all_alone": 0.87,
    "all_answer": 0.90,
    "zh_alone": 0.88,
    "zh_answer": 0.89,
    "en_alone": 0.83,
    "en_answer": 0.89,
}


def rows_of(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def macro_f1(rows: Sequence[dict[str, str]]) -> float:
    pairs = [(row["label"], part_of(row["sentence"]).part.value) for row in rows]

    def f1(part: str) -> float:
        hits = sum(pair == (part, part) for pair in pairs)
        return 2 * hits / sum((a == part) + (b == part) for a, b in pairs)

    return sum(map(f1, [*Part])) / len(Part)


def test_two_hundred_sentences_are_labelled_evenly():
    rows = rows_of("sentences.csv")

    assert len(rows) == 200
    assert all(sum(row["label"] == part for row in rows) == 40 for part in [*Part])


def test_parts_are_found_in_sentences_that_shaped_nothing():
    assert macro_f1(rows_of("sentences_untouched.csv")) >= 0.72


@pytest.mark.parametrize("half", ["first", "second"])
def test_parts_are_found_in_either_half(half):
    assert macro_f1([row for row in rows_of("sentences.csv") if row["half"] == half]) >= 0.75


def test_parts_are_found_in_all():
    assert macro_f1(rows_of("sentences.csv")) >= 0.75


@cache
def figures_of_other_writer() -> dict[str, float]:
    answers = read_answers(DATA / "answers_labelled.jsonl")
    return figures(StoryModel.load(ARTEFACT), answers, PackagedEncoder(threads=1))


@pytest.mark.parametrize(("figure", "floor"), FLOORS.items())
def test_parts_are_found_in_answers_of_a_writer_the_fit_has_not_met(figure, floor):
    assert figures_of_other_writer()[figure] >= floor


def test_the_fit_has_met_none_of_the_sentences_it_is_measured_on():
    met = {text for answer in packaged_answers() for text in answer.texts}
    names = ("sentences.csv", "sentences_unseen.csv", "sentences_untouched.csv")
    measured = {row["sentence"] for name in names for row in rows_of(name)}
    measured |= {t for one in read_answers(DATA / "answers_labelled.jsonl") for t in one.texts}

    assert not met & measured


def test_sentence_is_read_by_its_neighbours():
    told = parts_of("院子后面长满荒草。我先用推车运走了石头。孩子们如今天天来踢球。")

    assert [one.part for one in told] == [Part.SITUATION, Part.ACTION, Part.RESULT]


def found_in(code: str, answer: str) -> Relevance:
    one = questions()[code]
    texts = [f"{q.text.zh} {q.text.en} {q.shows.zh} {q.shows.en}" for q in questions().values()]
    chinese = any("\u4e00" <= sign <= "\u9fff" for sign in answer)
    asked = f"{one.text.zh} {one.shows.zh}" if chinese else f"{one.text.en} {one.shows.en}"
    terms = one.competency.terms
    return relevance(answer, question=asked, terms=terms, weights=rarity(texts))


def share(code: str, answer: str) -> float:
    """As the level is found: general words count little where an experience was asked for."""
    found = found_in(code, answer).share
    if questions()[code].form != "story":
        return found
    told = parts_of(answer)
    return told_share(found, sum(one.part is not Part.NONE for one in told) / len(told))


def test_off_topic_answers_score_below_in_nearly_all_pairs():
    rows = rows_of("answers.csv")
    pairs = [
        (one, rows[(at + shift) % len(rows)]) for at, one in enumerate(rows) for shift in (7, 13)
    ]

    right = [
        share(one["question"], one["answer"]) > share(one["question"], other["answer"])
        for one, other in pairs
    ]

    assert len(pairs) == 60
    assert sum(right) / len(right) >= 0.95


@pytest.mark.parametrize(
    ("name", "least"), [("answers_evasive.csv", 18), ("answers_evasive_later.csv", 7)]
)
def test_evasive_and_general_answers_score_below_the_answer_to_the_question(name, least):
    good = {row["question"]: row["answer"] for row in rows_of("answers.csv")}

    right = [
        share(one["question"], good[one["question"]]) > share(one["question"], one["answer"])
        for one in rows_of(name)
    ]

    assert sum(right) >= least


def test_general_words_about_the_subject_are_named_as_such():
    row = rows_of("answers_evasive.csv")[0]
    question = questions()[row["question"]]
    found = found_in(row["question"], row["answer"])

    feedback = judge(row["answer"], form=question.form, relevance=found)

    assert "general" in [one.code for one in feedback.remarks]
    assert feedback.levels[Criterion.RELEVANCE] <= 3


def test_answer_model_holds_every_code_of_the_bank():
    limit = Answer._meta.get_field("question").max_length

    assert all(len(code) <= limit for code in questions())
