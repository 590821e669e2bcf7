from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PrivacyConfig(AppConfig):
    name = "employment.privacy"
    label = "privacy"
    verbose_name = _("Privacy")

    def ready(self) -> None:
        from employment.privacy import menu, personal_data  # noqa: PLC0415 -- needs the registry

        menu.register()
        personal_data.register_sections()
