import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from employment.privacy.services.personal_data import export_personal_data
from employment.support.models import CalendarFeed
from employment.support.services.feeds import renew_feed
from tests.factories.accounts import make_college
from tests.factories.students import make_student
from tests.factories.support import (
    at,
    make_appointment,
    make_counsellor,
    make_follow_up,
    make_note,
    make_slot,
    make_workshop,
)

pytestmark = pytest.mark.django_db


def queries(client, url):
    with CaptureQueriesContext(connection) as found:
        assert client.get(url).status_code == 200
    return len(found)


@pytest.mark.parametrize(
    ("role", "url"),
    [
        ("student", "/support/"),
        ("student", "/support/mine/"),
        ("student", "/support/tasks/"),
        ("student", "/support/workshops/"),
        ("counsellor", "/support/calendar/?from={day}"),
        ("counsellor", "/support/students/"),
        ("counsellor", "/api/v1/counselling/appointments/"),
    ],
)
def test_list_asks_as_often_for_three_rows_as_for_one(client, role, url):
    college = make_college()
    counsellor = make_counsellor(college)
    student = make_student(college=college, counsellor=counsellor)

    def add(hour):
        make_slot(counsellor, start=at(3, hour))
        make_appointment(student, counsellor, start=at(4, hour))
        make_follow_up(student, counsellor)
        make_workshop(counsellor, start=at(hour, 19))
        make_student(college=college, counsellor=counsellor)

    add(9)
    client.force_login(counsellor if role == "counsellor" else student.user)
    url = url.format(day=at(3).date())
    client.get(url)
    one = queries(client, url)
    add(10)
    add(11)

    assert queries(client, url) == one


def test_calendar_address_names_nobody_and_dies_when_renewed(client):
    college = make_college()
    counsellor = make_counsellor(college, name="不应出现")
    student = make_student(college=college)
    make_appointment(student, counsellor, message="秘密")
    first = renew_feed(user=student.user).token

    body = client.get(f"/support/feed/{first}.ics").content.decode()
    renew_feed(user=student.user)

    assert body.count("BEGIN:VEVENT") == 1
    assert "不应出现" not in body
    assert "秘密" not in body
    assert client.get(f"/support/feed/{first}.ics").status_code == 404
    assert CalendarFeed.objects.count() == 1


def test_copy_of_own_data_holds_shared_notes_only(client):
    college = make_college()
    counsellor, student = make_counsellor(college), make_student(college=college)
    make_note(student, counsellor, "shared", text="给你看")
    make_note(student, counsellor, "private", text="只给自己")

    copy = export_personal_data(user=student.user)["counselling"]["as_student"]

    assert [note["text"] for note in copy["notes"]] == ["给你看"]
    assert copy["notes_kept_by_staff"] == 1
