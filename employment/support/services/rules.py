"""The university's rules of counselling."""

from employment.accounts.actors import Actor
from employment.common.audit import record
from employment.support.models import CounsellingRules


def set_rules(*, actor: Actor, **values: int) -> CounsellingRules:
    rules, _made = CounsellingRules.objects.update_or_create(
        university_id=actor.university_id, defaults=values
    )
    record(
        action="counselling.rules",
        obj=rules,
        actor_id=actor.user_id,
        organisation_id=actor.university_id,
        **values,
    )
    return rules
