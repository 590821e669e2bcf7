"""Fit the space of job titles: a discriminant projection, words of Chinese titles by their English
meaning, and labelled titles that vote.

Groups are the alternate titles of an O*NET occupation, the names of an occupation of the 2022
classification, translations (titles of a Chinese and an English list that are each other's nearest)
and, if given, judged groups of similar titles. Closed form, no randomness. Run (4 minutes):

    python -m matching.heads.fit_title_space FOLDER

FOLDER holds ``reference/onet_alternate_titles.csv.gz`` and
``eval/title_similarity_{zh,en}_{corpus.csv,dev.jsonl}``. Glosses are those of ``title_glosses``.
"""

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import linalg

from matching.columns import Array
from matching.encoders import PackagedEncoder
from matching.heads.fit_title_words import (
    SHARE,
    fit_words,
    gloss_vectors,
    word_parts,
)
from matching.heads.fit_titles import classification_groups, onet_groups
from matching.heads.title_glosses import read_glosses
from matching.heads.title_space import PATH, WORDS_PATH, Reading, TitleSpace, build_space
from matching.heads.title_words import TitleWords, build_words
from matching.lexical import is_chinese
from matching.types import Encoder, Vectors

NAME = "title-space-2"
DIMENSIONS = 100
RIDGE = 0.3
SHARES = {"onet": 1.0, "classification": 0.33, "translations": 0.3, "judged": 0.5}
READINGS = (
    (Reading(20, 0.05), Reading(50, 0.1)),
    (Reading(50, 0.1, 0.8),),
)
REDUCED = 256
OCCUPATION_SHARE = 2.0
LEAST_COSINE = 0.6
HUBNESS = 10
SAMPLE_STEP = 4

Groups = Sequence[Sequence[str]]
Parts = dict[str, NDArray[Any]]


@dataclass(frozen=True)
class Material:
    """What a space is fitted on; every title's vector is looked up in ``vectors``.

    ``words``: what a dictionary says the words of Chinese titles mean, as vectors.
    """

    onet: Groups
    classification: Groups
    chinese: Sequence[str] = ()
    english: Sequence[str] = ()
    judged: Groups = ()
    vectors: Mapping[str, Vectors] = field(default_factory=dict)
    words: Mapping[str, Vectors] = field(default_factory=dict)

    def rows(self, titles: Iterable[str]) -> Vectors:
        return np.stack([self.vectors[title] for title in titles])


def embed(titles: Iterable[str], encoder: Encoder) -> dict[str, Vectors]:
    """The vector of every distinct title."""
    distinct = sorted(set(titles))
    return dict(zip(distinct, encoder.encode(distinct, "document"), strict=True))


def fit_space(material: Material, encoder_name: str) -> Parts:
    """Arrays of the artefact. ``judged`` groups enter the projection only."""
    words = _fit_words(material)
    centre, projection = _fit_projection(_blended(material, words))
    parts: Parts = {
        "name": np.array(NAME),
        "encoder": np.array(encoder_name),
        "centre": centre.astype(np.float32),
        "projection": projection.astype(np.float16),
        "sets": np.array(2),
        "occupation_share": np.array(OCCUPATION_SHARE, dtype=np.float64),
    }
    if material.words:
        parts |= word_parts(material.words, (words - centre) @ projection)
    projecting = TitleSpace(
        NAME, parts["centre"], parts["projection"].astype(np.float32), words=build_words(parts)
    )
    for at, groups in enumerate((material.onet, material.classification)):
        parts |= _labelled(at, groups, material, projecting)
    parts["reduction"] = _fit_reduction(parts, material)
    return parts


def _fit_words(material: Material) -> Array:
    if not material.words:
        return np.zeros((0, 0))
    pairs = [pair for pair in translations(material) if is_chinese(pair[0])]
    english = material.rows(pair[1] for pair in pairs) if pairs else np.zeros((0, 0))
    return fit_words(material.words, [pair[0] for pair in pairs], english)


def _blended(material: Material, words: Array) -> Material:
    """Chinese titles together with the meaning of their words."""
    titles = [title for title in material.vectors if is_chinese(title)]
    if not material.words or not titles:
        return material
    known = TitleWords({word: at for at, word in enumerate(material.words)}, words, SHARE)
    rows = known.blend(material.rows(titles), titles)
    return replace(material, vectors={**material.vectors, **dict(zip(titles, rows, strict=True))})


def _fit_projection(material: Material) -> tuple[Array, Array]:
    """Weighted sum of the sets' scatters, each scaled to trace 1; discriminant directions."""
    sets = {
        "onet": material.onet,
        "classification": material.classification,
        "translations": translations(material),
        "judged": material.judged,
    }
    scatters = [(SHARES[name], _scatter(g, material)) for name, g in sets.items() if len(g)]
    total = sum(share for share, _ in scatters)
    within, between, centre = (
        np.asarray(sum(share * scatter[at] for share, scatter in scatters)) / total
        for at in range(3)
    )
    size = len(centre)
    values, vectors = np.linalg.eigh(within * size + RIDGE * np.eye(size))
    whiten = vectors @ np.diag(values**-0.5) @ vectors.T
    strength, directions = np.linalg.eigh(whiten @ between @ whiten)
    return centre, whiten @ directions[:, np.argsort(-strength)[:DIMENSIONS]]


