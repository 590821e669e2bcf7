import json
from datetime import date

import pytest

from employment.guidance.assessments.enums import Freshness
from employment.guidance.assessments.models import Answer
from employment.guidance.assessments.selectors.own_data import freshness_of, own_data, term_end
from employment.privacy.services.personal_data import erase_personal_data, export_personal_data
from employment.students.models import GradeRecord
from tests.factories.assessments import make_result
from tests.factories.students import make_experience, make_student

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("at", "freshness"),
    [
        (None, Freshness.UNKNOWN),
        (date(2026, 6, 1), Freshness.FRESH),
        (date(2026, 1, 1), Freshness.AGEING),
        (date(2025, 1, 31), Freshness.OLD),
    ],
)
def test_freshness(at, freshness):
    assert freshness_of(at, TODAY) is freshness


@pytest.mark.parametrize(
    ("term", "end"),
    [
        ("2024-2025-1", date(2025, 1, 31)),
        ("2024-2025-2", date(2025, 7, 31)),
        ("大二上", None),
        ("2024-0001-1", None),
        ("", None),
    ],
)
def test_end_of_a_term(term, end):
    assert term_end(term) == end


@pytest.mark.django_db
def test_grades_have_no_link_to_edit_and_records_have():
    student = make_student()
    GradeRecord.objects.create(student=student, course="高等数学", credits=5, score=91, term="")
    make_experience(student)
    make_result(student, code="values")

    found = {source.rows[0].title: source.rows[0] for source in own_data(student) if source.rows}

    assert found["高等数学"].url == ""
    assert found["校园二手交易平台"].url
    assert len(found) == 3


@pytest.mark.django_db
def test_assessments_are_in_the_copy_and_go_with_the_person():
    student = make_student()
    result = make_result(student, code="values")

    [copy] = export_personal_data(user=student.user)["assessments"]

    assert copy["scores"] == result.scores
    assert len(copy["answers"]) == 24
    json.dumps(copy, default=str)
    erase_personal_data(user=student.user)
    assert not Answer.objects.exists()
