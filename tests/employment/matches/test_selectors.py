"""What the pages read from the stored lists."""

import datetime as dt

import pytest

from employment.accounts.actors import actor_for_user
from employment.accounts.enums import Role
from employment.matches import selectors
from employment.matches.enums import FeedbackKind
from employment.matches.models import Match
from employment.matches.selectors import MatchFilter, student_matches
from employment.matches.services.feedback import give_feedback
from employment.matches.services.rows import match_students
from employment.postings.enums import PostingState
from employment.postings.models import Posting
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import withdraw_consent
from employment.students.enums import JobType
from employment.students.models import StudentProfile
from tests.factories.accounts import make_user
from tests.factories.applications import make_application
from tests.factories.postings import make_employer, make_posting
from tests.factories.students import make_intention, make_student

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("taxonomy")]
TODAY = dt.date(2026, 11, 1)


@pytest.fixture
def student():
    """With three postings in the list: Hangzhou, Ningbo as an internship, and Beijing."""
    student = make_student()
    make_intention(student, regions=[])
    make_posting(title="后端开发工程师", pay_max=9000, regions=["330100"])
    make_posting(title="后端开发实习生", kind=JobType.INTERNSHIP, pay_max=None, regions=["330200"])
    make_posting(
        title="平台开发工程师", pay_max=20000, regions=["110000"], deadline=dt.date(2098, 11, 9)
    )
    match_students(student_ids=[student.pk])
    assert student.matches.count() == 3
    return student


def titles(student, **wanted):
    rows = student_matches(student, MatchFilter(**wanted), today=TODAY)
    return [row.posting.title for row in rows]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"text": "平台"}, {"平台开发工程师"}),
        ({"text": "有限公司2"}, {"后端开发实习生"}),
        ({"text": "100%"}, set()),
        ({"kind": JobType.INTERNSHIP}, {"后端开发实习生"}),
        ({"pay_min": 10000}, {"平台开发工程师"}),
        ({"region": "330000"}, {"后端开发工程师", "后端开发实习生"}),
        ({"region": "330200"}, {"后端开发实习生"}),
        ({"region": "unknown"}, set()),
        ({"saved": True}, set()),
        ({"band": "one_step"}, set()),
    ],
)
def test_list_is_narrowed(student, wanted, found):
    assert set(titles(student, **wanted)) == found


def test_list_is_sorted(student):
    assert titles(student, sort="pay")[0] == "平台开发工程师"
    assert titles(student, sort="deadline")[0] == "平台开发工程师"
    assert set(titles(student, sort="nonsense")) == set(titles(student))


def test_what_is_not_interesting_or_no_longer_open_is_left_out(student):
    first, second, _third = (row.posting for row in student.matches.all())
    give_feedback(student=student, posting=first, kind=FeedbackKind.NOT_INTERESTED)
    Posting.objects.filter(pk=second.pk).update(state=PostingState.CLOSED)

    assert len(titles(student)) == 1


def test_saved_and_applied_are_marked(student):
    first, second, third = (row.posting for row in student.matches.all())
    give_feedback(student=student, posting=first, kind=FeedbackKind.SAVED)
    make_application(student=student, posting=second)
    make_application(posting=third)

    rows = student_matches(student, MatchFilter(), today=TODAY)

    assert [(row.is_saved, row.has_applied) for row in rows] == [
        (True, False),
        (False, True),
        (False, False),
    ]
    assert titles(student, saved=True) == [first.title]


def test_place_in_the_list_counts_from_one(student):
    places = [selectors.place_in_list(match) for match in student.matches.all()]

    assert places == [(1, 3), (2, 3), (3, 3)]


def test_employer_sees_consenting_students_on_own_postings_only(student):
    employer = make_employer()
    own = make_posting(employer=employer)
    shy = make_student()
    withdraw_consent(user=shy.user, purpose=Purpose.EMPLOYERS)
    match_students(student_ids=[student.pk, shy.pk])
    recruiter = actor_for_user(make_user(role=Role.RECRUITER, organisation=employer.organisation))
    assert own.matches.count() == 2

    seen = Match.objects.visible_to(recruiter)

    assert [(row.student, row.posting) for row in seen] == [(student, own)]
    consenting = StudentProfile.objects.consenting(Purpose.EMPLOYERS)
    assert [row.student for row in selectors.posting_matches(own, consenting)] == [student]


@pytest.mark.parametrize("role", [None, Role.STUDENT, Role.RECRUITER, Role.GOVERNMENT, Role.SOCIAL])
def test_stranger_sees_no_match(student, role):
    assert not Match.objects.visible_to(actor_for_user(make_user(role=role))).exists()
