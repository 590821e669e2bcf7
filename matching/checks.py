"""One posting's requirements held against many candidates, each distinct answer worked out once."""

from collections.abc import Hashable

from matching.eligibility import Rules, check_requirement, held_records, is_studying
from matching.types import Candidate, Check, Requirement, RequirementKind, Vacancy


class Checks:
    """Candidates who agree in all that a requirement looks at share one ``Check``: thousands of
    candidates have a few dozen answers. Keep it as long as the question about the posting."""

    def __init__(self, vacancy: Vacancy, rules: Rules) -> None:
        self._vacancy = vacancy
        self._rules = rules
        self._known: list[dict[Hashable, Check]] = [{} for _ in vacancy.requirements]

    def of(self, candidate: Candidate) -> tuple[Check, ...]:
        """The same as ``check_requirements``."""
        studying = is_studying(candidate, self._rules)
        checks = []
        for requirement, known in zip(self._vacancy.requirements, self._known, strict=True):
            key = _looked_at(candidate, requirement, studying)
            check = known.get(key)
            if check is None:
                check = known[key] = check_requirement(candidate, requirement, self._rules)
            checks.append(check)
        return tuple(checks)


def _looked_at(candidate: Candidate, requirement: Requirement, studying: bool) -> Hashable:
    kind = requirement.kind
    if kind is RequirementKind.DEGREE:
        return candidate.degree
    if kind is RequirementKind.MAJOR:
        return candidate.majors, candidate.major_name
    if kind in (RequirementKind.EXPERIENCE, RequirementKind.COHORT):
        return candidate.experience_years, candidate.cohort
    records = held_records(candidate, kind)
    asked = tuple([record for record in records if record.skill in requirement.codes])
    return bool(records), asked, studying
