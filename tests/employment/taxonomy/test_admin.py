import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from employment.taxonomy.models import ReferenceEntry, ReferenceStamp, Region
from tests.factories.taxonomy import make_region

pytestmark = pytest.mark.django_db
MODELS = [*ReferenceEntry.__subclasses__(), ReferenceStamp]


@pytest.mark.parametrize("model", MODELS)
def test_nobody_writes_reference_rows_in_the_admin(admin_user, rf, model):
    request = rf.get("/")
    request.user = admin_user
    page = admin.site.get_model_admin(model)

    assert page.has_view_permission(request)
    assert not page.has_add_permission(request)
    assert not page.has_change_permission(request)
    assert not page.has_delete_permission(request)


@pytest.mark.parametrize("model", MODELS)
def test_list_opens(admin_client, model):
    address = reverse(f"admin:taxonomy_{model._meta.model_name}_changelist")

    assert admin_client.get(address).status_code == 200


def test_list_keeps_its_query_count(admin_client):
    address = reverse("admin:taxonomy_region_changelist")
    make_region("110000")
    admin_client.get(address)
    with CaptureQueriesContext(connection) as one:
        admin_client.get(address)

    make_region("330100")

    with CaptureQueriesContext(connection) as three:
        admin_client.get(address)
    assert len(three) == len(one)


def test_search_finds_initials(admin_client):
    region = make_region("330100")
    Region.objects.filter(pk=region.pk).update(search_text="|杭州|hangzhou|hz|")
    make_region("340100")

    page = admin_client.get(reverse("admin:taxonomy_region_changelist"), {"q": "hz"})

    assert [row.pk for row in page.context["cl"].result_list] == ["330100"]
