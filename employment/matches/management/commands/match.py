import json
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from employment.matches.models import Match
from employment.matches.services.columns import merge_postings
from employment.matches.services.engine import engine_name
from employment.matches.services.reference import ensure_reference
from employment.matches.services.rows import match_students
from employment.matches.services.runs import start_run, work_block
from employment.matches.services.sweep import find_lagging


class Command(BaseCommand):
    help = "Match in the foreground: everything, what lags behind, one student or one posting."

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--all", action="store_true", help="a full run over all students")
        what.add_argument("--lagging", action="store_true", help="only when something lags behind")
        what.add_argument("--student", type=int, metavar="ID")
        what.add_argument("--posting", type=int, metavar="ID")
        parser.add_argument("--json", action="store_true", help="print one JSON line last")

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.perf_counter()
        summary = self.work(options)
        summary |= {"engine": engine_name(), "seconds": round(time.perf_counter() - started, 2)}
        summary["matches"] = Match.objects.count()
        if options["json"]:
            self.stdout.write(json.dumps(summary))
        else:
            self.stdout.write(", ".join(f"{key} {value}" for key, value in summary.items()))

    def work(self, options: dict[str, Any]) -> dict[str, Any]:
        if options["student"]:
            return {"listed": match_students(student_ids=[options["student"]])}
        if options["posting"]:
            return {"students": len(merge_postings(posting_ids=[options["posting"]]))}
        if options["lagging"] and not find_lagging().anything:
            return {"lagging": 0}
        return self.full_run()

    def full_run(self) -> dict[str, Any]:
        ensure_reference()
        run = start_run(ring=False)
        while work_block(run_id=run.pk):
            run.job.refresh_from_db()
            self.stderr.write(f"{run.job.done}/{run.job.total}", ending="\r")
        run.job.refresh_from_db()
        return {"students": run.job.done, "postings": run.postings}
