"""Requirements read from the postings that people have labelled."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from employment.demo.measuring.files import read_csv, read_json_lines
from employment.postings.extraction import PostingReader, posting_reader
from employment.taxonomy import selectors
from matching.extraction.evaluation import (
    FieldScore,
    LabelReader,
    evaluate_fields,
    evaluate_requirements,
)
from matching.extraction.requirements import Extraction, extract_requirements
from matching.normalise.region import RegionIndex, read_regions
from matching.normalise.text import clean_text

Row = dict[str, str]


def measure_requirements(*, labels: str, folder: str, half: str = "") -> dict[str, FieldScore]:
    """Scores per field over the labels of ``half`` (all when empty).

    A label names its posting by file and source_id; conditions are read from the text alone,
    without the source's own columns for degree and experience.
    """
    chosen = [label for label in read_json_lines(labels) if half in ("", label["half"])]
    postings = _postings_of(chosen, Path(folder))
    reader = posting_reader()
    names = LabelReader.of(reader.lexicon, reader.majors)
    index = RegionIndex.from_rows(selectors.region_rows())
    pairs = list(zip(chosen, postings, strict=True))
    return {
        **evaluate_requirements([(label, _read(row, reader)) for label, row in pairs], names),
        **evaluate_fields(
            [(label, row["city"], row["salary"]) for label, row in pairs],
            lambda text: read_regions(text, index).codes,
        ),
    }


def _postings_of(labels: list[dict[str, Any]], folder: Path) -> list[Row]:
    files = {label["file"] for label in labels}
    rows = {
        (name, row["source_id"]): row
        for name in files
        for row in read_csv(str(folder / f"{name}.csv"))
    }
    absent = [key for label in labels if (key := (label["file"], label["source_id"])) not in rows]
    if absent:
        raise CommandError(f"{len(absent)} labelled postings are not in {folder}, e.g. {absent[0]}")
    return [rows[label["file"], label["source_id"]] for label in labels]


def _read(row: Row, reader: PostingReader) -> Extraction:
    return extract_requirements(
        row["title"],
        clean_text(row["description"]).value,
        lexicon=reader.lexicon,
        majors=reader.majors,
    )
