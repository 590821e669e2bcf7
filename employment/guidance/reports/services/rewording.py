"""Another wording of one sentence of a report: proposed, shown as a difference, kept by a click."""

from collections.abc import Sequence

from django.core import signing
from django.utils.translation import gettext_lazy as _

from employment.accounts.models import User
from employment.common.errors import InvalidError
from employment.guidance.reports.models import Report, RewordedClaim
from employment.guidance.rewording.services import Proposal, Task, reword

SALT = "reports.rewording"
MAX_AGE = 3600  # seconds a proposal can be kept


def propose(*, user: User, text: str, evidence: Sequence[str]) -> Proposal:
    """Raises as ``rewording.services.reword``."""
    return reword(user=user, task=Task.REPORT, text=text, evidence=evidence)


def seal(*, report: Report, claim: str, language: str, proposal: Proposal) -> str:
    """The proposal as a signed text for the form, so that only what was proposed can be kept."""
    return signing.dumps(
        [report.pk, claim, language, proposal.before, proposal.after, proposal.model], salt=SALT
    )


def keep(*, report: Report, sealed: str) -> RewordedClaim:
    """Raises ``InvalidError`` for a proposal of another report or one that is too old."""
    try:
        pk, claim, language, before, after, model = signing.loads(
            sealed, salt=SALT, max_age=MAX_AGE
        )
    except signing.BadSignature as error:
        raise InvalidError(_("This proposal is no longer valid. Ask for a new one.")) from error
    if pk != report.pk:
        raise InvalidError(_("This proposal is no longer valid. Ask for a new one."))
    row, _created = RewordedClaim.objects.update_or_create(
        report=report,
        claim=claim,
        language=language,
        defaults={"before": before, "after": after, "model": model},
    )
    return row


def drop(*, report: Report, claim: str, language: str) -> None:
    """Back to the report's own sentence."""
    report.rewordings.filter(claim=claim, language=language).delete()
