import pytest

from matching.extraction.majors import MajorIndex, resolve_majors
from matching.extraction.majors_evaluation import evaluate_majors


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("会计学,财务管理,审计学", {"120203", "120204", "120207"}),
        ("会计学、财务管理；审计学", {"120203", "120204", "120207"}),
        ("土木类", {"0811"}),
        ("土木、水利与交通工程", {"081110"}),
        ("土木工程,土木、水利与交通工程", {"081101", "081110"}),
        ("统计学", {"071101"}),
        ("货币银行学", {"020301"}),
        ("软件工程专业（本科）", {"080902"}),
        ("理学,工学", {"07", "08"}),
        # Both a discipline and a major of it:
        ("哲学", {"01"}),
        ("经济学", {"02"}),
        ("法学", {"030101"}),
        ("经济学,金融学", {"020101", "020301"}),
        ("经济学,会计学,审计学", {"020101", "120203", "120207"}),
        ("经济学,法学类,社会学类,历史学", {"02", "0301", "0303", "06"}),
        ("哲学,历史学,法学", {"01", "06", "03"}),
        ("法学,文学", {"03", "05"}),
        ("法学,计算机类", {"030101", "0809"}),
        ("历史学,历史学类", {"060101", "0601"}),
    ],
)
def test_lists_of_official_tables(
    recruiting_majors: MajorIndex, text: str, codes: set[str]
) -> None:
    resolved = resolve_majors(text, recruiting_majors)

    assert set(resolved.codes) == codes
    assert resolved.unresolved == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("计算机相关专业", {"0809", "5102", "A0812"}),
        ("财会类", {"120203", "120204", "120207", "5303"}),
        ("会计学", {"120203"}),
        ("会计", {"120203", "530302", "120204"}),
        ("中文", {"0501"}),
        ("国贸", {"020401"}),
        ("土木", {"0810"}),
        ("理工科", {"07", "08", "A08"}),
        ("通信工程", {"080703"}),
    ],
)
def test_short_words_cover_every_level(majors: MajorIndex, text: str, codes: set[str]) -> None:
    assert set(resolve_majors(text, majors).codes) == codes


def test_related_and_unlimited_are_flags(majors: MajorIndex) -> None:
    assert resolve_majors("计算机等相关专业", majors).related
    assert not resolve_majors("软件工程", majors).related
    assert resolve_majors("专业不限", majors).unlimited
    assert not resolve_majors("软件工程", majors).unlimited


def test_names_nothing_is_known_about_are_named(majors: MajorIndex) -> None:
    resolved = resolve_majors("会计学、魔法学", majors)

    assert "120203" in resolved.codes
    assert resolved.unresolved == ("魔法学",)


def test_evaluation_counts_sets_of_codes() -> None:
    rows = [
        {"majors_text": "a", "expected_codes": "01;02"},
        {"majors_text": "b", "expected_codes": "03"},
    ]
    answers = {"a": ["02", "01"], "b": ["03", "04"]}

    score = evaluate_majors(rows, lambda text: answers[text])

    assert score == {"exact": 0.5, "f1": pytest.approx((1 + 2 / 3) / 2), "n": 2}
