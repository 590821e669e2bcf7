"""Every route for everybody: what the table grants is given, all else is refused, and no answer
holds a text that its reader may not know."""

import io
import json
import zipfile
from operator import attrgetter

import docx
import pypdf
import pytest
from django.contrib import admin
from django.core.cache import cache
from django.db import transaction
from django.urls import reverse

from employment import urls  # noqa: F401 -- drops the admin pages of other packages
from employment.accounts.admin_scope import ActorScopedAdmin
from employment.guidance.resumes.word import MIME as WORD
from tests.permission_api import API
from tests.permission_cast import SECRETS, make_cast
from tests.permission_roles import EVERYONE, NOBODY
from tests.permission_table import PAGES
from tests.test_consistency import PUBLIC, routes

pytestmark = pytest.mark.django_db
TABLE = PAGES | API
ACCOUNT = ("account_", "mfa_")  # of the library; they know the signed-in account only
SOME = ["anonymous", "student", "recruiter", "platform"]  # try what is granted to nobody
SLOW = {"api-schema"}  # a second each, the same for all
ADMINS = {"dean", "other_dean", "platform"}


@pytest.fixture(scope="module")
def cast(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_cast()
        transaction.set_rollback(True)


def url_of(name, access, rows):
    def value(source):
        if source.startswith("="):
            return source[1:]
        return attrgetter(source)(rows).pk

    arguments = {key: value(source) for key, source in access.rows.items()}
    return reverse(name.partition(" ")[0], kwargs=arguments)


def ask(client, method, url, data=None):
    """The answer; what the request wrote is undone."""
    cache.clear()  # forget the throttles
    options = {"data": data or {}}
    if url.startswith("/api/") and method != "get":
        options = {"data": json.dumps(data or {}), "content_type": "application/json"}
    elif method in {"patch", "delete"}:
        options = {}
    with transaction.atomic():
        response = getattr(client, method)(url, **options)
        transaction.set_rollback(True)
    return response


def outcome(response):
    """``in``, ``out`` (refused or asked to sign in) or ``method`` (not offered to anybody)."""
    if response.status_code == 405:
        return "method"
    to_sign_in = response.status_code == 302 and response.url.startswith("/accounts/login/")
    refused = to_sign_in or response.status_code in {401, 403, 404}
    assert refused or response.status_code < 500
    return "out" if refused else "in"


def text_of(response):
    """What a person could read in the answer, a workbook's cells too."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if response.get("Content-Type") == WORD:
        return "".join(p.text for p in docx.Document(io.BytesIO(body)).paragraphs)
    if body.startswith(b"%PDF"):
        return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(body)).pages)
    if not body.startswith(b"PK"):
        return body.decode()
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        return "".join(book.read(name).decode() for name in book.namelist())


def leaks(text, who):
    return [secret for secret, readers in SECRETS.items() if secret in text and who not in readers]


def test_every_route_is_in_the_table():
    present = {name for name, _callback in routes()}
    own = {name for name in present if not name.startswith(("admin:", *ACCOUNT))}

    assert own == {name.partition(" ")[0] for name in TABLE}


@pytest.mark.parametrize("name", TABLE)
def test_route_is_open_to_those_in_the_table_alone(cast, name):
    access = TABLE[name]
    url = url_of(name, access, cast.rows)
    data = access.data(cast.rows) if callable(access.data) else access.data
    wrong = []
    for method in ("get", "post", "patch", "delete"):
        granted = getattr(access, method)
        for who in EVERYONE if granted and name not in SLOW else SOME:
            response = ask(cast.clients[who], method, url, data)
            found = outcome(response)
            if (found == "in") != (who in granted):
                wrong.append(f"{method} {who}: {response.status_code}")
            if found == "method" and granted != NOBODY:
                wrong.append(f"{method} {who}: not offered")
            wrong += [f"{method} {who} reads {secret}" for secret in leaks(text_of(response), who)]

    assert wrong == []


@pytest.mark.parametrize(
    ("secret", "who", "name"),
    [
        ("林秘秘", "recruiter", "matches:posting"),  # has applied
        ("林秘秘", "counsellor", "api:students-api:list"),
        ("林匿名", "sister_counsellor", "students:list"),
        ("13912345678", "office", "students:detail"),
        ("闭门招聘工程师", "peer", "matches:list"),
        ("未公开的草稿岗位", "recruiter", "postings:own"),
        ("内部名册", "dean", "imports:list"),
    ],
)
def test_secrets_are_read_by_those_who_may(cast, secret, who, name):
    url = url_of(name, TABLE[name], cast.rows)

    assert secret in text_of(ask(cast.clients[who], "get", url))


@pytest.mark.parametrize("name", API)
def test_nobody_replaces_by_put(cast, name):
    url = url_of(name, API[name], cast.rows)

    found = {outcome(ask(cast.clients[who], "put", url)) for who in SOME}

    assert "in" not in found


def test_anonymous_visitor_reaches_the_listed_routes_alone():
    opened = {
        name.partition(" ")[0]
        for name, access in TABLE.items()
        if "anonymous" in access.get | access.post | access.patch | access.delete
    }

    assert opened == {name for name in PUBLIC if not name.startswith(ACCOUNT)} - {
        "api:accounts-api:token"  # takes a password instead
    }


def test_pages_of_the_account_ask_for_a_sign_in(cast):
    names = {name for name, _callback in routes() if name.startswith(ACCOUNT)} - PUBLIC

    for name in names:
        response = ask(cast.clients["anonymous"], "get", reverse(name))
        assert outcome(response) == "out", name


def test_everybody_of_the_cast_is_in_the_table(cast):
    assert set(cast.clients) == EVERYONE


@pytest.mark.parametrize("who", sorted(EVERYONE - ADMINS))
def test_admin_is_closed_to_all_but_admins(cast, who):
    client = cast.clients[who]
    lists = [
        reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for model in admin.site._registry
    ]

    for url in [reverse("admin:index"), *lists]:
        response = ask(client, "get", url)
        assert response.status_code in {302, 403, 404}, url
        assert "/login/" in response.get("Location", "/login/")


@pytest.mark.parametrize("who", sorted(ADMINS))
@pytest.mark.parametrize("model", list(admin.site._registry), ids=lambda m: m._meta.label_lower)
def test_admin_shows_scoped_rows_and_writes_what_it_names(cast, who, model):
    options = admin.site._registry[model]
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    ours = isinstance(options, ActorScopedAdmin)
    role = {"platform": "platform_admin"}.get(who, "university_admin")
    shown = ours and role in options.roles

    listed = ask(cast.clients[who], "get", reverse(f"{name}_changelist"))
    added = ask(cast.clients[who], "get", reverse(f"{name}_add"))

    assert (listed.status_code == 200) == shown
    assert (added.status_code == 200) == (shown and options.can_add)
    assert leaks(text_of(listed), who) == []


HOME_ADMINS = {"dean", "platform"}
ADMIN_ROWS = {
    "postings_posting": ("posting", HOME_ADMINS),
    "postings_employer": ("employer", ADMINS),
    "students_studentprofile": ("student", HOME_ADMINS),
    "applications_application": ("application", HOME_ADMINS),
    "matches_match": ("match", HOME_ADMINS),
    "privacy_consent": ("consent", HOME_ADMINS),
    "imports_importfile": ("finished", HOME_ADMINS),
    "common_job": ("finished.job", HOME_ADMINS),
    "accounts_user": ("student.user", HOME_ADMINS),
    "accounts_membership": ("membership", HOME_ADMINS),
    "accounts_organisation": ("student.university", HOME_ADMINS),
}


@pytest.mark.parametrize("model", ADMIN_ROWS)
def test_admin_opens_rows_of_the_own_organisation_alone(cast, model):
    row, shown_to = ADMIN_ROWS[model]
    key = attrgetter(row)(cast.rows).pk
    change, history, delete = (
        reverse(f"admin:{model}_{page}", args=[key]) for page in ("change", "history", "delete")
    )

    for who in [*ADMINS, "office", "student", "anonymous"]:
        for url in (change, history):
            response = ask(cast.clients[who], "get", url)
            assert (response.status_code == 200) == (who in shown_to), (who, url)
            assert leaks(text_of(response), who) == []
        assert ask(cast.clients[who], "get", delete).status_code != 200, who


@pytest.mark.parametrize("name", [name for name in API if name.startswith("api:")])
def test_api_asks_strangers_to_sign_in(cast, name):
    """401 and the way to sign in, whatever is asked for; only asking for a token needs no token."""
    url = url_of(name, TABLE[name], cast.rows)
    for method in ("get", "post", "patch", "delete"):
        if (name, method) != ("api:accounts-api:token", "post"):
            response = ask(cast.clients["anonymous"], method, url, {})
            assert (response.status_code, response["WWW-Authenticate"]) == (401, "Token"), method


def test_token_acts_in_the_role_of_its_account(cast, client):
    token = cast.clients["peer"].post("/api/v1/token/").json()["token"]
    header = {"Authorization": f"Token {token}"}

    assert client.get("/api/v1/profile/", headers=header).status_code == 200
    assert client.get("/api/v1/students/", headers=header).status_code == 404
    assert client.get("/api/v1/profile/", headers={"Authorization": "Token x"}).status_code == 401
