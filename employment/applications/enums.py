from django.db import models
from django.utils.translation import pgettext_lazy


class ApplicationState(models.TextChoices):
    SUBMITTED = "submitted", pgettext_lazy("application state", "Submitted")
    VIEWED = "viewed", pgettext_lazy("application state", "Viewed")
    INTERVIEW = "interview", pgettext_lazy("application state", "Interview")
    OFFER = "offer", pgettext_lazy("application state", "Offer")
    ACCEPTED = "accepted", pgettext_lazy("application state", "Accepted")
    DECLINED = "declined", pgettext_lazy("application state", "Offer declined")
    REJECTED = "rejected", pgettext_lazy("application state", "Not selected")
    WITHDRAWN = "withdrawn", pgettext_lazy("application state", "Withdrawn")


class ApplicationAction(models.TextChoices):
    VIEW = "view", pgettext_lazy("application action", "Mark as viewed")
    INVITE = "invite", pgettext_lazy("application action", "Invite to interview")
    OFFER = "offer", pgettext_lazy("application action", "Make an offer")
    REJECT = "reject", pgettext_lazy("application action", "Do not select")
    ACCEPT = "accept", pgettext_lazy("application action", "Accept the offer")
    DECLINE = "decline", pgettext_lazy("application action", "Decline the offer")
    WITHDRAW = "withdraw", pgettext_lazy("application action", "Withdraw")


A = ApplicationState
OPEN_STATES = frozenset({A.SUBMITTED, A.VIEWED, A.INTERVIEW, A.OFFER})
# action -> (states it may start from, state it leads to)
TRANSITIONS: dict[ApplicationAction, tuple[frozenset[ApplicationState], ApplicationState]] = {
    ApplicationAction.VIEW: (frozenset({A.SUBMITTED}), A.VIEWED),
    ApplicationAction.INVITE: (frozenset({A.SUBMITTED, A.VIEWED}), A.INTERVIEW),
    ApplicationAction.OFFER: (frozenset({A.SUBMITTED, A.VIEWED, A.INTERVIEW}), A.OFFER),
    ApplicationAction.REJECT: (
        frozenset({A.SUBMITTED, A.VIEWED, A.INTERVIEW, A.OFFER}),
        A.REJECTED,
    ),
    ApplicationAction.ACCEPT: (frozenset({A.OFFER}), A.ACCEPTED),
    ApplicationAction.DECLINE: (frozenset({A.OFFER}), A.DECLINED),
    ApplicationAction.WITHDRAW: (OPEN_STATES, A.WITHDRAWN),
}
STUDENT_ACTIONS = frozenset(
    {ApplicationAction.ACCEPT, ApplicationAction.DECLINE, ApplicationAction.WITHDRAW}
)
EMPLOYER_ACTIONS = frozenset(set(ApplicationAction) - STUDENT_ACTIONS)
