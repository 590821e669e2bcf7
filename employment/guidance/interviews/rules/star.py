"""Which part of a told experience a sentence is: situation, task, action, result or none.

A fitted reader tells (``matching/stories``): from the words and the build of a sentence, its sense,
and in a whole answer also from the order of parts. Measured in docs/quality/interview.md.
"""

import re
from dataclasses import dataclass

from employment.guidance.interviews.rules.parts import Part
from matching.stories.reader import Reading, story_reader

_END = re.compile(r"(?<=[。！？!?；;\n])|(?<=[a-z0-9%)]\.)\s+(?=[A-Z])")
MIN_CHARS = 4
SURE = 0.7  # below, about one reading in two is right


@dataclass(frozen=True, slots=True)
class Sentence:
    """``cues`` are the words that spoke most for the part."""

    text: str
    part: Part
    cues: tuple[str, ...] = ()
    confidence: float = 1.0

    @property
    def is_sure(self) -> bool:
        return self.confidence >= SURE


def split_sentences(text: str) -> list[str]:
    pieces = (piece.strip() for piece in _END.split(text))
    return [piece for piece in pieces if len(piece) >= MIN_CHARS]


def part_of(text: str) -> Sentence:
    """A sentence alone."""
    return _sentence(text, story_reader().read_alone([text])[0])


def parts_of(text: str) -> list[Sentence]:
    """All sentences of an answer, each read with its neighbours."""
    texts = split_sentences(text)
    return [*map(_sentence, texts, story_reader().read_answer(texts))]


def _sentence(text: str, reading: Reading) -> Sentence:
    return Sentence(text, Part(reading.label), reading.words, reading.confidence)
