from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from employment.guidance.resumes.content import Contact, Entry, ResumeContent, Skill
from employment.guidance.resumes.editing import (
    apply_operation,
    fields_of,
    normal_date,
    parse_fields,
    replace_line,
    tidy,
)
from employment.guidance.resumes.enums import Operation
from tests.factories.resumes import FULL, LINE

EMPTY = ResumeContent()
WORDS = st.text(alphabet="甲乙丙 abc12.", min_size=1, max_size=12).map(
    lambda text: " ".join(text.split())
)


def test_the_fields_of_a_resume_are_read_back():
    assert parse_fields(fields_of(FULL), EMPTY).content == FULL


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(WORDS, st.lists(WORDS, max_size=3)), max_size=4), st.lists(WORDS))
def test_any_resume_is_read_back(entries, skills):
    content = ResumeContent(
        contact=Contact(name="甲"),
        experience=tuple(
            Entry(title=f"a{title}", lines=tuple(f"b{line}" for line in lines))
            for title, lines in entries
        ),
        skills=tuple(Skill(f"c{name}") for name in skills),
    )

    assert tidy(content) == content


def test_empty_entries_and_lines_fall_away_and_their_places_are_known():
    data = {
        "experience.0.title": " ",
        "experience.3.title": "实习",
        "experience.3.lines.0": "",
        "experience.3.lines.4": "写了  接口",
    }

    parsed = parse_fields(data, EMPTY)

    assert parsed.content.experience == (Entry(title="实习", lines=("写了 接口",)),)
    assert parsed.places["experience", 0, 0] == ("experience", 3, 4)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2026-03", "2026-03"),
        ("2026.3", "2026-03"),
        ("2026年3月", "2026-03"),
        ("2026/12", "2026-12"),
        ("2026", "2026"),
        ("", ""),
        ("2026-13", None),
        ("去年", None),
    ],
)
def test_dates_are_read(text, month):
    assert normal_date(text) == month


def test_a_date_that_is_not_read_is_kept_and_named():
    parsed = parse_fields({"projects.1.title": "甲", "projects.1.start": "去年"}, EMPTY)

    assert parsed.content.projects[0].start == "去年"
    assert parsed.bad_dates == (("projects", 1, -1),)


def test_operations_move_and_remove():
    moved = apply_operation(FULL, Operation.DOWN, "experience", 0)
    removed = apply_operation(FULL, Operation.REMOVE, "experience", 0)
    line = apply_operation(FULL, Operation.REMOVE, "experience", 0, 0)
    order = apply_operation(FULL, Operation.SECTION_UP, "skills", -1).order

    assert [e.organisation for e in moved.experience] == ["星河软件", "云帆科技有限公司"]
    assert [e.organisation for e in removed.experience] == ["星河软件"]
    assert LINE not in line.experience[0].lines
    assert order.index("skills") == FULL.order.index("skills") - 1


@pytest.mark.parametrize("operation", [o for o in Operation if o is not Operation.ADD])
def test_a_place_that_does_not_exist_changes_nothing(operation):
    assert apply_operation(FULL, operation, "experience", 9, 9) == replace(
        FULL, order=apply_operation(FULL, operation, "experience", 9, 9).order
    )
    assert apply_operation(FULL, operation, "contact", 0) == FULL


def test_only_the_line_that_was_seen_is_reworded():
    new = replace_line(FULL, "experience", 0, 0, before=LINE, after="把延迟降到 120 ms。")

    assert new.experience[0].lines[0] == "把延迟降到 120 ms。"
    assert replace_line(FULL, "experience", 0, 0, before="别的", after="新") is None
    assert replace_line(FULL, "experience", 7, 0, before=LINE, after="新") is None


@pytest.mark.parametrize(
    "broken",
    [replace(FULL, order=("summary",)), replace(FULL, target=3), replace(FULL, skills=(Skill(4),))],
    ids=["order", "target", "skill"],
)
def test_what_is_not_a_resume_is_refused(broken):
    with pytest.raises(ValueError, match=r"order|text"):
        tidy(broken)
