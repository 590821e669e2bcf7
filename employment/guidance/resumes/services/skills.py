"""Adding to a variant what its posting asks for and the profile proves; never anything else."""

from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from employment.common.errors import InvalidError
from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.content import Skill as ResumeSkill
from employment.guidance.resumes.fit import SkillFit
from employment.guidance.resumes.models import Resume
from employment.guidance.resumes.selectors import fit_of
from employment.guidance.resumes.services.rows import write_draft
from employment.taxonomy.models import Skill
from matching.types import RequirementKind

LIST_OF = {
    RequirementKind.CERTIFICATE: "certificates",
    RequirementKind.LANGUAGE: "languages",
}


@transaction.atomic
def add_proven_skill(*, resume: Resume, code: str) -> Resume:
    """Add the skill with its evidence. Raises ``InvalidError`` where the posting does not ask for
    it, the resume shows it already or the profile does not prove it."""
    locked = Resume.objects.select_for_update(of=("self",)).get(pk=resume.pk)
    fit = fit_of(locked)
    row = next((row for row in fit.proven if row.add == code), None) if fit else None
    if row is None:
        raise InvalidError(_("Your profile does not prove this skill, so it cannot be added."))
    write_draft(locked, _with_skill(locked.content, row))
    return locked


def _with_skill(content: ResumeContent, row: SkillFit) -> ResumeContent:
    name = Skill.objects.values_list("name", flat=True).get(pk=row.add)
    section = LIST_OF.get(row.requirement.kind, "skills")
    item = name if section in LIST_OF.values() else ResumeSkill(name, evidence=row.evidence)
    changes: dict[str, Any] = {section: (*getattr(content, section), item)}
    return replace(content, **changes)
