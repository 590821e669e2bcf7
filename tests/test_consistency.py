"""What no single test of a part notices: names that point nowhere, files nobody uses."""

import re
from functools import cache
from pathlib import Path

import pytest
from django.conf import global_settings, settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.template.loader import get_template
from django.urls import URLPattern, get_resolver
from rest_framework.permissions import IsAuthenticated

from employment.celery import app as celery_app
from employment.common.embedded import broker

ROOT = settings.BASE_DIR
TEMPLATES = ROOT / "templates"
SETTINGS = ROOT / "employment" / "settings.py"
MAX_LINES = 400
PUBLIC = {
    "account_confirm_email",
    "account_confirm_login_code",
    "account_email_verification_sent",
    "account_inactive",
    "account_login",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_signup",
    "api-docs",
    "api-schema",
    "api:accounts-api:token",
    "feed:home",
    "healthz",
    "mfa_authenticate",
    "postings:register",
    "privacy:algorithm",
    "set_language",
    "plans:feed",
    "reports:shared",
    "reports:shared_pdf",
    "support:feed",
    "taxonomy:industries",
    "taxonomy:majors",
    "taxonomy:occupations",
    "taxonomy:regions",
    "taxonomy:skills",
}
FRAMEWORK_SETTINGS = re.compile(
    r"(ACCOUNT|AXES|CELERY|EMAIL|MFA|ROOT_URLCONF|UNFOLD|SPECTACULAR|REST_FRAMEWORK|CONTENT_)"
)
TEMPLATE_NAME = r"['\"](\w[\w/-]*\.html|\w[\w/-]*/[\w-]+\.txt)(?:#\w+|\{\w+\})?['\"]"
FRAMEWORK_TEMPLATES = re.compile(r"(\d{3}(_csrf)?\.html|account/|allauth/|mfa/|admin/|unfold/)")


@cache
def sources(*suffixes):
    folders = [ROOT / "employment", ROOT / "matching", TEMPLATES]
    paths = [path for folder in folders for path in sorted(folder.rglob("*"))]
    return {path: path.read_text() for path in paths if path.suffix in suffixes}


def found_in_sources(pattern, *suffixes):
    return {name for text in sources(*suffixes).values() for name in re.findall(pattern, text)}


def routes(resolver=None, prefix=""):
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            yield prefix + (pattern.name or ""), pattern.callback
        else:
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from routes(pattern, inner)


def is_open(callback):
    """Whether a stranger gets past the door: the middleware's, and REST framework's own."""
    if getattr(callback, "login_required", True):
        return False
    permissions = getattr(getattr(callback, "cls", None), "permission_classes", [])
    return not any(issubclass(permission, IsAuthenticated) for permission in permissions)


def test_every_page_needs_a_login_unless_listed():
    opened = {name for name, callback in routes() if is_open(callback)}

    assert opened - {"admin:login"} == PUBLIC


def test_named_routes_exist():
    used = found_in_sources(r"{% url ['\"]([\w:.-]+)['\"]", ".html", ".txt")
    used |= found_in_sources(r"\b(?:reverse|reverse_lazy|redirect)\(\s*\"([\w:.-]+)\"", ".py")

    assert used - {name for name, _callback in routes()} == set()


def test_templates_named_in_code_exist():
    for name in found_in_sources(TEMPLATE_NAME, ".html", ".py"):
        get_template(name)


def test_no_template_is_unused():
    named = found_in_sources(TEMPLATE_NAME, ".html", ".txt", ".py")
    paths = [path for path in TEMPLATES.rglob("*") if path.suffix in {".html", ".txt"}]
    present = {str(path.relative_to(TEMPLATES)) for path in paths}
    unused = {name for name in present - named if not FRAMEWORK_TEMPLATES.match(name)}

    assert unused == set()


def test_static_files_named_in_templates_exist():
    names = found_in_sources(r"{% static ['\"]([^'\"]+)['\"]", ".html")

    assert {name for name in names if not finders.find(name)} == set()


@pytest.mark.slow
def test_static_files_refer_only_to_each_other(settings, tmp_path):
    hashed = "employment.common.staticfiles.HashedStaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": hashed}}
    settings.STATIC_ROOT = tmp_path

    call_command("collectstatic", interactive=False, verbosity=0)

    assert (tmp_path / "staticfiles.json").exists()


def test_scheduled_tasks_are_registered():
    celery_app.loader.import_default_modules()

    for entry in settings.CELERY_BEAT_SCHEDULE.values():
        assert entry["task"] in celery_app.tasks
        assert entry["options"]["expires"], "without a worker the messages would pile up"


def test_every_queue_has_a_worker():
    queues = {route["queue"] for route in settings.CELERY_TASK_ROUTES.values()}
    queues.add(settings.CELERY_TASK_DEFAULT_QUEUE)
    served = re.findall(r"-Q ([\w,-]+)", (ROOT / "Procfile").read_text())

    assert set(",".join(served).split(",")) == queues == set(broker.QUEUES)


def test_environment_variables_are_in_the_readme():
    pattern = r"(?:env\(|environ\.get\(|environ\[)\s*\"(\w+)\""
    used = set(re.findall(pattern, SETTINGS.read_text()))
    readme = (ROOT / "README.md").read_text()

    assert {name for name in used if f"`{name}`" not in readme} == set()


def test_own_settings_are_read():
    names = set(re.findall(r"^([A-Z_]+)(?::.*)? = ", SETTINGS.read_text(), re.MULTILINE))
    own = names - set(dir(global_settings))
    own = [name for name in own if not FRAMEWORK_SETTINGS.match(name)]
    text = "\n".join(sources(".py").values())

    assert [name for name in own if len(re.findall(rf"\b{name}\b", text)) < 2] == []


@pytest.mark.parametrize("folder", ["employment", "matching", "tests"])
def test_files_stay_short(folder):
    paths = [path for path in Path(ROOT, folder).rglob("*.py") if "migrations" not in path.parts]
    long = {path.name for path in paths if len(path.read_text().splitlines()) > MAX_LINES}

    assert long == set()


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
