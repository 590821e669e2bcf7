from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InterviewsConfig(AppConfig):
    name = "employment.guidance.interviews"
    label = "interviews"
    verbose_name = _("Interview practice")

    def ready(self) -> None:
        from employment.guidance.interviews import (  # noqa: PLC0415 -- needs the registry
            menu,
            personal_data,
        )

        menu.register()
        personal_data.register_section()
