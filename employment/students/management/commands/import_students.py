from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from employment.accounts.models import Organisation
from employment.imports.commands import ImportCommand
from employment.imports.enums import ImportTarget
from employment.privacy.enums import Purpose


class Command(ImportCommand):
    help = "Import students from csv, xlsx or JSON-lines files; known students are refreshed."
    target = ImportTarget.STUDENTS

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--consent",
            action="append",
            choices=Purpose.values,
            default=[],
            help="a purpose to which the university holds the students' written consent",
        )

    def university(self, name: str | None) -> Organisation | None:
        """The only university when there is just one and none is named."""
        if not name and Organisation.objects.universities().count() == 1:
            return Organisation.objects.universities().get()
        return super().university(name)

    def options_for(self, path: Path, options: dict[str, Any]) -> dict[str, Any]:
        return {"purposes": options["consent"]}
