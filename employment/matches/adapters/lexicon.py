"""The skill lexicon of this process, built once from the reference tables."""

import re
from collections.abc import Iterator

from employment.taxonomy import selectors
from employment.taxonomy.enums import SkillKind
from employment.taxonomy.selectors.rows import kept_per_process
from matching.lexicon import Lexicon

SENTENCE_END = re.compile(r"[。！？；;!?\n]")
MAX_SENTENCE = 160
TRADE_KINDS = {SkillKind.SKILL, SkillKind.TOOL}


@kept_per_process
def skill_lexicon() -> Lexicon:
    return Lexicon.from_rows(selectors.skill_rows())


@kept_per_process
def trade_ids() -> frozenset[str]:
    """What belongs to a trade: no traits (沟通能力), certificates or languages."""
    return frozenset(row.id for row in selectors.skill_rows() if row.kind in TRADE_KINDS)


def skill_mentions(text: str) -> Iterator[tuple[str, str]]:
    """(skill id, the sentence that names it) in order of appearance, each skill once."""
    seen = set()
    for span in skill_lexicon().find(text):
        if span.skill.id not in seen:
            seen.add(span.skill.id)
            yield span.skill.id, sentence_around(text, span.start, span.end)


def sentence_around(text: str, start: int, end: int) -> str:
    before = [found.end() for found in SENTENCE_END.finditer(text, 0, start)]
    after = SENTENCE_END.search(text, end)
    sentence = text[before[-1] if before else 0 : after.start() if after else len(text)].strip()
    return sentence if len(sentence) <= MAX_SENTENCE else sentence[: MAX_SENTENCE - 1] + "…"
