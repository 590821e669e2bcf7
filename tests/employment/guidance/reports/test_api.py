import pytest
from django.urls import reverse

from employment.guidance.reports.models import Order
from tests.factories.reports import make_report
from tests.factories.students import make_student

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("taxonomy")]


def test_a_report_is_ordered_listed_and_read(client):
    student = make_student()
    client.force_login(student.user)
    assert client.get(reverse("api:reports-api:latest")).status_code == 404

    answer = client.post(reverse("api:reports-api:list"))
    assert answer.status_code == 202
    assert answer.json() == {"id": Order.objects.get().pk, "state": "waiting"}

    report = make_report(student)
    assert [one["version"] for one in client.get(reverse("api:reports-api:list")).json()] == [1]
    latest = client.get(reverse("api:reports-api:latest")).json()
    assert latest["chapters"][0]["code"] == "who"
    assert latest["chapters"][0]["lines"][0]["proofs"]
    pdf = client.get(reverse("api:reports-api:pdf", args=[report.pk]))
    assert pdf.content.startswith(b"%PDF")


def test_another_students_report_does_not_exist(client):
    report = make_report()
    client.force_login(make_student().user)

    assert client.get(reverse("api:reports-api:pdf", args=[report.pk])).status_code == 404
