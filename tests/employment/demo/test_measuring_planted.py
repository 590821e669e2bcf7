import pytest

from employment.demo import world
from employment.demo.measuring.planted import list_figures
from tests.factories.matches import make_match
from tests.factories.postings import make_posting
from tests.factories.students import make_student

pytestmark = pytest.mark.django_db


def test_postings_without_a_planted_role_are_passed_over():
    truth = world.students()[0]
    same = next(p for p in world.postings() if world.relevance(truth, p) == world.SAME_ROLE)
    student = make_student(student_no=truth.student_no)
    planted = make_posting(source="demo", source_id=same.source_id)
    make_match(student=student, posting=planted, score=70)
    alone = list_figures()
    beside = make_posting(source="demo", source_id="intern-1")
    make_match(student=student, posting=beside, score=90)

    found = list_figures()

    assert (found["n"], found["hit1"]) == (1, 1.0)
    assert found == alone
