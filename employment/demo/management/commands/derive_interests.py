from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import numpy as np
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from employment.demo.measuring import interests
from employment.taxonomy.selectors import occupation_rows

SHIPPED = "employment/guidance/assessments/data/occupation_interests.csv"


class Command(BaseCommand):
    help = "Derive interest profiles of the occupations from O*NET's and write the shipped table."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", help="holds onet_occupation_interests.csv and the titles")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(options["folder"])
        files = [folder / "onet_occupation_interests.csv", folder / "onet_alternate_titles.csv.gz"]
        for file in files:
            if not file.is_file():
                raise CommandError(f"There is no file {file.name} in {folder}.")
        onet = interests.read_onet(*files)
        rows = [row for row in occupation_rows() if row.level == "detail"]
        groups = [row.code for row in occupation_rows() if row.level != "detail"]
        titles = interests.vectors_of(onet.titles)
        both, english = interests.two_views(onet, titles, rows)
        proposals = [
            interests.propose(onet, near, row.code) for row, near in zip(rows, both, strict=True)
        ]
        self.report(onet, both, english, proposals)
        self.write(interests.settle(proposals, groups))

    def report(self, onet: Any, both: Any, english: Any, proposals: Any) -> None:
        """How sure, and how alike the profiles of the Chinese and the English view are."""
        for level in ("high", "medium", "low"):
            self.stdout.write(f"{level}: {sum(one.confidence == level for one in proposals)}")
        alike: dict[str, list[float]] = {"high": [], "medium": [], "low": []}
        for n, near in english.items():
            chinese = 2 * both[n] - near
            views = [interests.propose(onet, view, "").values for view in (chinese, near)]
            alike[proposals[n].confidence].append(float(np.corrcoef(views[0], views[1])[0, 1]))
        for level, found in alike.items():
            median = np.median(found) if found else float("nan")
            share = np.mean(np.array(found) > 0.5) if found else float("nan")
            self.stdout.write(
                f"{level}, both names: n {len(found)}, median r {median:.2f}, r > 0.5 {share:.2f}"
            )

        self.report_groups(proposals)

    def report_groups(self, proposals: Any) -> None:
        """How well the mean of the other sure members of a minor group stands for one of them."""
        groups: dict[str, list[Any]] = {}
        for one in proposals:
            if one.confidence == "high":
                groups.setdefault(interests.ancestors(one.code)[0], []).append(one.values)
        alike = [
            float(np.corrcoef(values, np.mean(members[:n] + members[n + 1 :], axis=0))[0, 1])
            for members in groups.values()
            if len(members) > 1
            for n, values in enumerate(members)
        ]
        median = np.median(alike)
        self.stdout.write(f"mean of the others of a group: n {len(alike)}, median r {median:.2f}")

    def write(self, rows: list[interests.Proposal]) -> None:
        lines = ["code,r,i,a,s,e,c,confidence,source"]
        for one in rows:
            values = ",".join(f"{value:.3f}" for value in one.values)
            lines.append(f"{one.code},{values},{one.confidence},{one.source}")
        path = settings.BASE_DIR / SHIPPED
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.stdout.write(f"{len(rows)} rows in {SHIPPED}")
