import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import translation

from employment.postings.bait import CLUES, KINDS, suspicions
from employment.postings.enums import PostingState
from matching.extraction.bait_clues import BaitKind, Clue
from tests.factories.postings import make_posting

BAIT = "专业不限,零基础可,包吃住。"
MANAGE, DETAIL = "postings:manage", "postings:detail"


def noted(response):
    """What the page says about bait, white space aside."""
    notes = BeautifulSoup(response.content, "html.parser").select(".q-suspicion")
    return [" ".join(note.get_text().split()) for note in notes]


def test_every_kind_and_clue_has_a_name():
    assert set(KINDS) == set(BaitKind)
    assert set(CLUES) == set(Clue)


@pytest.mark.parametrize(
    ("language", "label", "clue"),
    [
        ("zh-hans", "疑似招转培", ("专业不限", "专业不限")),
        ("en", "Looks like a training company looking for pupils", ("any major", "专业不限")),
    ],
)
def test_suspicions_are_named_in_both_languages(employer, language, label, clue):
    posting = make_posting(employer=employer, title="软件测试", description=BAIT, state="review")

    with translation.override(language):
        (suspicion,) = suspicions(posting)

    assert suspicion.label == label
    assert clue in suspicion.signs


@pytest.mark.parametrize(
    ("state", "count"), [("review", 1), ("draft", 1), ("published", 0), ("rejected", 0)]
)
def test_suspicions_are_for_undecided_postings(employer, state, count):
    fields = {"published_at": "2026-09-01T00:00Z"} if state == "published" else {}
    posting = make_posting(
        employer=employer,
        title="软件测试",
        description=BAIT,
        state=PostingState(state),
        **fields,
    )

    assert len(suspicions(posting)) == count


def test_the_queue_says_why_a_posting_was_held(client, office, university):
    make_posting(title="软件测试", description=BAIT, audience=university, state="review")
    make_posting(audience=university, state="review")
    client.force_login(office)

    response = client.get(reverse(MANAGE), {"queue": "review"})

    assert noted(response) == [
        "疑似招转培 零基础可 “零基础” · 专业不限 “专业不限” · 包住或提供宿舍 “包吃住”"
        " · 没有写明工作内容"
    ]


def test_the_posting_says_it_to_the_reviewer_alone(client, office, recruiter, university, employer):
    posting = make_posting(
        employer=employer,
        title="软件测试",
        description=BAIT,
        audience=university,
        state="review",
    )
    url = reverse(DETAIL, args=[posting.pk])

    client.force_login(office)
    assert len(noted(client.get(url))) == 1

    client.force_login(recruiter)
    assert noted(client.get(url)) == []


def test_what_a_recruiter_submits_waits_for_a_person(client, recruiter, employer, university):
    posting = make_posting(
        employer=employer, audience=university, published=False, description=BAIT
    )
    client.force_login(recruiter)
    url = reverse("postings:change_state", args=[posting.pk])

    client.post(url, {"action": "publish"})
    posting.refresh_from_db()
    assert posting.state == PostingState.DRAFT

    client.post(url, {"action": "submit"})
    posting.refresh_from_db()
    assert posting.state == PostingState.REVIEW
