from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SupportConfig(AppConfig):
    name = "employment.support"
    label = "support"
    verbose_name = _("Counselling")

    def ready(self) -> None:
        from employment.support import (  # noqa: PLC0415 -- needs the registry
            menu,
            personal_data,
            receivers,
            signals,
        )

        menu.register()
        personal_data.register_section()
        signals.appointment_changed.connect(
            receivers.on_appointment_changed, dispatch_uid="support.appointment"
        )
        signals.registration_changed.connect(
            receivers.on_registration_changed, dispatch_uid="support.registration"
        )
