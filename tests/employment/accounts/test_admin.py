"""Each university sees its own rows in the admin; what has rules is not written there."""

import re

import pytest
from django.contrib import admin
from django.contrib.admin.utils import label_for_field
from django.urls import reverse
from django.utils import translation

import employment.urls  # noqa: F401 -- settles which tables are shown
from employment.accounts.actors import actor_for_user
from employment.accounts.enums import OrganisationKind, Role
from employment.accounts.models import Membership
from employment.common.audit import record
from employment.common.enums import JobKind
from employment.common.models import AuditEntry, Job
from employment.imports.models import ImportFile
from tests.factories.accounts import make_college, make_organisation, make_university, make_user
from tests.factories.applications import make_application
from tests.factories.matches import make_match
from tests.factories.postings import make_posting
from tests.factories.students import make_intention, make_student
from tests.factories.taxonomy import make_taxonomy

CHINESE = re.compile("[\u4e00-\u9fff]")
TABLES = {
    "accounts_user",
    "accounts_membership",
    "accounts_organisation",
    "common_job",
    "common_auditentry",
    "privacy_consent",
    "students_studentprofile",
    "applications_application",
    "matches_match",
    "imports_importfile",
}


def make_rows(university):
    """One row of each table at the university, by table."""
    student = make_student(college=make_college(university=university), skills=["python"])
    make_intention(student)
    posting = make_posting()
    job = Job.objects.create(kind=JobKind.IMPORT, organisation=university)
    return {
        "accounts_user": student.user,
        "accounts_membership": Membership.objects.get(user=student.user),
        "accounts_organisation": student.college,
        "common_job": job,
        "common_auditentry": record(action="test.done", actor_id=student.user_id),
        "privacy_consent": student.user.consents.first(),
        "students_studentprofile": student,
        "applications_application": make_application(student=student, posting=posting),
        "matches_match": make_match(student=student, posting=posting),
        "imports_importfile": ImportFile.objects.create(
            job=job, target="students", original_name="roster.xlsx", sha256="0" * 64
        ),
    }


@pytest.fixture
def university(db):
    make_taxonomy()
    return make_university()


@pytest.fixture
def rows(university):
    return make_rows(university)


@pytest.fixture
def foreign_rows(university):
    return make_rows(make_university())


@pytest.fixture
def dean(university):
    return make_user(role=Role.UNIVERSITY_ADMIN, organisation=university)


def listed(client, table):
    response = client.get(reverse(f"admin:{table}_changelist"))
    return {row.pk for row in response.context["cl"].result_list}


@pytest.mark.parametrize("table", sorted(TABLES))
def test_a_university_lists_and_opens_its_own_rows(client, dean, rows, foreign_rows, table):
    client.force_login(dean)
    change = f"admin:{table}_change"

    shown = listed(client, table)

    assert rows[table].pk in shown
    assert foreign_rows[table].pk not in shown
    assert client.get(reverse(change, args=[rows[table].pk])).status_code == 200
    assert client.get(reverse(change, args=[foreign_rows[table].pk])).status_code == 302


@pytest.mark.parametrize("table", sorted(TABLES))
def test_the_platform_lists_all(client, rows, foreign_rows, table):
    client.force_login(make_user(role=Role.PLATFORM_ADMIN))

    assert {rows[table].pk, foreign_rows[table].pk} <= listed(client, table)


@pytest.mark.parametrize("table", sorted(TABLES - {"accounts_membership"}))
def test_rows_are_shown_but_not_written(client, dean, rows, table):
    client.force_login(dean)
    url = reverse(f"admin:{table}_change", args=[rows[table].pk])

    assert client.post(url, {}).status_code == 403
    assert client.get(reverse(f"admin:{table}_add")).status_code == 403
    assert client.post(reverse(f"admin:{table}_delete", args=[rows[table].pk])).status_code == 403


def test_no_page_shows_a_password(client, dean, rows):
    client.force_login(dean)
    user = rows["accounts_user"]

    page = client.get(reverse("admin:accounts_user_change", args=[user.pk])).content.decode()

    assert user.username in page
    assert user.password not in page


def test_a_role_is_suspended_and_the_log_says_so(client, dean, rows):
    client.force_login(dean)
    membership = rows["accounts_membership"]

    client.post(reverse("admin:accounts_membership_change", args=[membership.pk]), {})

    membership.refresh_from_db()
    entry = AuditEntry.objects.get(action="membership.changed")
    assert not membership.is_active
    assert (entry.actor, entry.detail) == (dean, {"active": False})


def test_nobody_suspends_their_own_role(client, dean, university):
    client.force_login(dean)
    own = Membership.objects.get(user=dean)

    client.post(reverse("admin:accounts_membership_change", args=[own.pk]), {})

    own.refresh_from_db()
    assert own.is_active


def test_employers_are_not_a_universitys_organisations(client, dean):
    employer = make_organisation(kind=OrganisationKind.EMPLOYER)
    client.force_login(dean)

    assert employer.pk not in listed(client, "accounts_organisation")


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    "table", ["students_studentprofile", "matches_match", "accounts_membership"]
)
def test_lists_keep_their_query_count(
    client, university, count, table, django_assert_max_num_queries
):
    for _ in range(count):
        make_match(student=make_student(university=university))
    client.force_login(make_user(role=Role.PLATFORM_ADMIN))

    with django_assert_max_num_queries(9):
        client.get(reverse(f"admin:{table}_changelist"))


def shown_names(options, request):
    """The columns, fields and filters that a page of the administration names."""
    fields = [*options.list_display, *options.get_fields(request)]
    return [(options.model, name, options) for name in fields if name != "action_checkbox"] + [
        (inline.model, name, inline)
        for inline in options.get_inline_instances(request)
        for name in inline.fields
    ]


@pytest.mark.parametrize("model", list(admin.site._registry), ids=lambda m: m._meta.label_lower)
def test_headings_are_in_chinese(rf, db, model):
    request = rf.get("/admin/")
    request.user = make_user(role=Role.PLATFORM_ADMIN, staff=True)
    request.actor = actor_for_user(request.user)
    names = shown_names(admin.site._registry[model], request)

    with translation.override("zh-hans"):
        plain = {
            name
            for model, name, options in names
            if not CHINESE.search(str(label_for_field(name, model, options)))
        }
        assert plain <= {"id"}
        assert CHINESE.search(str(model._meta.verbose_name))
        assert CHINESE.search(str(model._meta.app_config.verbose_name))


def test_tables_of_packages_are_not_shown(client, db):
    client.force_login(make_user(role=Role.PLATFORM_ADMIN, staff=True, is_superuser=True))

    for path in (
        "authtoken/tokenproxy/",
        "mfa/authenticator/",
        "auth/group/",
        "account/emailaddress/",
    ):
        assert client.get(f"/admin/{path}").status_code == 404
    assert client.get("/admin/axes/accessattempt/").status_code == 200
