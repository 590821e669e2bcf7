"""Words of a text as PostgreSQL text-search literals.

Both sides are segmented here and handed over as finished literals: PostgreSQL's own parser knows
no Chinese words and would cut C++ and C# to the same C.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import rjieba

WORD = re.compile(r"[a-z0-9]+(?:[.\-][a-z0-9]+)*[+#]*|[㐀-鿿豈-﫿]+")
MAX_POSITION = 16_383
MAX_POSITIONS_PER_WORD = 8
MAX_WORD = 60
LONG_WORD = 4
# Words that every second advertisement has, measured on 10,757 of them, and plain particles:
# they tell postings apart by nothing. Searched for alone, they are looked for in titles.
PARTICLES = "的了和与及或等在为是有对并能可以我们你您年"
STOP_WORDS = frozenset(PARTICLES) | frozenset(
    (
        "工作", "以上", "经验", "能力", "要求", "相关", "职责", "岗位职责", "任职",
        "任职要求", "公司", "有限", "有限公司", "熟悉", "熟练", "学历", "以上学历", "上学",
        "负责", "优先", "岗位", "良好", "进行", "具备", "具有", "使用", "完成",
    )
)  # fmt: skip
NUMBERING = re.compile(r"\d{1,2}")


def fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def index_words(text: str) -> list[str]:
    """Every word under which the text shall be found, in order."""
    return [word for run in WORD.findall(fold(text)) for word in _index_run(run)]


def query_words(text: str) -> list[str]:
    """The words that a search for the text asks for."""
    words = (word for run in WORD.findall(fold(text)) for word in _query_run(run))
    return list(dict.fromkeys(word for word in words if len(word) > 1 or word.isascii()))


def word_literal(texts: Iterable[str]) -> str:
    """A ``tsvector`` literal of all words of the texts, without their places."""
    words = dict.fromkeys(word[:MAX_WORD] for text in texts for word in index_words(text))
    return " ".join(map(_quote, words))


def weighted_literal(parts: Iterable[tuple[str, str]]) -> str:
    """A ``tsvector`` literal of (weight, text) pairs, weights A to D."""
    places: dict[str, list[str]] = {}
    position = 0
    for weight, text in parts:
        for word in index_words(text):
            position = min(position + 1, MAX_POSITION)
            found = places.setdefault(word[:MAX_WORD], [])
            if len(found) < MAX_POSITIONS_PER_WORD:
                found.append(f"{position}{weight}")
    return " ".join(f"{_quote(word)}:{','.join(found)}" for word, found in places.items())


def query_literal(words: Sequence[str], *, beginnings: bool = True) -> str:
    """A ``tsquery`` literal that asks for all the words: Latin ones also as ``beginnings``, long
    Chinese ones also by their parts."""
    return " & ".join(_alternatives(word, beginnings) for word in words)


def _alternatives(word: str, beginnings: bool) -> str:
    quoted = _quote(word)
    if word.isascii():
        return f"({quoted} | {quoted}:*)" if beginnings else quoted
    parts = _parts(word) if len(word) >= LONG_WORD else ()
    if len(parts) < 2:
        return quoted
    return f"({quoted} | ({' & '.join(map(_quote, parts))}))"


@lru_cache(maxsize=4096)
def _parts(word: str) -> tuple[str, ...]:
    """The longest words inside a word that do not overlap."""
    inner = [part for part in rjieba.cut_for_search(word) if part != word and len(part) > 1]
    chosen: list[str] = []
    rest = word
    for part in sorted(inner, key=len, reverse=True):
        if part in rest:
            chosen.append(part)
            rest = rest.replace(part, "\n", 1)
    return tuple(chosen)


def _index_run(run: str) -> Iterator[str]:
    if run.isascii():
        if not NUMBERING.fullmatch(run):
            yield from _latin_words(run)
        return
    for word in rjieba.cut_for_search(run):
        if word not in STOP_WORDS:
            yield word
    yield from _pairs_of_single_characters(run)


def _query_run(run: str) -> Iterator[str]:
    if run.isascii():
        if not NUMBERING.fullmatch(run):
            yield run
        return
    pairs = list(_pairs_of_single_characters(run))
    paired = set("".join(pairs))
    yield from (word for word in rjieba.cut(run) if word not in paired and word not in STOP_WORDS)
    yield from pairs


def _latin_words(run: str) -> Iterator[str]:
    yield run
    parts = re.split(r"[.\-]", run)
    if len(parts) > 1:
        yield from parts


def _pairs_of_single_characters(run: str) -> Iterator[str]:
    """Neighbours that the dictionary leaves alone (后 and 端) make a word of their own."""
    words = list(rjieba.cut(run))
    for left, right in pairwise(words):
        if len(left) == len(right) == 1 and not {left, right} & STOP_WORDS:
            yield left + right


def _quote(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"
