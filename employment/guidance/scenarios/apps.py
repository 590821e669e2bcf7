from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScenariosConfig(AppConfig):
    name = "employment.guidance.scenarios"
    label = "scenarios"
    verbose_name = _("Workplace practice")

    def ready(self) -> None:
        from employment.guidance.scenarios import (  # noqa: PLC0415 -- needs the registry
            menu,
            personal_data,
        )

        menu.register()
        personal_data.register_section()
