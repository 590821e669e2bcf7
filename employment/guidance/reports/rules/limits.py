"""Claims about what the report does not know, what would change it, and where it comes from."""

from collections.abc import Iterator

from employment.guidance.reports.rules.content import Action, Claim, Evidence
from employment.guidance.reports.rules.facts import Facts, is_sparse

FEW_POSTINGS = 30
OLD_DAYS = 180


def limits(facts: Facts) -> list[Claim]:
    return [*_profile(facts), *_parts(facts), *_agreement(facts), *_thin(facts)]


def sources(facts: Facts) -> Iterator[Claim]:
    profile = facts.profile
    values = {"on": profile.updated_on.isoformat(), "percent": profile.percent}
    proof = (Evidence("profile", profile.id, profile.university),)
    yield Claim("source:profile", "source.profile", values, proof)
    if facts.matches:
        found = facts.matches
        values = {"n": found.n, "on": found.computed_on.isoformat(), "engine": found.engine}
        yield Claim("source:matches", "source.matches", values)
    if facts.market and facts.market.start and facts.market.end:
        values = {
            "start": facts.market.start.isoformat(),
            "end": facts.market.end.isoformat(),
            "n": facts.market.n or 0,
        }
        yield Claim("source:market", "source.market", values)
    for result in facts.results:
        values = {"assessment": result.name, "on": result.on.isoformat()}
        key = f"source:result:{result.instrument}"
        yield Claim(key, "source.result", values, guidance=True)
    if facts.grades:
        values = {"n": len(facts.grades)}
        yield Claim("source:grades", "source.grades", values, guidance=True)


def _profile(facts: Facts) -> Iterator[Claim]:
    """A sparse profile: every empty part; otherwise what is worth most."""
    parts = facts.profile.missing if is_sparse(facts) else facts.profile.missing[:1]
    for part in parts:
        action = Action("fill", {"part": part})
        yield Claim(f"unknown:fill:{part}", f"unknown.fill.{part}", {}, (), (action,))
    age = (facts.on - facts.profile.updated_on).days
    if age > OLD_DAYS:
        values = {"on": facts.profile.updated_on.isoformat(), "days": age}
        yield Claim("unknown:old", "unknown.old", values, (), (Action("profile", {}),))


def _parts(facts: Facts) -> Iterator[Claim]:
    """Unknown parts of the fit, with how far the first target's score may move."""
    for target in facts.targets[:1]:
        for part in target.parts:
            if not part.known and not (part.kind == "interest" and not facts.agreed):
                values = {"occupation": target.name, "maximum": part.maximum}
                code = f"unknown.part.{part.kind}"
                yield Claim(f"unknown:part:{part.kind}", code, values, (), _remedy(part.kind))


def _remedy(kind: str) -> tuple[Action, ...]:
    if kind == "interest":
        return (Action("assess"),)
    part = {"skills": "skills", "major": "basics", "region": "regions"}.get(kind, "experience")
    return (Action("fill", {"part": part}),)


def _agreement(facts: Facts) -> Iterator[Claim]:
    if not facts.agreed:
        yield Claim("unknown:agree", "unknown.agree", {}, (), (Action("agree"),))
    if not facts.matching:
        yield Claim("unknown:matching", "unknown.matching", {}, (), (Action("agree"),))
    for result in facts.results:
        if result.flagged:
            values = {"assessment": result.name}
            action = Action("assess")
            key = f"unknown:flagged:{result.instrument}"
            yield Claim(key, "unknown.flagged", values, (), (action,), guidance=True)


def _thin(facts: Facts) -> Iterator[Claim]:
    found = facts.market
    if found and found.n is not None and found.n < FEW_POSTINGS:
        yield Claim("unknown:few", "unknown.few", {"name": found.name, "n": found.n})
    if found and found.n is None:
        yield Claim("unknown:none", "unknown.none", {"name": found.name})
    if facts.matches and facts.matches.coverage < 0.8:
        values = {"coverage": facts.matches.coverage, "n": facts.matches.n}
        yield Claim("unknown:coverage", "unknown.coverage", values)
    if facts.market and facts.market.n:
        yield Claim("unknown:sample", "unknown.sample", {"n": facts.market.n})
