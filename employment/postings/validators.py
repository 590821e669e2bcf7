"""Rules over several fields, shared by forms and the API."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from matching.normalise.credit_code import read_credit_code

MAX_DEADLINE_DAYS = 2 * 365


def check_pay(values: Mapping[str, Any]) -> None:
    low, high = values.get("pay_min"), values.get("pay_max")
    if low is not None and high is not None and high < low:
        raise ValidationError({"pay_max": _("The upper pay lies below the lower.")})


def check_deadline(deadline: dt.date | None, *, today: dt.date) -> None:
    if deadline is None:
        return
    if deadline < today:
        raise ValidationError(_("The deadline has passed already."))
    if (deadline - today).days > MAX_DEADLINE_DAYS:
        raise ValidationError(_("A deadline lies at most two years ahead."))


def normal_credit_code(text: str) -> str:
    """The code in upper case without spaces; raises ValidationError when it cannot be one."""
    code = read_credit_code(text).value
    if code is None:
        raise ValidationError(
            _("This is not a valid credit code: 18 characters, the last one a check digit.")
        )
    return code
