import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from employment.demo.measuring.files import read_csv
from employment.demo.measuring.pages import time_match_lists
from employment.demo.measuring.publishing import time_publishing
from employment.demo.measuring.text_search import time_searches
from employment.matches.services.engine import encoder
from matching.benchmark import benchmark_encode, benchmark_search

TEXT_LENGTH = 500


class Command(BaseCommand):
    help = "Measure speed: the exact search, the encoder, pages, and posting to match list."

    def add_arguments(self, parser: ArgumentParser) -> None:
        tasks = parser.add_subparsers(dest="task", required=True)
        matching = tasks.add_parser("matching", help="exact search against the plain product")
        matching.add_argument("--students", type=int, default=20_000)
        matching.add_argument("--postings", type=int, default=20_000)
        encode = tasks.add_parser("encode", help="texts a second, 500 characters each")
        encode.add_argument("file", metavar="FILE.csv")
        pages = tasks.add_parser("pages", help="the student's match list with a full database")
        pages.add_argument("--users", type=int, default=5000)
        pages.add_argument("--postings", type=int, default=5000)
        pages.add_argument("--requests", type=int, default=200)
        search = tasks.add_parser("search", help="postings by text with a full database")
        search.add_argument("--postings", type=int, default=20_000)
        search.add_argument("--requests", type=int, default=200)
        publish = tasks.add_parser("publish", help="a posting or student into the right lists")
        publish.add_argument("--times", type=int, default=10)
        for task in tasks.choices.values():
            task.add_argument("--json", action="store_true", help="print one JSON line last")

    def handle(self, *args: Any, **options: Any) -> None:
        figures = getattr(self, f"measure_{options['task']}")(options)
        if options["json"]:
            self.stdout.write(json.dumps(figures))
            return
        for name, value in figures.items():
            self.stdout.write(f"{name:<18} {value}")

    def measure_matching(self, options: dict[str, Any]) -> dict[str, Any]:
        return dict(benchmark_search(options["students"], options["postings"]))

    def measure_encode(self, options: dict[str, Any]) -> dict[str, Any]:
        texts = [row["description"][:TEXT_LENGTH] for row in read_csv(options["file"])]
        return dict(benchmark_encode(texts, encoder()))

    def measure_pages(self, options: dict[str, Any]) -> dict[str, Any]:
        return time_match_lists(
            students=options["users"],
            postings=options["postings"],
            requests=options["requests"],
        )

    def measure_search(self, options: dict[str, Any]) -> dict[str, Any]:
        return time_searches(postings=options["postings"], requests=options["requests"])

    def measure_publish(self, options: dict[str, Any]) -> dict[str, Any]:
        return time_publishing(times=options["times"])
