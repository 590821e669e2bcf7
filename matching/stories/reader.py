"""Reads sentences with the packaged model: part, confidence and the words that decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from matching.embedding.engine import EncoderError
from matching.encoders import PackagedEncoder
from matching.stories import ARTEFACT, LABELS
from matching.stories.features import Array, Sentences
from matching.stories.model import StoryModel
from matching.stories.reasons import deciding_words
from matching.types import Encoder


@dataclass(frozen=True, slots=True)
class Reading:
    """``label`` is one of ``LABELS``, ``confidence`` its probability; ``words`` spoke for it most,
    besides the sense of the whole sentence."""

    label: str
    confidence: float
    words: tuple[str, ...]


class StoryReader:
    """Raises ``EncoderError`` for another encoder than the model was fitted with: no fallback."""

    def __init__(self, model: StoryModel, encoder: Encoder) -> None:
        if encoder.name != model.encoder:
            raise EncoderError(f"The story model reads {model.encoder}, not {encoder.name}.")
        self._model, self._encoder = model, encoder

    def read_alone(self, texts: Sequence[str]) -> list[Reading]:
        """Each sentence for itself."""
        return self._read(texts, together=False)

    def read_answer(self, texts: Sequence[str]) -> list[Reading]:
        """Sentences of one answer in order; a single one is read alone."""
        return self._read(texts, together=len(texts) > 1)

    def _read(self, texts: Sequence[str], together: bool) -> list[Reading]:
        if not texts:
            return []
        sentences = Sentences.read(texts, self._encoder)
        logs = self._model.alone(sentences)
        placed: Array = self._model.chain.placed(logs) if together else logs
        best = placed.argmax(axis=1)
        words = deciding_words(self._model, sentences, texts, best)
        return [
            Reading(LABELS[label], round(float(np.exp(placed[at, label])), 3), words[at])
            for at, label in enumerate(best)
        ]


@lru_cache(maxsize=1)
def story_reader() -> StoryReader:
    return StoryReader(StoryModel.load(ARTEFACT), PackagedEncoder(threads=1))
