"""Who is asking, in which role, for which organisation: the root of every row scope."""

from dataclasses import dataclass

from django.http import HttpRequest

from employment.accounts.enums import OrganisationKind, Role
from employment.accounts.models import Membership, User

SESSION_KEY = "membership"


@dataclass(frozen=True, slots=True)
class Actor:
    """The signed-in user in the role now chosen; all ids are None for a user without a role."""

    user_id: int
    role: Role | None = None
    organisation_id: int | None = None
    university_id: int | None = None
    college_id: int | None = None
    employer_id: int | None = None
    region_code: str = ""

    def has_role(self, *roles: Role) -> bool:
        return self.role in roles


def actor_of(membership: Membership) -> Actor:
    organisation = membership.organisation
    kind = organisation.kind
    is_college = kind == OrganisationKind.COLLEGE
    own_university = organisation.pk if kind == OrganisationKind.UNIVERSITY else None
    return Actor(
        user_id=membership.user_id,
        role=Role(membership.role),
        organisation_id=organisation.pk,
        university_id=organisation.parent_id if is_college else own_university,
        college_id=organisation.pk if is_college else None,
        employer_id=organisation.pk if kind == OrganisationKind.EMPLOYER else None,
        region_code=organisation.region_code,
    )


def actor_for_user(user: User, *, membership_id: int | None = None) -> Actor:
    """The actor of the chosen membership, else of the user's first active one."""
    memberships = list(user.memberships.active().select_related("organisation"))
    chosen = next((m for m in memberships if m.pk == membership_id), None)
    chosen = chosen or next(iter(memberships), None)
    return actor_of(chosen) if chosen else Actor(user_id=user.pk)


def actor_for_request(request: HttpRequest) -> Actor | None:
    """None for an anonymous visitor."""
    if not request.user.is_authenticated:
        return None
    return actor_for_user(request.user, membership_id=request.session.get(SESSION_KEY))
