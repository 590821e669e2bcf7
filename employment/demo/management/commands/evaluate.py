import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from employment.demo.measuring.arena import build_arena
from employment.demo.measuring.congestion import market_figures
from employment.demo.measuring.files import read_csv, read_json_lines
from employment.demo.measuring.planted import planted_quality
from employment.demo.measuring.requirements import measure_requirements
from employment.matches.services.engine import encoder, occupation_rows
from employment.matches.services.quality import record_quality
from employment.taxonomy import selectors
from matching import evaluation, text_evaluation
from matching.encoders import title_encoder
from matching.extraction.majors import MajorIndex, resolve_majors
from matching.extraction.majors_evaluation import evaluate_majors
from matching.occupations.evaluation import code_figures, cross_validated_figures
from matching.title_folds import titles_cross_validated


class Command(BaseCommand):
    help = "Measure quality on a labelled file, or on the demo world's planted truths."

    def add_arguments(self, parser: ArgumentParser) -> None:
        tasks = parser.add_subparsers(dest="task", required=True)
        titles = tasks.add_parser("titles", help="similar job titles")
        titles.add_argument("--queries", required=True, metavar="Q.jsonl")
        titles.add_argument("--corpus", required=True, metavar="C.csv")
        titles.add_argument(
            "--folds", type=int, help="fit anew by folds of Q.jsonl instead of using what ships"
        )
        titles.add_argument("--material", metavar="FOLDER", help="what is fitted on, with --folds")
        occupations = tasks.add_parser("occupations", help="job titles → codes")
        occupations.add_argument("file")
        occupations.add_argument(
            "--folds", type=int, help="fit anew by folds of FILE instead of using what ships"
        )
        postings = tasks.add_parser("postings", help="rank postings for each label")
        postings.add_argument("file")
        postings.add_argument(
            "--text", default="description", help="columns given, e.g. title,description"
        )
        tasks.add_parser("majors", help="majors as written → codes").add_argument("file")
        requirements = tasks.add_parser("requirements", help="what postings ask for, per field")
        requirements.add_argument("labels", metavar="LABELS.jsonl")
        requirements.add_argument("--postings", required=True, metavar="FOLDER")
        requirements.add_argument("--half", choices=["A", "B"], default="")
        tasks.add_parser("planted", help="the demo world's planted roles")
        tasks.add_parser("market", help="matches and exposure by strength of balancing")
        for task in tasks.choices.values():
            task.add_argument("--json", action="store_true", help="print one JSON line last")
            task.add_argument(
                "--record", metavar="NAME", help="keep the figures for the pages under this name"
            )

    def handle(self, *args: Any, **options: Any) -> None:
        figures = getattr(self, f"measure_{options['task']}")(options)
        if options["record"]:
            record_quality(task=options["record"], figures=figures)
        if options["json"]:
            self.stdout.write(json.dumps(figures))
            return
        for name, value in figures.items():
            self.stdout.write(f"{name:<18} {value}")

    def measure_titles(self, options: dict[str, Any]) -> dict[str, Any]:
        queries, corpus = read_json_lines(options["queries"]), read_csv(options["corpus"])
        model = title_encoder(encoder())
        if not options["folds"]:
            return dict(evaluation.titles(queries, corpus, model))
        if not options["material"]:
            raise CommandError("--folds fits anew and needs --material FOLDER.")
        folder = Path(options["material"])
        return dict(titles_cross_validated(queries, corpus, folder, model, options["folds"]))

    def measure_occupations(self, options: dict[str, Any]) -> dict[str, Any]:
        rows, model = read_csv(options["file"]), title_encoder(encoder())
        if options["folds"]:
            return dict(cross_validated_figures(rows, occupation_rows(), model, options["folds"]))
        return dict(code_figures(rows, occupation_rows(), model))

    def measure_postings(self, options: dict[str, Any]) -> dict[str, Any]:
        columns = options["text"].split(",")
        return dict(text_evaluation.postings(read_csv(options["file"]), columns, encoder()))

    def measure_majors(self, options: dict[str, Any]) -> dict[str, Any]:
        """Official recruiting tables number the classes in a way of their own."""
        index = MajorIndex.from_rows(selectors.major_rows(), coding="recruiting")
        rows = read_csv(options["file"])
        return dict(evaluate_majors(rows, lambda text: resolve_majors(text, index).codes))

    def measure_requirements(self, options: dict[str, Any]) -> dict[str, Any]:
        found = measure_requirements(
            labels=options["labels"], folder=options["postings"], half=options["half"]
        )
        return dict(found)

    def measure_market(self, options: dict[str, Any]) -> dict[str, Any]:
        """Prints the whole curve of each market, then the changes at the default strength."""
        markets = market_figures(build_arena())
        for name, figures in markets.items():
            for row in figures["curve"]:
                values = "  ".join(f"{key} {value:g}" for key, value in row.items())
                self.stdout.write(f"{name}: {values}")
        return markets

    def measure_planted(self, options: dict[str, Any]) -> dict[str, Any]:
        return planted_quality()
