"""The instruments and occupation profiles of ``data``, read and checked once a process."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from employment.guidance.assessments.enums import Confidence, Kind
from employment.guidance.assessments.rules.instruments import (
    HIGHEST,
    MOST_POINTS,
    Instrument,
    Item,
    Option,
    Scale,
    Text,
)
from employment.guidance.assessments.rules.interests import AXES

FOLDER = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class OccupationInterests:
    """Six values 0 to 1 in the order R I A S E C; ``source``: O*NET codes, or a group's code."""

    values: tuple[float, ...]
    confidence: Confidence
    source: str


@cache
def instruments() -> Mapping[str, Instrument]:
    """All by code, in the order of the file; a broken file stops the reader."""
    rows = yaml.safe_load((FOLDER / "instruments.yaml").read_text(encoding="utf-8"))
    return {row["code"]: _instrument(row) for row in rows}


@cache
def interest_rows() -> Mapping[str, OccupationInterests]:
    with (FOLDER / "occupation_interests.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: OccupationInterests(
                tuple(float(row[axis]) for axis in AXES),
                Confidence(row["confidence"]),
                row["source"],
            )
            for row in csv.DictReader(file)
        }


def _instrument(row: Mapping[str, Any]) -> Instrument:
    kind = Kind(row["kind"])
    made = Instrument(
        code=row["code"],
        kind=kind,
        minutes=row["minutes"],
        **{key: Text(**row[key]) for key in ("name", "about", "question", "cannot", "source")},
        labels=tuple(
            Text(zh, en) for zh, en in zip(row["labels"]["zh"], row["labels"]["en"], strict=True)
        ),
        scales=tuple(
            Scale(one["code"], Text(**one["name"]), Text(**one["high"]), Text(**one["low"]))
            for one in row["scales"]
        ),
        items={item.code: item for item in _items(row["code"], kind)},
    )
    check(made)
    return made


def _items(code: str, kind: Kind) -> Iterable[Item]:
    if kind is Kind.RATING:
        return _rated(FOLDER / f"{code}.csv")
    return _judged(FOLDER / f"{code}.yaml") if kind is Kind.JUDGEMENT else ()


def _rated(path: Path) -> list[Item]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Item(
                row["code"],
                row["scale"],
                Text(row["zh"], row["en"]),
                reverse=row["reverse"] == "1",
                pair=row["pair"],
            )
            for row in csv.DictReader(file)
        ]


def _judged(path: Path) -> list[Item]:
    return [
        Item(
            row["code"],
            row["scale"],
            Text(row["zh"], row["en"]),
            options=tuple(Option(Text(o["zh"], o["en"]), o["points"]) for o in row["options"]),
            why=Text(**row["why"]),
        )
        for row in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def check(instrument: Instrument) -> None:
    """Raises ``ValueError`` naming what is wrong with the instrument's file."""
    scales = {scale.code for scale in instrument.scales}
    for item in instrument.items.values():
        if item.scale not in scales:
            raise ValueError(f"{instrument.code} {item.code}: unknown scale {item.scale}")
        if not (item.text.zh and item.text.en):
            raise ValueError(f"{instrument.code} {item.code}: a language is missing")
        if item.options and max(one.points for one in item.options) != MOST_POINTS:
            raise ValueError(f"{instrument.code} {item.code}: no answer with full points")
    if instrument.kind is not Kind.JUDGEMENT and len(instrument.labels) != HIGHEST:
        raise ValueError(f"{instrument.code}: needs {HIGHEST} labels")
