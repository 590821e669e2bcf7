from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PostingState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("posting state", "Draft")
    REVIEW = "review", pgettext_lazy("posting state", "In review")
    PUBLISHED = "published", pgettext_lazy("posting state", "Published")
    CLOSED = "closed", pgettext_lazy("posting state", "Closed")
    EXPIRED = "expired", pgettext_lazy("posting state", "Expired")
    REJECTED = "rejected", pgettext_lazy("posting state", "Rejected")


class PostingAction(models.TextChoices):
    SUBMIT = "submit", pgettext_lazy("posting action", "Submit for review")
    WITHDRAW = "withdraw", pgettext_lazy("posting action", "Take back to draft")
    PUBLISH = "publish", pgettext_lazy("posting action", "Publish")
    REJECT = "reject", pgettext_lazy("posting action", "Reject")
    REVISE = "revise", pgettext_lazy("posting action", "Revise")
    CLOSE = "close", pgettext_lazy("posting action", "Close")
    EXPIRE = "expire", pgettext_lazy("posting action", "Expire")
    REOPEN = "reopen", pgettext_lazy("posting action", "Open again")


S = PostingState
# action -> (states it may start from, state it leads to)
TRANSITIONS: dict[PostingAction, tuple[frozenset[PostingState], PostingState]] = {
    PostingAction.SUBMIT: (frozenset({S.DRAFT}), S.REVIEW),
    PostingAction.WITHDRAW: (frozenset({S.REVIEW}), S.DRAFT),
    PostingAction.PUBLISH: (frozenset({S.DRAFT, S.REVIEW}), S.PUBLISHED),
    PostingAction.REJECT: (frozenset({S.REVIEW, S.PUBLISHED}), S.REJECTED),
    PostingAction.REVISE: (frozenset({S.REJECTED}), S.DRAFT),
    PostingAction.CLOSE: (frozenset({S.PUBLISHED}), S.CLOSED),
    PostingAction.EXPIRE: (frozenset({S.PUBLISHED}), S.EXPIRED),
    PostingAction.REOPEN: (frozenset({S.CLOSED, S.EXPIRED}), S.REVIEW),
}
# Only the reviewing side may take these steps; REASONED ones must say why.
REVIEWER_ACTIONS = frozenset({PostingAction.PUBLISH, PostingAction.REJECT})
SYSTEM_ACTIONS = frozenset({PostingAction.EXPIRE})
OWNER_ACTIONS = frozenset(set(PostingAction) - REVIEWER_ACTIONS - SYSTEM_ACTIONS)
REASONED_ACTIONS = frozenset({PostingAction.REJECT})
EDITABLE_STATES = frozenset({S.DRAFT, S.REVIEW, S.PUBLISHED})
# What an employer may still change once the reviewers have published a posting.
OWNER_LIVE_FIELDS = frozenset({"seats", "deadline"})


class PayUnit(models.TextChoices):
    MONTH = "month", _("per month")
    YEAR = "year", _("per year")
    DAY = "day", _("per day")
    HOUR = "hour", _("per hour")


class RequirementOrigin(models.TextChoices):
    TEXT = "text", _("Read from the text")
    PERSON = "person", _("Entered by a person")


class VerificationState(models.TextChoices):
    PENDING = "pending", pgettext_lazy("employer", "To be verified")
    VERIFIED = "verified", pgettext_lazy("employer", "Verified")
    REFUSED = "refused", pgettext_lazy("employer", "Refused")
    FROZEN = "frozen", pgettext_lazy("employer", "Frozen")


class VerificationAction(models.TextChoices):
    VERIFY = "verify", pgettext_lazy("employer action", "Verify")
    REFUSE = "refuse", pgettext_lazy("employer action", "Refuse")
    FREEZE = "freeze", pgettext_lazy("employer action", "Freeze")
    RESUBMIT = "resubmit", pgettext_lazy("employer action", "Ask for verification again")


V = VerificationState
VERIFICATION_TRANSITIONS: dict[
    VerificationAction, tuple[frozenset[VerificationState], VerificationState]
] = {
    VerificationAction.VERIFY: (frozenset({V.PENDING, V.REFUSED, V.FROZEN}), V.VERIFIED),
    VerificationAction.REFUSE: (frozenset({V.PENDING}), V.REFUSED),
    VerificationAction.FREEZE: (frozenset({V.PENDING, V.VERIFIED}), V.FROZEN),
    VerificationAction.RESUBMIT: (frozenset({V.REFUSED}), V.PENDING),
}
REASONED_VERIFICATIONS = frozenset({VerificationAction.REFUSE, VerificationAction.FREEZE})
# Employers in these states have no posting in front of students.
BLOCKED_STATES = frozenset({V.REFUSED, V.FROZEN})


class CompanySize(models.TextChoices):
    TINY = "1-19", _("under 20 people")
    SMALL = "20-99", _("20–99 people")
    MEDIUM = "100-499", _("100–499 people")
    LARGE = "500-999", _("500–999 people")
    HUGE = "1000-9999", _("1,000–9,999 people")
    GIANT = "10000+", _("10,000 people and more")


class Ownership(models.TextChoices):
    STATE = "state", _("State-owned")
    PRIVATE = "private", _("Private")
    FOREIGN = "foreign", _("Foreign-invested")
    JOINT = "joint", _("Joint venture")
    LISTED = "listed", _("Listed")
    PUBLIC = "public", _("Public institution")
    OTHER = "other", pgettext_lazy("ownership", "Other")


class TermKind(models.TextChoices):
    """What a suggested word names; earlier kinds win where a word is several."""

    OCCUPATION = "occupation", _("Occupation")
    SKILL = "skill", _("Skill")
    TITLE = "title", _("Title")
    EMPLOYER = "employer", _("Employer")
    MAJOR = "major", _("Major")
