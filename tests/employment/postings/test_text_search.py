"""Other words, pinyin, misspelling and near meaning; the plain full text is in test_search."""

import datetime as dt

import pytest
from django.http import QueryDict
from django.urls import reverse

from employment.postings import selectors, semantics
from employment.postings.filters import PostingFilter
from employment.postings.found import found_cards, marked
from employment.postings.models import SearchTerm
from employment.postings.selectors.suggestions import (
    corrected,
    edit_distance,
    meant_terms,
    suggest_terms,
)
from employment.postings.services import index_postings
from employment.postings.services.search_terms import refresh_search_terms
from tests.factories.accounts import actor_of_user, make_university
from tests.factories.postings import make_posting

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def no_meaning():
    yield
    semantics.register(lambda text: None)


def posting(title, **fields):
    made = make_posting(title=title, **({"description": "日常事务。"} | fields))
    index_postings(posting_ids=[made.pk])
    return made


def search(user, query):
    postings = selectors.searchable_postings(actor=actor_of_user(user), today=TODAY)
    filters = PostingFilter(QueryDict(query), queryset=postings)
    return [row.title for row in filters.sorted("")], filters.found


def cards(user, query):
    postings = selectors.searchable_postings(actor=actor_of_user(user), today=TODAY)
    filters = PostingFilter(QueryDict(query), queryset=postings)
    return found_cards(list(filters.sorted("")), filters.found)


def refresh():
    SearchTerm.objects.all().delete()
    refresh_search_terms(today=TODAY)


def test_other_words_for_the_same_are_found_after_the_words_themselves(student):
    posting("Web前端工程师")
    posting("网页开发")
    posting("厨师")

    assert search(student, "q=网页开发")[0] == ["网页开发", "Web前端工程师"]


def test_a_synonym_is_explained_on_the_card(student):
    posting("Web前端工程师")

    [card] = cards(student, "q=网页开发")

    assert card.reason == "网页开发 ≈ 前端"
    assert [piece.text for piece in card.title if piece.is_marked] == ["前端"]


def test_a_word_only_in_the_text_is_shown_where_it_stands(student):
    posting("行政", description="负责公司的会务工作和档案整理。")

    [card] = cards(student, "q=档案")

    assert "档案" in [piece.text for piece in card.excerpt if piece.is_marked]


@pytest.mark.parametrize("typed", ["kuaiji", "会记", "kuai ji"])
def test_pinyin_and_wrong_characters_find_what_was_meant(student, typed):
    for _ in range(3):
        posting("会计")
    refresh()

    titles, found = search(student, f"q={typed}")

    assert titles == ["会计"] * 3
    assert (found.typed, found.query.text) == (typed, "会计")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("qdkf", "前端开发"),
        ("pyhton", "Python"),
        ("数据分折", "数据分析"),
        ("pyhton 会计", "python 会计"),
    ],
)
def test_meant(student, typed, meant):
    for title in ("前端开发", "Python", "数据分析", "会计"):
        for _ in range(3):
            posting(title)
    refresh()

    assert [text.lower() for text in corrected(typed)][:1] == [meant.lower()]


def test_a_known_word_is_not_corrected(student):
    for _ in range(3):
        posting("会计")
    refresh()

    assert meant_terms("会计") == []


def test_suggestions_begin_with_the_text_its_pinyin_or_initials(student):
    for _ in range(3):
        posting("前端开发")
    refresh()

    for typed in ("前端", "qianduan", "qd"):
        assert "前端开发" in [term.text for term in suggest_terms(typed)]


def test_terms_tell_nothing_of_postings_for_one_university(student):
    posting("隐秘项目组长", audience=make_university())
    posting("公开项目组长")
    refresh()

    terms = set(SearchTerm.objects.values_list("text", flat=True))

    assert "公开项目组长" in terms
    assert "隐秘项目组长" not in terms


def test_terms_are_written_again_only_after_a_change(student):
    posting("会计")
    refresh()

    assert refresh_search_terms(today=TODAY) is None
    posting("出纳")
    assert refresh_search_terms(today=TODAY)


def test_near_meaning_comes_in_and_says_so(student, no_meaning):
    near = posting("销售代表")
    hidden = posting("导购", audience=make_university())
    semantics.register(lambda text: {near.pk: 4.0, hidden.pk: 5.0, 0: 6.0})

    titles, found = search(student, "q=卖东西")

    assert titles == ["销售代表"]
    assert found.used_meaning
    assert found.near == {near.pk}


def test_filters_hold_for_what_is_near_in_meaning(student, no_meaning):
    near = posting("销售代表", regions=["330200"])
    semantics.register(lambda text: {near.pk: 4.0})

    assert search(student, "q=卖东西&region=330100")[0] == []
    assert search(student, "q=卖东西&region=330200")[0] == ["销售代表"]


def test_some_of_the_words_when_no_posting_has_all(student):
    posting("会计")
    posting("厨师")

    titles, found = search(student, "q=会计 火箭")

    assert titles == ["会计"]
    assert found.is_loose


def test_marks_keep_the_whole_text():
    pieces = marked("Java 与 java 开发", ["java"])

    assert "".join(piece.text for piece in pieces) == "Java 与 java 开发"
    assert [piece.text for piece in pieces if piece.is_marked] == ["Java", "java"]


@pytest.mark.parametrize(
    ("left", "right", "distance"),
    [
        ("java", "java", 0),
        ("pyhton", "python", 1),
        ("jav", "java", 1),
        ("会记", "会计", 1),
        ("ab", "cd", 2),
    ],
)
def test_edit_distance(left, right, distance):
    assert edit_distance(left, right) == distance


def test_the_page_says_when_meaning_was_not_used(client, student):
    posting("会计")
    client.force_login(student)

    page = client.get(reverse("postings:list"), {"q": "会计"}).content.decode()

    assert "<mark>会计</mark>" in page
    assert "q-found" in page


def test_suggestions_as_json(client, student):
    for _ in range(3):
        posting("会计")
    refresh()
    client.force_login(student)

    answer = client.get(reverse("postings:suggest"), {"q": "kuai"}).json()

    assert "会计" in [row["text"] for row in answer["results"]]
    assert client.get(reverse("postings:suggest")).json() == {"results": []}


def test_the_api_searches_like_the_page(client, student):
    posting("Web前端工程师")
    posting("厨师")
    client.force_login(student)

    answer = client.get("/api/v1/postings/", {"q": "网页开发"}).json()

    assert [row["title"] for row in answer["results"]] == ["Web前端工程师"]


def test_letters_that_no_posting_knows_are_near_to_nothing(student, no_meaning):
    made = posting("会计")
    semantics.register(lambda text: {made.pk: 4.0})

    assert search(student, "q=zzqqxx")[0] == []
