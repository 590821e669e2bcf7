from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from employment.accounts.enums import Role
from employment.common.errors import InvalidError, StateError
from employment.guidance.interviews import selectors
from employment.guidance.interviews.enums import Criterion, Stage
from employment.guidance.interviews.models import Answer, Attempt
from employment.guidance.interviews.services.attempts import (
    close_answer,
    finish_early,
    save_words,
    start_attempt,
)
from employment.guidance.interviews.services.ratings import (
    rate_as_counsellor,
    rate_self,
)
from tests.factories.accounts import make_college, make_user
from tests.factories.interviews import ANSWER, make_attempt
from tests.factories.postings import make_posting, make_requirement
from tests.factories.students import make_student

pytestmark = pytest.mark.django_db


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def test_attempt_asks_other_questions_the_next_time():
    student = make_student()

    first, second = (make_attempt(student, count=8) for _ in range(2))

    codes = [set(one.answers.values_list("question", flat=True)) for one in (first, second)]
    assert not codes[0] & codes[1]


def test_attempt_for_a_posting_fills_its_skills():
    posting = make_posting()
    make_requirement(posting, kind="skill", label="Python", codes=["python"])

    attempt = start_attempt(student=make_student(), kind="", count=5, posting=posting)

    assert attempt.skills == ["Python"]
    texts = [selectors.text_of(one).zh for one in attempt.answers.all()]
    assert sum("Python" in text for text in texts) == 3
    assert Criterion.COVERAGE in attempt.criteria


def test_attempt_without_kind_or_posting_is_refused():
    with pytest.raises(InvalidError):
        start_attempt(student=make_student(), kind="", count=3)


def test_words_are_kept_and_only_of_the_open_question():
    attempt = make_attempt(make_student(), count=3)

    save_words(attempt=attempt, number=1, words="写到一半")

    assert attempt.answers.get(number=1).words == "写到一半"
    with pytest.raises(StateError):
        save_words(attempt=attempt, number=2, words="还没有到")


def test_same_answer_twice_changes_nothing():
    attempt = make_attempt(make_student(), count=3)

    for words in (ANSWER, "第二次"):
        close_answer(attempt=attempt, number=1, words=words)

    assert attempt.answers.get(number=1).words == ANSWER
    assert attempt.answers.filter(opened_at__isnull=False).count() == 2


def test_late_answer_is_kept_and_marked():
    attempt = make_attempt(make_student())
    attempt.answers.update(opened_at=timezone.now() - timedelta(hours=1))

    close_answer(attempt=attempt, number=1, words=ANSWER)

    judged = selectors.judged(attempt.answers.get(), [])
    assert judged.is_late
    assert judged.feedback.enough


def test_finish_early_leaves_out_the_rest():
    attempt = make_attempt(make_student(), count=3)

    finish_early(attempt=attempt)

    attempt.refresh_from_db()
    assert attempt.stage == Stage.RATING
    assert attempt.answers.filter(skipped=True).count() == 3


def test_own_rating_comes_first_and_once():
    student = make_student()
    attempt = make_attempt(student)
    rated = dict.fromkeys(attempt.criteria, (4, ""))

    with pytest.raises(StateError):
        rate_self(attempt=attempt, user=student.user, rated=rated)
    done = make_attempt(student, finished=True)
    with pytest.raises(StateError):
        rate_self(attempt=done, user=student.user, rated=rated)


def test_three_columns_stand_side_by_side():
    student = make_student()
    attempt = make_attempt(student, finished=True, shared=True)
    counsellor = make_user(role=Role.COUNSELLOR, organisation=student.college)
    rated = dict.fromkeys(attempt.criteria, (2, "多说结果"))

    rate_as_counsellor(attempt=attempt, user=counsellor, rated=rated)

    rows = {row.criterion: row for row in selectors.result_of(attempt).rows}
    structure = rows[Criterion.STRUCTURE]
    assert (structure.own.value, structure.system, structure.counsellor.value) == (3, 5, 2)


