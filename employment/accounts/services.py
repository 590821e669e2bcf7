from django.db import transaction
from django.utils.translation import gettext_lazy as _
from rest_framework.authtoken.models import Token

from employment.accounts.actors import Actor
from employment.accounts.models import Membership, User
from employment.common.audit import record
from employment.common.errors import NotAllowedError


@transaction.atomic
def issue_token(*, user: User) -> Token:
    """The account's API token; asking again gives the same one."""
    token, created = Token.objects.get_or_create(user=user)
    if created:
        record(action="token.issued", obj=user, actor_id=user.pk)
    return token


@transaction.atomic
def revoke_token(*, user: User) -> bool:
    """Make the token useless; False when there was none."""
    deleted, _rows = Token.objects.filter(user=user).delete()
    if deleted:
        record(action="token.revoked", obj=user, actor_id=user.pk)
    return bool(deleted)


@transaction.atomic
def set_membership_active(*, membership: Membership, active: bool, actor: Actor) -> Membership:
    """Let the user act in the role, or no longer; nobody locks the door behind themselves."""
    if membership.user_id == actor.user_id:
        raise NotAllowedError(_("Your own role is another admin's to change."))
    membership.is_active = active
    membership.save(update_fields=["is_active"])
    record(
        action="membership.changed",
        obj=membership,
        actor_id=actor.user_id,
        organisation_id=actor.organisation_id,
        active=active,
    )
    return membership
