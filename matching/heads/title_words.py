"""Words of Chinese titles by what a dictionary says they mean in English.

The encoder knows English job titles better than Chinese ones. The artefact holds one row per word,
in the projection of the title space; a title is the mean of its words. It derives from CC-CEDICT
(CC BY-SA 4.0, see ``title_words.md``).
"""

import re
import unicodedata
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.lexical import is_chinese

LONGEST = 8
UNKNOWN_COST = 1.3
_RUN = re.compile(r"[a-z0-9+#.]+|[\u4e00-\u9fff]+")

Rows = NDArray[np.float32]


def runs(title: str) -> list[str]:
    """Latin words, and stretches of Chinese characters."""
    return _RUN.findall(unicodedata.normalize("NFKC", title).casefold())


def split_title(title: str, known: Container[str]) -> list[str]:
    """As few known words as possible; single characters also where they are not known."""
    words: list[str] = []
    for run in runs(title):
        words += _split_run(run, known) if run[0] >= "\u4e00" else [run]
    return words


def _split_run(run: str, known: Container[str]) -> list[str]:
    """Least words; of several ways the one whose word lengths differ most."""
    best: list[tuple[float, int, list[str]]] = [(0.0, 0, [])]
    for end in range(1, len(run) + 1):
        ways = []
        for start in range(max(0, end - LONGEST), end):
            word = run[start:end]
            if end - start == 1 or word in known:
                cost, evenness, words = best[start]
                cost += 1.0 if end - start > 1 else UNKNOWN_COST
                ways.append((cost, evenness - len(word) ** 2, [*words, word]))
        best.append(min(ways, key=lambda way: way[:2]))
    return best[-1][2]


@dataclass(frozen=True, slots=True)
class TitleWords:
    """``places``: word → row; ``share``: weight of the words of a title wholly covered by them."""

    places: Mapping[str, int]
    rows: Rows
    share: float

    def blend(self, own: Rows, titles: Sequence[str]) -> Rows:
        """Unit rows with the words' meaning mixed in; titles not in Chinese stay as they are."""
        blended = own.copy()
        for at, title in enumerate(titles):
            if is_chinese(title):
                meaning, covered = _meaning(self, title)
                share = self.share * covered
                blended[at] = (1 - share) * own[at] + share * meaning
        norms = np.linalg.norm(blended, axis=1, keepdims=True)
        return np.asarray(blended / np.maximum(norms, 1e-12), dtype=np.float32)


def _meaning(words: TitleWords, title: str) -> tuple[Rows, float]:
    """Unit mean of the known words, and the share of the characters in them."""
    found = split_title(title, words.places)
    known = [word for word in found if word in words.places]
    if not known:
        return np.zeros(words.rows.shape[1], dtype=np.float32), 0.0
    mean = words.rows[[words.places[word] for word in known]].mean(axis=0)
    covered = sum(map(len, known)) / sum(map(len, found))
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-12)), covered


def build_words(parts: Mapping[str, NDArray[np.generic]]) -> TitleWords | None:
    """From the arrays of the artefact, as ``fit_title_space`` makes them; None without words."""
    if "words" not in parts:
        return None
    listed = parts["words"].tobytes().decode().split("\n")
    rows = parts["word_rows"].astype(np.float32) * parts["word_scales"].astype(np.float32)
    return TitleWords(
        {word: at for at, word in enumerate(listed)}, rows, float(parts["word_share"])
    )
