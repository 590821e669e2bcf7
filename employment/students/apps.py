from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StudentsConfig(AppConfig):
    name = "employment.students"
    label = "students"
    verbose_name = _("Students")

    def ready(self) -> None:
        from employment.imports import importers  # noqa: PLC0415 -- needs the registry
        from employment.privacy.signals import consent_changed  # noqa: PLC0415 -- needs the registry
        from employment.students import menu, receivers  # noqa: PLC0415 -- needs the registry
        from employment.students.importer import StudentImporter  # noqa: PLC0415 -- as above

        menu.register()
        importers.register(StudentImporter())
        consent_changed.connect(receivers.on_consent_changed, dispatch_uid="students.consent")
