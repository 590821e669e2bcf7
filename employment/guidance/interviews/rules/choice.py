"""Which questions an interview asks; the same attempt number gives the same questions."""

import hashlib
from collections.abc import Collection, Sequence

from employment.guidance.interviews.enums import QuestionKind
from employment.guidance.interviews.library import Question

LENGTHS = (1, 3, 5, 8)


def pick(
    bank: Sequence[Question],
    *,
    kind: QuestionKind | None,
    skills: Sequence[str],
    count: int,
    seed: str,
    asked: Collection[str] = (),
) -> list[tuple[Question, str]]:
    """Questions with the skill that fills a gap. Those not ``asked`` before come first; no kind
    means what a posting calls for: its skills first, then experiences and structured questions.
    """
    if kind is not None:
        return _of_kind(bank, kind, skills, count, seed, asked)
    technical = _of_kind(bank, QuestionKind.TECHNICAL, skills, (count + 1) // 2, seed, asked)
    story = _of_kind(bank, QuestionKind.BEHAVIOURAL, skills, (count + 1) // 3, seed, asked)
    rest = count - len(technical) - len(story)
    return technical + story + _of_kind(bank, QuestionKind.STRUCTURED, skills, rest, seed, asked)


def _of_kind(
    bank: Sequence[Question],
    kind: QuestionKind,
    skills: Sequence[str],
    count: int,
    seed: str,
    asked: Collection[str],
) -> list[tuple[Question, str]]:
    usable = [one for one in bank if one.kind is kind and (skills or not one.needs_skill)]
    if skills and kind is QuestionKind.TECHNICAL:
        usable = [one for one in usable if one.needs_skill]
    ordered = sorted(usable, key=lambda one: (one.code in asked, _mixed(seed, one.code)))
    chosen = _varied(ordered)[:count]
    return [
        (one, skills[at % len(skills)] if one.needs_skill else "") for at, one in enumerate(chosen)
    ]


def _varied(questions: Sequence[Question]) -> list[Question]:
    """One of each competency before a second of any."""
    met: dict[str, int] = {}
    ranked = []
    for at, one in enumerate(questions):
        turn = met[one.competency.code] = met.get(one.competency.code, -1) + 1
        ranked.append((turn, at, one))
    return [one for _, _, one in sorted(ranked, key=lambda row: row[:2])]


def _mixed(seed: str, code: str) -> str:
    return hashlib.sha256(f"{seed}\0{code}".encode()).hexdigest()
