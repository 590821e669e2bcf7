"""Claims about target occupations, the next steps and the market."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from employment.guidance.reports.enums import When
from employment.guidance.reports.rules.content import Action, Claim, Evidence
from employment.guidance.reports.rules.facts import Facts, MarketFact, OpeningFact, TargetFact
from employment.guidance.reports.rules.planned import planned

MOST_TARGETS = 3
FILLED = 70  # per cent of the profile from which filling in is not the first thing to do
PRACTICE = frozenset({"internship", "job"})


def targets(facts: Facts) -> Iterator[Claim]:
    for target in facts.targets[:MOST_TARGETS]:
        parts = [
            {
                "kind": part.kind,
                "points": part.points,
                "maximum": part.maximum,
                "known": part.known,
                "n": part.n,
                "guidance": part.guidance,
            }
            for part in target.parts
        ]
        values = {
            "name": target.name,
            "region": target.region,
            "chosen_by": target.chosen_by,
            "parts": parts,
            "total": target.total,
            "low": sum(p.points if p.known else 0 for p in target.parts),
            "high": sum(p.points if p.known else p.maximum for p in target.parts),
        }
        proof = (Evidence("occupation", target.code, target.name),)
        action = Action("occupation", {"code": target.code})
        code = "target.fit.matches" if target.chosen_by == "matches" else "target.fit"
        yield Claim(f"target:{target.code}", code, values, proof, (action,))


def path(facts: Facts, gaps: Sequence[Claim]) -> list[Claim]:
    """Now, this term, before graduation: what the student has planned, then what follows from
    the facts of this report."""
    found = {
        When.NOW: _now(facts, gaps),
        When.TERM: _this_term(facts, gaps),
        When.LATER: _later(facts, gaps),
    }
    end = term_end(facts.on)
    return [
        claim
        for when, follows in found.items()
        for claim in (
            *_numbered(when, planned(facts, when, term_end=end), most=2),
            *_numbered(when, follows, most=3),
        )
    ]


def market(facts: Facts) -> Iterator[Claim]:
    found = facts.market
    if found is not None and found.n:
        yield from _major(found)
    if facts.matches:
        values = {"n": facts.matches.n, "bands": dict(facts.matches.bands)}
        proof = Evidence("matches", 0, str(facts.matches.n))
        action = Action("matches")
        yield Claim("market:matches", "market.matches", values, (proof,), (action,))


def term_end(on: dt.date) -> dt.date:
    """Autumn terms end in January, spring terms in July."""
    if 2 <= on.month <= 7:
        return dt.date(on.year, 7, 15)
    return dt.date(on.year + (on.month > 7), 1, 20)


def _numbered(when: When, claims: Iterator[Claim], *, most: int) -> Iterator[Claim]:
    for claim, _place in zip(claims, range(most), strict=False):
        yield Claim(
            f"path:{when}:{claim.key}",
            claim.code,
            {**claim.values, "when": when.value},
            claim.evidence,
            claim.actions,
            claim.guidance,
        )


def _now(facts: Facts, gaps: Sequence[Claim]) -> Iterator[Claim]:
    profile = facts.profile
    if profile.missing and profile.percent < FILLED:
        values = {"part": profile.missing[0], "percent": profile.percent}
        action = Action("fill", {"part": profile.missing[0]})
        yield Claim(f"fill:{profile.missing[0]}", "path.fill", values, (), (action,))
    for claim in gaps:
        if (
            claim.code in ("gap.unproven", "gap.unstated")
            and claim.values.get("kind") != "experience"
        ):
            code = "path.prove" if claim.code == "gap.unproven" else "path.state"
            yield Claim(f"prove:{claim.key}", code, claim.values, (), claim.actions[:1])
            break
    for one in _openings(facts)[:1]:
        values = {"title": one.title, "employer": one.employer, "deadline": _iso(one.deadline)}
        proof = (Evidence("posting", one.id, one.title),)
        action = Action("posting", {"id": one.id})
        code = "path.apply" if one.deadline else "path.apply.open"
        yield Claim(f"apply:{one.id}", code, values, proof, (action,))
    if not facts.agreed:
        yield Claim("agree", "path.agree", {}, (), (Action("agree"),))
    elif not any(result.instrument == "interests" for result in facts.results):
        yield Claim("assess", "path.assess", {}, (), (Action("assess"),))
    if not facts.targets:
        yield Claim("target", "path.target", {}, (), (Action("targets"),))


def _this_term(facts: Facts, gaps: Sequence[Claim]) -> Iterator[Claim]:
    until = {"until": term_end(facts.on).isoformat()}
    for claim in gaps:
        if claim.code.startswith(("gap.target", "gap.skill")):
            action = claim.actions[:1]
            code = (
                "path.learn.course" if action and action[0].code == "way.course" else "path.learn"
            )
            title = action[0].values.get("title", "") if action else ""
            values = {**claim.values, **until, "title": title}
            yield Claim(f"learn:{claim.key}", code, values, claim.evidence, action)


def _later(facts: Facts, gaps: Sequence[Claim]) -> Iterator[Claim]:
    profile = facts.profile
    until: dict[str, Any] = {"cohort": profile.cohort}
    if not PRACTICE & {record.kind for record in profile.records}:
        values = {**until, "postings": facts.market.internships if facts.market else 0}
        yield Claim("internship", "path.internship", values, (), (Action("internships"),))
    for claim in gaps:
        if claim.code in ("gap.certificate", "gap.language"):
            yield Claim(
                f"paper:{claim.key}", "path.paper", {**claim.values, **until}, (), claim.actions[:1]
            )
            break
    weak = _weakest_part(facts.targets)
    if weak is not None:
        yield weak
    if facts.matches and profile.cohort:
        strong = facts.matches.bands.get("strong", 0) + facts.matches.bands.get("good", 0)
        values = {**until, "strong": strong, "season": profile.cohort - 1}
        yield Claim("season", "path.season", values, (), (Action("matches"),))
    if profile.further_study:
        values = {**until, "path": profile.further_study}
        yield Claim("study", "path.study", values, (), (Action("study"),))


def _weakest_part(found: Sequence[TargetFact]) -> Claim | None:
    """The known part of the first target with most points left."""
    for target in found[:1]:
        known = [part for part in target.parts if part.known and part.points < part.maximum]
        if known:
            part = max(known, key=lambda one: one.maximum - one.points)
            values = {
                "part": part.kind,
                "points": part.points,
                "maximum": part.maximum,
                "occupation": target.name,
            }
            action = Action("occupation", {"code": target.code})
            return Claim("part", "path.part", values, (), (action,), guidance=part.guidance)
    return None


def _openings(facts: Facts) -> list[OpeningFact]:
    """Not yet applied for: the one that ends first, then by place in the list."""
    rows = facts.matches.openings if facts.matches else ()
    left = [one for one in rows if not one.applied]
    return sorted(left, key=lambda one: (one.deadline is None, one.deadline or facts.on))


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _major(found: MarketFact) -> Iterator[Claim]:
    proof = (Evidence("major", found.code, found.name),)
    base = {
        "name": found.name,
        "n": found.n,
        "start": _iso(found.start),
        "end": _iso(found.end),
    }
    yield Claim("market:major", "market.major", base, proof)
    if found.p50 is not None:
        pay = {"p25": found.p25, "p50": found.p50, "p75": found.p75, "pay_n": found.pay_n}
        yield Claim("market:pay", "market.pay", {**base, **pay}, proof)
    if found.change is not None:
        values = {**base, "change": found.change, "months": found.months}
        yield Claim("market:trend", "market.trend", values, proof)
    for place in found.places:
        values = {"place": place.name, "n": place.n, "p50": place.p50, "pay_n": place.pay_n}
        values |= {"name": found.name, "start": base["start"], "end": base["end"]}
        code = "market.place" if place.n else "market.place.few"
        where = (Evidence("region", place.code, place.name),)
        yield Claim(f"market:place:{place.code}", code, values, where)
