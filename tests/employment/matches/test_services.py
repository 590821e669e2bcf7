"""Lists follow the rows: by the student, by the posting, and by the sweep when bells are lost."""

import datetime as dt

import pytest
from django.db.models import Count
from django.utils import timezone

from employment.accounts.actors import actor_for_user
from employment.accounts.enums import Role
from employment.matches.enums import Band, FeedbackKind
from employment.matches.models import Match, MatchFeedback, PostingSync, StudentSync
from employment.matches.services import columns, entering, rows
from employment.matches.services.columns import merge_postings, sync_postings
from employment.matches.services.feedback import give_feedback, take_feedback_back
from employment.matches.services.rows import match_students, sync_students
from employment.matches.services.sweep import find_lagging
from employment.matches.signals import lists_changed
from employment.matches.tasks import sweep
from employment.postings.enums import PostingAction, PostingState
from employment.postings.models import Posting
from employment.postings.services import change_posting_state
from employment.privacy.enums import Purpose
from employment.privacy.services.consents import grant_consent, withdraw_consent
from employment.students.services.profiles import edit_intention, edit_student
from matching.search import MatchList
from tests.employment.matches.worlds import (
    entries,
    lists,
    lists_made_anew,
    make_empty_lists,
    make_world,
    posting_ids,
)
from tests.factories.accounts import make_user
from tests.factories.postings import make_posting
from tests.factories.students import make_intention, make_student

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("taxonomy")]


@pytest.fixture
def world():
    """Students and postings whose lists are made."""
    students, postings = make_world()
    sync_students(student_ids=[row.pk for row in students])
    sync_postings(posting_ids=[row.pk for row in postings])
    assert lists()
    return students, postings


@pytest.fixture
def heard():
    calls = []

    def listen(*, student_ids, **_kwargs):
        calls.append(sorted(student_ids))

    lists_changed.connect(listen)
    yield calls
    lists_changed.disconnect(listen)


def take(posting, action, **options):
    actor = actor_for_user(make_user(role=Role.PLATFORM_ADMIN))
    return change_posting_state(
        posting=posting, action=action, actor=actor, now=timezone.now(), **options
    )


def sweep_until_quiet():
    """A list that a closing has shortened is seen by the sweep after the one that closed it."""
    for _round in range(2):
        sweep()
    assert not find_lagging().anything


def test_nothing_lags_behind_after_syncing(world):
    assert not find_lagging().anything


def test_list_is_ordered_and_one_step_short_comes_last(world):
    for student in world[0]:
        found = list(student.matches.all())
        assert found == sorted(found, key=lambda m: (m.short, -m.score, m.posting_id))
        assert all((row.band == Band.ONE_STEP) == row.short for row in found)


def test_stored_parts_add_up_to_the_stored_score(world):
    for match in Match.objects.all():
        assert sum(part["points"] for part in match.criteria) == pytest.approx(
            match.score, abs=1e-4
        )
        assert len(match.checks) == match.posting.requirements.count()


def test_only_what_lags_behind_is_made_again(world, heard, django_capture_on_commit_callbacks):
    students, postings = world
    ids = [row.pk for row in students]
    edit_student(student=students[0], summary="新的自我介绍")

    with django_capture_on_commit_callbacks(execute=True):
        assert sync_students(student_ids=ids) == 1
        assert sync_students(student_ids=ids) == 0
        assert sync_postings(posting_ids=[row.pk for row in postings]) == 0

    assert heard == [[students[0].pk]]


def test_changed_student_gets_a_new_list(django_capture_on_commit_callbacks):
    nurse, coder = make_posting(title="内科护士"), make_posting(title="后端开发工程师")
    student = make_student()
    make_intention(student, titles=["后端开发工程师"])
    match_students(student_ids=[student.pk])
    assert student.matches.first().posting == coder

    with django_capture_on_commit_callbacks(execute=True):
        edit_intention(student=student, titles=["内科护士"], occupations=[])

    assert student.matches.first().posting == nurse
    assert student.sync.revision == type(student).objects.get().revision


def test_published_posting_enters_the_right_lists(world, django_capture_on_commit_callbacks):
    fitting = make_student()
    make_intention(fitting, regions_hard=True)
    elsewhere = make_student()
    make_intention(elsewhere, regions=["310000"], regions_hard=True)
    silent = make_student(consents=False)
    match_students(student_ids=[fitting.pk, elsewhere.pk, silent.pk])
    posting = make_posting(state=PostingState.DRAFT, requirements=True)

    with django_capture_on_commit_callbacks(execute=True):
        take(posting, PostingAction.PUBLISH)

    shown = set(posting.matches.values_list("student_id", flat=True))
    assert fitting.pk in shown
    assert not shown & {elsewhere.pk, silent.pk}
    assert PostingSync.objects.get(posting=posting).was_open
    assert lists() == lists_made_anew()


