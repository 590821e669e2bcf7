import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from employment.accounts.enums import Role
from employment.imports.models import ImportFile
from employment.imports.services import run_import
from employment.students.models import StudentProfile
from tests.factories.accounts import make_user

HTMX = {"HTTP_HX_REQUEST": "true"}
ROSTER = "姓名,学号,学历,专业,毕业年份\n张一,S1,本科,软件工程,2027\n李二,,本科,会计学,2027\n"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def office(university):
    return make_user(role=Role.CAREER_OFFICE, organisation=university)


def page(response):
    return BeautifulSoup(response.content, "html.parser")


def roster(text=ROSTER, name="名册.csv"):
    return SimpleUploadedFile(name, text.encode("utf-8-sig"), content_type="text/csv")


def url(name, upload):
    return reverse(f"imports:{name}", args=[upload.pk])


def upload_roster(client, **changes):
    client.post(reverse("imports:upload"), {"target": "students", "file": roster(), **changes})
    return ImportFile.objects.latest("pk")


def begin(client, upload, step):
    client.post(url("columns", upload), {**upload.mapping, step: "1"})
    run_import(upload_id=upload.pk)
    upload.refresh_from_db()


def test_upload_leads_to_the_columns_guessed_from_the_headings(client, office):
    client.force_login(office)

    upload = upload_roster(client)
    response = client.get(url("columns", upload))

    assert upload.mapping["student_no"] == "学号"
    assert page(response).select_one("select[name=student_no] option[selected]")["value"] == "学号"


def test_a_file_that_cannot_be_read_is_explained_beside_the_field(client, office):
    client.force_login(office)

    response = client.post(
        reverse("imports:upload"), {"target": "students", "file": roster("", "leer.csv")}
    )

    assert response.context["form"].errors["file"]
    assert not ImportFile.objects.exists()


def test_dry_run_writes_nothing_then_the_real_run_does(client, office):
    client.force_login(office)
    upload = upload_roster(client)

    begin(client, upload, "dry_run")
    found = page(client.get(url("result", upload)))
    assert not StudentProfile.objects.exists()
    assert found.select_one(f'form[action="{url("repeat", upload)}"]')

    client.post(url("repeat", upload))
    again = ImportFile.objects.latest("pk")
    run_import(upload_id=again.pk)
    assert again.pk != upload.pk
    assert StudentProfile.objects.get().student_no == "S1"


def test_result_names_row_field_reason_and_fix(client, office):
    client.force_login(office)
    upload = upload_roster(client)
    begin(client, upload, "import")

    response = client.get(url("result", upload), {"severity": "rejected"})

    cells = [cell.get_text(strip=True) for cell in page(response).select("tbody td")]
    assert cells == ["3", "学号", "—", "学号为空。", "每一行都需要填写学号。"]
    file = client.get(url("issues", upload))
    assert "spreadsheetml" in file["Content-Type"]


def test_two_fields_cannot_take_one_column(client, office):
    client.force_login(office)
    upload = upload_roster(client)

    mapping = {**upload.mapping, "email": upload.mapping["name"], "import": "1"}
    response = client.post(url("columns", upload), mapping)

    assert response.context["form"].errors
    upload.refresh_from_db()
    assert upload.begun_at is None


def test_progress_reloads_the_page_when_the_import_has_ended(client, office):
    client.force_login(office)
    upload = upload_roster(client)
    assert "HX-Refresh" not in client.get(url("progress", upload), **HTMX)

    begin(client, upload, "import")

    assert client.get(url("progress", upload), **HTMX)["HX-Refresh"] == "true"


@pytest.mark.parametrize("name", ["columns", "result", "progress", "issues"])
def test_imports_of_another_university_are_not_found(client, office, name):
    client.force_login(office)
    upload = upload_roster(client)

    client.force_login(make_user(role=Role.CAREER_OFFICE))
    assert client.get(url(name, upload)).status_code == 404


@pytest.mark.parametrize("name", ["cancel", "repeat"])
def test_steps_by_get_are_refused(client, office, name):
    client.force_login(office)
    upload = upload_roster(client)

    assert client.get(url(name, upload)).status_code == 405


def test_list_takes_the_same_queries_for_one_and_three_rows(
    client, office, django_assert_max_num_queries
):
    client.force_login(office)
    upload_roster(client)
    client.get(reverse("imports:list"))
    with django_assert_max_num_queries(15) as one:
        client.get(reverse("imports:list"))
    upload_roster(client)
    upload_roster(client)

    with django_assert_max_num_queries(15) as three:
        client.get(reverse("imports:list"))

    assert len(one) == len(three)


def test_visitors_are_sent_to_sign_in(client, db):
    assert reverse("account_login") in client.get(reverse("imports:list")).url


def test_counsellors_import_nothing(client, db):
    client.force_login(make_user(role=Role.COUNSELLOR))

    assert client.get(reverse("imports:upload")).status_code in (403, 404)
