"""A person's own data: a copy to take away, and erasure. Apps register what they keep."""

from collections.abc import Callable
from typing import Any

from django.db import transaction

from employment.accounts.models import User
from employment.common.audit import record

Exporter = Callable[[User], Any]
Eraser = Callable[[User], None]

_exporters: dict[str, Exporter] = {}
_erasers: dict[str, Eraser] = {}


def register(*, name: str, exporter: Exporter, eraser: Eraser | None = None) -> None:
    """``name`` becomes the section of the export; the eraser runs before the user is deleted.

    Rows that fall with the user by ON DELETE CASCADE need no eraser.
    """
    _exporters[name] = exporter
    if eraser is not None:
        _erasers[name] = eraser


def export_personal_data(*, user: User) -> dict[str, Any]:
    """Everything kept about the user, by section, as plain JSON values."""
    record(action="personal_data.exported", obj=user, actor_id=user.pk)
    return {name: exporter(user) for name, exporter in sorted(_exporters.items())}


@transaction.atomic
def erase_personal_data(*, user: User) -> None:
    """Delete the user and all that hangs on it. The audit log keeps ids only."""
    record(action="personal_data.erased", obj=user)
    for eraser in _erasers.values():
        eraser(user)
    user.delete()
