"""Whether an answer speaks of its question: shared words and words of the competency.

Not a grade of the content. Shares count rarely used pieces more (inverse frequency over the bank),
so that ``经历`` or ``tell me`` count for little.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_LATIN = re.compile(r"[a-z][a-z0-9+#]+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_COMMON = frozenset(
    re.findall(
        "[a-z]+",
        "the and you your with that this what how was were for from have had tell about time when "
        "did do are not all out who why which their they them been will would can an in of to it "
        "is on at by or as we be me my our he she his her but so if then there one",
    )
)
TERM_WEIGHT = 1.0
FULL_TERMS = 4
GENERAL_COUNTS = 0.25  # what is left of the share where nothing is told
MOSTLY_TOLD = 0.7  # an answer may begin and end with a general sentence


@dataclass(frozen=True, slots=True)
class Relevance:
    """``share`` from 0 to 1; ``words`` are the terms that were found."""

    share: float
    words: tuple[str, ...]


def pieces(text: str) -> set[str]:
    """Latin words by their stem and pairs of Chinese characters."""
    folded = text.casefold()
    latin = {_stem(word) for word in _LATIN.findall(folded) if word not in _COMMON}
    runs = _CHINESE.findall(folded)
    return latin | {run[at : at + 2] for run in runs for at in range(len(run) - 1)}


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "ies", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def rarity(texts: Sequence[str]) -> dict[str, float]:
    counts = Counter(piece for text in texts for piece in pieces(text))
    return {piece: math.log((len(texts) + 1) / count) for piece, count in counts.items()}


def relevance(
    answer: str, *, question: str, terms: Sequence[str], weights: dict[str, float]
) -> Relevance:
    """``question`` is its text with what a good answer shows, ``terms`` the competency's words."""
    asked, said = pieces(question), pieces(answer)
    full = sum(sorted((weights.get(p, 1.0) for p in asked), reverse=True)[:12]) or 1.0
    shared = sum(weights.get(piece, 1.0) for piece in asked & said) / full
    folded = answer.casefold()
    found = tuple(term for term in terms if _holds(folded, term.casefold()))
    by_terms = min(1.0, len(found) / FULL_TERMS)
    return Relevance(round(min(1.0, shared + by_terms * TERM_WEIGHT / 2), 4), found)


def _holds(text: str, term: str) -> bool:
    return bool(re.search(rf"\b{re.escape(term)}", text)) if term.isascii() else term in text


def told_share(share: float, told: float) -> float:
    """For a question that asks for an experience: general words about its subject count little.

    ``told`` is the part of the answer's sentences that tell something, from 0 to 1.
    """
    return share * (GENERAL_COUNTS + (1 - GENERAL_COUNTS) * min(1.0, told / MOSTLY_TOLD))
