import datetime as dt
import io

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from employment.guidance.resumes.models import Resume, UploadedResume
from employment.guidance.resumes.services.uploads import delete_old_uploads, propose_resume
from tests.factories.students import make_student

pytestmark = pytest.mark.django_db
UPLOAD = "/resumes/upload/"


def docx_file(*lines):
    document, out = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


CONTENT = docx_file(
    "林晓雨",
    "电话：13800000000  邮箱：lin@example.edu.cn",
    "教育经历",
    "江南大学  计算机科学与技术  本科  2023.09 - 2027.06",
    "技能",
    "Python、MySQL",
)


@pytest.fixture
def student(client):
    student = make_student()
    client.force_login(student.user)
    return student


def test_nothing_is_a_resume_before_it_is_confirmed(client, student):
    file = SimpleUploadedFile("我的简历.docx", CONTENT)

    answer = client.post(UPLOAD, {"file": file})

    proposal = UploadedResume.objects.get()
    assert answer.url == reverse("resumes:confirm", args=[proposal.pk])
    page = client.get(answer.url).content.decode()
    assert "lin@example.edu.cn" in page
    assert "电话：13800000000" in page
    assert not Resume.objects.exists()


def test_only_what_is_ticked_is_taken_as_it_was_corrected(client, student):
    proposal = propose_resume(student=student, name="a.docx", data=CONTENT)
    sent = {
        "contact.name": "林晓雨",
        "take.contact.name": "1",
        "contact.email": "lin@example.edu.cn",
        "skills.0.name": "Python 3",
        "take.skills.0.name": "1",
    }

    client.post(reverse("resumes:confirm", args=[proposal.pk]), sent)

    content = Resume.objects.get().content
    assert (content.contact.name, content.contact.email) == ("林晓雨", "")
    assert [skill.name for skill in content.skills] == ["Python 3"]
    assert not UploadedResume.objects.exists()


@pytest.mark.parametrize("data", [b"MZ\x90\x00 not a document", b"", docx_file()])
def test_a_file_that_cannot_be_read_is_refused_with_a_way_out(client, student, data):
    answer = client.post(UPLOAD, {"file": SimpleUploadedFile("a.docx", data)})

    assert answer.status_code == 422
    assert "q-field-error" in answer.content.decode()
    assert not UploadedResume.objects.exists()


def test_a_strangers_proposal_is_not_found(client, student):
    proposal = propose_resume(student=make_student(), name="a.docx", data=CONTENT)

    assert client.get(reverse("resumes:confirm", args=[proposal.pk])).status_code == 404


def test_proposals_go_when_thrown_away_and_after_a_day(client, student):
    first = propose_resume(student=student, name="a.docx", data=CONTENT)
    propose_resume(student=student, name="b.docx", data=CONTENT)

    client.post(reverse("resumes:discard", args=[first.pk]))

    assert [row.name for row in UploadedResume.objects.all()] == ["b.docx"]
    assert delete_old_uploads() == 0
    assert delete_old_uploads(now=timezone.now() + dt.timedelta(hours=25)) == 1
