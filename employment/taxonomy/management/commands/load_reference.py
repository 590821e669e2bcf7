import json
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from employment.taxonomy.services.loading import LoadResult, ReferenceDataError, load_reference


class Command(BaseCommand):
    help = "Load regions, majors, occupations, industries, degree levels and skills."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--force", action="store_true", help="load unchanged sets again")
        parser.add_argument(
            "--prune", action="store_true", help="remove rows that left the data files"
        )
        parser.add_argument("--json", action="store_true", help="print one line of JSON last")

    def handle(self, *, force: bool, prune: bool, json: bool, **options: Any) -> None:
        started = time.perf_counter()
        try:
            result = load_reference(force=force, prune=prune)
        except ReferenceDataError as error:
            raise CommandError(f"{error}\n{error.lines}") from error
        self.report(result)
        if json:
            self.print_json(result, seconds=time.perf_counter() - started)

    def report(self, result: LoadResult) -> None:
        for name, count in result.counts.items():
            state = "loaded" if name in result.changed else "unchanged"
            self.stdout.write(f"{name}: {count} rows, {state}")
            if left := result.stale.get(name):
                self.stdout.write(f"{name}: {left} more rows are no longer in the data files")

    def print_json(self, result: LoadResult, *, seconds: float) -> None:
        told = {**result.counts, "changed": result.changed, "seconds": round(seconds, 2)}
        self.stdout.write(json.dumps(told))
