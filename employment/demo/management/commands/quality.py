from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from employment.demo.measuring import summary


class Command(BaseCommand):
    help = "Measure everything again and write the table of docs/quality.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("data", metavar="FOLDER", help="folder of the labelled sets")
        parser.add_argument("--labels", help="labelled requirements", default="")
        parser.add_argument("--only", help="measures whose title holds this word")

    def handle(self, *args: Any, **options: Any) -> None:
        data = Path(options["data"])
        if not (data / "eval").is_dir():
            raise CommandError(f"{data} has no folder eval: the labelled sets are not there.")
        known = settings.BASE_DIR / "tests/matching/extraction/data/requirement_labels.jsonl"
        wanted = summary.measures(data, Path(options["labels"] or known))
        word = options["only"] or ""
        found = []
        for measure in wanted:
            if word in measure.title:
                self.stdout.write(f"{measure.title} …")
                found.append((measure, summary.run(measure)))
        figures = summary.table(found, timezone.localdate())
        self.stdout.write(figures)
        if not word:
            document = settings.BASE_DIR / "docs" / "quality.md"
            document.write_text(summary.replaced(document.read_text(), figures))
