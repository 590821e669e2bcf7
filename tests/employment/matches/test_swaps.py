"""Other traits, the same lists; and a leak would be seen."""

from dataclasses import replace

import pytest

from employment.matches.adapters.students import candidate_of
from employment.matches.models import Match
from employment.matches.services.eligible import eligible_counts
from employment.matches.services.swaps import run_swap_test, swapped
from employment.students.models import ProtectedTraits
from matching.fairness import TEXT_OVERLAP
from tests.employment.matches.worlds import lists_made_anew, make_world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("taxonomy")]


@pytest.fixture
def people():
    students, _postings = make_world(students=8, postings=14)
    for student in students[::2]:
        ProtectedTraits.objects.create(student=student, gender="女", ethnicity="汉族")
    return [student.pk for student in students]


def test_swap_other_traits_give_identical_lists_and_scores(people):
    found = run_swap_test(student_ids=people)
    assert found.sample == 8
    assert found.traits.identical
    assert found.traits.largest_change == 0.0


def test_swap_words_in_texts_hardly_move_a_list(people):
    assert run_swap_test(student_ids=people).texts.overlap >= TEXT_OVERLAP


def test_swap_sees_a_leaking_adapter(people):
    def leaking(student):
        gender = student.protected.gender if hasattr(student, "protected") else ""
        candidate = candidate_of(student)
        return replace(candidate, target_titles=("护士",)) if gender == "女" else candidate

    assert not run_swap_test(student_ids=people, read=leaking).traits.identical


def test_swap_writes_nothing(people):
    before = list(ProtectedTraits.objects.values_list("student", "gender").order_by("student"))
    run_swap_test(student_ids=people)
    assert before == list(
        ProtectedTraits.objects.values_list("student", "gender").order_by("student")
    )


def test_swapped_words_both_ways():
    assert swapped("她是女生，他是男生") == "他是男生，她是女生"


def test_eligible_counts_cover_the_lists(people):
    lists_made_anew()
    counts = eligible_counts(student_ids=people)
    assert set(counts) <= set(people)
    for student, count in counts.items():
        assert Match.objects.filter(student=student, short=False).count() == count
