from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StudentsConfig(AppConfig):
    name = "employment.students"
    label = "students"
    verbose_name = _("Students")

    def ready(self) -> None:
        from employment.imports import importers  # noqa: PLC0415 -- needs the registry
        from employment.privacy.signals import consent_changed  # noqa: PLC0415 -- needs the registry
        from employment.students import menu, personal_data, receivers  # noqa: PLC0415 -- as above
        from employment.students.importer import StudentImporter  # noqa: PLC0415 -- as above

        menu.register()
        personal_data.register_section()
        importers.register(StudentImporter())
        consent_changed.connect(receivers.on_consent_changed, dispatch_uid="students.consent")
