"""Advice modules: each looks at the facts and says active, fine, or what it would need to know.

After the manner of Bob (Bayes Impact): a diagnosis of separate, explainable modules instead of one
score. Thresholds are stated here and shown on the cards; they are experience, not fitted.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from employment.guidance.plans.enums import Outcome, Urgency
from employment.guidance.plans.rules.facts import Facts

Number = int | float | str
FINAL_MONTHS = 12  # the year in which recruiting runs


@dataclass(frozen=True, slots=True)
class Verdict:
    """``numbers`` are the student's own, as named in the module's wording. ``missing`` are codes
    of what is not known. ``target`` is the id that the action's page needs."""

    outcome: Outcome
    numbers: Mapping[str, Number] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    target: int | None = None

    @property
    def signature(self) -> str:
        """Changes when the numbers do: then a dismissed advice may come back."""
        return "|".join(str(self.numbers[name]) for name in sorted(self.numbers))[:120]


@dataclass(frozen=True, slots=True)
class Module:
    """``weight`` orders modules of one urgency; ``quiet_days``: how long "not now" lasts."""

    code: str
    judge: Callable[[Facts], Verdict]
    urgency: Urgency
    weight: int
    quiet_days: int = 14


def fine(**numbers: Number) -> Verdict:
    return Verdict(Outcome.FINE, numbers)


def unknown(*missing: str) -> Verdict:
    return Verdict(Outcome.UNKNOWN, missing=missing)


def judged(triggered: bool, *, target: int | None = None, **numbers: Number) -> Verdict:
    return Verdict(Outcome.ACTIVE if triggered else Outcome.FINE, numbers, target=target)


def offer_waits(facts: Facts) -> Verdict:
    days = facts.offer_days
    return judged(
        facts.offers > 0 and days >= 3,
        target=facts.offer_application,
        offers=facts.offers,
        days=days,
    )


def deadline_soon(facts: Facts) -> Verdict:
    if facts.matches is None:
        return unknown("matches")
    target = facts.closing_posting
    return judged(facts.closing > 0, target=target, n=facts.closing, days=facts.closing_days)


def intention_empty(facts: Facts) -> Verdict:
    return judged(not facts.titles, titles=facts.titles or 0)


def only_short(facts: Facts) -> Verdict:
    if facts.matches is None:
        return unknown("matches")
    return judged(
        facts.matches > 0 and facts.short == facts.matches, short=facts.short, n=facts.matches
    )


def few_applications(facts: Facts) -> Verdict:
    if facts.months_left is None:
        return unknown("cohort")
    if not 0 <= facts.months_left <= FINAL_MONTHS or facts.offers_ever or facts.further_study:
        return fine(sent=facts.sent_recently)
    return judged(facts.sent_recently < 3, sent=facts.sent_recently, months=facts.months_left)


def untailored(facts: Facts) -> Verdict:
    if facts.sent < 5:
        return unknown("five_applications")
    return judged(
        facts.plain >= 5 and 2 * facts.plain > facts.sent, plain=facts.plain, n=facts.sent
    )


def narrow_regions(facts: Facts) -> Verdict:
    if facts.regions is None:
        return unknown("intention")
    if facts.matches is None:
        return unknown("matches")
    narrow = facts.regions == 1 and facts.regions_hard and facts.matches < 20
    return judged(narrow, regions=facts.regions, n=facts.matches)


def pay_above_market(facts: Facts) -> Verdict:
    if facts.pay_floor is None:
        return unknown("pay_floor")
    if facts.market_p75 is None or facts.market_n < 5:
        return unknown("market")
    return judged(
        facts.pay_floor > facts.market_p75,
        floor=facts.pay_floor,
        p75=facts.market_p75,
        n=facts.market_n,
    )


def certificate_missing(facts: Facts) -> Verdict:
    if facts.top < 5:
        return unknown("matches")
    n = facts.missing_certificate_n
    many = n >= 3 and n >= 0.3 * facts.top
    return judged(many, name=facts.missing_certificate, n=n, top=facts.top)


def language_missing(facts: Facts) -> Verdict:
    if facts.top < 5:
        return unknown("matches")
    asked = facts.language_asked
    return judged(not facts.languages and asked >= 3, n=asked, top=facts.top)


