import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from employment.common.models import AuditEntry
from employment.privacy.services.personal_data import export_personal_data
from employment.support.models import CalendarFeed
from employment.support.services.feeds import renew_feed
from employment.support.services.workshops import register
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
        ("counsellor", "/support/students/export.xlsx"),
        ("counsellor", "/"),
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


def named_student(college, name):
    student = make_student(college=college)
    student.user.name = name
    student.user.save()
    return student


@pytest.fixture
def desk(client):
    """A counsellor signed in, with one student who was spoken to and one who was not."""
    college = make_college()
    counsellor = make_counsellor(college)
    known, _unknown = (named_student(college, name) for name in ("丁一", "王二"))
    make_note(known, counsellor)
    task = make_follow_up(known, counsellor)
    task.due = timezone.localdate() - dt.timedelta(days=1)
    task.save()
    client.force_login(counsellor)
    return counsellor


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["王二", "丁一"]),
        ("q=王", ["王二"]),
        ("state=never", ["王二"]),
        ("state=late", ["丁一"]),
        ("state=coming", []),
        ("state=nonsense", ["王二", "丁一"]),
        ("q=%00", ["王二", "丁一"]),
        ("whose=mine", []),
    ],
)
def test_caseload_is_filtered_alike_on_the_page_and_in_the_file(client, desk, query, names):
    shown = client.get(f"/support/students/?{query}").context["page"].object_list
    file = client.get(f"/support/students/export.xlsx?{query}").content
    rows = list(load_workbook(io.BytesIO(file)).active.iter_rows(min_row=2, values_only=True))

    assert [student.name for student in shown] == names
    assert [row[1] for row in rows] == names
    entry = AuditEntry.objects.get(action="caseload.exported")
    assert (entry.actor_id, entry.detail) == (desk.pk, {"students": len(names)})


def test_home_names_who_was_not_spoken_to_for_longest(client, desk):
    assert [student.name for student in client.get("/").context["cases"]] == ["王二", "丁一"]


def test_attendance_is_not_marked_long_before_the_workshop(client):
    college = make_college()
    counsellor, student = make_counsellor(college), make_student(college=college)
    workshop = make_workshop(counsellor)
    row = register(student=student, workshop=workshop, now=timezone.now())
    client.force_login(counsellor)

    client.post(f"/support/workshops/{workshop.pk}/attendance/{row.pk}/", {"attended": "1"})

    row.refresh_from_db()
    assert row.state == "registered"


def test_a_task_set_by_somebody_else_is_shown_without_a_button(client):
    college = make_college()
    mine, other = make_counsellor(college), make_counsellor(college)
    student = make_student(college=college)
    own, foreign = make_follow_up(student, mine), make_follow_up(student, other, title="同事的任务")
    client.force_login(mine)

    page = client.get(f"/students/{student.pk}/").content.decode()

    assert "同事的任务" in page
    assert f"/support/tasks/{own.pk}/tick/" in page
    assert f"/support/tasks/{foreign.pk}/tick/" not in page
