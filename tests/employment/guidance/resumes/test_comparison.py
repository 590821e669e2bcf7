from dataclasses import replace

from employment.guidance.resumes.comparison import compare
from tests.factories.resumes import FULL, LINE


def kinds(old, new):
    return {row.kind for row in compare(old, new)}


def test_equal_resumes_have_only_equal_lines():
    assert kinds(FULL, FULL) == {"same"}


def test_a_changed_line_shows_what_changed():
    entry = replace(FULL.experience[0], lines=(LINE.replace("120", "90"),))
    rows = compare(FULL, replace(FULL, experience=(entry, *FULL.experience[1:])))

    changed = next(row for row in rows if row.kind == "changed")
    assert changed.section == "experience"
    assert {("removed", "120"), ("added", "90")} <= {(p.kind, p.text) for p in changed.pieces}


def test_a_removed_section_and_an_added_line_are_shown():
    rows = compare(FULL, replace(FULL, awards=(), certificates=("软件设计师", "英语四级")))

    assert [(r.section, r.old) for r in rows if r.kind == "removed"] == [
        ("awards", "蓝桥杯省二等奖 · 2025-04")
    ]
    assert [r.new for r in rows if r.kind == "added"] == ["英语四级"]
