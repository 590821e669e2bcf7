"""What all reference tables share."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


def name_list() -> "ArrayField[list[str], list[str]]":
    return ArrayField(models.CharField(max_length=120), default=list, blank=True)


def is_english() -> bool:
    return (get_language() or "").startswith("en")


class ReferenceEntry(models.Model):
    """What every reference table has: two names, and what the search boxes need.

    `search_text` holds every folded spelling between bars (`|昆山市|昆山|kunshan|ks|`), so that a
    bar before the query finds beginnings. `pick_text` is unique in its table and names the row in
    a text box.
    """

    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("English name"), max_length=200, blank=True)
    search_text = models.TextField(blank=True, editable=False)
    pick_text = models.CharField(max_length=160, blank=True, editable=False, db_index=True)
    pick_text_en = models.CharField(max_length=240, blank=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The name in the reader's language; Chinese where no English name is known."""
        return self.name_en if is_english() and self.name_en else self.name

    @property
    def pick_label(self) -> str:
        """What a picker shows and takes back, in the reader's language."""
        return (self.pick_text_en if is_english() else self.pick_text) or self.name
