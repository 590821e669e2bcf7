from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RewordingConfig(AppConfig):
    name = "employment.guidance.rewording"
    label = "rewording"
    verbose_name = _("Rewording")
