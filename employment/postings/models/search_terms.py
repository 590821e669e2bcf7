from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.postings.enums import TermKind


class SearchTerm(models.Model):
    """A word that a search can suggest, with how it is typed. ``weight``: how many open postings
    it stands for. ``grams``: pairs of its letters or characters, to find it by a misspelling."""

    text = models.CharField(max_length=80)
    folded = models.CharField(max_length=80)
    kind = models.CharField(max_length=10, choices=TermKind)
    weight = models.PositiveIntegerField(default=0)
    pinyin = models.CharField(max_length=300, blank=True)
    initials = models.CharField(max_length=80, blank=True)
    grams = ArrayField(models.CharField(max_length=4), default=list)

    class Meta:
        verbose_name = _("search term")
        verbose_name_plural = _("search terms")
        constraints = (models.UniqueConstraint(fields=("folded",), name="search_term_unique"),)
        indexes = (
            models.Index(OpClass("folded", "varchar_pattern_ops"), name="search_term_folded"),
            models.Index(OpClass("pinyin", "varchar_pattern_ops"), name="search_term_pinyin"),
            models.Index(OpClass("initials", "varchar_pattern_ops"), name="search_term_initials"),
            GinIndex(fields=("grams",), name="search_term_grams"),
        )

    def __str__(self) -> str:
        return self.text
