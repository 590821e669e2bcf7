import datetime as dt

import pytest

from employment.guidance.plans.enums import DismissReason, Outcome
from employment.guidance.plans.rules.advice import MODULES, MODULES_BY_CODE, diagnose
from employment.guidance.plans.rules.dismissal import may_return
from employment.guidance.plans.rules.facts import Facts
from employment.guidance.plans.wording import MISSING, WORDINGS

TODAY = dt.date(2026, 10, 15)
ACTIVE, FINE, UNKNOWN = Outcome.ACTIVE, Outcome.FINE, Outcome.UNKNOWN

# module, facts that differ from knowing nothing, outcome
TABLE = [
    ("offer-waits", {"offers": 1, "offer_days": 3}, ACTIVE),
    ("offer-waits", {"offers": 1, "offer_days": 2}, FINE),
    ("deadline-soon", {"matches": 9, "closing": 2, "closing_days": 3}, ACTIVE),
    ("deadline-soon", {"matches": 9}, FINE),
    ("deadline-soon", {}, UNKNOWN),
    ("matching-off", {}, ACTIVE),
    ("matching-off", {"agreed": True}, FINE),
    ("intention-empty", {}, ACTIVE),
    ("intention-empty", {"titles": 0}, ACTIVE),
    ("intention-empty", {"titles": 1}, FINE),
    ("few-applications", {"months_left": 8, "sent_recently": 2}, ACTIVE),
    ("few-applications", {"months_left": 8, "sent_recently": 3}, FINE),
    ("few-applications", {"months_left": 13}, FINE),
    ("few-applications", {"months_left": -1}, FINE),
    ("few-applications", {"months_left": 8, "offers_ever": 1}, FINE),
    ("few-applications", {"months_left": 8, "further_study": "abroad"}, FINE),
    ("few-applications", {}, UNKNOWN),
    ("only-short", {"matches": 6, "short": 6}, ACTIVE),
    ("only-short", {"matches": 6, "short": 5}, FINE),
    ("only-short", {"matches": 0}, FINE),
    ("only-short", {}, UNKNOWN),
    ("interviews-without-offer", {"interviews": 3}, ACTIVE),
    ("interviews-without-offer", {"interviews": 3, "offers_ever": 1}, FINE),
    ("interviews-without-offer", {"interviews": 2}, UNKNOWN),
    ("interviews-low", {"answered": 10, "interviews": 1}, ACTIVE),
    ("interviews-low", {"answered": 10, "interviews": 2}, FINE),
    ("interviews-low", {"answered": 7}, UNKNOWN),
    ("untailored", {"sent": 9, "plain": 5}, ACTIVE),
    ("untailored", {"sent": 10, "plain": 5}, FINE),
    ("untailored", {"sent": 4, "plain": 4}, UNKNOWN),
    ("no-internship", {"year": 3, "length": 4}, ACTIVE),
    ("no-internship", {"year": 2, "length": 4}, FINE),
    ("no-internship", {"year": 2, "length": 2}, ACTIVE),  # a two-year master's last year
    ("no-internship", {"year": 3, "length": 4, "internships": 1}, FINE),
    ("no-internship", {"year": 6, "length": 4, "months_left": -12}, FINE),
    ("no-internship", {}, UNKNOWN),
    ("certificate-missing", {"top": 10, "missing_certificate_n": 3}, ACTIVE),
    ("certificate-missing", {"top": 20, "missing_certificate_n": 5}, FINE),
    ("certificate-missing", {"top": 4, "missing_certificate_n": 4}, UNKNOWN),
    ("skill-gap", {"gap_share": 0.4, "gap_n": 30}, ACTIVE),
    ("skill-gap", {"gap_share": 0.1, "gap_n": 30}, FINE),
    ("skill-gap", {"gap_share": 0.4, "gap_n": 4}, UNKNOWN),
    ("skill-gap", {}, UNKNOWN),
    ("language-missing", {"top": 10, "language_asked": 3}, ACTIVE),
    ("language-missing", {"top": 10, "language_asked": 3, "languages": 1}, FINE),
    ("language-missing", {"top": 3}, UNKNOWN),
    ("study-and-job", {"months_left": 9, "further_study": "abroad", "sent": 1}, ACTIVE),
    ("study-and-job", {"months_left": 9, "further_study": "abroad"}, FINE),
    ("study-and-job", {"months_left": 20, "further_study": "abroad", "titles": 1}, FINE),
    ("study-and-job", {"further_study": "abroad", "titles": 1}, UNKNOWN),
    ("pay-above-market", {"pay_floor": 9001, "market_p75": 9000, "market_n": 40}, ACTIVE),
    ("pay-above-market", {"pay_floor": 9000, "market_p75": 9000, "market_n": 40}, FINE),
    ("pay-above-market", {"pay_floor": 9000}, UNKNOWN),
    ("pay-above-market", {"market_p75": 9000, "market_n": 40}, UNKNOWN),
    ("narrow-regions", {"regions": 1, "regions_hard": True, "matches": 4}, ACTIVE),
    ("narrow-regions", {"regions": 1, "regions_hard": True, "matches": 20}, FINE),
    ("narrow-regions", {"regions": 1, "matches": 4}, FINE),
    ("narrow-regions", {"matches": 4}, UNKNOWN),
    ("crowded-target", {"known_demand": 9, "crowded": 5}, ACTIVE),
    ("crowded-target", {"known_demand": 10, "crowded": 5}, FINE),
    ("crowded-target", {"known_demand": 4, "crowded": 4}, UNKNOWN),
    ("no-answer", {"sent": 5, "unanswered": 3}, ACTIVE),
    ("no-answer", {"sent": 5, "unanswered": 2}, FINE),
    ("no-answer", {"sent": 2, "unanswered": 2}, UNKNOWN),
    ("skills-unproven", {"skills": 5, "proven": 2}, ACTIVE),
    ("skills-unproven", {"skills": 4, "proven": 2}, FINE),
    ("skills-unproven", {"skills": 2}, UNKNOWN),
    ("profile-stale", {"profile_days": 120}, ACTIVE),
    ("profile-stale", {"profile_days": 119}, FINE),
]


