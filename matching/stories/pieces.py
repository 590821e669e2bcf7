"""A sentence in pieces, each with its place: what is written, and how it is built.

Written: pairs and triples of characters and words, or English words and their pairs. Built: the
same sentence with names of things and doings replaced by their kind (parts of speech of rjieba,
endings in English), in runs of up to four. Numbers are all alike in both.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import rjieba

HAN = re.compile(r"[\u4e00-\u9fff]")
_MARK = re.compile(r"\d+|\s+|.", re.DOTALL)
_ENGLISH = re.compile(r"[a-z']+|\d+|[^\sa-z0-9']")
_NUMBER = "0"
_WIDE = str.maketrans(",;:!?()", "，；：！？（）")
_END = "。.；;！!，, \t\r\n"
_KEPT_KINDS = frozenset("rdpcuyx")  # pronouns, adverbs, prepositions, conjunctions, particles
_KEPT_SHORT = frozenset("vf")
_ENDINGS = ("ed", "ing", "ly", "s", "en")
_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\S+",
        "i we me my our us he she it they them his her their you your the a an this that these "
        "those to of in on at by for from with into out up down off over after before until since "
        "during when while as than then so and or but if because not no never had have has was "
        "were is are be been am did do does would could should can will might must may get got "
        "let make made only just even still now first next finally later ever nobody no-one "
        "everyone one two three half more less most last all every each any some who what where "
        "why how there here also too very",
    )
)


class Piece(NamedTuple):
    """``start`` and ``end``: where in the sentence it stands."""

    key: str
    start: int
    end: int


class Pieces(NamedTuple):
    written: list[Piece]
    built: list[Piece]
    words: list[Piece]


def bare(text: str) -> str:
    """Without the marks that end a sentence: with or without them it says the same."""
    return text.strip().rstrip(_END) or text


def pieces_of(text: str) -> Pieces:
    folded = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    return _chinese(folded.translate(_WIDE)) if HAN.search(folded) else _english(folded)


def _chinese(text: str) -> Pieces:
    marks = [Piece(_plain(m.group()), *m.span()) for m in _MARK.finditer(text)]
    words, kinds = [], []
    at = 0
    for word, kind in rjieba.tag(text):
        words.append(Piece(_plain(word), at, at + len(word)))
        kinds.append(Piece(_kind(word, kind), at, at + len(word)))
        at += len(word)
    framed = _framed(marks, len(text))
    written = list(_runs(framed, (1, 2, 3), ""))
    written += [Piece(f"W:{word.key}", word.start, word.end) for word in words]
    written += [_joined(marks[:size], "", "<") for size in (1, 2, 3, 4)]
    written += [_joined(marks[-size:], "", ">") for size in (1, 2, 3)]
    return Pieces(written, list(_runs(_framed(kinds, len(text)), (1, 2, 3, 4), " ")), words)


def _english(text: str) -> Pieces:
    words = [Piece(_plain(m.group()), *m.span()) for m in _ENGLISH.finditer(text)]
    framed = _framed(words, len(text))
    written = [Piece(f"w:{key}", *place) for key, *place in _runs(framed, (1, 2), " ")]
    written += [_joined(framed[at : at + 3], " ", "w3:") for at in range(2) if len(framed) > at + 2]
    shapes = [Piece(_shape(word.key), word.start, word.end) for word in words]
    return Pieces(written, list(_runs(_framed(shapes, len(text)), (1, 2, 3, 4), " ")), words)


def _plain(written: str) -> str:
    return _NUMBER if written.isdigit() else " " if written.isspace() else written


def _kind(word: str, kind: str) -> str:
    if word.isspace():
        return " "
    if kind[0] in _KEPT_KINDS or (len(word) == 1 and kind[0] in _KEPT_SHORT):
        return word
    return "M" if word[0].isdigit() or kind[0] == "m" else kind[0].upper()


def _shape(word: str) -> str:
    if word == _NUMBER:
        return "M"
    if word in _FUNCTION_WORDS or not word[0].isalpha():
        return word
    return next((f"*{ending}" for ending in _ENDINGS if word.endswith(ending)), "*")


def _framed(pieces: Sequence[Piece], length: int) -> list[Piece]:
    return [Piece("^", 0, 0), *pieces, Piece("$", length, length)]


def _runs(pieces: Sequence[Piece], sizes: Sequence[int], between: str) -> Iterator[Piece]:
    for size in sizes:
        for at in range(len(pieces) - size + 1):
            yield _joined(pieces[at : at + size], between)


def _joined(pieces: Sequence[Piece], between: str, before: str = "") -> Piece:
    key = before + between.join(piece.key for piece in pieces)
    return Piece(key, pieces[0].start, pieces[-1].end) if pieces else Piece(key, 0, 0)
