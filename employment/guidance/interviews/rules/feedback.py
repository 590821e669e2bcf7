"""What a written answer shows, sentence by sentence; the same answer always gives the same.

Levels from 1 to 5 follow the anchors of ``data/criteria.yaml`` by counting, not by judging truth
or worth. Voice, face and feeling are not looked at.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import mean

from employment.guidance.interviews.enums import Criterion, Form
from employment.guidance.interviews.rules.parts import STORY, Part
from employment.guidance.interviews.rules.relevance import Relevance, told_share
from employment.guidance.interviews.rules.star import Sentence, parts_of, split_sentences

ENOUGH = 40  # units: a Chinese character is one, a Latin word 1.6
SHORT, LONG = 100, 900
_RELEVANCE_STEPS = (0.08, 0.18, 0.3, 0.42)
_GENERAL_BELOW = 0.5  # part of the sentences that tell something
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]+")
_FACT = re.compile(
    r"\d+(?:\.\d+)?%?|百分之[零一二三四五六七八九十百]+|[一二三四五六七八九十百千万两]+(?:个|位|次|天|周|月|年|小时|分钟|元|万|人|名|家|条|篇|份|张|倍|成)|"
    r"《[^》]+》|\b(?:Python|Java|SQL|Excel|Word|PPT|MATLAB|SPSS|CAD|Power BI|C\+\+|Photoshop)\b"
)
_OWN = re.compile(r"我(?!们)|\b(?:I|my|me)\b")
_OURS = re.compile(r"我们|大家|\b(?:we|our)\b", re.IGNORECASE)
_FILLER = re.compile(
    r"(?:^|[，。、\s])(?:嗯|呃|额|那个|这个嘛|就是说|然后呢|怎么说呢|其实吧|反正|大概吧)|"
    r"\b(?:um|uh|you know|kind of|sort of|basically|I mean)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"首先|其次|再次|最后|然后|接着|随后|同时|此外|因此|所以|如果|一方面|另一方面|第[一二三四五]|[一二三四]是|先|再|"
    r"\b(?:first|second|third|then|next|finally|because|therefore|if|on the other hand)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Remark:
    """``code`` is a key of ``wording.REMARKS``; ``quote`` is a sentence of the answer, or empty."""

    criterion: Criterion
    code: str
    quote: str = ""
    good: bool = False


@dataclass(frozen=True, slots=True)
class Feedback:
    """``levels`` is empty where there is not enough to judge."""

    enough: bool
    sentences: tuple[Sentence, ...] = ()
    levels: Mapping[Criterion, int] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


def length_of(text: str) -> float:
    return len(_HAN.findall(text)) + 1.6 * len(_LATIN.findall(text))


def judge(text: str, *, form: Form, relevance: Relevance) -> Feedback:
    if length_of(text) < ENOUGH:
        return Feedback(enough=False)
    sentences = tuple(parts_of(text))
    found = [
        _relevance(relevance, sentences, form),
        _structure(text, sentences, form),
        _specificity(sentences),
        _expression(text),
    ]
    if form is Form.STORY:
        found.append(_ownership(sentences))
    levels = {criterion: level for criterion, level, _ in found}
    return Feedback(True, sentences, levels, tuple(r for _, _, remarks in found for r in remarks))


_Found = tuple[Criterion, int, list[Remark]]


def _relevance(relevance: Relevance, sentences: Sequence[Sentence], form: Form) -> _Found:
    key = Criterion.RELEVANCE
    told = _told(sentences) if form is Form.STORY else 1.0
    level = _relevance_level(told_share(relevance.share, told))
    quote = _best_quote(sentences, relevance.words)
    code = "on_topic" if level >= 4 else "partly_on_topic"
    if _relevance_level(relevance.share) == 1:
        code = "off_topic"
    elif level < 4 and told < _GENERAL_BELOW:
        code = "general"
    return key, level, [Remark(key, code, quote, good=level >= 4)]


def _told(sentences: Sequence[Sentence]) -> float:
    return sum(one.part is not Part.NONE for one in sentences) / max(1, len(sentences))


def _relevance_level(share: float) -> int:
    return 1 + sum(share >= step for step in _RELEVANCE_STEPS)


def _best_quote(sentences: Sequence[Sentence], words: Sequence[str]) -> str:
    counted = [(sum(w in one.text.casefold() for w in words), one.text) for one in sentences]
    best = max(counted, key=lambda pair: pair[0], default=(0, ""))
    return best[1] if best[0] else ""


def _structure(text: str, sentences: Sequence[Sentence], form: Form) -> _Found:
    key = Criterion.STRUCTURE
    if form is Form.POINTS:
        signs = {sign.casefold() for sign in _ORDER.findall(text)}
        code = "ordered" if len(signs) >= 3 else "unordered"
        quote = next((s for s in split_sentences(text) if _ORDER.search(s)), "")
        return key, min(5, 1 + len(signs)), [Remark(key, code, quote, good=len(signs) >= 3)]
    first = {part: _first(sentences, part) for part in STORY}
    remarks = [
        Remark(key, f"{'has' if quote else 'no'}_{part.name.lower()}", quote, good=bool(quote))
        for part, quote in first.items()
    ]
    return key, 1 + sum(map(bool, first.values())), remarks


def _first(sentences: Sequence[Sentence], part: Part) -> str:
    return next((one.text for one in sentences if one.part is part), "")


def _specificity(sentences: Sequence[Sentence]) -> _Found:
    key = Criterion.SPECIFICITY
    with_facts = [(one.text, _FACT.findall(one.text)) for one in sentences]
    facts = {fact for _, found in with_facts for fact in found}
    quotes = [text for text, found in with_facts if found]
    if not facts:
        result = next((one.text for one in sentences if one.part is Part.RESULT), "")
        return key, 1, [Remark(key, "no_facts", result)]
    remarks = [Remark(key, "has_facts", quote, good=True) for quote in quotes[:2]]
    return key, min(5, 1 + len(facts)), remarks


def _ownership(sentences: Sequence[Sentence]) -> _Found:
    key = Criterion.OWNERSHIP
    done = [one.text for one in sentences if one.part is Part.ACTION]
    own = [text for text in done if _OWN.search(text)]
    if own:
        return key, min(5, 2 + len(own)), [Remark(key, "own_part", own[0], good=True)]
    ours = [one.text for one in sentences if _OURS.search(one.text)]
    return key, 2 if ours or done else 1, [Remark(key, "no_own_part", ours[0] if ours else "")]


def _expression(text: str) -> _Found:
    key = Criterion.EXPRESSION
    length, remarks, level = length_of(text), [], 5
    if not SHORT <= length <= LONG:
        remarks.append(Remark(key, "short" if length < SHORT else "long"))
        level -= 2
    filled = [one for one in split_sentences(text) if _FILLER.search(one)]
    count = len(_FILLER.findall(text))
    if filled:
        remarks.append(Remark(key, "fillers", filled[0]))
        level -= min(2, 1 + count // 3)
    return key, max(1, level), remarks or [Remark(key, "good_length", good=True)]


def summary(answers: Sequence[Feedback], coverage: float | None) -> dict[Criterion, float]:
    """Mean level of each criterion over the answers that could be judged; ``coverage`` 0 to 1."""
    found: dict[Criterion, float] = {}
    for key in Criterion:
        levels = [one.levels[key] for one in answers if key in one.levels]
        if levels:
            found[key] = round(mean(levels), 1)
    if coverage is not None and found:
        found[Criterion.COVERAGE] = round(1 + 4 * coverage, 1)
    return found
