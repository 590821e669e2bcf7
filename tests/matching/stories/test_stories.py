"""The reader of stories: pieces with their places, the order of parts, the packaged file."""

import numpy as np
import pytest

from matching.embedding.engine import EncoderError
from matching.encoders import HashingEncoder
from matching.stories import ARTEFACT, LABELS
from matching.stories.chain import Chain
from matching.stories.cues import cues
from matching.stories.model import StoryModel
from matching.stories.pieces import bare, pieces_of
from matching.stories.reader import StoryReader, story_reader
from matching.stories.training import fit, macro_f1, packaged_answers, predicted

ANSWER = ["去年秋天社团没有场地。", "我要在一周内借到教室。", "我先去找了教务处。", "最后借到了。"]


@pytest.mark.parametrize("text", ["我先用 Python 写了12行。", "I wrote 12 lines, then I rested."])
def test_words_stand_where_they_say(text):
    words = pieces_of(text).words

    assert "".join(text[one.start : one.end] for one in words).replace(" ", "") == text.replace(
        " ", ""
    )
    assert {"0"} == {one.key for one in words if text[one.start : one.end] == "12"}


def test_numbers_are_all_alike():
    left, right = pieces_of("我写了12行"), pieces_of("我写了345行")

    assert {one.key for one in left.written} == {one.key for one in right.written}
    assert {one.key for one in left.built} == {one.key for one in right.built}


def test_mark_at_the_end_says_nothing_but_a_question_does():
    assert bare(" 名单交上去了。\n") == "名单交上去了"
    assert bare("还有吗？") == "还有吗？"
    assert story_reader().read_alone([ANSWER[2]]) == story_reader().read_alone([ANSWER[2][:-1]])


def test_order_decides_where_a_sentence_alone_is_open():
    chain = Chain.counted([[4, 0, 1, 2, 3]] * 30, 5)
    open_one = np.log(np.full(5, 0.2))
    sure = np.log(np.array([0.9, 0.025, 0.025, 0.025, 0.025]))

    placed = chain.placed(np.stack([open_one, sure, *[open_one] * 3]))

    assert placed.argmax(axis=1).tolist() == [4, 0, 1, 2, 3]
    assert np.exp(placed).sum(axis=1) == pytest.approx(np.ones(5))


def test_packaged_model_reads_an_answer_with_its_reasons():
    found = story_reader().read_answer(ANSWER)

    assert [one.label for one in found] == ["S", "T", "A", "R"]
    assert all(0.2 <= one.confidence <= 1 for one in found)
    for text, one in zip(ANSWER, found, strict=True):
        assert one.words
        assert all(word in text for word in one.words)
    assert story_reader().read_answer(ANSWER) == found


def test_nothing_to_read_is_nothing():
    assert story_reader().read_answer([]) == []


def test_another_encoder_is_refused():
    with pytest.raises(EncoderError):
        StoryReader(StoryModel.load(ARTEFACT), HashingEncoder())


def test_packaged_file_fits_the_cues_and_stays_small():
    model = StoryModel.load(ARTEFACT)
    words, shapes = model.vocabulary.written.keys, model.vocabulary.built.keys

    assert model.weights.shape == (512 + len(words) + len(shapes) + len(cues()), len(LABELS))
    assert ARTEFACT.stat().st_size < 1_000_000


def test_fit_is_repeatable_and_kept_as_it_was(tmp_path):
    answers, encoder = packaged_answers()[:30], HashingEncoder()

    first, second = fit(answers, encoder), fit(answers, encoder)
    first.save(tmp_path / "model.npz")
    kept = StoryModel.load(tmp_path / "model.npz")

    assert np.array_equal(first.weights, second.weights)
    written, alone, _ = predicted(kept, answers, encoder)
    assert macro_f1(written, alone) > 0.9
    assert kept.vocabulary.written.keys == first.vocabulary.written.keys


def test_packaged_answers_hold_every_label_in_both_languages():
    found = {(one.language, label) for one in packaged_answers() for label in one.labels}

    assert len(found) == 10


def test_macro_f1_is_the_mean_over_labels():
    assert macro_f1(np.array([0, 0, 1]), np.array([0, 1, 1])) == pytest.approx(2 / 3)
