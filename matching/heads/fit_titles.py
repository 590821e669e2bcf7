"""Fit the head for job titles: linear discriminant analysis over groups of titles of one job.

Groups are the alternate titles of an O*NET occupation and the names of an occupation of the 2022
classification. No labelled evaluation data is used. Run (20 s):

    python -m matching.heads.fit_titles onet_alternate_titles.csv.gz
"""

import argparse
import csv
import gzip
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from matching.columns import Array
from matching.encoders import PackagedEncoder
from matching.heads import FOLDER
from matching.titles import packaged_folder
from matching.types import Encoder

DIMENSIONS = 100
RIDGE = 0.3
CLASSIFICATION_SHARE = 0.25


def fit_head(
    onet: Sequence[Sequence[str]], classification: Sequence[Sequence[str]], encoder: Encoder
) -> tuple[Array, Array]:
    """Centre and projection from two sets of title groups, mixed after scaling each to trace 1."""
    many, few = _scatter(onet, encoder), _scatter(classification, encoder)
    within, between, centre = (
        (1 - CLASSIFICATION_SHARE) * one + CLASSIFICATION_SHARE * two
        for one, two in zip(many, few, strict=True)
    )
    size = len(centre)
    values, vectors = np.linalg.eigh(within * size + RIDGE * np.eye(size))
    whiten = vectors @ np.diag(values**-0.5) @ vectors.T
    strength, directions = np.linalg.eigh(whiten @ between @ whiten)
    best = np.argsort(-strength)[:DIMENSIONS]
    return centre, whiten @ directions[:, best]


def _scatter(groups: Sequence[Sequence[str]], encoder: Encoder) -> tuple[Array, Array, Array]:
    """Covariance within groups and between their means, each of trace 1, and the mean of means."""
    rows = {text: at for at, text in enumerate(sorted({t for group in groups for t in group}))}
    vectors = encoder.encode(list(rows), "document").astype(np.float64)
    members = [vectors[[rows[text] for text in group]] for group in groups]
    means = np.stack([group.mean(axis=0) for group in members])
    apart = np.concatenate([g - g.mean(axis=0) for g in members if len(g) > 1])
    centre = means.mean(axis=0)
    within, between = apart.T @ apart, (means - centre).T @ (means - centre)
    return within / np.trace(within), between / np.trace(between), centre


def onet_groups(path: Path) -> list[list[str]]:
    """Alternate titles by occupation; columns onet_soc_code, title, alternate_title."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        pairs = [(row["onet_soc_code"], row["alternate_title"]) for row in csv.DictReader(lines)]
    return _grouped(pairs)


def classification_groups() -> list[list[str]]:
    with (packaged_folder() / "csco22.csv").open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["level"] == "4"]
    return _grouped(
        (row["code"], name) for row in rows for name in (row["name"], *row["alias"].split(","))
    )


def _grouped(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    groups: Mapping[str, set[str]] = defaultdict(set)
    for code, title in pairs:
        if title.strip():
            groups[code].add(title.strip())
    return [sorted(groups[code]) for code in sorted(groups)]


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("onet", type=Path)
    options = parser.parse_args(arguments)
    encoder = PackagedEncoder(threads=0)
    centre, projection = fit_head(onet_groups(options.onet), classification_groups(), encoder)
    np.savez_compressed(
        FOLDER / "titles.npz",
        encoder=np.array(encoder.name),
        centre=centre.astype(np.float32),
        projection=projection.astype(np.float16),
    )
    sys.stdout.write(f"{FOLDER / 'titles.npz'}: {projection.shape}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
