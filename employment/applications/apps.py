from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApplicationsConfig(AppConfig):
    name = "employment.applications"
    label = "applications"
    verbose_name = _("Applications")

    def ready(self) -> None:
        from employment.applications import menu, personal_data  # noqa: PLC0415 -- needs the registry

        menu.register()
        personal_data.register_section()
