from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResumesConfig(AppConfig):
    name = "employment.guidance.resumes"
    label = "resumes"
    verbose_name = _("Resumes")

    def ready(self) -> None:
        from employment.guidance.resumes import (  # noqa: PLC0415 -- needs the registry
            menu,
            personal_data,
        )
        from employment.guidance.resumes.services import attaching  # noqa: PLC0415 -- as above

        menu.register()
        personal_data.register_section()
        attaching.register()
