"""Which words of a sentence spoke most for its part.

Each piece's share of the score, against the mean of the other labels, is spread over its
characters; runs of the strongest words are named. The sense of a whole sentence has no words.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from matching.stories.features import BUILT, CUE, WRITTEN, Array, Sentences, Terms
from matching.stories.model import StoryModel
from matching.stories.pieces import HAN, Piece

MAX_PHRASES = 3
NEAR_BEST = 0.4
Share = tuple[Piece, float]


def deciding_words(
    model: StoryModel, sentences: Sentences, texts: Sequence[str], labels: Array
) -> list[tuple[str, ...]]:
    return [
        _phrases(text.strip(), sentences, at, _shares(model, sentences, at, int(labels[at])))
        for at, text in enumerate(texts)
    ]


def _shares(model: StoryModel, sentences: Sentences, at: int, label: int) -> Iterator[Share]:
    others = [one for one in range(model.weights.shape[1]) if one != label]
    spoke = model.weights[:, label] - model.weights[:, others].mean(axis=1)
    words, shapes = model.vocabulary.written, model.vocabulary.built
    start = sentences.senses.shape[1]
    pieces = sentences.pieces[at]
    yield from _of_terms(words, pieces.written, WRITTEN * spoke[start:])
    start += len(words.keys)
    yield from _of_terms(shapes, pieces.built, BUILT * spoke[start:])
    start += len(shapes.keys)
    for column, place in sentences.cues[at].items():
        yield place, CUE * float(spoke[start + column])


def _of_terms(terms: Terms, pieces: Sequence[Piece], spoke: Array) -> Iterator[Share]:
    values, places = terms.row(pieces), terms.places(pieces)
    times = dict.fromkeys(values, 0)
    for column, _ in places:
        times[column] += 1
    for column, piece in places:
        yield piece, values[column] * float(spoke[column]) / times[column]


def _phrases(text: str, sentences: Sentences, at: int, shares: Iterable[Share]) -> tuple[str, ...]:
    weight = np.zeros(len(text) + 1)
    for piece, share in shares:
        weight[piece.start : piece.end] += share / max(1, piece.end - piece.start)
    words = [(one, float(weight[one.start : one.end].sum())) for one in sentences.pieces[at].words]
    least = NEAR_BEST * max((value for one, value in words if _readable(one.key)), default=0.0)
    runs: list[tuple[int, int, float]] = []
    for word, value in words:
        if value <= 0 or value < least or not any(map(str.isalnum, word.key)):
            continue
        if runs and text[runs[-1][1] : word.start].strip() == "":
            first, _, total = runs.pop()
            runs.append((first, word.end, total + value))
        else:
            runs.append((word.start, word.end, value))
    readable = [run for run in runs if _readable(text[run[0] : run[1]])]
    best = sorted(readable, key=lambda run: -run[2])[:MAX_PHRASES]
    return tuple(dict.fromkeys(text[start:end] for start, end, _ in sorted(best)))


def _readable(word: str) -> bool:
    """A single Chinese character says nothing out of its place, nor does a mark."""
    return any(map(str.isalnum, word)) and (len(word) > 1 or not HAN.match(word))
