"""The static text model on artefacts made here, and the shipped one beside the packaged model."""

import numpy as np
import pytest

from matching.embedding.static import StaticTexts, read_static, save_static, tokens
from matching.encoders import EncoderError, JobEncoder, load_encoder, title_encoder
from matching.heads import title_head
from matching.heads.fit_texts import Settings, classification_rows, fit_texts, read_pairs

TITLES = ["前端开发工程师", "软件测试工程师", "人事专员"]
DUTIES = [
    "负责页面的实现与交互，熟悉HTML、CSS、Vue，配合后端联调接口，保证浏览器兼容。",
    "编写测试用例，执行功能与回归验证，提交并跟踪缺陷，保证版本质量。",
    "负责员工招聘、入离职手续、考勤与社保办理，组织培训，维护员工关系。",
]
JOBS = {
    "会计": "负责账务核算与报税工作，编制财务报表，管理发票和凭证，配合年度审计，熟悉会计准则。",
    "护士": "负责病房护理工作，执行医嘱，观察病人病情，书写护理记录，协助医生完成治疗和抢救。",
    "司机": "负责货物运输与车辆保养，按时送达客户，熟悉道路交通规则，保证行车安全，填写行车记录。",
}


@pytest.fixture
def artefact(tmp_path):
    words = ["账务", "_账务", "护理", "java"]
    weights = np.array([[1, 0], [1, 0.1], [0, 1], [-1, 0]], dtype=np.float32)
    save_static(tmp_path / "tiny.npz", words, weights)
    return tmp_path / "tiny.npz"


def test_tokens_are_words_latin_terms_and_character_pairs():
    assert list(tokens("精通Ｊａｖａ、C++.")) == ["精通", "_精通", "java", "c++"]


def test_static_texts_are_means_of_their_tokens(artefact):
    model = read_static(artefact)

    rows = model.encode(["账务", "账务护理", "无", ""])

    assert rows.shape == (4, model.dim) == (4, 2)
    assert rows[0] == pytest.approx(np.array([2, 0.1]) / np.hypot(2, 0.1), abs=0.01)
    assert np.linalg.norm(rows[:2], axis=1) == pytest.approx(1.0, abs=1e-5)
    assert not rows[2:].any()


def test_static_name_follows_the_weights(artefact):
    before = read_static(artefact).name
    save_static(artefact, ["账务"], np.ones((1, 2), dtype=np.float32))

    assert before.startswith("tiny-")
    assert read_static(artefact).name != before


def test_missing_artefact_is_an_error(tmp_path):
    with pytest.raises(EncoderError, match="nowhere"):
        read_static(tmp_path / "nowhere.npz")


def test_fit_is_repeatable_and_brings_a_title_to_its_text():
    rows = [
        {"title": title, "description": f"{text}第{number}组"}
        for title, text in sorted(JOBS.items())
        for number in "一二三四"
    ]
    pairs = read_pairs(
        [{**r, "description": r["description"][at % 4 :]} for at, r in enumerate(rows)]
    )
    settings = Settings(dim=8, rarest=1, batch=6, epochs=30)

    (words, weights), again = fit_texts(pairs, settings), fit_texts(pairs, settings)

    assert len(pairs.texts) == 12
    assert words == again[0]
    assert (weights == again[1]).all()
    model = StaticTexts("fitted", {word: at for at, word in enumerate(words)}, weights)
    cosines = model.encode(sorted(JOBS)) @ model.encode([JOBS[job] for job in sorted(JOBS)]).T
    assert cosines.argmax(axis=1).tolist() == [0, 1, 2]


def test_names_of_one_occupation_share_its_group():
    rows = [row for row in classification_rows() if row["group"] == "2-02-09-04"]

    pairs = read_pairs(rows)

    assert len(pairs.texts) == len(rows) == 5
    assert set(pairs.groups.tolist()) == {0}


def test_pairs_leave_out_texts_of_labelled_sets():
    rows = [{"title": title, "description": text} for title, text in sorted(JOBS.items())]

    pairs = read_pairs([*rows, *rows], without=[JOBS["护士"] + " "])

    assert sorted(map("".join, pairs.titles)) == ["会计_会计", "司机_司机"]


@pytest.mark.slow
def test_job_encoder_joins_both_halves_and_the_title_head_finds_its_own():
    encoder = load_encoder("packaged")
    general = title_encoder(encoder)

    rows, alone = encoder.encode([*TITLES, "ضضض"]), general.encode([*TITLES, "ضضض"])

    assert isinstance(encoder, JobEncoder)
    assert rows.shape == (4, encoder.dim)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0, abs=1e-5)
    assert rows[:3, : general.dim] * 2**0.5 == pytest.approx(alone[:3], abs=1e-5)
    assert not rows[3, general.dim :].any()
    assert encoder.name.startswith(f"{general.name}+texts-")
    assert len(encoder.name) <= 120
    head = title_head(encoder.name)
    assert head.name == title_head(general.name).name != "none"
    assert head.apply(rows) == pytest.approx(head.apply(alone), abs=1e-4)


@pytest.mark.slow
def test_shipped_model_tells_work_apart_without_the_title():
    model = read_static()

    cosines = model.encode(TITLES) @ model.encode(DUTIES).T

    assert cosines.argmax(axis=1).tolist() == [0, 1, 2]
