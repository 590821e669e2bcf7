import datetime as dt
from decimal import Decimal

import pytest
from django.db.models import Q

from employment.accounts.enums import Role
from employment.common.errors import NotAllowedError, StateError
from employment.postings.enums import PostingState, RequirementOrigin, VerificationState
from employment.postings.models import Posting, PostingRequirement
from employment.postings.services import (
    FieldHints,
    NewPosting,
    RequirementEdit,
    add_postings,
    create_posting,
    edit_posting,
    extract_postings,
    restore_requirements,
    save_requirements,
)
from employment.postings.services.writing import DuplicatePostingError
from tests.factories.accounts import actor_of_user, make_actor, make_university
from tests.factories.postings import DESCRIPTION, make_posting, make_requirement

NOW = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)
FIELDS = {
    "title": "Python 后端开发工程师",
    "description": DESCRIPTION,
    "kind": "full_time",
    "region_codes": ["330100"],
    "region_text": "杭州市",
    "pay_min": 8000,
    "pay_max": 12000,
    "seats": 3,
}


def labels(posting, **filters):
    return list(posting.requirements.filter(**filters).values_list("kind", "label"))


def created(recruiter, employer, **fields):
    return create_posting(
        employer=employer,
        actor=actor_of_user(recruiter),
        now=NOW,
        audience_id=None,
        **(FIELDS | fields),
    )


def test_creation_reads_requirements_with_their_sentences(recruiter, employer):
    posting = created(recruiter, employer)

    posting.refresh_from_db()
    assert (posting.state, posting.degree_floor, posting.seats) == ("draft", 40, 3)
    assert "负责公司业务系统后端接口的设计与开发" in posting.duties
    python = posting.requirements.get(label="Python")
    assert (python.kind, python.strength, python.codes) == ("skill", "must", ["python"])
    assert posting.description[python.start : python.end] == python.sentence
    assert "Python" in python.sentence
    assert ("degree", "本科") in labels(posting)
    assert list(posting.regions.values_list("pk", flat=True)) == ["330100"]
    assert list(posting.state_changes.values_list("to_state", flat=True)) == ["draft"]


def test_creation_fills_only_what_was_left_empty(recruiter, employer):
    posting = created(recruiter, employer, degree_floor=30, seats=None)

    posting.refresh_from_db()
    assert posting.degree_floor == 30
    assert labels(posting, kind="degree") == [("degree", "大专")]
    assert "degree_floor" not in posting.read_fields
    assert "seats" in posting.read_fields


def test_hints_fill_what_the_text_leaves_open(recruiter, employer):
    silent = dict(FIELDS, description="负责前台接待和文件归档,细心耐心。")
    new = NewPosting(employer.pk, "甲", silent, hints=FieldHints("大专", "3-5年"))

    posting = add_postings(rows=[new], actor_id=None, now=NOW)[0]
    extract_postings(posting_ids=[posting.pk])

    posting.refresh_from_db()
    assert (posting.degree_floor, posting.experience_min) == (30, Decimal("3.0"))
    assert labels(posting, kind__in=["degree", "experience"]) == [
        ("degree", "大专"),
        ("experience", "3年"),
    ]


def test_editing_the_text_reads_it_again_and_keeps_what_people_made(recruiter, employer):
    posting = created(recruiter, employer)
    make_requirement(
        posting, label="英语", kind="language", codes=["english"], origin="person", sentence=""
    )

    edit_posting(
        posting=posting,
        actor=actor_of_user(recruiter),
        now=NOW,
        description="任职要求:\n1. 大专及以上学历;\n2. 熟练使用 Java。",
    )

    posting.refresh_from_db()
    assert posting.degree_floor == 30
    assert labels(posting, origin="person") == [("language", "英语")]
    assert ("skill", "Java") in labels(posting, origin="text")
    assert not posting.requirements.filter(label="Python", sentence__contains="熟练").exists()


def test_editing_raises_the_revision_once_and_tells_upper_apps(
    recruiter, employer, django_capture_on_commit_callbacks
):
    posting = created(recruiter, employer)
    before = Posting.objects.get(pk=posting.pk).revision

    with django_capture_on_commit_callbacks() as callbacks:
        edit_posting(posting=posting, actor=actor_of_user(recruiter), now=NOW, seats=5)

    assert Posting.objects.get(pk=posting.pk).revision == before + 1
    assert len(callbacks) == 1


def test_editing_nothing_changes_nothing(recruiter, employer, django_capture_on_commit_callbacks):
    posting = created(recruiter, employer)

    with django_capture_on_commit_callbacks() as callbacks:
        edit_posting(posting=posting, actor=actor_of_user(recruiter), now=NOW, **FIELDS)

    assert callbacks == []


def test_line_ends_of_a_browser_are_no_change(
    recruiter, employer, django_capture_on_commit_callbacks
):
    posting = created(recruiter, employer)
    sent = DESCRIPTION.replace("\n", "\r\n")

    with django_capture_on_commit_callbacks() as callbacks:
        edit_posting(posting=posting, actor=actor_of_user(recruiter), now=NOW, description=sent)

    assert callbacks == []


