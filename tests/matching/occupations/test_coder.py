import numpy as np
import pytest

from matching.encoders import HashingEncoder, packaged_name
from matching.heads import FOLDER, Head
from matching.occupations import OccupationCoder, OccupationRow, packaged_rows
from matching.occupations import learned as learning
from matching.occupations.choice import FEATURES, Groups
from matching.occupations.evaluation import code_figures, cross_validated_figures
from matching.occupations.fitting import LabelledTitles, fit, fold_numbers

ENCODER = HashingEncoder(128)
ROWS = [
    OccupationRow("2-02-00-00", "工程技术人员"),
    OccupationRow("2-02-07-00", "机械工程技术人员"),
    OccupationRow("2-02-07-01", "机械设计工程技术人员", ("机械设计师",)),
    OccupationRow("2-02-10-03", "计算机软件工程技术人员", ("软件工程师",)),
    OccupationRow("2-05-08-01", "内科护士", ("护士",)),
    OccupationRow("4-01-02-01", "营销员", ("销售",)),
    OccupationRow("4-01-02-04", "收银员", ("商场收银",)),
]
LABELLED = [
    *[(f"{word}码农", "2-02-10-03") for word in ("高级", "资深", "初级", "驻场", "外包", "实习")],
    *[(f"{word}小妹", "4-01-02-04") for word in ("超市", "前台", "门店", "结账", "夜班", "兼职")],
    *[(f"{word}护工", "2-05-08-01") for word in ("住院", "病房", "门诊", "儿科", "急诊", "骨科")],
]
TITLES = [{"job_name": title, "expected_code": code} for title, code in LABELLED]


@pytest.fixture(scope="module")
def fitted():
    known = LabelledTitles.read(ROWS, TITLES, ENCODER)
    return fit(known.labelled, fold_numbers(known.cleaned, 3), known.prior)


def test_learned_coder_codes_titles_like_the_labelled_ones(fitted):
    plain = OccupationCoder(ROWS, ENCODER)
    taught = OccupationCoder(ROWS, ENCODER, learned=fitted, version="test")

    (found,) = taught.code(["三年码农"])

    assert taught.is_calibrated
    assert not plain.is_calibrated
    assert found[0].code == "2-02-10-03"
    assert [c.confidence for c in found] == sorted((c.confidence for c in found), reverse=True)


def test_learned_coder_takes_a_table_in_another_order_and_without_some_codes(fitted):
    some = [row for row in reversed(ROWS) if row.code != "4-01-02-01"]

    codes = OccupationCoder(some, ENCODER, learned=fitted).code(["三年码农", "夜间小妹"])

    assert [found[0].code for found in codes] == ["2-02-10-03", "4-01-02-04"]
    assert all(one.code != "4-01-02-01" for found in codes for one in found)


def test_empty_table_gives_no_codes_and_abstains():
    coder = OccupationCoder.from_rows([], ENCODER, [("护士", "2-05-08-01")])

    assert coder.code(["护士"]) == [[]]
    assert coder.code_or_abstain(["护士"]) == [None]
    assert code_figures(TITLES, [], ENCODER)["top1"] == 0


def test_corrections_change_titles_like_them_and_leave_others(fitted):
    before = OccupationCoder(ROWS, ENCODER, learned=fitted)
    after = OccupationCoder(ROWS, ENCODER, [("数控编程", "2-02-07-01")], learned=fitted)
    titles = ["数控编程", "夜班小妹"]

    corrected, untouched = after.code(titles)

    assert corrected[0].code == "2-02-07-01"
    assert untouched[0].code == before.code(titles)[1][0].code


def test_kept_artefact_gives_the_same_codes(fitted, tmp_path, monkeypatch):
    monkeypatch.setattr(learning, "FOLDER", tmp_path)
    learning.load_learned.cache_clear()
    head = Head("kept", np.zeros(128, np.float32), np.eye(128, dtype=np.float32))
    kept = learning.Learned(head, fitted.codes, fitted.linear, fitted.seen, fitted.choice)
    kept.save(tmp_path / learning.ARTEFACT, ENCODER.name, "2030.1")

    found = learning.load_learned(ENCODER.name)
    other = learning.load_learned("another encoder")
    learning.load_learned.cache_clear()

    assert other is None
    assert found.version == "2030.1"
    titles = [title for title, _ in LABELLED]
    one = OccupationCoder(ROWS, ENCODER, learned=kept).code(titles)
    assert OccupationCoder(ROWS, ENCODER, learned=found.learned).code(titles) == one


def test_cross_validation_answers_for_every_row_and_never_from_its_own_label():
    figures = cross_validated_figures(TITLES, ROWS, ENCODER, folds=3)
    strange = [{"job_name": f"标题{at}号", "expected_code": "2-02-00-00"} for at in range(6)]

    assert figures["n"] == len(TITLES)
    assert 0 <= figures["ece"] <= 1
    assert figures["top5"] >= figures["top1"] > 0.5
    assert cross_validated_figures(TITLES + strange, ROWS, ENCODER, folds=3)["n"] == 24


def test_equal_cleaned_titles_share_a_fold():
    folds = fold_numbers(["护士", "会计", "护士", "焊工"] * 5, 5)

    assert len(set(folds[[0, 2, 4, 6]])) == 1


def test_groups_are_told_from_detailed_occupations():
    groups = Groups.of([row.code for row in ROWS])

    assert groups.level.tolist() == [2, 3, 4, 4, 4, 4, 4]
    assert groups.small[1] == groups.small[2] != groups.small[3]
    assert groups.medium[1] == groups.medium[3]


def test_what_ships_belongs_to_the_packaged_encoder_and_holds_no_titles():
    found = learning.load_learned(packaged_name())
    with np.load(FOLDER / learning.ARTEFACT, allow_pickle=False) as kept:
        texts = [name for name in kept.files if kept[name].dtype.kind == "U"]

    assert found.learned.choice.hidden.shape[0] == FEATURES + 1
    assert {row.code for row in packaged_rows()} == set(found.learned.codes)
    assert sorted(texts) == ["codes", "encoder", "version"]
    assert (FOLDER / learning.ARTEFACT).stat().st_size < 10_000_000
