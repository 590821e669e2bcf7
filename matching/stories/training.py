"""Labelled answers, the fit, and figures from writers that a fit had not met."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from matching.stories import FOLDER, LABELS
from matching.stories.chain import Chain
from matching.stories.features import Array, Sentences
from matching.stories.model import StoryModel, fit_model
from matching.types import Encoder

WRITERS = ("a", "b", "c")


@dataclass(frozen=True, slots=True)
class LabelledAnswer:
    writer: str
    language: str
    texts: list[str]
    labels: list[int]


def read_answers(file: Path, writer: str = "") -> list[LabelledAnswer]:
    """JSON lines ``{"language", "topic", "sentences": [{"text", "label"}]}``, N for none."""
    with file.open(encoding="utf-8") as lines:
        return [_answer(json.loads(line), writer) for line in lines]


def _answer(row: dict[str, object], writer: str) -> LabelledAnswer:
    sentences: list[dict[str, str]] = row["sentences"]  # type: ignore[assignment]
    labels = ["none" if one["label"] == "N" else one["label"] for one in sentences]
    texts = [one["text"] for one in sentences]
    return LabelledAnswer(writer, str(row["language"]), texts, [*map(LABELS.index, labels)])


def packaged_answers() -> list[LabelledAnswer]:
    files = ((writer, FOLDER / "data" / f"answers_{writer}.jsonl") for writer in WRITERS)
    return [answer for writer, file in files for answer in read_answers(file, writer)]


def fit(answers: Sequence[LabelledAnswer], encoder: Encoder) -> StoryModel:
    sentences = Sentences.read([text for one in answers for text in one.texts], encoder)
    labels = np.array([label for one in answers for label in one.labels])
    chain = Chain.counted([one.labels for one in answers], len(LABELS))
    return fit_model(sentences, labels, chain, encoder.name, len(LABELS))


def predicted(
    model: StoryModel, answers: Iterable[LabelledAnswer], encoder: Encoder
) -> tuple[Array, Array, Array]:
    """Label numbers: as written, read alone, read in the answer."""
    written, alone, placed = [], [], []
    for one in answers:
        logs = model.alone(Sentences.read(one.texts, encoder))
        written += one.labels
        alone += list(logs.argmax(axis=1))
        placed += list((model.chain.placed(logs) if len(logs) > 1 else logs).argmax(axis=1))
    return np.array(written), np.array(alone), np.array(placed)


def macro_f1(written: Array, read: Array) -> float:
    """Mean over the labels that either side names."""
    named = sorted({*written.tolist(), *read.tolist()})
    hits = [2 * int(((written == k) & (read == k)).sum()) for k in named]
    sizes = [int((written == k).sum() + (read == k).sum()) for k in named]
    return float(np.mean([hit / size for hit, size in zip(hits, sizes, strict=True)]))


def figures(model: StoryModel, answers: list[LabelledAnswer], encoder: Encoder) -> dict[str, float]:
    """Macro-F1 alone and in the answer, together and by language."""
    found: dict[str, float] = {}
    for language in ("", *sorted({one.language for one in answers})):
        some = [one for one in answers if one.language == language or not language]
        written, alone, placed = predicted(model, some, encoder)
        name = language or "all"
        found[f"{name}_sentences"] = len(written)
        found[f"{name}_alone"] = round(macro_f1(written, alone), 3)
        found[f"{name}_answer"] = round(macro_f1(written, placed), 3)
    return found
