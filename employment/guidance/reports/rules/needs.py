"""Claims about what is missing: each with its size, its share of demand and something to do."""

from collections.abc import Iterable, Iterator

from employment.guidance.reports.rules.content import Action, Claim, Evidence
from employment.guidance.reports.rules.facts import (
    Facts,
    GapFact,
    NeedFact,
    SkillFact,
    TargetFact,
    is_sparse,
)

MOST_GAPS = 40  # kept for comparison with the next version; fewer are shown
SPARSE_GAPS = 3
LEAST_ASKED = 3
OPEN_SHARE = 0.5  # of the postings that name it must find it open
SECTIONS = {"certificate": "certificates", "language": "languages", "experience": "experience"}


def gaps(facts: Facts) -> list[Claim]:
    """Those of the target occupations first, then of the matched postings, then claimed skills
    that nothing proves; each skill once. Of a nearly empty profile everything would be missing:
    there the few heaviest are named, the rest would say nothing about the person."""
    seen: set[str] = set()
    found = [
        *_first_of(seen, ((gap.code, _target_gap(target, gap)) for target, gap in _heavy(facts))),
        *_first_of(seen, ((need.code, _need(need, facts)) for need in open_needs(facts))),
        *_first_of(seen, ((one.code, _unproven(one, facts)) for one in unproven(facts))),
    ]
    most = SPARSE_GAPS if is_sparse(facts) else MOST_GAPS
    return sorted(found, key=lambda claim: -weight(claim))[:most]


def weight(claim: Claim) -> float:
    """How much demand the missing part stands for."""
    return float(claim.values["size"]) * float(claim.values["share"])


def open_needs(facts: Facts) -> list[NeedFact]:
    needs = facts.matches.needs if facts.matches else ()
    counted = [need for need in needs if need.kind in ("skill", *SECTIONS)]
    return [
        need
        for need in counted
        if need.asked >= LEAST_ASKED and (need.missing + need.unknown) / need.asked > OPEN_SHARE
    ]


def unproven(facts: Facts) -> list[SkillFact]:
    return [one for one in facts.profile.skills if not one.shown and one.asked]


def _heavy(facts: Facts) -> Iterator[tuple[TargetFact, GapFact]]:
    for target in facts.targets:
        for gap in target.gaps:
            yield target, gap


def _first_of(seen: set[str], rows: Iterable[tuple[str, Claim]]) -> Iterator[Claim]:
    for code, claim in rows:
        if code not in seen:
            seen.add(code)
            yield claim


def _target_gap(target: TargetFact, gap: GapFact) -> Claim:
    values = {
        "name": gap.name,
        "occupation": target.name,
        "size": gap.size,
        "share": gap.share,
        "n": gap.n,
    }
    actions = tuple(
        Action(
            f"way.{way.kind}",
            {"title": way.title, "occupation": way.occupation, "skill": way.skill},
        )
        for way in gap.ways
    ) or (Action("profile", {"section": "skills"}),)
    proof = (Evidence("occupation", target.code, target.name),)
    code = "gap.target.basic" if gap.size < 1 else "gap.target"
    return Claim(f"gap:{gap.code}", code, values, proof, actions)


def _need(need: NeedFact, facts: Facts) -> Claim:
    n = facts.matches.n if facts.matches else need.asked
    open_share = (need.missing + need.unknown) / need.asked
    values = {
        "name": need.label,
        "asked": need.asked,
        "n": n,
        "size": round(open_share, 4),
        "share": need.asked / n,
        "kind": need.kind,
    }
    section = SECTIONS.get(need.kind, "skills")
    action = Action("profile", {"section": section})
    proof = (need.posting,)
    if not need.missing:
        return Claim(f"gap:{need.code}", "gap.unstated", values, proof, (action,))
    if need.kind == "skill" and need.code in {skill.code for skill in facts.profile.skills}:
        return Claim(f"gap:{need.code}", "gap.level", values, proof, (action,))
    actions = (Action(f"learn.{need.kind}", {"posting": need.posting.id}), action)
    return Claim(f"gap:{need.code}", f"gap.{need.kind}", values, proof, actions)


def _unproven(skill: SkillFact, facts: Facts) -> Claim:
    n = facts.matches.n if facts.matches else 0
    values = {
        "name": skill.name,
        "asked": skill.asked,
        "n": n,
        "size": 0.5,
        "share": skill.asked / n if n else 0.0,
    }
    action = Action("prove", {"id": skill.id})
    proof = (Evidence("skills", skill.id, skill.name),)
    return Claim(f"gap:{skill.code or skill.id}", "gap.unproven", values, proof, (action,))
