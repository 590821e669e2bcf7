from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PathwaysConfig(AppConfig):
    name = "employment.guidance.pathways"
    label = "pathways"
    verbose_name = _("Pathways")

    def ready(self) -> None:
        from employment.guidance.pathways import (  # noqa: PLC0415 -- needs the registry
            menu,
            personal_data,
        )

        menu.register()
        personal_data.register_section()
