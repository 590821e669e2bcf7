from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportsConfig(AppConfig):
    name = "employment.imports"
    label = "imports"
    verbose_name = _("Imports")

    def ready(self) -> None:
        from employment.imports import menu, receivers, signals  # noqa: PLC0415 -- needs the registry

        menu.register()
        signals.import_ready.connect(receivers.on_import_ready, dispatch_uid="imports.ready")
