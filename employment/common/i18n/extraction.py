"""Which strings each app asks to be translated, from its code and its templates."""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract
from django.apps import AppConfig, apps
from django.conf import settings
from django.utils.translation.template import templatize

from employment.common.i18n.entries import Key

SINGULAR = dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None)
PLURAL = dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2))
CONTEXT = dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2))
BOTH = dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3))
KEYWORDS = {**SINGULAR, **PLURAL, **CONTEXT, **BOTH}
FOLDERS = {"account": "accounts", "mfa": "accounts", "allauth": "accounts"}


def project_apps() -> list[AppConfig]:
    return [app for app in apps.get_app_configs() if app.name.startswith("employment.")]


def app_strings() -> dict[str, dict[Key, None]]:
    """The strings of each app, by its label, each once and in the order of the sources."""
    found: dict[str, dict[Key, None]] = {app.label: {} for app in project_apps()}
    for label, source in python_sources():
        found[label].update(dict.fromkeys(keys_in(source.read_bytes())))
    for label, template in templates():
        found[label].update(dict.fromkeys(keys_in_template(template.read_text(), str(template))))
    return found


def python_sources() -> Iterator[tuple[str, Path]]:
    for app in project_apps():
        for source in sorted(Path(app.path).rglob("*.py")):
            if "migrations" not in source.parts:
                yield app.label, source


def templates() -> Iterator[tuple[str, Path]]:
    labels = {app.label for app in project_apps()}
    root = settings.BASE_DIR / "templates"
    for template in sorted(path for path in root.rglob("*") if path.suffix in {".html", ".txt"}):
        folder = template.relative_to(root).parts[0]
        label = FOLDERS.get(folder, folder)
        yield label if label in labels else "common", template


def keys_in_template(source: str, origin: str) -> Iterator[Key]:
    # What is not translated becomes rows of X, whose indentation Python would not accept.
    lines = templatize(source, origin=origin).splitlines()
    yield from keys_in("\n".join(line.strip() for line in lines).encode())


def keys_in(source: bytes) -> Iterator[Key]:
    options = {"encoding": "utf-8"}
    for _line, message, _comments, context in extract(
        "python", io.BytesIO(source), KEYWORDS, options=options
    ):
        singular, plural = (message, "") if isinstance(message, str) else message[:2]
        if singular:
            yield Key(singular, plural, context or "")
