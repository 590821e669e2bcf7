"""The swap test: the same people with other protected traits must get the same lists.

It goes the whole way from the student's row through the adapter to the engine, in memory: nothing
of the swapped people is written.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from employment.matches.adapters.students import candidate_of, student_rows
from employment.matches.services.embedding import encode_texts, read_vectors
from employment.matches.services.engine import encoder, weights
from employment.matches.services.live import live
from employment.matches.services.occupations import code_intentions
from employment.matches.services.reference import reference
from employment.students.models import ProtectedTraits, StudentProfile
from employment.students.models.profiles import NO_HARDSHIP
from matching.containers import CandidateIndex
from matching.criteria import Weights
from matching.documents import candidate_facets, content_hash
from matching.fairness import Ranked, SwapResult, compare_lists
from matching.search import match_rows
from matching.types import Candidate

DEPTH = 50
# What a profile may say of its writer: the same sentence for two people who differ in nothing else.
INTRODUCTIONS = (
    "我叫王丽娟，女，汉族，来自城镇，家庭条件一般，我是一名认真的女生。",
    "我叫马建国，男，回族，来自农村，建档立卡家庭，我是一名认真的男生。",
)
# Longer words first: 女生 is not to become 男 + 生 twice.
SWAPPED_WORDS = (
    *(("女生", "男生"), ("女性", "男性"), ("女士", "先生"), ("学姐", "学长"), ("女", "男")),
    *(("她", "他"), ("汉族", "回族"), ("城镇", "农村")),
)
Read = Callable[[StudentProfile], Candidate]


@dataclass(frozen=True, slots=True)
class SwapReport:
    """``traits``: other traits, name and photo in the row. ``texts``: the words of them in what
    the student wrote, where rank-biased overlap says how far the list moved."""

    sample: int
    traits: SwapResult
    texts: SwapResult


def run_swap_test(*, student_ids: Sequence[int], read: Read = candidate_of) -> SwapReport:
    """Match a sample as it is, with swapped traits, and with swapped words in its texts."""
    before, swapped = [], []
    for row in student_rows(student_ids).select_related("user", "protected"):
        before.append(read(row))
        swapped.append(read(swap_traits(row)))
    told = [[introduce(one, text) for one in before] for text in INTRODUCTIONS]
    return SwapReport(
        sample=len(before),
        traits=compare_lists(lists_of(before), lists_of(swapped)),
        texts=compare_lists(lists_of(told[0]), lists_of([swap_words(one) for one in told[1]])),
    )


def swap_traits(student: StudentProfile) -> StudentProfile:
    """The row of a person with everything else the same, never saved. No photo is kept at all."""
    known: ProtectedTraits | None = getattr(student, "protected", None)
    was_woman = known is not None and known.gender in ("女", "female")
    was_han = known is None or known.ethnicity in ("", "汉族", "汉")
    student.protected = ProtectedTraits(
        student_id=student.pk,
        gender="男" if was_woman else "女",
        ethnicity="维吾尔族" if was_han else "汉族",
        birthplace_id="110000" if known and known.birthplace_id else "650000",
        hardship="特别困难"
        if known is None or known.hardship in ("", NO_HARDSHIP)
        else NO_HARDSHIP,
        disability=not (known and known.disability),
    )
    student.user.name = "古丽娜尔" if was_han else "王建国"
    return student


def introduce(candidate: Candidate, text: str) -> Candidate:
    return replace(candidate, summary=text + candidate.summary)


def swap_words(candidate: Candidate) -> Candidate:
    """Every word of gender, ethnicity and origin in the candidate's own texts, exchanged."""
    told = [
        replace(record, title=swapped(record.title), text=swapped(record.text))
        for record in candidate.experiences
    ]
    own = candidate.summary.removeprefix(INTRODUCTIONS[1])
    kept = candidate.summary[: len(candidate.summary) - len(own)]
    return replace(candidate, summary=kept + swapped(own), experiences=tuple(told))


def swapped(text: str) -> str:
    marks: dict[int, str] = {}
    for number, (one, other) in enumerate(SWAPPED_WORDS):
        first, second = chr(0xE000 + 2 * number), chr(0xE001 + 2 * number)
        text = text.replace(one, first).replace(other, second)
        marks |= {ord(first): other, ord(second): one}
    return text.translate(marks)


def shadow_lists(student_ids: Sequence[int], by_weights: Weights) -> Ranked:
    """What these students' lists would be under other weights; nothing is written."""
    return lists_of([candidate_of(row) for row in student_rows(student_ids)], by_weights)


def lists_of(candidates: Sequence[Candidate], by_weights: Weights | None = None) -> Ranked:
    """Ids and totals by candidate, from vectors that stay in memory."""
    model, state = encoder(), live()
    state.refresh_postings()
    coded = code_intentions(candidates)
    texts = {
        content_hash(text, model.name): text
        for one in coded
        for text in candidate_facets(one).texts()
    }
    vectors = read_vectors(texts)
    vectors |= encode_texts({k: t for k, t in texts.items() if k not in vectors}, model)
    index = CandidateIndex(model.name, model.dim)
    index.put(coded, vectors)
    found = match_rows(
        index, state.postings, reference=reference(), weights=by_weights or weights(), k=DEPTH
    )
    return {
        one.id: (one.ids[~one.one_step].tolist(), one.totals[~one.one_step].tolist())
        for one in found
    }