@pytest.mark.parametrize(("code", "values", "expected"), TABLE)
def test_module(code, values, expected):
    verdict = MODULES_BY_CODE[code].judge(Facts(today=TODAY, **values))

    assert verdict.outcome == expected
    assert bool(verdict.missing) == (expected == UNKNOWN)


def test_the_table_holds_every_module_and_enough_of_them_can_lack_data():
    tried = {(code, outcome) for code, _values, outcome in TABLE}

    assert {code for code, _ in tried} == set(MODULES_BY_CODE)
    assert all({(one.code, ACTIVE), (one.code, FINE)} <= tried for one in MODULES)
    assert sum((one.code, UNKNOWN) in tried for one in MODULES) >= 12


@pytest.mark.parametrize(("code", "values", "expected"), TABLE)
def test_every_verdict_can_be_said(code, values, expected):
    verdict = MODULES_BY_CODE[code].judge(Facts(today=TODAY, **values))

    if expected == ACTIVE:
        assert str(WORDINGS[code].reason) % verdict.numbers
    assert all(MISSING[one] for one in verdict.missing)


def test_what_ends_comes_first_and_each_place_is_explained():
    rows = diagnose(Facts(today=TODAY, offers=1, offer_days=5))
    keys = [(module.urgency, module.weight) for module, _verdict in rows]

    assert rows[0][0].code == "offer-waits"
    assert keys == sorted(keys)
    assert len(set(keys)) == len(MODULES)  # no ties


@pytest.mark.parametrize(
    ("reason", "days", "now", "expected"),
    [
        (DismissReason.LATER, 13, "5", False),
        (DismissReason.LATER, 14, "5", True),
        (DismissReason.LATER, 5, "9", False),
        (DismissReason.DONE, 29, "5", False),
        (DismissReason.DONE, 30, "5", True),
        (DismissReason.WRONG, 400, "5", False),
        (DismissReason.WRONG, 14, "9", True),
        (DismissReason.WRONG, 1, "9", False),
    ],
)
def test_when_a_dismissed_advice_returns(reason, days, now, expected):
    returns = may_return(
        reason=reason,
        dismissed_on=TODAY,
        today=TODAY + dt.timedelta(days),
        quiet_days=14,
        before="5",
        now=now,
    )

    assert returns is expected