def _scatter(groups: Groups, material: Material) -> tuple[Array, Array, Array]:
    """Covariance within groups and between their means, each of trace 1, and the mean of means."""
    members = [material.rows(group).astype(np.float64) for group in groups]
    means = np.stack([rows.mean(axis=0) for rows in members])
    apart = np.concatenate([rows - rows.mean(axis=0) for rows in members if len(rows) > 1])
    centre = means.mean(axis=0)
    within, between = apart.T @ apart, (means - centre).T @ (means - centre)
    return within / np.trace(within), between / np.trace(between), centre


def translations(material: Material) -> list[tuple[str, str]]:
    """Chinese and English titles that are each other's nearest, hubs discounted (CSLS, Conneau et
    al. 2018)."""
    chinese, english = sorted(set(material.chinese)), sorted(set(material.english))
    if not chinese or not english:
        return []
    cosines = material.rows(chinese) @ material.rows(english).T
    level = 2 * cosines - _crowding(cosines)[:, None] - _crowding(cosines.T)[None, :]
    there, back = level.argmax(axis=1), level.argmax(axis=0)
    return [
        (title, english[to])
        for at, (title, to) in enumerate(zip(chinese, there, strict=True))
        if back[to] == at and cosines[at, to] > LEAST_COSINE
    ]


def _crowding(cosines: Array) -> Array:
    return np.asarray(np.sort(cosines, axis=1)[:, -HUBNESS:].mean(axis=1))


def _labelled(at: int, groups: Groups, material: Material, projecting: TitleSpace) -> Parts:
    """Projected titles of a set, and which groups each belongs to in equal shares."""
    owners: dict[str, list[int]] = {}
    for code, group in enumerate(groups):
        for title in group:
            owners.setdefault(title, []).append(code)
    rows = projecting.project(material.rows(owners), list(owners))
    counts = np.array([len(codes) for codes in owners.values()])
    return {
        f"titles_{at}": rows.astype(np.float16),
        f"owner_ends_{at}": np.concatenate([[0], np.cumsum(counts)]).astype(np.int32),
        f"owner_codes_{at}": np.concatenate([np.array(c) for c in owners.values()]).astype(
            np.int32
        ),
        f"owner_shares_{at}": np.repeat(1 / counts, counts).astype(np.float16),
        f"codes_{at}": np.array(len(groups)),
        f"readings_{at}": np.array(
            [(r.nearest, r.temperature, r.share) for r in READINGS[at]], dtype=np.float64
        ),
    }


def _fit_reduction(parts: Parts, material: Material) -> NDArray[np.float16]:
    """Main directions of the votes for a quarter of the labelled titles."""
    space = build_space(parts)
    titles = sorted({title for groups in (material.onet, material.classification)
                     for group in groups for title in group})[::SAMPLE_STEP]  # fmt: skip
    rows = space.project(material.rows(titles), titles)
    total: Array = np.zeros(())
    for start in range(0, len(rows), 1024):
        votes = space.votes(rows[start : start + 1024])
        total = total + votes.T @ votes
    last = len(total) - 1
    reduced = min(REDUCED, len(total))
    main = linalg.eigh(total, subset_by_index=[last + 1 - reduced, last])[1]
    return np.asarray(main, dtype=np.float16)


def read_corpus(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8") as lines:
        return {row["title_id"]: row["title"] for row in csv.DictReader(lines)}


def judged_groups(queries: Iterable[Mapping[str, Any]], corpus: Mapping[str, str]) -> Groups:
    """A query title, then the titles judged similar to it."""
    return [
        list(dict.fromkeys([query["query"], *(corpus[str(at)] for at in query["relevant"])]))
        for query in queries
    ]


def read_material(folder: Path, encoder: Encoder) -> Material:
    onet = [
        sorted({title.casefold() for title in group})
        for group in onet_groups(folder / "reference/onet_alternate_titles.csv.gz")
    ]
    classification = classification_groups()
    corpora: dict[str, dict[str, str]] = {}
    judged: list[Sequence[str]] = []
    for language in ("zh", "en"):
        start = folder / f"eval/title_similarity_{language}"
        corpora[language] = read_corpus(Path(f"{start}_corpus.csv"))
        queries = map(json.loads, Path(f"{start}_dev.jsonl").read_text("utf-8").splitlines())
        judged += judged_groups(queries, corpora[language])
    lists = [*onet, *classification, *judged, *(c.values() for c in corpora.values())]
    vectors = embed((title for titles in lists for title in titles), encoder)
    chinese, english = list(corpora["zh"].values()), list(corpora["en"].values())
    words = gloss_vectors(read_glosses(), encoder)
    return Material(onet, classification, chinese, english, judged, vectors, words)


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    encoder = PackagedEncoder(threads=0)
    parts = fit_space(read_material(options.folder, encoder), encoder.name)
    words = {name: parts.pop(name) for name in list(parts) if name.startswith("word")}
    for path, arrays in ((PATH, parts), (WORDS_PATH, words)):
        np.savez_compressed(path, **arrays)  # type: ignore[arg-type]
        sys.stdout.write(f"{path}: {path.stat().st_size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main(sys.argv[1:])