def test_a_new_title_voids_the_occupation_that_was_coded(recruiter, employer):
    posting = make_posting(
        employer=employer,
        published=False,
        occupation="2-02-10-03",
        occupation_confidence=0.8,
    )

    edit_posting(posting=posting, actor=actor_of_user(recruiter), now=NOW, title="会计")

    posting.refresh_from_db()
    assert (posting.occupation_id, posting.occupation_confidence) == (None, None)


def test_owner_changes_only_seats_and_deadline_of_a_published_posting(recruiter, employer):
    posting = make_posting(employer=employer)
    actor = actor_of_user(recruiter)

    edit_posting(posting=posting, actor=actor, now=NOW, seats=9)
    with pytest.raises(StateError):
        edit_posting(posting=posting, actor=actor, now=NOW, description="别的工作")

    posting.refresh_from_db()
    assert (posting.seats, posting.description) == (9, DESCRIPTION)


@pytest.mark.parametrize("state", [PostingState.CLOSED, PostingState.EXPIRED, "rejected"])
def test_finished_postings_are_not_edited(state, recruiter, employer):
    posting = make_posting(employer=employer, state=state)

    with pytest.raises(StateError):
        edit_posting(posting=posting, actor=actor_of_user(recruiter), now=NOW, seats=9)


def test_strangers_neither_create_nor_edit(recruiter, employer, office):
    posting = make_posting(employer=employer, published=False)
    stranger = make_actor(role=Role.RECRUITER)

    with pytest.raises(NotAllowedError):
        edit_posting(posting=posting, actor=stranger, now=NOW, seats=9)
    with pytest.raises(NotAllowedError):
        create_posting(employer=employer, actor=stranger, now=NOW, audience_id=None, **FIELDS)
    with pytest.raises(NotAllowedError):
        create_posting(
            employer=employer,
            actor=actor_of_user(office),
            now=NOW,
            audience_id=make_university().pk,
            **FIELDS,
        )


def test_a_blocked_employer_writes_nothing_new(recruiter, employer):
    employer.state = VerificationState.FROZEN
    employer.save()

    with pytest.raises(StateError):
        created(recruiter, employer)


def test_a_blocked_employers_posting_arrives_as_a_draft(employer):
    employer.state = VerificationState.FROZEN
    employer.save()
    new = NewPosting(employer.pk, "甲", FIELDS, state=PostingState.PUBLISHED)

    posting = add_postings(rows=[new], actor_id=None, now=NOW)[0]

    assert (posting.state, posting.published_at) == ("draft", None)


def test_the_same_source_id_twice_is_a_duplicate(recruiter, employer):
    created(recruiter, employer, source="site", source_id="1")

    with pytest.raises(DuplicatePostingError):
        created(recruiter, employer, source="site", source_id="1")


def test_saving_requirements_marks_changes_and_remembers_deletions(recruiter, employer):
    posting = created(recruiter, employer)
    actor = actor_of_user(recruiter)
    python = posting.requirements.get(label="Python")
    edits = [
        RequirementEdit(
            id=python.pk,
            kind="skill",
            strength="preferred",
            label="Python",
            codes=("python",),
            sentence="熟练使用 Python",
        ),
        RequirementEdit(
            kind="certificate", strength="must", label="英语四级", codes=("cet-4",), hard=True
        ),
    ]

    save_requirements(posting=posting, edits=edits, actor=actor, now=NOW)
    extract_postings(posting_ids=[posting.pk])

    rows = posting.requirements.values_list("label", "strength", "origin", "position")
    assert list(rows) == [
        ("Python", "preferred", RequirementOrigin.PERSON, 0),
        ("英语四级", "must", RequirementOrigin.PERSON, 1),
    ]
    kept = PostingRequirement.objects.get(pk=python.pk)
    assert posting.description[kept.start : kept.end] == "熟练使用 Python"


def test_reading_again_brings_back_what_was_deleted(recruiter, employer):
    posting = created(recruiter, employer)
    actor = actor_of_user(recruiter)
    found = labels(posting)
    save_requirements(posting=posting, edits=[], actor=actor, now=NOW)

    restore_requirements(posting=posting, actor=actor, now=NOW)

    assert labels(posting) == found


def test_requirements_of_a_published_posting_are_the_reviewers(recruiter, employer, office):
    posting = make_posting(employer=employer, audience=office.memberships.get().organisation)

    with pytest.raises(NotAllowedError):
        save_requirements(posting=posting, edits=[], actor=actor_of_user(recruiter), now=NOW)
    save_requirements(posting=posting, edits=[], actor=actor_of_user(office), now=NOW)


def test_many_postings_are_written_with_a_fixed_number_of_queries(
    employer, django_assert_max_num_queries
):
    rows = [NewPosting(employer.pk, "甲", FIELDS | {"title": f"开发工程师 {n}"}) for n in range(50)]

    with django_assert_max_num_queries(16):
        add_postings(rows=rows, actor_id=None, now=NOW)

    assert Posting.objects.filter(~Q(search=None), title__startswith="开发").count() == 50
