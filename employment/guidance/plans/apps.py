from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    name = "employment.guidance.plans"
    label = "plans"
    verbose_name = _("Plans")

    def ready(self) -> None:
        from employment.guidance.plans import (  # noqa: PLC0415 -- needs the registry
            menu,
            personal_data,
        )

        menu.register()
        personal_data.register_section()
