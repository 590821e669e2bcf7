from django.db import transaction
from rest_framework.authtoken.models import Token

from employment.accounts.models import User
from employment.common.audit import record


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
