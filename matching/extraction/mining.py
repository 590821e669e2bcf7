"""Phrases that postings ask for and the lexicon does not know: candidates for a person to judge.

What stands after 熟悉, 掌握, 精通, 会 … in a list is cut at its separators, freed of the words
around it and kept when it ends in a noun of the segmenter and no skill is found in it. Nothing is
added to the lexicon by itself.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import rjieba

from matching.extraction.sections import Sentence, split_sentences
from matching.lexicon import Lexicon, SkillEntry
from matching.normalise.reading import fold

SHORTEST, LONGEST = 2, 14
_CUE = re.compile(
    r"(?:熟练(?:掌握|使用|运用|应用|操作)?|熟悉(?:掌握|使用)?|精通|掌握|了解|擅长|会(?:使用|操作)|具备|具有"
    r"|proficient in|familiar with|knowledge of|experience (?:in|with))"
)
_SEPARATOR = re.compile(r"[、/,和及与或()\[\]]|以及|或者|\band\b|\bor\b")
_HEAD = re.compile(
    r"^(?:[\s:.\"“”一各]|常[用见规]|主流|相关|基本|基础|常规|良好|较强|一定|扎实|至少|其中|如|例如|包括|使用|运用"
    r"|操作|掌握|种|门|的|等|其他|各类|各种|优秀|丰富|较好|公司|行业)+"
)
_TAIL = re.compile(
    r"(?:[\s.\"“”]|等|者|的|优先|相关|经[验历]|能力|知识|技能|基础|工作|使用|操作|开发|应用|技术|工具|软件|语言|框架"
    r"|原理|流程|为佳|更佳|考虑|方法|理论|之一|\d)+$"
)
_NOUNS = ("n", "vn", "eng", "l", "j", "x", "i")
_PLAIN = re.compile(
    r"经[验历]|学历|专业|以上|精神|意识|责任|态度|能力|团队|沟通|本科|大专|企业|条件|素质|性格|思维"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """``postings`` name it; ``nearest`` is the entry whose name looks most alike (0–1)."""

    text: str
    postings: int
    nearest: SkillEntry | None
    likeness: float


def mine_phrases(texts: Iterable[str], lexicon: Lexicon, *, least: int = 3) -> list[Phrase]:
    """Unknown phrases of at least ``least`` postings, the most frequent first."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(set(_phrases_of(text, lexicon)))
    index = _bigram_index(lexicon)
    frequent = [(phrase, n) for phrase, n in counts.most_common() if n >= least]
    return [Phrase(phrase, n, *_nearest(phrase, index, lexicon)) for phrase, n in frequent]


def _phrases_of(text: str, lexicon: Lexicon) -> Iterator[str]:
    known = [(span.start, span.end) for span in lexicon.find(text)]
    for sentence in split_sentences(text).sentences:
        if sentence.asks:
            yield from _phrases_in(sentence, known)


def _phrases_in(sentence: Sentence, known: list[tuple[int, int]]) -> Iterator[str]:
    for cue in _CUE.finditer(sentence.folded):
        start = cue.end()
        end = _end_of_list(sentence.folded, start)
        for piece, offset in _pieces(sentence.folded[start:end]):
            first = sentence.start + start + offset
            is_known = any(a < first + len(piece) and first < b for a, b in known)
            phrase = fold(_TAIL.sub("", _HEAD.sub("", piece.strip())))
            if not is_known and _may_be_a_skill(phrase):
                yield phrase


def _end_of_list(folded: str, start: int) -> int:
    cue = _CUE.search(folded, start)
    stop = next((at for mark in ";。" if (at := folded.find(mark, start)) >= 0), len(folded))
    return min(stop, cue.start() if cue else len(folded))


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    position = 0
    for match in _SEPARATOR.finditer(text):
        yield text[position : match.start()], position
        position = match.end()
    yield text[position:], position


def _may_be_a_skill(phrase: str) -> bool:
    if not SHORTEST <= len(phrase) <= LONGEST or phrase.isdecimal() or _PLAIN.search(phrase):
        return False
    words = rjieba.tag(phrase)
    return bool(words) and words[-1][1].startswith(_NOUNS)


def _bigrams(text: str) -> set[str]:
    folded = fold(text)
    return {folded[i : i + 2] for i in range(len(folded) - 1)} or {folded}


def _bigram_index(lexicon: Lexicon) -> Mapping[str, list[str]]:
    index: dict[str, list[str]] = defaultdict(list)
    for entry in lexicon.entries.values():
        for gram in _bigrams(entry.name):
            index[gram].append(entry.id)
    return index


def _nearest(
    phrase: str, index: Mapping[str, list[str]], lexicon: Lexicon
) -> tuple[SkillEntry | None, float]:
    """By the Dice coefficient of character pairs."""
    grams = _bigrams(phrase)
    shared = Counter(id_ for gram in grams for id_ in index.get(gram, ()))
    scored = [
        (2 * n / (len(grams) + len(_bigrams(lexicon.entries[id_].name))), id_)
        for id_, n in shared.items()
    ]
    if not scored:
        return None, 0.0
    likeness, best = max(scored)
    return lexicon.entries[best], likeness
