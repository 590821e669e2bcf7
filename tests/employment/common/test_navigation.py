import pytest
from django.test import RequestFactory
from django.urls import path

from employment.common import navigation
from employment.common.navigation import Place, entries, links_for, register

urlpatterns = [
    path(route, lambda request: None, name=name)
    for route, name in [("", "home"), ("jobs/", "jobs"), ("jobs/saved/", "saved"), ("me/", "me")]
]
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture(autouse=True)
def menus(monkeypatch):
    monkeypatch.setattr(navigation, "_items", navigation.defaultdict(dict))
    register("student", "Jobs", "jobs", "briefcase", 20, group="Work", phone=True)
    register("student", "Home", "home", "home", 10, phone=True)
    register(["student", "tutor"], "Saved", "saved", "star", 30, group="Work", count=lambda _: 3)
    register(navigation.EVERYONE, "About", "me", "info-circle", 90, place=Place.FOOTER)


def links(path, role="student"):
    return links_for(RequestFactory().get(path), role)


def test_links_come_in_order_with_those_of_everyone():
    assert [link.label for link in links("/")] == ["Home", "Jobs", "Saved", "About"]
    assert [link.label for link in links("/", "tutor")] == ["Saved", "About"]
    assert [link.label for link in links("/", "")] == ["About"]


@pytest.mark.parametrize(
    ("path", "active"),
    [("/", "Home"), ("/jobs/7/", "Jobs"), ("/jobs/saved/", "Saved"), ("/elsewhere/", None)],
)
def test_the_longest_matching_path_is_active(path, active):
    found = [link.label for link in links(path) if link.active]

    assert found == ([active] if active else [])


def test_entries_gather_a_group_where_it_starts():
    found = entries(links("/jobs/"))

    assert [(entry.label, entry.grouped, len(entry.links)) for entry in found] == [
        ("Home", False, 1),
        ("Work", True, 2),
    ]
    assert found[1].active


def test_counts_are_asked_for():
    assert next(link for link in links("/") if link.label == "Saved").count == 3
