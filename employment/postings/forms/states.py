from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from employment.accounts.actors import Actor
from employment.postings import rules
from employment.postings.enums import REASONED_ACTIONS, PostingAction, VerificationAction
from employment.postings.models import Employer, Posting

REASON_LIMIT = 1000


class StateForm(forms.Form):
    """A step and its reason; ``steps`` are those the actor may take now."""

    action = forms.ChoiceField(choices=PostingAction)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=REASON_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The employer sees it."),
    )
    steps: tuple[PostingAction, ...] = ()

    @classmethod
    def for_posting(cls, actor: Actor, posting: Posting) -> Self:
        form = cls()
        form.steps = tuple(rules.actions_now(actor, posting))
        return form

    @property
    def plain_steps(self) -> list[PostingAction]:
        """The way forward first."""
        steps = [step for step in self.steps if step not in REASONED_ACTIONS]
        return sorted(steps, key=lambda step: step == PostingAction.WITHDRAW)

    @property
    def reasoned_steps(self) -> list[PostingAction]:
        return [step for step in self.steps if step in REASONED_ACTIONS]


class BulkForm(StateForm):
    """The same step for the chosen rows of a page."""

    posting = forms.ModelMultipleChoiceField(queryset=Posting.objects.none())

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["posting"]
        chosen.queryset = Posting.objects.editable_by(actor)  # type: ignore[attr-defined]


class VerificationForm(forms.Form):
    action = forms.ChoiceField(choices=VerificationAction)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=REASON_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The employer sees it."),
    )
    steps: tuple[VerificationAction, ...] = ()

    @classmethod
    def for_employer(cls, actor: Actor, employer: Employer) -> Self:
        form = cls()
        form.steps = tuple(rules.verifications_now(actor, employer))
        return form
