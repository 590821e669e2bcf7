"""Fit the occupation coder's learned part on labelled titles and measure it by folds.

Only fitted parameters are written: no title can be read from them. Fixed seeds; run (2 min):

    python -m matching.heads.fit_occupations occupation_coding_dev.csv
"""

import argparse
import csv
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from matching.encoders import PackagedEncoder
from matching.heads import FOLDER
from matching.occupations import packaged_rows
from matching.occupations.evaluation import cross_validated_figures
from matching.occupations.fitting import INNER_FOLDS, LabelledTitles, fit, fold_numbers
from matching.occupations.learned import ARTEFACT, FIGURES


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labelled", type=Path, help="columns job_name, expected_code")
    parser.add_argument("--version", default="2026.11")
    parser.add_argument("--measure", action="store_true", help="five folds as well")
    options = parser.parse_args(arguments)
    with options.labelled.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    encoder, entries = PackagedEncoder(threads=0), packaged_rows()
    known = LabelledTitles.read(entries, rows, encoder)
    folds = fold_numbers(known.cleaned, INNER_FOLDS)
    learned = fit(known.labelled, folds, known.prior)
    learned.save(FOLDER / ARTEFACT, encoder.name, options.version)
    sys.stdout.write(f"{FOLDER / ARTEFACT}: {(FOLDER / ARTEFACT).stat().st_size} bytes\n")
    if options.measure:
        figures = cross_validated_figures(rows, entries, encoder)
        (FOLDER / FIGURES).write_text(json.dumps(figures) + "\n", encoding="utf-8")
        sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
