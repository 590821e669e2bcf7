from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from employment.postings.extraction import EXTRACTION_VERSION
from employment.postings.models import Posting
from employment.postings.services.reading import extract_postings


class Command(BaseCommand):
    help = "Read the requirements of postings again that an older extractor has read."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="those of the present one too")

    def handle(self, *args: Any, **options: Any) -> None:
        rows = Posting.objects.all()
        if not options["all"]:
            rows = rows.filter(extraction_version__lt=EXTRACTION_VERSION)
        count = extract_postings(posting_ids=rows.values_list("pk", flat=True))
        self.stdout.write(f"{count} postings read.")
