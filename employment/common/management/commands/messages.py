from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from employment.common.i18n import catalogues, checks, extraction


class Command(BaseCommand):
    help = "Bring the Chinese catalogues up to date with code and templates, and compile them."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("apps", nargs="*", help="only the catalogues of these apps")
        parser.add_argument("--check", action="store_true", help="report faults, change nothing")
        parser.add_argument("--compile", action="store_true", help="compile only")

    def handle(self, *, apps: list[str], check: bool, compile: bool, **options: Any) -> None:
        if check:
            self.report(apps)
            return
        if not compile:
            self.update(apps)
        catalogues.compile_all()

    def report(self, labels: list[str]) -> None:
        wanted = extraction.app_strings()
        wanted = {label: keys for label, keys in wanted.items() if not labels or label in labels}
        faults = checks.faults(wanted, catalogues.read_all())
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            raise CommandError(f"{len(faults)} faults in the translations")

    def update(self, labels: list[str]) -> None:
        wanted = extraction.app_strings()
        current = catalogues.read_all()
        known = {key: entry for entries in current.values() for key, entry in entries.items()}
        for app in extraction.project_apps():
            if not labels or app.label in labels:
                merged = catalogues.merge(wanted[app.label], current[app.label], known)
                catalogues.write(catalogues.path_of(app), merged)
                blank = sum(not entry.translation for entry in merged.values())
                self.stdout.write(f"{app.label}: {len(merged)} strings, {blank} to translate")
