import io

import pypdf
import pytest
from django.urls import reverse

from employment.accounts.enums import Role
from employment.applications.models import Application, ApplicationAttachment
from tests.factories.accounts import make_user
from tests.factories.postings import make_posting
from tests.factories.resumes import make_resume
from tests.factories.students import make_student

pytestmark = pytest.mark.django_db


@pytest.fixture
def student(client):
    student = make_student()
    client.force_login(student.user)
    return student


def address(posting):
    return reverse("applications:apply", args=[posting.pk])


def test_the_attached_version_stays_as_it_was_for_both_sides_alone(client, student):
    posting, resume = make_posting(), make_resume(student)
    assert "我的简历" in client.get(address(posting)).content.decode()

    client.post(address(posting), {"message": "", "attachment": f"resume:{resume.pk}"})

    row = ApplicationAttachment.objects.get()
    assert (row.number, resume.versions.get().number) == (1, 1)
    resume.delete()
    url = reverse("applications:attachment", args=[row.application_id, row.pk])
    file = client.get(url)
    text = pypdf.PdfReader(io.BytesIO(file.content)).pages[0].extract_text()
    assert "林晓雨" in text
    organisation = posting.employer.organisation
    client.force_login(make_user(role=Role.RECRUITER, organisation=organisation))
    detail = client.get(reverse("applications:detail", args=[row.application_id]))
    assert url in detail.content.decode()
    assert client.get(url).status_code == 200
    client.force_login(make_user(role=Role.UNIVERSITY_ADMIN, organisation=student.university))
    assert client.get(url).status_code == 404


def test_a_strangers_resume_is_not_attached(client, student):
    other = make_resume(make_student())
    make_resume(student)

    answer = client.post(
        address(make_posting()), {"message": "", "attachment": f"resume:{other.pk}"}
    )

    assert answer.status_code == 200
    assert not Application.objects.exists()


def test_without_a_resume_there_is_nothing_to_choose(client, student):
    posting = make_posting()

    assert 'name="attachment"' not in client.get(address(posting)).content.decode()
    client.post(address(posting), {"message": "x"})

    assert Application.objects.get().message == "x"
