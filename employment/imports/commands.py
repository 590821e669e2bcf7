"""What the import commands of the apps share."""

import json
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Count

from employment.accounts.models import Organisation
from employment.common.errors import DomainError
from employment.imports.enums import ImportTarget
from employment.imports.importers import importer_for
from employment.imports.models import ImportFile
from employment.imports.services import begin_import, counts_of, create_import, run_import

SHOWN_ISSUES = 10


class ImportCommand(BaseCommand):
    """Imports files in the foreground, with the columns guessed from their headings."""

    target: ImportTarget

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--university", help="name of the university the rows belong to")
        parser.add_argument("--dry-run", action="store_true", help="read and report, write nothing")
        parser.add_argument("--json", action="store_true", help="print one JSON line last")

    def handle(self, *args: Any, **options: Any) -> None:
        university = self.university(options["university"])
        total: Counter[str] = Counter()
        for name in options["files"]:
            upload = self.import_file(Path(name), university, options)
            total.update(counts_of(upload))
            self.report(upload)
        if options["json"]:
            self.stdout.write(json.dumps(dict(total)))

    def university(self, name: str | None) -> Organisation | None:
        if not name:
            return None
        found = Organisation.objects.universities().filter(name=name).first()
        if found is None:
            raise CommandError(f"There is no university named {name}.")
        return found

    def options_for(self, path: Path, options: dict[str, Any]) -> dict[str, Any]:
        return {}

    def import_file(
        self, path: Path, university: Organisation | None, options: dict[str, Any]
    ) -> ImportFile:
        try:
            with path.open("rb") as file:
                upload = create_import(
                    target=self.target,
                    file=File(file),
                    name=path.name,
                    organisation_id=university.pk if university else None,
                    options=self.options_for(path, options),
                )
            begin_import(
                upload=upload, mapping=upload.mapping, dry_run=options["dry_run"], ring=False
            )
            return run_import(upload_id=upload.pk)
        except (OSError, DomainError) as error:
            raise CommandError(f"{path}: {error}") from error

    def report(self, upload: ImportFile) -> None:
        counts = ", ".join(f"{name} {value}" for name, value in counts_of(upload).items())
        self.stdout.write(f"{upload.original_name}: {counts}")
        messages = importer_for(self.target).messages
        for issue in upload.issues.filter(severity="rejected")[:SHOWN_ISSUES]:
            message = messages[issue.code]
            self.stdout.write(
                f"  {issue.row} {issue.field} {issue.value!r}: {message.reason} {message.fix}"
            )
        taken = upload.issues.exclude(severity="rejected").order_by("code")
        for code, n in taken.values_list("code").annotate(n=Count("pk")):
            self.stdout.write(f"  {n} × {messages[code].reason} {messages[code].fix}")
