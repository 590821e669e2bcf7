from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from employment.imports.commands import ImportCommand
from employment.imports.enums import ImportTarget


class Command(ImportCommand):
    help = "Import postings from csv, xlsx or JSON-lines files; a second run adds nothing."
    target = ImportTarget.POSTINGS

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--source", help="where the rows come from; the file's name if absent")
        parser.add_argument("--draft", action="store_true", help="import as drafts")

    def options_for(self, path: Path, options: dict[str, Any]) -> dict[str, Any]:
        return {"source": options["source"] or path.stem, "draft": options["draft"]}
