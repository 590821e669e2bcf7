"""How well titles are coded: figures of a labelled file, as shipped or fitted anew by folds."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from matching.columns import Array
from matching.metrics import calibration_error
from matching.occupations.coder import CONFIDENT_FROM, OccupationCoder, is_confident
from matching.occupations.fitting import LabelledTitles, fit, fold_numbers
from matching.occupations.types import Coded, OccupationRow
from matching.titles import clean_title
from matching.types import Encoder

MEDIUM_GROUP = 4

Figures = dict[str, float | int]


def code_figures(
    rows: Sequence[Mapping[str, str]],
    occupation_rows: Iterable[OccupationRow | Mapping[str, str]],
    encoder: Encoder,
    examples: Iterable[tuple[str, str]] = (),
) -> Figures:
    """Code job titles; rows have job_name and expected_code. ``examples`` must not be of rows."""
    coder = OccupationCoder.from_rows(occupation_rows, encoder, examples)
    return _coding_figures(coder.code([row["job_name"] for row in rows], limit=5), rows)


def cross_validated_figures(
    rows: Sequence[Mapping[str, str]],
    occupation_rows: Sequence[OccupationRow | Mapping[str, str]],
    encoder: Encoder,
    folds: int = 5,
    seed: int = 0,
) -> Figures:
    """The same, everything that is learned fitted anew on the other folds, the fusion and the
    calibration in folds inside them; equal cleaned titles share a fold."""
    entries = [
        row if isinstance(row, OccupationRow) else OccupationRow.from_mapping(row)
        for row in occupation_rows
    ]
    fold = fold_numbers([clean_title(row["job_name"]) for row in rows], folds, seed)
    known = LabelledTitles.read(entries, rows, encoder)
    found: dict[int, list[Coded]] = {}
    for at in range(folds):
        taught = np.flatnonzero(fold[known.kept] != at)
        learned = fit(known.labelled[taught], fold[known.kept][taught], known.prior)
        coder = OccupationCoder(entries, encoder, learned=learned)
        own = np.flatnonzero(fold == at).tolist()
        codes = coder.code([rows[row]["job_name"] for row in own], limit=5)
        found.update(zip(own, codes, strict=True))
    return _coding_figures([found[at] for at in range(len(rows))], rows)


def _coding_figures(found: Sequence[Sequence[Coded]], rows: Sequence[Mapping[str, str]]) -> Figures:
    """``coverage``: share of titles coded at all; ``precision``: of those, the share that is right;
    ``ece``: expected calibration error of the confidence."""
    wanted = [row["expected_code"] for row in rows]
    best = [codes[0] if codes else Coded("", 0.0, 0.0) for codes in found]
    pairs = list(zip(best, wanted, strict=True))
    right = np.array([one.code == code for one, code in pairs], dtype=bool)
    sure = np.array([is_confident(one.confidence) for one in best], dtype=bool)
    chance = np.array([one.confidence for one in best], dtype=np.float64)
    lists = [{coded.code for coded in codes} for codes in found]
    five = [code in codes for codes, code in zip(lists, wanted, strict=True)]
    group = [one.code[:MEDIUM_GROUP] == code[:MEDIUM_GROUP] for one, code in pairs]
    return {
        "top1": _share(right),
        "top5": _share(five),
        "medium_group_top1": _share(group),
        "coverage": _share(sure),
        "precision": _share(right[sure]),
        "threshold": CONFIDENT_FROM,
        "ece": round(calibration_error(chance, right), 4),
        "n": len(rows),
    }


def _share(values: "Array | Sequence[bool]") -> float:
    return round(float(np.mean(values)), 4) if len(values) else 0.0
