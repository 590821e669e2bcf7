from django.db import models
from django.utils.translation import gettext_lazy as _

SOURCES = {
    "regions": _("GB/T 2260, administrative division codes (NBS, 2023)"),
    "majors": _("Catalogues of undergraduate, vocational and postgraduate programmes (MOE)"),
    "occupations": _("Occupational Classification of the PRC, 2022 edition (MOHRSS)"),
    "industries": _("GB/T 4754-2017, industrial classification for national economic activities"),
    "strategic_industries": _("Classification of Strategic Emerging Industries, 2018 (NBS)"),
    "degree_levels": _("Levels of education in China's qualifications system (GB/T 4658)"),
    "skills": _("Qicheng skill lexicon, written for this product"),
}


class ReferenceStamp(models.Model):
    """What was loaded last: one row per data set, compared before anything is written."""

    dataset = models.CharField(_("data set"), primary_key=True, max_length=30)
    digest = models.CharField(_("digest"), max_length=64)
    row_count = models.PositiveIntegerField(_("rows"))
    loaded_at = models.DateTimeField(_("loaded at"))

    class Meta:
        verbose_name = _("reference data set")
        verbose_name_plural = _("reference data sets")
        ordering = ("dataset",)

    def __str__(self) -> str:
        return self.dataset

    @property
    def source(self) -> str:
        return str(SOURCES[self.dataset])
