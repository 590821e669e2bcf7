"""Claims and actions in the reader's language."""

from employment.guidance.reports.rules.content import Action, Claim
from employment.guidance.reports.wording import gaps, limits, outlook, person
from employment.guidance.reports.wording.actions import LABELS
from employment.guidance.reports.wording.words import Sayer

SAYERS: dict[str, Sayer] = {**person.SAYERS, **gaps.SAYERS, **outlook.SAYERS, **limits.SAYERS}


def sentence(claim: Claim) -> str:
    """Empty for a code of another schema that nobody knows any more."""
    sayer = SAYERS.get(claim.code)
    return sayer(claim.values) if sayer else ""


def action_label(action: Action) -> str:
    label = LABELS.get(action.code)
    return label(action.values) if label else ""


__all__ = ["SAYERS", "action_label", "sentence"]
