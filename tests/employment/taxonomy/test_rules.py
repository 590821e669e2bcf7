import pytest

from employment.taxonomy import rules

INITIALS = rules.Initials.of({"会": "h", "计": "j", "学": "x", "会计": "kj"})


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("计算机软件工程技术人员S", ("计算机软件工程技术人员", False, True)),
        ("汽车工程技术人员L", ("汽车工程技术人员", True, False)),
        ("地质测绘工程技术人员L/S", ("地质测绘工程技术人员", True, True)),
        ("会计专业人员", ("会计专业人员", False, False)),
    ],
)
def test_split_marks(printed, expected):
    assert rules.split_marks(printed) == expected


@pytest.mark.parametrize(
    ("code", "parent"),
    [
        ("2-02-10-03", "2-02-10-00"),
        ("1-06-01-01", "1-06-00-00"),
        ("2-06-04-00", "2-06-00-00"),
        ("2-00-00-00", None),
    ],
)
def test_parent_of_occupation_skips_groups_without_a_row(code, parent):
    known = dict.fromkeys(("2-00-00-00", "2-02-10-00", "1-06-00-00", "2-06-00-00"))

    assert rules.parent_of_occupation(code, known) == parent


def test_initials_prefer_phrases():
    assert INITIALS.write("会计学") == "kjx"
    assert INITIALS.write("学会 3") == "xh 3"


def test_search_text_holds_every_spelling_once():
    assert rules.search_text(["会计", "Accounting", "会计"], INITIALS) == "|会计|accounting|kj|"


def test_unique_texts_leave_the_plain_name_to_the_first_namesake():
    candidates = [
        ["教育", "教育 (大类)"],
        ["教育", "教育 (门类)", "教育 (门类 P)"],
        ["教育", "教育 (门类)", "教育 (门类 Q)"],
    ]

    assert rules.unique_texts(candidates) == ["教育", "教育 (门类)", "教育 (门类 Q)"]


def test_unique_texts_do_not_take_the_name_of_a_later_row():
    candidates = [["朝阳", "朝阳市"], ["朝阳", "朝阳区", "朝阳区 (北京)"], ["朝阳区"]]

    assert rules.unique_texts(candidates) == ["朝阳", "朝阳区 (北京)", "朝阳区"]


def test_list_separators_leave_a_name():
    assert rules.without_list_separators("Wine, beverages；tea") == "Wine / beverages / tea"
