"""Balanced lists in the product: demand published by a run, lists in between put in the same order,
postings that reach nobody shown to their best few."""

import pytest
from django.utils import timezone

from employment.matches.models import BalancingSetting, ListOrder, Match, PostingDemand
from employment.matches.selectors import MatchFilter, place_in_list, student_matches
from employment.matches.services import balancing, exposure, rows
from employment.matches.services.balancing import publish_balance, set_strength
from employment.matches.services.columns import merge_postings
from employment.matches.services.exposure import give_extra_exposure
from employment.matches.services.rows import match_students
from employment.matches.services.runs import start_run, work_block
from employment.postings.models import Posting
from employment.students.models import StudentProfile
from matching import balancing as engine
from tests.employment.matches.worlds import lists_made_anew, make_world, posting_ids
from tests.factories.accounts import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("taxonomy")]


def run_all():
    run = start_run(ring=False)
    while work_block(run_id=run.pk):
        pass


def orders():
    return {row.student_id: (row.postings, row.base) for row in ListOrder.objects.all()}


@pytest.fixture
def crowded(monkeypatch):
    """Many students and few first places, so that balancing has something to move."""
    monkeypatch.setattr(balancing, "DEFAULT_STRENGTH", 1.0)
    monkeypatch.setitem(engine.arrange.__kwdefaults__, "max_loss", 0.5)
    monkeypatch.setitem(engine.balance.__kwdefaults__, "max_loss", 0.5)
    make_world(students=14, postings=24, seed=3)
    run_all()


def test_run_publishes_demand_and_orders_that_keep_the_first_three(crowded):
    found = orders()

    assert set(PostingDemand.objects.values_list("posting_id", flat=True)) == set(
        Match.objects.filter(short=False).values_list("posting_id", flat=True)
    )
    assert found
    assert all(base[:3] == [1, 2, 3][: len(base)] for _postings, base in found.values())
    assert any(base != sorted(base) for _postings, base in found.values())


def test_publishing_twice_changes_nothing(crowded):
    before = orders()

    publish_balance()

    assert orders() == before


def test_lists_computed_alone_keep_their_order(crowded):
    before = orders()

    for student_id in before:
        match_students(student_ids=[student_id])

    assert orders() == before


def test_posting_merged_again_keeps_the_order(crowded):
    before = orders()

    merge_postings(posting_ids=posting_ids()[:2])

    assert orders() == before


def test_page_follows_the_order_and_says_where_an_entry_came_from(crowded):
    student_id, (postings, base) = next(
        (pk, row) for pk, row in orders().items() if row[1] != sorted(row[1])
    )
    student = StudentProfile.objects.get(pk=student_id)
    today = timezone.localdate()
    page = list(student_matches(student, MatchFilter(), today=today))
    by_score = list(student_matches(student, MatchFilter(sort="score"), today=today))

    assert [row.posting_id for row in page][: len(postings)] == postings
    assert [row.base for row in page][: len(base)] == base
    assert by_score == sorted(by_score, key=lambda row: (row.short, -row.score, row.posting_id))
    assert [place_in_list(row)[0] for row in page[:5]] == [1, 2, 3, 4, 5]


def test_university_may_switch_balancing_off(crowded):
    student = StudentProfile.objects.first()
    set_strength(university=student.university, strength=0.0, actor=make_user())

    publish_balance()

    assert student.pk not in orders()
    assert BalancingSetting.objects.get().strength == 0.0


def unreached():
    held = Match.objects.filter(short=False).values("posting")
    return set(Posting.objects.exclude(pk__in=held).values_list("pk", flat=True))


@pytest.fixture
def short_lists(monkeypatch):
    monkeypatch.setattr(rows, "DEPTH", 3)
    make_world(students=6, postings=30, seed=5)
    lists_made_anew()


def test_postings_that_reach_nobody_come_to_their_best_few(short_lists):
    before = unreached()

    give_extra_exposure()

    extra = Match.objects.filter(extra=True)
    assert before
    assert {row.posting_id for row in extra} == before - unreached()
    assert not extra.filter(short=True).exists()
    assert all(extra.filter(student=pk).count() <= exposure.MOST_A_LIST for pk in ids(extra))
    assert give_extra_exposure() == 0


def ids(matches):
    return set(matches.values_list("student_id", flat=True))


def test_extra_entries_survive_a_list_computed_anew_until_the_posting_closes(short_lists):
    give_extra_exposure()
    kept = Match.objects.filter(extra=True).first()
    before = set(Match.objects.filter(extra=True).values_list("student_id", "posting_id"))

    lists_made_anew()
    after = set(Match.objects.filter(extra=True).values_list("student_id", "posting_id"))
    Posting.objects.filter(pk=kept.posting_id).update(state="closed", revision=99)
    lists_made_anew()

    assert after == before
    assert not Match.objects.filter(posting_id=kept.posting_id).exists()


def test_extra_entries_take_the_last_of_the_first_places():
    order, extra = list(range(20)), [False] * 24
    extra[21] = True

    places = balancing.shown_places(engine.np.array(order), engine.np.array(extra))

    assert places == [*range(19), 21, 19]
