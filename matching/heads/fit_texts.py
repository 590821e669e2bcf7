"""Fit the static text model: a title must find its text among those of a batch. The pairs are
postings and the occupations of the 2022 classification, each name with definition and tasks.

In-batch softmax over cosines, both ways (Henderson et al. 2017). Half of the texts lose the words
of their title and all lose half of their words, so that neither repetition nor single words
suffice; equal titles in a batch are no counter-examples. Fixed seeds, one thread. Run (3 minutes):

    python -m matching.heads.fit_texts training_texts.jsonl.gz --without labelled.csv
"""

import argparse
import csv
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.documents import clean_text
from matching.embedding.static import ARTEFACT, save_static, tokens
from matching.titles import clean_title, packaged_folder

MAX_CHARS = 1500
MAX_TOKENS = 400
SAME_CHARS = 50
SHORTEST = 30

Ids = NDArray[np.int64]
_NOT_LETTERS = re.compile(r"[\W\d_]")


@dataclass(frozen=True, slots=True)
class Settings:
    dim: int = 256
    vocabulary: int = 40_000
    rarest: int = 5
    epochs: int = 3
    batch: int = 512
    scale: float = 10.0
    rate: float = 0.02
    hidden: float = 0.5
    dropped: float = 0.5
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Pairs:
    """Titles and texts as tokens, one pair a place."""

    titles: list[list[str]]
    texts: list[list[str]]
    groups: Ids

    def words(self, settings: Settings) -> list[str]:
        seen: Counter[str] = Counter()
        for title, text in zip(self.titles, self.texts, strict=True):
            seen.update({*title, *text})
        ranked = sorted(seen.items(), key=lambda item: (-item[1], item[0]))
        return [word for word, n in ranked[: settings.vocabulary] if n >= settings.rarest]


def read_pairs(rows: Sequence[dict[str, str]], without: Collection[str] = ()) -> Pairs:
    """Cleaned pairs, each once; texts that begin or end like one of ``without`` are left out.

    Rows have title and description; pairs of one ``group`` (else: of one title) are not told apart.
    """
    kept_apart = {edge for text in without for edge in _edges(_cleaned(text))}
    pairs: dict[tuple[str, str], tuple[str, str]] = {}
    for row in rows:
        title, text = clean_title(row["title"]), _cleaned(row["description"])
        head, tail = _edges(text)
        if len(head) >= SHORTEST and not kept_apart & {head, tail}:
            pairs.setdefault((title, head), (text, row.get("group", title)))
    titles = [list(tokens(title)) for title, _ in pairs]
    texts = [list(tokens(text)) for text, _ in pairs.values()]
    _, groups = np.unique([group for _, group in pairs.values()], return_inverse=True)
    return Pairs(titles, texts, groups)


def classification_rows() -> list[dict[str, str]]:
    """Every name of an occupation with what the 2022 classification says of it."""
    with (packaged_folder() / "csco22.csv").open(encoding="utf-8") as lines:
        return [
            {
                "title": name,
                "description": f"{row['definition']} {row['tasks']}",
                "group": row["code"],
            }
            for row in csv.DictReader(lines)
            if row["definition"]
            for name in dict.fromkeys((row["name"], *row["alias"].split(",")))
            if name.strip()
        ]


def _cleaned(text: str) -> str:
    return (clean_text(text) or text)[:MAX_CHARS]


def _edges(text: str) -> tuple[str, str]:
    letters = _NOT_LETTERS.sub("", text)
    return letters[:SAME_CHARS], letters[-SAME_CHARS:]


def fit_texts(pairs: Pairs, settings: Settings) -> tuple[list[str], NDArray[np.float32]]:
    """Words and their vectors."""
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(settings.seed)
    words = pairs.words(settings)
    weights = torch.randn(len(words), settings.dim) / settings.dim**0.5
    weights = torch.nn.Parameter(weights)
    optimiser = torch.optim.SparseAdam([weights], lr=settings.rate)
    steps = settings.epochs * (len(pairs.texts) // settings.batch)
    for step, batch in enumerate(_batches(pairs, words, settings)):
        optimiser.param_groups[0]["lr"] = settings.rate * (1 - step / steps)
        optimiser.zero_grad()
        _loss(weights, batch, settings.scale).backward()
        optimiser.step()  # type: ignore[no-untyped-call]
    return words, weights.detach().numpy()


Batch = tuple[list[Ids], list[Ids], Ids]


def _batches(pairs: Pairs, words: Sequence[str], settings: Settings) -> Iterator[Batch]:
    places = {word: at for at, word in enumerate(words)}
    titles, texts = ([_placed(row, places) for row in side] for side in (pairs.titles, pairs.texts))
    rng = np.random.default_rng(settings.seed + 1)
    usable = np.array([at for at, row in enumerate(titles) if len(row) and len(texts[at])])
    for _ in range(settings.epochs):
        order = rng.permutation(usable)
        for start in range(0, len(order) - settings.batch + 1, settings.batch):
            rows = order[start : start + settings.batch]
            seen = [_thinned(texts[row], titles[row], settings, rng) for row in rows]
            yield [titles[row] for row in rows], seen, pairs.groups[rows]


def _placed(row: Sequence[str], places: Mapping[str, int]) -> Ids:
    known = [places[word] for word in row if word in places]
    return np.array(known[:MAX_TOKENS], dtype=np.int64)


def _thinned(text: Ids, title: Ids, settings: Settings, rng: np.random.Generator) -> Ids:
    kept = text[~np.isin(text, title)] if rng.random() < settings.hidden else text
    kept = kept[rng.random(len(kept)) >= settings.dropped]
    return kept if len(kept) else text[:1]


def _loss(weights: Any, batch: Batch, scale: float) -> Any:
    import torch

    titles, texts, groups = batch
    level = scale * _means(weights, titles) @ _means(weights, texts).T
    same = torch.from_numpy((groups[:, None] == groups) & ~np.eye(len(groups), dtype=bool))
    level = level.masked_fill(same, -1e4)
    own = torch.arange(len(groups))
    cross_entropy = torch.nn.functional.cross_entropy
    return cross_entropy(level, own) + cross_entropy(level.T, own)


def _means(weights: Any, rows: Sequence[Ids]) -> Any:
    import torch

    starts = torch.from_numpy(np.cumsum([0, *map(len, rows[:-1])]))
    joined = torch.from_numpy(np.concatenate(rows))
    embed = torch.nn.functional.embedding_bag
    return torch.nn.functional.normalize(embed(joined, weights, starts, mode="mean", sparse=True))


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path, help="JSON lines, gzip: title, description")
    parser.add_argument("--without", type=Path, nargs="*", default=[], help="CSV: description")
    parser.add_argument("--out", type=Path, default=ARTEFACT)
    options = parser.parse_args(arguments)
    without: list[str] = []
    for path in options.without:
        with path.open(encoding="utf-8", newline="") as lines:
            without += [row["description"] for row in csv.DictReader(lines)]
    with gzip.open(options.pairs, "rt", encoding="utf-8") as lines:
        rows = [*map(json.loads, lines), *classification_rows()]
    pairs = read_pairs(rows, without)
    words, weights = fit_texts(pairs, Settings())
    save_static(options.out, words, weights)
    sys.stdout.write(f"{options.out.name}: {len(pairs.texts)} pairs, {weights.shape}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
