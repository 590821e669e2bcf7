"""The labelled sentences and answers; docs/quality/interview.md says how they came about."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from employment.guidance.interviews.library import questions
from employment.guidance.interviews.models import Answer
from employment.guidance.interviews.rules.parts import Part
from employment.guidance.interviews.rules.relevance import rarity, relevance
from employment.guidance.interviews.rules.star import part_of, parts_of

DATA = Path(__file__).parent / "data"


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


@pytest.mark.parametrize("half", ["first", "second"])
def test_parts_are_found_in_either_half(half):
    assert macro_f1([row for row in rows_of("sentences.csv") if row["half"] == half]) >= 0.75


def test_parts_are_found_in_all():
    assert macro_f1(rows_of("sentences.csv")) >= 0.75


def test_sentence_without_cues_is_read_by_its_place():
    told = parts_of("院子后面长满荒草。我先用推车运走了石头。孩子们如今天天来踢球。")

    assert [one.part for one in told] == [Part.SITUATION, Part.ACTION, Part.RESULT]


def share(code: str, answer: str) -> float:
    one = questions()[code]
    texts = [f"{q.text.zh} {q.text.en} {q.shows.zh} {q.shows.en}" for q in questions().values()]
    chinese = any("\u4e00" <= sign <= "\u9fff" for sign in answer)
    asked = f"{one.text.zh} {one.shows.zh}" if chinese else f"{one.text.en} {one.shows.en}"
    terms = one.competency.terms
    return relevance(answer, question=asked, terms=terms, weights=rarity(texts)).share


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


def test_answer_model_holds_every_code_of_the_bank():
    limit = Answer._meta.get_field("question").max_length

    assert all(len(code) <= limit for code in questions())
