from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from employment.guidance.interviews.enums import Criterion, QuestionKind
from employment.guidance.interviews.library import anchors
from employment.guidance.interviews.models import MAX_WORDS
from employment.guidance.interviews.rules.choice import LENGTHS


class StartForm(forms.Form):
    kind = forms.ChoiceField(label=_("Type"), choices=QuestionKind.choices)
    count = forms.TypedChoiceField(
        label=_("Questions"), choices=[(n, str(n)) for n in LENGTHS], coerce=int, initial=3
    )


class PostingStartForm(StartForm):
    """Without a type the questions follow the posting."""

    kind = forms.ChoiceField(
        label=_("Type"),
        required=False,
        choices=[("", _("What this posting asks for")), *QuestionKind.choices],
    )


class AnswerForm(forms.Form):
    number = forms.IntegerField(min_value=1, max_value=100)
    words = forms.CharField(required=False, max_length=MAX_WORDS, strip=True)


class RatingForm(forms.Form):
    """A level with its anchors for each criterion, and a comment where one is wanted."""

    def __init__(
        self, *args: Any, criteria: list[Criterion], comments: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        for one in criteria:
            self.fields[one.value] = forms.TypedChoiceField(
                label=one.label,
                coerce=int,
                choices=[(n, f"{n} · {text}") for n, text in anchors()[one].items()],
                widget=forms.RadioSelect,
            )
            if comments:
                self.fields[f"{one.value}_comment"] = forms.CharField(
                    label=_("Comment"),
                    required=False,
                    max_length=1000,
                    widget=forms.Textarea(attrs={"rows": 2}),
                )

    def rated(self) -> dict[Criterion, tuple[int, str]]:
        data = self.cleaned_data
        return {
            one: (data[one.value], data.get(f"{one.value}_comment", "")) for one in self.criteria
        }
