"""Claims about who somebody is and what they are strong at; each strength has its evidence."""

from collections.abc import Iterable, Iterator

from employment.guidance.reports.rules.content import Action, Claim, Evidence
from employment.guidance.reports.rules.facts import (
    Facts,
    NeedFact,
    PaperFact,
    ProfileFact,
    RecordFact,
    ResultFact,
    SkillFact,
)

FAMILIAR = 2  # level from which a proven skill counts as a strength
GOOD_GRADE = 85.0
HIGH_SCALE = 0.7
MOST_STRENGTHS = 40  # kept for comparison with the next version; fewer are shown
MOST_SKILLS, MOST_RECORDS = 4, 2
LISTED = 3
STRONG_SHARE = 0.5  # of the matched postings that name a condition must find it met


def about(facts: Facts) -> Iterator[Claim]:
    profile = facts.profile
    basics = Evidence("profile", profile.id, profile.university)
    if profile.major or profile.cohort or profile.degree:
        values = {
            "major": profile.major,
            "degree": profile.degree,
            "cohort": profile.cohort,
            "university": profile.university,
            "college": profile.college,
        }
        yield Claim("who:study", "who.study", values, (basics,))
    yield from _wish(profile)
    if profile.skills or profile.records:
        values = {
            "skills": len(profile.skills),
            "proven": sum(bool(skill.shown) for skill in profile.skills),
            "records": len(profile.records),
            "percent": profile.percent,
        }
        yield Claim("who:record", "who.record", values, (basics,))
    for result in facts.results:
        yield from _described(result)


def strengths(facts: Facts) -> list[Claim]:
    """The ones that matched postings ask for most come first."""
    profile = facts.profile
    skills = sorted(proven(profile.skills), key=lambda one: (-one.asked, -one.level, one.id))
    found = [_skill(one, facts) for one in skills[:MOST_SKILLS]]
    records = sorted(
        (one for one in profile.records if one.skills), key=lambda one: (-len(one.skills), one.id)
    )
    found += [_record(one) for one in records[:MOST_RECORDS]]
    found += [_condition(one) for one in met_conditions(facts)]
    found += [_paper(one, facts) for one in profile.papers if one.asked]
    found += _grades(facts)
    found += [claim for result in facts.results for claim in _high_scales(result)]
    found += [_skill(one, facts) for one in skills[MOST_SKILLS:]]
    found += [_record(one) for one in records[MOST_RECORDS:]]
    return found[:MOST_STRENGTHS]


def proven(skills: Iterable[SkillFact]) -> list[SkillFact]:
    return [one for one in skills if one.shown and one.level >= FAMILIAR]


def met_conditions(facts: Facts) -> list[NeedFact]:
    """The major where most of the postings that name one accept it."""
    needs = facts.matches.needs if facts.matches else ()
    majors = [need for need in needs if need.kind == "major"]
    return [one for one in majors if one.asked >= LISTED and one.met / one.asked >= STRONG_SHARE]


def _wish(profile: ProfileFact) -> Iterator[Claim]:
    if profile.titles or profile.regions or profile.pay_floor:
        values = {
            "titles": list(profile.titles[:LISTED]),
            "regions": list(profile.regions[:LISTED]),
            "pay": profile.pay_floor,
        }
        proof = Evidence("intention", profile.id, "、".join(profile.titles[:LISTED]))
        yield Claim("who:wish", "who.wish", values, (proof,))
    if profile.further_study:
        values = {"path": profile.further_study}
        proof = Evidence("intention", profile.id, profile.further_study)
        yield Claim("who:study_on", "who.study_on", values, (proof,))


def _described(result: ResultFact) -> Iterator[Claim]:
    """The highest scales and the lowest one; a flagged result says so and describes nothing."""
    proof = (Evidence("result", result.id, result.name),)
    base = {"assessment": result.name, "on": result.on.isoformat()}
    if result.flagged:
        yield Claim(f"who:{result.instrument}", "who.flagged", base, proof, guidance=True)
        return
    ordered = sorted(result.scales, key=lambda one: (-one.score, one.code))
    if len(ordered) < 2:
        return
    top = [{"name": one.name, "score": one.score} for one in ordered[: min(3, len(ordered) - 1)]]
    low = {"name": ordered[-1].name, "score": ordered[-1].score}
    flat = ordered[0].score - ordered[-1].score < 0.1
    code = "who.flat" if flat else "who.scales"
    scales = [{"code": s.code, "name": s.name, "score": s.score} for s in result.scales]
    values = {**base, "top": top, "low": low, "scales": scales, "instrument": result.instrument}
    yield Claim(f"who:{result.instrument}", code, values, proof, guidance=True)


def _skill(skill: SkillFact, facts: Facts) -> Claim:
    n = facts.matches.n if facts.matches else 0
    values = {"name": skill.name, "level": skill.level, "asked": skill.asked, "n": n}
    key = f"strength:skill:{skill.code or skill.id}"
    code = "strength.skill.asked" if skill.asked else "strength.skill"
    return Claim(key, code, values, skill.shown)


def _record(record: RecordFact) -> Claim:
    values = {
        "kind": record.kind,
        "title": record.title,
        "organisation": record.organisation,
        "months": record.months,
        "skills": list(record.skills[:LISTED]),
    }
    proof = Evidence("experience", record.id, record.text or record.title)
    code = "strength.record"
    return Claim(f"strength:experience:{record.id}", code, values, (proof,))


def _condition(need: NeedFact) -> Claim:
    values = {"asked": need.asked, "met": need.met}
    return Claim("strength:major", "strength.major", values, (need.posting,))


def _paper(paper: PaperFact, facts: Facts) -> Claim:
    n = facts.matches.n if facts.matches else 0
    values = {"name": paper.name, "score": paper.score, "asked": paper.asked, "n": n}
    proof = Evidence(paper.kind, paper.id, f"{paper.name} {paper.score}".strip())
    return Claim(f"strength:{paper.kind}:{paper.id}", "strength.paper", values, (proof,))


def _grades(facts: Facts) -> list[Claim]:
    best = sorted(facts.grades, key=lambda one: (-one.score, one.course))[:LISTED]
    good = [one for one in best if one.score >= GOOD_GRADE]
    if not good:
        return []
    values = {"courses": [{"course": one.course, "score": one.score} for one in good]}
    proof = tuple(Evidence("grade", one.id, f"{one.course} {one.score:g}") for one in good)
    return [Claim("strength:grades", "strength.grades", values, proof, guidance=True)]


def _high_scales(result: ResultFact) -> Iterator[Claim]:
    """Adaptability alone has a good end; interests, traits and values have none."""
    if result.instrument != "adaptability" or result.flagged:
        return
    for scale in result.scales:
        if scale.score >= HIGH_SCALE:
            values = {"name": scale.name, "score": scale.score}
            proof = (Evidence("result", result.id, result.name),)
            key = f"strength:scale:{scale.code}"
            yield Claim(key, "strength.scale", values, proof, guidance=True)


def profile_action(section: str) -> Action:
    return Action("profile", {"section": section})