@pytest.mark.parametrize("action", [PostingAction.CLOSE, PostingAction.REJECT])
def test_posting_that_is_no_longer_open_leaves_every_list(
    world, django_capture_on_commit_callbacks, action
):
    posting = Match.objects.first().posting

    with django_capture_on_commit_callbacks(execute=True):
        take(posting, action, reason="已招满")

    assert not posting.matches.exists()
    assert not PostingSync.objects.get(posting=posting).was_open
    assert lists() == lists_made_anew()


def test_deadline_that_passes_overnight_is_found_by_the_sweep(world):
    posting = Match.objects.first().posting
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    Posting.objects.filter(pk=posting.pk).update(deadline=yesterday)

    assert find_lagging().postings == [posting.pk]
    sweep_until_quiet()

    assert not posting.matches.exists()
    assert not find_lagging().anything


def test_consent_taken_back_empties_the_list_and_given_again_fills_it(
    world, django_capture_on_commit_callbacks
):
    student = Match.objects.first().student
    before = set(student.matches.values_list("posting_id", flat=True))

    with django_capture_on_commit_callbacks(execute=True):
        withdraw_consent(user=student.user, purpose=Purpose.MATCHING)
    assert not student.matches.exists()
    assert not find_lagging().anything
    with django_capture_on_commit_callbacks(execute=True):
        take(make_posting(state=PostingState.DRAFT), PostingAction.PUBLISH)
    assert not student.matches.exists()

    with django_capture_on_commit_callbacks(execute=True):
        grant_consent(user=student.user, purpose=Purpose.MATCHING)
    assert set(student.matches.values_list("posting_id", flat=True)) >= before


def test_student_of_another_university_never_sees_a_closed_circle():
    mine, other = make_student(), make_student()
    for student in (mine, other):
        make_intention(student)
    make_empty_lists()
    posting = make_posting(audience=mine.university)

    merge_postings(posting_ids=[posting.pk])
    assert list(posting.matches.values_list("student_id", flat=True)) == [mine.pk]

    assert lists() == lists_made_anew()


def test_column_by_column_gives_the_entries_of_a_full_run():
    make_world(students=10, postings=20)
    make_empty_lists()
    for posting_id in posting_ids():
        merge_postings(posting_ids=[posting_id])
    merged = entries()

    lists_made_anew()
    assert merged == entries()
    assert any(criteria for *_fields, criteria, _checks, _encoder, _weights in merged.values())


@pytest.mark.parametrize("at_once", [1, 7, 20])
@pytest.mark.parametrize("seed", range(3))
def test_columns_into_full_lists_give_the_lists_of_a_full_run(monkeypatch, seed, at_once):
    for module in (rows, entering):
        monkeypatch.setattr(module, "DEPTH", 3)
        monkeypatch.setattr(module, "SHORT_DEPTH", 1)
    make_world(students=10, postings=20, seed=seed)
    make_empty_lists()
    ids = posting_ids()
    for start in range(0, len(ids), at_once):
        merge_postings(posting_ids=ids[start : start + at_once])
    merged = lists()

    assert merged == lists_made_anew()
    own = Match.objects.filter(short=False, extra=False)
    longest = own.values("student").annotate(n=Count("pk"))
    assert max(row["n"] for row in longest.order_by()) == 3


def test_column_is_explained_only_where_it_enters(monkeypatch):
    for module in (rows, entering):
        monkeypatch.setattr(module, "DEPTH", 2)
        monkeypatch.setattr(module, "SHORT_DEPTH", 0)
    make_world(students=10, postings=20)
    lists_made_anew()
    explained = []
    explain = MatchList.score
    monkeypatch.setattr(
        MatchList, "score", lambda found, at: explained.append(found.id) or explain(found, at)
    )
    before = set(lists())
    newest = make_posting(title="内科护士")
    merge_postings(posting_ids=[newest.pk])

    entered = set(lists()) - before
    assert len(explained) == len(entered) < newest.matches.model.objects.count()
    assert lists() == lists_made_anew()


def test_list_that_was_never_made_is_not_begun_with_one_posting():
    student = make_student()
    make_intention(student)
    make_posting()
    merge_postings(posting_ids=posting_ids())
    assert not student.matches.exists()
    assert find_lagging().students == [student.pk]

    sweep()

    assert student.matches.count() == 1
    assert not find_lagging().anything


