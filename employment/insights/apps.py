from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InsightsConfig(AppConfig):
    name = "employment.insights"
    label = "insights"
    verbose_name = _("Insights")

    def ready(self) -> None:
        from employment.insights import menu  # noqa: PLC0415 -- needs the registry

        menu.register()
