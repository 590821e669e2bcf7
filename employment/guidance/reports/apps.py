from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    name = "employment.guidance.reports"
    label = "reports"
    verbose_name = _("Guidance reports")

    def ready(self) -> None:
        from employment.guidance.reports import (  # noqa: PLC0415 -- needs the registry
            menu,
            personal_data,
            receivers,
            signals,
        )
        from employment.privacy.signals import consent_changed  # noqa: PLC0415 -- as above

        menu.register()
        personal_data.register_section()
        signals.order_placed.connect(receivers.on_order_placed, dispatch_uid="reports.ordered")
        consent_changed.connect(receivers.on_consent_changed, dispatch_uid="reports.consent")
