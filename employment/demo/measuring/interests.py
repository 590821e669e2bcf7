"""Interest profiles for the national occupations: nearest O*NET titles in the title space.

An occupation's Chinese and, where known, English name each see the best alternate title of every
O*NET occupation; the two views are averaged. The profile is that of the nearest occupations within
``BAND`` of the best. Confidence says how near they are and how much their profiles agree. A medium
one is drawn half way to the mean of its group, a low one is replaced by it.
"""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from employment.taxonomy.selectors import OccupationRow
from matching.encoders import load_encoder, title_encoder
from matching.heads.title_space import title_space

AXES = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
BAND = 0.06
NEAREST = 3
HIGH = (0.80, 0.70)  # cosine of the nearest, agreement of the profiles
MEDIUM = (0.66, 0.50)
Rows = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Onet:
    codes: list[str]
    profiles: NDArray[np.float64]  # on a scale of 0 to 1
    titles: list[str]
    owners: NDArray[np.int64]  # of the titles, as positions in ``codes``


@dataclass(frozen=True, slots=True)
class Proposal:
    """``source``: O*NET codes, or the group whose mean this is."""

    code: str
    values: NDArray[np.float64]
    source: str
    confidence: str


def read_onet(interests: Path, alternates: Path) -> Onet:
    with interests.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    codes = [row["onet_soc_code"] for row in rows]
    raw = np.array([[float(row[axis]) for axis in AXES] for row in rows])
    at = {code: n for n, code in enumerate(codes)}
    titles = [(row["title"], at[row["onet_soc_code"]]) for row in rows]
    with gzip.open(alternates, "rt", encoding="utf-8", newline="") as file:
        pairs = [(row["onet_soc_code"], row["alternate_title"]) for row in csv.DictReader(file)]
    titles += [(title, at[code]) for code, title in pairs if code in at]
    names = [title.casefold() for title, _ in titles]
    return Onet(codes, (raw - 1) / 6, names, np.array([owner for _, owner in titles]))


def vectors_of(texts: Sequence[str]) -> Rows:
    encoder = title_encoder(load_encoder("packaged"))
    space = title_space(encoder.name)
    blocks = [texts[at : at + 2048] for at in range(0, len(texts), 2048)]
    return np.concatenate(
        [space.apply(encoder.encode(block, "document"), block) for block in blocks]
    )


def nearness(onet: Onet, titles: Rows, texts: Sequence[str]) -> Rows:
    """Per text and O*NET occupation the cosine of its nearest title; texts × occupations."""
    order = np.argsort(onet.owners, kind="stable")
    starts = np.searchsorted(onet.owners[order], np.arange(len(onet.codes)))
    known = titles[order]
    mine = vectors_of(texts)
    return np.concatenate(
        [
            np.maximum.reduceat(mine[at : at + 256] @ known.T, starts, axis=1)
            for at in range(0, len(mine), 256)
        ]
    )


def propose(onet: Onet, near: Rows, code: str) -> Proposal:
    """``near``: one row of ``nearness``."""
    best = np.argsort(-near)[:NEAREST]
    used = best[near[best] >= near[best[0]] - BAND]
    weights = near[used] - near[best[0]] + BAND + 1e-6
    values = np.average(onet.profiles[used], axis=0, weights=weights)
    level = confidence(float(near[best[0]]), agreement(onet.profiles[used]))
    return Proposal(code, values, " ".join(onet.codes[n] for n in used), level)


def agreement(profiles: NDArray[np.float64]) -> float:
    """Lowest correlation of a profile with the first; 1 for a single one."""
    others = [np.corrcoef(profiles[0], other)[0, 1] for other in profiles[1:]]
    return float(min(others, default=1.0))


def confidence(cosine: float, agreed: float) -> str:
    for name, (least, alike) in (("high", HIGH), ("medium", MEDIUM)):
        if cosine >= least and agreed >= alike:
            return name
    return "low"


def two_views(
    onet: Onet, titles: Rows, rows: Sequence[OccupationRow]
) -> tuple[Rows, Mapping[int, Rows]]:
    """Both views averaged, and the English one alone by position where there is a name."""
    chinese = nearness(onet, titles, [row.name.casefold() for row in rows])
    named = [n for n, row in enumerate(rows) if row.name_en]
    english = nearness(onet, titles, [rows[n].name_en.casefold() for n in named])
    both = chinese.copy()
    both[named] = (chinese[named] + english) / 2
    return both, dict(zip(named, english, strict=True))


def settle(proposals: Iterable[Proposal], groups: Sequence[str]) -> list[Proposal]:
    """Less sure proposals leaning on the nearest group that has sure ones; rows of groups too."""
    wanted = list(proposals)
    sure: dict[str, list[Proposal]] = defaultdict(list)
    for one in wanted:
        if one.confidence == "high":
            for group in ancestors(one.code):
                sure[group].append(one)
    settled = [_settled(one, sure) for one in wanted]
    settled += [_of_group(code, sure) for code in groups]
    return sorted((one for one in settled if one is not None), key=lambda one: one.code)


def ancestors(code: str) -> list[str]:
    """Nearest first: of 2-02-10-03 the groups 2-02-10-00, 2-02-00-00, 2-00-00-00."""
    parts = code.split("-")
    return ["-".join(parts[:n] + ["00"] * (4 - n)) for n in (3, 2, 1)]


def _settled(one: Proposal, sure: Mapping[str, Sequence[Proposal]]) -> Proposal | None:
    """A medium proposal is drawn half way to its group, a low one becomes it."""
    if one.confidence == "high":
        return one
    group = _of_group(one.code, sure)
    if one.confidence == "low" or group is None:
        return group
    return Proposal(one.code, (one.values + group.values) / 2, one.source, one.confidence)


def _of_group(code: str, sure: Mapping[str, Sequence[Proposal]]) -> Proposal | None:
    for group in [code, *ancestors(code)]:
        members = sure.get(group, ())
        if members:
            values = np.mean([one.values for one in members], axis=0)
            return Proposal(code, values, group, "group")
    return None
