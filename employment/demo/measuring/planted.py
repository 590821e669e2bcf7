"""What the engine's lists say against the roles planted in the demo world."""

from collections.abc import Hashable, Sequence
from typing import Any

from employment.demo import world
from employment.demo.measuring.arena import Arena, build_arena
from employment.demo.measuring.baselines import baseline_figures
from employment.demo.measuring.congestion import market_figures
from employment.matches.models import Match
from employment.matches.services.swaps import run_swap_test
from employment.postings.models import Posting
from employment.students.models import StudentProfile
from matching.metrics import exposures, gini, ndcg

DEPTH = 10
SWAPPED = 60


def planted_quality() -> dict[str, Any]:
    """The stored lists, then the same world for plain text search and with swapped traits."""
    arena = build_arena()
    return {
        **list_figures(),
        **baseline_figures(arena),
        **swap_figures(),
        **market_changes(arena),
        "unreached": unreached_postings(arena.eligible.any(axis=0), arena.vacancies),
    }


def market_changes(arena: Arena) -> dict[str, float]:
    """What the default strength does to each market against plain lists, as shares."""
    found = market_figures(arena)
    return {
        f"{market}_{name}": value
        for market, figures in found.items()
        for name, value in figures.items()
        if name != "curve"
    }


def list_figures() -> dict[str, Any]:
    """nDCG@10 and hit@1 of the stored lists by planted relevance (graded 3, 1, 0), Gini of the
    exposure over open demo postings, lists shorter than three, and hard violations. *shown*: the
    same of the lists in the order of the page, after balancing. Postings without a planted role
    (the internships beside the world) are passed over."""
    truths = {row.student_no: row for row in world.students()}
    postings = {row.source_id: row for row in world.postings()}
    rows = StudentProfile.objects.filter(student_no__in=truths)
    gains, first, lists, balanced, seen = [], [], [], [], []
    for student in rows.select_related("list_order").prefetch_related("matches__posting"):
        truth = truths[student.student_no]
        listed = (match.posting.source_id for match in student.matches.all())
        shown = [one for one in listed if one in postings][:DEPTH]
        wanted: dict[Hashable, float] = {
            one: float(world.relevance(truth, row)) for one, row in postings.items()
        }
        gains.append(ndcg(shown, wanted, DEPTH))
        first.append(float(bool(shown) and wanted[shown[0]] == world.SAME_ROLE))
        lists.append(shown)
        seen.append([one for one in shown_order(student) if one in postings][:DEPTH] or shown)
        balanced.append(ndcg(seen[-1], wanted, DEPTH))
    opened = Posting.objects.published().filter(source="demo", source_id__in=postings)
    opened_ids = sorted(opened.values_list("source_id", flat=True))
    return {
        "ndcg10": mean(gains),
        "hit1": mean(first),
        "n": len(gains),
        "short_lists": sum(len(shown) < 3 for shown in lists),
        "exposure_gini": round(gini(exposures(lists, opened_ids)), 4),
        "shown_ndcg10": mean(balanced),
        "shown_gini": round(gini(exposures(seen, opened_ids)), 4),
        "hard_violations": hard_violations(),
    }


def shown_order(student: StudentProfile) -> list[str]:
    """Source ids in the order of the page; empty when the list is not balanced."""
    order = getattr(student, "list_order", None)
    if order is None:
        return []
    named = {match.posting_id: match.posting.source_id for match in student.matches.all()}
    return [named[pk] for pk in order.postings if pk in named]


def swap_figures() -> dict[str, Any]:
    """Other traits, name and photo in the row: the same list and the same scores for everybody."""
    numbers = [row.student_no for row in world.students()][:: max(world.STUDENTS // SWAPPED, 1)]
    rows = StudentProfile.objects.filter(student_no__in=numbers).order_by("pk")
    report = run_swap_test(student_ids=list(rows.values_list("pk", flat=True)))
    return {
        "swap_n": report.sample,
        "swap_identical": report.traits.identical,
        "swap_rbo": round(report.traits.overlap, 4),
        "swap_words_rbo": round(report.texts.overlap, 4),
    }


def unreached_postings(has_eligible: Any, vacancies: Sequence[Any]) -> int:
    """Open postings that somebody is eligible for and that no list holds."""
    reached = set(Match.objects.filter(short=False).values_list("posting_id", flat=True))
    return sum(
        bool(some) and vacancy.id not in reached
        for some, vacancy in zip(has_eligible, vacancies, strict=True)
    )


def hard_violations() -> int:
    """Stored matches, not marked one step short, with a hard requirement that is missing."""
    rows = Match.objects.filter(short=False).values_list("checks", flat=True).iterator()
    return sum(
        any(c["hard"] and c["strength"] == "must" and c["outcome"] == "missing" for c in checks)
        for checks in rows
    )


def mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 4) if values else 0.0
