from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InsightsConfig(AppConfig):
    name = "employment.insights"
    label = "insights"
    verbose_name = _("Insights")

    def ready(self) -> None:
        from employment.insights import menu, receivers, signals  # noqa: PLC0415 -- needs the registry
        from employment.matches.signals import weights_proposed  # noqa: PLC0415 -- as above

        menu.register()
        signals.audit_asked.connect(receivers.on_audit_asked, dispatch_uid="insights.audit")
        weights_proposed.connect(receivers.on_weights_proposed, dispatch_uid="insights.proposed")
