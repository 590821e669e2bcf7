"""Which part of a told experience a sentence is: situation, task, action, result or none.

The part with the most points of its cues; a tie goes to the rarer part in answers (result, task,
action, situation), and a sentence without cues is none. Measured in docs/quality/interview.md.
"""

import re
from dataclasses import dataclass

from employment.guidance.interviews.rules.cues import cues
from employment.guidance.interviews.rules.parts import Part

_END = re.compile(r"(?<=[。！？!?；;\n])|(?<=[a-z0-9%)]\.)\s+(?=[A-Z])")
_ORDER = (Part.NONE, Part.RESULT, Part.TASK, Part.ACTION, Part.SITUATION)
MIN_CHARS = 4


@dataclass(frozen=True, slots=True)
class Sentence:
    """``cues`` are the words that decided."""

    text: str
    part: Part
    cues: tuple[str, ...] = ()


def split_sentences(text: str) -> list[str]:
    pieces = (piece.strip() for piece in _END.split(text))
    return [piece for piece in pieces if len(piece) >= MIN_CHARS]


def part_of(text: str) -> Sentence:
    points = dict.fromkeys(_ORDER, 0)
    words: dict[Part, list[str]] = {part: [] for part in _ORDER}
    for cue in cues():
        found = cue.pattern.search(text)
        if found:
            points[cue.part] += cue.weight
            words[cue.part].append(found.group().strip())
    best = max(_ORDER, key=lambda part: points[part])
    if points[best] == 0:
        return Sentence(text, Part.NONE)
    return Sentence(text, best, tuple(dict.fromkeys(words[best])))


def parts_of(text: str) -> list[Sentence]:
    """All sentences of an answer. One without cues is read by its place: before what was done
    it is background, after it the outcome, between two actions an action."""
    found = [part_of(sentence) for sentence in split_sentences(text)]
    acts = [at for at, one in enumerate(found) if one.part is Part.ACTION]
    if not acts:
        return found
    return [_placed(one, at, acts[0], acts[-1]) for at, one in enumerate(found)]


def _placed(one: Sentence, at: int, first: int, last: int) -> Sentence:
    if one.part is not Part.NONE or one.cues:
        return one
    part = Part.SITUATION if at < first else Part.RESULT if at > last else Part.ACTION
    return Sentence(one.text, part)
