"""Read, merge, write and compile the Chinese catalogue of each app."""

import io
import os
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.apps import AppConfig

from employment.common.i18n.entries import Entries, Entry, Key
from employment.common.i18n.extraction import project_apps

LOCALE = "zh_Hans"
HEADER = """\
msgid ""
msgstr ""
"Language: zh_Hans\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


def path_of(app: AppConfig) -> Path:
    return Path(app.path) / "locale" / LOCALE / "LC_MESSAGES" / "django.po"


def read_all() -> dict[str, Entries]:
    return {app.label: read(path_of(app)) for app in project_apps()}


def read(path: Path) -> Entries:
    if not path.exists():
        return {}
    with path.open("rb") as file:
        catalogue = read_po(file, locale=LOCALE)
    return {
        key_of(message.id, message.context): Entry(text_of(message.string), fuzzy=message.fuzzy)
        for message in catalogue
        if message.id
    }


def key_of(message_id: str | tuple[str, ...] | list[str], context: str | None) -> Key:
    singular, plural = (message_id, "") if isinstance(message_id, str) else message_id[:2]
    return Key(singular, plural, context or "")


def text_of(string: str | tuple[str, ...] | list[str] | None) -> str:
    return string if isinstance(string, str) else (string or [""])[0]


def merge(wanted: dict[Key, None], own: Entries, others: Entries) -> Entries:
    """The wanted strings, each with its translation here, or else with another app's."""
    blank = Entry("")
    return {key: own.get(key) or others.get(key) or blank for key in wanted}


def build(entries: Entries) -> Catalog:
    catalogue = Catalog(locale=LOCALE)
    for key, entry in entries.items():
        string = (entry.translation,) if key.plural else entry.translation
        message = catalogue.add(key.message_id, string, context=key.context or None)
        message.flags = {"fuzzy"} if entry.fuzzy else set()
    return catalogue


def write(path: Path, entries: Entries) -> None:
    buffer = io.BytesIO()
    write_po(buffer, build(entries), width=100, omit_header=True, sort_output=True)
    text = HEADER + buffer.getvalue().decode()
    if entries and (not path.exists() or path.read_text() != text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def compile_all() -> None:
    for app in project_apps():
        source = path_of(app)
        target = source.with_suffix(".mo")
        if source.exists() and not is_fresh(target, source):
            compile_one(source, target)


def is_fresh(target: Path, source: Path) -> bool:
    return target.exists() and target.stat().st_mtime_ns > source.stat().st_mtime_ns


def compile_one(source: Path, target: Path) -> None:
    draft = target.with_suffix(f".{os.getpid()}")
    with source.open("rb") as po, draft.open("wb") as mo:
        write_mo(mo, read_po(po, locale=LOCALE))
    draft.replace(target)
