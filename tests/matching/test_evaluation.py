import pytest

from matching import evaluation
from matching.benchmark import benchmark_encode, benchmark_search
from matching.encoders import HashingEncoder
from matching.fusion import compete, fuse, standardise
from matching.occupations import OccupationCoder, OccupationRow
from matching.occupations.evaluation import code_figures

ENCODER = HashingEncoder(128)
OCCUPATIONS = [
    {
        "code": "2-06-03-00",
        "name": "会计专业人员",
        "alias": "会计,注册会计师",
        "definition": "从事会计核算",
    },
    {"code": "4-01-02-04", "name": "收银员", "alias": "收银员,商场收银", "definition": "收取货款"},
    {"code": "4-03-02-08", "name": "咖啡师", "alias": "咖啡师", "definition": ""},
]


def test_titles_finds_the_same_words():
    corpus = [{"title_id": str(at), "title": t} for at, t in enumerate(("会计", "护士", "焊工"))]
    queries = [{"query": "会计师", "relevant": ["0"]}, {"query": "焊接工", "relevant": ["2"]}]

    figures = evaluation.titles(queries, corpus, ENCODER)

    assert figures == {"map": 1.0, "map_others": 1.0, "hit1": 1.0, "n": 2}


def test_occupations_counts_codes_and_groups():
    rows = [
        {"job_name": "注册会计师-福州", "expected_code": "2-06-03-00"},
        {"job_name": "物业收银员", "expected_code": "4-01-02-04"},
        {"job_name": "咖啡师", "expected_code": "4-03-99-99"},
    ]

    figures = code_figures(rows, OCCUPATIONS, ENCODER)

    parts = ("top1", "top5", "medium_group_top1", "n")
    assert [figures[part] for part in parts] == [0.6667, 0.6667, 1.0, 3]


def test_occupation_coder_learns_from_examples():
    rows = [OccupationRow.from_mapping(row) for row in OCCUPATIONS]
    plain = OccupationCoder.from_rows(rows, ENCODER)
    taught = OccupationCoder.from_rows(rows, ENCODER, [("店员小妹", "4-01-02-04")] * 2)

    assert taught.code(["店员小妹"])[0][0].code == "4-01-02-04"
    assert taught.codes == plain.codes


def test_occupation_coder_is_sure_of_a_name_and_abstains_from_noise():
    coder = OccupationCoder.from_rows(OCCUPATIONS, ENCODER)
    named, noise = (found[0].confidence for found in coder.code(["收银员", "高薪坐班"]))

    assert coder.code_or_abstain(["收银员"]) == ["4-01-02-04"]
    assert named > noise
    assert coder.code([]) == []


def test_fuse_ignores_scale_and_compete_prefers_the_distinct_text():
    import numpy as np

    view = np.array([[0.1, 0.2, 0.9], [0.8, 0.1, 0.9]])

    assert fuse([view, 100 * view]) == pytest.approx(2 * standardise(view))
    assert compete(view)[0].argmax() == 1 or compete(view)[0, 2] < 0


def test_benchmark_search_is_exact_and_breaks_no_filter():
    figures = benchmark_search(300, 900, k=20)

    assert figures["violations"] == 0
    assert figures["differences"] == 0
    assert 0.05 < figures["eligible_share"] < 0.6


def test_benchmark_encode_counts_texts():
    assert benchmark_encode(["会计"] * 20, ENCODER)["n"] == 20