def crowded_target(facts: Facts) -> Verdict:
    if facts.known_demand < 5:
        return unknown("demand")
    crowded = 2 * facts.crowded > facts.known_demand
    return judged(crowded, n=facts.crowded, top=facts.known_demand)


def skills_unproven(facts: Facts) -> Verdict:
    if facts.skills < 3:
        return unknown("three_skills")
    return judged(2 * facts.proven < facts.skills, proven=facts.proven, n=facts.skills)


def no_internship(facts: Facts) -> Verdict:
    if facts.year is None or facts.length is None:
        return unknown("cohort")
    due = facts.year >= min(3, facts.length) and (facts.months_left or 0) >= 0
    return judged(due and facts.internships == 0, year=facts.year, n=facts.internships)


def profile_stale(facts: Facts) -> Verdict:
    return judged(facts.profile_days >= 120, days=facts.profile_days)


def no_answer(facts: Facts) -> Verdict:
    if facts.sent < 3:
        return unknown("three_applications")
    return judged(facts.unanswered >= 3, n=facts.unanswered, sent=facts.sent)


def interviews_low(facts: Facts) -> Verdict:
    if facts.answered < 8:
        return unknown("eight_answers")
    low = facts.interviews < 0.2 * facts.answered
    return judged(low, n=facts.interviews, answered=facts.answered)


def interviews_without_offer(facts: Facts) -> Verdict:
    if facts.interviews < 3:
        return unknown("three_interviews")
    return judged(facts.offers_ever == 0, n=facts.interviews, offers=facts.offers_ever)


def study_and_job(facts: Facts) -> Verdict:
    if facts.months_left is None:
        return unknown("cohort")
    open_both = bool(facts.further_study) and bool(facts.titles or facts.sent)
    final = 0 <= facts.months_left <= FINAL_MONTHS
    return judged(open_both and final, sent=facts.sent, months=facts.months_left)


def skill_gap(facts: Facts) -> Verdict:
    if facts.gap_share is None or facts.gap_n < 5:
        return unknown("target_demand")
    percent = round(100 * facts.gap_share)
    return judged(percent >= 25, name=facts.gap_skill, percent=percent, n=facts.gap_n)


def matching_off(facts: Facts) -> Verdict:
    return judged(not facts.agreed)


MODULES: tuple[Module, ...] = (
    Module("offer-waits", offer_waits, Urgency.ENDS, 1, quiet_days=2),
    Module("deadline-soon", deadline_soon, Urgency.ENDS, 2, quiet_days=1),
    Module("matching-off", matching_off, Urgency.BLOCKS, 1, quiet_days=60),
    Module("intention-empty", intention_empty, Urgency.BLOCKS, 2),
    Module("few-applications", few_applications, Urgency.CHANCES, 1, quiet_days=7),
    Module("only-short", only_short, Urgency.CHANCES, 2),
    Module("interviews-without-offer", interviews_without_offer, Urgency.CHANCES, 3),
    Module("interviews-low", interviews_low, Urgency.CHANCES, 4),
    Module("untailored", untailored, Urgency.CHANCES, 5),
    Module("no-internship", no_internship, Urgency.CHANCES, 6, quiet_days=30),
    Module("certificate-missing", certificate_missing, Urgency.CHANCES, 7, quiet_days=30),
    Module("skill-gap", skill_gap, Urgency.CHANCES, 8, quiet_days=30),
    Module("language-missing", language_missing, Urgency.CHANCES, 9, quiet_days=30),
    Module("study-and-job", study_and_job, Urgency.WORTH, 1, quiet_days=30),
    Module("pay-above-market", pay_above_market, Urgency.WORTH, 2, quiet_days=30),
    Module("narrow-regions", narrow_regions, Urgency.WORTH, 3, quiet_days=30),
    Module("crowded-target", crowded_target, Urgency.WORTH, 4),
    Module("no-answer", no_answer, Urgency.WORTH, 5),
    Module("skills-unproven", skills_unproven, Urgency.WORTH, 6, quiet_days=30),
    Module("profile-stale", profile_stale, Urgency.WORTH, 7, quiet_days=30),
)
MODULES_BY_CODE: Mapping[str, Module] = {one.code: one for one in MODULES}


def diagnose(facts: Facts) -> list[tuple[Module, Verdict]]:
    """Every module's verdict, most urgent first."""
    order = sorted(MODULES, key=lambda one: (one.urgency, one.weight))
    return [(one, one.judge(facts)) for one in order]
