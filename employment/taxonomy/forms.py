from django import forms

from employment.taxonomy.selectors.picks import SEARCH_LIMIT


class SearchForm(forms.Form):
    """The query of a picker. `level` keeps only rows of that level."""

    q = forms.CharField(required=False, max_length=60)
    level = forms.SlugField(required=False, max_length=20)
    limit = forms.IntegerField(required=False, min_value=1, max_value=SEARCH_LIMIT)
