import csv
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from employment.postings.extraction import posting_lexicon
from employment.postings.models import Posting
from matching.extraction.mining import mine_phrases
from matching.normalise.text import clean_text


class Command(BaseCommand):
    help = "Write the phrases that postings ask for and the lexicon does not know, for a person."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("out", metavar="CANDIDATES.csv")
        parser.add_argument(
            "--from", dest="files", nargs="*", default=[], help="csv files instead of the database"
        )
        parser.add_argument("--least", type=int, default=3, help="postings that name the phrase")

    def handle(self, *args: Any, **options: Any) -> None:
        texts = _texts_of(options["files"]) if options["files"] else _stored_texts()
        phrases = mine_phrases(texts, posting_lexicon(), least=options["least"])
        with Path(options["out"]).open("w", encoding="utf-8-sig", newline="") as file:
            table = csv.writer(file)
            table.writerow(["phrase", "postings", "nearest", "nearest_name", "likeness"])
            for item in phrases:
                near = item.nearest
                named = (near.id, near.name) if near else ("", "")
                table.writerow([item.text, item.postings, *named, f"{item.likeness:.2f}"])
        self.stdout.write(f"{len(phrases)} phrases written to {options['out']}")


def _stored_texts() -> Iterator[str]:
    return Posting.objects.values_list("description", flat=True).iterator()


def _texts_of(files: list[str]) -> Iterator[str]:
    for name in files:
        with Path(name).open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                yield clean_text(row["description"]).value
