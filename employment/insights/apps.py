from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InsightsConfig(AppConfig):
    name = "employment.insights"
    label = "insights"
    verbose_name = _("Insights")

    def ready(self) -> None:
        from employment.insights import menu, receivers, signals  # noqa: PLC0415 -- needs the registry

        menu.register()
        signals.audit_asked.connect(receivers.on_audit_asked, dispatch_uid="insights.audit")
