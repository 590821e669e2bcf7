import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from employment.accounts.enums import Role
from employment.taxonomy.models import ReferenceEntry, ReferenceStamp, Region
from tests.factories.accounts import make_user
from tests.factories.taxonomy import make_region

pytestmark = pytest.mark.django_db
MODELS = [*ReferenceEntry.__subclasses__(), ReferenceStamp]


@pytest.fixture
def university_admin(client):
    client.force_login(make_user(role=Role.UNIVERSITY_ADMIN, staff=True))
    return client


@pytest.mark.parametrize("model", MODELS)
def test_nobody_adds_reference_rows_in_the_admin(university_admin, model):
    address = reverse(f"admin:taxonomy_{model._meta.model_name}_add")

    assert university_admin.get(address).status_code == 403
    assert university_admin.post(address).status_code == 403


def test_nobody_changes_or_deletes_reference_rows(university_admin):
    region = make_region("330100")
    shown = university_admin.get(reverse("admin:taxonomy_region_change", args=[region.pk]))

    assert shown.status_code == 200
    for step in ("change", "delete"):
        address = reverse(f"admin:taxonomy_region_{step}", args=[region.pk])
        assert university_admin.post(address, {"name": "x", "post": "yes"}).status_code == 403

    assert Region.objects.get(pk=region.pk).name == "杭州市"


@pytest.mark.parametrize("model", MODELS)
def test_list_opens(university_admin, model):
    address = reverse(f"admin:taxonomy_{model._meta.model_name}_changelist")

    assert university_admin.get(address).status_code == 200


def test_list_keeps_its_query_count(university_admin):
    address = reverse("admin:taxonomy_region_changelist")
    make_region("110000")
    university_admin.get(address)
    with CaptureQueriesContext(connection) as one:
        university_admin.get(address)

    make_region("330100")

    with CaptureQueriesContext(connection) as three:
        university_admin.get(address)
    assert len(three) == len(one)


def test_search_finds_initials(university_admin):
    region = make_region("330100")
    Region.objects.filter(pk=region.pk).update(search_text="|杭州|hangzhou|hz|")
    make_region("340100")

    page = university_admin.get(reverse("admin:taxonomy_region_changelist"), {"q": "hz"})

    assert [row.pk for row in page.context["cl"].result_list] == ["330100"]