def test_list_shortened_by_closings_is_filled_up_by_the_sweep(monkeypatch):
    for module in (rows, entering):
        monkeypatch.setattr(module, "DEPTH", 3)
    monkeypatch.setattr(columns, "REFILL_BELOW", 3)
    student = make_student()
    make_intention(student)
    for _number in range(6):
        make_posting()
    match_students(student_ids=[student.pk])
    sync_postings(posting_ids=posting_ids())
    gone = student.matches.first().posting

    take(gone, PostingAction.CLOSE)
    sync_postings(posting_ids=[gone.pk])
    own = student.matches.filter(extra=False)
    assert own.count() == 2
    sweep()

    assert own.count() == 3
    assert lists() == lists_made_anew()


def test_every_lost_bell_is_made_good_by_the_sweep(world):
    """All that the transaction callbacks would have rung for is dropped: they never run here."""
    students, postings = world
    edit_student(student=students[0], summary="会 Python,做过后端接口")
    edit_intention(student=students[1], titles=["会计"], regions_hard=False)
    withdraw_consent(user=students[2].user, purpose=Purpose.MATCHING)
    newcomer = make_student()
    make_intention(newcomer)
    take(postings[0], PostingAction.CLOSE)
    take(make_posting(state=PostingState.DRAFT), PostingAction.PUBLISH)
    before = lists()

    sweep_until_quiet()

    healed = lists()
    assert healed != before
    assert not students[2].matches.exists()
    assert newcomer.matches.exists()
    assert healed == lists_made_anew()


def test_other_engine_makes_everything_lag(world, monkeypatch):
    monkeypatch.setattr("employment.matches.services.sweep.level", lambda: "another|default")

    lagging = find_lagging()

    assert len(lagging.students) == len(world[0])
    assert len(lagging.postings) == len(world[1])


def test_student_who_may_not_be_matched_is_not_waited_for():
    student = make_student(consents=False)

    assert find_lagging().students == []
    assert match_students(student_ids=[student.pk]) == 0
    assert StudentSync.objects.get().student == student


@pytest.mark.parametrize("seed", range(3))
def test_no_list_violates_a_hard_condition(seed):
    make_world(students=15, postings=30, seed=seed)
    lists_made_anew()
    eligible = Match.objects.filter(short=False)
    assert eligible.count() > 20

    broken = [
        (match.student_id, match.posting_id, what)
        for match in eligible.select_related("student__intention", "posting")
        for what in violations(match.student, match.posting)
    ]

    assert broken == []


def violations(student, posting):
    """Hard conditions of either side that the other is known to break, said without the engine."""
    wish = student.intention
    places = [row.pk for row in posting.regions.all()]
    wanted = [row.pk for row in wish.regions.all()]
    near = [w for w in wanted for p in places if p == w or (w[2:] == "0000" and p[:2] == w[:2])]
    if posting.audience_id not in (None, student.university_id):
        yield "audience"
    if wish.regions_hard and wanted and places and not near:
        yield "region"
    if wish.pay_hard and wish.pay_floor and posting.pay_max and posting.pay_max < wish.pay_floor:
        yield "pay"
    if wish.kinds_hard and wish.kinds and posting.kind not in wish.kinds:
        yield "kind"
    for requirement in posting.requirements.filter(hard=True, strength="must"):
        if lacks(student, requirement):
            yield requirement.kind


def lacks(student, requirement):
    match requirement.kind:
        case "degree":
            return student.degree is not None and student.degree < requirement.minimum
        case "cohort":
            return student.cohort is not None and str(student.cohort) not in requirement.codes
        case "major":
            own = student.major_id
            return bool(own) and not own.startswith(tuple(requirement.codes))
        case "certificate":
            held = {row.skill_id for row in student.certificates.all()}
            return bool(held) and not held & set(requirement.codes)
    return False


def test_last_word_on_a_posting_counts(world):
    match = Match.objects.first()
    student, posting = match.student, match.posting

    give_feedback(student=student, posting=posting, kind=FeedbackKind.SAVED)
    give_feedback(student=student, posting=posting, kind=FeedbackKind.NOT_INTERESTED)

    assert MatchFeedback.objects.get().kind == FeedbackKind.NOT_INTERESTED
    assert take_feedback_back(student=student, posting=posting)
    assert not take_feedback_back(student=student, posting=posting)


def test_posting_without_students_and_students_without_postings_do_no_harm():
    assert merge_postings(posting_ids=[make_posting().pk]) == set()
    Posting.objects.all().delete()
    student = make_student()

    assert match_students(student_ids=[student.pk]) == 0
    assert not find_lagging().anything
