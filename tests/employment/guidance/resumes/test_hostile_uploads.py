"""Through the page that students use: refused with a reason, and nothing of the file stays."""

import logging
import tempfile

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override

from employment.guidance.resumes.models import UploadedResume
from employment.guidance.resumes.reading import RefusedFileError, read_resume
from tests.factories.hostile_files import HOSTILE, SECRET, pdf_with, plain_docx
from tests.factories.students import make_student

pytestmark = pytest.mark.django_db
NAME = "../../etc/<script>passwd.docx"


@pytest.fixture
def student(client):
    student = make_student()
    client.force_login(student.user)
    return student


def files_of_the_site():
    return {path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()}


@pytest.mark.parametrize("case", sorted(HOSTILE))
def test_hostile_upload_is_refused_with_its_reason(
    client, student, caplog, tmp_path, monkeypatch, case
):
    make, reason = HOSTILE[case]
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    caplog.set_level(logging.DEBUG)
    before = files_of_the_site()
    data = make()
    caplog.clear()

    answer = client.post("/resumes/upload/", {"file": SimpleUploadedFile(NAME, data)})

    with override("zh-hans"):
        refusal = RefusedFileError(reason)
        wanted = f"{refusal} {refusal.fix}"
    assert answer.status_code == 422
    assert wanted in BeautifulSoup(answer.content, "html.parser").text
    assert SECRET not in answer.content.decode()
    assert "<script>passwd" not in answer.content.decode()
    assert not UploadedResume.objects.exists()
    assert files_of_the_site() == before
    assert list(tmp_path.iterdir()) == []
    assert SECRET not in caplog.text
    assert "passwd" not in caplog.text


@pytest.mark.parametrize("make", [plain_docx, pdf_with])
def test_the_files_that_hostile_ones_are_made_from_are_read(make):
    assert SECRET in str(read_resume("a", make()))


def test_a_name_with_a_path_is_kept_as_a_plain_name(client, student):
    client.post("/resumes/upload/", {"file": SimpleUploadedFile(NAME, plain_docx())})

    assert "/" not in UploadedResume.objects.get().name
