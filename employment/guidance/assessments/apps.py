from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentsConfig(AppConfig):
    name = "employment.guidance.assessments"
    label = "assessments"
    verbose_name = _("Assessments")

    def ready(self) -> None:
        from employment.guidance.assessments import (  # noqa: PLC0415 -- needs the registry
            menu,
            personal_data,
        )

        menu.register()
        personal_data.register_section()
