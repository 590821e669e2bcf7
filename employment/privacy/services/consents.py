"""Agreeing to a purpose and taking it back; both take effect at once."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from employment.accounts.models import User
from employment.common.audit import record
from employment.privacy.enums import Purpose
from employment.privacy.models import Consent
from employment.privacy.signals import consent_changed

TEXT_VERSION = "2026-09"


@transaction.atomic
def grant_consent(*, user: User, purpose: Purpose, text_version: str = TEXT_VERSION) -> Consent:
    """Open a consent; an open one is returned as it is, also when two requests race."""
    try:
        with transaction.atomic():
            consent = Consent.objects.create(user=user, purpose=purpose, text_version=text_version)
    except IntegrityError:
        return Consent.objects.in_force().get(user=user, purpose=purpose)
    record(action="consent.granted", obj=consent, actor_id=user.pk, purpose=purpose)
    consent_changed.send(sender=Consent, user_id=user.pk, purpose=purpose)
    return consent


@transaction.atomic
def withdraw_consent(*, user: User, purpose: Purpose) -> bool:
    """Close the open consent; False when there was none."""
    closed = (
        Consent.objects.in_force()
        .filter(user=user, purpose=purpose)
        .update(withdrawn_at=timezone.now())
    )
    if closed:
        record(action="consent.withdrawn", obj=user, actor_id=user.pk, purpose=purpose)
        consent_changed.send(sender=Consent, user_id=user.pk, purpose=purpose)
    return bool(closed)


def has_consent(*, user_id: int, purpose: Purpose) -> bool:
    return Consent.objects.in_force().filter(user_id=user_id, purpose=purpose).exists()