def test_counsellor_may_not_rate_what_is_not_shared():
    student = make_student()
    attempt = make_attempt(student, finished=True)

    with pytest.raises(StateError):
        rate_as_counsellor(attempt=attempt, user=student.user, rated={})


def test_short_answer_is_not_judged():
    attempt = make_attempt(make_student(), finished=True, words="我觉得挺好的。")

    result = selectors.result_of(attempt)

    assert not result.answers[0].feedback.enough
    assert all(row.system is None for row in result.rows)


def test_required_skill_named_by_another_name_counts():
    assert selectors.named_skills("我用 Python 写了脚本", ["Python", "SQL"]) == ["Python"]


def test_comparison_shows_changes_and_same_questions():
    student = make_student()
    weak = make_attempt(student, finished=True, words="我们小组一起做了很多工作，" * 6)
    strong = make_attempt(student, finished=True)
    Answer.objects.filter(attempt=strong).update(question=weak.answers.get().question)

    deltas, pairs = selectors.compare(selectors.result_of(weak), selectors.result_of(strong))

    changes = {one.criterion: one.change for one in deltas}
    assert changes[Criterion.SPECIFICITY] > 0
    assert len(pairs) == 1


def test_pages_lead_from_the_first_question_to_the_feedback():
    student = make_student()
    client = signed_in(student.user)

    client.post(reverse("interviews:start"), {"kind": "behavioural", "count": 1})
    attempt = Attempt.objects.get()
    saved = client.post(
        reverse("interviews:save", args=[attempt.pk]), {"number": 1, "words": "写着"}
    )
    client.post(reverse("interviews:answer", args=[attempt.pk]), {"number": 1, "words": ANSWER})
    rate = reverse("interviews:rate", args=[attempt.pk])
    assert client.get(rate).status_code == 200
    page = client.post(rate, {one.value: 4 for one in attempt.criteria}, follow=True)

    assert saved.status_code == 200
    assert "最后断电从每天五次降到零次" in page.content.decode()


def test_feedback_is_not_shown_before_the_own_rating():
    student = make_student()
    attempt = make_attempt(student, answered=True)

    page = signed_in(student.user).get(reverse("interviews:feedback", args=[attempt.pk]))

    assert page.url == reverse("interviews:rate", args=[attempt.pk])


def test_list_asks_the_same_number_of_queries_for_more_rows(django_assert_max_num_queries):
    student = make_student()
    client = signed_in(student.user)
    make_attempt(student, finished=True)
    client.get(reverse("interviews:list"))
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as one:
        client.get(reverse("interviews:list"))
    make_attempt(student, finished=True)
    make_attempt(student)
    with CaptureQueriesContext(connection) as three:
        client.get(reverse("interviews:list"))

    assert len(one) == len(three)


def test_deleted_attempt_is_gone():
    student = make_student()
    attempt = make_attempt(student, finished=True)

    signed_in(student.user).post(reverse("interviews:delete", args=[attempt.pk]))

    assert not Attempt.objects.exists()


def test_api_goes_through_an_interview():
    client = signed_in(make_student().user)

    made = client.post(reverse("api:interviews-api:list"), {"kind": "civil", "count": 1}).json()
    url = reverse("api:interviews-api:detail", args=[made["id"]])
    answered = client.post(url, {"number": 1, "words": ANSWER}).json()

    assert made["answers"][0]["text"]
    assert answered["stage"] == "rating"


def test_counsellor_reads_whose_interview_it_is_and_is_led_to_the_rubric(client, db):
    college = make_college()
    attempt = make_attempt(make_student(college=college), finished=True, shared=True)
    client.force_login(make_user(role=Role.COUNSELLOR, organisation=college))

    page = client.get(f"/interviews/{attempt.pk}/feedback/").content.decode()

    assert f'href="/students/{attempt.student_id}/"' in page
    assert f"/interviews/{attempt.pk}/rubric/" in page
    assert "<th>你自己</th>" not in page
