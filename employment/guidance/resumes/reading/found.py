"""What is read, with where it stands and how sure it is."""

from dataclasses import dataclass

from employment.guidance.resumes.reading.lines import Line

LABELLED, SHAPED, PLACED, GUESSED = 0.97, 0.9, 0.7, 0.45
"""Sure by a label (电话：), by its own shape (an e-mail address), by its place, by elimination."""


@dataclass(frozen=True, slots=True)
class Found:
    """``path`` in the content, as ``contact.name``, ``education.0.title``, ``skills.2``."""

    path: str
    value: str
    confidence: float
    line: str
    number: int


def found(path: str, value: str, confidence: float, line: Line) -> Found:
    return Found(path, value, confidence, line.text.replace("\t", "  "), line.number)
